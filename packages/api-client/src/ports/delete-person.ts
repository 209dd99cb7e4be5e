import { personKey } from '@wxcc-onboard/core'
import { unlessMissing } from '../resources/options.ts'
import { Refused } from './failure.ts'
import type { Session } from './session.ts'
import { statusOf } from './status.ts'

const operation = 'DELETE /people/{personId}'

/**
 * Deletes a person who never signed in. Read again just before, for the API itself deletes anybody, and an id may have
 * got another address since it was looked up.
 */
export async function deletePendingPerson(
  { client }: Session,
  { personId, email }: { readonly personId: string; readonly email: string },
  signal: AbortSignal,
): Promise<null> {
  const person = await unlessMissing(client.people.get(personId, { signal }))
  if (person === undefined) return null
  if (!person.emails.some((address) => personKey(address) === personKey(email)))
    throw new Refused({ kind: 'invalid', operation, message: 'The person has another address now.' })
  if (statusOf(person) !== 'pending')
    throw new Refused({ kind: 'signed-in', operation, message: 'The person has signed in.' })
  await unlessMissing(client.people.delete(personId, { signal }))
  return null
}
