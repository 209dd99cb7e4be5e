import type { Organization } from '../organization/organization.ts'
import { Refusal } from '../refusal.ts'
import { serviceColumns } from './columns.ts'

export const showServices = (org: Organization) =>
  serviceColumns(org).map(({ service, header, license, isSuspended }) => ({
    service,
    header,
    subscriptionId: license.subscriptionId,
    suspended: isSuspended,
  }))

/** Suspends a service or takes that back. Sandbox choice: it changes the CSV and nothing else. */
export function setSuspended(org: Organization, service: string, isSuspended: boolean): void {
  const column = serviceColumns(org).find((candidate) => candidate.service === service)
  if (column === undefined) {
    throw new Refusal(404, `This organization has no service "${service}".`, {
      next: 'GET /console/csv/services lists them.',
    })
  }
  const sql = isSuspended
    ? 'INSERT OR IGNORE INTO suspendedLicenses VALUES (?)'
    : 'DELETE FROM suspendedLicenses WHERE licenseId = ?'
  org.state.run(sql, column.license.id)
}
