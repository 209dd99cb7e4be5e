import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DirectoryPerson } from '../src/domain/organization.ts'
import type { Plan } from '../src/plan/plan.ts'
import { isWithin } from '../src/plan/replan.ts'
import type { Step } from '../src/plan/step.ts'
import { type RunRecord, readRecord } from '../src/run/record.ts'
import { verifyRun } from '../src/run/verify-run.ts'
import { walkToReview } from '../src/run/walk.ts'
import {
  type Call,
  createWorld,
  failureOf,
  openRun,
  premiumPool,
  requestFor,
  standardPool,
  viewWhen,
  type World,
  type WorldOptions,
} from './world.ts'

const ada = 'ada@acme.example'
const grace = 'grace@acme.example'

/** A plan as it is saved to be approved later. */
async function planned(world: World, written: object) {
  const request = requestFor(written)
  const onboarding = openRun(world, request)
  const { plan } = await walkToReview(onboarding)
  await onboarding.stop()
  if (plan === undefined) throw new Error('no plan')
  return { request, plan, hash: plan.hash }
}

function recordOf(world: World, runId: string): RunRecord {
  const read = readRecord(world.entries(runId))
  if (!read.ok) throw new Error(read.reason)
  return read.record
}

/** Carries out a saved plan and leaves what it asks anew. */
async function applied(world: World, saved: Awaited<ReturnType<typeof planned>>) {
  const onboarding = openRun(world, undefined, { approved: saved })
  leaveQuestions(onboarding)
  const view = await onboarding.done
  return { view, runId: view.runId }
}

function leaveQuestions(onboarding: ReturnType<typeof openRun>): void {
  onboarding.subscribe((view) => {
    if (view.stage === 'saving' && view.mode === 'asking') onboarding.send({ type: 'task.leave' })
  })
}

describe('a saved plan that meets an organization which moved', () => {
  it('L5: of a thousand rows of which three moved, 997 are applied and 3 planned anew', async () => {
    const world = createWorld({ pools: [standardPool, { ...premiumPool, total: 2_000 }], hasDesk: true })
    const people = Array.from({ length: 1_000 }, (_, index) => ({ email: `p${index}@acme.example` }))
    const sameForAll = { license: 'premium', administrator: 'keep' }
    for (const { email } of people.slice(0, 500)) world.add({ email })
    const saved = await planned(world, { route: 'csv', sameForAll, people })
    const moved = ['p7@acme.example', 'p70@acme.example', 'p170@acme.example']
    for (const email of moved) world.change(email, { licenseIds: ['standard-a'] })
    const { view, runId } = await applied(world, saved)
    expect([view.report?.counts.done, view.report?.counts['not-attempted']]).toEqual([997, 3])
    expect(view.renewal?.people.map(({ email }) => email)).toEqual(moved)
    expect(world.writes().filter((call) => moved.includes(emailOf(call)))).toEqual([])

    const resumed = openRun(world, undefined, {
      resume: { runId, record: recordOf(world, runId), approve: { hash: view.renewal!.hash } },
    })
    const { report } = await resumed.done
    expect(report?.counts.done).toBe(1_000)
    expect(world.person(moved[0]!)?.licenseIds).toEqual(['premium-a'])
    expect(recordOf(world, runId)).toEqual(
      expect.objectContaining({
        approvals: [saved.hash, view.renewal?.hash],
        renewal: undefined,
        isFinished: true,
      }),
    )
  })

  it('L5: does nothing for those who are as they should be already, and less for whom there is less to do', async () => {
    const world = createWorld({ people: [{ email: grace, licenseIds: ['standard-a'] }], hasDesk: true })
    const people = [ada, grace].map((email) => ({ email, license: 'premium' }))
    const saved = await planned(world, { people })
    world.add({ email: ada, licenseIds: ['premium-a'] })
    world.change(grace, { licenseIds: [] })
    const { view } = await applied(world, saved)
    expect(view.report?.people.map(({ email, outcome }) => [email, outcome])).toEqual([
      [ada, 'already'],
      [grace, 'done'],
    ])
    expect(world.writes().map(({ type }) => type)).toEqual(['changeLicenses'])
    expect(world.person(grace)?.licenseIds).toEqual(['premium-a'])
  })

  it('M4: says at once who waits for an approval, and goes on with it when it is given', async () => {
    const world = createWorld({ people: [{ email: ada }], hasDesk: true })
    const people = [ada, grace].map((email) => ({ email, license: 'premium' }))
    const saved = await planned(world, { people })
    world.change(ada, { licenseIds: ['standard-a'] })
    const onboarding = openRun(world, undefined, { approved: saved })
    const told: unknown[] = []
    onboarding.on('plan.renewed', (fact) => told.push(fact))
    const asking = await viewWhen(onboarding, ({ stage, mode }) => stage === 'saving' && mode === 'asking')
    expect([asking.can.approve, asking.renewal?.people.map(({ email }) => email)]).toEqual([true, [ada]])
    expect(told).toEqual([
      { type: 'plan.renewed', rows: { holds: 1, less: 0, new: 1 }, hash: asking.renewal?.hash },
    ])
    onboarding.send({ type: 'plan.approve', hash: saved.hash })
    expect(onboarding.getView().problems[0]?.code).toBe('plan.not-approved')
    onboarding.send({ type: 'plan.approve', hash: asking.renewal!.hash.slice(0, 12) })
    const { report, runId } = await onboarding.done
    expect(report?.counts.done).toBe(2)
    expect(
      world
        .entries(runId)
        .map(({ type }) => type)
        .filter((type) => type.startsWith('plan.')),
    ).toEqual(['plan.made', 'plan.approved', 'plan.renewed', 'plan.approved'])
  })

  it('M4: asks again when somebody moves between the question and the answer', async () => {
    const world = createWorld({ people: [{ email: ada }], hasDesk: true })
    const saved = await planned(world, {
      people: [{ email: ada, license: 'premium', administrator: 'full' }],
    })
    world.change(ada, { licenseIds: ['standard-a'] })
    const onboarding = openRun(world, undefined, { approved: saved })
    const isAsking = ({ stage, mode }: { stage: string; mode: string }) =>
      stage === 'saving' && mode === 'asking'
    const first = await viewWhen(onboarding, isAsking)
    world.change(ada, { administrator: 'cc-service' })
    onboarding.send({ type: 'plan.approve', hash: first.renewal!.hash })
    const second = await viewWhen(
      onboarding,
      (view) => isAsking(view) && view.renewal?.hash !== first.renewal?.hash,
    )
    expect(world.writes()).toEqual([])
    onboarding.send({ type: 'plan.approve', hash: second.renewal!.hash })
    expect((await onboarding.done).report?.counts.done).toBe(1)
  })

  it.each([
    ['steps', (plan: Plan) => ({ ...plan, steps: plan.steps.slice(1) })],
    ['its hash', (plan: Plan) => ({ ...plan, hash: 'f'.repeat(64) })],
  ])('M4: is refused as a whole where %s was edited', async (_, edit) => {
    const world = createWorld()
    const { request, plan } = await planned(world, { people: [{ email: ada, license: 'premium' }] })
    const edited = edit(plan)
    const onboarding = openRun(world, undefined, {
      approved: { request, plan: edited, hash: edited.hash },
    })
    const { problems } = await viewWhen(onboarding, ({ mode }) => mode === 'failed')
    expect(problems.map(({ code }) => code)).toEqual(['plan.edited'])
    onboarding.send({ type: 'run.stop' })
    const { runId } = await onboarding.done
    expect([world.writes(), world.entries(runId)]).toEqual([[], []])
  })

  it('M4: is refused with a request that is not its own, and on the approval of another', async () => {
    const world = createWorld()
    const saved = await planned(world, { people: [{ email: ada, license: 'premium' }] })
    const other = requestFor({ people: [{ email: ada, license: 'standard' }] })
    for (const [approved, code] of [
      [{ ...saved, request: other }, 'plan.edited'],
      [{ ...saved, hash: '0'.repeat(64) }, 'plan.not-approved'],
      [{ ...saved, removals: 1 }, 'plan.removals-unconfirmed'],
    ] as const) {
      const onboarding = openRun(world, undefined, { approved })
      const { problems } = await viewWhen(onboarding, ({ mode }) => mode === 'failed')
      expect(problems.map((problem) => problem.code)).toEqual([code])
      await onboarding.stop()
    }
    expect(world.writes()).toEqual([])
  })

  it('M14: is refused before any write where it is for another organization', async () => {
    const world = createWorld()
    const { request, plan } = await planned(world, { people: [{ email: ada, license: 'premium' }] })
    const elsewhere = { ...plan, organization: { id: 'another', name: 'Another' } }
    const onboarding = openRun(world, undefined, {
      approved: { request, plan: elsewhere, hash: plan.hash },
    })
    const { stage, problems } = await viewWhen(onboarding, ({ mode }) => mode === 'failed')
    expect([stage, problems.map(({ code }) => code)]).toEqual(['signIn', ['request.another-organization']])
    await onboarding.stop()
    expect(world.writes()).toEqual([])
  })
})

describe('two runs that charge different subscriptions', () => {
  it.each(['manual', 'csv'])('C-17: give one license to each person, by the %s route', async (route) => {
    const world = createWorld({
      pools: [premiumPool, { ...premiumPool, id: 'premium-b', subscriptionId: 'Sub-B', total: 10 }],
      people: [{ email: ada }, { email: grace }],
      hasDesk: true,
    })
    const people = [ada, grace].map((email) => ({ email, license: 'premium' }))
    const onboarding = openRun(world, requestFor({ route, people }))
    const { plan, runId } = await walkToReview(onboarding)
    world.change(ada, { licenseIds: ['premium-b'] })
    onboarding.send({ type: 'plan.approve', hash: plan!.hash })
    const { report } = await onboarding.done
    expect(report?.people.map(({ outcome, problems }) => [outcome, problems[0]?.code])).toEqual([
      ['not-attempted', 'license.held-elsewhere'],
      ['done', undefined],
    ])
    expect([world.person(ada)?.licenseIds, world.person(grace)?.licenseIds]).toEqual([
      ['premium-b'],
      ['premium-a'],
    ])
    const resumed = openRun(world, undefined, { resume: { runId, record: recordOf(world, runId) } })
    expect((await resumed.done).report?.isComplete).toBe(true)
    expect(world.person(ada)?.licenseIds).toEqual(['premium-b'])
  })
})

describe('a run whose people were deleted meanwhile', () => {
  /** Created, and not licensed: the API was down. Then somebody deleted the first. */
  async function halfDone(options: WorldOptions = {}) {
    let isDown = true
    const world = createWorld({
      hasDesk: true,
      disturb: ({ type }) =>
        isDown && type === 'changeLicenses'
          ? { kind: 'refused', failure: failureOf('forbidden') }
          : undefined,
      ...options,
    })
    const people = [ada, grace].map((email) => ({ email, license: 'premium' }))
    const saved = await planned(world, { people })
    const { runId } = await applied(world, saved)
    isDown = false
    return { world, runId }
  }

  it('SAVE-2: says so for their rows on resuming, invites nobody again unasked, and goes on with the others', async () => {
    const { world, runId } = await halfDone()
    world.remove(ada)
    const resumed = openRun(world, undefined, { resume: { runId, record: recordOf(world, runId) } })
    leaveQuestions(resumed)
    const { report } = await resumed.done
    expect(
      report?.people.map(({ email, outcome, problems }) => [
        email,
        outcome,
        problems.map(({ code }) => code),
      ]),
    ).toEqual([
      [ada, 'not-attempted', ['plan.row-moved']],
      [grace, 'done', []],
    ])
    expect(world.writes().filter(({ type }) => type === 'createPerson')).toHaveLength(2)
  })

  it('SYNC-3: says so for their rows on verifying', async () => {
    const world = createWorld({ hasDesk: true })
    const people = [ada, grace].map((email) => ({ email, license: 'premium' }))
    const { runId } = await applied(world, await planned(world, { people }))
    world.remove(ada)
    const verified = await verifyRun(recordOf(world, runId), world.ports, AbortSignal.any([]))
    if (!verified.ok) throw new Error(verified.problem.code)
    expect(verified.report.people.map(({ outcome, why }) => [outcome, why])).toEqual([
      ['invisible', ['person-missing']],
      ['done', ['invitation-pending']],
    ])
  })

  it('keeps the question in the record, and drops it when the person is back', async () => {
    const { world, runId } = await halfDone()
    const person = world.person(ada)!
    world.remove(ada)
    const second = openRun(world, undefined, { resume: { runId, record: recordOf(world, runId) } })
    leaveQuestions(second)
    await second.done
    expect(recordOf(world, runId).renewal?.people.map(({ email }) => email)).toEqual([ada])
    world.add(person)
    const third = openRun(world, undefined, { resume: { runId, record: recordOf(world, runId) } })
    const { report, renewal } = await third.done
    expect([report?.counts.done, renewal, recordOf(world, runId).renewal]).toEqual([2, undefined, undefined])
  })
})

const emails = ['ada', 'grace', 'alan', 'edsger'].map((name) => `${name}@acme.example`)
const pools = [
  standardPool,
  premiumPool,
  { ...premiumPool, id: 'premium-b', subscriptionId: 'Sub-B', total: 3 },
]

/** What somebody else does to one person, or to a pool. */
const movement = fc.oneof(
  fc.record({ kind: fc.constant('remove' as const), email: fc.constantFrom(...emails) }),
  fc.record({
    kind: fc.constant('put' as const),
    email: fc.constantFrom(...emails),
    licenseIds: fc.subarray(pools.map(({ id }) => id)),
    administrator: fc.constantFrom('none', 'full', 'cc-service', 'read-only'),
  }),
  fc.record({
    kind: fc.constant('pool' as const),
    id: fc.constantFrom(...pools.map(({ id }) => id)),
    total: fc.integer({ min: 0, max: 4 }),
  }),
)

type Movement = typeof movement extends fc.Arbitrary<infer T> ? T : never

function move(world: World, one: Movement): void {
  if (one.kind === 'pool')
    world.setPools(pools.map((pool) => (pool.id === one.id ? { ...pool, total: one.total } : pool)))
  if (one.kind === 'remove') world.remove(one.email)
  if (one.kind !== 'put') return
  const { email, licenseIds, administrator } = one
  if (world.person(email) === undefined) world.add({ email, licenseIds, administrator })
  else world.change(email, { licenseIds, administrator })
}

const wish = fc.record({
  license: fc.constantFrom('none', 'standard', 'premium', 'premium-supervisor'),
  administrator: fc.constantFrom('keep', 'full', 'cc-service'),
})

describe('whatever moves', () => {
  it('L14: every write is contained in a step of a plan that was approved', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          wishes: fc.array(wish, { minLength: 4, maxLength: 4 }),
          before: fc.array(movement, { maxLength: 5 }),
          rounds: fc.array(
            fc.record({
              movements: fc.array(movement, { maxLength: 4 }),
              isApproving: fc.boolean(),
              stopAfter: fc.option(fc.integer({ min: 1, max: 3 })),
            }),
            { minLength: 1, maxLength: 4 },
          ),
          failing: fc.array(fc.integer({ min: 1, max: 8 }), { maxLength: 3 }),
          route: fc.constantFrom('manual', 'csv'),
        }),
        async ({ wishes, before, rounds, failing, route }) => {
          const roles = new Map<Call, DirectoryPerson['administrator'] | undefined>()
          const world = createWorld({
            pools,
            disturb: (call, nth) => {
              roles.set(call, world.person(emailOf(call))?.administrator)
              return call.type === 'changeLicenses' && failing.includes(nth)
                ? { kind: 'refused', failure: failureOf('unavailable') }
                : undefined
            },
          })
          for (const one of before) move(world, one)
          const people = emails.map((email, index) => ({ email, ...wishes[index] }))
          const acknowledge = ['license.units-short', 'administrator.supervisor-unusual']
          const request = requestFor({ route, people, acknowledge })
          const first = openRun(world, request)
          const { plan, can } = await walkToReview(first)
          await first.stop()
          if (plan === undefined || can.approve !== true) return
          const approved: Plan[] = [plan]
          const runId = await rounded(world, { request, plan, hash: plan.hash }, rounds, approved)
          const steps = approved.flatMap((one) => one.steps)
          for (const call of world.writes())
            expect(
              steps.some((step) => isWithin(stepOf(call, roles.get(call)), step)),
              JSON.stringify(call),
            ).toBe(true)
          for (const email of emails) {
            const isCreation = (one: Step) => one.kind === 'person.create' && one.email === email
            const creations = world
              .writes()
              .filter((one) => one.type === 'createPerson' && emailOf(one) === email)
            expect(creations.length).toBeLessThanOrEqual(steps.filter(isCreation).length)
          }
          expect(recordOf(world, runId).approvals).toEqual(approved.map(({ hash }) => hash))
        },
      ),
      { numRuns: 250 },
    )
  })
})

interface Round {
  readonly movements: readonly Movement[]
  readonly isApproving: boolean
  readonly stopAfter: number | null
}

/** Applies the plan, then resumes it round after round, while others move and some are approved anew. */
async function rounded(
  world: World,
  saved: { request: ReturnType<typeof requestFor>; plan: Plan; hash: string },
  rounds: readonly Round[],
  approved: Plan[],
): Promise<string> {
  let runId: string | undefined
  for (const { movements, isApproving, stopAfter } of rounds) {
    for (const one of movements) move(world, one)
    const onboarding = openRun(
      world,
      undefined,
      runId === undefined ? { approved: saved } : { resume: { runId, record: recordOf(world, runId) } },
    )
    let settled = 0
    onboarding.on('step.settled', () => {
      settled += 1
      if (settled === stopAfter) onboarding.send({ type: 'run.stop' })
    })
    onboarding.subscribe((view) => {
      if (view.mode === 'failed') onboarding.send({ type: 'run.stop' })
      if (view.mode !== 'asking') return
      if (view.stage === 'saving' && isApproving && view.renewal && view.can.approve === true) {
        const { hash, removals } = view.renewal
        approved.push(view.renewal)
        return onboarding.send({ type: 'plan.approve', hash, removals })
      }
      onboarding.send({ type: 'task.leave' })
    })
    runId = (await onboarding.done).runId
    if (recordOf(world, runId).isFinished) break
  }
  return runId ?? ''
}

function emailOf(call: Call): string {
  if (call.type === 'createPerson') return call.person.email
  return call.type === 'changeLicenses' ? call.change.email : 'email' in call ? call.email : ''
}

/** The step that a write was, of a person with this role. */
function stepOf(call: Call, from: DirectoryPerson['administrator'] = 'none'): Step {
  const step = { email: emailOf(call), row: 1, batch: 1, rule: 'SAVE-1', after: [], key: '' } as const
  if (call.type === 'createPerson') return { ...step, kind: 'person.create', ...call.person }
  if (call.type === 'changeLicenses') return { ...step, kind: 'license.change', ...call.change }
  if (call.type === 'setAdministrator') return { ...step, kind: 'administrator.change', from, to: call.role }
  throw new Error(`${call.type} is no write`)
}

describe('a plan that lies in review', () => {
  /** The plan is made, and somebody is called away for so many minutes; meanwhile a colleague does something. */
  async function approvedAfter(minutes: number, meanwhile: (world: World) => void = () => undefined) {
    const world = createWorld({ people: [{ email: ada }], hasDesk: true })
    const people = [ada, grace].map((email) => ({ email, license: 'premium' }))
    const onboarding = openRun(world, requestFor({ people }))
    const { plan } = await walkToReview(onboarding)
    await world.clock.wait(minutes * 60_000, new AbortController().signal)
    meanwhile(world)
    const looks = world.calls.filter(({ type }) => type === 'readLicensePools').length
    const told: unknown[] = []
    onboarding.on('plan.renewed', (fact) => told.push(fact))
    leaveQuestions(onboarding)
    onboarding.send({ type: 'plan.approve', hash: plan?.hash ?? '' })
    const view = await onboarding.done
    const again = world.calls.filter(({ type }) => type === 'readLicensePools').length - looks
    return { world, view, told, again, hash: plan?.hash, record: recordOf(world, view.runId) }
  }

  it('L5: is carried out as it was read, without another look, where it is fresh', async () => {
    const { view, told, again, record, hash } = await approvedAfter(14)
    expect([view.report?.counts.done, told, again]).toEqual([2, [], 0])
    expect(record.approvals).toEqual([hash])
  })

  it('L5: is looked at once more after a quarter of an hour, and keeps its hash where nothing moved', async () => {
    const { view, told, again, record, hash } = await approvedAfter(15)
    expect([view.report?.counts.done, told, again]).toEqual([2, [], 1])
    expect([record.approvals, record.plan.hash]).toEqual([[hash], hash])
  })

  it('L5: does nothing new to whom somebody changed meanwhile, and goes on for the others', async () => {
    const { world, view, told, record } = await approvedAfter(120, (one) =>
      one.change(ada, { licenseIds: [standardPool.id] }),
    )
    expect(view.report?.people.map(({ email, outcome }) => [email, outcome])).toEqual([
      [ada, 'not-attempted'],
      [grace, 'done'],
    ])
    expect(told).toEqual([
      { type: 'plan.renewed', rows: { holds: 1, less: 0, new: 1 }, hash: record.renewal?.hash },
    ])
    expect(world.person(ada)?.licenseIds).toEqual([standardPool.id])
  })
})
