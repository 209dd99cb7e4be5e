import type { Entitlement } from '../domain/entitlement.ts'
import type { OperatorTask } from '../domain/operator-task.ts'
import type { Organization, ProfileType } from '../domain/organization.ts'
import type { Platform } from '../domain/platform.ts'
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
  readonly activated?: number
}

/** What a person is to be when everything is done; what verifying compares with. */
export interface Expectation {
  readonly email: string
  readonly row: number
  readonly batch: number
  readonly isNew: boolean
  readonly entitlement: Entitlement
  /** Pool ids of the Contact Center licenses to be held; undefined leaves what is held. */
  readonly licenseIds?: readonly string[]
  /** The default user profile after synchronizing; undefined where no Contact Center user is expected. */
  readonly profile?: ProfileType
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
  /** HTTP calls expected, and seconds at the usual pace. */
  readonly forecast: { readonly calls: number; readonly seconds: number }
  readonly invitations: number
  /** SHA-256 over everything above in canonical form, 64 hexadecimal digits. */
  readonly hash: string
}
