import type { Plan } from '@wxcc-onboard/core'
import { type Exit, Trouble } from '../exit.ts'
import { type ApplyOptions, checkApproval, checkCurrent } from './approval.ts'
import { carryOut } from './carry-out.ts'
import { type Context, operatorModeOf } from './context.ts'
import { isCsvPath, refuseCsvOptions } from './csv-path.ts'
import { tellPlan } from './plan.ts'
import { readRequestFile } from './request-file.ts'
import { takeRun } from './run-record.ts'
import { readSavedPlan, type SavedPlan } from './saved-plan.ts'
import { inPlace, review } from './walk.ts'

/** Carries out a plan that was approved: a saved one as it stands, or that of a request by its hash. */
export async function apply(context: Context<ApplyOptions>, path: string): Promise<Exit> {
  const { options, world } = context
  checkApproval(options, path)
  if (isCsvPath(path)) return (await import('./csv-apply.ts')).applyCsv(context, path)
  const saved = readSavedPlan(world, path)
  if (saved?.csv !== undefined)
    return (await import('./csv-apply.ts')).applyCsv(context, saved.csv.path, saved)
  const undone = saved?.plan.undo?.runId
  if (undone !== undefined) return (await import('./undo.ts')).undo(context, undone, saved)
  refuseCsvOptions(options)
  const file = saved === undefined ? readRequestFile(world, path) : undefined
  const request = saved === undefined ? file?.request : boundTo(saved)
  if (request === undefined) throw new Trouble('plan.malformed', { path })
  if (saved !== undefined) checkSaved(saved.plan, options.approve, path)
  const mode = operatorModeOf(options)
  return inPlace(context, mode, async (place) => {
    const { onboarding, view, plan } = await review(context, place, request, file?.place)
    try {
      tellPlan(context, view, file)
      checkCurrent(plan, saved?.plan, options.approve, path)
      await takeRun(place, view.runId)
      const { sentences, output } = context
      const facts = { hash: plan.hash.slice(0, 12), run: view.runId }
      output.say(`\n${sentences.t('output.apply.begin', facts)}`)
      const begin = () => onboarding.send({ type: 'plan.approve', hash: plan.hash })
      return await carryOut(context, place, onboarding, mode, begin)
    } finally {
      await onboarding.stop()
    }
  })
}

/** A saved plan is for the organization that it was made for, even where its request names none. */
function boundTo({ request, plan }: SavedPlan): SavedPlan['request'] {
  return { ...request, organization: request.organization ?? plan.organization.id }
}

function checkSaved(plan: Plan, approve: string | undefined, path: string): void {
  if (approve !== undefined && !plan.hash.startsWith(approve)) {
    throw new Trouble('approval.differs', { path, actual: plan.hash, expected: approve })
  }
}
