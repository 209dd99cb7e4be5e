import type { OperatorTask } from '../domain/operator-task.ts'
import type { Capabilities } from '../domain/organization.ts'
import { type Outcome, problemOfFailure } from '../domain/outcome.ts'
import type { Problem } from '../domain/problem.ts'
import type { Plan } from '../plan/plan.ts'
import type { Ports } from '../ports/ports.ts'
import { byKey, readUsers } from './observe.ts'
import type { Progress } from './onboarding.types.ts'
import { isDoneFor, type Seen } from './tasks.ts'

export interface WatchInput {
  readonly tasks: readonly OperatorTask[]
  readonly plan: Plan
  readonly capabilities: Pick<Capabilities, 'contactCenterUsers'>
}

/**
 * Looks again and again whether open operator tasks were done, and tells for whom. Where somebody carries them out
 * by themselves (the sandbox's console), they are asked first.
 */
export async function watchTasks(
  input: WatchInput,
  ports: Ports,
  interval: number,
  tell: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<void> {
  await performTasks(input.tasks, ports, tell, signal)
  while (!signal.aborted) {
    await readTasks(input, ports, tell, signal)
    await ports.clock.wait(interval, signal)
  }
}

async function performTasks(
  tasks: readonly OperatorTask[],
  { operatorDesk }: Ports,
  tell: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<void> {
  if (operatorDesk === undefined) return
  const problems: Problem[] = []
  for (const task of tasks) {
    if (signal.aborted) return
    const performed = await operatorDesk.perform(task, signal)
    if (signal.aborted) return
    if (performed.ok) tell({ type: 'task.performed', id: task.id })
    else problems.push(problemOfFailure(performed.failure))
  }
  // Trouble comes last: whoever gives up because of it has the other tasks done.
  for (const problem of problems) tell({ type: 'watch.troubled', problem })
}

async function readTasks(
  input: WatchInput,
  ports: Ports,
  tell: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<void> {
  const tasks = input.tasks.filter(
    (task) => task.verifiedBy === 'reading' && task.kind !== 'trial-organization',
  )
  const emails = [...new Set(tasks.flatMap(({ people }) => people))]
  if (emails.length === 0) return
  const seen = await readState(emails, input, ports, signal)
  if (signal.aborted) return
  if (!seen.ok) return tell({ type: 'watch.troubled', problem: problemOfFailure(seen.failure) })
  for (const task of tasks) {
    const verifiedFor = task.people.filter((email) => isDoneFor(task, email, input.plan, seen.value))
    tell({ type: 'task.read', id: task.id, verifiedFor })
  }
}

/** People and their Contact Center users as they are now. */
export async function readState(
  emails: readonly string[],
  { capabilities, plan }: Pick<WatchInput, 'capabilities' | 'plan'>,
  ports: Pick<Ports, 'directory' | 'contactCenter'>,
  signal: AbortSignal,
): Promise<Outcome<Seen>> {
  const hasRoles = plan.tasks.some(({ kind }) => kind === 'supervisor-role' || kind === 'administrator-role')
  const people = await ports.directory.findPeople(emails, signal, hasRoles ? 'all' : 'directory')
  if (!people.ok) return people
  const users = await readUsers(people.value, capabilities, ports, signal)
  if (!users.ok) return users
  return { ok: true, value: { people: byKey(people.value), users: byKey(users.value) } }
}
