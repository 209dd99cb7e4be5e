import type { Route } from '../domain/platform.ts'
import type { JournalEntry } from '../ports/journal.ts'

/**
 * Keys of the steps whose effect is the run's own doing; undoing takes back these and no others. `already` is ours
 * only where an earlier attempt of the run was cut off or did not show in time; a step in doubt may be. What failed,
 * or was accepted and changed nothing, a person may have done by hand since.
 */
export function givenSteps(entries: readonly JournalEntry[], route: Route): readonly string[] {
  const given = new Set<string>()
  const attempts = new Map<string, number>()
  for (const entry of entries) {
    if (entry.type === 'step.intended') attempts.set(entry.key, (attempts.get(entry.key) ?? 0) + 1)
    if (entry.type !== 'step.settled') continue
    const { key, result } = entry
    const wasCutOff = (attempts.get(key) ?? 0) > intentsBeforeLooking[route]
    attempts.delete(key)
    if (result.outcome === 'done' || result.outcome === 'invisible') given.add(key)
    else if (result.outcome === 'already' && wasCutOff) given.add(key)
    else if (result.outcome !== 'already') given.delete(key)
  }
  for (const key of attempts.keys()) given.add(key)
  return [...given]
}

/**
 * Ids of the people whom the run created, by the step's key; records of older versions have none. An id that was only
 * seen at the address later says less than that of an attempt which created somebody.
 */
export function createdPeople(entries: readonly JournalEntry[]): Readonly<Record<string, string>> {
  const created: Record<string, string> = {}
  for (const entry of entries) {
    if (entry.type !== 'step.settled') continue
    const { personId, outcome } = entry.result
    if (personId !== undefined && (outcome !== 'already' || created[entry.key] === undefined))
      created[entry.key] = personId
  }
  return created
}

/** Side by side an intent is written before the first look, in waves only before the write. */
const intentsBeforeLooking: Readonly<Record<Route, number>> = { manual: 1, csv: 0 }
