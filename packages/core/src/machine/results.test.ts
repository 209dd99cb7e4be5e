import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasSucceeded, stepOutcomes } from '../plan/step.ts'
import type { SettledStep } from './onboarding.types.ts'
import { afterSettling, lostResults, noResults, recordOf, resultOf, resultsOf } from './results.ts'

const step = fc.record({
  key: fc.integer({ min: 0, max: 40 }).map((number) => `create:p${number}@acme.example`),
  result: fc.record({ outcome: fc.constantFrom(...stepOutcomes) }),
})
const lots = fc.array(fc.array(step, { maxLength: 8 }), { maxLength: 30 })

function plainly(settled: readonly SettledStep[]) {
  return Object.fromEntries(settled.map(({ key, result }) => [key, result]))
}

describe('results', () => {
  it('are those of a plain record, lot after lot', () => {
    fc.assert(
      fc.property(lots, (all) => {
        const results = all.reduce(afterSettling, noResults)
        const record = plainly(all.flat())
        expect(recordOf(results)).toEqual(record)
        expect(results.size).toBe(Object.keys(record).length)
        for (const outcome of stepOutcomes)
          expect(results.counts[outcome]).toBe(
            Object.values(record).filter((result) => result.outcome === outcome).length,
          )
        expect(Object.fromEntries(lostResults(results.rough))).toEqual(
          Object.fromEntries(Object.entries(record).filter(([, result]) => !hasSucceeded(result))),
        )
        expect(all.flat().map(({ key }) => resultOf(results, key))).toEqual(
          all.flat().map(({ key }) => record[key]),
        )
      }),
    )
  })

  it('are not changed by those that follow them', () => {
    fc.assert(
      fc.property(lots, lots, (earlier, later) => {
        const before = earlier.reduce(afterSettling, noResults)
        later.reduce(afterSettling, before)
        expect(recordOf(before)).toEqual(plainly(earlier.flat()))
      }),
    )
  })

  it('lie in few layers, however many lots there were', () => {
    const settled = Array.from({ length: 4_096 }, (_, index) => [
      { key: `license:p${index}@acme.example`, result: { outcome: 'done' as const } },
    ])
    expect(settled.reduce(afterSettling, noResults).smooth.length).toBeLessThanOrEqual(13)
  })

  it('come back from a record as they went into it', () => {
    const record = { 'create:a@acme.example': { outcome: 'waiting' as const } }
    expect(recordOf(resultsOf(record))).toEqual(record)
  })
})
