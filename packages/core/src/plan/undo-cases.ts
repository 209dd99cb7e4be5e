import type { OperatorTaskKind, OperatorTaskStatus } from '../domain/operator-task.ts'
import type { Observation } from '../domain/organization.ts'
import { personKey } from '../domain/person.ts'
import type { UndoCase, UndoneRun } from './undo.types.ts'

/** Everyone of a run, with what it did for them beside what they are now. */
export function undoCases(run: UndoneRun, observation: Observation): readonly UndoCase[] {
  const { plan, given, created, results, deletesCreated } = run
  const steps = Map.groupBy(plan.steps, ({ email }) => email)
  const roles = {
    administrator: rolesBy('administrator-role', run),
    supervisor: rolesBy('supervisor-role', run),
  }
  return plan.people.map((expectation) => {
    const { email } = expectation
    const own = steps.get(email) ?? []
    const creation = own.find(({ kind, key }) => kind === 'person.create' && given.has(key))
    return {
      expectation,
      steps: own.filter(({ key }) => given.has(key)),
      createdId: creation === undefined ? undefined : created.get(creation.key),
      doubtful: own.filter(
        ({ key }) => !given.has(key) && ['failed', 'unchanged'].includes(results.get(key)?.outcome ?? ''),
      ),
      byHand: { administrator: roles.administrator(email), supervisor: roles.supervisor(email) },
      person: observation.people[personKey(email)],
      user: observation.users[personKey(email)],
      deletesCreated,
    }
  })
}

/** How we know that the operator gave somebody a role; undefined where nobody did. */
function rolesBy(kind: OperatorTaskKind, { plan, tasks }: UndoneRun) {
  const known = new Map<string, 'read' | 'claimed'>()
  for (const task of plan.tasks.filter((one) => one.kind === kind)) {
    const status: OperatorTaskStatus | undefined = tasks[task.id]
    if (status?.state === 'claimed') for (const email of task.people) known.set(email, 'claimed')
    for (const email of status?.verifiedFor ?? []) known.set(email, 'read')
  }
  return (email: string) => known.get(email)
}
