import type { SnapshotFrom } from 'xstate'
import { heldLicense } from '../domain/allocation.ts'
import type { Disabled } from '../domain/disabled.ts'
import { personKey } from '../domain/person.ts'
import type { Problem } from '../domain/problem.ts'
import { batchesOf, batchOf, entitlementOf, requestOf } from '../intake/draft.ts'
import { blockersOf, checkStage, type JudgedStage } from '../rules/check.ts'
import { fieldsOf } from './fields.ts'
import type { onboardingMachine } from './onboarding.machine.ts'
import { type Context, type Stage, stages } from './onboarding.types.ts'
import { countOutcomes, reportOf, taskViews } from './report.ts'
import { rulesOf, stageFacts } from './stage-facts.ts'
import { canRetry } from './tasks.ts'
import type { PersonView, ProgressView, StageView, View } from './view.types.ts'

export type OnboardingSnapshot = SnapshotFrom<typeof onboardingMachine>

/** The snapshot as plain data: all that a user interface needs, and all that it sees. */
export function viewOf(snapshot: OnboardingSnapshot): View {
  const { context } = snapshot
  const stage = stageOf(snapshot)
  const mode = modeOf(snapshot, stage)
  const problems = problemsOf(stage, context)
  return {
    runId: context.runId,
    organization: context.connection?.organization,
    operator: context.connection?.operator,
    stage,
    mode,
    position: { number: stages.indexOf(stage) + 1, of: stages.length },
    stages: stages.map((id) => stageView(id, stage, context)),
    problems: [...context.trouble, ...problems],
    people: peopleViews(context, problems),
    batchSize: context.draft.batchSize,
    batches: batchesOf(context.draft),
    acknowledged: context.draft.acknowledged,
    pools: context.observation?.pools ?? [],
    request: requestOf(context.draft),
    plan: context.plan,
    isApproved: context.approvedHash !== undefined,
    progress: context.approvedHash === undefined ? undefined : progressOf(context),
    tasks: taskViews(context),
    report: stage === 'report' ? reportOf(context) : undefined,
    can: {
      next: canGoOn(stage, mode, problems, context),
      back: canGoBack(stage),
      approve: canApprove(stage, mode, problems, context),
      stop: canStop(stage, mode),
      retry: mayRetry(stage, mode, context),
    },
  }
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

function stageView(id: Stage, current: Stage, context: Context): StageView {
  const distance = stages.indexOf(id) - stages.indexOf(current)
  const isOpen = distance <= 0 && isJudged(current)
  return {
    id,
    titleKey: `stage.${id}`,
    status: distance < 0 ? 'done' : distance === 0 ? 'current' : 'upcoming',
    rules: rulesOf(id, context.draft.platform),
    docsUrl: stageFacts[id].docsUrl,
    fields: isOpen ? fieldsOf(id, context) : [],
    problems: isOpen ? problemsOf(id, context) : [],
    ...(distance > 0 ? { disabled: notNow('stage-not-reached') } : {}),
  }
}

const judged: readonly Stage[] = ['prerequisites', 'platform', 'people', 'licenses', 'adminRoles', 'review']

function isJudged(stage: Stage): stage is JudgedStage {
  return judged.includes(stage)
}

/** What the rules say about a stage. From saving on the answers are settled, and results speak instead. */
function problemsOf(stage: Stage, context: Context): readonly Problem[] {
  return isJudged(stage) ? checkStage(stage, context) : []
}

function peopleViews({ draft, observation }: Context, problems: readonly Problem[]): readonly PersonView[] {
  const byRow = Map.groupBy(problems, ({ subject }) => (subject.kind === 'person' ? subject.row : undefined))
  return draft.people.map((person) => {
    const key = personKey(person.email)
    const known = observation?.people[key]
    const license = heldLicense(known?.licenseIds ?? [], observation?.pools ?? []) ?? 'none'
    return {
      ...person,
      batch: batchOf(draft, person.row),
      ...entitlementOf(draft, person.email),
      isException: Object.keys(draft.exceptions[key] ?? {}).length > 0,
      ...(observation === undefined
        ? {}
        : {
            known: {
              status: known?.status ?? 'absent',
              license,
              administrator: known?.administrator ?? 'none',
            },
          }),
      problems: byRow.get(person.row) ?? [],
    }
  })
}

function progressOf({ plan, results, inFlight, pace }: Context): ProgressView {
  const steps = plan?.steps ?? []
  const settled = steps.filter(({ key }) => results[key] !== undefined)
  const perStep =
    pace === undefined || pace.settled === 0 ? undefined : (pace.at - pace.startedAt) / pace.settled
  return {
    total: steps.length,
    settled: settled.length,
    counts: countOutcomes(settled.map(({ key }) => results[key]?.outcome ?? 'not-attempted')),
    inFlight,
    ...(perStep === undefined
      ? {}
      : { secondsLeft: Math.ceil((perStep * (steps.length - settled.length)) / 1000) }),
    results: settled.map(({ key, email }) => ({
      key,
      email,
      result: results[key] ?? { outcome: 'not-attempted' },
    })),
  }
}

function canGoOn(
  stage: Stage,
  mode: View['mode'],
  problems: readonly Problem[],
  { draft }: Context,
): Disabled | true {
  if (mode === 'working') return notNow('in-progress')
  if (!isJudged(stage) || stage === 'review') return notNow('not-in-this-stage')
  return unblocked(blockersOf(problems, draft))
}

function canApprove(
  stage: Stage,
  mode: View['mode'],
  problems: readonly Problem[],
  { draft }: Context,
): Disabled | true {
  if (stage !== 'review' || mode === 'failed') return notNow('not-in-this-stage')
  if (mode === 'working') return notNow('in-progress')
  return unblocked(blockersOf(problems, draft))
}

function unblocked(blockers: readonly Problem[]): Disabled | true {
  if (blockers.length === 0) return true
  const areQuestions = blockers.every(({ severity }) => severity === 'question')
  return {
    code: areQuestions ? 'questions-first' : 'problems-first',
    facts: { count: blockers.length, codes: [...new Set(blockers.map(({ code }) => code))] },
  }
}

function canGoBack(stage: Stage): Disabled | true {
  const index = stages.indexOf(stage)
  if (index <= stages.indexOf('prerequisites')) return notNow('first-stage')
  return index <= stages.indexOf('review') ? true : notNow('already-saving')
}

function canStop(stage: Stage, mode: View['mode']): Disabled | true {
  const index = stages.indexOf(stage)
  const isUnderWay = index >= stages.indexOf('saving') && mode !== 'ended'
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
