import type { License, Person } from '@wxcc-onboard/api-client'
import { Trouble } from '../exit.ts'
import type { Place } from './place.ts'
import { unwrap } from './unwrap.ts'

interface Everyone {
  readonly organization: string
  readonly licenses: readonly License[]
  readonly people: readonly Person[]
}

const patience = 30 * 60_000

/** Everyone of an organization, page by page; of a template nobody. */
export async function readEveryone(
  place: Place,
  { template, org }: { readonly template?: boolean; readonly org?: string },
): Promise<Everyone> {
  const { client, ports } = place
  const signal = AbortSignal.timeout(patience)
  const { organization } = unwrap(await ports.directory.connect(signal))
  const orgId = org === undefined ? {} : { orgId: org }
  const people: Person[] = []
  try {
    const licenses = await client.licenses.list({ ...orgId, signal })
    if (template === true) return { organization: organization.id, licenses, people }
    for await (const page of client.people.pages({ ...orgId, signal })) {
      for (const person of page)
        people.push(person.licenses === undefined ? await client.people.get(person.id, { signal }) : person)
    }
    return { organization: organization.id, licenses, people }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Trouble('connection.failed', { reason }, { cause: error })
  }
}
