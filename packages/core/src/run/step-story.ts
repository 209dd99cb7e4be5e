import type { Route } from '../domain/platform.ts'
import type { StepResult } from '../plan/step.ts'

/**
 * What a journal tells of steps, entry after entry: what came of each, which are in doubt, and whose effect is the
 * run's own doing. Undoing takes back the last and no others.
 */
export function openStepStory(route: Route) {
  const results = new Map<string, StepResult>()
  /** How many intents were written since a step settled last; those of a step in doubt. */
  const intents = new Map<string, number>()
  /** Steps with a result whose effect is somebody else's doing, or that have none. */
  const foreign = new Set<string>()
  /** Done by the run, though the row was planned anew since and the result is not one of the plan any more. */
  const doneBefore = new Set<string>()
  /** Done by an import in Control Hub. */
  const imported = new Set<string>()
  const created = new Map<string, string>()
  const isGiven = (key: string) =>
    imported.has(key) || doneBefore.has(key) || (results.has(key) && !foreign.has(key))
  return {
    results,
    /**
     * Ids of the people whom the run created, by the step's key; records of older versions have none. An id that was
     * only seen at the address later says less than that of an attempt which created somebody.
     */
    created,
    intend(key: string): void {
      intents.set(key, (intents.get(key) ?? 0) + 1)
    },
    /**
     * `already` is ours only where an earlier attempt of the run was cut off or did not show in time; a step in doubt
     * may be. What failed, or was accepted and changed nothing, a person may have done by hand since.
     */
    settle(key: string, result: StepResult): void {
      const { outcome, personId } = result
      if (personId !== undefined && (outcome !== 'already' || !created.has(key))) created.set(key, personId)
      const isLate = outcome === 'already' && (intents.get(key) ?? 0) > intentsBeforeLooking[route]
      const isOurs = outcome === 'done' || outcome === 'invisible' || isLate
      intents.delete(key)
      if (isOurs || (outcome === 'already' && isGiven(key))) foreign.delete(key)
      else {
        foreign.add(key)
        doneBefore.delete(key)
      }
      results.set(key, result)
    },
    /** What an import made of a step. */
    takeImported(key: string, result: StepResult): void {
      if (result.outcome === 'done') imported.add(key)
      else if (!isGiven(key)) foreign.add(key)
      if (result.personId !== undefined) created.set(key, result.personId)
      results.set(key, result)
    },
    /** A result that is not one of the plan any more. */
    drop(key: string): void {
      if (isGiven(key)) doneBefore.add(key)
      foreign.delete(key)
      results.delete(key)
    },
    inDoubt: (): readonly string[] => [...intents.keys()],
    /** Keys of the steps whose effect is the run's own doing. */
    given: (): readonly string[] => {
      const settled = [...results.keys()].filter((key) => !foreign.has(key))
      const others = [...doneBefore, ...imported, ...intents.keys()]
      return others.length === 0 ? settled : [...new Set([...settled, ...others])]
    },
  }
}

/** Side by side an intent is written before the first look, in waves only before the write. */
const intentsBeforeLooking: Readonly<Record<Route, number>> = { manual: 1, csv: 0 }
