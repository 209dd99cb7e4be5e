/** A Contact Center license that a person can hold; the field's words for CJPSTD and CJPPRM. */
export type License = 'standard' | 'premium'

/** What the license screen can give one person. "Supervisor on Standard" cannot be said (LIC10-8). */
export type LicenseChoice = 'none' | 'standard' | 'premium' | 'premium-supervisor'

/** The administrator roles of the procedure; a person holds at most one (NEW-25). */
export type AdministratorRole = 'full' | 'cc-service'

/** What is to happen to a person's administrator role; `remove` takes away whichever is held (ADM10-10). */
export type AdministratorChoice = 'keep' | AdministratorRole | 'remove'

/** What one person is to be given. */
export interface Entitlement {
  readonly license: LicenseChoice
  readonly administrator: AdministratorChoice
}

export const licenseChoices: readonly LicenseChoice[] = ['none', 'standard', 'premium', 'premium-supervisor']

export const administratorChoices: readonly AdministratorChoice[] = ['keep', 'full', 'cc-service', 'remove']

/** The license that a choice uses up, if any. */
export function licenseOf(choice: LicenseChoice): License | undefined {
  if (choice === 'none') return undefined
  return choice === 'standard' ? 'standard' : 'premium'
}

export function isSupervisor(choice: LicenseChoice): boolean {
  return choice === 'premium-supervisor'
}

/** Whether the choice gives an administrator role, as opposed to leaving or removing one. */
export function givesAdministrator(choice: AdministratorChoice): choice is AdministratorRole {
  return choice === 'full' || choice === 'cc-service'
}
