import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocate, freeUnits, heldPools, type LicenseWish, payingPools } from './allocation.ts'
import type { LicensePool } from './organization.ts'

function pool(id: string, total: number, assigned = 0, more: Partial<LicensePool> = {}): LicensePool {
  return { id, license: 'premium', name: id, subscriptionId: `Sub-${id}`, total, assigned, ...more }
}

function wish(key: string, heldIds: readonly string[] = []): LicenseWish {
  return { key, license: 'premium', heldIds }
}

describe('freeUnits', () => {
  it.each([
    [10, 0, 10],
    [10, 4, 6],
    [10, 10, 0],
    [10, 13, 0],
  ])('C-17: of %i units with %i assigned, %i are free', (total, assigned, free) => {
    expect(freeUnits(pool('a', total, assigned))).toBe(free)
  })

  it('C-17: counts what is assigned, whatever was activated', () => {
    expect(freeUnits(pool('a', 10, 8, { activated: 2 }))).toBe(2)
  })
})

describe('payingPools', () => {
  const small = pool('small', 5)
  const large = pool('large', 50)
  const full = pool('full', 90, 90)
  const standard = pool('standard', 100, 0, { license: 'standard' })

  it('lets the subscription with most free units pay first', () => {
    expect(payingPools([small, full, standard, large], 'premium', undefined)).toEqual([large, small, full])
  })

  it('lets the chosen subscription alone pay', () => {
    expect(payingPools([small, large, standard], 'premium', 'Sub-small')).toEqual([small])
  })

  it('finds none where the chosen subscription has no such license', () => {
    expect(payingPools([small, large, standard], 'premium', 'Sub-standard')).toEqual([])
  })

  it('keeps to one order among equals, in whichever order they were read', () => {
    const [a, b] = [pool('a', 5), pool('b', 5)]
    expect(payingPools([b, a], 'premium', undefined)).toEqual([a, b])
    expect(payingPools([a, b], 'premium', undefined)).toEqual([a, b])
  })
})

function chargedTo(pools: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(pools))
}

describe('allocate', () => {
  it('C-14: charges the subscription that a wish names, whatever is chosen for the others', () => {
    const pools = [pool('a', 5), pool('b', 5)]
    const wishes = [wish('ada'), { ...wish('bob'), subscriptionId: 'Sub-b' }]
    expect(allocate(wishes, pools, { premium: 'Sub-a' }).byPerson).toEqual(chargedTo({ ada: 'a', bob: 'b' }))
  })

  it('goes on with the next subscription when the first has nothing left', () => {
    const wishes = ['a', 'b', 'c'].map((key) => wish(key))
    expect(allocate(wishes, [pool('one', 1), pool('two', 2)], {})).toEqual({
      byPerson: chargedTo({ a: 'two', b: 'two', c: 'one' }),
      short: [],
      impossible: [],
    })
  })

  it('charges those whom nothing is left for to the first subscription, and names them', () => {
    const wishes = ['a', 'b', 'c'].map((key) => wish(key))
    expect(allocate(wishes, [pool('one', 0), pool('two', 1)], {})).toEqual({
      byPerson: chargedTo({ a: 'two', b: 'two', c: 'two' }),
      short: ['b', 'c'],
      impossible: [],
    })
  })

  it('leaves alone who holds the license already, from any subscription', () => {
    const wishes = [wish('a', ['two', 'something-else']), wish('b')]
    expect(allocate(wishes, [pool('one', 1), pool('two', 0)], { premium: 'Sub-one' })).toEqual({
      byPerson: chargedTo({ b: 'one' }),
      short: [],
      impossible: [],
    })
  })

  it('names those whose license the organization does not have', () => {
    expect(allocate([wish('a')], [pool('one', 9, 0, { license: 'standard' })], {})).toEqual({
      byPerson: chargedTo({}),
      short: [],
      impossible: ['a'],
    })
  })

  const pools = fc.uniqueArray(
    fc.record({
      id: fc.constantFrom('p', 'q', 'r', 's'),
      license: fc.constantFrom('standard', 'premium'),
      name: fc.constant('pool'),
      subscriptionId: fc.constantFrom('Sub-1', 'Sub-2'),
      total: fc.nat(6),
      assigned: fc.nat(8),
    }),
    { selector: ({ id }) => id },
  )
  const wishes = fc
    .array(
      fc.record({
        license: fc.constantFrom('standard', 'premium'),
        heldIds: fc.subarray(['p', 'q', 'r', 's', 'meetings']),
      }),
      { maxLength: 20 },
    )
    .map((all): LicenseWish[] => all.map((one, index) => ({ key: `person-${index}`, ...one })))
  const subscriptions = fc.record(
    { standard: fc.constantFrom('Sub-1', 'Sub-2'), premium: fc.constantFrom('Sub-1', 'Sub-2') },
    { requiredKeys: [] },
  )

  it('C-17: takes no more units than are free, but for those whom it names as short', () => {
    fc.assert(
      fc.property(wishes, pools, subscriptions, (wanted, offered, chosen) => {
        const { byPerson, short } = allocate(wanted, offered, chosen)
        for (const one of offered) {
          const charged = [...byPerson].filter(([, id]) => id === one.id)
          const paid = charged.filter(([key]) => !short.includes(key))
          expect(paid.length).toBeLessThanOrEqual(freeUnits(one))
        }
      }),
    )
  })

  it('counts everybody once: as holding it, as charged, or as impossible', () => {
    fc.assert(
      fc.property(wishes, pools, subscriptions, (wanted, offered, chosen) => {
        const { byPerson, short, impossible } = allocate(wanted, offered, chosen)
        const holding = wanted
          .filter(({ license, heldIds }) =>
            heldPools(heldIds, offered).some((one) => one.license === license),
          )
          .map(({ key }) => key)
        const counted = [...holding, ...byPerson.keys(), ...impossible]
        expect(counted.toSorted()).toEqual(wanted.map(({ key }) => key).toSorted())
        expect(short.filter((key) => byPerson.get(key) === undefined)).toEqual([])
        expect(new Set(short).size).toBe(short.length)
      }),
    )
  })

  it('charges each only to a subscription that may pay for them, and leaves nobody short who need not be', () => {
    fc.assert(
      fc.property(wishes, pools, subscriptions, (wanted, offered, chosen) => {
        const { byPerson, short } = allocate(wanted, offered, chosen)
        for (const { key, license } of wanted) {
          const charged = byPerson.get(key)
          if (charged === undefined) continue
          const paying = payingPools(offered, license, chosen[license])
          expect(paying.map(({ id }) => id)).toContain(charged)
          if (!short.includes(key)) continue
          const used = [...byPerson.values()].filter((id) => paying.some((one) => one.id === id)).length
          const free = paying.reduce((sum, one) => sum + freeUnits(one), 0)
          expect(used).toBeGreaterThan(free)
        }
      }),
    )
  })
})
