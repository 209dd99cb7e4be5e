import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Fact } from '../src/machine/onboarding.types.ts'
import { createOnboarding } from '../src/run/onboarding.ts'
import { readRecord } from '../src/run/record.ts'
import { keepVerified, verifyRun } from '../src/run/verify-run.ts'
import { walkToReview } from '../src/run/walk.ts'
import {
  approve,
  byHand,
  type Call,
  createWorld,
  failureOf,
  openRun,
  requestFor,
  standardPool,
  viewWhen,
  type World,
  type WorldOptions,
} from './world.ts'

const people = (count: number, more: object = { license: 'standard' }) =>
  Array.from({ length: count }, (_, index) => ({ email: `p${index + 1}@acme.example`, ...more }))

describe('a run', () => {
  it('goes on with everyone else when some fail', async () => {
    const world = createWorld({
      hasDesk: true,
      disturb: (call) =>
        call.type === 'createPerson' && call.person.email === 'p2@acme.example'
          ? { kind: 'refused', failure: failureOf('forbidden') }
          : undefined,
    })
    const onboarding = openRun(world, requestFor({ people: people(4) }))
    await approve(onboarding)
    const { report } = await onboarding.done
    expect(report?.people.map(({ outcome }) => outcome)).toEqual(['done', 'failed', 'done', 'done'])
    expect(report?.tasks.find(({ id }) => id === 'synchronize')?.people).not.toContain('p2@acme.example')
    expect(report?.canRetry).toBe(true)
  })

  it('tries again only what did not succeed, under the same approval', async () => {
    let isDown = true
    const world = createWorld({
      hasDesk: true,
      disturb: (call) =>
        isDown && call.type === 'createPerson' && call.person.email === 'p2@acme.example'
          ? { kind: 'refused', failure: failureOf('forbidden') }
          : undefined,
    })
    const onboarding = openRun(world, requestFor({ people: people(2) }))
    await approve(onboarding)
    await onboarding.done
    const before = world.writes().length
    isDown = false
    onboarding.send({ type: 'run.retry' })
    const { report } = await viewWhen(onboarding, (view) => view.report?.isComplete === true)
    expect(report?.counts.done).toBe(2)
    expect(
      world
        .writes()
        .slice(before)
        .map(({ type }) => type),
    ).toEqual(['createPerson', 'changeLicenses'])
    expect(
      world.entries(onboarding.getView().runId).filter(({ type }) => type === 'plan.approved'),
    ).toHaveLength(1)
  })

  it('M9: tries again only the classes that were asked for, and leaves the others as they were', async () => {
    let isDown = true
    const failures = { 'p1@acme.example': 'rate-limited', 'p2@acme.example': 'forbidden' } as const
    const world = createWorld({
      hasDesk: true,
      disturb: (call) => {
        const kind =
          call.type === 'createPerson' ? failures[call.person.email as keyof typeof failures] : undefined
        return isDown && kind !== undefined ? { kind: 'refused', failure: failureOf(kind) } : undefined
      },
    })
    const onboarding = openRun(world, requestFor({ people: people(3) }))
    const { runId } = await approve(onboarding)
    await onboarding.done
    isDown = false
    const refused: string[] = []
    onboarding.on('command.refused', ({ command }) => refused.push(command))
    onboarding.send({ type: 'run.retry', only: ['failed:500'] })
    expect(refused).toEqual(['run.retry'])
    onboarding.send({ type: 'run.retry', only: ['failed:rate-limited'] })
    const { report } = await viewWhen(onboarding, (view) => view.report?.counts.done === 2)
    expect(report?.people.map(({ outcome, problems }) => [outcome, problems[0]?.code])).toEqual([
      ['done', undefined],
      ['failed', 'failure.forbidden'],
      ['done', undefined],
    ])
    await onboarding.stop()

    const record = readRecord(world.entries(runId))
    if (!record.ok) throw new Error(record.reason)
    const resumed = openRun(world, undefined, {
      resume: { runId, record: record.record, only: ['failed:forbidden'] },
    })
    expect((await resumed.done).report?.counts.done).toBe(3)
    expect(created(world.writes()).toSorted()).toEqual([
      'p1@acme.example',
      'p1@acme.example',
      'p2@acme.example',
      'p2@acme.example',
      'p3@acme.example',
    ])
  })

  it('warns when another unfinished run is about the same people', async () => {
    const world = createWorld()
    const first = openRun(world, requestFor({ people: people(2) }))
    const { runId } = await approve(first)
    await viewWhen(first, ({ stage }) => stage === 'syncing')
    await first.stop()
    const second = openRun(world, requestFor({ people: [...people(1), { email: 'other@acme.example' }] }))
    const { problems, can } = await walkToReview(second)
    expect(problems.find(({ code }) => code === 'run.same-people')).toEqual({
      code: 'run.same-people',
      severity: 'warning',
      subject: { kind: 'stage' },
      facts: { run: runId, people: 1, named: ['p1@acme.example'] },
    })
    expect(can.approve).toBe(true)
    await second.stop()
  })

  it('ENTRY-7: carries out thirty people as 25 and 5, the second batch after the first', async () => {
    const world = createWorld({ hasDesk: true })
    const onboarding = openRun(world, requestFor({ people: people(30) }))
    const order: string[] = []
    onboarding.on('step.settled', ({ key }) => order.push(key))
    const { batches } = await approve(onboarding)
    await onboarding.done
    expect(batches).toEqual([25, 5])
    const lastOfFirst = Math.max(...people(25).map(({ email }) => order.indexOf(`license:${email}`)))
    const firstOfSecond = order.findIndex((key) => /p(26|27|28|29|30)@/.test(key))
    expect(lastOfFirst).toBe(49)
    expect(firstOfSecond).toBe(50)
  })

  it('works on no more people at a time than it may', async () => {
    const world = createWorld({ hasDesk: true })
    const onboarding = openRun(world, requestFor({ people: people(30) }), { concurrency: 3 })
    await approve(onboarding)
    await onboarding.done
    const running = new Set<string>()
    let most = 0
    for (const call of world.calls) {
      if (call.type === 'createPerson') most = Math.max(most, running.add(call.person.email).size)
      if (call.type !== 'append' || call.entry.type !== 'step.settled') continue
      running.delete(call.entry.key.replace('license:', ''))
    }
    expect(most).toBe(3)
  })

  it('M8: leaves no more steps in doubt than those under way and the few that come next', async () => {
    const world = createWorld({ hasDesk: true })
    const onboarding = openRun(world, requestFor({ people: people(12) }), { concurrency: 3 })
    const { runId } = await approve(onboarding)
    await onboarding.done
    const inDoubt = new Set<string>()
    let most = 0
    for (const entry of world.entries(runId)) {
      if (entry.type === 'step.intended') inDoubt.add(entry.key)
      if (entry.type === 'step.settled') inDoubt.delete(entry.key)
      most = Math.max(most, inDoubt.size)
    }
    // Three people with both their steps, and eight steps more for each of them.
    expect(most).toBeGreaterThan(3)
    expect(most).toBeLessThanOrEqual(30)
  })

  it('stops after the steps in flight, and the rest is found again and finished without doing anything twice', async () => {
    const world = createWorld({ hasDesk: true })
    const request = requestFor({ people: people(6) })
    const first = openRun(world, request, { concurrency: 2 })
    first.on('step.settled', () => first.send({ type: 'run.stop' }))
    const { runId } = await approve(first)
    const stopped = await first.done
    expect(stopped.report?.counts['not-attempted']).toBeGreaterThan(0)
    expect(stopped.report?.people).toHaveLength(6)

    const record = readRecord(world.entries(runId))
    if (!record.ok) throw new Error(record.reason)
    expect(record.record.inDoubt).toEqual([])
    const second = openRun(world, undefined, { resume: { runId, record: record.record } })
    const { report } = await second.done
    expect(report?.counts.done).toBe(6)
    expect(created(world.writes())).toEqual(people(6).map(({ email }) => email))
  })

  it('looks at a step in doubt before doing it again', async () => {
    const world = createWorld({ hasDesk: true })
    const first = openRun(world, requestFor({ people: people(1) }))
    const { runId } = await approve(first)
    await first.done
    const cut = world.entries(runId).slice(0, 4)
    expect(cut.map(({ type }) => type)).toEqual(['run.opened', 'plan.made', 'plan.approved', 'step.intended'])
    const record = readRecord(cut)
    if (!record.ok) throw new Error(record.reason)
    expect(record.record.inDoubt).toEqual(['create:p1@acme.example'])
    const before = world.writes().length
    const second = openRun(world, undefined, { resume: { runId, record: record.record } })
    const { report } = await second.done
    expect(report?.counts.already).toBe(1)
    expect(world.writes()).toHaveLength(before)
  })

  it('does not go on in another organization than the one its plan was made for', async () => {
    const world = createWorld({ hasDesk: true })
    const first = openRun(world, requestFor({ people: people(1) }))
    const { runId } = await approve(first)
    await first.done
    const record = readRecord(world.entries(runId))
    if (!record.ok || record.record.plan === undefined) throw new Error('no record')
    const plan = { ...record.record.plan, organization: { id: 'another', name: 'Another' } }
    const second = openRun(createWorld(), undefined, {
      resume: { runId, record: { ...record.record, plan } },
    })
    const view = await viewWhen(second, ({ mode }) => mode === 'failed')
    expect(view.problems.map(({ code }) => code)).toEqual(['request.another-organization'])
  })

  it('writes nothing more when it cannot record what it does, and says so', async () => {
    let isFull = true
    const world = createWorld({
      hasDesk: true,
      disturb: (call) =>
        isFull && call.type === 'append' && call.entry.type === 'step.settled'
          ? { kind: 'thrown', error: new Error('the disk is full') }
          : undefined,
    })
    const onboarding = openRun(world, requestFor({ people: people(5) }), { concurrency: 1 })
    await approve(onboarding)
    const broken = await viewWhen(onboarding, ({ mode }) => mode === 'failed')
    expect(broken.problems).toEqual([
      {
        code: 'journal.failed',
        severity: 'error',
        subject: { kind: 'stage' },
        facts: { message: 'the disk is full' },
      },
    ])
    expect(world.writes()).toHaveLength(1)
    isFull = false
    onboarding.send({ type: 'run.retry' })
    const { report } = await onboarding.done
    expect(report?.counts).toEqual({ ...report?.counts, done: 5 })
    expect(created(world.writes())).toEqual(people(5).map(({ email }) => email))
  })

  it('keeps every row, whatever goes wrong', async () => {
    const kinds = [
      'network',
      'forbidden',
      'invalid',
      'no-units',
      'another-organization',
      'conflict',
      'timeout',
    ] as const
    const trouble = fc.record({
      type: fc.constantFrom('createPerson', 'changeLicenses', 'findPeople'),
      nth: fc.integer({ min: 1, max: 12 }),
      kind: fc.constantFrom(...kinds),
      isAfter: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(trouble, { maxLength: 5 }), async (troubles) => {
        const world = createWorld({
          disturb: (call, nth) => {
            const found = troubles.find((one) => one.type === call.type && one.nth === nth)
            if (found === undefined) return undefined
            return { kind: found.isAfter ? 'refused-after' : 'refused', failure: failureOf(found.kind) }
          },
        })
        const onboarding = openRun(world, requestFor({ people: people(4) }))
        const view = await walkToReview(onboarding)
        if (view.plan === undefined) return
        onboarding.send({ type: 'plan.approve', hash: view.plan.hash })
        onboarding.on('stage.entered', ({ stage }) => {
          if (stage === 'operator' || stage === 'syncing')
            queueMicrotask(() => onboarding.send({ type: 'task.leave' }))
          if (stage === 'verifying') queueMicrotask(() => onboarding.send({ type: 'run.stop' }))
        })
        const { report } = await onboarding.done
        const total = Object.values(report?.counts ?? {}).reduce((sum, count) => sum + count, 0)
        expect([total, report?.people.length]).toEqual([4, 4])
        expect(new Set(created(world.writes())).size).toBe(created(world.writes()).length)
      }),
      { numRuns: 60 },
    )
  })
})

describe('operator tasks', () => {
  it('PRE-1: an address taken by a trial organization waits for its deletion, and is tried again when told', async () => {
    const world = createWorld({ foreign: ['p1@acme.example'] })
    const onboarding = openRun(world, requestFor({ people: people(2) }))
    await approve(onboarding)
    const waiting = await viewWhen(onboarding, ({ stage }) => stage === 'operator')
    const [task] = waiting.tasks
    expect([task?.id, task?.rule, task?.state]).toEqual([
      'trial-organization:p1@acme.example',
      'PRE-1',
      'open',
    ])

    onboarding.send({ type: 'task.claim', id: task?.id ?? '' })
    const still = await viewWhen(
      onboarding,
      ({ stage, tasks }) => stage === 'operator' && tasks[0]?.state === 'open',
    )
    expect(still.progress?.counts.waiting).toBe(2)

    world.perform(task!)
    onboarding.send({ type: 'task.claim', id: task?.id ?? '' })
    const after = await viewWhen(onboarding, ({ stage }) => stage === 'syncing')
    expect(after.progress?.counts.done).toBe(4)
    expect(after.tasks[0]?.state).toBe('verified')
    await onboarding.stop()
  })

  it('PRE-3: skipping a trial organization leaves that person out, and nobody else', async () => {
    const world = createWorld({ foreign: ['p1@acme.example'] })
    const onboarding = openRun(world, requestFor({ people: people(2) }))
    await approve(onboarding)
    await viewWhen(onboarding, ({ stage }) => stage === 'operator')
    onboarding.send({ type: 'task.skip', id: 'trial-organization:p1@acme.example' })
    await viewWhen(onboarding, ({ stage }) => stage === 'syncing')
    world.synchronize()
    const { report } = await onboarding.done
    expect(report?.people.map(({ outcome }) => outcome)).toEqual(['skipped', 'done'])
  })

  it('P22: waits for no synchronization of those who got no license', async () => {
    const world = createWorld({ pools: [{ ...standardPool, total: 1 }] })
    const request = requestFor({ people: people(2), acknowledge: ['license.units-short'] })
    const onboarding = openRun(world, request)
    await approve(onboarding)
    const { tasks } = await viewWhen(onboarding, ({ stage }) => stage === 'syncing')
    expect(tasks.map(({ id, people: who }) => [id, who])).toEqual([['synchronize', ['p1@acme.example']]])
    world.synchronize()
    const { report } = await onboarding.done
    expect(report?.people.map(({ outcome }) => outcome)).toEqual(['done', 'failed'])
  })

  it('goes on by itself when somebody did the task in Control Hub', async () => {
    const world = createWorld({ administratorRoles: byHand })
    const request = requestFor({
      people: [
        { email: 'a@acme.example', license: 'premium', administrator: 'full' },
        { email: 's@acme.example', license: 'premium-supervisor' },
      ],
    })
    const onboarding = openRun(world, request)
    await approve(onboarding)
    const asked = await viewWhen(onboarding, ({ stage }) => stage === 'operator')
    for (const task of asked.tasks.filter(({ phase }) => phase === 'operator')) world.perform(task)
    const synced = await viewWhen(onboarding, ({ stage }) => stage === 'syncing')
    expect(synced.tasks.map(({ id, state }) => [id, state])).toEqual([
      ['administrator-role:full', 'verified'],
      ['supervisor-role', 'verified'],
      ['synchronize', 'open'],
    ])
    world.synchronize()
    const { report } = await onboarding.done
    expect(report?.people.map(({ outcome, verifiedBy }) => [outcome, verifiedBy])).toEqual([
      ['done', 'reading'],
      ['done', 'reading'],
    ])
  })

  it('does not believe a claim that reading back contradicts', async () => {
    const world = createWorld()
    const onboarding = openRun(world, requestFor({ people: people(1) }))
    await approve(onboarding)
    await viewWhen(onboarding, ({ stage }) => stage === 'syncing')
    onboarding.send({ type: 'task.claim', id: 'synchronize' })
    const { report } = await onboarding.done
    expect(report?.people.map(({ outcome, verifiedBy, why }) => [outcome, verifiedBy, why])).toEqual([
      ['invisible', 'nothing', ['invitation-pending', 'not-synchronized']],
    ])
    expect(report?.tasks.map(({ state }) => state)).toEqual(['claimed'])
  })

  it('SYNC-3: on 1.0 only a person can look at the Users module, and the report says that it was claimed', async () => {
    const world = createWorld({ platform: '1.0', hasDesk: true })
    const onboarding = openRun(world, requestFor({ platform: '1.0', people: people(1) }))
    await approve(onboarding)
    const { report } = await onboarding.done
    expect(report?.tasks.map(({ id, state }) => [id, state])).toEqual([
      ['synchronize', 'claimed'],
      ['users-module', 'claimed'],
    ])
    expect(report?.people.map(({ outcome, verifiedBy }) => [outcome, verifiedBy])).toEqual([
      ['done', 'claim'],
    ])
  })

  it('ends waiting for an operator when the tasks are left, and can go on later', async () => {
    const world = createWorld()
    const first = openRun(world, requestFor({ people: people(1, { license: 'premium-supervisor' }) }))
    const { runId } = await approve(first)
    await viewWhen(first, ({ stage }) => stage === 'operator')
    first.send({ type: 'task.leave' })
    const left = await first.done
    expect(left.report?.people.map(({ outcome, why }) => [outcome, why.includes('role-open')])).toEqual([
      ['waiting', true],
    ])
    const record = readRecord(world.entries(runId))
    if (!record.ok) throw new Error(record.reason)
    const second = openRun(world, undefined, { resume: { runId, record: record.record } })
    const again = await viewWhen(second, ({ stage }) => stage === 'operator')
    expect(again.tasks.map(({ id, state }) => [id, state])).toEqual([
      ['supervisor-role', 'open'],
      ['synchronize', 'open'],
    ])
    await second.stop()
  })
})

describe('verifying a run later', () => {
  async function finished(more: object = { license: 'standard' }, options: WorldOptions = {}) {
    const world = createWorld({ hasDesk: true, ...options })
    const onboarding = openRun(world, requestFor({ people: people(2, more) }))
    const { runId } = await approve(onboarding)
    await onboarding.done
    return { world, runId, record: recordOf(world, runId) }
  }

  function recordOf(world: World, runId: string) {
    const read = readRecord(world.entries(runId))
    if (!read.ok) throw new Error(read.reason)
    return read.record
  }

  it('SYNC-3: says that everyone is still what they were made, and writes nothing', async () => {
    const { world, record } = await finished()
    const before = world.writes().length
    const verified = await verifyRun(record, world.ports, AbortSignal.any([]))
    expect(
      verified.ok && verified.report.people.map(({ outcome, verifiedBy }) => [outcome, verifiedBy]),
    ).toEqual([
      ['done', 'reading'],
      ['done', 'reading'],
    ])
    expect(world.writes()).toHaveLength(before)
  })

  it('P34: names who has lost a license since, and what they lack', async () => {
    const { world, record } = await finished()
    world.change('p2@acme.example', { licenseIds: [] })
    const verified = await verifyRun(record, world.ports, AbortSignal.any([]))
    expect(verified.ok && verified.report.people.map(({ outcome, why }) => [outcome, why])).toEqual([
      ['done', ['invitation-pending']],
      ['invisible', ['invitation-pending', 'license-missing']],
    ])
  })

  it('names who has lost an administrator role since', async () => {
    const { world, record } = await finished({ license: 'premium', administrator: 'full' })
    world.change('p2@acme.example', { administrator: 'none' })
    const verified = await verifyRun(record, world.ports, AbortSignal.any([]))
    expect(verified.ok && verified.report.people.map(({ outcome, why }) => [outcome, why])).toEqual([
      ['done', ['invitation-pending']],
      ['invisible', ['invitation-pending', 'role-not-verified']],
    ])
  })

  it('M13: keeps in the record what shows only now, and what it has nothing new to say of stays', async () => {
    let isIgnoring = true
    const { world, runId, record } = await finished(
      { license: 'standard' },
      {
        disturb: (call) =>
          isIgnoring && call.type === 'changeLicenses' && call.change.email === 'p2@acme.example'
            ? { kind: 'ignored' }
            : undefined,
      },
    )
    isIgnoring = false
    expect(record.results.get('license:p2@acme.example')?.outcome).toBe('unchanged')
    world.change('p2@acme.example', { licenseIds: [standardPool.id] })
    const verified = await verifyRun(record, world.ports, AbortSignal.any([]))
    if (!verified.ok) throw new Error(verified.problem.code)
    await keepVerified(runId, verified, world.ports)
    const kept = recordOf(world, runId)
    expect(kept.results).toEqual(
      new Map([...record.results, ['license:p2@acme.example', { outcome: 'done' }]]),
    )
    const again = await verifyRun(kept, world.ports, AbortSignal.any([]))
    expect(again.ok && again.news).toEqual([])
  })

  it('L10: takes an operator task for done that somebody did meanwhile, and ends the run', async () => {
    const world = createWorld()
    const onboarding = openRun(world, requestFor({ people: people(1, { license: 'premium-supervisor' }) }))
    const { runId } = await approve(onboarding)
    await viewWhen(onboarding, ({ stage }) => stage === 'operator')
    onboarding.send({ type: 'task.leave' })
    await onboarding.done
    const before = recordOf(world, runId)
    world.change('p1@acme.example', { supervisor: true })
    world.synchronize()
    const verified = await verifyRun(before, world.ports, AbortSignal.any([]))
    if (!verified.ok) throw new Error(verified.problem.code)
    await keepVerified(runId, verified, world.ports)
    const { tasks, isFinished } = recordOf(world, runId)
    expect([before.isFinished, isFinished]).toEqual([false, true])
    expect(Object.entries(tasks).map(([id, { state }]) => [id, state])).toEqual([
      ['supervisor-role', 'verified'],
      ['synchronize', 'verified'],
    ])
  })

  it('M14: compares nothing with another organization', async () => {
    const { world, record } = await finished()
    const plan = { ...record.plan, organization: { id: 'another', name: 'Another' } }
    const verified = await verifyRun({ ...record, plan }, world.ports, AbortSignal.any([]))
    expect(verified.ok ? '' : verified.problem.code).toBe('request.another-organization')
  })
})

describe('licenses that are taken away', () => {
  const holder = {
    email: 'h@acme.example',
    licenseIds: [standardPool.id],
    profile: 'standard-agent' as const,
  }
  const request = requestFor({ route: 'csv', people: [{ email: holder.email, license: 'remove' }] })

  it('CSV-10: go only by the CSV route', async () => {
    const manual = openRun(createWorld({ people: [holder] }), { ...request, route: 'manual' })
    const view = await walkToReview(manual)
    expect([view.stage, view.problems.map(({ code }) => code)]).toEqual([
      'licenses',
      ['person.exists', 'license.removal-not-offered'],
    ])
  })

  it('CSV-10: need their number before anything is written, and are read back as gone', async () => {
    const world = createWorld({ people: [holder], hasDesk: true })
    const onboarding = openRun(world, request)
    const { plan } = await walkToReview(onboarding)
    expect([plan?.removals, plan?.steps.map(({ rule }) => rule)]).toEqual([1, ['CSV-10']])
    onboarding.send({ type: 'plan.approve', hash: plan?.hash ?? '' })
    expect(onboarding.getView().problems[0]?.code).toBe('plan.removals-unconfirmed')
    expect(world.writes()).toEqual([])
    onboarding.send({ type: 'plan.approve', hash: plan?.hash ?? '', removals: 1 })
    const { report } = await onboarding.done
    expect(report?.people.map(({ outcome }) => outcome)).toEqual(['done'])
    expect(world.person(holder.email)?.licenseIds).toEqual([])
  })
})

describe('the facade', () => {
  it('SAVE-5: refuses a hash that is not the plan’s, and writes nothing', async () => {
    const world = createWorld()
    const onboarding = openRun(world, requestFor({ people: people(1) }))
    await walkToReview(onboarding)
    onboarding.send({ type: 'plan.approve', hash: '0123456789abcdef' })
    const view = onboarding.getView()
    expect([view.stage, view.problems[0]?.code]).toEqual(['review', 'plan.not-approved'])
    expect(world.writes()).toEqual([])
  })

  it('gives the same plan to a person who answers screen by screen as to a request', async () => {
    const byRequest = openRun(
      createWorld(),
      requestFor({
        entry: 'names-and-email',
        sameForAll: { license: 'standard' },
        people: [
          { email: 'a@acme.example', firstName: 'Ada', lastName: 'Lovelace' },
          { email: 'b@acme.example', firstName: 'Bob', lastName: 'Be', license: 'premium-supervisor' },
        ],
      }),
    )
    const wanted = (await walkToReview(byRequest)).plan?.hash

    const onboarding = openRun(createWorld(), undefined)
    const at = (stage: string) =>
      viewWhen(onboarding, (view) => view.stage === stage && view.mode === 'asking')
    await at('prerequisites')
    onboarding.send({ type: 'stage.next' })
    await at('platform')
    onboarding.send({ type: 'platform.choose', platform: 'new' })
    onboarding.send({ type: 'stage.next' })
    onboarding.send({ type: 'stage.next' })
    onboarding.send({ type: 'entry.choose', entry: 'names-and-email' })
    onboarding.send({
      type: 'people.add',
      people: [{ email: 'a@acme.example', firstName: 'Ada', lastName: 'Lovelace' }],
    })
    onboarding.send({
      type: 'people.add',
      people: [{ email: 'b@acme.example', firstName: 'Bob', lastName: 'Be' }],
    })
    onboarding.send({ type: 'stage.next' })
    await at('licenses')
    onboarding.send({ type: 'license.choose', license: 'standard' })
    onboarding.send({ type: 'license.choose', license: 'premium-supervisor', email: 'b@acme.example' })
    onboarding.send({ type: 'stage.next' })
    onboarding.send({ type: 'stage.next' })
    const review = await at('review')
    expect(review.plan?.hash).toBe(wanted)
  })

  it('tells who refused what, and why nothing happened', async () => {
    const onboarding = openRun(createWorld(), undefined)
    const refused: Fact[] = []
    onboarding.on('command.refused', (fact) => refused.push(fact))
    await viewWhen(onboarding, ({ stage }) => stage === 'prerequisites')
    onboarding.send({ type: 'plan.approve', hash: 'x' })
    expect(
      refused.map((fact) => fact.type === 'command.refused' && [fact.command, fact.problem.code]),
    ).toEqual([['plan.approve', 'command.not-now']])
  })

  it('writes who was signed in beside everything that it did', async () => {
    const world = createWorld({ hasDesk: true })
    const onboarding = openRun(world, requestFor({ people: people(2) }))
    await approve(onboarding)
    const { runId } = await onboarding.done
    expect(world.entries(runId).length).toBeGreaterThan(5)
    expect(new Set(world.entries(runId).map(({ by }) => by))).toEqual(new Set(['operator@acme.example']))
  })

  it('tells the version of its facts first', async () => {
    const onboarding = openRun(createWorld(), undefined)
    const types: string[] = []
    onboarding.on('*', ({ type }) => types.push(type))
    await viewWhen(onboarding, ({ stage }) => stage === 'prerequisites')
    expect(types).toEqual(['run.opened', 'stage.entered', 'organization.connected', 'stage.entered'])
  })

  it('tells every listener, though one of them throws', async () => {
    const errors: unknown[] = []
    const world = createWorld()
    const onboarding = createOnboarding({
      ports: world.ports,
      coalesce: 0,
      onListenerError: (error) => errors.push(error),
    })
    const heard: string[] = []
    onboarding.on('stage.entered', () => {
      throw new Error('mine')
    })
    onboarding.on('stage.entered', ({ stage }) => heard.push(stage))
    await viewWhen(onboarding, ({ stage }) => stage === 'prerequisites')
    expect(heard).toEqual(['signIn', 'prerequisites'])
    expect(errors).toHaveLength(2)
  })

  it('tells of views no more often than asked, and always of the last one', async () => {
    const world = createWorld({ hasDesk: true })
    const onboarding = openRun(world, requestFor({ people: people(10) }), { coalesce: 100_000 })
    let told = 0
    onboarding.subscribe(() => {
      told += 1
    })
    await approve(onboarding)
    await onboarding.done
    expect(told).toBeLessThan(30)
    expect(onboarding.getView().stage).toBe('report')
  })
})

function created(calls: readonly Call[]): readonly string[] {
  return calls.flatMap((call) => (call.type === 'createPerson' ? [call.person.email] : []))
}
