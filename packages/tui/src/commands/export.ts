import type { License, Person } from '@wxcc-onboard/api-client'
import { controlHubLayout } from '@wxcc-onboard/core'
import { rememberExport } from '../csv/baseline.ts'
import { exportRecords } from '../csv/export.ts'
import { stringifyCsv } from '../csv/stringify.ts'
import { type Exit, Trouble } from '../exit.ts'
import type { Context, FormatOptions, PlaceOptions } from './context.ts'
import { unwrap } from './csv-prepare.ts'
import { refuseOverwriting } from './csv-repair.ts'
import type { Place } from './place.ts'
import { writeText } from './read-text.ts'
import { inPlace } from './walk.ts'

interface ExportOptions extends PlaceOptions, FormatOptions {
  readonly template?: boolean
  readonly allColumns?: boolean
  readonly output?: string
  readonly force?: boolean
}

/** Writes the people of the organization in the format of Control Hub's own export (CSV-5, CSV-6). */
export async function exportPeople(context: Context<ExportOptions>): Promise<Exit> {
  const { options, output, sentences, world } = context
  const path = options.output ?? (options.template === true ? 'template.csv' : 'people.csv')
  if (path !== '-') refuseOverwriting(context, path)
  const { organization, licenses, people } = await inPlace(context, 'leave', (place) =>
    readEveryone(place, options),
  )
  const records = exportRecords(licenses, people, { isMinimal: options.allColumns !== true })
  const text = stringifyCsv(records, controlHubLayout)
  if (path === '-') world.stdout.write(text)
  else writeText(world, path, text)
  const columns = records[0]?.length ?? 0
  output.result('written', { path, rows: people.length, columns, organization })
  if (path === '-') return 'done'
  output.say(sentences.t('output.export.written', { path, rows: people.length, columns }))
  if (options.template !== true) {
    await rememberExport(world, path, text, organization)
    output.say(sentences.t('output.export.baseline'))
  }
  return 'done'
}

interface Everyone {
  readonly organization: string
  readonly licenses: readonly License[]
  readonly people: readonly Person[]
}

const patience = 30 * 60_000

export async function readEveryone(
  place: Place,
  { template, org }: Pick<ExportOptions, 'template' | 'org'>,
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
