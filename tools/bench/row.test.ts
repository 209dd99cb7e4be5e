import { describe, expect, it } from 'vitest'
import { percentile } from './measure.ts'
import { isMissed, verdictOf } from './row.ts'

const took = (ratio: number) => ({
  what: 'a key',
  against: 'a list',
  comparison: { milliseconds: 10 * ratio, baseline: 10, ratio },
  limit: 2,
})

const figure = (value: number, limit: { atMost: number } | { atLeast: number }) => ({
  what: 'a key',
  value,
  unit: 'ms',
  limit,
})

describe('A measurement', () => {
  it('is over its limit, at it, or within', () => {
    expect([1.9, 2, 2.1].map(took).map(isMissed)).toEqual([false, false, true])
    expect([15.9, 16, 16.1].map((value) => isMissed(figure(value, { atMost: 16 })))).toEqual([
      false,
      false,
      true,
    ])
    expect([24.9, 25, 25.1].map((value) => isMissed(figure(value, { atLeast: 25 })))).toEqual([
      true,
      false,
      false,
    ])
  })

  it('that is no number has missed its limit', () => {
    expect(isMissed(took(Number.NaN))).toBe(true)
    expect(isMissed(figure(Number.NaN, { atMost: 16 }))).toBe(true)
    expect(isMissed(figure(Number.NaN, { atLeast: 25 }))).toBe(true)
  })

  it('says so', () => {
    expect([took(3), took(1)].map(verdictOf)).toEqual(['over 2', 'within 2'])
    expect(verdictOf(figure(17, { atMost: 16 }))).toBe('MISSED: at most 16')
  })

  it('is slower than 95 of 100', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => index + 1).toReversed()
    expect([percentile(hundred, 50), percentile(hundred, 95), percentile([7], 95)]).toEqual([50, 95, 7])
  })
})
