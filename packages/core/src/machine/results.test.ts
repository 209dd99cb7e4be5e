import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasSucceeded, type StepResults, stepOutcomes } from '../plan/step.ts'
import type { SettledStep } from './onboarding.types.ts'
import {
  afterSettling,
  allOf,
  lostResults,
  noResults,
  type Results,
  resultOf,
  resultsOf,
  withoutLost,
} from './results.ts'

const step = fc.record({
  key: fc.integer({ min: 0, max: 40 }).map((number) => `create:p${number}@acme.example`),
  result: fc.record({ outcome: fc.constantFrom(...stepOutcomes) }),
})
const lots = fc.array(fc.array(step, { maxLength: 8 }), { maxLength: 30 })

function plainly(settled: readonly SettledStep[]): StepResults {
  return new Map(settled.map(({ key, result }) => [key, result]))
}

describe('results', () => {
  it('are those of a plain record, lot after lot', () => {
    fc.assert(
      fc.property(lots, (all) => {
        const results = all.reduce(afterSettling, noResults)
        const record = plainly(all.flat())
        expectSame(results, record)
      }),
    )
  })

  it('are not changed by those that follow them', () => {
    fc.assert(
      fc.property(lots, lots, (earlier, later) => {
        const before = earlier.reduce(afterSettling, noResults)
        later.reduce(afterSettling, before)
        expect(allOf(before)).toEqual(plainly(earlier.flat()))
      }),
    )
  })

  it('lie in few layers, however many lots there were', () => {
    const settled = Array.from({ length: 4_096 }, (_, index) => [
      { key: `license:p${index}@acme.example`, result: { outcome: 'done' as const } },
    ])
    expect(settled.reduce(afterSettling, noResults).smooth.length).toBeLessThanOrEqual(13)
  })

  it('go on from a record, and forget of it what is tried again', () => {
    fc.assert(
      fc.property(lots, lots, fc.func(fc.boolean()), (earlier, later, isForgotten) => {
        const record = plainly(earlier.flat())
        expectSame(resultsOf(record), record)
        const left = [...record].filter(([key, result]) => hasSucceeded(result) || !isForgotten(key))
        const kept = withoutLost(resultsOf(record), (key) => isForgotten(key))
        expectSame(kept, new Map(left))
        const settled = later.flat()
        expectSame(later.reduce(afterSettling, kept), new Map([...left, ...plainly(settled)]))
      }),
    )
  })
})

function expectSame(results: Results, record: StepResults): void {
  expect(allOf(results)).toEqual(record)
  expect(results.size).toBe(record.size)
  for (const outcome of stepOutcomes)
    expect(results.counts[outcome]).toBe(
      [...record.values()].filter((result) => result.outcome === outcome).length,
    )
  expect(new Map(lostResults(results.rough))).toEqual(
    new Map([...record].filter(([, result]) => !hasSucceeded(result))),
  )
  for (const [key, result] of record) expect(resultOf(results, key)).toBe(result)
}
