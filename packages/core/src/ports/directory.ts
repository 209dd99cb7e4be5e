import type { AdministratorRole } from '../domain/entitlement.ts'
import type { Connection, DirectoryPerson, LicensePool } from '../domain/organization.ts'
import type { Outcome } from '../domain/outcome.ts'

/** A person to create. Names are absent in e-mail mode (ENTRY-5). */
export interface NewPerson {
  readonly email: string
  readonly firstName?: string
  readonly lastName?: string
}

export interface LicenseChange {
  readonly personId: string
  readonly email: string
  /** Ids of license pools, as in `LicensePool.id`. */
  readonly add: readonly string[]
  readonly remove: readonly string[]
}

/**
 * People, licenses and administrator roles of one organization. Every call may be repeated safely except
 * `createPerson`: look before and after. An answer `ok` does not prove the effect: read it back.
 */
export interface Directory {
  /** Who and where the token is; nothing else works before it. */
  connect(signal: AbortSignal): Promise<Outcome<Connection>>
  /** The Contact Center licenses, one per subscription; other licenses are left out. */
  readLicensePools(signal: AbortSignal): Promise<Outcome<readonly LicensePool[]>>
  /** Whether saving sends invitation e-mails (SAVE-2, NEW-15); undefined when the token may not read it. */
  readInvitationEmails(signal: AbortSignal): Promise<Outcome<boolean | undefined>>
  /**
   * Those of the addresses that exist in this organization. Fresh, never from a cache. `directory` leaves out what
   * costs calls of its own: whether somebody is a supervisor.
   *
   * @default detail 'all'
   */
  findPeople(
    emails: readonly string[],
    signal: AbortSignal,
    detail?: 'all' | 'directory',
  ): Promise<Outcome<readonly DirectoryPerson[]>>
  /** How many people the organization has, as far as lists that were read told; costs no call. */
  size?(): number | undefined
  createPerson(person: NewPerson, signal: AbortSignal): Promise<Outcome<{ readonly personId: string }>>
  /**
   * Creates up to 100 people in one call, where the API has a way; answers one outcome for each, in their order. The
   * same care as for `createPerson`: an outcome that is not `ok` may have had its effect.
   */
  createPeople?(
    people: readonly NewPerson[],
    signal: AbortSignal,
  ): Promise<Outcome<readonly Outcome<{ readonly personId: string }>[]>>
  /**
   * Deletes a person who has not signed in yet, whose licenses and roles go with them; nothing brings them back. Looks
   * itself just before: whoever has signed in is refused with `signed-in`, whoever is gone is no trouble.
   */
  deletePendingPerson(
    person: { readonly personId: string; readonly email: string },
    signal: AbortSignal,
  ): Promise<Outcome<null>>
  changeLicenses(
    change: LicenseChange,
    signal: AbortSignal,
  ): Promise<Outcome<{ readonly held: readonly string[] }>>
  setAdministrator(
    change: { readonly personId: string; readonly role: AdministratorRole | 'none' },
    signal: AbortSignal,
  ): Promise<Outcome<null>>
}
