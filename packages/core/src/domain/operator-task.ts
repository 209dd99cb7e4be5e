import type { RuleId } from './rule.ts'

export type OperatorTaskKind =
  | 'trial-organization'
  | 'import-file'
  | 'administrator-role'
  | 'supervisor-role'
  | 'synchronize'
  | 'users-module'

/** A way through Control Hub's menus; names as its screens show them (C-2 keeps both vintages). */
export interface MenuPath {
  readonly vintage: 'documented' | 'current'
  readonly path: readonly string[]
}

/**
 * `open` waits for a person · `claimed` the person said "done", nothing read it back ·
 * `verified` read back through the public API · `skipped` the person said so.
 */
export type OperatorTaskState = 'open' | 'claimed' | 'verified' | 'skipped'

/** A thing that only a person in Control Hub can do: where, for whom, which rule, and how we will know. */
export interface OperatorTask {
  readonly id: string
  readonly kind: OperatorTaskKind
  readonly rule: RuleId
  /** Addresses of the people it is about, in the order of entry. */
  readonly people: readonly string[]
  readonly where: readonly MenuPath[]
  readonly url: string
  /**
   * `reading` when the public API shows the effect · `trying` when only doing the next step again shows it, which is
   * done when the person says so · `claim` when only the person can tell.
   */
  readonly verifiedBy: 'reading' | 'trying' | 'claim'
  /** Whether the run needs it before it saves, or after. */
  readonly phase: 'importing' | 'saving' | 'operator' | 'syncing' | 'verifying'
  readonly facts: Readonly<Record<string, string | number | readonly string[]>>
}

export interface OperatorTaskStatus {
  readonly state: OperatorTaskState
  /** People for whom the effect was read back. */
  readonly verifiedFor: readonly string[]
}

export function isSettled(status: OperatorTaskStatus): boolean {
  return status.state !== 'open'
}
