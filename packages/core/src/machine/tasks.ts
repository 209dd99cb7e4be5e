import { isSettled, type OperatorTask, type OperatorTaskStatus } from '../domain/operator-task.ts'
import type { ContactCenterUser, DirectoryPerson } from '../domain/organization.ts'
import { personKey } from '../domain/person.ts'
import { type Importing, importTask, openPart } from '../plan/importing.ts'
import type { Plan } from '../plan/plan.ts'
import { hasSucceeded, isOver, type Step, type StepResult } from '../plan/step.ts'
import { trialOrganizationTask } from '../plan/tasks.ts'
import type { SettledStep } from './onboarding.types.ts'
import { indexOf } from './plan-index.ts'
import { remembering } from './remember.ts'
import { afterSettling, lostResults, type Results, resultOf } from './results.ts'

type Statuses = Readonly<Record<string, OperatorTaskStatus>>

export interface TaskGround {
  readonly plan: Plan | undefined
  readonly results: Results
  readonly tasks: Statuses
  /** Rows that wait for an approval of their own: nothing is due for them. */
  readonly renewal?: Plan | undefined
  /** Files that are imported before anything else is due. */
  readonly importing?: Importing | undefined
}

const openStatus: OperatorTaskStatus = { state: 'open', verifiedFor: [] }

export function statusOf(tasks: Statuses, id: string): OperatorTaskStatus {
  return tasks[id] ?? openStatus
}

/**
 * The operator tasks as they stand: those of the plan, about the people who came that far, and a trial organization
 * for everyone whose address turned out to be taken by one. While files are imported it is the one of their turn.
 */
export function liveTasks({ plan, results, tasks, renewal, importing }: TaskGround): readonly OperatorTask[] {
  if (plan === undefined) return []
  if (importing?.isCanceled) return []
  if (importing !== undefined && openPart(importing) !== undefined) return importTasks(importing, plan)
  const due = tasksNow(plan, results.rough, tasks)
  return renewal === undefined ? due : tasksBeside(renewal, due)
}

/** Nobody can import a part before its turn, or before its file is there (CSV-1). */
const importTasks = remembering((importing: Importing, plan: Plan): readonly OperatorTask[] => {
  const part = openPart(importing)
  if (part === undefined || importing.parts[part.number] === undefined) return []
  return [importTask(importing, part, plan)]
})

/** Without those who wait for an approval of their own. */
const tasksBeside = remembering((renewal: Plan, due: readonly OperatorTask[]) => {
  const waiting = new Set(renewal.people.map(({ email }) => email))
  return due
    .map((task) => ({ ...task, people: task.people.filter((email) => !waiting.has(email)) }))
    .filter(({ people }) => people.length > 0)
})

/** Steps that succeed change nothing of the tasks, so that they are the same while thousands of them are settled. */
const tasksNow = remembering((plan: Plan, rough: Results['rough'], tasks: Statuses) => {
  const declared = plan.tasks.filter(({ kind }) => kind === 'trial-organization')
  const lost = lostSteps(plan, rough)
  const others = plan.tasks
    .filter(({ kind }) => kind !== 'trial-organization')
    .map((task) => withoutLost(task, plan, lost))
    .filter(({ people }) => people.length > 0)
  return [...declared, ...discoveredTrials(plan, rough, tasks, declared), ...others]
})

/** Trial organizations that nobody named before saving found them, in the order of the plan. */
function discoveredTrials(
  plan: Plan,
  rough: Results['rough'],
  tasks: Statuses,
  declared: readonly OperatorTask[],
): readonly OperatorTask[] {
  const { steps, people } = indexOf(plan)
  const waiting = lostResults(rough).flatMap(([key, result]) => {
    const step = steps.get(key)
    return step?.kind === 'person.create' && isWaiting(result) ? [step] : []
  })
  const known = Object.keys(tasks).flatMap((id) => {
    const person = people.get(id.slice(trialPrefix.length))
    return person?.isNew && id.startsWith(trialPrefix) ? [person] : []
  })
  const named = new Set(declared.map(({ id }) => id))
  const found = new Map([...waiting, ...known].map(({ row, email }) => [row, trialOrganizationTask(email)]))
  return [...found]
    .filter(([, { id }]) => !named.has(id))
    .toSorted(([a], [b]) => a - b)
    .map(([, task]) => task)
}

const trialPrefix = trialOrganizationTask('').id

type LostSteps = ReadonlyMap<string, ReadonlySet<Step['kind']>>

/** The kinds of steps that were tried for somebody and did not succeed, by address. */
function lostSteps(plan: Plan, rough: Results['rough']): LostSteps {
  const { steps } = indexOf(plan)
  const lost = new Map<string, Set<Step['kind']>>()
  for (const [key] of lostResults(rough)) {
    const step = steps.get(key)
    if (step !== undefined) lost.set(step.email, (lost.get(step.email) ?? new Set()).add(step.kind))
  }
  return lost
}

function withoutLost(task: OperatorTask, plan: Plan, lost: LostSteps): OperatorTask {
  if (lost.size === 0) return task
  return { ...task, people: task.people.filter((email) => hasComeSoFar(task, email, plan, lost)) }
}

/** A role or a synchronization is pointless for those whose steps before it did not succeed. */
function hasComeSoFar(task: OperatorTask, email: string, plan: Plan, lost: LostSteps): boolean {
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
  const { steps } = indexOf(plan)
  return lostResults(results.rough).flatMap(([key, result]) => {
    const step = steps.get(key)
    const isClaimed = step && statusOf(tasks, trialOrganizationTask(step.email).id).state === 'claimed'
    return step?.kind === 'person.create' && isWaiting(result) && isClaimed ? [step] : []
  })
}

/**
 * The statuses after some steps. Creating a person, or not, is how a trial organization's task is read back; and
 * whatever was changed makes an earlier synchronization worthless (SYNC-4). What is so already was planned to be changed:
 * it became so meanwhile, perhaps by an attempt of ours that was given up.
 */
export function afterSteps(ground: TaskGround, settled: readonly SettledStep[]): Statuses {
  const hasChanged = settled.some(({ result }) => hasSucceeded(result))
  const before = hasChanged ? withoutSynchronization(ground) : ground.tasks
  if (ground.plan === undefined) return before
  const { steps } = indexOf(ground.plan)
  return settled.reduce((tasks, { key, result }) => {
    const step = steps.get(key)
    return step?.kind === 'person.create' ? afterCreation(ground, tasks, step.email, result) : tasks
  }, before)
}

function afterCreation({ plan }: TaskGround, tasks: Statuses, email: string, result: StepResult): Statuses {
  const { id } = trialOrganizationTask(email)
  if (result.outcome === 'waiting') return { ...tasks, [id]: openStatus }
  const isKnown = tasks[id] !== undefined || plan?.tasks.some((task) => task.id === id)
  if (!hasSucceeded(result) || !isKnown) return tasks
  return { ...tasks, [id]: { state: 'verified', verifiedFor: [email] } }
}

function withoutSynchronization({ plan, tasks }: TaskGround): Statuses {
  const stale = new Set(
    plan?.tasks.filter(({ phase }) => phase === 'syncing' || phase === 'verifying').map(({ id }) => id),
  )
  const left = Object.entries(tasks).filter(([id]) => !stale.has(id))
  return left.length === Object.keys(tasks).length ? tasks : Object.fromEntries(left)
}

/** The statuses after some people's effect was read back; a task is verified when it was read for all of them. */
export function afterReading(tasks: Statuses, task: OperatorTask, verifiedFor: readonly string[]): Statuses {
  const before = statusOf(tasks, task.id)
  const all = new Set([...before.verifiedFor, ...verifiedFor])
  const isComplete = task.people.every((email) => all.has(email))
  return { ...tasks, [task.id]: { state: isComplete ? 'verified' : before.state, verifiedFor: [...all] } }
}

/** What skipping a trial organization's task leaves undone: everything for that person. */
export function afterSkipping(results: Results, plan: Plan | undefined, task: OperatorTask): Results {
  if (plan === undefined || task.kind !== 'trial-organization') return results
  const { stepsOf } = indexOf(plan)
  const left = task.people
    .flatMap((email) => stepsOf.get(email) ?? [])
    .filter(({ key }) => !hasSucceeded(resultOf(results, key)))
  return afterSettling(
    results,
    left.map(({ key }) => ({ key, result: { outcome: 'skipped' as const } })),
  )
}

function isWaiting(result: StepResult | undefined): boolean {
  return result?.outcome === 'waiting'
}

/** People for whom something is left that reading back cannot show: a failed step, or a role nobody gave. */
export function peopleWithout(ground: TaskGround): ReadonlySet<string> {
  const failed = (ground.plan?.steps ?? []).filter(({ key }) => !hasSucceeded(resultOf(ground.results, key)))
  const unmade = liveTasks(ground).filter(
    ({ id, phase }) => phase !== 'syncing' && ['open', 'skipped'].includes(statusOf(ground.tasks, id).state),
  )
  const roles = unmade.filter(({ phase }) => phase !== 'verifying').flatMap(({ people }) => people)
  const waiting = ground.renewal?.people.map(({ email }) => email) ?? []
  return new Set([...failed.map(({ email }) => email), ...roles, ...waiting])
}

/** People and their Contact Center users as they were read; keyed by `personKey`. */
export interface Seen {
  readonly people: Readonly<Record<string, DirectoryPerson>>
  readonly users: Readonly<Record<string, ContactCenterUser>>
}

/** Whether a task's effect shows for a person. What no API shows is undefined, and never counts as done. */
export function isDoneFor(task: OperatorTask, email: string, plan: Plan, { people, users }: Seen): boolean {
  const key = personKey(email)
  const expected = indexOf(plan).people.get(key)
  switch (task.kind) {
    case 'administrator-role':
      return people[key] !== undefined && people[key].administrator === expected?.administrator
    case 'supervisor-role':
      return isSupervisorAsMeant(task, people[key], users[key])
    case 'synchronize':
      return users[key] !== undefined && users[key].profile === expected?.profile
    case 'trial-organization':
    case 'import-file':
    case 'users-module':
      return false
  }
}

/** That somebody is no supervisor any more counts only where an API shows it. */
function isSupervisorAsMeant(
  { facts }: OperatorTask,
  person: DirectoryPerson | undefined,
  user: ContactCenterUser | undefined,
): boolean {
  // The Users module may show what was before, where it was not synchronized since.
  const isSo = person?.supervisor ?? user?.profile === 'supervisor'
  if (facts['change'] !== 'remove') return isSo
  return !isSo && (person?.supervisor === false || user !== undefined)
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
  const { plan, results, renewal, importing } = ground
  if (importing?.isCanceled) return false
  if (openPart(importing) !== undefined) return true
  const isUnsettled = plan !== undefined && results.size < plan.steps.length
  const isLost = lostResults(results.rough).some(([, result]) => !isOver(result))
  if (isUnsettled || isLost || renewal !== undefined) return true
  return openTasks(ground, ['saving', 'operator', 'syncing', 'verifying']).length > 0
}
