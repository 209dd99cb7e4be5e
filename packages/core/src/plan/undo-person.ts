import { heldLicense, heldPools } from '../domain/allocation.ts'
import type { DirectoryPerson, LicensePool } from '../domain/organization.ts'
import type { FactValue, Problem } from '../domain/problem.ts'
import { isSupervisorNow } from '../domain/profile.ts'
import type { Step } from './step.ts'
import type { UndoCase, UndoDecision } from './undo.types.ts'

/**
 * What undoing a run does for one person (L6). It takes back only what the run did and what still is as the run left
 * it: what somebody else changed since is not touched, and the reason is told.
 */
export function undoPerson(one: UndoCase, pools: readonly LicensePool[]): UndoDecision {
  const { person } = one
  const created = stepOf(one.steps, 'person.create')
  if (person === undefined) return nobodyLeft(one, created !== undefined)
  if (one.createdId !== undefined && one.createdId !== person.id)
    return { stays: [undoStays(one, 'person-replaced')] }
  const license = undoLicense(one, person, pools)
  const administrator = undoAdministrator(one, person)
  const isMoved = [license.stays, administrator.stays].some((stays) => stays.length > 0)
  if (created !== undefined && one.deletesCreated && person.status === 'pending' && !isMoved)
    return { isDeleted: true, stays: [] }
  const supervisor = undoSupervisor(one, person, license.license, pools)
  return {
    ...license,
    ...administrator,
    ...supervisor,
    stays: [
      ...createdStays(one, person, isMoved),
      ...license.stays,
      ...administrator.stays,
      ...supervisor.stays,
    ],
  }
}

/** A reason why something of the run stays as it is. */
export function undoStays(
  { expectation: { email } }: Pick<UndoCase, 'expectation'>,
  name: StayName,
  facts: Readonly<Record<string, FactValue>> = {},
): Problem {
  return { code: `undo.${name}`, severity: 'warning', subject: { kind: 'person', email }, facts }
}

type StayName =
  | 'person-stays'
  | 'person-signed-in'
  | 'person-moved'
  | 'person-gone'
  | 'person-deleted'
  | 'person-replaced'
  | 'license-moved'
  | 'license-unavailable'
  | 'units-short'
  | 'role-moved'
  | 'role-read-only'
  | 'uncertain'

function nobodyLeft(one: UndoCase, wasCreated: boolean): UndoDecision {
  if (stepOf(one.steps, 'person.delete') !== undefined) return { stays: [undoStays(one, 'person-deleted')] }
  const isUndone =
    wasCreated || (one.steps.length === 0 && Object.values(one.byHand).every((known) => known === undefined))
  return { stays: isUndone ? [] : [undoStays(one, 'person-gone')] }
}

function createdStays(one: UndoCase, { status }: DirectoryPerson, isMoved: boolean): readonly Problem[] {
  if (stepOf(one.doubtful, 'person.create') !== undefined)
    return [undoStays(one, 'uncertain', { what: 'creation' })]
  if (stepOf(one.steps, 'person.create') === undefined) return []
  if (!one.deletesCreated) return [undoStays(one, 'person-stays', { status })]
  if (status !== 'pending') return [undoStays(one, 'person-signed-in')]
  return isMoved ? [undoStays(one, 'person-moved')] : []
}

function undoLicense(
  one: UndoCase,
  person: DirectoryPerson,
  pools: readonly LicensePool[],
): Pick<UndoDecision, 'license' | 'stays'> {
  const { licenseIds: after } = one.expectation
  const held = heldPools(person.licenseIds, pools).map(({ id }) => id)
  const step = stepOf(one.steps, 'license.change')
  if (step === undefined) {
    const tried = stepOf(one.doubtful, 'license.change')
    const isSo = tried !== undefined && isSame(held, after)
    return { stays: isSo ? [undoStays(one, 'uncertain', { what: 'license' })] : [] }
  }
  const before = [...after.filter((id) => !step.add.includes(id)), ...step.remove]
  if (isSame(held, before)) return { stays: [] }
  if (!isSame(held, after))
    return { stays: [undoStays(one, 'license-moved', licenseFacts(after, held, pools))] }
  const gone = step.remove.find((id) => !pools.some((pool) => pool.id === id))
  if (gone !== undefined) return { stays: [undoStays(one, 'license-unavailable', { license: gone })] }
  return { license: { add: step.remove, remove: step.add }, stays: [] }
}

function licenseFacts(after: readonly string[], held: readonly string[], pools: readonly LicensePool[]) {
  const [given] = heldPools(after, pools)
  const [found] = heldPools(held, pools)
  return {
    given: heldLicense(after, pools) ?? 'none',
    ...(given?.subscriptionId === undefined ? {} : { subscription: given.subscriptionId }),
    found: heldLicense(held, pools) ?? 'none',
    ...(found?.subscriptionId === undefined ? {} : { foundSubscription: found.subscriptionId }),
  }
}

function undoAdministrator(
  one: UndoCase,
  { administrator: found }: DirectoryPerson,
): Pick<UndoDecision, 'administrator' | 'stays'> {
  const { administrator: given, before } = one.expectation
  const to = before.administrator
  const byHand = one.byHand.administrator
  if (given === to) return { stays: [] }
  const uncertain = { stays: [undoStays(one, 'uncertain', { what: 'administrator' })] }
  if (stepOf(one.steps, 'administrator.change') === undefined && byHand === undefined) {
    const isTried = stepOf(one.doubtful, 'administrator.change') !== undefined
    return isTried && found === given ? uncertain : { stays: [] }
  }
  if (found === to) return byHand === 'claimed' ? uncertain : { stays: [] }
  if (found !== given) return { stays: [undoStays(one, 'role-moved', { given, found })] }
  if (to === 'read-only') return { stays: [undoStays(one, 'role-read-only', { given })] }
  return { administrator: { from: given, to }, stays: [] }
}

/** The role lives under the Premium license (LIC10-7, LICNEW-5): where that goes, it goes with it. */
function undoSupervisor(
  one: UndoCase,
  person: DirectoryPerson,
  change: UndoDecision['license'],
  pools: readonly LicensePool[],
): Pick<UndoDecision, 'supervisor' | 'stays'> {
  const left = [...person.licenseIds.filter((id) => !change?.remove.includes(id)), ...(change?.add ?? [])]
  if (heldLicense(left, pools) !== 'premium') return { stays: [] }
  const isSo = isSupervisorNow(person, one.user, pools)
  const byHand = one.byHand.supervisor
  if (byHand === undefined) {
    const wasTaken = one.expectation.before.supervisor === true && change !== undefined && !isSo
    return wasTaken ? { supervisor: 'give', stays: [] } : { stays: [] }
  }
  if (isSo) return { supervisor: 'remove', stays: [] }
  return { stays: byHand === 'claimed' ? [undoStays(one, 'uncertain', { what: 'supervisor' })] : [] }
}

function stepOf<Kind extends Step['kind']>(
  steps: readonly Step[],
  kind: Kind,
): Extract<Step, { kind: Kind }> | undefined {
  return steps.find((step): step is Extract<Step, { kind: Kind }> => step.kind === kind)
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id) => other.includes(id))
}
