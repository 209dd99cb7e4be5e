import type { Plan } from '@wxcc-onboard/core'
import type { Exit } from '../exit.ts'
import { forecastData } from '../output/forecast.ts'
import { createPaint } from '../output/paint.ts'
import { planLines } from '../output/plan-text.ts'
import { type ApplyOptions, approvedOf, checkApproval, checkApproved, editedTrouble } from './approval.ts'
import { carryOut } from './carry-out.ts'
import { type Context, operatorModeOf } from './context.ts'
import { isCsvPath, refuseCsvOptions } from './csv-path.ts'
import { tellReading } from './long-work.ts'
import { paceOf } from './place.ts'
import { tellPlan } from './plan.ts'
import { readRequestFile } from './request-file.ts'
import { takeRun } from './run-list.ts'
import { tellSamePeople } from './same-people.ts'
import { readSavedPlan, type SavedPlan } from './saved-plan.ts'
import { inPlace, open, review } from './walk.ts'

/** Carries out a plan that was approved: a saved one row by row where it still holds, or that of a request by its hash. */
export async function apply(context: Context<ApplyOptions>, path: string): Promise<Exit> {
  const { options, world } = context
  checkApproval(options, path)
  if (isCsvPath(path)) return (await import('./csv-apply.ts')).applyCsv(context, path)
  tellReading(context, path)
  const saved = readSavedPlan(world, path)
  if (saved?.csv !== undefined)
    return (await import('./csv-apply.ts')).applyCsv(context, saved.csv.path, saved)
  const undone = saved?.plan.undo?.runId
  if (undone !== undefined) return (await import('./undo.ts')).undo(context, undone, saved, path)
  refuseCsvOptions(options)
  return saved === undefined ? applyRequest(context, path) : applySaved(context, path, saved)
}

async function applyRequest(context: Context<ApplyOptions>, path: string): Promise<Exit> {
  const mode = operatorModeOf(context.options)
  const file = readRequestFile(context.world, path)
  return inPlace(context, mode, async (place) => {
    const { onboarding, view, plan } = await review(context, place, file.request, file)
    try {
      tellPlan(context, view, file)
      checkApproved(plan, context.options.approve, path)
      await takeRun(place, view.runId)
      tellBegin(context, plan, view.runId)
      const begin = () => onboarding.send({ type: 'plan.approve', hash: plan.hash })
      return await carryOut(context, place, onboarding, mode, begin)
    } finally {
      await onboarding.stop()
    }
  })
}

/** `--yes` approves what was saved, and nothing that is planned anew meanwhile. */
async function applySaved(context: Context<ApplyOptions>, path: string, saved: SavedPlan): Promise<Exit> {
  const { options, output, sentences, world } = context
  const { plan } = saved
  checkApproved(plan, options.approve, path)
  const mode = operatorModeOf(options)
  return inPlace(context, mode, async (place) => {
    const pace = paceOf(context)
    output.say(planLines(plan, sentences, createPaint(world.stdout), { pace }).join('\n'))
    output.result('plan', plan)
    output.result('forecast', forecastData(plan, pace))
    const runId = place.ports.ids.next()
    await takeRun(place, runId)
    await tellSamePeople(context, place, runId, plan)
    const onboarding = open(context, place, { runId, approved: approvedOf(saved, options.org) })
    try {
      tellBegin(context, plan, runId)
      return await carryOut(context, place, onboarding, mode)
    } catch (error) {
      throw editedTrouble(error, path, plan)
    } finally {
      await onboarding.stop()
    }
  })
}

function tellBegin({ output, sentences }: Context, { hash }: Plan, run: string): void {
  output.say(`\n${sentences.t('output.apply.begin', { hash: hash.slice(0, 12), run })}`)
}
