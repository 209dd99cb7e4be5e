import type { ReportView } from '@wxcc-onboard/core'
import { besideName } from '../csv/file.ts'
import type { Judged } from '../csv/judge.ts'
import {
  balanceOf,
  failedFile,
  isConserved,
  type RowBalance,
  type RowResult,
  rowResults,
} from '../csv/rows.ts'
import { stringifyCsv } from '../csv/stringify.ts'
import { problemData } from '../output/output.ts'
import type { Context } from './context.ts'
import { writeText } from './read-text.ts'

/** Tells what came of every row, and writes those to be tried again beside the file. */
export function tellRows(
  context: Context,
  judged: Judged,
  report: Pick<ReportView, 'people'> | undefined,
): RowBalance {
  return tellResults(context, judged, rowResults(judged, report))
}

export function tellResults(
  context: Context,
  judged: Pick<Judged, 'file' | 'sheet'>,
  results: readonly RowResult[],
): RowBalance {
  const { output, sentences } = context
  const balance = balanceOf(results, judged.sheet.table.records.length)
  if (!isConserved(balance)) throw new Error(`rows were lost: ${JSON.stringify(balance)}`)
  const { 'not-attempted': notAttempted, ...others } = balance
  output.say(`\n${sentences.t('output.csv.balance', { ...others, notAttempted })}`)
  const path = writeFailed(context, judged, results)
  if (path !== undefined) output.say(sentences.t('output.csv.failed-file', { path }))
  output.result('rows', {
    ...balance,
    ...(path === undefined ? {} : { failedFile: path }),
    results: results.map(({ problems, ...result }) => ({
      ...result,
      problems: problems.map((problem) => problemData(problem, sentences)),
    })),
  })
  return balance
}

function writeFailed(
  context: Context,
  judged: Pick<Judged, 'file' | 'sheet'>,
  results: readonly RowResult[],
): string | undefined {
  const records = failedFile(judged, results, (result) => reason(context, result))
  if (records === undefined) return undefined
  const path = freeName(context, judged.file.path)
  writeText(context.world, path, stringifyCsv(records, judged.file.layout))
  return path
}

/** Nothing that somebody may be working on is overwritten. */
function freeName({ world }: Context, path: string): string {
  for (let number = 1; ; number += 1) {
    const name = besideName(path, number === 1 ? 'failed' : `failed-${number}`)
    if (world.files.stat(name) === undefined) return name
  }
}

function reason({ sentences }: Context, { outcome, problems, reason: said }: RowResult): string {
  if (said !== undefined) return said
  const told = problems.map((problem) => sentences.problem(problem).message).join(' ')
  return told === '' ? sentences.t('output.csv.outcome', { outcome }) : told
}
