import { describe, expect, it } from 'vitest'
import { pauses } from '../src/machine/patience.ts'
import type { Onboarding } from '../src/run/onboarding.types.ts'
import {
  approve,
  createWorld,
  failureOf,
  openRun,
  premiumPool,
  requestFor,
  resultsOf,
  type WorldOptions,
} from './world.ts'

const ada = 'ada@acme.example'
const request = requestFor({ people: [{ email: ada, license: 'premium' }] })

async function run(options: WorldOptions, wanted = request) {
  const world = createWorld({ hasDesk: true, ...options })
  const onboarding = openRun(world, wanted)
  await approve(onboarding)
  const view = await onboarding.done
  return { world, view, outcomes: outcomesOf(onboarding) }
}

function outcomesOf(onboarding: Onboarding) {
  return Object.fromEntries(resultsOf(onboarding).map(([key, { outcome }]) => [key, outcome]))
}

describe('a step looks, does, and looks again', () => {
  it('is done when reading back shows it', async () => {
    const { world, outcomes } = await run({})
    expect(outcomes).toEqual({ [`create:${ada}`]: 'done', [`license:${ada}`]: 'done' })
    expect(world.writes().map(({ type }) => type)).toEqual(['createPerson', 'changeLicenses'])
  })

  it.each([0, 1_000, 20_000, 60_000, 119_000])(
    'waits for a person who becomes visible %i ms late, not much longer, and creates them once',
    async (late) => {
      const world = createWorld({ hasDesk: true, visibleAfter: late })
      const { clock } = world.ports
      const onboarding = openRun(world, request, { visibilityDeadline: 120_000 })
      const times: Record<string, number> = {}
      onboarding.on('step.started', ({ key }) => {
        times[`started ${key}`] = clock.now()
      })
      onboarding.on('step.settled', ({ key }) => {
        times[`settled ${key}`] = clock.now()
      })
      await approve(onboarding)
      await onboarding.done
      expect(outcomesOf(onboarding)).toEqual({ [`create:${ada}`]: 'done', [`license:${ada}`]: 'done' })
      expect(world.writes().map(({ type }) => type)).toEqual(['createPerson', 'changeLicenses'])
      const waited = (times[`settled create:${ada}`] ?? Number.NaN) - (times[`started create:${ada}`] ?? 0)
      expect(waited).toBeGreaterThanOrEqual(late)
      expect(waited).toBeLessThanOrEqual(late + pauses.one.longest)
    },
  )

  it('takes a refusal that created the person all the same for what it is', async () => {
    const { world, outcomes } = await run({
      disturb: ({ type }) =>
        type === 'createPerson'
          ? { kind: 'refused-after', failure: failureOf('invalid', { status: 400 }) }
          : undefined,
    })
    expect(outcomes).toEqual({ [`create:${ada}`]: 'done', [`license:${ada}`]: 'done' })
    expect(world.writes()).toHaveLength(2)
  })

  it('calls an accepted license that never shows "unchanged"', async () => {
    const { outcomes, view } = await run({
      disturb: ({ type }) => (type === 'changeLicenses' ? { kind: 'ignored' } : undefined),
    })
    expect(outcomes).toEqual({ [`create:${ada}`]: 'done', [`license:${ada}`]: 'unchanged' })
    expect(view.report?.people.map(({ outcome, signIn }) => [outcome, signIn])).toEqual([['unchanged', 'no']])
  })

  it('calls an accepted person who never shows "invisible", and attempts nothing more for them', async () => {
    const { outcomes } = await run({
      disturb: ({ type }) => (type === 'createPerson' ? { kind: 'ignored' } : undefined),
    })
    expect(outcomes).toEqual({ [`create:${ada}`]: 'invisible', [`license:${ada}`]: 'not-attempted' })
  })

  it('fails with the reason when the API refuses for good, without asking twice', async () => {
    const failure = failureOf('forbidden', { status: 403, trackingId: 'T-1' })
    const { world, outcomes, view } = await run({
      disturb: ({ type }) => (type === 'createPerson' ? { kind: 'refused', failure } : undefined),
    })
    expect(outcomes).toEqual({ [`create:${ada}`]: 'failed', [`license:${ada}`]: 'not-attempted' })
    expect(view.report?.people[0]?.problems[0]).toEqual({
      code: 'failure.forbidden',
      severity: 'error',
      subject: { kind: 'person', email: ada, row: 1 },
      facts: { operation: 'TEST /world', message: 'forbidden', status: 403, trackingId: 'T-1' },
    })
    expect(world.writes()).toHaveLength(1)
  })

  it('writes nothing when it cannot look first', async () => {
    const { world, outcomes } = await run({
      disturb: ({ type }, nth) =>
        type === 'findPeople' && nth === 3 ? { kind: 'refused', failure: failureOf('network') } : undefined,
    })
    expect(outcomes).toEqual({ [`create:${ada}`]: 'failed', [`license:${ada}`]: 'not-attempted' })
    expect(world.writes()).toEqual([])
  })

  it('says "invisible" when the write was accepted and looking again is not possible', async () => {
    const { outcomes } = await run({
      disturb: ({ type }, nth) =>
        type === 'findPeople' && nth === 4 ? { kind: 'refused', failure: failureOf('network') } : undefined,
    })
    expect(outcomes).toEqual({ [`create:${ada}`]: 'invisible', [`license:${ada}`]: 'not-attempted' })
  })

  it('does nothing for what somebody else did meanwhile', async () => {
    const world = createWorld({ hasDesk: true, people: [{ email: ada }] })
    const onboarding = openRun(world, request)
    await approve(onboarding)
    world.change(ada, { licenseIds: [premiumPool.id] })
    await onboarding.done
    expect(outcomesOf(onboarding)).toEqual({ [`license:${ada}`]: 'already' })
    expect(world.writes()).toEqual([])
  })

  it('does not wait for ever for a license that the answer left out', async () => {
    const world = createWorld({ hasDesk: true })
    const onboarding = openRun(world, request)
    await approve(onboarding)
    world.setPools([{ ...premiumPool, total: 0 }])
    const view = await onboarding.done
    expect(outcomesOf(onboarding)).toEqual({ [`create:${ada}`]: 'done', [`license:${ada}`]: 'failed' })
    expect(view.report?.people[0]?.problems.map(({ code }) => code)).toEqual(['failure.no-units'])
  })
})
