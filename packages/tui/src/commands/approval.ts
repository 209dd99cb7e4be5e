import type { Plan } from '@wxcc-onboard/core'
import { repeatable, Trouble } from '../exit.ts'
import type { FormatOptions, OperatorOptions, PlaceOptions } from './context.ts'

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

/** What would be done now must be what was approved, to the last digit. */
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
  if (approve !== undefined && !now.hash.startsWith(approve)) {
    throw new Trouble('approval.differs', { path, actual: now.hash, expected: approve })
  }
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  )
}
