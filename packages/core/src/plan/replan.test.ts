import { describe, expect, it } from 'vitest'
import { draftFor, observationFor } from '../../test/samples.ts'
import { premiumPool, standardPool } from '../../test/world.ts'
import type { Observation } from '../domain/organization.ts'
import { buildPlan } from './build.ts'
import type { Plan } from './plan.ts'
import { takeUp } from './renew.ts'
import { isWithin, type Replan, replan } from './replan.ts'
import type { Step, StepResult } from './step.ts'

const ada = 'ada@acme.example'
const grace = 'grace@acme.example'
const premiumB = { ...premiumPool, id: 'premium-b', subscriptionId: 'Sub-B', total: 10 }

interface Case {
  readonly request: object
  readonly before?: Parameters<typeof observationFor>[0]
  readonly now?: Parameters<typeof observationFor>[0]
  readonly results?: Readonly<Record<string, StepResult>>
}

function judged({ request, before, now, results = {} }: Case): Replan & { readonly plan: Plan } {
  const draft = draftFor({ platform: 'new', ...request })
  const plan = { ...buildPlan(draft, observationFor(before)), hash: 'f'.repeat(64) }
  const seen: Observation = observationFor(now)
  return { plan, ...replan({ plan, resultOf: (key) => results[key], draft }, seen) }
}

const stepsOf = (lot: Omit<Plan, 'hash'> | undefined) =>
  lot?.steps.map((step) => [
    step.key,
    ...(step.kind === 'license.change' ? [step.add.join('+'), step.remove.join('-')] : []),
  ])

const premium = { people: [{ email: ada, license: 'premium' }] }

describe('replan', () => {
  it('L5: leaves a row alone that is as it was, whoever else has used up units meanwhile', () => {
    const now = { pools: [standardPool, { ...premiumPool, assigned: 50 }] }
    const { standings, covered, open } = judged({ request: premium, now })
    expect([standings, covered, open]).toEqual([{ holds: 1, less: 0, new: 0 }, undefined, undefined])
  })

  it('L5: keeps the pool that was approved as long as it has a unit, though another has more by now', () => {
    const before = { pools: [premiumPool, premiumB] }
    const now = { pools: [{ ...premiumPool, assigned: 99 }, premiumB] }
    expect(judged({ request: premium, before, now }).standings).toEqual({ holds: 1, less: 0, new: 0 })
  })

  it('L5: asks before it charges another subscription, where the approved one has no unit left', () => {
    const before = { pools: [premiumPool, premiumB] }
    const now = { pools: [{ ...premiumPool, assigned: 100 }, premiumB] }
    const { open } = judged({ request: premium, before, now })
    expect(stepsOf(open)).toEqual([[`create:${ada}`], [`license:${ada}`, 'premium-b', '']])
  })

  it('L5: a person whom somebody created meanwhile is a step less, which looking settles', () => {
    const { standings } = judged({ request: premium, now: { people: [{ email: ada }] } })
    expect(standings).toEqual({ holds: 1, less: 0, new: 0 })
  })

  it('L5: a license that somebody gave from another subscription is not given a second time', () => {
    const before = { pools: [premiumPool, premiumB], people: [{ email: ada }] }
    const now = { ...before, people: [{ email: ada, licenseIds: ['premium-b'] }] }
    const { standings, covered, open } = judged({ request: premium, before, now })
    expect([standings, stepsOf(covered), open]).toEqual([{ holds: 0, less: 1, new: 0 }, [], undefined])
    expect(covered?.people[0]?.licenseIds).toEqual(['premium-b'])
  })

  it('L5: half of an exchange that somebody made already is the other half', () => {
    const before = { people: [{ email: ada, licenseIds: ['standard-a'] }] }
    const now = { people: [{ email: ada }] }
    const { covered } = judged({ request: premium, before, now })
    expect(stepsOf(covered)).toEqual([[`license:${ada}`, 'premium-a', '']])
  })

  it('L5: a license that would have to go now, and did not then, needs an approval of its own', () => {
    const before = { people: [{ email: ada }] }
    const now = { people: [{ email: ada, licenseIds: ['standard-a'] }] }
    const { standings, open } = judged({ request: premium, before, now })
    expect([standings, stepsOf(open)]).toEqual([
      { holds: 0, less: 0, new: 1 },
      [[`license:${ada}`, 'premium-a', 'standard-a']],
    ])
  })

  it('L5: a row that had nothing to do and has now is shown for approval', () => {
    const before = { people: [{ email: ada, licenseIds: ['premium-a'] }] }
    const { plan, open } = judged({ request: premium, before, now: { people: [{ email: ada }] } })
    expect([plan.steps, stepsOf(open)]).toEqual([[], [[`license:${ada}`, 'premium-a', '']]])
  })

  it('SAVE-2: a person who was created and is gone is not invited a second time without being asked for', () => {
    const results = { [`create:${ada}`]: { outcome: 'done' } } as const
    const { standings, open } = judged({ request: premium, results })
    expect([standings.new, open?.invitations]).toEqual([1, 1])
  })

  it('L5: a role that was another one meanwhile is not taken away unseen', () => {
    const request = { people: [{ email: ada, license: 'premium', administrator: 'full' }] }
    const people = [{ email: ada, licenseIds: ['premium-a'] }]
    const now = { people: [{ ...people[0]!, administrator: 'cc-service' }] } as const
    expect(judged({ request, before: { people }, now }).standings.new).toBe(1)
    const lost = judged({ request, before: now, now: { people } })
    expect([lost.standings, stepsOf(lost.covered)]).toEqual([
      { holds: 0, less: 1, new: 0 },
      [[`administrator:${ada}`]],
    ])
  })

  it('LICNEW-2: a license that the organization does not have any more is not called given', () => {
    const { standings, open } = judged({ request: premium, now: { pools: [standardPool] } })
    expect([standings.new, stepsOf(open)]).toEqual([1, [[`create:${ada}`]]])
  })

  it('looks at nobody for whom everything is done or skipped', () => {
    const request = { people: [ada, grace].map((email) => ({ email, license: 'premium' })) }
    const results = {
      [`create:${ada}`]: { outcome: 'done' },
      [`license:${ada}`]: { outcome: 'already' },
      [`create:${grace}`]: { outcome: 'skipped' },
      [`license:${grace}`]: { outcome: 'skipped' },
    } as const
    expect(judged({ request, results }).standings).toEqual({ holds: 0, less: 0, new: 0 })
  })

  it('states the units of rows to approve as they will be when the others are done', () => {
    const request = { people: [ada, grace].map((email) => ({ email, license: 'premium' })) }
    const before = { people: [{ email: ada }, { email: grace }] }
    const now = { people: [{ email: ada, licenseIds: ['standard-a'] }, { email: grace }] }
    const { open } = judged({ request, before, now })
    expect(open?.units.find(({ poolId }) => poolId === 'premium-a')).toEqual(
      expect.objectContaining({ assignedBefore: 1, assignedAfter: 2 }),
    )
  })
})

describe('takeUp', () => {
  it('puts the new row in place of the old one, and keeps what was done for it', () => {
    const request = {
      people: [
        { email: ada, license: 'premium' },
        { email: grace, license: 'standard' },
      ],
    }
    const results = {
      [`create:${ada}`]: { outcome: 'done' },
      [`license:${ada}`]: { outcome: 'failed' },
    } as const
    const now = { people: [{ email: ada, licenseIds: ['standard-a'] }] }
    const { plan, open } = judged({ request, results, now })
    const lot = { ...open!, hash: 'e'.repeat(64) }
    const taken = takeUp({ plan, results: new Map(Object.entries(results)), tasks: {} }, lot)
    expect([stepsOf(taken.plan), taken.results, taken.plan.hash]).toEqual([
      [
        [`create:${ada}`],
        [`license:${ada}`, 'premium-a', 'standard-a'],
        [`create:${grace}`],
        [`license:${grace}`, 'standard-a', ''],
      ],
      new Map([[`create:${ada}`, { outcome: 'done' }]]),
      plan.hash,
    ])
    expect(taken.plan.people[0]).toEqual(
      expect.objectContaining({ isNew: true, before: { license: 'none', administrator: 'none' } }),
    )
    expect(taken.plan.tasks.map(({ id, people }) => [id, people])).toEqual([['synchronize', [grace, ada]]])
  })

  it('opens a task again that concerns somebody more', () => {
    const request = { people: [ada, grace].map((email) => ({ email, license: 'premium' })) }
    const before = { people: [{ email: ada }, { email: grace }] }
    const now = { people: [{ email: ada, licenseIds: ['standard-a'] }, { email: grace }] }
    const { plan, open } = judged({ request, before, now })
    const alone: Plan = {
      ...plan,
      tasks: plan.tasks.map((task) => ({ ...task, people: [grace] })),
    }
    const tasks = { synchronize: { state: 'verified', verifiedFor: [grace] } } as const
    const taken = takeUp({ plan: alone, results: new Map(), tasks }, { ...open!, hash: 'e'.repeat(64) })
    expect(taken.tasks).toEqual({ synchronize: { state: 'open', verifiedFor: [grace] } })
  })
})

describe('isWithin', () => {
  const step = { email: ada, row: 1, batch: 1, rule: 'SAVE-1', after: [], key: '' } as const
  const create = (names: object): Step => ({ ...step, kind: 'person.create', ...names })
  const license = (add: string[], remove: string[]): Step => ({
    ...step,
    kind: 'license.change',
    add,
    remove,
  })

  it.each([
    [create({}), create({}), true],
    [create({ firstName: 'Ada' }), create({}), false],
    [license(['a'], []), license(['a'], ['b']), true],
    [license(['a'], ['b']), license(['a'], []), false],
    [license(['a'], []), license(['b'], []), false],
    [create({}), license(['a'], []), false],
    [{ ...create({}), email: grace }, create({}), false],
  ])('M4: %j in %j: %s', (one, other, isSo) => expect(isWithin(one, other)).toBe(isSo))
})
