import type { AdministratorRole, DirectoryPerson, Means, Operator } from '@wxcc-onboard/core'
import { decodeWebexId } from '../ids.ts'
import type { Role } from '../schemas/identity.ts'

const names: Readonly<Record<AdministratorRole, RegExp>> = {
  full: /^full administrator$/i,
  'cc-service': /^(?:cisco )?(?:webex )?contact cent(?:er|re) service administrator$/i,
}

/** What Common Identity calls the roles: inside REST role ids, and in SCIM. */
const identityNames: Readonly<Record<AdministratorRole, string>> = {
  full: 'id_full_admin',
  'cc-service': 'cjp.admin',
}

export const readOnlyAdministrator = 'id_readonly_admin'

/** The role as `GET /roles` lists it, by its name; undefined where it does not. */
export const listedRole = (roles: readonly Role[], role: AdministratorRole): Role | undefined =>
  roles.find(({ name }) => names[role].test(name.trim()))

/** Whether the API offers the role at all (ADM10-9: otherwise a person gives it in Control Hub). */
export const meansOf = (roles: readonly Role[], role: AdministratorRole): Means =>
  listedRole(roles, role) === undefined ? 'operator' : 'api'

/** The Common Identity name of a role given by REST id or by that name. */
export const identityName = (role: string): string => decodeWebexId(role)?.raw ?? role

/** The Common Identity name that stands for a role of ours in this organization. */
export function identityNameOf(role: AdministratorRole, listed: readonly Role[]): string {
  const entry = listedRole(listed, role)
  return entry === undefined ? identityNames[role] : identityName(entry.id)
}

/** Which of our roles are held, by Common Identity names. */
export function heldRoles(held: readonly string[], listed: readonly Role[]): readonly AdministratorRole[] {
  const all: readonly AdministratorRole[] = ['full', 'cc-service']
  return all.filter(
    (role) => held.includes(identityNameOf(role, listed)) || held.includes(identityNames[role]),
  )
}

export function administratorOf(
  roles: readonly string[],
  listed: readonly Role[],
): DirectoryPerson['administrator'] {
  const held = roles.map(identityName)
  return heldRoles(held, listed)[0] ?? (held.includes(readOnlyAdministrator) ? 'read-only' : 'none')
}

export function operatorRoleOf(roles: readonly string[], listed: readonly Role[]): Operator['administrator'] {
  const administrator = administratorOf(roles, listed)
  if (administrator !== 'none') return administrator
  return roles.map(identityName).includes('id_user_admin') ? 'user' : 'none'
}

/**
 * Whether Common Identity shows a supervisor. It is documented nowhere that it shows Contact Center roles at all, so
 * their absence says nothing while none of them is visible.
 */
export function supervisorOf(roles: readonly string[]): boolean | undefined {
  const contactCenter = roles.map(identityName).filter((role) => role.startsWith('cjp.'))
  return contactCenter.length === 0 ? undefined : contactCenter.includes('cjp.supervisor')
}
