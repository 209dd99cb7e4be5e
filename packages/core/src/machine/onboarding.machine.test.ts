import { describe, expect, it } from 'vitest'
import {
  type AnyStateNode,
  type AnyTransitionDefinition,
  createActor,
  fromCallback,
  fromPromise,
} from 'xstate'
import { getShortestPaths } from 'xstate/graph'
import { openedText } from '../../test/files.ts'
import type { Connection, Observation, PlatformReading } from '../domain/organization.ts'
import type { Outcome } from '../domain/outcome.ts'
import type { KnownPeople } from '../intake/csv/request.ts'
import { emptyDraft } from '../intake/draft.ts'
import { buildPlan } from '../plan/build.ts'
import type { ImportPlan } from '../plan/import.ts'
import { newImport, openPart, withPart } from '../plan/importing.ts'
import type { Plan } from '../plan/plan.ts'
import type { StepResult } from '../plan/step.ts'
import type { DeskAnswer, Exported } from '../ports/csv-desk.ts'
import type { Planned } from './actors.ts'
import type { Released, Settled } from './import-part.ts'
import { onboardingMachine } from './onboarding.machine.ts'
import { type Command, type Input, type Progress, stages } from './onboarding.types.ts'
import type { OpenedFile } from './open-file.ts'
import type { ReplanOutcome } from './replan.ts'
import { noResults, resultOf } from './results.ts'
import { openTasks } from './tasks.ts'
import { type OnboardingSnapshot, stageOf, viewOf } from './view.ts'

const connection: Connection = {
  organization: { id: 'org-1', name: 'Acme' },
  operator: { administrator: 'full' },
  administratorRoles: { full: 'operator', 'cc-service': 'operator' },
}
const observation: Observation = {
  organization: connection.organization,
  operator: connection.operator,
  platform: '1.0',
  capabilities: {
    fullAdministrator: 'operator',
    ccServiceAdministrator: 'operator',
    contactCenterUsers: 'operator',
  },
  pools: [
    { id: 'premium-1', license: 'premium', name: 'Contact Center Premium Agent', total: 5, assigned: 1 },
  ],
  invitationEmails: true,
  people: {},
  users: {},
}
const draft = {
  ...emptyDraft(),
  platform: '1.0' as const,
  people: [{ row: 1, email: 'ada@example.com' }],
  sameForAll: { license: 'premium-supervisor', administrator: 'keep' } as const,
}
const plan: Plan = { ...buildPlan(draft, observation), hash: 'f'.repeat(64) }
/** The same once more, as if it had moved: it waits for an approval of its own. */
const renewal: Plan = { ...plan, hash: 'e'.repeat(64) }
const standings = { holds: 0, less: 0, new: 1 }
const created = 'create:ada@example.com'
const licensed = 'license:ada@example.com'
const trial = 'trial-organization:ada@example.com'
const failed: Outcome<never> = {
  ok: false,
  failure: { kind: 'network', operation: 'GET /people', message: '' },
}
const problem = { code: 'journal.failed', severity: 'error', subject: { kind: 'stage' }, facts: {} } as const

const order = { what: 'people', columns: 'minimal', path: 'people.csv' } as const
const fileProblem = {
  code: 'file.missing',
  severity: 'error',
  subject: { kind: 'stage' },
  facts: {},
} as const

/** Damage to decide about, two licenses in one row, and a payer to choose. */
const csv = [
  'Email,Phone Number,Contact Center Premium Agent [Sub-A],Contact Center Premium Agent [Sub-B],Contact Center Standard Agent',
  'ada@example.com,48123456789,TRUE,,',
  'both@example.com,,TRUE,,TRUE',
  'payer@example.com,,TRUE,TRUE,',
].join('\n')

const openedFile: DeskAnswer<OpenedFile> = { ok: true, value: await openedText(csv) }

/** The one person of the plan, and a part of nobody behind them. */
const importPlan: ImportPlan = {
  mode: 'add-only',
  scope: 'licenses',
  source: { path: 'people.csv', sha256: '0'.repeat(64) },
  parts: [1, 2].map((number) => ({
    number,
    from: number,
    to: number,
    path: `people.part-0${number}-of-02.csv`,
    records: [['Email'], ['ada@example.com']],
  })),
  losing: [],
}

/** Another import of the organization is not finished. */
const otherImport = {
  code: 'import.open',
  severity: 'error',
  subject: { kind: 'stage' },
  facts: { run: 'run-0', path: 'other.csv' },
} as const

type Sent = Command | Progress | { readonly type: string; readonly output?: unknown }

const answers: readonly Command[] = [
  { type: 'trialAccounts.set', emails: [] },
  { type: 'trialAccounts.set', emails: ['not an address'] },
  { type: 'platform.choose', platform: '1.0' },
  { type: 'route.choose', route: 'manual' },
  { type: 'route.choose', route: 'csv' },
  { type: 'repair.choose', repair: 'all' },
  { type: 'damage.choose', key: '2:1:plus-lost', isRepaired: true },
  { type: 'bothTrue.choose', bothTrue: 'keep-premium' },
  { type: 'payer.choose', license: 'premium', subscriptionId: 'Sub-A' },
  { type: 'mode.choose', mode: 'add-only' },
  { type: 'via.choose', via: 'control-hub' },
  { type: 'entry.choose', entry: 'email' },
  { type: 'batchSize.choose', size: 25 },
  { type: 'people.add', people: [{ email: 'ada@example.com' }] },
  { type: 'people.edit', row: 1, person: { email: 'ada@example.com' } },
  { type: 'people.remove', row: 1 },
  { type: 'license.choose', license: 'premium-supervisor' },
  { type: 'license.choose', license: 'standard' },
  { type: 'administrator.choose', administrator: 'keep' },
  { type: 'administrator.choose', administrator: 'full' },
  { type: 'exception.clear', email: 'ada@example.com' },
  { type: 'subscription.choose', license: 'premium' },
  { type: 'problem.acknowledge', code: 'license.units-short', isAcknowledged: false },
]
const commands: readonly Command[] = [
  { type: 'connection.retry' },
  { type: 'export.write', order },
  { type: 'file.open', file: { path: 'people.csv' } },
  { type: 'stage.next' },
  { type: 'stage.back' },
  ...stages.slice(0, stages.indexOf('saving')).map((stage): Command => ({ type: 'stage.jump', stage })),
  { type: 'plan.renew' },
  { type: 'plan.approve', hash: plan.hash },
  { type: 'plan.approve', hash: 'wrong' },
  { type: 'plan.approve', hash: plan.hash, removals: 1 },
  { type: 'plan.approve', hash: renewal.hash },
  { type: 'plan.approve', hash: renewal.hash, removals: 1 },
  { type: 'run.stop' },
  { type: 'run.retry' },
  { type: 'run.retry', only: ['failed'] },
  { type: 'run.retry', only: ['unheard-of'] },
  ...[trial, 'import:1', 'supervisor-role', 'synchronize', 'users-module', 'unknown'].flatMap(
    (id): Command[] => [
      { type: 'task.claim', id },
      { type: 'task.skip', id },
    ],
  ),
  { type: 'task.reopen', id: 'import:1' },
  { type: 'task.reopen', id: 'unknown' },
  { type: 'task.leave' },
]
const told: readonly Progress[] = [
  { type: 'saving.started', at: 0 },
  { type: 'steps.started', keys: [created] },
  settled(created, { outcome: 'done' }),
  settled(created, { outcome: 'waiting' }),
  settled(licensed, { outcome: 'done' }),
  settled(licensed, { outcome: 'failed' }),
  { type: 'saving.ended', isStopped: false },
  { type: 'saving.ended', isStopped: true },
  { type: 'saving.broke', problem },
  { type: 'task.performed', id: 'supervisor-role' },
  { type: 'task.performed', id: 'synchronize' },
  { type: 'task.performed', id: 'users-module' },
  { type: 'task.read', id: 'supervisor-role', verifiedFor: ['ada@example.com'] },
  { type: 'task.read', id: 'synchronize', verifiedFor: [] },
  { type: 'task.read', id: 'users-module', verifiedFor: [] },
  { type: 'watch.troubled', problem },
  { type: 'part.imported', refused: [{ email: 'ada@example.com', reason: 'no' }] },
  { type: 'part.awaited', until: 1 },
  { type: 'part.read', rows: [{ row: 1, personId: 'ada' }] },
  { type: 'part.ended' },
  { type: 'part.ended', problem },
  { type: 'verification.read', verification: { people: {}, users: {}, canReadUsers: false } },
  { type: 'verification.ended' },
  { type: 'verification.ended', problem },
]
const outputs: readonly Sent[] = [
  output('connect', { ok: true, value: connection }),
  output('connect', failed),
  output('connect', { ok: true, value: { ...connection, organization: { id: 'org-2', name: 'Other' } } }),
  output('readPlatform', { ok: true, value: { evidence: 'none' } }),
  output('observe', { ok: true, value: observation }),
  output('observe', failed),
  output('exportPeople', { ok: true, value: { ...order, rows: 1, width: 4, at: 0 } }),
  output('exportPeople', { ok: false, problems: [fileProblem] }),
  output('openFile', openedFile),
  output('openFile', { ok: false, problems: [fileProblem] }),
  output('readHolders', {
    ok: true,
    value: { people: {}, pools: observation.pools.map((pool) => ({ ...pool, subscriptionId: 'Sub-A' })) },
  }),
  output('readHolders', failed),
  output('plan', { ok: true, value: { observation, plan, others: [] } }),
  output('plan', { ok: true, value: { observation: { ...observation, pools: [] }, plan, others: [] } }),
  output('plan', { ok: true, value: { observation, plan, others: [otherImport] } }),
  output('plan', failed),
  output('releasePart', { ok: true, value: { before: [], seen: [], isOver: false } }),
  output('releasePart', {
    ok: true,
    value: { before: [1], seen: [{ row: 1, personId: 'ada' }], isOver: true },
  }),
  output('releasePart', { ok: false, problem }),
  output('settlePart', { ok: true, value: { number: 1, rows: [{ row: 1, outcome: 'done' }] } }),
  output('settlePart', { ok: true, value: { number: 2, rows: [] } }),
  output('settlePart', { ok: false, problem }),
  output('replan', { ok: true, value: { standings, covered: undefined, open: undefined, observation } }),
  output('replan', { ok: true, value: { standings, covered: undefined, open: renewal, observation } }),
  output('replan', {
    ok: true,
    value: { standings, covered: undefined, open: renewal, observation: { ...observation, pools: [] } },
  }),
  output('replan', { ok: false, problem }),
]
const events: readonly Sent[] = [...outputs, ...answers, ...commands, ...told]

/** The chart with a world that never answers by itself: the test answers for it, by sending what actors would. */
const machine = onboardingMachine.provide({
  actors: {
    connect: fromPromise(() => new Promise<Outcome<Connection>>(() => undefined)),
    readPlatform: fromPromise(() => new Promise<Outcome<PlatformReading>>(() => undefined)),
    exportPeople: fromPromise(() => new Promise<DeskAnswer<Exported>>(() => undefined)),
    openFile: fromPromise(() => new Promise<DeskAnswer<OpenedFile>>(() => undefined)),
    readHolders: fromPromise(() => new Promise<Outcome<KnownPeople>>(() => undefined)),
    observe: fromPromise(() => new Promise<Outcome<Observation>>(() => undefined)),
    plan: fromPromise(() => new Promise<Outcome<Planned>>(() => undefined)),
    releasePart: fromPromise(() => new Promise<Released>(() => undefined)),
    watchPart: fromCallback(() => undefined),
    settlePart: fromPromise(() => new Promise<Settled>(() => undefined)),
    replan: fromPromise(() => new Promise<ReplanOutcome>(() => undefined)),
    save: fromCallback(() => undefined),
    watch: fromCallback(() => undefined),
    verify: fromCallback(() => undefined),
  },
})

const fresh: Input = { runId: 'run-1', draft: { ...draft, organization: 'org-1' } }
const empty: Input = { runId: 'run-1', draft: emptyDraft() }
const byFile: Input = {
  runId: 'run-1',
  draft: { ...emptyDraft(), platform: '1.0', route: 'csv' },
  hasCsvDesk: true,
}
const resumed: Input = {
  runId: 'run-1',
  draft,
  resumption: { plan, approvedHash: plan.hash, results: noResults, tasks: {} },
}
const withDesk: Input = { ...byFile, canImport: true }
const byHand: Input = { ...fresh, importPlan }
const importing = withPart(newImport(importPlan), 1, { state: 'released', before: [] })
const claimed = { 'import:1': { state: 'claimed', verifiedFor: [] } } as const
const resumedImport: Input = {
  runId: 'run-1',
  draft,
  resumption: { plan, approvedHash: plan.hash, results: noResults, tasks: claimed, importing },
}
const inputs: readonly Input[] = [fresh, empty, byFile, withDesk, resumed, byHand, resumedImport]

describe('the chart', () => {
  it.each(inputs)('starts', (input) => {
    const actor = createActor(machine, { input }).start()
    expect(actor.getSnapshot().status).toBe('active')
    expect(stageOf(actor.getSnapshot())).toBe('signIn')
    actor.stop()
  })

  it('reaches every leaf', () => {
    const reached = new Set(walks().flatMap(({ states }) => states.flatMap((state) => leavesOf(state))))
    expect([...allLeaves()].filter((leaf) => !reached.has(leaf))).toEqual([])
  })

  it('walks every transition that it has', () => {
    const walked = new Set<AnyTransitionDefinition>()
    for (const { input, paths, states } of walks())
      for (const [index, path] of paths.entries()) {
        const state = states[index]!
        const isNew = (event: Sent) =>
          machine.getTransitionData(state, event as Command).some((transition) => !walked.has(transition))
        replay(input, path, walked).stop()
        for (const event of events)
          if (isPossible(state, event) && isNew(event)) replay(input, [...path, event], walked).stop()
      }
    const missing = allTransitions().filter((transition) => !walked.has(transition))
    expect(missing.map(describeTransition)).toEqual([])
  })

  it('answers any event in any state without breaking, and its view is plain data', () => {
    for (const { states } of walks())
      for (const state of states) {
        const view = viewOf(state)
        expect(JSON.parse(JSON.stringify(view))).toEqual(dropUndefined(view))
      }
  })

  it('leads back from every stage before saving, whatever the answers are, and keeps them', () => {
    for (const { input, paths } of walks())
      for (const path of paths) {
        const actor = replay(input, path)
        const before = actor.getSnapshot()
        const canGoBack = viewOf(before).can.back === true
        actor.send({ type: 'stage.back' })
        const after = actor.getSnapshot()
        expect(stageOf(after) !== stageOf(before)).toBe(canGoBack)
        expect(after.context.draft).toEqual(before.context.draft)
        expect(after.context.file).toEqual(before.context.file)
        actor.stop()
      }
  })
})

interface Walk {
  readonly input: Input
  readonly states: readonly OnboardingSnapshot[]
  readonly paths: readonly (readonly Sent[])[]
}

let known: readonly Walk[] | undefined

/** Shortest ways to everything that can happen, from a request in hand, from nothing, and from an interrupted run. */
function walks(): readonly Walk[] {
  known ??= inputs.map((input) => {
    const paths = getShortestPaths(machine, {
      input,
      events: events as never,
      limit: 60_000,
      serializeState: (state: OnboardingSnapshot) => serialize(state),
      filterEvents: (state: OnboardingSnapshot, event: Sent) => isPossible(state, event),
    } as never)
    return {
      input,
      states: paths.map((path) => path.state as OnboardingSnapshot),
      paths: paths.map((path) =>
        path.steps.map(({ event }) => event as Sent).filter(({ type }) => type !== 'xstate.init'),
      ),
    }
  })
  return known
}

/** What the guards look at, and nothing else: the rest of the context would make the graph endless. */
function serialize(snapshot: OnboardingSnapshot): string {
  const { value, context } = snapshot
  const { draft: answered, results, plan: made, reading } = context
  return JSON.stringify({
    value,
    answered: [answered.people.length, answered.platform, reading !== undefined, made !== undefined],
    file: typeof value === 'object' && 'answering' in value && decisionsOf(snapshot.context),
    blocked: viewOf(snapshot).can.next === true || viewOf(snapshot).can.approve === true,
    created: resultOf(results, created)?.outcome,
    waiting: context.renewal && context.observation?.pools.length,
    import: importOf(context),
    open: [openRoles, openSynchronization, openChecks].map((phases) => openTasks(context, phases).length > 0),
  })
}

function importOf({ importing: under, tasks, others }: OnboardingSnapshot['context']) {
  const part = openPart(under)
  return [part?.number, part && under?.parts[part.number]?.state, tasks['import:1']?.state, others.length]
}

function decisionsOf({ draft: { route }, file }: OnboardingSnapshot['context']): readonly boolean[] {
  const { opened, known: holders, hasRows, answers: decided } = file
  return [route === 'csv', hasRows, ...[opened, decided.repair, decided.mode, holders].map(Boolean)]
}

const openRoles = ['saving', 'operator'] as const
const openSynchronization = ['syncing'] as const
const openChecks = ['verifying'] as const

/** An actor's answer is possible only while that actor runs; a person may send anything. */
function isPossible(state: OnboardingSnapshot, event: Sent): boolean {
  if (state.status !== 'active') return false
  const [, answering] = /^xstate\.done\.actor\.(.+)$/.exec(event.type) ?? []
  if (answering !== undefined) return Object.hasOwn(state.children, answering)
  // Only one person more is worth walking; otherwise the graph has no end.
  if (event.type === 'people.add' && (state.context.draft.people.length > 0 || state.context.file.isOffered))
    return false
  return state.can(event as Command)
}

function replay(input: Input, path: readonly Sent[], walked?: Set<AnyTransitionDefinition>) {
  const actor = createActor(machine, {
    input,
    inspect: (inspected) => {
      if (inspected.type !== '@xstate.microstep') return
      for (const transition of inspected._transitions) walked?.add(transition)
    },
  }).start()
  for (const event of path) actor.send(event as Command)
  return actor
}

function allTransitions(): readonly AnyTransitionDefinition[] {
  return allNodes().flatMap((node) => [...[...node.transitions.values()].flat(), ...(node.always ?? [])])
}

function allNodes() {
  return nodesBelow(machine.root)
}

function nodesBelow(node: AnyStateNode): readonly AnyStateNode[] {
  return [node, ...Object.values(node.states).flatMap(nodesBelow)]
}

function allLeaves(): ReadonlySet<string> {
  return new Set(
    allNodes()
      .filter(({ type }) => type === 'atomic')
      .map(({ id }) => id),
  )
}

function leavesOf(state: OnboardingSnapshot): readonly string[] {
  return state._nodes.filter(({ type }) => type === 'atomic').map(({ id }) => id)
}

function describeTransition({ source, eventType, target }: AnyTransitionDefinition): string {
  return `${source.id} --${eventType}--> ${target?.map(({ id }) => id).join() ?? 'itself'}`
}

function settled(key: string, result: StepResult): Progress {
  return { type: 'steps.settled', settled: [{ key, result }], at: 1 }
}

function output(actor: string, value: unknown): Sent {
  return { type: `xstate.done.actor.${actor}`, output: value }
}

function dropUndefined(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value))
}
