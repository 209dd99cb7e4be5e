import type { Plan } from '@wxcc-onboard/core'
import { repeatable, Trouble } from '../exit.ts'
import type { FormatOptions, OperatorOptions, PlaceOptions } from './context.ts'
import type { SavedPlan } from './saved-plan.ts'
import { bound } from './walk.ts'

export type ApplyOptions = PlaceOptions &
  FormatOptions &
  OperatorOptions & { readonly approve?: string; readonly yes?: boolean }

export function checkApproval({ approve, yes }: ApplyOptions, path: string): void {
  if (approve === undefined && yes !== true) throw new Trouble('plan.not-approved', { path })
  checkHash(approve)
}

export function checkHash(approve: string | undefined): void {
  if (approve !== undefined && !/^[0-9a-f]{12,64}$/.test(approve)) {
    throw new Trouble('approval.malformed', { given: repeatable(approve) })
  }
}

/** What is carried out must be what was approved. */
export function checkApproved({ hash }: Plan, approve: string | undefined, path: string): void {
  if (approve !== undefined && !hash.startsWith(approve)) {
    throw new Trouble('approval.differs', { path, actual: hash, expected: approve })
  }
}

/** Where a plan is not carried out row by row, what would be done now must be what was saved, to the last digit. */
export function checkCurrent(
  now: Plan,
  saved: Plan | undefined,
  approve: string | undefined,
  path: string,
): void {
  if (saved !== undefined && now.hash !== saved.hash) {
    throw new Trouble('plan.stale', { path, actual: now.hash, expected: saved.hash })
  }
  if (saved !== undefined && canonical(now) !== canonical(saved)) {
    throw new Trouble('plan.edited', { path, hash: saved.hash })
  }
  checkApproved(now, approve, path)
}

/** A saved plan is for the organization that it was made for, even where its request names none. */
export function approvedOf({ request, plan }: SavedPlan, org: string | undefined, removals = 0) {
  const meant = { ...request, organization: request.organization ?? plan.organization.id }
  return { request: bound(meant, org), plan, hash: plan.hash, removals }
}

/** What the engine found edited is told with the file that it is in. */
export function editedTrouble(error: unknown, path: string, { hash }: Plan): unknown {
  const isEdited = error instanceof Trouble && error.code === 'plan.edited'
  return isEdited ? new Trouble('plan.edited', { path, hash }) : error
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  )
}
