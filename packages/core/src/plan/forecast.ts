import type { Route } from '../domain/platform.ts'
import type { Expectation, Plan } from './plan.ts'
import type { Step } from './step.ts'

/** Contact Center's documented default limit. */
const callsPerMinute = 300

/** People on a page of a list, and people whom one bulk call creates. */
const pageSize = 100

export function forecastOf(
  people: readonly Expectation[],
  steps: readonly Step[],
  route: Route,
): Plan['forecast'] {
  const calls = route === 'csv' ? callsInWaves(people, steps) : callsSideBySide(people, steps)
  return { calls, seconds: Math.ceil((calls * 60) / callsPerMinute) }
}

/** Calls of one step: look, do, look again. */
const callsOfStep: Readonly<Record<Step['kind'], number>> = {
  'person.create': 3,
  'license.change': 3,
  'administrator.change': 4,
}

/** Each step for itself, then the person and their Contact Center user read back. */
function callsSideBySide(people: readonly Expectation[], steps: readonly Step[]): number {
  return steps.reduce((sum, { kind }) => sum + callsOfStep[kind], 0) + people.length * 2
}

/** Everyone looked at together by pages: before, after each kind of step, and when all is read back. */
function callsInWaves(people: readonly Expectation[], steps: readonly Step[]): number {
  const pages = Math.ceil(people.length / pageSize)
  const count = (kind: Step['kind']) => steps.filter((step) => step.kind === kind).length
  const kinds = (Object.keys(callsOfStep) as Step['kind'][]).filter((kind) => count(kind) > 0).length
  const creations = Math.ceil(count('person.create') / pageSize)
  const looks = (1 + kinds) * pages
  return creations + count('license.change') + 2 * count('administrator.change') + looks + 2 * pages
}
