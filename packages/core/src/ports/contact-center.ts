import type { ContactCenterUser, PlatformReading } from '../domain/organization.ts'
import type { Outcome } from '../domain/outcome.ts'

/** The Contact Center side of an organization: what it shows of its platform and its Users module. */
export interface ContactCenter {
  readPlatform(signal: AbortSignal): Promise<Outcome<PlatformReading>>
  /** Those of the people that the Users module has; empty where they were not synchronized yet (SYNC-1). */
  findUsers(
    people: readonly { readonly email: string; readonly personId: string }[],
    signal: AbortSignal,
  ): Promise<Outcome<readonly ContactCenterUser[]>>
}
