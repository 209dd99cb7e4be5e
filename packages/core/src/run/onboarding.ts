import { createActor } from 'xstate'
import { draftOf, emptyDraft, requestOf } from '../intake/draft.ts'
import { createActors } from '../machine/actors.ts'
import { plannedDraft } from '../machine/file-route.ts'
import { onboardingMachine } from '../machine/onboarding.machine.ts'
import type { Command, Fact, Input, Resumption } from '../machine/onboarding.types.ts'
import { personViewOf } from '../machine/person-view.ts'
import { indexOf } from '../machine/plan-index.ts'
import { allOf, noResults, resultsOf } from '../machine/results.ts'
import { chosenBy, withoutFailures } from '../machine/retry.ts'
import { type OnboardingSnapshot, stageOf, viewOf } from '../machine/view.ts'
import type { View } from '../machine/view.types.ts'
import { isApprovalOf } from '../plan/hash.ts'
import { takeUp } from '../plan/renew.ts'
import type { Clock } from '../ports/clock.ts'
import type { Journal, JournalEvent } from '../ports/journal.ts'
import type { Ports } from '../ports/ports.ts'
import { createBroadcast } from './broadcast.ts'
import { createDraftKeeper } from './draft-keeper.ts'
import type { Approval, Onboarding, OnboardingOptions } from './onboarding.types.ts'
import type { RunRecord } from './record.ts'

const defaults = {
  concurrency: 4,
  visibilityDeadline: 120_000,
  pollInterval: 3_000,
  coalesce: 100,
  onListenerError: throwLater,
} as const

/**
 * The documented procedure as a running engine without a user interface. Nothing is written before its plan's hash
 * was approved (SAVE-5). Expected trouble is in the view; `done` rejects only for a bug.
 *
 * @example
 * const onboarding = createOnboarding({ ports, request })
 * const { plan } = await walkToReview(onboarding)
 * onboarding.send({ type: 'plan.approve', hash: plan.hash })
 * const { report } = await onboarding.done
 */
export function createOnboarding(options: OnboardingOptions): Onboarding {
  const ports = signedBy(() => actor.getSnapshot().context.connection?.operator.email, options.ports)
  const { concurrency, visibilityDeadline, pollInterval, coalesce, onListenerError } = {
    ...defaults,
    ...options,
  }
  const input = inputOf(options)
  const actor = createActor(
    onboardingMachine.provide({
      actors: createActors(ports, { concurrency, patience: visibilityDeadline, pollInterval }),
    }),
    { input },
  )
  let seen: { readonly snapshot: OnboardingSnapshot; readonly view: View } | undefined
  const getView = () => {
    const snapshot = actor.getSnapshot()
    if (seen?.snapshot !== snapshot) seen = { snapshot, view: viewOf(snapshot) }
    return seen.view
  }
  const views = createBroadcast<View>(onListenerError)
  const facts = createBroadcast<Fact>(onListenerError)
  const notify = coalesced(() => views.isHeard() && views.tell(getView()), coalesce, ports.clock)
  const writing = journalFacts(input.runId, options.resume !== undefined, ports)
  const ended = Promise.withResolvers<View>()
  ended.promise.catch(() => undefined)
  const end = async () => {
    const last = getView()
    writing.finish(last)
    await writing.settled()
    ended.resolve(last)
  }

  actor.on('*', (fact) => {
    writing.take(fact)
    facts.tell(fact)
    if (fact.type === 'run.finished') queueMicrotask(() => void end())
  })
  actor.subscribe({ next: notify, error: ended.reject })
  const keeper = keeperOf(options)
  if (keeper !== undefined) actor.subscribe({ next: keeper.look, error: () => undefined })
  queueMicrotask(() => {
    facts.tell({ type: 'run.opened', version: 1, runId: input.runId })
    actor.start()
  })

  return {
    getView,
    ...askedFor(() => actor.getSnapshot()),
    send: (command: Command) => actor.send(command),
    subscribe: views.listen,
    on: (type, listener) =>
      facts.listen((fact) => {
        if (type === '*' || fact.type === type) listener(fact as Parameters<typeof listener>[0])
      }),
    done: ended.promise,
    stop: async () => {
      if (stageOf(actor.getSnapshot()) === 'saving') {
        actor.send({ type: 'run.stop' })
        await ended.promise
      }
      actor.stop()
      await keeper?.end()
      await writing.settled()
      ended.resolve(getView())
    },
  }
}

function keeperOf({ ports, keepsDraft, resume }: OnboardingOptions) {
  const { drafts } = ports.journal
  if (keepsDraft !== true || resume !== undefined || drafts === undefined) return undefined
  return createDraftKeeper(drafts, ports)
}

/** What is made only when somebody asks. */
function askedFor(
  getSnapshot: () => OnboardingSnapshot,
): Pick<Onboarding, 'getPerson' | 'getStep' | 'getResults' | 'getRequest'> {
  return {
    getPerson(row) {
      const snapshot = getSnapshot()
      return personViewOf(stageOf(snapshot), snapshot.context, row)
    },
    getStep(key) {
      const { plan } = getSnapshot().context
      return plan && indexOf(plan).steps.get(key)
    },
    getResults: () => Object.fromEntries(allOf(getSnapshot().context.results)),
    getRequest: () => requestOf(plannedDraft(getSnapshot().context)),
  }
}

function throwLater(error: unknown): void {
  queueMicrotask(() => {
    throw error
  })
}

function inputOf(options: OnboardingOptions): Input {
  const { ports, runId = ports.ids.next(), request, resume, approved, importPlan } = options
  const desk = { hasCsvDesk: ports.csvDesk !== undefined, canImport: ports.csvDesk?.writePart !== undefined }
  if (resume !== undefined)
    return {
      runId: resume.runId,
      draft: draftOf(resume.record.request),
      resumption: resumptionOf(resume.record, resume),
    }
  if (approved === undefined)
    return {
      runId,
      draft: request === undefined ? emptyDraft() : draftOf(request),
      ...desk,
      ...(importPlan === undefined ? {} : { importPlan }),
    }
  const { plan, hash, removals = 0 } = approved
  const approval = { hash, removals }
  return {
    runId,
    draft: draftOf(approved.request),
    resumption: { plan, approvedHash: plan.hash, results: noResults, tasks: {}, approval },
  }
}

function resumptionOf(
  record: RunRecord,
  { approve, only }: { readonly approve?: Approval; readonly only?: readonly string[] },
): Resumption {
  const { plan, approvedHash, tasks, renewal, importing } = record
  const before = { plan, renewal, results: resultsOf(record.results) }
  const chosen = only === undefined ? undefined : chosenBy(before, only)
  const resumption = {
    plan,
    approvedHash,
    tasks,
    chosen,
    importing,
    results: withoutFailures(before, chosen),
  }
  const { hash, removals = 0 } = approve ?? {}
  const isApproved =
    hash !== undefined &&
    renewal !== undefined &&
    isApprovalOf(renewal.hash, hash) &&
    renewal.removals === removals
  if (!isApproved) return { ...resumption, renewal }
  const unrecorded = [{ type: 'plan.approved', hash: renewal.hash }] as const
  const taken = takeUp({ ...resumption, results: allOf(resumption.results) }, renewal)
  return { ...resumption, ...taken, results: resultsOf(taken.results), unrecorded }
}

/**
 * Facts that belong into the journal but that no write waits for; steps are written by saving itself, which stops
 * when it cannot. A fact that cannot be written here is read again from the organization when the run is resumed.
 */
function journalFacts(runId: string, isResumed: boolean, { journal, clock }: Ports) {
  let tail: Promise<void> = Promise.resolve()
  let isRecorded = isResumed
  const append = (event: JournalEvent) => {
    if (!isRecorded) return
    const written = journal.append(runId, { at: clock.now(), ...event }).catch(() => undefined)
    tail = tail.then(() => written)
  }
  return {
    take(fact: Fact): void {
      if (fact.type === 'plan.approved') isRecorded = true
      if (fact.type === 'task.changed') append({ type: 'task.changed', id: fact.id, status: fact.status })
    },
    finish: ({ report }: View): void => append({ type: report?.canRetry ? 'run.stopped' : 'run.finished' }),
    settled: () => {
      journal.hurry?.()
      return tail
    },
  }
}

/** Who was signed in is written beside what was done. */
function signedBy(operator: () => string | undefined, { journal, ...ports }: Ports): Ports {
  const append: Journal['append'] = (runId, entry) => {
    const by = operator()
    return journal.append(runId, by === undefined ? entry : { ...entry, by })
  }
  return {
    ...ports,
    journal: {
      append,
      hurry: () => journal.hurry?.(),
      load: (runId) => journal.load(runId),
      list: () => journal.list(),
    },
  }
}

/** Calls at most once per `milliseconds`, and once more after the last change. */
function coalesced(call: () => unknown, milliseconds: number, clock: Clock): () => void {
  let isWaiting = false
  const signal = new AbortController().signal
  return () => {
    if (isWaiting) return
    isWaiting = true
    void clock.wait(milliseconds, signal).then(() => {
      isWaiting = false
      call()
    })
  }
}
