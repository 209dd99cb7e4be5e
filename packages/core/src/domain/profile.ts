import { heldLicense } from './allocation.ts'
import type { AdministratorRole, License } from './entitlement.ts'
import type { ContactCenterUser, DirectoryPerson, LicensePool, ProfileType } from './organization.ts'

/** What decides a person's default user profile after synchronizing. */
export interface ProfileGround {
  readonly license: License | undefined
  readonly isSupervisor: boolean
  readonly administrator: AdministratorRole | 'none'
}

/**
 * The default user profile (SAVE-3, NEW-27): Standard stays an agent whatever the role; Premium becomes what the
 * role says; without a license only an administrator has one. Undefined where no Contact Center user comes to be.
 */
export function defaultProfile({
  license,
  isSupervisor,
  administrator,
}: ProfileGround): ProfileType | undefined {
  if (license === 'standard') return 'standard-agent'
  if (license === undefined) return administrator === 'none' ? undefined : 'administrator-only'
  if (administrator !== 'none') return 'administrator'
  return isSupervisor ? 'supervisor' : 'premium-agent'
}

/**
 * Whether somebody is a supervisor, as far as an API shows it. The role lives under the Premium license (LIC10-7,
 * LICNEW-5): the Users module may still show the profile of somebody who has lost it and was not synchronized since.
 */
export function isSupervisorNow(
  person: DirectoryPerson | undefined,
  user: ContactCenterUser | undefined,
  pools: readonly LicensePool[],
): boolean {
  if (person === undefined || heldLicense(person.licenseIds, pools) !== 'premium') return false
  return person.supervisor === true || user?.profile === 'supervisor'
}
