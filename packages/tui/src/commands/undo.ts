import { approveUndo, type PlannedUndo, planUndo } from '@wxcc-onboard/core'
import { type Exit, repeatable, Trouble, troubleOfProblems } from '../exit.ts'
import { problemList } from '../output/csv-text.ts'
import { forecastData } from '../output/forecast.ts'
import { problemData } from '../output/output.ts'
import { createPaint } from '../output/paint.ts'
import { planLines } from '../output/plan-text.ts'
import { type ApplyOptions, checkApproved, checkHash, editedTrouble } from './approval.ts'
import { carryOut } from './carry-out.ts'
import { commandFor } from './command-for.ts'
import { type Context, operatorModeOf } from './context.ts'
import { type Place, paceOf } from './place.ts'
import { writeText } from './read-text.ts'
import { findSummary, type KeptSummary, takeRun } from './run-list.ts'
import { findRun } from './run-record.ts'
import { type SavedPlan, savedPlanText } from './saved-plan.ts'
import { atRun, open } from './walk.ts'

export type UndoOptions = ApplyOptions & {
  readonly planOnly?: boolean
  readonly output?: string
  readonly deleteCreated?: boolean
  readonly confirmRemovals?: string
}

const never = new AbortController().signal

/**
 * Takes back what a run did, as far as it can be: shows the plan of it, and carries it out under its own approval as a
 * run of its own. A saved undo plan is carried out row by row where it still holds, and refused where it was edited.
 */
export async function undo(
  given: Context<UndoOptions>,
  run: string,
  saved?: SavedPlan,
  path = run,
): Promise<Exit> {
  const isPlan = isPlanOnly(given.options)
  const summary = await findSummary(given.world, run)
  if (summary.kind === 'agents') return undoAgents(given, summary)
  if (!isPlan) checkUndoApproval(given.options, run)
  if (summary.state === 'unapproved') throw new Trouble('run.not-approved', { run })
  const mode = operatorModeOf(given.options)
  return atRun(given, summary, mode, async (place, context) => {
    const { options } = context
    if (!isPlan) await takeRun(place, run)
    const { record } = await findRun(context.world, run)
    const deletesCreated = saved?.plan.undo?.deletesCreated ?? options.deleteCreated === true
    const planned = await planUndo({ runId: run, record, deletesCreated }, place.ports, never)
    if (!planned.ok) throw troubleOfProblems([planned.problem])
    tellUndo(context, saved === undefined ? planned.undo : { ...planned.undo, plan: saved.plan })
    if (isPlan) return tellHow(context, planned.undo)
    const undo = saved === undefined ? planned.undo : savedUndo(context, saved, planned.undo)
    checkApproved(undo.plan, options.approve, run)
    if (saved === undefined && isNothing(undo)) return 'done'
    checkRemovals(undo, options.confirmRemovals)
    return begin(context, place, undo).catch((error: unknown) => {
      throw editedTrouble(error, path, undo.plan)
    })
  })
}

/** Details of agents are set again from a file, under its own plan and approval. */
async function undoAgents(given: Context<UndoOptions>, summary: KeptSummary): Promise<Exit> {
  const { approve, yes } = given.options
  if (approve !== undefined || yes === true) throw new Trouble('undo.agents', { run: summary.runId })
  const { tellFormerAgents } = await import('./csv-agents-run.ts')
  return tellFormerAgents(given, summary)
}

function isPlanOnly({ planOnly, output, approve, yes }: UndoOptions): boolean {
  return planOnly === true || (output !== undefined && approve === undefined && yes !== true)
}

function checkUndoApproval({ approve, yes }: UndoOptions, run: string): void {
  if (approve === undefined && yes !== true) throw new Trouble('undo.not-approved', { run })
  checkHash(approve)
}

/** What was saved is carried out row by row: its steps leave alone whoever was changed since, and say so. */
function savedUndo(
  { output, sentences }: Context,
  { plan, request }: SavedPlan,
  now: PlannedUndo,
): PlannedUndo {
  if (plan.organization.id !== now.plan.organization.id) throw new Trouble('request.another-organization')
  const keys = new Set(now.plan.steps.map(({ key }) => key))
  const moved = new Set(plan.steps.filter(({ key }) => !keys.has(key)).map(({ email }) => email))
  if (moved.size > 0) output.say(`\n${sentences.t('output.undo.moved', { people: moved.size })}`)
  return { plan, request, operator: now.operator }
}

/** Who loses a license or is deleted is counted by hand, whatever else is approved (M5). */
function checkRemovals({ plan: { removals } }: PlannedUndo, given: string | undefined): void {
  if (given === String(removals) || (removals === 0 && given === undefined)) return
  throw new Trouble('undo.removals-unconfirmed', { removals, given: repeatable(given ?? 'none') })
}

function isNothing({ plan }: PlannedUndo): boolean {
  return plan.steps.length + plan.tasks.length === 0
}

/** The plan, and what of the run stays. */
function tellUndo(context: Context<UndoOptions>, { plan }: PlannedUndo): void {
  const { world, output, sentences } = context
  const paint = createPaint(world.stdout)
  const { t } = sentences
  const stays = plan.undo?.stays ?? []
  output.say(paint('bold', t('output.undo.title', { run: plan.undo?.runId })))
  const pace = paceOf(context)
  output.say(planLines(plan, sentences, paint, { pace }).join('\n'))
  if (stays.length > 0) output.say(`\n${paint('bold', t('output.undo.stays'))}`)
  for (const line of problemList(stays, sentences, paint)) output.say(line)
  output.result('plan', plan)
  output.result('forecast', forecastData(plan, pace))
  output.result(
    'problems',
    stays.map((problem) => problemData(problem, sentences)),
  )
}

function tellHow({ world, output, sentences, options }: Context<UndoOptions>, undo: PlannedUndo): Exit {
  const { plan, request } = undo
  const path = options.output
  if (path !== undefined) {
    writeText(world, path, savedPlanText(request, plan))
    output.say(sentences.t('output.plan.saved', { path }))
  }
  if (isNothing(undo)) return 'done'
  const words = [
    ...(path === undefined ? ['undo', plan.undo?.runId ?? ''] : ['apply', path]),
    ...(path === undefined && plan.undo?.deletesCreated ? ['--delete-created'] : []),
    '--approve',
    plan.hash.slice(0, 12),
    ...(plan.removals > 0 ? ['--confirm-removals', String(plan.removals)] : []),
  ]
  output.say(sentences.t('output.plan.how', { command: commandFor(options, ...words) }))
  return 'done'
}

async function begin(context: Context<UndoOptions>, place: Place, undo: PlannedUndo): Promise<Exit> {
  const { hash, removals } = undo.plan
  const runId = place.ports.ids.next()
  await takeRun(place, runId)
  const approved = await approveUndo(undo, { hash, removals, runId }, place.ports)
  if (!approved.ok) throw troubleOfProblems([approved.problem])
  context.output.say(
    `\n${context.sentences.t('output.apply.begin', { hash: hash.slice(0, 12), run: runId })}`,
  )
  const onboarding = open(context, place, { resume: approved })
  try {
    return await carryOut(context, place, onboarding, operatorModeOf(context.options))
  } finally {
    await onboarding.stop()
  }
}
