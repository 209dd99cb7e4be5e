import type { View } from '@wxcc-onboard/core'
import type { Exit } from '../exit.ts'
import { forecastData } from '../output/forecast.ts'
import { problemData } from '../output/output.ts'
import { createPaint } from '../output/paint.ts'
import { planLines } from '../output/plan-text.ts'
import { problemLines } from '../output/text.ts'
import { commandFor } from './command-for.ts'
import type { Context, FormatOptions, PlaceOptions } from './context.ts'
import { isCsvPath, refuseCsvOptions } from './csv-path.ts'
import { paceOf } from './place.ts'
import { writeText } from './read-text.ts'
import { type RequestFile, readRequestFile } from './request-file.ts'
import { savedPlanText } from './saved-plan.ts'
import { inPlace, review } from './walk.ts'

type PlanOptions = PlaceOptions & FormatOptions & { readonly output?: string }

/** Says what a request would change, and changes nothing. */
export async function plan(context: Context<PlanOptions>, path: string): Promise<Exit> {
  if (isCsvPath(path)) return (await import('./csv-plan.ts')).planCsv(context, path)
  refuseCsvOptions(context.options)
  const file = readRequestFile(context.world, path)
  const { view, onboarding } = await inPlace(context, 'leave', async (place) => {
    const reviewed = await review(context, place, file.request, file)
    await reviewed.onboarding.stop()
    return reviewed
  })
  tellPlan(context, view, file)
  const saved = context.options.output
  if (saved !== undefined && view.plan !== undefined) {
    writeText(context.world, saved, savedPlanText(onboarding.getRequest(), view.plan))
    context.output.say(context.sentences.t('output.plan.saved', { path: saved }))
  }
  const hash = view.plan?.hash ?? ''
  const command = commandFor(context.options, 'apply', saved ?? path, '--approve', hash.slice(0, 12))
  context.output.say(context.sentences.t('output.plan.how', { command }))
  return 'done'
}

/** The plan and what has to be known about it, before it is approved. */
export function tellPlan(context: Context<PlaceOptions>, view: View, file?: RequestFile): void {
  const { world, output, sentences } = context
  if (view.plan === undefined) return
  const paint = createPaint(world.stdout)
  const problems = view.problems.map((problem) => file?.place(problem) ?? problem)
  const pace = paceOf(context)
  output.say(planLines(view.plan, sentences, paint, { pace }).join('\n'))
  for (const problem of problems) output.say(problemLines(problem, sentences, paint).join('\n'))
  output.result('plan', view.plan)
  output.result('forecast', forecastData(view.plan, pace))
  output.result(
    'problems',
    problems.map((problem) => problemData(problem, sentences)),
  )
}
