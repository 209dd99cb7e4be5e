import type { OperatorTask } from '../domain/operator-task.ts'
import type { Observation } from '../domain/organization.ts'
import type { Route } from '../domain/platform.ts'
import type { Expectation, Plan } from './plan.ts'
import { type ChangeAdministrator, type Step, stepKinds } from './step.ts'

/** Contact Center's documented default limit: requests a minute. */
export const documentedPace = 300

/**
 * Seconds that so many calls take at a pace in requests a minute; 0 where there is no limit. It is no part of a plan: the
 * same plan is as long at one pace as at another, and its hash says nothing of time.
 */
export function secondsFor(calls: number, pace: number = documentedPace): number {
  return Math.ceil((calls * 60) / pace)
}

/** From so many on, lists are read instead of looking people up one by one. */
const many = 41

/** How many a page of a list has, and how many people one bulk call creates. */
const pageSizes = { people: 1_000, identities: 100, users: 100, bulk: 100 } as const

export interface ForecastGround {
  readonly route: Route
  readonly people: readonly Expectation[]
  readonly steps: readonly Step[]
  readonly tasks: readonly OperatorTask[]
  readonly observation: Pick<Observation, 'size' | 'pools' | 'capabilities' | 'people'>
}

/** What the calls to carry out a plan add up to: the writes, the looks around them, and reading everything back. */
export function forecastOf(ground: ForecastGround): Plan['forecast'] {
  const saving = ground.route === 'csv' ? callsInWaves(ground) : callsSideBySide(ground.steps)
  return { calls: saving + callsToReadBack(ground) }
}

/** Each step for itself: look, do, look again. */
function callsSideBySide(steps: readonly Step[]): number {
  return steps.reduce((sum, step) => sum + 2 + callsToDo(step), 0)
}

function callsToDo(step: Step): number {
  if (step.kind === 'administrator.change') return callsToChangeRole(step)
  // Who is deleted is looked at just before, whatever was seen.
  return step.kind === 'person.delete' ? 2 : 1
}

/**
 * Read from both APIs, then written by SCIM; Common Identity takes no Contact Center role, so that one is read and
 * written anew by the People API.
 */
function callsToChangeRole({ from, to }: ChangeAdministrator): number {
  return from === 'cc-service' || to === 'cc-service' ? 5 : 3
}

/** Batch after batch: everyone of a kind is looked at together before and after, unless they were just seen. */
function callsInWaves({ steps, observation }: ForecastGround): number {
  let size = sizeOf(observation)
  let calls = 0
  for (const batch of Map.groupBy(steps, (step) => step.batch).values()) {
    const seen = new Set<string>()
    const waves = Map.groupBy(batch, ({ kind }) => kind)
    for (const kind of stepKinds) {
      const wave = waves.get(kind)
      if (wave === undefined) continue
      calls += callsToLook(wave.filter(({ email }) => !seen.has(email)).length, size)
      if (kind === 'person.create') {
        calls += Math.ceil(wave.length / pageSizes.bulk)
        size += wave.length
      } else calls += wave.reduce((sum, step) => sum + callsToDo(step), 0)
      calls += callsToLook(wave.length, size)
      for (const { email } of wave) seen.add(email)
    }
  }
  return calls
}

/** People, their roles in Common Identity where an operator gives some, and their Contact Center users. */
function callsToReadBack({ people, steps, tasks, observation }: ForecastGround): number {
  const created = steps.filter(({ kind }) => kind === 'person.create').length
  const size = sizeOf(observation) + created
  const { capabilities, pools } = observation
  const hasRoles = tasks.some(({ kind }) => kind === 'supervisor-role' || kind === 'administrator-role')
  const open = hasRoles
    ? people.filter((person) => isRoleOpen(person, capabilities.ccServiceAdministrator)).length
    : 0
  const assigned = pools.reduce((sum, pool) => sum + pool.assigned, 0)
  const users = assigned + steps.filter((step) => step.kind === 'license.change').length
  return (
    callsToLook(people.length, size) +
    (hasRoles ? callsToList(open, size, pageSizes.identities) : 0) +
    (capabilities.contactCenterUsers === 'api' ? callsToList(people.length, users, pageSizes.users) : 0)
  )
}

/** Whether the People API leaves open if somebody is a supervisor or a Contact Center service administrator. */
function isRoleOpen({ licenseIds, administrator }: Expectation, ccService: 'api' | 'operator'): boolean {
  return licenseIds.length > 0 || (ccService === 'operator' && administrator === 'none')
}

/** Everyone of the organization, as far as it is known: at least those who were looked up and those with a license. */
function sizeOf({ size = 0, pools, people }: ForecastGround['observation']): number {
  const assigned = pools.reduce((sum, pool) => sum + pool.assigned, 0)
  return Math.max(size, assigned, Object.keys(people).length)
}

const callsToLook = (count: number, size: number): number => callsToList(count, size, pageSizes.people)

function callsToList(count: number, size: number, pageSize: number): number {
  return count < many ? count : Math.min(count, Math.max(1, Math.ceil(size / pageSize)))
}
