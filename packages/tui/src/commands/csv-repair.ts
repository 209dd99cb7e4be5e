import { type Damage, recordsOf } from '@wxcc-onboard/core'
import { withHeader } from '../csv/file.ts'
import { stringifyCsv } from '../csv/stringify.ts'
import { type Exit, Trouble } from '../exit.ts'
import { createPaint } from '../output/paint.ts'
import { safe } from '../output/safe.ts'
import type { Context } from './context.ts'
import { type CsvOptions, mendFile, openFile } from './csv-read.ts'
import { writeText } from './read-text.ts'

type RepairOptions = CsvOptions & { readonly output?: string; readonly force?: boolean }

/** Writes the file with the repairs that were agreed to; the header stays as it is, to the byte. */
export async function repairCsv(context: Context<RepairOptions>, path: string): Promise<Exit> {
  const { options, output, sentences, world } = context
  const target = options.output ?? ''
  refuseOverwriting(context, target)
  const opened = await openFile(context, path)
  const { file } = opened
  const { sheet, repair } = await mendFile(context, opened, options.repair ?? 'ask')
  const { repaired, left } = repair
  const text = withHeader({ ...file, table: file.sheet.table }, stringifyCsv(recordsOf(sheet), file.layout))
  writeText(world, target, text)
  const paint = createPaint(world.stdout)
  for (const damage of repaired) output.say(`${paint('green', '✓')} ${line(damage, sentences)}`)
  for (const damage of left) output.say(`${paint('yellow', '-')} ${line(damage, sentences)}`)
  output.say(
    sentences.t('output.csv.repaired', { repaired: repaired.length, left: left.length, path: target }),
  )
  output.result('repaired', repaired)
  output.result('left', left)
  output.result('written', [target])
  return left.length === 0 ? 'done' : 'incomplete'
}

export function refuseOverwriting(
  { world, options }: Context<{ readonly force?: boolean }>,
  path: string,
): void {
  if (options.force === true || world.files.stat(path) === undefined) return
  throw new Trouble('file.exists', { path })
}

function line(damage: Damage, sentences: Context['sentences']): string {
  const { line: number, column, header, found, proposed, kind } = damage
  return safe(
    sentences.t('output.csv.damage', { line: number, column: column + 1, header, found, proposed, kind }),
  )
}
