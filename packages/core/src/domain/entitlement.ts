/** A Contact Center license that a person can hold; the field's words for CJPSTD and CJPPRM. */
export type License = 'standard' | 'premium'

/**
 * What one person can be given. "Supervisor on Standard" cannot be said (LIC10-8). `none` leaves what is held; `remove`
 * takes the license away, which only the CSV route offers (CSV-10).
 */
export type LicenseChoice = 'none' | 'standard' | 'premium' | 'premium-supervisor' | 'remove'

/** What the license screen offers; taking a license away is not among it. */
export type OfferedLicense = Exclude<LicenseChoice, 'remove'>

/** The administrator roles of the procedure; a person holds at most one (NEW-25). */
export type AdministratorRole = 'full' | 'cc-service'

/** What is to happen to a person's administrator role; `remove` takes away whichever is held (ADM10-10). */
export type AdministratorChoice = 'keep' | AdministratorRole | 'remove'

/** What one person is to be given. */
export interface Entitlement {
  readonly license: LicenseChoice
  readonly administrator: AdministratorChoice
}

export const licenseChoices: readonly LicenseChoice[] = [
  'none',
  'standard',
  'premium',
  'premium-supervisor',
  'remove',
]

export const administratorChoices: readonly AdministratorChoice[] = ['keep', 'full', 'cc-service', 'remove']

/** The license that a choice uses up, if any. */
export function licenseOf(choice: LicenseChoice): License | undefined {
  if (choice === 'none' || choice === 'remove') return undefined
  return choice === 'standard' ? 'standard' : 'premium'
}

export function isSupervisor(choice: LicenseChoice): boolean {
  return choice === 'premium-supervisor'
}

/** Whether the choice gives an administrator role, as opposed to leaving or removing one. */
export function givesAdministrator(choice: AdministratorChoice): choice is AdministratorRole {
  return choice === 'full' || choice === 'cc-service'
}
