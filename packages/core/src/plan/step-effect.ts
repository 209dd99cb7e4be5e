import type { DirectoryPerson } from '../domain/organization.ts'
import type { Step } from './step.ts'

/** Whether the effect of a step is there. */
export function isSo(step: Step, person: DirectoryPerson | undefined): boolean {
  if (person === undefined) return step.kind === 'person.delete'
  switch (step.kind) {
    case 'person.create':
      return true
    case 'license.change':
      return (
        step.add.every((id) => person.licenseIds.includes(id)) &&
        !step.remove.some((id) => person.licenseIds.includes(id))
      )
    case 'administrator.change':
      return person.administrator === step.to
    case 'person.delete':
      return false
  }
}

/** Whether somebody changed since the plan what a step would overwrite (L5, L6). */
export function isMoved(step: Step, person: DirectoryPerson | undefined): boolean {
  const { onlyIf } = step
  if (person !== undefined && isHeldElsewhere(step, person)) return true
  if (onlyIf === undefined || person === undefined) return false
  const { holds = [], lacks = [], administrator, personId } = onlyIf
  return (
    holds.some((id) => !person.licenseIds.includes(id)) ||
    lacks.some((id) => person.licenseIds.includes(id)) ||
    (administrator !== undefined && administrator !== person.administrator) ||
    (personId !== undefined && personId !== person.id)
  )
}

/** Whether somebody has the license by now through another subscription. */
function isHeldElsewhere(step: Step, { licenseIds }: DirectoryPerson): boolean {
  if (step.kind !== 'license.change') return false
  return step.otherPools?.some((id) => licenseIds.includes(id)) === true
}
