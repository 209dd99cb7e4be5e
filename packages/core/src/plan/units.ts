import type { LicensePool } from '../domain/organization.ts'
import type { Expectation, UnitForecast } from './plan.ts'
import type { Step } from './step.ts'

/** Units of each pool before and after the steps; whoever is deleted gives back what they hold. */
export function unitsOf(
  people: readonly Expectation[],
  steps: readonly Step[],
  pools: readonly LicensePool[],
): readonly UnitForecast[] {
  const changes = steps.filter((step) => step.kind === 'license.change')
  const added = countsOf(changes.map(({ add }) => add))
  const removed = countsOf([
    ...changes.map(({ remove }) => remove),
    ...people.filter(({ isDeleted }) => isDeleted).map(({ lostLicenseIds }) => lostLicenseIds),
  ])
  return pools.map((pool) => ({
    poolId: pool.id,
    license: pool.license,
    name: pool.name,
    ...(pool.subscriptionId === undefined ? {} : { subscriptionId: pool.subscriptionId }),
    total: pool.total,
    assignedBefore: pool.assigned,
    assignedAfter: pool.assigned + (added.get(pool.id) ?? 0) - (removed.get(pool.id) ?? 0),
  }))
}

/** Whether somebody ends without the license that they held, or is deleted; the plan counts them (M5). */
export function isRemoval({ licenseIds, lostLicenseIds, isDeleted }: Expectation): boolean {
  return isDeleted === true || (lostLicenseIds.length > 0 && licenseIds.length === 0)
}

function countsOf(lists: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const ids of lists) for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}
