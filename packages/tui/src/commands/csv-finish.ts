import type { Plan, Request, View } from '@wxcc-onboard/core'
import { type ImportState, roleChanges, saveImport } from '../csv/import-state.ts'
import { type RowBalance, rowResults } from '../csv/rows.ts'
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
import { sourceOf, tellAgentsNext, tellResults } from './csv-rows.ts'
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
  const people = state.rows.flatMap(({ line }, index) =>
    state.results[line]?.outcome === 'failed' ? [] : (state.request.people[index] ?? []),
  )
  let ended: Pick<View, 'runId' | 'report'> | undefined
  let exit: Exit = 'incomplete'
  let balance: RowBalance | undefined
  try {
    if (people.length > 0) {
      const request = { ...state.request, people }
      exit = await doTheRest(context, place, { state, request }, (view) => {
        ended = view
      })
    }
  } finally {
    balance = tellImportRows(context, state, ended)
  }
  return exit === 'done' && balance.failed + balance.rejected > 0 ? 'incomplete' : exit
}

/** What came of every row of an import, with or without a run behind it. */
export function tellImportRows(
  context: Context,
  state: ImportState,
  ended?: Pick<View, 'runId' | 'report'>,
): RowBalance {
  const { rowsIn, ...run } = rowsOf(state)
  const source = sourceOf(context, state.file)
  const balance = tellResults(context, source, rowResults(run, ended?.report), rowsIn, ended?.runId)
  tellAgentsNext(context, source)
  return balance
}

async function doTheRest(
  context: Context<FinishOptions>,
  place: Place,
  { state, request }: { readonly state: ImportState; readonly request: Request },
  tell: (view: View) => void,
): Promise<Exit> {
  const { onboarding, view, plan } = await review(context, place, request)
  try {
    checkImported(plan, state)
    await takeRun(place, view.runId)
    await keepRunRows(context.world, view.runId, rowsOf(state))
    await saveImport(context.world, { ...state, runId: view.runId })
    const begin = () => onboarding.send({ type: 'plan.approve', hash: plan.hash, removals: plan.removals })
    return await carryOut(context, place, onboarding, operatorModeOf(context.options), begin)
  } finally {
    tell(onboarding.getView())
    await onboarding.stop()
  }
}

/** People and licenses are as the approved file wants them: only roles may be left, and only those approved with it. */
function checkImported(plan: Plan, { approvedHash, approvedRoles, file }: ImportState): void {
  const roles = roleChanges(plan)
  const isApproved = roles.every((change) => approvedRoles.includes(change))
  if (plan.removals === 0 && isApproved && plan.steps.length === roles.length) return
  throw new Trouble('plan.stale', { path: file.path, actual: plan.hash, expected: approvedHash })
}

function rowsOf({ file, rows, rejected, results }: ImportState) {
  return { ...file, rowsIn: rows.length + rejected.length, reading: { rows, rejected }, imported: results }
}
