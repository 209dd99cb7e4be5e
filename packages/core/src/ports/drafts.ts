import type { Request } from '../intake/request.ts'

/** The answers of somebody who has approved nothing yet, and where they were. No secret is in them. */
export interface KeptDraft {
  readonly format: 1
  readonly runId: string
  readonly organization: { readonly id: string; readonly name: string }
  /** Epoch milliseconds. */
  readonly changedAt: number
  /** The stage that was on screen. */
  readonly stage: string
  readonly request: Request
}

/** Where answers are kept until they are approved or thrown away. One draft for each run, in place of the one before. */
export interface Drafts {
  keep(draft: KeptDraft): Promise<void>
  /** Latest change first. What does not read as a draft is left where it is, and left out. */
  list(): Promise<readonly KeptDraft[]>
  /** Nothing of it is left. */
  remove(runId: string): Promise<void>
}
