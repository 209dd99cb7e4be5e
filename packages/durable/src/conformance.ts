/** @module What every journal must keep, as checks that any test runner can run. */
import { deepStrictEqual, rejects, strictEqual } from 'node:assert/strict'
import type {
  AgentCatalog,
  AgentPlan,
  Clock,
  Journal,
  JournalEntry,
  KeptDraft,
  Plan,
  Request,
} from '@wxcc-onboard/core'
import { leaseChecks } from './conformance-leases.ts'
import type { LeasingJournal, LeasingProcess } from './lease.ts'

/** The runs of one check. */
export interface JournalFixture {
  /** A journal on these runs; opened twice, it stands for two processes. */
  open(as: { readonly clock: Clock; readonly process: LeasingProcess }): Promise<Journal | LeasingJournal>
  dispose(): Promise<void>
}

export interface JournalCheck {
  readonly name: string
  /** Rejects with what is not as it must be. */
  run(): Promise<void>
}

/**
 * The conformance suite of journals. The checks of leases and of drafts are among them where they are not false.
 *
 * @example
 * for (const { name, run } of journalChecks(() => createFixture())) test(name, run)
 */
export function journalChecks(
  create: () => Promise<JournalFixture>,
  { leases = true, drafts = true }: { readonly leases?: boolean; readonly drafts?: boolean } = {},
): readonly JournalCheck[] {
  const checks = { ...entryChecks, ...(drafts ? draftChecks : {}), ...(leases ? leaseChecks : {}) }
  return Object.entries(checks).map(([name, check]) => ({
    name,
    run: async () => {
      const fixture = await create()
      try {
        await check(fixture)
      } finally {
        await fixture.dispose()
      }
    },
  }))
}

const clock: Clock = { now: () => 1_000, wait: () => new Promise(() => undefined) }
const process: LeasingProcess = { pid: 1, host: 'here', space: 'here', isAlive: () => true }

const organization = { id: 'a-b-c', name: 'Acme' }

const request: Request = {
  format: 1,
  route: 'manual',
  entry: 'email',
  batchSize: 25,
  trialAccounts: [],
  sameForAll: { license: 'premium', administrator: 'keep' },
  people: [{ email: 'ada@acme.example' }, { email: 'łucja@acme.example' }],
  subscriptions: {},
  acknowledge: [],
}

const plan: Plan = {
  format: 1,
  organization,
  platform: 'new',
  people: [],
  steps: [],
  tasks: [],
  units: [],
  forecast: { calls: 0 },
  invitations: 0,
  removals: 0,
  hash: 'f'.repeat(64),
}

const agentPlan: AgentPlan = {
  format: 1,
  organization,
  changes: [
    {
      line: 2,
      email: 'ada@acme.example',
      agentId: 'agent-1',
      before: { enabled: true, teams: [] },
      after: { enabled: true, teams: [], externalId: 'E-1' },
      fields: ['externalId'],
    },
  ],
  hash: 'd'.repeat(64),
}

const noNames: AgentCatalog = {
  sites: [],
  teams: [],
  skillProfiles: [],
  desktopProfiles: [],
  multimediaProfiles: [],
  userProfiles: [],
}

const opened = (at: number): JournalEntry => ({ at, type: 'run.opened', format: 1, organization })

const settled = (at: number, key: string): JournalEntry => ({
  at,
  type: 'step.settled',
  key,
  result: { outcome: 'done' },
})

const wholeRun: readonly JournalEntry[] = [
  opened(1),
  { at: 2, type: 'plan.made', request, plan },
  {
    at: 2,
    type: 'import.planned',
    import: {
      mode: 'add-only',
      scope: 'licenses',
      source: { path: 'people.csv', sha256: '0'.repeat(64) },
      parts: [{ number: 1, from: 1, to: 1, path: 'people.part-01-of-1.csv', records: [['Email'], ['ada']] }],
      losing: [],
    },
  },
  { at: 3, type: 'plan.approved', hash: plan.hash, by: 'admin@acme.example' },
  { at: 3, type: 'part.released', number: 1, before: [] },
  { at: 3, type: 'part.settled', number: 1, rows: [{ row: 1, outcome: 'failed', reason: 'no' }] },
  { at: 3, type: 'import.canceled' },
  { at: 4, type: 'step.intended', key: 'create:ada@acme.example' },
  settled(5, 'create:ada@acme.example'),
  { at: 6, type: 'task.changed', id: 'synchronize', status: { state: 'claimed', verifiedFor: [] } },
  { at: 7, type: 'plan.renewed', covered: plan, open: { ...plan, hash: 'e'.repeat(64) } },
  { at: 7, type: 'plan.approved', hash: 'e'.repeat(64) },
  { at: 7, type: 'run.stopped' },
  { at: 8, type: 'run.finished' },
]

const open = (fixture: JournalFixture) => fixture.open({ clock, process })

type Check = (fixture: JournalFixture) => Promise<void>

const entryChecks: Readonly<Record<string, Check>> = {
  'has no runs at first, and an unknown run has no entries': async (fixture) => {
    const journal = await open(fixture)
    deepStrictEqual(await journal.list(), [])
    deepStrictEqual(await journal.load('nobody'), [])
  },
  'gives every kind of entry back as it was appended, in order': async (fixture) => {
    const journal = await open(fixture)
    for (const entry of wholeRun) await journal.append('run', entry)
    deepStrictEqual(await journal.load('run'), wholeRun)
  },
  'keeps the order of entries appended without waiting': async (fixture) => {
    const journal = await open(fixture)
    await journal.append('run', opened(1))
    const entries = Array.from({ length: 200 }, (_, index) => settled(2, `step:${index}`))
    await Promise.all(entries.map((entry) => journal.append('run', entry)))
    deepStrictEqual(await journal.load('run'), [opened(1), ...entries])
  },
  'keeps what was appended, whatever becomes of the object': async (fixture) => {
    const journal = await open(fixture)
    const entry = { ...opened(1), organization: { ...organization } }
    await journal.append('run', entry)
    entry.organization.name = 'Another'
    deepStrictEqual(await journal.load('run'), [opened(1)])
  },
  'keeps runs apart': async (fixture) => {
    const journal = await open(fixture)
    for (const run of ['one', 'two']) await journal.append(run, opened(1))
    await journal.append('two', settled(2, 'x'))
    deepStrictEqual(await journal.load('one'), [opened(1)])
    deepStrictEqual(await journal.load('two'), [opened(1), settled(2, 'x')])
  },
  'summarizes a run as it goes on': async (fixture) => {
    const journal = await open(fixture)
    const states: (string | undefined)[] = []
    for (const entry of [...wholeRun, { at: 9, type: 'step.intended', key: 'again' } as const]) {
      await journal.append('run', entry)
      states.push((await journal.list())[0]?.state)
    }
    const working = Array.from({ length: 10 }, () => 'unfinished')
    deepStrictEqual(states, ['unapproved', 'unapproved', 'unapproved', ...working, 'finished', 'unfinished'])
    deepStrictEqual(await journal.list(), [
      { runId: 'run', organization, openedAt: 1, changedAt: 9, people: 2, state: 'unfinished' },
    ])
  },
  'says of a run of agent details that it is one': async (fixture) => {
    const journal = await open(fixture)
    await journal.append('run', opened(1))
    await journal.append('run', { at: 2, type: 'agents.planned', plan: agentPlan, names: noNames })
    await journal.append('run', { at: 3, type: 'plan.approved', hash: agentPlan.hash })
    deepStrictEqual(await journal.list(), [
      {
        runId: 'run',
        organization,
        openedAt: 1,
        changedAt: 3,
        people: 1,
        state: 'unfinished',
        kind: 'agents',
      },
    ])
  },
  'lists the run that changed last first': async (fixture) => {
    const journal = await open(fixture)
    await journal.append('old', opened(1))
    await journal.append('new', opened(2))
    await journal.append('old', settled(3, 'x'))
    deepStrictEqual(
      (await journal.list()).map(({ runId }) => runId),
      ['old', 'new'],
    )
  },
  'refuses an entry of a run that was never opened, and keeps nothing of it': async (fixture) => {
    const journal = await open(fixture)
    await rejects(journal.append('ghost', settled(1, 'x')), /run\.opened/)
    deepStrictEqual(await journal.load('ghost'), [])
    deepStrictEqual(await journal.list(), [])
  },
  'has everything when it is opened again': async (fixture) => {
    const journal = await open(fixture)
    for (const entry of wholeRun) await journal.append('run', entry)
    if ('close' in journal) journal.close()
    const again = await open(fixture)
    deepStrictEqual(await again.load('run'), wholeRun)
    strictEqual((await again.list())[0]?.state, 'finished')
  },
}

const draftOf = (runId: string, changedAt: number, stage = 'people'): KeptDraft => ({
  format: 1,
  runId,
  organization,
  changedAt,
  stage,
  request,
})

const draftChecks: Readonly<Record<string, Check>> = {
  'keeps one draft for each run, the latest change first, and no run of it': async (fixture) => {
    const journal = await open(fixture)
    deepStrictEqual(await journal.drafts?.list(), [])
    await journal.drafts?.keep(draftOf('one', 1))
    await journal.drafts?.keep(draftOf('two', 2))
    await journal.drafts?.keep(draftOf('one', 3, 'licenses'))
    deepStrictEqual(await journal.drafts?.list(), [draftOf('one', 3, 'licenses'), draftOf('two', 2)])
    deepStrictEqual(await journal.list(), [])
    deepStrictEqual(await journal.load('one'), [])
  },
  'has nothing left of a draft that was removed': async (fixture) => {
    const journal = await open(fixture)
    for (const run of ['one', 'two']) await journal.drafts?.keep(draftOf(run, 1))
    await journal.drafts?.remove('one')
    await journal.drafts?.remove('nobody')
    deepStrictEqual(await journal.drafts?.list(), [draftOf('two', 1)])
  },
  'still has a draft when it is opened again, whatever became of the object': async (fixture) => {
    const journal = await open(fixture)
    const draft = { ...draftOf('one', 1), organization: { ...organization } }
    await journal.drafts?.keep(draft)
    draft.organization.name = 'Another'
    if ('close' in journal) journal.close()
    deepStrictEqual(await (await open(fixture)).drafts?.list(), [draftOf('one', 1)])
  },
}
