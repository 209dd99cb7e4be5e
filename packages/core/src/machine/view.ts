import type { SnapshotFrom } from 'xstate'
import type { Disabled } from '../domain/disabled.ts'
import type { Problem } from '../domain/problem.ts'
import { batchesOf } from '../intake/draft.ts'
import { fieldsOf } from './fields.ts'
import { isByFile, plannedDraft, stagesOf } from './file-route.ts'
import { fileView } from './file-view.ts'
import { importView } from './import-view.ts'
import { blockersBeside, blockersIn, isAnswered, limitsOf, problemsOf } from './judgement.ts'
import type { onboardingMachine } from './onboarding.machine.ts'
import type { Context, Stage } from './onboarding.types.ts'
import { renewalBlockers, renewalProblems } from './renewal.ts'
import { reportOf, taskViews } from './report.ts'
import { rulesOf, stageFacts } from './stage-facts.ts'
import { canRetry } from './tasks.ts'
import type { ProgressView, StageView, View } from './view.types.ts'

export type OnboardingSnapshot = SnapshotFrom<typeof onboardingMachine>

/**
 * The snapshot as plain data: all that a user interface needs, but for single people and steps, which it asks for by
 * row and by key. Costs the same for one person and for thousands while nothing about them has changed.
 */
export function viewOf(snapshot: OnboardingSnapshot): View {
  const { context } = snapshot
  const stage = stageOf(snapshot)
  const mode = modeOf(snapshot, stage)
  const problems = isAskingAnew(stage, mode) ? renewalProblems(context) : problemsOf(stage, context)
  const stages = stagesOf(context)
  const draft = plannedDraft(context)
  return {
    runId: context.runId,
    organization: context.connection?.organization,
    operator: context.connection?.operator,
    stage,
    mode,
    position: { number: stages.indexOf(stage) + 1, of: stages.length },
    stages: stages.map((id) => stageView(id, stage, stages, context)),
    problems: saidOf(
      context.trouble,
      problems,
      ...(stage === 'review' ? [context.others, limitsOf(context.plan)] : []),
    ),
    entry: draft.entry,
    people: draft.people,
    file: isByFile(context) ? fileView(context.file, stage) : undefined,
    batchSize: draft.batchSize,
    batches: batchesOf(draft),
    acknowledged: draft.acknowledged,
    pools: context.observation?.pools ?? [],
    plan: context.plan,
    renewal: context.renewal,
    isApproved: context.approvedHash !== undefined,
    importing: importView(context),
    progress: context.approvedHash === undefined ? undefined : progressOf(context),
    tasks: taskViews(context),
    report: stage === 'report' ? reportOf(context) : undefined,
    can: {
      next: canGoOn(stage, mode, problems, context),
      back: canGoBack(stage, stages),
      approve: canApprove(stage, mode, problems, context),
      stop: canStop(stage, stages, mode),
      retry: mayRetry(stage, mode, context),
    },
  }
}

/** Troubles first, then what the rules say, then what could not be undone; the same list while nothing changed. */
function saidOf(...lists: readonly (readonly Problem[])[]): readonly Problem[] {
  const said = lists.filter((list) => list.length > 0)
  return said.length === 1 ? (said[0] ?? []) : said.flat()
}

/** Saving asks only when rows that moved would do something new. */
function isAskingAnew(stage: Stage, mode: View['mode']): boolean {
  return stage === 'saving' && mode === 'asking'
}

export function stageOf({ value }: OnboardingSnapshot): Stage {
  const [outer, inner] =
    typeof value === 'string' ? [value, undefined] : (Object.entries(value)[0] ?? ['signIn', undefined])
  if (outer !== 'answering') return outer as Stage
  return (typeof inner === 'string' ? inner : Object.keys(inner ?? {})[0]) as Stage
}

function modeOf(snapshot: OnboardingSnapshot, stage: Stage): View['mode'] {
  if (snapshot.hasTag('failed')) return 'failed'
  if (snapshot.hasTag('working')) return 'working'
  return stage === 'report' ? 'ended' : 'asking'
}

function stageView(id: Stage, current: Stage, stages: readonly Stage[], context: Context): StageView {
  const distance = stages.indexOf(id) - stages.indexOf(current)
  const isOpen = distance <= 0 && isAnswered(current)
  return {
    id,
    titleKey: `stage.${id}`,
    status: distance < 0 ? 'done' : distance === 0 ? 'current' : 'upcoming',
    rules: rulesOf(id, context.draft.platform),
    docsUrl: stageFacts[id].docsUrl,
    fields: isOpen ? fieldsOf(id, context) : [],
    ...(distance > 0 ? { disabled: notNow('stage-not-reached') } : {}),
  }
}

function progressOf({ plan, results, inFlight, pace }: Context): ProgressView {
  const total = plan?.steps.length ?? 0
  const perStep =
    pace === undefined || pace.settled === 0 ? undefined : (pace.at - pace.startedAt) / pace.settled
  return {
    total,
    settled: results.size,
    counts: results.counts,
    inFlight,
    ...(perStep === undefined || perStep === 0 ? {} : { perMinute: Math.round(60_000 / perStep) }),
    ...(perStep === undefined ? {} : { secondsLeft: Math.ceil((perStep * (total - results.size)) / 1000) }),
  }
}

function canGoOn(
  stage: Stage,
  mode: View['mode'],
  problems: readonly Problem[],
  context: Context,
): Disabled | true {
  if (mode === 'working') return notNow('in-progress')
  if (!isAnswered(stage) || stage === 'review' || mode === 'failed') return notNow('not-in-this-stage')
  return unblocked(blockersIn(stage, problems, context))
}

function canApprove(
  stage: Stage,
  mode: View['mode'],
  problems: readonly Problem[],
  context: Context,
): Disabled | true {
  if (isAskingAnew(stage, mode)) return unblocked(renewalBlockers(context))
  if (stage !== 'review' || mode === 'failed') return notNow('not-in-this-stage')
  if (mode === 'working') return notNow('in-progress')
  return unblocked([...blockersIn(stage, problems, context), ...blockersBeside(context.others)])
}

function unblocked(blockers: readonly Problem[]): Disabled | true {
  if (blockers.length === 0) return true
  const areQuestions = blockers.every(({ severity }) => severity === 'question')
  return {
    code: areQuestions ? 'questions-first' : 'problems-first',
    facts: { count: blockers.length, codes: [...new Set(blockers.map(({ code }) => code))] },
  }
}

function canGoBack(stage: Stage, stages: readonly Stage[]): Disabled | true {
  const index = stages.indexOf(stage)
  if (index <= stages.indexOf('prerequisites')) return notNow('first-stage')
  return index <= stages.indexOf('review') ? true : notNow('already-saving')
}

function canStop(stage: Stage, stages: readonly Stage[], mode: View['mode']): Disabled | true {
  const index = stages.indexOf(stage)
  const isUnderWay = index > stages.indexOf('review') && mode !== 'ended'
  return isUnderWay ? true : notNow('not-in-this-stage')
}

function mayRetry(stage: Stage, mode: View['mode'], context: Context): Disabled | true {
  if (stage === 'saving' && mode === 'failed') return true
  if (stage !== 'report') return notNow('not-in-this-stage')
  return canRetry(context) ? true : notNow('nothing-to-retry')
}

function notNow(code: Disabled['code']): Disabled {
  return { code, facts: {} }
}
