import { heldLicense, heldPools } from '../domain/allocation.ts'
import type { OperatorTaskKind } from '../domain/operator-task.ts'
import type { ContactCenterUser, DirectoryPerson } from '../domain/organization.ts'
import { personKey } from '../domain/person.ts'
import type { FactValue, Problem } from '../domain/problem.ts'
import type { Verification } from '../machine/onboarding.types.ts'
import { statusOf } from '../machine/tasks.ts'
import type { Expectation } from '../plan/plan.ts'
import { hasSucceeded, type Step } from '../plan/step.ts'
import type { Ports } from '../ports/ports.ts'
import type { RunRecord } from './record.ts'
import { readBack } from './verify-run.ts'

export type ReadDrift =
  | { readonly ok: true; readonly drift: readonly Problem[] }
  | { readonly ok: false; readonly problem: Problem }

/** Reads who is no longer what a run made them. Only reads; another organization is refused (M14). */
export async function readDrift(
  record: RunRecord,
  ports: Pick<Ports, 'directory' | 'contactCenter'>,
  signal: AbortSignal,
): Promise<ReadDrift> {
  const read = await readBack(record, ports, signal)
  return read.ok ? { ok: true, drift: driftOf(record, read.verification) } : read
}

/**
 * What people have lost since of what the run gave them, in the order of the plan: facts `given` and `found` are
 * before and after. What the run did not give, or what was never read back, is not missed.
 */
export function driftOf(record: RunRecord, verification: Verification): readonly Problem[] {
  const steps = Map.groupBy(record.plan.steps, ({ email }) => email)
  const read = new Map(
    [...Map.groupBy(record.plan.tasks, ({ kind }) => kind)].map(([kind, tasks]) => [
      kind,
      new Set(tasks.flatMap(({ id }) => statusOf(record.tasks, id).verifiedFor)),
    ]),
  )
  return record.plan.people.flatMap((expectation) => {
    const own = steps.get(expectation.email) ?? []
    const given = own.filter(({ key }) => hasSucceeded(record.results.get(key)))
    const wasThere = !expectation.isNew || given.some(({ kind }) => kind === 'person.create')
    return wasThere ? driftOfPerson({ expectation, given, record, read, verification }) : []
  })
}

/** A person, and the steps that succeeded for them. */
interface Case {
  readonly expectation: Expectation
  readonly given: readonly Step[]
  readonly record: RunRecord
  /** For whom the effect of an operator task was read back, by the kind of task. */
  readonly read: ReadonlyMap<OperatorTaskKind, ReadonlySet<string>>
  readonly verification: Verification
}

function driftOfPerson(one: Case): readonly Problem[] {
  const key = personKey(one.expectation.email)
  const person = one.verification.people[key]
  if (one.expectation.isDeleted === true) return []
  if (person === undefined) return [drift(one, 'person-deleted', {})]
  const user = one.verification.users[key]
  return [
    ...(person.status === 'inactive' ? [drift(one, 'person-deactivated', {})] : []),
    ...licenseDrift(one, person),
    ...roleDrift(one, person),
    ...supervisorDrift(one, person, user),
    ...userDrift(one, user),
  ]
}

function licenseDrift(one: Case, person: DirectoryPerson): readonly Problem[] {
  const units = one.record.plan.units.map((unit) => ({
    ...unit,
    id: unit.poolId,
    assigned: unit.assignedAfter,
  }))
  const [held] = heldPools(person.licenseIds, units)
  const found = {
    found: heldLicense(person.licenseIds, units) ?? 'none',
    ...(held?.subscriptionId === undefined ? {} : { foundSubscription: held.subscriptionId }),
  }
  const changes = one.given.filter((step) => step.kind === 'license.change')
  const named = (id: string) => {
    const unit = units.find((pool) => pool.id === id)
    const subscription = unit?.subscriptionId
    return { given: unit?.license ?? id, ...(subscription === undefined ? {} : { subscription }) }
  }
  const lost = changes.flatMap(({ add }) => add.filter((id) => !person.licenseIds.includes(id)))
  const back = changes.flatMap(({ remove }) => remove.filter((id) => person.licenseIds.includes(id)))
  return [
    ...lost.map((id) => drift(one, 'license-lost', { ...named(id), ...found })),
    ...back.map((id) => drift(one, 'license-returned', { given: 'none', ...found, found: named(id).given })),
  ]
}

function roleDrift(one: Case, { administrator: found }: DirectoryPerson): readonly Problem[] {
  const { administrator: given, before } = one.expectation
  if (given === before.administrator || given === found) return []
  const isGiven =
    one.given.some(({ kind }) => kind === 'administrator.change') || wasRead(one, 'administrator-role')
  return isGiven ? [drift(one, 'role-changed', { given, found })] : []
}

function supervisorDrift(
  one: Case,
  { supervisor }: DirectoryPerson,
  user: ContactCenterUser | undefined,
): readonly Problem[] {
  const isSo = supervisor ?? user?.profile === 'supervisor'
  return isSo || !wasRead(one, 'supervisor-role') ? [] : [drift(one, 'supervisor-lost', {})]
}

/** The Users module counts where it had shown the profile: before the run, or after its synchronization. */
function userDrift(one: Case, user: ContactCenterUser | undefined): readonly Problem[] {
  const given = one.expectation.profile
  const task = one.record.plan.tasks.find(({ kind }) => kind === 'synchronize')
  const wasShown = task?.verifiedBy !== 'reading' || wasRead(one, 'synchronize')
  if (!one.verification.canReadUsers || given === undefined || !wasShown) return []
  if (user === undefined) return [drift(one, 'user-missing', { given })]
  return [
    ...(user.profile === given ? [] : [drift(one, 'profile-changed', { given, found: user.profile })]),
    ...(user.isActive ? [] : [drift(one, 'user-deactivated', {})]),
  ]
}

function wasRead({ expectation, read }: Case, kind: OperatorTaskKind): boolean {
  return read.get(kind)?.has(expectation.email) === true
}

type DriftName =
  | 'person-deleted'
  | 'person-deactivated'
  | 'license-lost'
  | 'license-returned'
  | 'role-changed'
  | 'supervisor-lost'
  | 'user-missing'
  | 'user-deactivated'
  | 'profile-changed'

function drift(
  { expectation: { email, row } }: Case,
  name: DriftName,
  facts: Readonly<Record<string, FactValue>>,
): Problem {
  return { code: `drift.${name}`, severity: 'warning', subject: { kind: 'person', email, row }, facts }
}
