import { type Onboarding, type Ports, type ReportView, readRecord, walkToReview } from '@wxcc-onboard/core'
import type { Fault } from '@wxcc-onboard/sandbox'
import { type Engine, openEngine } from './engine.ts'

export const operations = ['create', 'license', 'role', 'sync', 'verify'] as const

export type Operation = (typeof operations)[number]

export const routes = ['manual', 'csv'] as const

export type Route = (typeof routes)[number]

/** Where an operation meets its trouble. */
const places: Readonly<Record<Operation, Fault['match']>> = {
  create: { method: 'POST', path: '^/identity/scim/[^/]+/v2/(Users|Bulk)$' },
  license: { method: 'PATCH', path: '^/v1/licenses/users$' },
  role: { method: 'PATCH', path: '^/identity/scim/[^/]+/v2/Users/' },
  sync: { method: 'GET', path: '^/organization/[^/]+/user/by-ci-user-id/' },
  verify: { method: 'GET', path: '^/v1/people$' },
}

const writes: readonly Operation[] = ['create', 'license', 'role']

export interface Trouble {
  readonly name: string
  /** Where it can happen at all. @default everywhere */
  readonly at?: readonly Operation[]
  strike(scene: Scene): void
}

interface Scene {
  readonly engine: Engine
  /** An answer of the API, once. */
  answer(answer: Fault['answer'], body?: string): void
  expireToken(): void
}

const hour = 3_600_000

export const troubles: readonly Trouble[] = [
  {
    name: '429, `Retry-After` in seconds',
    strike: ({ answer }) => answer({ kind: 'status', status: 429, retryAfter: '4' }),
  },
  {
    name: '429, `Retry-After` as a date',
    strike: ({ answer, engine: { clock } }) => {
      const retryAfter = new Date(clock.now() + 7_000).toUTCString()
      answer({ kind: 'status', status: 429, retryAfter })
    },
  },
  { name: '429 without `Retry-After`', strike: ({ answer }) => answer({ kind: 'status', status: 429 }) },
  { name: '503', strike: ({ answer }) => answer({ kind: 'status', status: 503 }) },
  {
    name: 'connection broken before the effect',
    strike: ({ answer }) => answer({ kind: 'reset', when: 'before' }),
  },
  {
    name: 'connection broken after the effect',
    strike: ({ answer }) => answer({ kind: 'reset', when: 'after' }),
  },
  {
    name: '206, a part was done',
    at: ['license'],
    strike: ({ answer }) => answer({ kind: 'partial' }, '"operation":"remove"'),
  },
  {
    name: '400 after the effect',
    at: writes,
    strike: ({ answer }) => answer({ kind: 'error-after-effect', status: 400 }),
  },
  { name: '200 and nothing changed', at: writes, strike: ({ answer }) => answer({ kind: 'unchanged' }) },
  {
    name: 'an answer after the time-out',
    strike: ({ answer }) => answer({ kind: 'slow', milliseconds: 2_500 }),
  },
  {
    name: 'HTML page of a gateway (502)',
    strike: ({ answer }) => answer({ kind: 'status', status: 502, html: true }),
  },
  { name: 'the token expires', strike: ({ expireToken }) => expireToken() },
  { name: 'the clock is set forward by a day', strike: ({ engine: { clock } }) => clock.set(24 * hour) },
  { name: 'the clock is set back by an hour', strike: ({ engine: { clock } }) => clock.set(-hour) },
]

const request = {
  entry: 'email',
  sameForAll: { license: 'standard', administrator: 'keep' },
  subscriptions: { standard: 'Sub-A', premium: 'Sub-A' },
  people: [
    { email: 'new.1@acme.example' },
    { email: 'new.2@acme.example', license: 'premium', administrator: 'full' },
    { email: 'stan.standard@acme.example', license: 'premium' },
  ],
}

export const rows = request.people.length

/** What came of a run: in the end of it, and after it was resumed without trouble. */
export interface Course {
  readonly first: ReportView
  readonly attempts: number
  readonly last: ReportView
  readonly organization: object
}

/** One run into one trouble, and its resumption with a fresh token when the trouble is over. */
export async function run(route: Route, operation: Operation, trouble: Trouble | undefined): Promise<Course> {
  let token = ''
  const engine = await openEngine({
    units: 100,
    client: { token: async () => token, timeouts: { answer: 500 } },
  })
  const fresh = engine.sandbox.issueToken()
  const expired = engine.sandbox.issueToken({ expired: true })
  token = fresh
  const scene: Scene = {
    engine,
    answer: (answer, body) =>
      engine.sandbox.addFault({
        match: { ...places[operation], ...(body === undefined ? {} : { body }) },
        answer,
      }),
    expireToken: () => {
      token = expired
    },
  }
  let isOver = trouble === undefined
  const strike = () => {
    if (!isOver) trouble?.strike(scene)
    isOver = true
  }
  try {
    const ports = disturbed(engine, operation, strike, () => onboarding.send({ type: 'task.leave' }))
    const onboarding: Onboarding = engine.open({ ...request, route }, { ports, concurrency: 1 })
    const { plan, runId } = await walkToReview(onboarding)
    const before = engine.client.calls().attempts
    onboarding.on('stage.entered', ({ stage }) => {
      if (stage === 'verifying' && operation === 'verify') strike()
    })
    onboarding.subscribe((view) => {
      // A person who cannot go on leaves; the run can be resumed.
      if (view.stage === 'verifying' && view.mode === 'failed') onboarding.send({ type: 'task.leave' })
    })
    onboarding.send({ type: 'plan.approve', hash: plan?.hash ?? '' })
    const { report: first } = await onboarding.done
    const attempts = engine.client.calls().attempts - before
    await onboarding.stop()
    token = fresh
    engine.sandbox.clearFaults()
    await lateEffects(trouble)
    const last = first !== undefined && isReadBack(first) ? first : await resume(engine, runId)
    if (first === undefined || last === undefined) throw new Error('a run without a report')
    return { first, attempts, last, organization: await organizationOf(engine) }
  } finally {
    await engine.close()
  }
}

/** Whether everything is done, and was seen to be. */
export const isReadBack = ({ isComplete, people }: ReportView): boolean =>
  isComplete && people.every(({ verifiedBy }) => verifiedBy === 'reading')

/** A slow server goes on with what it was asked for, although nobody waits any more. */
async function lateEffects(trouble: Trouble | undefined): Promise<void> {
  if (trouble?.name.includes('time-out')) await new Promise((resolve) => setTimeout(resolve, 3_000))
}

/**
 * The engine's ports, which strike when the first write of an operation is about to go out. Where synchronizing is disturbed,
 * a person presses the button while the engine waits between two looks, and leaves when that does not show.
 */
function disturbed(
  { ports, press }: Engine,
  operation: Operation,
  strike: () => void,
  leave: () => void,
): Ports {
  const { operatorDesk, clock, directory, ...others } = ports
  const striking =
    <A extends readonly unknown[], R>(own: Operation, call: (...given: A) => R) =>
    (...given: A): R => {
      if (own === operation) strike()
      return call(...given)
    }
  const withDirectory = {
    ...others,
    directory: {
      ...directory,
      createPerson: striking('create', directory.createPerson),
      changeLicenses: striking('license', directory.changeLicenses),
      setAdministrator: striking('role', directory.setAdministrator),
      ...(directory.createPeople === undefined
        ? {}
        : { createPeople: striking('create', directory.createPeople) }),
    },
  }
  if (operation !== 'sync')
    return { ...withDirectory, clock, ...(operatorDesk === undefined ? {} : { operatorDesk }) }
  let looks = 0
  const wait: typeof clock.wait = async (milliseconds, signal) => {
    if (milliseconds === 3_000) {
      looks += 1
      if (looks === 1) strike()
      if (looks === 2) await press('/synchronize-users', {})
      if (looks === 6) leave()
    }
    await clock.wait(milliseconds, signal)
  }
  return { ...withDirectory, clock: { ...clock, wait } }
}

async function resume(engine: Engine, runId: string): Promise<ReportView | undefined> {
  const reading = readRecord(await engine.journal.load(runId))
  if (!reading.ok) throw new Error(reading.reason)
  const onboarding = engine.open(undefined, { resume: { runId, record: reading.record } })
  const { report } = await onboarding.done
  return report
}

/** All that a run can have changed, without ids and times. */
async function organizationOf({ read }: Engine) {
  const without = (row: Record<string, unknown>, ...keys: readonly string[]) =>
    Object.fromEntries(Object.entries(row).filter(([key]) => !keys.includes(key)))
  const [people, licenses, users, outbox] = await Promise.all(
    ['/people', '/licenses', '/users-module', '/outbox'].map(read),
  )
  const sorted = (all: readonly object[] = []) => all.map((one) => JSON.stringify(one)).toSorted()
  return {
    people: sorted(people?.map((one) => without(one, 'id', 'created', 'modified'))),
    licenses: sorted(licenses),
    users: sorted(users?.map((one) => without(one, 'id', 'modified'))),
    invitations: sorted(outbox?.map(({ email, to }) => ({ email, to }))),
  }
}
