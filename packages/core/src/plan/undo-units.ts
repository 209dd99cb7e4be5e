import { heldPools } from '../domain/allocation.ts'
import type { LicensePool } from '../domain/organization.ts'
import type { UndoCase, UndoDecision } from './undo.types.ts'
import { undoStays } from './undo-person.ts'

interface Decided {
  readonly one: UndoCase
  readonly decision: UndoDecision
}

/**
 * Licenses come back only as far as units are free, counting those that undoing itself frees; the last in order do
 * without, keep what they have, and are told why.
 */
export function withinUnits(decided: readonly Decided[], pools: readonly LicensePool[]): readonly Decided[] {
  const taken = new Map(pools.map(({ id, assigned }) => [id, assigned]))
  const count = (ids: readonly string[], by: number) => {
    for (const id of ids) taken.set(id, (taken.get(id) ?? 0) + by)
  }
  for (const { one, decision } of decided) {
    count(decision.license?.add ?? [], 1)
    count(decision.license?.remove ?? [], -1)
    if (decision.isDeleted)
      count(
        heldPools(one.person?.licenseIds ?? [], pools).map(({ id }) => id),
        -1,
      )
  }
  const result = [...decided]
  // Who does without keeps what they have, which may make another pool too small: hence until nothing changes.
  for (let isSettled = false; !isSettled; ) {
    isSettled = true
    for (let index = result.length - 1; index >= 0; index -= 1) {
      const { one, decision } = result[index] as Decided
      const short = pools.find(
        ({ id, total }) => decision.license?.add.includes(id) && (taken.get(id) ?? 0) > total,
      )
      if (short === undefined) continue
      count(decision.license?.add ?? [], -1)
      count(decision.license?.remove ?? [], 1)
      result[index] = { one, decision: withoutLicense(one, decision, short) }
      isSettled = false
    }
  }
  return result
}

/** Nothing is given back and nothing taken away, so that nobody ends with less than before. */
function withoutLicense(
  one: UndoCase,
  { stays, ...decision }: UndoDecision,
  { license }: LicensePool,
): UndoDecision {
  const { license: _, ...others } = decision
  return { ...others, stays: [...stays, undoStays(one, 'units-short', { license })] }
}
