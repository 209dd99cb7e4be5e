/** @module Which rows of a file a wizard's run is about, and what came of each. */
import type { View } from '@wxcc-onboard/core'
import type { World } from '../compose.ts'
import {
  balanceOf,
  failedFile,
  isConserved,
  isToBeTriedAgain,
  type RowResult,
  rowResults,
  unseenIn,
} from '../csv/rows.ts'
import { findRunRows, keepRunRows, type RunRows } from '../csv/run-rows.ts'
import { stringifyCsv } from '../csv/stringify.ts'
import { Trouble } from '../exit.ts'
import type { FileOutcome } from '../screens/file-outcome.ts'
import { commandFor } from './command-for.ts'
import type { Context, PlaceOptions } from './context.ts'
import { agentsNext } from './csv-agents-next.ts'
import { freeName, reasonOf, sourceOf } from './csv-rows.ts'
import { writeText } from './read-text.ts'

export async function keepRowsOf(world: World, view: View): Promise<void> {
  const rows = rowsOf(view)
  if (rows !== undefined) await keepRunRows(world, view.runId, rows)
}

function rowsOf({ file }: View): Omit<RunRows, 'format'> | undefined {
  const { opened, reading } = file ?? {}
  if (opened === undefined || reading === undefined) return undefined
  const rowsIn = reading.rows.length + reading.rejected.length
  return { path: opened.path, sha256: opened.sha256, rowsIn, reading }
}

/** Rows out = rows in. `before` was written for the same run, which has been tried again since. */
export async function tellRowsOf(
  context: Context<PlaceOptions>,
  view: View,
  before: string | undefined,
): Promise<FileOutcome | undefined> {
  const rows = rowsOf(view) ?? (await findRunRows(context.world, view.runId))
  // While files are imported nobody has to try again yet.
  if (rows === undefined || view.report === undefined || view.importing?.turn !== undefined) return undefined
  const results = rowResults(rows, view.report)
  const balance = balanceOf(results, rows.rowsIn)
  if (!isConserved(balance)) throw new Error(`rows were lost: ${JSON.stringify(balance)}`)
  if (before !== undefined) context.world.files.remove(before)
  const unseen = unseenOf(context, view, results)
  const sheet = view.file?.sheet
  const source = sheet === undefined ? sourceOf(context, rows) : { path: rows.path, table: sheet.table }
  const agents = agentsNext(context, source, view)
  return {
    balance,
    ...unseen,
    ...writeFailed(context, view, rows, results),
    ...(agents === undefined ? {} : { agents }),
  }
}

function unseenOf(
  { options }: Context<PlaceOptions>,
  { runId }: View,
  results: readonly RowResult[],
): Pick<FileOutcome, 'unseen'> {
  const count = unseenIn(results)
  return count === 0 ? {} : { unseen: { count, command: commandFor(options, 'verify', runId) } }
}

function writeFailed(
  context: Context,
  { file }: View,
  rows: Pick<RunRows, 'path' | 'sha256'>,
  results: readonly RowResult[],
): Pick<FileOutcome, 'failedFile' | 'unwritten'> {
  if (!results.some(isToBeTriedAgain)) return {}
  const { opened, sheet } = file ?? {}
  const own = opened && sheet && { path: rows.path, layout: opened.layout, table: sheet.table }
  const source = own ?? sourceOf(context, rows)
  if (source === undefined) return { unwritten: context.sentences.t('output.csv.failed-unwritten') }
  const path = freeName(context, source.path)
  const records = failedFile(source.table, results, (result) => reasonOf(context, result))
  try {
    writeText(context.world, path, stringifyCsv(records, source.layout))
    return { failedFile: path }
  } catch (error) {
    if (!(error instanceof Trouble)) throw error
    return { unwritten: context.sentences.trouble(error).message }
  }
}
