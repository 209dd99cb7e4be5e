import type { OperatorTaskKind } from '../domain/operator-task.ts'
import type { Problem } from '../domain/problem.ts'
import type { Plan } from './plan.ts'

/**
 * What undoing could not take back of a plan, told before it is approved (L6): people who are created go only on
 * request and before they sign in, a license that is given up comes back only while a unit is free, roles without an API
 * go by hand, and a trial organization that was deleted stays so. Invitations are told of by themselves (SAVE-2).
 */
export function undoLimits(plan: Plan): readonly Problem[] {
  if (plan.undo !== undefined) return []
  const created = plan.steps.filter(({ kind }) => kind === 'person.create').length
  const freed = plan.people.filter(({ lostLicenseIds }) => lostLicenseIds.length > 0).length
  const byHand = peopleOf(plan, ['administrator-role', 'supervisor-role'])
  const trials = peopleOf(plan, ['trial-organization'])
  if (created + freed + byHand + trials === 0) return []
  const facts = { created, freed, byHand, trials }
  return [{ code: 'undo.limits', severity: 'notice', subject: { kind: 'stage' }, facts }]
}

function peopleOf({ tasks }: Plan, kinds: readonly OperatorTaskKind[]): number {
  return tasks.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { people }) => sum + people.length, 0)
}
