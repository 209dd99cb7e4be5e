import type { OperatorTaskStatus } from '../domain/operator-task.ts'
import type { ContactCenterUser, DirectoryPerson } from '../domain/organization.ts'
import type { Problem } from '../domain/problem.ts'
import type { Request } from '../intake/request.ts'
import type { Expectation, Plan } from './plan.ts'
import type { ChangeAdministrator, ChangeLicenses, Step, StepResults } from './step.ts'

/** A run that is to be undone: what was approved, and what came of it. */
export interface UndoneRun {
  readonly runId: string
  readonly request: Request
  readonly plan: Plan
  readonly results: StepResults
  /** Keys of the steps whose effect is the run's own doing. */
  readonly given: ReadonlySet<string>
  /** Ids of the people whom the run created, by the key of the step; older records have none. */
  readonly created: ReadonlyMap<string, string>
  readonly tasks: Readonly<Record<string, OperatorTaskStatus>>
  /** Whether to delete people whom the run created, where they have not signed in yet. */
  readonly deletesCreated: boolean
}

/** One person of the run: what it did for them, and what they are now. */
export interface UndoCase {
  readonly expectation: Expectation
  readonly steps: readonly Step[]
  /** Whom the run created, where it did and its record says so. */
  readonly createdId: string | undefined
  /** Steps that were tried and did not succeed: nobody knows who did what shows now. */
  readonly doubtful: readonly Step[]
  /** Roles that an operator task gave: read back, only claimed, or not at all. */
  readonly byHand: Readonly<Record<'administrator' | 'supervisor', 'read' | 'claimed' | undefined>>
  readonly person: DirectoryPerson | undefined
  readonly user: ContactCenterUser | undefined
  readonly deletesCreated: boolean
}

/** What undoing does for one person, and why it leaves the rest. */
export interface UndoDecision {
  readonly license?: Pick<ChangeLicenses, 'add' | 'remove'>
  readonly administrator?: Pick<ChangeAdministrator, 'from' | 'to'>
  /** The supervisor role is taken away by hand, or given back. */
  readonly supervisor?: 'remove' | 'give'
  readonly isDeleted?: true
  readonly stays: readonly Problem[]
}
