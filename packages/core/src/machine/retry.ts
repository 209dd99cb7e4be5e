import { personKey } from '../domain/person.ts'
import { peopleOfClasses } from '../plan/classes.ts'
import type { Plan } from '../plan/plan.ts'
import { isOver } from '../plan/step.ts'
import type { Context } from './onboarding.types.ts'
import { type Results, resultOf, withoutLost } from './results.ts'

type RetryGround = Pick<Context, 'plan' | 'results' | 'renewal'>

/** Whom these classes choose, by `personKey`; rows that wait for an approval are always looked at again. */
export function chosenBy(
  { plan, results, renewal }: RetryGround,
  only: readonly string[],
): readonly string[] {
  if (plan === undefined) return []
  const chosen = peopleOfClasses(only, plan, (key) => resultOf(results, key))
  const waiting = renewal?.people.map(({ email }) => personKey(email)) ?? []
  return chosen.size === 0 ? [] : [...new Set([...chosen, ...waiting])]
}

/** Forgets what failed for those who are tried again; of the others it stays what was said. */
export function tryingAgain(ground: RetryGround, only: readonly string[] | undefined): Partial<Context> {
  const chosen = only === undefined ? undefined : chosenBy(ground, only)
  return { chosen, results: withoutFailures(ground, chosen), verification: undefined }
}

export function withoutFailures(
  { plan, results }: { readonly plan: Plan | undefined; readonly results: Results },
  chosen: readonly string[] | undefined,
): Results {
  if (chosen === undefined) return withoutLost(results, (_, result) => !isOver(result))
  const keys = new Set(chosen)
  const again = new Set(
    (plan?.steps ?? []).filter(({ email }) => keys.has(personKey(email))).map(({ key }) => key),
  )
  return withoutLost(results, (key, result) => again.has(key) && !isOver(result))
}
