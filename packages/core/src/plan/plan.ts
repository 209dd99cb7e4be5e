import type { Entitlement } from '../domain/entitlement.ts'
import type { OperatorTask } from '../domain/operator-task.ts'
import type { DirectoryPerson, Organization, ProfileType } from '../domain/organization.ts'
import type { Platform } from '../domain/platform.ts'
import type { Problem } from '../domain/problem.ts'
import type { Step } from './step.ts'

/** Units of one license pool before and after the plan; planned on what is assigned (C-17). */
export interface UnitForecast {
  readonly poolId: string
  readonly license: 'standard' | 'premium'
  readonly name: string
  readonly subscriptionId?: string
  readonly total: number
  readonly assignedBefore: number
  readonly assignedAfter: number
}

/** What a person is to be when everything is done; what verifying compares with. */
export interface Expectation {
  readonly email: string
  readonly row: number
  readonly batch: number
  readonly isNew: boolean
  readonly entitlement: Entitlement
  /** What they held before, so that a reader sees the difference. */
  readonly before: {
    readonly license: 'none' | 'standard' | 'premium'
    readonly administrator: DirectoryPerson['administrator']
    /** Left out where they were none, or where no API tells. */
    readonly supervisor?: true
  }
  /** Whether the person is not to be there any more, which only undoing asks for. */
  readonly isDeleted?: true
  /** Pool ids of the Contact Center licenses to be held; empty where none is expected. */
  readonly licenseIds: readonly string[]
  /** Pool ids of the licenses that are taken away. */
  readonly lostLicenseIds: readonly string[]
  readonly administrator: DirectoryPerson['administrator']
  /** The default user profile after synchronizing; undefined where no Contact Center user is expected. */
  readonly profile?: ProfileType
}

/** Which run a plan undoes, and what of it stays as it is. */
export interface Undoing {
  readonly runId: string
  /** Whether people whom the run created are deleted, where they have not signed in yet. */
  readonly deletesCreated: boolean
  /** Why something of the run is not taken back, person by person. */
  readonly stays: readonly Problem[]
}

/** What will happen, stated before it happens. Same request and same observation give the same plan and hash. */
export interface Plan {
  readonly format: 1
  readonly organization: Organization
  readonly platform: Platform
  readonly people: readonly Expectation[]
  readonly steps: readonly Step[]
  readonly tasks: readonly OperatorTask[]
  readonly units: readonly UnitForecast[]
  /**
   * HTTP calls from the approval to the report, without waiting for operators or for late visibility. How long they take
   * is told by `secondsFor`.
   */
  readonly forecast: { readonly calls: number }
  /** Invitation e-mails that saving sends out; nobody can call them back (SAVE-2). */
  readonly invitations: number
  /** People who end without the license that they held, or are deleted; approving the plan takes this number. */
  readonly removals: number
  /** SHA-256 of each file to import, where files carry more than this plan says. */
  readonly carries?: readonly string[]
  /** Only in a plan that undoes a run. */
  readonly undo?: Undoing
  /** SHA-256 over everything above in canonical form, 64 hexadecimal digits. */
  readonly hash: string
}
