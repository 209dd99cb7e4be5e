import { webexId } from '../ids.ts'
import { Refusal } from '../refusal.ts'
import { type Organization, platformOf } from './organization.ts'

export interface Role {
  readonly ci: string
  readonly name: string
}

const listed: readonly Role[] = [
  { ci: 'id_full_admin', name: 'Full Administrator' },
  { ci: 'id_readonly_admin', name: 'Read-only Administrator' },
  { ci: 'id_user_admin', name: 'User Administrator' },
  { ci: 'id_device_admin', name: 'Device Administrator' },
  { ci: 'atlas-portal.support', name: 'Support Administrator' },
  { ci: 'atlas-portal.billing', name: 'Billing Administrator' },
  { ci: 'atlas-portal.reports', name: 'Reports Administrator' },
  { ci: 'atlas-portal.application', name: 'Application Administrator' },
  { ci: 'atlas-portal.all', name: 'Portal Administrator' },
  { ci: 'atlas-portal.partner.helpdesk', name: 'Help Desk Administrator' },
  { ci: 'atlas-portal.partner.salesadmin', name: 'Sales Administrator' },
  { ci: 'spark.synckms', name: 'KMS Sync Administrator' },
]

const serviceAdministrator: Role = { ci: 'cjp.admin', name: 'Contact Center Service Administrator' }

const contactCenterNames: Record<string, string> = {
  'cjp.premium_agent': 'Premium Agent',
  'cjp.standard_agent': 'Standard Agent',
  'cjp.supervisor': 'Supervisor',
}

const exclusive = ['id_full_admin', 'cjp.admin', 'id_readonly_admin']

/** What `GET /roles` lists. */
export const listedRoles = (org: Organization): readonly Role[] =>
  org.listsServiceAdministrator ? [...listed, serviceAdministrator] : listed

export const roleName = (ci: string): string =>
  [...listed, serviceAdministrator].find((role) => role.ci === ci)?.name ?? contactCenterNames[ci] ?? ci

export const roleId = (ci: string): string => webexId('ROLE', ci)

export function rolesOf(org: Organization, personId: string): string[] {
  return org.state
    .all<{ role: string }>('SELECT role FROM personRoles WHERE personId = ? ORDER BY role', personId)
    .map(({ role }) => role)
}

export type AdministratorRole = 'none' | 'full' | 'cc-service'

export function administratorRoleOf(roles: readonly string[]): AdministratorRole {
  if (roles.includes('id_full_admin')) return 'full'
  return roles.includes('cjp.admin') ? 'cc-service' : 'none'
}

/** Replaces the roles of a person, or refuses what the organization's rules forbid. */
export function setRoles(
  org: Organization,
  person: { id: string; supervisor: number },
  roles: readonly string[],
): void {
  refuseForbidden(org, person, roles)
  org.state.run('DELETE FROM personRoles WHERE personId = ?', person.id)
  for (const role of new Set(roles)) {
    org.state.run('INSERT INTO personRoles (personId, role) VALUES (?, ?)', person.id, role)
  }
}

function refuseForbidden(org: Organization, person: { supervisor: number }, roles: readonly string[]): void {
  const held = exclusive.filter((role) => roles.includes(role))
  if (held.length > 1) {
    throw new Refusal(409, `A person holds only one of these roles: ${held.map(roleName).join(', ')}.`, {
      next: 'Remove the other administrator role first.',
    })
  }
  const isAdministrator = administratorRoleOf(roles) !== 'none'
  if (person.supervisor === 1 && isAdministrator && platformOf(org) === 'new') {
    throw new Refusal(409, 'On the New platform a supervisor cannot be an administrator.', {
      next: 'Take the supervisor role away first.',
    })
  }
}
