import { assign, emit, enqueueActions, fromCallback, fromPromise, sendTo, setup } from 'xstate'
import type { OperatorTask } from '../domain/operator-task.ts'
import type { Connection, Observation, PlatformReading } from '../domain/organization.ts'
import { type Outcome, problemOfFailure } from '../domain/outcome.ts'
import type { Route } from '../domain/platform.ts'
import type { Problem } from '../domain/problem.ts'
import type { FileAnswer } from '../intake/csv/file-answers.ts'
import type { KnownPeople } from '../intake/csv/request.ts'
import type { CsvVia } from '../intake/csv/way.ts'
import type { Answer } from '../intake/draft.ts'
import { isApprovalOf } from '../plan/hash.ts'
import { type ArrivedRow, isLastPart, openPart, type RefusedRow } from '../plan/importing.ts'
import type { DeskAnswer, Exported, ExportOrder } from '../ports/csv-desk.ts'
import type { PlanInput, Planned } from './actors.ts'
import {
  answered,
  isByFile,
  plannedImport,
  stagesOf,
  withAnswer,
  withDraft,
  withModesJudged,
  withOpened,
  withRowsJudged,
} from './file-route.ts'
import type { PartInput, Released, Settled } from './import-part.ts'
import { importRefusal } from './import-route.ts'
import {
  afterPart,
  afterReleasing,
  afterSeeing,
  approvedImport,
  isClaimed,
  partInput,
  releaseFact,
  settledFact,
  sightFact,
} from './importing.ts'
import { type AnsweredStage, blockersBeside, blockersIn, problemsOf } from './judgement.ts'
import type { ObserveInput } from './observe.ts'
import {
  type Command,
  type Context,
  type Fact,
  type Input,
  isCommand,
  type Progress,
  type SettledStep,
  type Stage,
  type Verification,
} from './onboarding.types.ts'
import type { FileChoice, OpenedFile } from './open-file.ts'
import { notApprovedProblem, removalsProblem } from './refusals.ts'
import { afterApproving, afterReplanning, approvalEvents, planToApprove, renewalBlockers } from './renewal.ts'
import type { ReplanInput, ReplanOutcome } from './replan.ts'
import { afterSettling } from './results.ts'
import { chosenBy, tryingAgain } from './retry.ts'
import type { SaveInput } from './save.ts'
import {
  afterReading,
  afterSkipping,
  afterSteps,
  afterVerifying,
  canRetry,
  liveTasks,
  openTasks,
  statusOf,
  stepsToTryAgain,
} from './tasks.ts'
import type { VerifyInput } from './verify.ts'
import type { WatchInput } from './watch.ts'

/** Of tasks that can be settled. */
const phases = ['importing', 'saving', 'operator', 'syncing', 'verifying'] as const

const hole = (name: string) => Promise.reject(new Error(`${name} was not provided`))

/** Names that the chart uses → one-line bodies over rules, plan and intake. */
export const onboardingSetup = setup({
  types: {
    context: {} as Context,
    events: {} as Command | Progress,
    input: {} as Input,
    emitted: {} as Fact,
    tags: {} as 'working' | 'failed',
  },
  actors: {
    connect: fromPromise<Outcome<Connection>>(() => hole('connect')),
    readPlatform: fromPromise<Outcome<PlatformReading>>(() => hole('readPlatform')),
    observe: fromPromise<Outcome<Observation>, ObserveInput>(() => hole('observe')),
    exportPeople: fromPromise<DeskAnswer<Exported>, ExportOrder>(() => hole('exportPeople')),
    openFile: fromPromise<DeskAnswer<OpenedFile>, FileChoice>(() => hole('openFile')),
    readHolders: fromPromise<Outcome<KnownPeople>, readonly string[]>(() => hole('readHolders')),
    plan: fromPromise<Outcome<Planned>, PlanInput>(() => hole('plan')),
    releasePart: fromPromise<Released, PartInput>(() => hole('releasePart')),
    watchPart: fromCallback<{ type: 'none' }, PartInput>(() => void hole('watchPart')),
    settlePart: fromPromise<Settled, PartInput>(() => hole('settlePart')),
    replan: fromPromise<ReplanOutcome, ReplanInput>(() => hole('replan')),
    save: fromCallback<{ type: 'stop' }, SaveInput>(() => void hole('save')),
    watch: fromCallback<{ type: 'none' }, WatchInput>(() => void hole('watch')),
    verify: fromCallback<{ type: 'none' }, VerifyInput>(() => void hole('verify')),
  },
  guards: {
    hasSucceeded: (_, outcome: Outcome<unknown>) => outcome.ok,
    isExpectedOrganization: ({ context }, outcome: Outcome<Connection>) =>
      outcome.ok && organizationFault(context, outcome.value) === undefined,
    isResuming: ({ context }, outcome: Outcome<Connection>) =>
      outcome.ok &&
      context.approvedHash !== undefined &&
      organizationFault(context, outcome.value) === undefined,
    hasReading: ({ context }) => context.reading !== undefined,
    canGoOn: ({ context }, stage: AnsweredStage) =>
      blockersIn(stage, problemsOf(stage, context), context).length === 0,
    canGoOnAnew: ({ context }) => renewalBlockers(context).length === 0,
    hasOtherImport: ({ context }) => blockersBeside(context.others).length > 0,
    canImport: ({ context }) =>
      plannedImport(context) !== undefined &&
      blockersIn('review', problemsOf('review', context), context).length === 0,
    hasOpenImport: ({ context }) => openPart(context.importing) !== undefined,
    isOfferedWay: ({ context }, { via }: { via: CsvVia }) =>
      via === 'api' || importRefusal(context.file, context.draft.trialAccounts.length) === undefined,
    hasGoneWell: (_, told: { readonly ok: boolean }) => told.ok,
    needsNobody: (_, released: Released) => released.ok && released.value.isOver,
    isPartTask: ({ context }, { id }: { id: string }) => partInput(context).task.id === id,
    isPartClaimed: ({ context }) => isClaimed(context),
    isLastPart: ({ context }, settled: Settled) => settled.ok && isLastPart(context.importing),
    isByFile: ({ context }) => isByFile(context),
    isOfferedRoute: ({ context }, { route }: { route: Route }) => route !== 'csv' || context.file.isOffered,
    isWellAnswered: (_, answer: DeskAnswer<unknown>) => answer.ok,
    hasModes: ({ context }) => context.file.modes !== undefined,
    isCommand: ({ event }) => isCommand(event),
    isJumpTo: ({ context }, { stage, target }: { stage: Stage; target: Stage }) =>
      stage === target && stagesOf(context).includes(target),
    isNotApproval: ({ context }, { hash }: { hash: string }) =>
      !isApprovalOf(planToApprove(context)?.hash ?? '', hash),
    hasUnconfirmedRemovals: ({ context }, { removals = 0 }: { removals?: number }) =>
      planToApprove(context)?.removals !== removals,
    hasRenewal: ({ context }) => context.renewal !== undefined,
    hasReplanned: (_, outcome: ReplanOutcome) => outcome.ok,
    isStopped: (_, { isStopped }: { isStopped: boolean }) => isStopped,
    hasEndedWell: (_, { problem }: { problem?: Problem }) => problem === undefined,
    hasTrialToTryAgain: ({ context }) => stepsToTryAgain(context).length > 0,
    hasNoOpenRole: ({ context }) => openTasks(context, ['saving', 'operator']).length === 0,
    hasNoOpenSynchronization: ({ context }) => openTasks(context, ['syncing']).length === 0,
    hasNoOpenCheck: ({ context }) => openTasks(context, ['verifying']).length === 0,
    isOpenTask: ({ context }, { id }: { id: string }) =>
      openTasks(context, phases).some((task) => task.id === id),
    canRetry: ({ context }, { only }: { only?: readonly string[] }) =>
      canRetry(context) && (only === undefined || chosenBy(context, only).length > 0),
  },
  actions: {
    enter: emit((_, stage: Stage) => ({ type: 'stage.entered', stage })),
    tellConnection: emit(({ context }) => ({
      type: 'organization.connected',
      organization: context.connection?.organization,
    })),
    refuse: emit(({ context, event }) => ({
      type: 'command.refused',
      command: event.type as Command['type'],
      problem: refusal(context, event),
    })),
    tellPlan: emit(({ context }) => ({ type: 'plan.made', hash: context.plan?.hash ?? '' })),
    tellApproval: emit(({ context }) => ({ type: 'plan.approved', hash: context.approvedHash ?? '' })),
    tellRenewalApproval: emit(({ context }) => ({
      type: 'plan.approved',
      hash: context.renewal?.hash ?? '',
    })),
    tellReplan: enqueueActions(({ context, enqueue }, outcome: ReplanOutcome) => {
      if (context.approval !== undefined)
        enqueue.emit({ type: 'plan.approved', hash: context.plan?.hash ?? '' })
      if (outcome.ok && outcome.value.standings.less + outcome.value.standings.new > 0)
        enqueue.emit({
          type: 'plan.renewed',
          rows: outcome.value.standings,
          ...(outcome.value.open === undefined ? {} : { hash: outcome.value.open.hash }),
        })
    }),
    tellStarts: enqueueActions(({ enqueue }, { keys }: { keys: readonly string[] }) => {
      for (const key of keys) enqueue.emit({ type: 'step.started', key })
    }),
    tellResults: enqueueActions(({ enqueue }, { settled }: { settled: readonly SettledStep[] }) => {
      for (const { key, result } of settled) enqueue.emit({ type: 'step.settled', key, result })
    }),
    tellTask: emit(({ context }, { id }: { id: string }) => ({
      type: 'task.changed',
      id,
      status: statusOf(context.tasks, id),
    })),
    tellVerifiedTasks: enqueueActions(({ context, enqueue }) => {
      for (const { id } of liveTasks(context)) {
        const status = statusOf(context.tasks, id)
        if (status.state === 'verified') enqueue.emit({ type: 'task.changed', id, status })
      }
    }),
    tellRelease: emit(({ context }) => releaseFact(context)),
    tellSeen: emit(({ context }) => sightFact(context)),
    tellPart: enqueueActions(({ enqueue }, settled: Settled) => {
      if (settled.ok) enqueue.emit(settledFact(settled.value))
    }),
    tellPartTask: emit(({ context }) => {
      const { id } = partInput(context).task
      return { type: 'task.changed', id, status: statusOf(context.tasks, id) }
    }),
    tellVerified: emit(() => ({ type: 'organization.verified' as const })),
    tellFinished: emit(() => ({ type: 'run.finished' as const })),
    answer: assign(({ context }, given: Answer) => answered(context, given)),
    forgetRows: assign({ file: ({ context }) => ({ ...context.file, hasRows: false }) }),
    answerFile: assign({ file: ({ context }, given: FileAnswer) => withAnswer(context.file, given) }),
    rememberExport: assign(({ context }, told: DeskAnswer<Exported>) =>
      told.ok ? { file: { ...context.file, exported: told.value } } : {},
    ),
    rememberFile: assign(({ context }, told: DeskAnswer<OpenedFile>) =>
      told.ok ? { file: withOpened(context.file, told.value) } : {},
    ),
    judgeRows: assign({ file: ({ context }) => withRowsJudged(context.file) }),
    judgeModes: assign(({ context }, outcome: Outcome<KnownPeople>) =>
      outcome.ok ? { file: withModesJudged(context.file, outcome.value) } : {},
    ),
    takeRows: assign({ file: ({ context }) => withDraft(context) }),
    troubleAnswer: assign({
      trouble: (_, told: DeskAnswer<unknown>) => (told.ok ? [] : told.problems),
    }),
    rememberConnection: assign((_, outcome: Outcome<Connection>) =>
      outcome.ok ? { connection: outcome.value } : {},
    ),
    rememberReading: assign({
      reading: (_, outcome: Outcome<PlatformReading>) =>
        outcome.ok ? outcome.value : { evidence: 'none' as const },
    }),
    rememberObservation: assign((_, outcome: Outcome<Observation>) =>
      outcome.ok ? { observation: outcome.value } : {},
    ),
    rememberPlan: assign((_, outcome: Outcome<Planned>) => (outcome.ok ? outcome.value : {})),
    approve: assign({
      approvedHash: ({ context }) => context.plan?.hash,
      unrecorded: ({ context }) => approvalEvents(context),
    }),
    // Whoever was imported meanwhile is looked at anew.
    approveImport: assign(({ context }) => ({ importing: approvedImport(context), observedAt: undefined })),
    rememberRelease: assign(({ context }, released: Released) => afterReleasing(context, released)),
    rememberRefused: assign({
      sight: ({ context }, { refused }: { refused: readonly RefusedRow[] }) => ({
        ...context.sight,
        refused,
      }),
    }),
    rememberSeen: assign(({ context }, { rows }: { rows: readonly ArrivedRow[] }) =>
      afterSeeing(context, rows),
    ),
    rememberDeadline: assign({
      sight: ({ context }, { until }: { until: number }) => ({ ...context.sight, until }),
    }),
    rememberPart: assign(({ context }, settled: Settled) =>
      settled.ok ? afterPart(context, settled.value.rows) : {},
    ),
    claimPart: assign({ tasks: ({ context }) => setState(context, partInput(context).task.id, 'claimed') }),
    troublePart: assign({
      trouble: (_, told: Released | Settled): readonly Problem[] => (told.ok ? [] : [told.problem]),
    }),
    approveRenewal: assign(({ context }) => afterApproving(context)),
    rememberReplan: assign(({ context }, outcome: ReplanOutcome) => afterReplanning(context, outcome)),
    troubleReplan: assign({
      trouble: (_, outcome: ReplanOutcome) => (outcome.ok ? [] : [outcome.problem]),
    }),
    troubleProblem: assign({
      trouble: (_, { problem }: { problem?: Problem }) => (problem === undefined ? [] : [problem]),
    }),
    troubleFailure: assign({
      trouble: (_, outcome: Outcome<unknown>) => (outcome.ok ? [] : [problemOfFailure(outcome.failure)]),
    }),
    troubleOrganization: assign({
      trouble: ({ context }, outcome: Outcome<Connection>) =>
        outcome.ok ? [organizationFault(context, outcome.value)].filter((fault) => fault !== undefined) : [],
    }),
    troubleApproval: assign({
      trouble: ({ context }): readonly Problem[] => [notApprovedProblem(planToApprove(context))],
    }),
    troubleRemovals: assign({
      trouble: ({ context }, { removals = 0 }: { removals?: number }): readonly Problem[] => [
        removalsProblem(planToApprove(context), removals),
      ],
    }),
    clearTrouble: assign({ trouble: [] }),
    startPace: assign((_, { at }: { at: number }) => ({
      pace: { startedAt: at, at, settled: 0 },
      isStopped: false,
      unrecorded: [],
    })),
    startSteps: assign({
      inFlight: ({ context }, { keys }: { keys: readonly string[] }) => [...context.inFlight, ...keys],
    }),
    settleSteps: assign(({ context }, { settled, at }: { settled: readonly SettledStep[]; at: number }) => ({
      results: afterSettling(context.results, settled),
      inFlight: withoutSettled(context.inFlight, settled),
      tasks: afterSteps(context, settled),
      pace: context.pace && { ...context.pace, at, settled: context.pace.settled + settled.length },
    })),
    clearFlight: assign({ inFlight: [] }),
    markStopped: assign({ isStopped: true }),
    stopSaving: sendTo('save', { type: 'stop' }),
    claimTask: assign({ tasks: ({ context }, { id }: { id: string }) => setState(context, id, 'claimed') }),
    reopenTask: assign(({ context }, { id }: { id: string }) => ({
      tasks: setState(context, id, 'open'),
      sight: { ...context.sight, until: undefined },
    })),
    skipTask: assign(({ context }, { id }: { id: string }) => ({
      tasks: setState(context, id, 'skipped'),
      results: afterSkipping(context.results, context.plan, taskOf(context, id)),
    })),
    readTask: assign({
      tasks: ({ context }, { id, verifiedFor }: { id: string; verifiedFor: readonly string[] }) =>
        afterReading(context.tasks, taskOf(context, id), verifiedFor),
      trouble: [],
    }),
    rememberVerification: assign({
      verification: (_, { verification }: { verification: Verification }) => verification,
    }),
    settleClaims: assign({
      tasks: ({ context }) =>
        context.verification === undefined ? context.tasks : afterVerifying(context, context.verification),
    }),
    tryAgain: assign(({ context }, { only }: { only?: readonly string[] }) => tryingAgain(context, only)),
  },
})

function organizationFault({ draft, plan }: Context, { organization }: Connection): Problem | undefined {
  const meant = plan?.organization.id ?? draft.organization
  if (meant === undefined || meant.toLowerCase() === organization.id.toLowerCase()) return undefined
  return {
    code: 'request.another-organization',
    severity: 'error',
    subject: { kind: 'request', path: 'organization' },
    facts: { meant, organization: organization.id, name: organization.name },
  }
}

function withoutSettled(keys: readonly string[], settled: readonly SettledStep[]): readonly string[] {
  const ended = new Set(settled.map(({ key }) => key))
  return keys.filter((key) => !ended.has(key))
}

function refusal({ draft }: Context, event: Command | Progress): Problem {
  return {
    code: 'command.not-now',
    severity: 'error',
    subject: { kind: 'stage' },
    facts: { command: isCommand(event) ? event.type : '', people: draft.people.length },
  }
}

function taskOf(context: Context, id: string): OperatorTask {
  const task = liveTasks(context).find((one) => one.id === id)
  if (task === undefined) throw new Error(`no operator task ${id}`)
  return task
}

function setState(context: Context, id: string, state: 'open' | 'claimed' | 'skipped'): Context['tasks'] {
  return { ...context.tasks, [id]: { ...statusOf(context.tasks, id), state } }
}
