/** @module How many lines about people anybody reads: beyond that they are counted, and `--json` has them all. */
import type { StepOutcome } from '@wxcc-onboard/core'
import type { Sentences } from './sentences.ts'

/** Up to so many people everyone has a line. */
export const mostInFull = { report: 25, plan: 50 } as const

/** Of more, so many of those who need somebody to look at them. */
export const mostNamed = 50

/** What needs somebody to look at it, first what nothing but a person puts right; what went well is not in it. */
const urgency: readonly StepOutcome[] = [
  'failed',
  'unchanged',
  'invisible',
  'not-attempted',
  'skipped',
  'waiting',
]

/** Those that need somebody to look at them, in the order of how much, and of the list. */
export function attentionFirst<T>(all: readonly T[], outcomeOf: (one: T) => StepOutcome): readonly T[] {
  const by = Map.groupBy(all, outcomeOf)
  return urgency.flatMap((outcome) => by.get(outcome) ?? [])
}

/** The line behind those who were named; `command` tells of everyone. */
export function moreLines(count: number, { t }: Sentences, command?: string): string[] {
  return count <= 0 ? [] : [`  ${t('output.more', { count, command })}`]
}
