import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyDraft, anyObservation } from '../../test/arbitraries.ts'
import { buildPlan } from './build.ts'
import { approvalDigits, canonical, hashPlan, isApprovalOf } from './hash.ts'
import type { Plan } from './plan.ts'
import type { CreatePerson } from './step.ts'

const empty: Omit<Plan, 'hash'> = {
  format: 1,
  organization: { id: 'b3a2f1c0', name: 'Acme' },
  platform: 'new',
  people: [],
  steps: [],
  tasks: [],
  units: [],
  forecast: { calls: 0 },
  removals: 0,
  invitations: 0,
}

/** The same value with the keys of every object the other way round. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, held]) => [key, reversed(held)]),
  )
}

/** Every value that differs from this one in a single place. */
function* variantsOf(value: unknown): Generator<unknown> {
  if (typeof value === 'string') yield `${value}!`
  else if (typeof value === 'number') yield value === 0 ? 1 : 0
  else if (typeof value === 'boolean') yield !value
  else if (Array.isArray(value)) {
    yield [...value, 'more']
    for (const [index, held] of value.entries())
      for (const variant of variantsOf(held)) yield value.with(index, variant)
  } else if (value !== null && value !== undefined) {
    yield { ...value, more: true }
    for (const [key, held] of Object.entries(value)) {
      yield Object.fromEntries(Object.entries(value).filter(([other]) => other !== key))
      for (const variant of variantsOf(held)) yield { ...value, [key]: variant }
    }
  }
}

describe('canonical', () => {
  it.each([
    [{ b: 1, a: [2, { d: null, c: 'x' }] }, '{"a":[2,{"c":"x","d":null}],"b":1}'],
    [{ a: undefined, b: 1 }, '{"b":1}'],
    [[undefined, null], '[null,null]'],
    ['„quoted" \n', JSON.stringify('„quoted" \n')],
    [undefined, 'null'],
    [{}, '{}'],
    [[], '[]'],
  ])('writes %j as %s', (value, text) => {
    expect(canonical(value)).toBe(text)
  })

  it('writes JSON that reads as the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  it('writes equal values equally, whatever the order of their keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonical(reversed(value))).toBe(canonical(value))
      }),
    )
  })

  it('writes different values differently', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const plain = JSON.parse(JSON.stringify(value))
        for (const variant of variantsOf(plain)) expect(canonical(variant)).not.toBe(canonical(plain))
      }),
    )
  })
})

describe('hashPlan', () => {
  it('SAVE-5: is a SHA-256 in 64 digits, the same in every version', async () => {
    expect(await hashPlan(empty)).toEqual({
      ...empty,
      hash: 'fc554438427a583321bee4475ddfedc9f9215d61f91161248fd05b825fdbb7db',
    })
  })

  it('SAVE-5: holds for a plan of the time when it said how many seconds it takes', async () => {
    const saved = { ...empty, forecast: { calls: 0, seconds: 0 } }
    expect((await hashPlan(saved)).hash).toBe(
      '39f4492d351f628794264351ad2ba9fb17e1c10c0222d86420c8431476dd3fb5',
    )
  })

  it('SAVE-5: is the same for the same plan, however it was put together', async () => {
    await fc.assert(
      fc.asyncProperty(anyDraft, anyObservation, async (draft, observation) => {
        const plan = buildPlan(draft, observation)
        const again = buildPlan(structuredClone(draft), reversed(observation) as typeof observation)
        expect((await hashPlan(again)).hash).toBe((await hashPlan(plan)).hash)
        expect((await hashPlan(reversed(plan) as typeof plan)).hash).toBe((await hashPlan(plan)).hash)
      }),
    )
  })

  it('SAVE-5: is another as soon as anything of the plan is another', async () => {
    await fc.assert(
      fc.asyncProperty(anyDraft, anyObservation, async (draft, observation) => {
        const plan = buildPlan(draft, observation)
        const variants = [...variantsOf(JSON.parse(JSON.stringify(plan)))]
        const hashes = await Promise.all(
          [plan, ...variants].map(async (one) => (await hashPlan(one as typeof plan)).hash),
        )
        expect(hashes.filter((hash) => hash === hashes[0])).toHaveLength(1)
      }),
      { numRuns: 15 },
    )
  })

  it('SAVE-5: knows every row of thousands, wherever it stands', async () => {
    const step = (row: number): CreatePerson => ({
      kind: 'person.create',
      key: `create:${row}@acme.example`,
      email: `${row}@acme.example`,
      row,
      batch: 1,
      rule: 'SAVE-1',
      after: [],
    })
    const steps = Array.from({ length: 9_001 }, (_, index) => step(index + 1))
    const whole = await hashPlan({ ...empty, steps })
    expect(whole.hash).toBe('0afa95e3087b89198b958364dccad245caabf120060c33689b75aa8c8c155c05')
    const again = reversed(JSON.parse(JSON.stringify({ ...empty, steps }))) as typeof empty
    expect((await hashPlan(again)).hash).toBe(whole.hash)
    const others = [
      ...[0, 3_999, 4_000, 8_000, 9_000].map((at) => steps.with(at, { ...step(at + 1), lastName: 'Łoś' })),
      ...[3_999, 4_000].map((at) => steps.with(at, step(at + 2)).with(at + 1, step(at + 1))),
      steps.slice(0, 8_000),
      steps.slice(1),
    ]
    for (const other of others) expect((await hashPlan({ ...empty, steps: other })).hash).not.toBe(whole.hash)
  })
})

describe('isApprovalOf', () => {
  const hash = '0123456789abcdef'.repeat(4)

  it.each([
    ['the whole hash', hash, true],
    ['its first 12 digits', hash.slice(0, 12), true],
    ['its first 13 digits', hash.slice(0, 13), true],
    ['capitals, with blanks around them', ` ${hash.slice(0, 12).toUpperCase()}\n`, true],
    ['11 digits', hash.slice(0, 11), false],
    ['11 digits and a blank', `${hash.slice(0, 11)} `, false],
    ['nothing', '', false],
    ['12 blanks', ' '.repeat(12), false],
    ['digits from the middle', hash.slice(1, 14), false],
    ['its last digits', hash.slice(-12), false],
    ['12 digits with another one', `${hash.slice(0, 11)}0`, false],
    ['the hash and a digit more', `${hash}0`, false],
    ['yes', 'yes', false],
  ])('SAVE-5: %s', (_, given, isIt) => {
    expect(isApprovalOf(hash, given)).toBe(isIt)
  })

  it('SAVE-5: asks for twelve digits', () => {
    expect(approvalDigits).toBe(12)
  })

  it('SAVE-5: takes nothing as the approval of a plan that has no hash', () => {
    fc.assert(
      fc.property(fc.string(), (given) => {
        expect(isApprovalOf('', given)).toBe(false)
      }),
    )
  })
})
