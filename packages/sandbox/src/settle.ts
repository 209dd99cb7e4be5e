import { settleImports } from './csv/jobs.ts'
import type { Organization } from './organization/organization.ts'
import { settleSynchronizations, synchronizationDueAt } from './organization/synchronization.ts'

/** Carries out what is due by the clock, in the order of time. Every request begins with this. */
export function settle(org: Organization): void {
  const now = org.now()
  const synchronization = synchronizationDueAt(org)
  if (synchronization !== undefined && synchronization <= now) settleImports(org, synchronization)
  settleSynchronizations(org)
  settleImports(org, now)
}
