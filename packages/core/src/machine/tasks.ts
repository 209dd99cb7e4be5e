import { isSettled, type OperatorTask, type OperatorTaskStatus } from '../domain/operator-task.ts'
import type { ContactCenterUser, DirectoryPerson } from '../domain/organization.ts'
import { personKey } from '../domain/person.ts'
import type { Plan } from '../plan/plan.ts'
import { hasSucceeded, type Step, type StepResult } from '../plan/step.ts'
import { trialOrganizationTask } from '../plan/tasks.ts'
import type { SettledStep } from './onboarding.types.ts'

type Results = Readonly<Record<string, StepResult>>
type Statuses = Readonly<Record<string, OperatorTaskStatus>>

export interface TaskGround {
  readonly plan: Plan | undefined
  readonly results: Results
  readonly tasks: Statuses
}

const openStatus: OperatorTaskStatus = { state: 'open', verifiedFor: [] }

export function statusOf(tasks: Statuses, id: string): OperatorTaskStatus {
  return tasks[id] ?? openStatus
}

/**
 * The operator tasks as they stand: those of the plan, about the people who came that far, and a trial organization
 * for everyone whose address turned out to be taken by one.
 */
export function liveTasks({ plan, results, tasks }: TaskGround): readonly OperatorTask[] {
  if (plan === undefined) return []
  const creates = plan.steps.filter(({ kind }) => kind === 'person.create')
  const declared = plan.tasks.filter(({ kind }) => kind === 'trial-organization')
  const discovered = creates
    .filter(({ email }) => !declared.some(({ people }) => people.includes(email)))
    .map(({ key, email }) => ({ key, task: trialOrganizationTask(email) }))
    .filter(({ key, task }) => isWaiting(results[key]) || tasks[task.id] !== undefined)
    .map(({ task }) => task)
  const lost = lostSteps(plan, results)
  const others = plan.tasks
    .filter(({ kind }) => kind !== 'trial-organization')
    .map((task) => ({
      ...task,
      people: task.people.filter((email) => hasComeSoFar(task, email, plan, lost)),
    }))
    .filter(({ people }) => people.length > 0)
  return [...declared, ...discovered, ...others]
}

/** The kinds of steps that were tried for somebody and did not succeed, by address. */
function lostSteps(plan: Plan, results: Results): ReadonlyMap<string, ReadonlySet<Step['kind']>> {
  const lost = new Map<string, Set<Step['kind']>>()
  for (const { email, key, kind } of plan.steps)
    if (isLost(results[key])) lost.set(email, (lost.get(email) ?? new Set()).add(kind))
  return lost
}

/** A role or a synchronization is pointless for those whose steps before it did not succeed. */
function hasComeSoFar(
  task: OperatorTask,
  email: string,
  plan: Plan,
  lost: ReturnType<typeof lostSteps>,
): boolean {
  const kinds = lost.get(email)
  if (kinds === undefined) return true
  return task.kind === 'administrator-role' && plan.platform === 'new' && !kinds.has('person.create')
}

/** Tasks of these phases that nobody has settled yet, in order. */
export function openTasks(
  ground: TaskGround,
  phases: readonly OperatorTask['phase'][],
): readonly OperatorTask[] {
  return liveTasks(ground).filter(
    (task) => phases.includes(task.phase) && !isSettled(statusOf(ground.tasks, task.id)),
  )
}

/** Creations to try again, because a person says that the organization in the way was deleted (PRE-1). */
export function stepsToTryAgain({ plan, results, tasks }: TaskGround): readonly Step[] {
  if (plan === undefined) return []
  return plan.steps.filter(
    ({ kind, key, email }) =>
      kind === 'person.create' &&
      isWaiting(results[key]) &&
      statusOf(tasks, trialOrganizationTask(email).id).state === 'claimed',
  )
}

/**
 * The statuses after some steps. Creating a person, or not, is how a trial organization's task is read back; and
 * whatever was changed makes an earlier synchronization worthless (SYNC-4).
 */
export function afterSteps(ground: TaskGround, settled: readonly SettledStep[]): Statuses {
  const hasChanged = settled.some(({ result }) => result.outcome === 'done')
  const results = new Map(settled.map(({ key, result }) => [key, result]))
  const creations =
    ground.plan?.steps.filter((step) => step.kind === 'person.create' && results.has(step.key)) ?? []
  return creations.reduce(
    (tasks, { key, email }) => afterCreation(ground, tasks, email, results.get(key)),
    hasChanged ? withoutSynchronization(ground) : ground.tasks,
  )
}

function afterCreation(
  { plan }: TaskGround,
  tasks: Statuses,
  email: string,
  result: StepResult | undefined,
): Statuses {
  const { id } = trialOrganizationTask(email)
  if (result?.outcome === 'waiting') return { ...tasks, [id]: openStatus }
  const isKnown = tasks[id] !== undefined || plan?.tasks.some((task) => task.id === id)
  if (!hasSucceeded(result) || !isKnown) return tasks
  return { ...tasks, [id]: { state: 'verified', verifiedFor: [email] } }
}

function withoutSynchronization({ plan, tasks }: TaskGround): Statuses {
  const stale =
    plan?.tasks.filter(({ phase }) => phase === 'syncing' || phase === 'verifying').map(({ id }) => id) ?? []
  return Object.fromEntries(Object.entries(tasks).filter(([id]) => !stale.includes(id)))
}

/** The statuses after some people's effect was read back; a task is verified when it was read for all of them. */
export function afterReading(tasks: Statuses, task: OperatorTask, verifiedFor: readonly string[]): Statuses {
  const before = statusOf(tasks, task.id)
  const all = [...new Set([...before.verifiedFor, ...verifiedFor])]
  const isComplete = task.people.every((email) => all.includes(email))
  return { ...tasks, [task.id]: { state: isComplete ? 'verified' : before.state, verifiedFor: all } }
}

/** What skipping a trial organization's task leaves undone: everything for that person. */
export function afterSkipping(results: Results, plan: Plan | undefined, task: OperatorTask): Results {
  if (plan === undefined || task.kind !== 'trial-organization') return results
  const left = plan.steps.filter(
    ({ email, key }) => task.people.includes(email) && !hasSucceeded(results[key]),
  )
  return { ...results, ...Object.fromEntries(left.map(({ key }) => [key, { outcome: 'skipped' as const }])) }
}

function isWaiting(result: StepResult | undefined): boolean {
  return result?.outcome === 'waiting'
}

/** Whether a step was tried and did not succeed. */
function isLost(result: StepResult | undefined): boolean {
  return result !== undefined && !hasSucceeded(result)
}

/** People for whom something is left that reading back cannot show: a failed step, or a role nobody gave. */
export function peopleWithout(ground: TaskGround): ReadonlySet<string> {
  const failed = (ground.plan?.steps ?? []).filter(({ key }) => !hasSucceeded(ground.results[key]))
  const unmade = liveTasks(ground).filter(
    ({ id, phase }) => phase !== 'syncing' && ['open', 'skipped'].includes(statusOf(ground.tasks, id).state),
  )
  const roles = unmade.filter(({ phase }) => phase !== 'verifying').flatMap(({ people }) => people)
  return new Set([...failed.map(({ email }) => email), ...roles])
}

/** People and their Contact Center users as they were read; keyed by `personKey`. */
export interface Seen {
  readonly people: Readonly<Record<string, DirectoryPerson>>
  readonly users: Readonly<Record<string, ContactCenterUser>>
}

/** Whether a task's effect shows for a person. What no API shows is undefined, and never counts as done. */
export function isDoneFor(task: OperatorTask, email: string, plan: Plan, { people, users }: Seen): boolean {
  const key = personKey(email)
  const expected = plan.people.find((person) => personKey(person.email) === key)
  switch (task.kind) {
    case 'administrator-role':
      return people[key] !== undefined && people[key].administrator === expected?.administrator
    case 'supervisor-role':
      return people[key]?.supervisor === true || users[key]?.profile === 'supervisor'
    case 'synchronize':
      return users[key] !== undefined && users[key].profile === expected?.profile
    case 'trial-organization':
    case 'users-module':
      return false
  }
}

/** What nobody did yet or a person only claimed is verified when reading back shows it for everyone concerned. */
export function afterVerifying(ground: TaskGround, seen: Seen): Statuses {
  const { plan } = ground
  if (plan === undefined) return ground.tasks
  return liveTasks(ground)
    .filter(
      ({ id, verifiedBy }) =>
        verifiedBy === 'reading' && ['open', 'claimed'].includes(statusOf(ground.tasks, id).state),
    )
    .reduce((tasks, task) => {
      const shown = task.people.filter((email) => isDoneFor(task, email, plan, seen))
      return afterReading(tasks, task, shown)
    }, ground.tasks)
}

/** Whether anything of the approved plan is left that trying again could finish. */
export function canRetry(ground: TaskGround): boolean {
  const results = ground.plan?.steps.map(({ key }) => ground.results[key]) ?? []
  const isLeft = results.some((result) => !hasSucceeded(result) && result?.outcome !== 'skipped')
  return isLeft || openTasks(ground, ['saving', 'operator', 'syncing', 'verifying']).length > 0
}
