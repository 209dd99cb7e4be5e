import type { AdministratorRole, License } from './entitlement.ts'
import type { Platform } from './platform.ts'

/** A Webex organization. `id` is the bare UUID. */
export interface Organization {
  readonly id: string
  readonly name: string
}

/** Who is behind the token, as far as the API tells; a service app has no address. */
export interface Operator {
  readonly email?: string
  readonly administrator: AdministratorRole | 'read-only' | 'user' | 'none' | 'unknown'
}

/** Whether something is done through a public API or by a person in Control Hub. */
export type Means = 'api' | 'operator'

/** What the public API of this organization can do for us. Synchronize and supervisor never have one. */
export interface Capabilities {
  readonly fullAdministrator: Means
  readonly ccServiceAdministrator: Means
  readonly contactCenterUsers: Means
}

export interface Connection {
  readonly organization: Organization
  readonly operator: Operator
  readonly administratorRoles: Readonly<Record<AdministratorRole, Means>>
}

/** What the API hints about the platform; no public API tells it (PLAT-3), so a person confirms. */
export interface PlatformReading {
  readonly suggestion?: Platform
  /** Whether the Contact Center configuration API answered, and with which status. */
  readonly evidence: 'contact-center-api-answers' | 'contact-center-api-refuses' | 'none'
}

/**
 * One license of one subscription. `assigned` counts units taken, whatever the person's status;
 * `activated` those whose holder has signed in, where known (C-17).
 */
export interface LicensePool {
  readonly id: string
  readonly license: License
  readonly name: string
  readonly subscriptionId?: string
  readonly total: number
  readonly assigned: number
  readonly activated?: number
}

export type PersonStatus = 'pending' | 'active' | 'inactive'

/** A person as the organization's directory knows them. `supervisor` is undefined where the API does not tell. */
export interface DirectoryPerson {
  readonly id: string
  readonly email: string
  readonly firstName?: string
  readonly lastName?: string
  readonly status: PersonStatus
  readonly licenseIds: readonly string[]
  readonly administrator: AdministratorRole | 'read-only' | 'none'
  readonly supervisor?: boolean
}

/** The default user profile types of Webex Contact Center (SAVE-3, NEW-27). */
export type ProfileType =
  | 'standard-agent'
  | 'premium-agent'
  | 'supervisor'
  | 'administrator'
  | 'administrator-only'
  | 'other'

/** A person as the Users module of Contact Center knows them. */
export interface ContactCenterUser {
  readonly id: string
  readonly personId: string
  readonly email: string
  readonly isActive: boolean
  readonly isContactCenterEnabled: boolean
  readonly profile: ProfileType
  readonly hasTeam: boolean
  readonly hasDesktopProfile: boolean
}

/** Everything that planning looks at, read before the plan is made. People are keyed by `personKey`. */
export interface Observation {
  readonly organization: Organization
  readonly operator: Operator
  readonly platform: Platform
  readonly capabilities: Capabilities
  readonly pools: readonly LicensePool[]
  readonly invitationEmails: boolean | undefined
  /** How many people the organization has, where that became known on the way. */
  readonly size?: number
  readonly people: Readonly<Record<string, DirectoryPerson>>
  readonly users: Readonly<Record<string, ContactCenterUser>>
}
