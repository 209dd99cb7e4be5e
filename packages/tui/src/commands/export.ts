import { controlHubLayout } from '@wxcc-onboard/core'
import { rememberExport } from '../csv/baseline.ts'
import { exportRecords } from '../csv/export.ts'
import { stringifyCsv } from '../csv/stringify.ts'
import type { Exit } from '../exit.ts'
import type { Context, FormatOptions, PlaceOptions } from './context.ts'
import { refuseOverwriting } from './csv-repair.ts'
import { readEveryone } from './everyone.ts'
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
