/** @module What came of the rows of a file with details of agents: rows in are rows out. */
import type { AgentReport, RejectedAgent } from '@wxcc-onboard/core'
import { personKey } from '@wxcc-onboard/core'
import { type PreparedAgents, readTableFile } from '../csv/agents.ts'
import { sha256Of } from '../csv/file.ts'
import { type RowBalance, type RowResult, rowOutcomeOf } from '../csv/rows.ts'
import { findRunRows, keepRunRows, type RunRows } from '../csv/run-rows.ts'
import { Trouble } from '../exit.ts'
import type { Context } from './context.ts'
import { tellResults } from './csv-rows.ts'

/** Rows of a file of which nothing is to be set. */
export function tellUnchanged(context: Context, { file, judged }: PreparedAgents): RowBalance {
  const already = judged.already.map(
    ({ line, email }): RowResult => ({ line, email, outcome: 'already', problems: [] }),
  )
  return tellResults(context, file, withRejected(already, judged.rejected), file.table.records.length)
}

/** Kept with the run, so that going on with it tells every row of its file. */
export async function keepAgentRows(
  { world }: Context,
  run: string,
  prepared: PreparedAgents,
): Promise<void> {
  const { file, judged } = prepared
  const rows = [...judged.changes, ...judged.already].toSorted((a, b) => a.line - b.line)
  await keepRunRows(world, run, {
    path: file.path,
    sha256: sha256Of(file.bytes),
    rowsIn: file.table.records.length,
    reading: { rows, rejected: judged.rejected },
  })
}

/** Tells every row of the run's file; without its rows, every change of its plan. */
export async function tellAgentRows(context: Context, run: string, report: AgentReport): Promise<RowBalance> {
  const kept = await findRunRows(context.world, run)
  if (kept === undefined)
    return tellResults(context, undefined, changeResults(report), report.agents.length, run)
  return tellResults(context, sourceOf(context, kept), resultsOf(kept, report), kept.rowsIn, run)
}

function resultsOf({ reading }: RunRows, report: AgentReport): readonly RowResult[] {
  const changed = new Map(changeResults(report).map((result) => [personKey(result.email), result]))
  const rows = reading.rows.map(
    ({ line, email }): RowResult =>
      changed.get(personKey(email)) ?? { line, email, outcome: 'already', problems: [] },
  )
  return withRejected(rows, reading.rejected)
}

/** In the order of the file. */
function withRejected(rows: readonly RowResult[], rejected: readonly RejectedAgent[]): readonly RowResult[] {
  const left = rejected.map((row): RowResult => ({ ...row, outcome: 'rejected' }))
  return [...rows, ...left].toSorted((a, b) => a.line - b.line)
}

function changeResults({ agents }: AgentReport): readonly RowResult[] {
  return agents.map(({ change: { line, email }, outcome, problems }) => ({
    line,
    email,
    problems,
    outcome: rowOutcomeOf[outcome],
    ...(outcome === 'invisible' ? { waitsFor: 'reading' } : {}),
  }))
}

/** The file as it was planned; undefined where it is not there any more, or is another one. */
function sourceOf({ world, options }: Context, { path, sha256 }: RunRows) {
  try {
    const file = readTableFile(world, path, options)
    return sha256Of(file.bytes) === sha256 ? file : undefined
  } catch (error) {
    if (error instanceof Trouble) return undefined
    throw error
  }
}
