import { controlHubLayout, partsOf, recordsOf } from '@wxcc-onboard/core'
import { partName, readRowLimit } from '../csv/parts.ts'
import { stringifyCsv } from '../csv/stringify.ts'
import type { Exit } from '../exit.ts'
import type { Context } from './context.ts'
import { type CsvOptions, openFile } from './csv-read.ts'
import { refuseOverwriting } from './csv-repair.ts'
import { writeText } from './read-text.ts'

type SplitOptions = CsvOptions & {
  readonly rows?: string
  readonly directory?: string
  readonly force?: boolean
}

/** Writes the file as parts that Control Hub takes one after another (CSV-1, C-13). */
export async function splitCsv(context: Context<SplitOptions>, path: string): Promise<Exit> {
  const { options, output, sentences, world } = context
  const limit = readRowLimit(options.rows)
  const { file } = await openFile(context, path)
  const { records } = file.sheet.table
  const parts = partsOf(records, limit)
  const names = parts.map((_, index) => partName(path, options.directory, index + 1, parts.length))
  for (const name of names) refuseOverwriting(context, name)
  for (const [index, part] of parts.entries()) {
    const text = stringifyCsv(recordsOf(file.sheet, 'importable', part), controlHubLayout)
    const name = names[index] ?? ''
    writeText(world, name, text)
    output.say(
      sentences.t('output.csv.part', {
        number: index + 1,
        of: parts.length,
        path: name,
        rows: part.length,
        first: part[0]?.line,
        last: part.at(-1)?.line,
      }),
    )
  }
  output.say(sentences.t('output.csv.split', { rows: records.length, count: parts.length }))
  output.say(sentences.t('output.csv.how-to-import', { count: parts.length }))
  output.result(
    'parts',
    parts.map((part, index) => ({ path: names[index], rows: part.length })),
  )
  return records.length === 0 ? 'refused' : 'done'
}
