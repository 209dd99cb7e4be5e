import { asArray, asObject, asText } from '../json.ts'
import type { Organization } from '../organization/organization.ts'
import type { Person } from '../organization/people.ts'
import { rolesOf, setRoles } from '../organization/roles.ts'
import { Refusal } from '../refusal.ts'
import type { Call } from '../routing.ts'
import { scimRoles } from './scim-user-json.ts'

/** The values of a SCIM `roles` array. */
export const roleValues = (roles: unknown): string[] =>
  asArray(roles)
    .map((role) => asText(asObject(role)['value']) ?? asText(role))
    .filter((role) => role !== undefined)

/**
 * Gives a person these identity roles. The cjp roles come from license and console: sending back one that the person
 * holds changes nothing, any other is refused.
 */
export function writeRoles(call: Call, person: Person, wanted: readonly string[]): void {
  const { org } = call
  refuseContactCenterRoles(org, person, wanted)
  const held = rolesOf(org, person.id)
  const kept = held.filter(isContactCenterRole)
  const next = [...kept, ...wanted.filter((role) => !isContactCenterRole(role))]
  if (call.token.holder !== 'full-administrator' && !isSame(held, next)) {
    throw new Refusal(403, 'Only a full administrator may change roles.')
  }
  setRoles(org, person, next)
}

/** Sandbox choice: whether SCIM takes cjp roles is not documented, so nobody should rely on it here. */
export function refuseContactCenterRoles(
  org: Organization,
  person: Person | undefined,
  roles: readonly string[],
): void {
  const held = person === undefined ? [] : scimRoles(org, person)
  const foreign = roles.find((role) => isContactCenterRole(role) && !held.includes(role))
  if (foreign !== undefined) throw readOnlyRole(foreign)
}

export const readOnlyRole = (role: string): Refusal =>
  new Refusal(400, `The role ${role} is given in Control Hub and is read-only here.`, {
    scimType: 'mutability',
  })

export const isContactCenterRole = (role: string): boolean => role.startsWith('cjp.')

const isSame = (left: readonly string[], right: readonly string[]): boolean =>
  left.length === new Set(right).size && left.every((role) => right.includes(role))
