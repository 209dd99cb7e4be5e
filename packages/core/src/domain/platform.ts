import type { AdministratorRole, OfferedLicense } from './entitlement.ts'
import type { RuleId } from './rule.ts'

/** The two platforms that the field "Webex Contact Center platform (details)" can show (PLAT-4, PLAT-5). */
export type Platform = '1.0' | 'new'

export const platforms: readonly Platform[] = ['1.0', 'new']

/** What one platform's screens offer, as tables. Nothing else in core may branch on the platform by itself. */
export interface PlatformOffer {
  /** The text that Service Details shows for this platform. */
  readonly fieldValue: '1.0' | 'New platform'
  /** The check box under which licenses are chosen. */
  readonly licenseBox: 'Contact Center' | 'Licensed agent'
  readonly licenses: readonly { readonly choice: OfferedLicense; readonly rule: RuleId }[]
  readonly administrators: readonly { readonly role: AdministratorRole; readonly rule: RuleId }[]
  /** Whether a supervisor may also become administrator: refused (ADMNEW-2) or asked (C-5). */
  readonly supervisorAndAdministrator: 'refused' | 'asked'
  /** What an administrator needs first: a Premium license (ADM10-2), or any or none (LICNEW-6, C-11). */
  readonly administratorNeeds: 'premium' | 'anything'
}

export const platformOffers: Readonly<Record<Platform, PlatformOffer>> = {
  '1.0': {
    fieldValue: '1.0',
    licenseBox: 'Contact Center',
    licenses: [
      { choice: 'none', rule: 'LIC10-1' },
      { choice: 'standard', rule: 'LIC10-3' },
      { choice: 'premium', rule: 'LIC10-6' },
      { choice: 'premium-supervisor', rule: 'LIC10-7' },
    ],
    administrators: [
      { role: 'full', rule: 'ADM10-4' },
      { role: 'cc-service', rule: 'ADM10-8' },
    ],
    supervisorAndAdministrator: 'asked',
    administratorNeeds: 'premium',
  },
  new: {
    fieldValue: 'New platform',
    licenseBox: 'Licensed agent',
    licenses: [
      { choice: 'none', rule: 'LICNEW-6' },
      { choice: 'standard', rule: 'LICNEW-3' },
      { choice: 'premium', rule: 'LICNEW-4' },
      { choice: 'premium-supervisor', rule: 'LICNEW-5' },
    ],
    administrators: [
      { role: 'full', rule: 'ADMNEW-5' },
      { role: 'cc-service', rule: 'ADMNEW-6' },
    ],
    supervisorAndAdministrator: 'refused',
    administratorNeeds: 'anything',
  },
}

/** The two ways in which people are added: on the manual screen, or in bulk with a CSV file. */
export type Route = 'manual' | 'csv'

/** Most rows of a CSV file for Contact Center access, as Control Hub takes them (NEW-1, C-13). */
export const csvRowLimit = 1_000

/** Most people that the manual screen takes at once (ENTRY-7). */
export const manualBatchLimit = 25
