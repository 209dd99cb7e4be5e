import { rawId, webexId } from '../ids.ts'
import { Refusal } from '../refusal.ts'
import type { Organization } from './organization.ts'

export interface License {
  /** `<OFFER>_<uuid>`, the part of the Webex id behind the organization. */
  readonly id: string
  readonly offer: string
  readonly name: string
  readonly totalUnits: number
  readonly usedElsewhere: number
  readonly subscriptionId: string | null
  readonly siteUrl: string | null
  /** How many people hold it; triggers keep it. */
  readonly assigned: number
}

export interface LicenseChange {
  readonly license: License
  readonly operation: 'add' | 'remove'
}

export type AgentLicense = 'premium' | 'standard' | 'none'

export const listLicenses = (org: Organization): License[] =>
  org.state.all<License>('SELECT * FROM licenses ORDER BY position')

export const licenseWebexId = (org: Organization, license: { id: string }): string =>
  webexId('LICENSE', `${org.id}:${license.id}`)

export function findLicense(org: Organization, id: string): License | undefined {
  const raw = rawId('LICENSE', id)?.replace(`${org.id}:`, '')
  return raw === undefined ? undefined : licenseById(org, raw)
}

/** By the part of the Webex id behind the organization. */
export const licenseById = (org: Organization, id: string): License | undefined =>
  org.state.get<License>('SELECT * FROM licenses WHERE id = ?', id)

export const licensesOf = (org: Organization, personId: string): License[] =>
  org.state.all<License>(
    `SELECT licenses.* FROM licenses JOIN assignments held ON held.licenseId = licenses.id
      WHERE held.personId = ? ORDER BY held.seq`,
    personId,
  )

export const isAgentLicense = ({ offer }: { offer: string }): boolean =>
  offer === 'CJPPRM' || offer === 'CJPSTD'

export function agentLicenseOf(licenses: readonly { offer: string }[]): AgentLicense {
  if (licenses.some(({ offer }) => offer === 'CJPPRM')) return 'premium'
  return licenses.some(({ offer }) => offer === 'CJPSTD') ? 'standard' : 'none'
}

/** Adds what is valid and available and drops the rest without a word, as `POST` and `PUT /people` do. */
export function grantAvailable(org: Organization, personId: string, licenses: readonly License[]): void {
  for (const license of licenses) {
    const conflicts = agentConflict([...licensesOf(org, personId), license])
    if (conflicts.length === 0) assign(org, personId, license)
  }
}

export function release(org: Organization, personId: string, license: { id: string }): void {
  org.state.run('DELETE FROM assignments WHERE licenseId = ? AND personId = ?', license.id, personId)
  // Sandbox choice: a supervisor who loses the premium license is no supervisor any more.
  if (agentLicenseOf(licensesOf(org, personId)) !== 'premium') {
    org.state.run('UPDATE people SET supervisor = 0 WHERE id = ?', personId)
  }
}

/** Removals come first, so that one request can exchange Standard for Premium. Tells what found no unit. */
export function changeLicenses(
  org: Organization,
  personId: string,
  changes: readonly LicenseChange[],
): { exhausted: readonly License[] } {
  refuseConflict(org, personId, changes)
  for (const { license } of changes.filter(isRemoval)) release(org, personId, license)
  const additions = changes.filter((change) => !isRemoval(change)).map(({ license }) => license)
  return { exhausted: additions.filter((license) => !assign(org, personId, license)) }
}

const isRemoval = ({ operation }: LicenseChange): boolean => operation === 'remove'

function assign(org: Organization, personId: string, license: License): boolean {
  if (licensesOf(org, personId).some(({ id }) => id === license.id)) return true
  const current = licenseById(org, license.id)
  if (current === undefined || unitsFree(current) <= 0) return false
  org.state.run('INSERT INTO assignments (licenseId, personId) VALUES (?, ?)', license.id, personId)
  return true
}

export const unitsUsed = (license: License): number => license.assigned + license.usedElsewhere

const unitsFree = (license: License): number => license.totalUnits - unitsUsed(license)

function agentConflict(licenses: readonly License[]): License[] {
  const agent = new Map(licenses.filter(isAgentLicense).map((license) => [license.id, license]))
  return agent.size > 1 ? [...agent.values()] : []
}

function refuseConflict(org: Organization, personId: string, changes: readonly LicenseChange[]): void {
  const removed = new Set(changes.filter(isRemoval).map(({ license }) => license.id))
  const kept = licensesOf(org, personId).filter(({ id }) => !removed.has(id))
  const added = changes.filter((change) => !isRemoval(change)).map(({ license }) => license)
  const conflict = agentConflict([...kept, ...added])
  if (conflict.length === 0) return
  const ids = conflict.map((license) => licenseWebexId(org, license)).join(', ')
  throw new Refusal(
    400,
    `Could not apply the following license(s): ${ids} as the user can be assigned only one of licenses with the offer code from the list: CJPPRM, CJPSTD`,
    { errorCode: 400413 },
  )
}
