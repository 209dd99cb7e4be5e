import { describe, expect, it } from 'vitest'
import { growthFigure, type Memory } from './memory.ts'
import { isMissed, shownRow } from './row.ts'

/** A file of one megabyte for a thousand rows, which takes that much memory beyond the 50 MB of the start. */
const memory = (rows: number, megabytes: number): Memory => ({
  rows,
  file: rows / 1_000,
  peaks: { start: [50, 50, 51], parse: [60 + rows / 1_000], plan: [49 + megabytes, 50 + megabytes, 999] },
})

const grown = (from: number, to: number) =>
  growthFigure('plan', 'plan', [memory(20_000, from), memory(200_000, to)])

describe('The growth of memory', () => {
  it('is told beside that of the file, beyond what the start takes', () => {
    const figure = grown(100, 500)
    expect(figure.what).toBe('memory from 20,000 to 200,000 rows: plan')
    expect(shownRow(figure)).toBe(
      '0.5 × the growth of the file (100 to 500 MB; csv-parse alone 30 to 210 MB)',
    )
  })

  it('may be as fast as the file and not faster', () => {
    expect([grown(100, 1_000), grown(100, 1_010)].map(isMissed)).toEqual([false, true])
  })

  it('that was not measured is missed', () => {
    expect(isMissed(growthFigure('plan', 'plan', []))).toBe(true)
    expect(isMissed(growthFigure('judge', 'judge', [memory(20_000, 1), memory(200_000, 2)]))).toBe(true)
  })
})
