import { Refusal } from '../refusal.ts'
import { isoTime, type Organization } from './organization.ts'

export interface TrialOrganization {
  readonly email: string
  readonly name: string
  readonly blockers: readonly string[]
  readonly state: 'active' | 'deleted'
  readonly deletedAt: string | null
}

/** Sandbox choice: no API text is published; 400090 is an older client's code for "in a different organization". */
export function refuseForeignAddress(org: Organization, email: string): void {
  const owner = foreignOwner(org, email)
  if (owner === undefined) return
  throw new Refusal(403, `The user ${email} belongs to a different organization (${owner}).`, {
    errorCode: 400090,
  })
}

function foreignOwner(org: Organization, email: string): string | undefined {
  return org.state.get<{ name: string }>(
    `SELECT name FROM trialOrganizations WHERE email = ?1 AND deletedAt IS NULL
      UNION ALL SELECT organization AS name FROM otherOrganizationAddresses WHERE email = ?1`,
    email,
  )?.name
}

interface TrialRow {
  email: string
  name: string
  deletedAt: number | null
}

export const listTrialOrganizations = (org: Organization): TrialOrganization[] =>
  org.state.all<TrialRow>('SELECT * FROM trialOrganizations ORDER BY email').map((row) => ({
    email: row.email,
    name: row.name,
    blockers: blockersOf(org, row.email),
    state: row.deletedAt === null ? 'active' : 'deleted',
    deletedAt: row.deletedAt === null ? null : isoTime(row.deletedAt),
  }))

function findTrialOrganization(org: Organization, email: string): TrialOrganization {
  const found = listTrialOrganizations(org).find((trial) => trial.email === email.toLowerCase())
  if (found === undefined) {
    throw new Refusal(404, `No trial organization was made with ${email}.`, {
      next: 'GET /console/trial-organizations lists them.',
    })
  }
  return found
}

export function deleteTrialOrganization(org: Organization, email: string): TrialOrganization {
  const trial = findTrialOrganization(org, email)
  if (trial.state === 'deleted') return trial
  if (trial.blockers.length > 0) {
    throw new Refusal(409, `${trial.name} cannot be deleted yet: ${trial.blockers.join('; ')}.`, {
      next: `Its own administrator removes the blockers; POST /console/trial-organizations/${email}/clear-blockers stands for that.`,
      facts: { blockers: trial.blockers },
    })
  }
  org.state.run('UPDATE trialOrganizations SET deletedAt = ? WHERE email = ?', org.now(), email)
  return findTrialOrganization(org, email)
}

export function clearBlockers(org: Organization, email: string): TrialOrganization {
  findTrialOrganization(org, email)
  org.state.run('DELETE FROM trialBlockers WHERE email = ?', email)
  return findTrialOrganization(org, email)
}

const blockersOf = (org: Organization, email: string): string[] =>
  org.state
    .all<{ blocker: string }>('SELECT blocker FROM trialBlockers WHERE email = ?', email)
    .map(({ blocker }) => blocker)
