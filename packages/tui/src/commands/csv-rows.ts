import type { CsvLayout, CsvTable, ReportView, View } from '@wxcc-onboard/core'
import { besideName, readCsvFile } from '../csv/file.ts'
import type { Judged } from '../csv/judge.ts'
import {
  balanceOf,
  failedFile,
  isConserved,
  isToBeTriedAgain,
  type RowBalance,
  type RowResult,
  rowResults,
  unseenIn,
} from '../csv/rows.ts'
import { findRunRows } from '../csv/run-rows.ts'
import { stringifyCsv } from '../csv/stringify.ts'
import { Trouble } from '../exit.ts'
import { problemData } from '../output/output.ts'
import { commandFor } from './command-for.ts'
import type { Context, PlaceOptions } from './context.ts'
import { tellAgentsNext } from './csv-agents-next.ts'
import { writeText } from './read-text.ts'

/** Tells what came of every row, and writes those to be tried again beside the file. */
export function tellRows(
  context: Context,
  judged: Judged,
  view: Pick<View, 'runId' | 'plan'>,
  report: Pick<ReportView, 'people'>,
): RowBalance {
  const { file, sheet } = judged
  const source = { path: file.path, layout: file.layout, table: sheet.table }
  const balance = tellResults(
    context,
    source,
    rowResults(judged, report),
    sheet.table.records.length,
    view.runId,
  )
  tellAgentsNext(context, source, view)
  return balance
}

/** The same for a run that is resumed; its file is read for the rows that failed, if it is still the same. */
export async function tellRowsOfRun(
  context: Context,
  run: string,
  view: Partial<Pick<View, 'importing' | 'report' | 'plan'>>,
): Promise<void> {
  const { report, plan } = view
  // While files are imported nobody has to try again yet.
  if (report === undefined || view.importing?.turn !== undefined) return
  const kept = await findRunRows(context.world, run)
  if (kept === undefined) return
  const source = sourceOf(context, kept)
  tellResults(context, source, rowResults(kept, report), kept.rowsIn, run)
  tellAgentsNext(context, source, { runId: run, ...(plan === undefined ? {} : { plan }) })
}

/** The same where a run is only read back: told, and nothing is written. */
export async function tellRowsRead(
  context: Context,
  run: string,
  report: Pick<ReportView, 'people'>,
): Promise<void> {
  const kept = await findRunRows(context.world, run)
  if (kept !== undefined) tellBalance(context, rowResults(kept, report), kept.rowsIn, run)
}

/** The file as it was planned; undefined where it is not there any more, or is another one. */
export function sourceOf(
  { world }: Context,
  { path, sha256 }: { readonly path: string; readonly sha256: string },
): Source {
  try {
    const file = readCsvFile(world, path)
    return file.sha256 === sha256 ? { path, layout: file.layout, table: file.sheet.table } : undefined
  } catch (error) {
    if (error instanceof Trouble) return undefined
    throw error
  }
}

/** Where failed rows are copied from; without it they are told and not written. */
type Source = { readonly path: string; readonly layout: CsvLayout; readonly table: CsvTable } | undefined

/** `run` is the one that can be read back, where there is one. */
export function tellResults(
  context: Context,
  source: Source,
  results: readonly RowResult[],
  rowsIn: number,
  run?: string,
): RowBalance {
  // First what came of the rows, then the file: a full disk must not keep it back.
  const balance = tellBalance(context, results, rowsIn, run)
  writeFailed(context, source, results)
  return balance
}

function tellBalance(
  context: Context<PlaceOptions>,
  results: readonly RowResult[],
  rowsIn: number,
  run: string | undefined,
): RowBalance {
  const { output, sentences } = context
  const balance = balanceOf(results, rowsIn)
  if (!isConserved(balance)) throw new Error(`rows were lost: ${JSON.stringify(balance)}`)
  const { 'not-attempted': notAttempted, ...others } = balance
  output.say(`\n${sentences.t('output.csv.balance', { ...others, notAttempted })}`)
  if (run !== undefined) tellUnseen(context, unseenIn(results), run)
  output.result('rows', {
    ...balance,
    results: results.map(({ problems, ...result }) => ({
      ...result,
      problems: problems.map((problem) => problemData(problem, sentences)),
    })),
  })
  return balance
}

function tellUnseen({ options, output, sentences }: Context<PlaceOptions>, count: number, run: string): void {
  if (count === 0) return
  const command = commandFor(options, 'verify', run)
  output.say(sentences.t('output.csv.unseen', { count, command }))
  output.result('unseen', { count, command })
}

function writeFailed(context: Context, source: Source, results: readonly RowResult[]): void {
  const { output, sentences, world } = context
  if (!results.some(isToBeTriedAgain)) return
  if (source === undefined) {
    output.say(sentences.t('output.csv.failed-unwritten'))
    return
  }
  const path = freeName(context, source.path)
  const records = failedFile(source.table, results, (result) => reasonOf(context, result))
  writeText(world, path, stringifyCsv(records, source.layout))
  output.say(sentences.t('output.csv.failed-file', { path }))
  output.result('failedFile', path)
}

/** Nothing that somebody may be working on is overwritten. */
export function freeName({ world }: Context, path: string): string {
  for (let number = 1; ; number += 1) {
    const name = besideName(path, number === 1 ? 'failed' : `failed-${number}`)
    if (world.files.stat(name) === undefined) return name
  }
}

export function reasonOf({ sentences }: Context, { outcome, problems, reason: said }: RowResult): string {
  if (said !== undefined) return said
  const told = problems.map((problem) => sentences.problem(problem).message).join(' ')
  return told === '' ? sentences.t('output.csv.outcome', { outcome }) : told
}
