import type { OperatorTask, OperatorTaskStatus } from '../domain/operator-task.ts'
import type { LicensePool } from '../domain/organization.ts'
import { personKey } from '../domain/person.ts'
import type { Expectation, Plan, UnitForecast } from './plan.ts'
import { inOrder } from './replan.ts'
import { hasSucceeded, type StepResults } from './step.ts'
import { isRemoval, unitsOf } from './units.ts'

/** A plan under way: what became of its steps and of its operator tasks. */
export interface Undertaking {
  readonly plan: Plan
  readonly results: StepResults
  readonly tasks: Readonly<Record<string, OperatorTaskStatus>>
}

/**
 * Takes rows that were planned anew into an approved plan, in place of what it said of them. What was done for them
 * stays; the hash stays the one that the run was approved by.
 */
export function takeUp({ plan, results, tasks }: Undertaking, lot: Plan): Undertaking {
  const renewed = new Map(lot.people.map((person) => [personKey(person.email), person]))
  const planned = new Set(lot.steps.map(({ key }) => key))
  const kept = plan.steps.filter(
    ({ email, key }) =>
      !renewed.has(personKey(email)) || (hasSucceeded(results.get(key)) && !planned.has(key)),
  )
  const acted = new Set(
    kept.filter(({ key }) => results.get(key)?.outcome === 'done').map(({ email }) => personKey(email)),
  )
  const people = plan.people.map((person) => {
    const key = personKey(person.email)
    return afterActing(renewed.get(key) ?? person, person, acted.has(key))
  })
  const steps = inOrder([...kept, ...lot.steps], people)
  const next: Plan = {
    ...plan,
    people,
    steps,
    tasks: tasksOf(plan.tasks, lot.tasks, (email) => renewed.has(personKey(email))),
    units: unitsOf(people, steps, poolsOf([...plan.units, ...lot.units])),
    invitations: isInviting(plan, lot) ? steps.filter(({ kind }) => kind === 'person.create').length : 0,
    removals: people.filter(isRemoval).length,
  }
  const left = new Set(kept.map(({ key }) => key))
  return {
    plan: next,
    results: new Map([...results].filter(([key]) => left.has(key))),
    tasks: reopened(tasks, plan.tasks, next.tasks),
  }
}

/** What somebody was before the run is what they were before its first step for them. */
function afterActing(now: Expectation, first: Expectation, hasActed: boolean): Expectation {
  return hasActed ? { ...now, isNew: first.isNew, before: first.before } : now
}

/** One of a kind each: who was planned anew leaves the old one and joins the new one. */
function tasksOf(
  before: readonly OperatorTask[],
  added: readonly OperatorTask[],
  isRenewed: (email: string) => boolean,
): readonly OperatorTask[] {
  const kept = before.map((task) => {
    const same = added.find(({ id }) => id === task.id)
    const people = [...task.people.filter((email) => !isRenewed(email)), ...(same?.people ?? [])]
    const isRead = task.verifiedBy === 'reading' || same?.verifiedBy === 'reading'
    return { ...task, people, verifiedBy: isRead ? ('reading' as const) : task.verifiedBy }
  })
  const others = added.filter(({ id }) => before.every((task) => task.id !== id))
  const all = [...kept, ...others].filter(({ people }) => people.length > 0)
  return all.toSorted((a, b) => phases.indexOf(a.phase) - phases.indexOf(b.phase))
}

const phases: readonly OperatorTask['phase'][] = ['saving', 'operator', 'syncing', 'verifying']

/** A task that concerns somebody more than when it was settled is open again. */
function reopened(
  statuses: Undertaking['tasks'],
  before: readonly OperatorTask[],
  after: readonly OperatorTask[],
): Undertaking['tasks'] {
  const grown = after.filter(({ id, people }) => {
    const known = before.find((task) => task.id === id)?.people ?? []
    return statuses[id] !== undefined && people.some((email) => !known.includes(email))
  })
  const opened = grown.map(({ id }) => [id, { ...statuses[id], state: 'open' }] as const)
  return { ...statuses, ...Object.fromEntries(opened) } as Undertaking['tasks']
}

/** Units before stay as they were when the plan was made. */
function poolsOf(units: readonly UnitForecast[]): readonly LicensePool[] {
  return units
    .filter(({ poolId }, index) => units.findIndex((one) => one.poolId === poolId) === index)
    .map(({ poolId, assignedBefore, assignedAfter: _, ...unit }) => ({
      ...unit,
      id: poolId,
      assigned: assignedBefore,
    }))
}

function isInviting(plan: Plan, lot: Plan): boolean {
  return plan.invitations + lot.invitations > 0
}
