import type { Comparison } from './measure.ts'

/** A time against another one of the same machine; a ratio over the limit misses it. */
export interface Row {
  readonly what: string
  readonly against: string
  readonly comparison: Comparison
  readonly limit: number
}

/** A number that is to be at most or at least something. */
export interface Figure {
  readonly what: string
  readonly value: number
  /** As in `12 %` or `3 calls`. */
  readonly unit: string
  readonly limit: { readonly atMost: number } | { readonly atLeast: number }
}

/** What is no number, as where nothing was measured, is missed too. */
export function isMissed(row: Row | Figure): boolean {
  if ('comparison' in row) return !(row.comparison.ratio <= row.limit)
  return !('atMost' in row.limit ? row.value <= row.limit.atMost : row.value >= row.limit.atLeast)
}

export function shownRow(row: Row | Figure): string {
  if ('value' in row) return `${Number(row.value.toFixed(3)).toLocaleString('en')} ${row.unit}`
  const { milliseconds, baseline, ratio } = row.comparison
  return `${milliseconds.toFixed(0).padStart(5)} ms  ${ratio.toFixed(2)} × ${row.against} (${baseline.toFixed(0)} ms)`
}

export function verdictOf(row: Row | Figure): string {
  if ('comparison' in row) return `${isMissed(row) ? 'over' : 'within'} ${row.limit}`
  const bound = 'atMost' in row.limit ? `at most ${row.limit.atMost}` : `at least ${row.limit.atLeast}`
  return isMissed(row) ? `MISSED: ${bound}` : bound
}
