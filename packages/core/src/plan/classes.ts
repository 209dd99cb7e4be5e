import { personKey } from '../domain/person.ts'
import type { Plan } from './plan.ts'
import { isOver, type ResultOf, type Step, type StepResult } from './step.ts'

/**
 * What a result may be called where only some are tried again: its outcome, and with it the kind of failure and the
 * API's status; for example `failed`, `failed:rate-limited` and `failed:429`.
 */
export function classesOf(result: StepResult | undefined): readonly string[] {
  if (result === undefined) return ['not-attempted']
  const { outcome, problem } = result
  const kind = problem?.code.startsWith('failure.') ? [problem.code.slice('failure.'.length)] : []
  const status = problem?.facts['status']
  const details = [...kind, ...(typeof status === 'number' ? [String(status)] : [])]
  return [outcome, ...details.map((detail) => `${outcome}:${detail}`)]
}

/** How many people there are of each class in what a plan has left to do. */
export function openClasses(plan: Plan, resultOf: ResultOf): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const steps of openSteps(plan, resultOf).values())
    for (const name of new Set(steps.flatMap(({ key }) => classesOf(resultOf(key)))))
      counts[name] = (counts[name] ?? 0) + 1
  return counts
}

/** Those for whom something of these classes is left, by `personKey`. All that is left for them is tried again. */
export function peopleOfClasses(
  classes: readonly string[],
  plan: Plan,
  resultOf: ResultOf,
): ReadonlySet<string> {
  const chosen = [...openSteps(plan, resultOf)].filter(([, steps]) =>
    steps.some(({ key }) => classesOf(resultOf(key)).some((name) => classes.includes(name))),
  )
  return new Set(chosen.map(([key]) => key))
}

/** The open steps of each person that wait for no other: what comes after them is not what went wrong. */
function openSteps(plan: Plan, resultOf: ResultOf): ReadonlyMap<string, readonly Step[]> {
  const isOpen = (key: string) => !isOver(resultOf(key))
  const first = plan.steps.filter(({ key, after }) => isOpen(key) && !after.some(isOpen))
  return Map.groupBy(first, ({ email }) => personKey(email))
}
