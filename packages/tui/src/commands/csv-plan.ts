import { resolve } from 'node:path'
import type { Plan, View } from '@wxcc-onboard/core'
import { placedInFile } from '../csv/file.ts'
import { type Exit, Trouble } from '../exit.ts'
import { csvPlanLines, understood, understoodLines } from '../output/csv-text.ts'
import { forecastData } from '../output/forecast.ts'
import { mostInFull } from '../output/most.ts'
import { createPaint } from '../output/paint.ts'
import { planLines } from '../output/plan-text.ts'
import { commandFor } from './command-for.ts'
import type { Context, PlaceOptions } from './context.ts'
import { type CarryOutOptions, type Prepared, prepareCsv, refusal } from './csv-prepare.ts'
import { tellProblems } from './csv-read.ts'
import { type Place, paceOf } from './place.ts'
import { writeText } from './read-text.ts'
import { type SavedCsv, savedOptions, savedPlanText } from './saved-plan.ts'
import { inPlace, type Reviewed, review } from './walk.ts'

type PlanOptions = CarryOutOptions & { readonly output?: string }

/** Says what a file would change, and changes nothing. */
export async function planCsv(context: Context<PlanOptions>, path: string): Promise<Exit> {
  const { options, output, sentences, world } = context
  const { prepared, view, plan, onboarding } = await inPlace(context, 'leave', async (place) => {
    const prepared = await prepareCsv(context, place, path)
    const reviewed = await reviewCsv(context, place, prepared)
    await reviewed.onboarding.stop()
    return { prepared, ...reviewed }
  })
  tellCsvPlan(context, prepared, { view, plan })
  if (options.output !== undefined) {
    writeText(
      world,
      options.output,
      savedPlanText(onboarding.getRequest(), plan, savedCsv(prepared, options)),
    )
    output.say(sentences.t('output.plan.saved', { path: options.output }))
  }
  const words = ['--approve', plan.hash.slice(0, 12), ...removalWords(plan)]
  const command =
    options.output === undefined
      ? commandFor(options, 'apply', path, ...csvWords(options), ...words)
      : commandFor(options, 'apply', options.output, ...words)
  output.say(sentences.t('output.plan.how', { command }))
  return 'done'
}

/** The engine's own plan, with what blocks it told by line and header. */
export async function reviewCsv(
  context: Context<CarryOutOptions>,
  place: Place,
  prepared: Prepared,
): Promise<Reviewed> {
  try {
    return await review(context, place, prepared.request, prepared)
  } catch (error) {
    if (error instanceof Trouble && error.code === 'plan.blocked')
      throw refusal(error.problems, prepared.judged.file.path)
    throw error
  }
}

export function tellCsvPlan(
  context: Context<PlaceOptions>,
  { judged, importPlan, place }: Prepared,
  { view, plan }: { readonly view: Pick<View, 'problems'>; readonly plan: Plan },
): void {
  const { world, output, sentences } = context
  const paint = createPaint(world.stdout)
  output.result('file', understood(judged))
  output.say(`${understoodLines(judged, sentences, paint).join('\n')}\n`)
  const isAll = judged.scope === 'licenses'
  const isShort = plan.people.length <= mostInFull.plan
  const pace = paceOf(context)
  const lines = isShort
    ? planLines(plan, sentences, paint, { pace, isAll })
    : csvPlanLines(plan, pace, sentences, paint)
  output.say(lines.join('\n'))
  if (importPlan !== undefined)
    output.say(sentences.t('output.csv.files', { count: importPlan.parts.length, scope: judged.scope }))
  output.result('plan', plan)
  output.result('forecast', forecastData(plan, pace))
  const { file, sheet, problems } = judged
  tellProblems(context, [
    ...problems.map((problem) => placedInFile(problem, file.path, sheet)),
    ...view.problems.map(place),
  ])
  const { rows, rejected } = judged.reading
  const counts = { in: sheet.table.records.length, understood: rows.length, rejected: rejected.length }
  output.say(`\n${sentences.t('output.csv.rows', counts)}`)
  if (plan.removals > 0) output.say(sentences.t('output.csv.removals', { count: plan.removals }))
}

/** The options under which the file was planned; a saved plan carries them along. */
function savedCsv({ judged, via }: Prepared, options: CarryOutOptions): SavedCsv {
  const { path, sha256 } = judged.file
  return { path: resolve(path), sha256, options: savedOptions({ ...options, via }) }
}

/** Every option that the file was read under, so that the command means the same plan. */
function csvWords(options: CarryOutOptions): string[] {
  const { subscription = [], acknowledge = [] } = options
  return [
    ...word('--mode', options.mode),
    ...word('--platform', options.platform),
    ...word('--repair', options.repair),
    ...word('--via', options.via),
    ...(options.allColumns === true ? ['--all-columns'] : []),
    ...word('--rows', options.rows),
    ...word('--directory', options.directory),
    ...word('--roles', options.roles),
    ...word('--baseline', options.baseline),
    ...word('--delimiter', options.delimiter),
    ...word('--encoding', options.encoding),
    ...word('--both-true', options.bothTrue),
    ...subscription.flatMap((id) => word('--subscription', id)),
    ...acknowledge.flatMap((code) => word('--acknowledge', code)),
  ]
}

function removalWords({ removals }: Plan): string[] {
  return removals === 0 ? [] : ['--confirm-removals', String(removals)]
}

function word(name: string, value: string | undefined): string[] {
  return value === undefined ? [] : [name, value]
}
