import type { Expectation } from './build.ts'
import type { Step } from './step.ts'

/** Calls of one step: look, do, look again. */
const callsOfStep: Readonly<Record<Step['kind'], number>> = {
  'person.create': 3,
  'license.change': 3,
  'administrator.change': 4,
}

/** What one person costs when everything is read back at the end. */
const callsOfVerifying = 2

/** Contact Center's documented default limit. */
const callsPerMinute = 300

export function forecastOf(
  people: readonly Expectation[],
  steps: readonly Step[],
): { calls: number; seconds: number } {
  const calls = steps.reduce((sum, { kind }) => sum + callsOfStep[kind], 0) + people.length * callsOfVerifying
  return { calls, seconds: Math.ceil((calls * 60) / callsPerMinute) }
}
