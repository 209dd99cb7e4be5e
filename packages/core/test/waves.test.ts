import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRecord } from '../src/run/record.ts'
import {
  approve,
  createWorld,
  failureOf,
  openRun,
  requestFor,
  resultsOf,
  standardPool,
  viewWhen,
  type World,
  type WorldOptions,
} from './world.ts'

const pools = [{ ...standardPool, total: 2_000 }]

function requestOf(count: number, more: object = { license: 'standard' }) {
  return requestFor({
    route: 'csv',
    people: Array.from({ length: count }, (_, index) => ({ email: `p${index + 1}@acme.example`, ...more })),
  })
}

/** A world whose directory creates many at once, and how many each time. */
function createBulkWorld(options: WorldOptions = {}) {
  const world = createWorld({ pools, hasDesk: true, ...options })
  const bulks: number[] = []
  const { directory } = world.ports
  const ports = {
    ...world.ports,
    directory: {
      ...directory,
      createPeople: async (people: Parameters<typeof directory.createPerson>[0][], signal: AbortSignal) => {
        bulks.push(people.length)
        const value = []
        for (const person of people) value.push(await directory.createPerson(person, signal))
        return { ok: true, value } as const
      },
    },
  }
  return { world: { ...world, ports } as World, bulks }
}

async function run({ world }: { world: World }, request = requestOf(3)) {
  const onboarding = openRun(world, request)
  await approve(onboarding)
  return onboarding.done
}

describe('saving in waves', () => {
  it('NEW-1: creates a hundred people with one call, and looks at all of them together', async () => {
    const { world, bulks } = createBulkWorld()
    const onboarding = openRun(world, requestOf(250))
    await approve(onboarding)
    const before = world.calls.length
    const { report } = await onboarding.done
    expect(report?.counts.done).toBe(250)
    expect(bulks).toEqual([100, 100, 50])
    const looks = world.calls.slice(before).filter(({ type }) => type === 'findPeople')
    expect(looks.length).toBeLessThan(8)
  })

  it('CSV-1: takes a thousand rows at a time, the next thousand after them', async () => {
    const { world, bulks } = createBulkWorld()
    const onboarding = openRun(world, requestOf(1_050))
    const order: string[] = []
    onboarding.on('step.settled', ({ key }) => order.push(key))
    const { batches } = await approve(onboarding)
    await onboarding.done
    expect(batches).toEqual([1_000, 50])
    expect(bulks).toEqual([...Array(10).fill(100), 50])
    expect(order.indexOf('create:p1001@acme.example')).toBe(2_000)
  })

  it('PRE-1: one who belongs to another organization waits, and nobody else does', async () => {
    const { world } = createBulkWorld({ foreign: ['p2@acme.example'], hasDesk: false })
    const onboarding = openRun(world, requestOf(3))
    await approve(onboarding)
    await viewWhen(onboarding, ({ stage }) => stage === 'operator')
    expect(resultsOf(onboarding).map(([key, { outcome }]) => [key, outcome])).toEqual([
      ['create:p1@acme.example', 'done'],
      ['license:p1@acme.example', 'done'],
      ['create:p2@acme.example', 'waiting'],
      ['license:p2@acme.example', 'waiting'],
      ['create:p3@acme.example', 'done'],
      ['license:p3@acme.example', 'done'],
    ])
    await onboarding.stop()
  })

  it('takes a connection that broke after the effect for what it is', async () => {
    const { report } = await run(
      createBulkWorld({
        disturb: ({ type }) =>
          type === 'createPerson' ? { kind: 'refused-after', failure: failureOf('network') } : undefined,
      }),
    )
    expect(report?.counts.done).toBe(3)
  })

  it('tells accepted and unchanged from done', async () => {
    const { report } = await run(
      createBulkWorld({
        disturb: (call, nth) =>
          call.type === 'changeLicenses' && nth === 2 ? { kind: 'ignored' } : undefined,
      }),
    )
    expect([report?.counts.done, report?.counts.unchanged]).toEqual([2, 1])
  })

  it('waits for people who show late, without creating them twice', async () => {
    const { world, bulks } = createBulkWorld({ visibleAfter: 20_000 })
    const { report } = await run({ world })
    expect([report?.counts.done, bulks]).toEqual([3, [3]])
  })

  it('writes nothing when it cannot look first', async () => {
    const { world, bulks } = createBulkWorld({
      disturb: (call, nth) =>
        call.type === 'findPeople' && nth === 3
          ? { kind: 'refused', failure: failureOf('unavailable') }
          : undefined,
    })
    const { report } = await run({ world })
    expect([report?.counts.failed, bulks]).toEqual([3, []])
  })

  it('stops between two hundreds, and the rest is finished when it is resumed, once', async () => {
    const { world, bulks } = createBulkWorld()
    const first = openRun(world, requestOf(250))
    first.on('step.started', () => first.send({ type: 'run.stop' }))
    const { runId } = await approve(first)
    const stopped = await first.done
    expect(stopped.report?.counts['not-attempted']).toBeGreaterThan(0)
    const record = readRecord(world.entries(runId))
    if (!record.ok) throw new Error(record.reason)
    const second = openRun(world, undefined, { resume: { runId, record: record.record } })
    const { report } = await second.done
    expect(report?.counts.done).toBe(250)
    expect(bulks.reduce((sum, size) => sum + size, 0)).toBe(250)
  })

  it('keeps every row and creates nobody twice, whatever goes wrong', async () => {
    const kinds = ['network', 'forbidden', 'invalid', 'no-units', 'another-organization', 'conflict'] as const
    const trouble = fc.record({
      type: fc.constantFrom('createPerson', 'changeLicenses', 'findPeople'),
      nth: fc.integer({ min: 1, max: 12 }),
      kind: fc.constantFrom(...kinds),
      isAfter: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(trouble, { maxLength: 5 }), async (troubles) => {
        const { world } = createBulkWorld({
          disturb: (call, nth) => {
            const found = troubles.find((one) => one.type === call.type && one.nth === nth)
            if (found === undefined) return undefined
            return { kind: found.isAfter ? 'refused-after' : 'refused', failure: failureOf(found.kind) }
          },
        })
        const onboarding = openRun(world, requestOf(4))
        onboarding.on('stage.entered', ({ stage }) => {
          if (stage === 'operator' || stage === 'syncing')
            queueMicrotask(() => onboarding.send({ type: 'task.leave' }))
          if (stage === 'verifying') queueMicrotask(() => onboarding.send({ type: 'run.stop' }))
        })
        if ((await approve(onboarding).catch(() => undefined)) === undefined) return
        const { report } = await onboarding.done
        const total = Object.values(report?.counts ?? {}).reduce((sum, count) => sum + count, 0)
        expect(total).toBe(4)
        const created = world.calls.flatMap((call) =>
          call.type === 'createPerson' ? [call.person.email] : [],
        )
        expect(new Set(created).size).toBe(created.length)
      }),
      { numRuns: 60 },
    )
  })

  it('leaves the organization as saving side by side does', async () => {
    const [together, apart] = [createBulkWorld().world, createWorld({ pools, hasDesk: true })]
    await run({ world: together }, requestOf(5))
    await run({ world: apart }, { ...requestOf(5), route: 'manual' })
    const peopleOf = (world: World) => requestOf(5).people.map(({ email }) => world.person(email)?.licenseIds)
    expect(peopleOf(together)).toEqual(peopleOf(apart))
  })
})
