import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { licenseChoices } from '../src/domain/entitlement.ts'
import { questionCodes } from '../src/domain/problem.ts'
import type { Request } from '../src/intake/request.ts'
import type { JournalEntry } from '../src/ports/journal.ts'
import { readRecord } from '../src/run/record.ts'
import { approveUndo, planUndo } from '../src/run/undo-run.ts'
import { walkToReview } from '../src/run/walk.ts'
import {
  byHand,
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

const never = new AbortController().signal
const [ada, grace] = ['ada@acme.example', 'grace@acme.example']

/** Carries a request out to its report; undefined where the rules refuse it. */
async function apply(world: World, request: Request) {
  const onboarding = openRun(world, request)
  const { plan, can, runId } = await walkToReview(onboarding)
  if (plan === undefined || can.approve !== true) return undefined
  onboarding.send({ type: 'plan.approve', hash: plan.hash, removals: plan.removals })
  const { report } = await onboarding.done
  await settled(world)
  return { runId, plan, report }
}

async function applied(world: World, request: Request): Promise<string> {
  const run = await apply(world, request)
  if (run === undefined) throw new Error('the rules refuse the request')
  return run.runId
}

function recordOf(world: World, runId: string) {
  const read = readRecord(world.entries(runId))
  if (!read.ok) throw new Error(read.reason)
  return read.record
}

async function plannedUndo(world: World, runId: string, deletesCreated = false) {
  const planned = await planUndo(
    { runId, record: recordOf(world, runId), deletesCreated },
    world.ports,
    never,
  )
  if (!planned.ok) throw new Error(planned.problem.code)
  return planned.undo
}

async function undo(world: World, undone: string, deletesCreated = false) {
  const planned = await plannedUndo(world, undone, deletesCreated)
  const { hash, removals } = planned.plan
  const approved = await approveUndo(planned, { hash, removals }, world.ports)
  if (!approved.ok) throw new Error(approved.problem.code)
  const { report } = await openRun(world, undefined, { resume: approved }).done
  await settled(world)
  return { ...planned, report, runId: approved.runId }
}

function readCreated(entries: readonly JournalEntry[]): Readonly<Record<string, string>> {
  const read = readRecord(entries)
  return read.ok ? Object.fromEntries(read.record.created) : {}
}

/** A colleague deletes somebody, and creates somebody else under the same address, who gets the same license. */
async function replace(world: World, email: string): Promise<void> {
  const { id: personId = '' } = world.person(email) ?? {}
  await world.ports.directory.deletePendingPerson({ personId, email }, never)
  const created = await world.ports.directory.createPerson({ email }, never)
  if (!created.ok) throw new Error(created.failure.message)
  world.change(email, { licenseIds: [standardPool.id] })
}

function isWrite({ type }: Call): boolean {
  return ['createPerson', 'changeLicenses', 'setAdministrator'].includes(type)
}

/** Whom a person made supervisor just before a kill nobody can tell from whom somebody else did. */
function withoutSupervisors(request: Request): Request {
  const people = request.people.map((person) =>
    person.license === 'premium-supervisor' ? { ...person, license: 'premium' as const } : person,
  )
  return { ...request, people }
}

/** What a person did in Control Hub may show later than the run ends, where they are taken at their word. */
function settled({ clock }: World): Promise<void> {
  return clock.wait(1_000, never)
}

/** All that a run may change. */
function organizationOf(world: World, emails: readonly string[]) {
  return {
    people: emails.map((email) => {
      const person = world.person(email)
      if (person === undefined) return [email, 'nobody']
      const { licenseIds, administrator, supervisor = false } = person
      return [email, licenseIds.toSorted(), administrator, supervisor, world.user(email)?.profile]
    }),
    units: world.pools().map(({ id, assigned }) => [id, assigned]),
  }
}

describe('undoing a run', () => {
  it('L6: takes back licenses and roles, and leaves the people whom it created', async () => {
    const world = createWorld({ hasDesk: true, people: [{ email: grace, licenseIds: [standardPool.id] }] })
    const people = [
      { email: ada, license: 'standard' },
      { email: grace, license: 'premium', administrator: 'full' },
    ]
    const runId = await applied(world, requestFor({ people }))
    const { plan, report } = await undo(world, runId)
    expect(plan.undo).toEqual({
      runId,
      deletesCreated: false,
      stays: [
        expect.objectContaining({ code: 'undo.invitation-sent', facts: { people: 1 } }),
        expect.objectContaining({ code: 'undo.person-stays', facts: { status: 'pending' } }),
      ],
    })
    expect(plan.steps.map(({ key, after }) => [key, after])).toEqual([
      [`license:${ada}`, []],
      [`license:${grace}`, []],
      [`administrator:${grace}`, []],
    ])
    expect([plan.removals, plan.invitations, report?.isComplete]).toEqual([1, 0, true])
    expect([world.person(ada)?.licenseIds, world.person(grace)]).toEqual([
      [],
      expect.objectContaining({ licenseIds: [standardPool.id], administrator: 'none' }),
    ])
  })

  it('L6: deletes whom it created where asked, and only who has not signed in', async () => {
    const world = createWorld({ hasDesk: true })
    const runId = await applied(
      world,
      requestFor({ people: [ada, grace].map((email) => ({ email, license: 'standard' })) }),
    )
    world.change(grace, { status: 'active' })
    const { plan, report } = await undo(world, runId, true)
    expect(plan.steps.map(({ key, rule }) => [key, rule])).toEqual([
      [`delete:${ada}`, 'NEW-8'],
      [`license:${grace}`, 'CSV-10'],
    ])
    expect(plan.undo?.stays.map(({ code }) => code)).toEqual([
      'undo.invitation-sent',
      'undo.person-signed-in',
    ])
    expect(plan.units.map(({ assignedBefore, assignedAfter }) => [assignedBefore, assignedAfter])).toEqual([
      [2, 0],
      [0, 0],
    ])
    expect([plan.removals, report?.counts.done]).toEqual([2, 2])
    expect([world.person(ada), world.person(grace)?.licenseIds]).toEqual([undefined, []])
    expect(world.pools().map(({ assigned }) => assigned)).toEqual([0, 0])
  })

  it('L6: deletes nobody who signs in between the approval and the step', async () => {
    let isLate = false
    const world: World = createWorld({
      hasDesk: true,
      disturb: (call) => {
        if (isLate && call.type === 'deletePendingPerson') world.change(ada, { status: 'active' })
        return undefined
      },
    })
    const runId = await applied(world, requestFor({ people: [{ email: ada, license: 'standard' }] }))
    isLate = true
    const { report } = await undo(world, runId, true)
    expect(report?.people.map(({ outcome, problems }) => [outcome, problems[0]?.code])).toEqual([
      ['failed', 'failure.signed-in'],
    ])
    expect(world.person(ada)?.licenseIds).toEqual([standardPool.id])
  })

  it('L6: leaves alone who was created anew under the same address by somebody else', async () => {
    const world = createWorld({ hasDesk: true })
    const people = [ada, grace].map((email) => ({ email, license: 'standard' }))
    const runId = await applied(world, requestFor({ people }))
    await replace(world, ada)
    const { plan } = await undo(world, runId, true)
    expect(plan.steps.map(({ key }) => key)).toEqual([`delete:${grace}`])
    expect(plan.undo?.stays).toContainEqual(
      expect.objectContaining({
        code: 'undo.person-replaced',
        subject: { kind: 'person', email: ada },
      }),
    )
    expect([world.person(ada)?.licenseIds, world.person(grace)]).toEqual([[standardPool.id], undefined])
  })

  it('L6: leaves alone who is created anew between the undo plan and its step', async () => {
    const world = createWorld({ hasDesk: true })
    const runId = await applied(world, requestFor({ people: [{ email: ada, license: 'standard' }] }))
    const planned = await plannedUndo(world, runId, true)
    const { hash, removals } = planned.plan
    const approved = await approveUndo(planned, { hash, removals }, world.ports)
    if (!approved.ok) throw new Error(approved.problem.code)
    await replace(world, ada)
    const { report } = await openRun(world, undefined, { resume: approved }).done
    expect(report?.people.map(({ outcome, problems }) => [outcome, problems[0]?.code])).toEqual([
      ['skipped', 'undo.moved'],
    ])
    expect(world.person(ada)?.licenseIds).toEqual([standardPool.id])
  })

  it('L6: goes by the address where the record is of a version that kept no ids', async () => {
    const world = createWorld({ hasDesk: true })
    const runId = await applied(world, requestFor({ people: [{ email: ada, license: 'standard' }] }))
    const entries = world.entries(runId)
    const old = entries.map((entry) =>
      entry.type === 'step.settled' ? { ...entry, result: { outcome: entry.result.outcome } } : entry,
    )
    expect([entries, old].map((all) => Object.values(readCreated(all)))).toEqual([['person-1'], []])
    const read = readRecord(old)
    if (!read.ok) throw new Error(read.reason)
    const planned = await planUndo({ runId, record: read.record, deletesCreated: true }, world.ports, never)
    expect(planned.ok && planned.undo.plan.steps.map(({ key }) => key)).toEqual([`delete:${ada}`])
  })

  it('M2: refuses a record whose id of a person is none', async () => {
    const world = createWorld({ hasDesk: true })
    const runId = await applied(world, requestFor({ people: [{ email: ada, license: 'standard' }] }))
    const odd = world
      .entries(runId)
      .map((entry) =>
        entry.type === 'step.settled' ? { ...entry, result: { ...entry.result, personId: 7 } } : entry,
      ) as unknown as JournalEntry[]
    expect(readRecord(odd)).toMatchObject({ ok: false, reason: 'damaged' })
  })

  it('L6: does not touch what somebody changed since, and says why', async () => {
    const emails = ['a', 'b', 'c', 'd'].map((name) => `${name}@acme.example`) as [
      string,
      string,
      string,
      string,
    ]
    const world = createWorld({ hasDesk: true })
    const people = emails.map((email) => ({ email, license: 'standard', administrator: 'full' }))
    const runId = await applied(world, requestFor({ people }))
    world.change(emails[0], { licenseIds: [premiumPool.id] })
    world.change(emails[1], { administrator: 'cc-service' })
    world.change(emails[2], { licenseIds: [], administrator: 'none' })
    const { plan } = await plannedUndo(world, runId, true)
    expect(plan.steps.map(({ key }) => key)).toEqual([
      `administrator:${emails[0]}`,
      `license:${emails[1]}`,
      `delete:${emails[2]}`,
      `delete:${emails[3]}`,
    ])
    const moved = plan.undo?.stays.filter(({ subject }) => subject.kind === 'person')
    expect(
      moved?.map(({ code, subject, facts }) => [code, 'email' in subject && subject.email, facts]),
    ).toEqual([
      ['undo.person-moved', emails[0], {}],
      [
        'undo.license-moved',
        emails[0],
        { given: 'standard', subscription: 'Sub-A', found: 'premium', foundSubscription: 'Sub-A' },
      ],
      ['undo.person-moved', emails[1], {}],
      ['undo.role-moved', emails[1], { given: 'full', found: 'cc-service' }],
    ])
  })

  it('M10: has nothing left to do the second time', async () => {
    const world = createWorld({ hasDesk: true })
    const runId = await applied(world, requestFor({ people: [{ email: ada, license: 'premium' }] }))
    await undo(world, runId)
    const before = world.writes().length
    const { plan } = await plannedUndo(world, runId)
    expect([plan.steps, plan.people, plan.undo?.stays.map(({ code }) => code)]).toEqual([
      [],
      [],
      ['undo.invitation-sent', 'undo.person-stays'],
    ])
    expect(world.writes()).toHaveLength(before)
  })

  it('can itself be undone', async () => {
    const world = createWorld({ hasDesk: true })
    const request = requestFor({ people: [{ email: ada, license: 'premium', administrator: 'full' }] })
    const first = await undo(world, await applied(world, request))
    await undo(world, first.runId)
    expect(world.person(ada)).toMatchObject({ licenseIds: [premiumPool.id], administrator: 'full' })
  })

  it('M4: needs its own approval, and the number of those who lose something', async () => {
    const world = createWorld({ hasDesk: true })
    const runId = await applied(world, requestFor({ people: [{ email: ada, license: 'standard' }] }))
    const planned = await plannedUndo(world, runId)
    const before = world.entries(runId).length
    for (const [approval, code] of [
      [{ hash: 'abcdefabcdef', removals: 1 }, 'plan.not-approved'],
      [{ hash: planned.plan.hash }, 'plan.removals-unconfirmed'],
      [{ hash: planned.plan.hash, removals: 2 }, 'plan.removals-unconfirmed'],
    ] as const) {
      const approved = await approveUndo(planned, approval, world.ports)
      expect(approved.ok ? '' : approved.problem.code).toBe(code)
    }
    expect(world.entries(runId)).toHaveLength(before)
  })

  it('M14: plans nothing for another organization', async () => {
    const world = createWorld({ hasDesk: true })
    const runId = await applied(world, requestFor({ people: [{ email: ada, license: 'standard' }] }))
    const { plan, ...record } = recordOf(world, runId)
    const elsewhere = { ...record, plan: { ...plan, organization: { id: 'another', name: 'Another' } } }
    const planned = await planUndo({ runId, record: elsewhere }, world.ports, never)
    expect(planned.ok ? '' : planned.problem.code).toBe('request.another-organization')
  })

  it('leaves nothing to go on with of the run that it undoes', async () => {
    const world = createWorld({ hasDesk: true })
    const first = openRun(
      world,
      requestFor({ people: [ada, grace].map((email) => ({ email, license: 'standard' })) }),
    )
    first.on('step.settled', () => first.send({ type: 'run.stop' }))
    const { plan, runId } = await walkToReview(first)
    first.send({ type: 'plan.approve', hash: plan?.hash ?? '' })
    await first.done
    expect(recordOf(world, runId).isFinished).toBe(false)
    const { plan: undoing, runId: own } = await undo(world, runId, true)
    expect(recordOf(world, runId).isFinished).toBe(true)
    expect(world.entries(runId).at(-1)).toMatchObject({ type: 'undo.approved', runId: own })
    expect(recordOf(world, own).plan.undo?.runId).toBe(runId)
    expect([undoing.people.length > 0, world.person(ada), world.person(grace)]).toEqual([
      true,
      undefined,
      undefined,
    ])
  })

  it('says of trial organizations before and after that they stay deleted', async () => {
    const world = createWorld({ hasDesk: true, foreign: [ada, grace] })
    const people = [ada, grace].map((email) => ({ email, license: 'standard' }))
    const request = requestFor({ people, trialAccounts: [ada] })
    const { problems } = await walkToReview(openRun(createWorld({ foreign: [ada] }), request))
    expect(problems.find(({ code }) => code === 'undo.limits')?.facts).toEqual({
      created: 2,
      freed: 0,
      byHand: 0,
      trials: 1,
    })
    const { plan } = await plannedUndo(world, await applied(world, request))
    expect(plan.undo?.stays.map(({ code, facts }) => [code, facts])).toContainEqual([
      'undo.trial-deleted',
      { people: 2 },
    ])
  })

  it('takes back roles by hand where no API has them, supervisors too', async () => {
    const holder = { email: grace, licenseIds: [premiumPool.id] }
    const world = createWorld({ hasDesk: true, administratorRoles: byHand, people: [holder] })
    const people = [
      { email: ada, license: 'premium', administrator: 'full' },
      { email: grace, license: 'premium-supervisor' },
    ]
    const runId = await applied(world, requestFor({ people }))
    expect(world.person(grace)?.supervisor).toBe(true)
    const { plan, report } = await undo(world, runId)
    expect(plan.tasks.map(({ id, people: whom }) => [id, whom])).toEqual([
      ['administrator-role:remove-full', [ada]],
      ['supervisor-role:remove', [grace]],
      ['synchronize', [grace]],
    ])
    expect(report?.isComplete).toBe(true)
    expect([world.person(ada)?.administrator, world.person(grace)?.supervisor]).toEqual(['none', false])
  })

  it('gives a license back only while a unit is free', async () => {
    const people = [ada, grace].map((email) => ({ email, licenseIds: [standardPool.id] }))
    const world = createWorld({
      hasDesk: true,
      people,
      pools: [{ ...standardPool, total: 2, assigned: 2 }, premiumPool],
    })
    const runId = await applied(
      world,
      requestFor({ people: people.map(({ email }) => ({ email, license: 'premium' })) }),
    )
    world.setPools([{ ...standardPool, total: 1, assigned: 2 }, premiumPool])
    const { plan } = await plannedUndo(world, runId)
    expect(plan.steps.map(({ key }) => key)).toEqual([`license:${ada}`])
    expect(plan.undo?.stays.map(({ code, facts }) => [code, facts])).toEqual([
      ['undo.units-short', { license: 'standard' }],
    ])
  })

  it('does not take for its own what a person may have done after a failure', async () => {
    let isDown = true
    const world = createWorld({
      hasDesk: true,
      disturb: (call) =>
        isDown && call.type === 'changeLicenses'
          ? { kind: 'refused', failure: failureOf('forbidden') }
          : undefined,
    })
    const runId = await applied(world, requestFor({ people: [{ email: ada, license: 'standard' }] }))
    isDown = false
    world.change(ada, { licenseIds: [standardPool.id] })
    const { plan } = await plannedUndo(world, runId)
    expect([plan.steps, plan.undo?.stays.map(({ code, facts }) => [code, facts])]).toEqual([
      [],
      [
        ['undo.invitation-sent', { people: 1 }],
        ['undo.person-stays', { status: 'pending' }],
        ['undo.uncertain', { what: 'license' }],
      ],
    ])
  })

  it('L5: leaves alone whoever is changed between the undo plan and its step, side by side and in waves', async () => {
    for (const route of ['manual', 'csv'] as const) {
      const world = createWorld({ hasDesk: true })
      const people = [
        { email: ada, license: 'premium' },
        { email: grace, license: 'premium', administrator: 'full' },
        { email: 'alan@acme.example', license: 'premium' },
      ]
      const runId = await applied(world, requestFor({ route, people }))
      const planned = await plannedUndo(world, runId, true)
      const { hash, removals } = planned.plan
      const approved = await approveUndo(planned, { hash, removals }, world.ports)
      if (!approved.ok) throw new Error(approved.problem.code)
      world.change(ada, { licenseIds: [standardPool.id] })
      world.change(grace, { administrator: 'cc-service' })
      const { report } = await openRun(world, undefined, { resume: approved }).done
      expect(
        report?.people.map(({ outcome, problems }) => [outcome, problems.map(({ code }) => code)]),
      ).toEqual([
        ['skipped', ['undo.moved']],
        ['skipped', ['undo.moved']],
        ['done', []],
      ])
      expect([world.person(ada)?.licenseIds, world.person(grace)?.administrator]).toEqual([
        [standardPool.id],
        'cc-service',
      ])
      expect([report?.canRetry, world.person('alan@acme.example')]).toEqual([false, undefined])
    }
  })

  it('L5: takes rows that were planned anew back to what they were then', async () => {
    const world = createWorld({
      hasDesk: true,
      people: [
        { email: ada },
        { email: grace, licenseIds: [standardPool.id] },
        { email: 'alan@acme.example' },
      ],
    })
    const people = [ada, grace, 'alan@acme.example'].map((email) => ({ email, license: 'premium' }))
    const request = requestFor({ people })
    const onboarding = openRun(world, request)
    const { plan } = await walkToReview(onboarding)
    await onboarding.stop()
    if (plan === undefined) throw new Error('no plan')
    world.change(ada, { licenseIds: [standardPool.id] })
    world.change(grace, { licenseIds: [] })
    world.change('alan@acme.example', { licenseIds: [premiumPool.id] })
    const carried = openRun(world, undefined, { approved: { request, plan, hash: plan.hash } })
    const { renewal, runId } = await viewWhen(
      carried,
      ({ stage, mode }) => stage === 'saving' && mode === 'asking',
    )
    carried.send({ type: 'plan.approve', hash: renewal?.hash ?? '', removals: renewal?.removals ?? 0 })
    await carried.done
    expect(people.map(({ email }) => world.person(email)?.licenseIds)).toEqual(
      people.map(() => [premiumPool.id]),
    )
    await undo(world, runId)
    expect(people.map(({ email }) => world.person(email)?.licenseIds)).toEqual([
      [standardPool.id],
      [],
      [premiumPool.id],
    ])
  })

  it('is resumed after a kill and does nothing twice', async () => {
    for (const cut of ['changeLicenses', 'deletePendingPerson', 'append'] as const) {
      let isDoomed = false
      const world = createWorld({
        hasDesk: true,
        disturb: (call) =>
          isDoomed && call.type === cut && !(call.type === 'append' && call.entry.type !== 'step.settled')
            ? new Promise(() => undefined)
            : undefined,
      })
      const emails = [ada, grace]
      const before = organizationOf(world, emails)
      const runId = await applied(
        world,
        requestFor({ people: emails.map((email) => ({ email, license: 'standard' })) }),
      )
      world.change(grace, { status: 'active' })
      const planned = await plannedUndo(world, runId, true)
      const { hash, removals } = planned.plan
      const approved = await approveUndo(planned, { hash, removals }, world.ports)
      if (!approved.ok) throw new Error(approved.problem.code)
      isDoomed = true
      const killed = openRun(world, undefined, { resume: approved })
      await viewWhen(killed, ({ stage }) => stage === 'saving')
      await world.clock.wait(60_000, never)
      isDoomed = false
      const writes = world.writes().length
      const record = recordOf(world, approved.runId)
      const { report } = await openRun(world, undefined, { resume: { runId: approved.runId, record } }).done
      expect([cut, report?.isComplete]).toEqual([cut, true])
      expect(world.writes().length - writes).toBeLessThanOrEqual(2)
      expect(organizationOf(world, [ada])).toEqual({ ...before, people: [[ada, 'nobody']] })
      expect(world.person(grace)?.licenseIds).toEqual([])
    }
  })
})

/** Anybody of four may be there already, hold licenses and roles, and have been synchronized. */
const emails = ['p1', 'p2', 'p3', 'p4'].map((name) => `${name}@acme.example`)

const anyPerson = fc
  .record({
    email: fc.constantFrom(...emails),
    licenseIds: fc.constantFrom<readonly string[]>([], [standardPool.id], [premiumPool.id], ['meetings']),
    administrator: fc.constantFrom('none', 'full', 'cc-service'),
    isSupervisor: fc.boolean(),
  })
  .map(({ isSupervisor, ...person }) =>
    isSupervisor && person.licenseIds.includes(premiumPool.id) ? { ...person, supervisor: true } : person,
  )

const anyWorld: fc.Arbitrary<WorldOptions> = fc.record({
  hasDesk: fc.constant(true),
  platform: fc.constantFrom('new', '1.0'),
  administratorRoles: fc.constantFrom(byHand, { full: 'api', 'cc-service': 'api' } as const),
  people: fc.uniqueArray(anyPerson, { selector: ({ email }) => email }),
  visibleAfter: fc.constantFrom(0, 700),
})

const anyRequest = fc.record({
  route: fc.constantFrom('manual', 'csv'),
  people: fc.uniqueArray(
    fc.record({
      email: fc.constantFrom(...emails),
      license: fc.constantFrom(...licenseChoices),
      administrator: fc.constantFrom('keep', 'full', 'cc-service', 'remove'),
    }),
    { selector: ({ email }) => email, minLength: 1 },
  ),
})

describe('apply and undo', () => {
  it('L6: restore the organization after a run that was killed at any call, in doubt or not', async () => {
    const anyKill = fc.record({ nth: fc.integer({ min: 1, max: 12 }), isAfter: fc.boolean() })
    let kills = 0
    await fc.assert(
      fc.asyncProperty(anyWorld, anyRequest, anyKill, async (options, written, { nth, isAfter }) => {
        let state: 'waiting' | 'running' | 'killed' = 'waiting'
        let writes = 0
        const world: World = createWorld({
          ...options,
          administratorRoles: { full: 'api', 'cc-service': 'api' },
          disturb: (call) => {
            if (state === 'killed') return new Promise(() => undefined)
            if (state === 'waiting' || (call.type === 'append' && call.entry.type !== 'step.settled'))
              return undefined
            if (call.type !== 'append' && !isWrite(call)) return undefined
            writes += 1
            if (writes < nth) return undefined
            state = 'killed'
            kills += 1
            return isAfter ? { kind: 'unanswered' } : new Promise(() => undefined)
          },
        })
        world.synchronize()
        const before = organizationOf(world, emails)
        const request = requestFor({
          ...written,
          platform: options.platform,
          acknowledge: [...questionCodes],
        })
        const onboarding = openRun(world, withoutSupervisors(request))
        const { plan, can, runId } = await walkToReview(onboarding)
        if (plan === undefined || can.approve !== true) return
        state = 'running'
        onboarding.send({ type: 'plan.approve', hash: plan.hash, removals: plan.removals })
        await Promise.race([onboarding.done, world.clock.wait(600_000, never)])
        state = 'waiting'
        await settled(world)
        await undo(world, runId, true)
        world.synchronize()
        expect(organizationOf(world, emails)).toEqual(before)
      }),
      { numRuns: 150 },
    )
    expect(kills).toBeGreaterThan(30)
  })

  it('L6: restore the organization, for any request; the second apply and the second undo write nothing', async () => {
    let compared = 0
    await fc.assert(
      fc.asyncProperty(anyWorld, anyRequest, async (options, written) => {
        const world = createWorld(options)
        world.synchronize()
        const before = organizationOf(world, emails)
        const request = requestFor({
          ...written,
          platform: options.platform,
          acknowledge: [...questionCodes],
        })
        const run = await apply(world, request)
        if (run === undefined) return
        const writes = world.writes().length
        const again = await apply(world, request)
        expect(again === undefined ? [] : again.plan.steps).toEqual([])
        expect(world.writes()).toHaveLength(writes)
        const undone = await undo(world, run.runId, true)
        expect(organizationOf(world, emails)).toEqual(before)
        const last = world.writes().length
        const { plan } = await plannedUndo(world, run.runId, true)
        expect([undone.report?.counts.failed, plan.steps, plan.people]).toEqual([0, [], []])
        expect(world.writes()).toHaveLength(last)
        compared += run.plan.steps.length
      }),
      { numRuns: 150 },
    )
    expect(compared).toBeGreaterThan(50)
  })
})
