import type { Plan, ReportView } from '@wxcc-onboard/core'
import { readCsvFile } from '../csv/file.ts'
import { type ImportState, saveImport } from '../csv/import-state.ts'
import { rowResults } from '../csv/rows.ts'
import { keepRunRows } from '../csv/run-rows.ts'
import { type Exit, Trouble } from '../exit.ts'
import { carryOut } from './carry-out.ts'
import {
  type Context,
  type FormatOptions,
  type OperatorOptions,
  operatorModeOf,
  type PlaceOptions,
} from './context.ts'
import { tellResults } from './csv-rows.ts'
import type { Place } from './place.ts'
import { takeRun } from './run-record.ts'
import { review } from './walk.ts'

type FinishOptions = PlaceOptions & FormatOptions & OperatorOptions

/** What a file cannot say: roles, synchronizing and verifying, for everyone whose row arrived (CSV-11, CSV-15). */
export async function finishImport(
  context: Context<FinishOptions>,
  place: Place,
  state: ImportState,
): Promise<Exit> {
  const { output, sentences } = context
  output.say(`\n${sentences.t('output.csv.import.finished')}`)
  const arrived = state.rows.flatMap(({ line }, index) =>
    state.results[line]?.outcome === 'failed' ? [] : [index],
  )
  const { exit, report } = arrived.length === 0 ? nobody : await doTheRest(context, place, state, arrived)
  const file = readCsvFile(context.world, state.file.path)
  const { rowsIn, ...run } = rowsOf(state)
  const balance = tellResults(context, { file, sheet: file.sheet }, rowResults(run, report), rowsIn)
  return exit === 'done' && balance.failed + balance.rejected > 0 ? 'incomplete' : exit
}

const nobody: { readonly exit: Exit; readonly report: ReportView | undefined } = {
  exit: 'incomplete',
  report: undefined,
}

async function doTheRest(
  context: Context<FinishOptions>,
  place: Place,
  state: ImportState,
  arrived: readonly number[],
): Promise<{ readonly exit: Exit; readonly report: ReportView | undefined }> {
  const { request } = state
  const people = arrived.flatMap((index) => request.people[index] ?? [])
  const { onboarding, view, plan } = await review(context, place, { ...request, people })
  try {
    checkImported(plan, state)
    await takeRun(place, view.runId)
    await saveImport(context.world, { ...state, runId: view.runId })
    await keepRunRows(context.world, view.runId, rowsOf(state))
    const begin = () => onboarding.send({ type: 'plan.approve', hash: plan.hash, removals: plan.removals })
    const exit = await carryOut(context, place, onboarding, operatorModeOf(context.options), begin)
    return { exit, report: onboarding.getView().report }
  } finally {
    await onboarding.stop()
  }
}

/** The approval was of the file: people and licenses are as it wants them, so that only roles may be left to change. */
function checkImported({ steps, hash, removals }: Plan, { approvedHash, file }: ImportState): void {
  if (removals === 0 && steps.every(({ kind }) => kind === 'administrator.change')) return
  throw new Trouble('plan.stale', { path: file.path, actual: hash, expected: approvedHash })
}

function rowsOf({ file, rows, rejected, results }: ImportState) {
  return { ...file, rowsIn: rows.length + rejected.length, reading: { rows, rejected }, imported: results }
}
