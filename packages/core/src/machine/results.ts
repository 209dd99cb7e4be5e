import {
  hasSucceeded,
  type StepOutcome,
  type StepResult,
  type StepResults,
  stepOutcomes,
} from '../plan/step.ts'
import type { SettledStep } from './onboarding.types.ts'

/**
 * What came of steps. Never changed, only followed by another that shares what was there: a run of thousands settles
 * them in hundreds of lots, and copying everything for each would cost the square of it.
 */
export interface Results {
  readonly size: number
  readonly counts: Readonly<Record<StepOutcome, number>>
  /** What is in `rough` as well stands there as it is now. */
  readonly smooth: Layers
  /** Of steps that did not succeed at some time, as they stand now. */
  readonly rough: Layers
}

/** Maps of which a later one hides what an earlier one says; each is more than twice the next, so they are few. */
type Layers = readonly StepResults[]

/** A record's results, or any others. */
export function resultsOf(record: StepResults): Results {
  const counts = { ...noResults.counts }
  const rough = new Map<string, StepResult>()
  for (const [key, result] of record) {
    counts[result.outcome] += 1
    if (!hasSucceeded(result)) rough.set(key, result)
  }
  return { size: record.size, counts, smooth: withLayer([], record), rough: withLayer([], rough) }
}

/** The results without some of those that did not succeed. */
export function withoutLost(
  before: Results,
  isForgotten: (key: string, result: StepResult) => boolean,
): Results {
  const forgotten = lostResults(before.rough).filter(([key, result]) => isForgotten(key, result))
  if (forgotten.length === 0) return before
  const kept = new Map(allOf(before))
  for (const [key] of forgotten) kept.delete(key)
  return resultsOf(kept)
}

/** Results that go on changing, above those that were there before. */
export interface Books {
  get(key: string): StepResult | undefined
  set(key: string, result: StepResult): void
}

export function openBooks(before: Results): Books {
  const own = new Map<string, StepResult>()
  return {
    get: (key) => own.get(key) ?? resultOf(before, key),
    set: (key, result) => void own.set(key, result),
  }
}

/** All of them, in no order. */
export function allOf({ smooth, rough }: Results): StepResults {
  const [only, ...others] = [...smooth, ...rough]
  if (only !== undefined && others.length === 0) return only
  return new Map([...smooth, ...rough].flatMap((layer) => [...layer]))
}

export function resultOf({ smooth, rough }: Results, key: string): StepResult | undefined {
  return find(rough, key) ?? find(smooth, key)
}

/** Keys and results of those that did not succeed. */
export function lostResults(
  rough: Results['rough'],
): readonly (readonly [key: string, result: StepResult])[] {
  return [...new Map(rough.flatMap((layer) => [...layer]))].filter(([, result]) => !hasSucceeded(result))
}

/** The results with some more, of which each replaces what was there by its key. */
export function afterSettling(before: Results, settled: readonly SettledStep[]): Results {
  const counts = { ...before.counts }
  const smooth = new Map<string, StepResult>()
  const rough = new Map<string, StepResult>()
  let size = before.size
  for (const { key, result } of settled) {
    const replaced = rough.get(key) ?? smooth.get(key) ?? resultOf(before, key)
    if (replaced === undefined) size += 1
    else counts[replaced.outcome] -= 1
    counts[result.outcome] += 1
    const isRough = rough.has(key) || find(before.rough, key) !== undefined || !hasSucceeded(result)
    ;(isRough ? rough : smooth).set(key, result)
  }
  return { size, counts, smooth: withLayer(before.smooth, smooth), rough: withLayer(before.rough, rough) }
}

export const noResults: Results = {
  size: 0,
  counts: Object.fromEntries(stepOutcomes.map((outcome) => [outcome, 0])) as Results['counts'],
  smooth: [],
  rough: [],
}

function find(layers: Layers, key: string): StepResult | undefined {
  for (let index = layers.length - 1; index >= 0; index -= 1) {
    const found = layers[index]?.get(key)
    if (found !== undefined) return found
  }
  return undefined
}

function withLayer(layers: Layers, layer: StepResults): Layers {
  if (layer.size === 0) return layers
  const rest = [...layers]
  let top = layer
  for (let last = rest.at(-1); last !== undefined && last.size <= top.size * 2; last = rest.at(-1)) {
    top = new Map([...last, ...top])
    rest.pop()
  }
  return [...rest, top]
}
