import type { AdministratorRole } from '@wxcc-onboard/core'
import { isHttpError } from '../errors.ts'
import { bareId } from '../ids.ts'
import { unlessMissing } from '../resources/options.ts'
import type { Person, Role } from '../schemas/identity.ts'
import { Refused } from './failure.ts'
import { heldRoles, identityName, identityNameOf, listedRole, readOnlyAdministrator } from './roles.ts'
import { type Place, type Session, unlessForbidden } from './session.ts'

interface RoleChange {
  readonly personId: string
  readonly role: AdministratorRole | 'none'
}

interface Difference {
  /** Common Identity names. */
  readonly remove: readonly string[]
  readonly add: readonly Role[]
}

/**
 * Gives one of our two administrator roles in exchange for the other or the read-only one, or takes both away (NEW-25,
 * ADM10-10). SCIM
 * PATCH comes first: it names the role and nothing else, whereas `PUT /people` replaces the whole person, licenses
 * and phone numbers too, and may alter some of it even when it answers an error. PUT is left for tokens without
 * identity scopes and for a role that SCIM does not know.
 */
export async function setAdministrator(
  session: Session,
  change: RoleChange,
  signal: AbortSignal,
): Promise<null> {
  const place = await session.place(signal)
  const listed = await session.roles(signal)
  const wanted = change.role === 'none' ? undefined : listedRole(listed, change.role)
  if (change.role !== 'none' && wanted === undefined) throw notOffered(change.role)
  const roles = await readRoles(session, place, change.personId, signal)
  const difference = differenceFor(roles.map(identityName), change.role, wanted, listed)
  if (difference.add.length + difference.remove.length === 0) return null
  if (!(await patchRoles(session, place, change.personId, difference, signal))) {
    await putRoles(session, change.personId, difference, signal)
  }
  return null
}

/** Either API may show what the other hides. */
async function readRoles(
  { client, scim }: Session,
  { organization }: Place,
  personId: string,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const { roles = [] } = await client.people.get(personId, { signal })
  if (!scim.canRead) return roles
  const answer = unlessMissing(client.scim.get(organization.id, bareId(personId), { signal }))
  const user = await unlessForbidden(answer, undefined)
  return [...roles, ...(user?.roles.map(({ value }) => value) ?? [])]
}

const notOffered = (role: string) =>
  new Refused({
    kind: 'invalid',
    operation: 'GET /v1/roles',
    message: `The API does not offer the role ${role}; a full administrator changes it in Control Hub.`,
  })

function differenceFor(
  roles: readonly string[],
  role: AdministratorRole | 'none',
  wanted: Role | undefined,
  listed: readonly Role[],
): Difference {
  const held = heldRoles(roles, listed)
  const isHeld = role !== 'none' && held.includes(role)
  const unwanted = held.filter((other) => other !== role).map((other) => identityNameOf(other, listed))
  // NEW-25: the read-only role gives way to another one.
  const readOnly = role === 'none' ? [] : roles.filter((name) => name === readOnlyAdministrator)
  return {
    add: wanted === undefined || isHeld ? [] : [wanted],
    remove: [...unwanted, ...new Set(readOnly)],
  }
}

/** Whether SCIM took it. */
async function patchRoles(
  session: Session,
  { organization }: Place,
  personId: string,
  { add, remove }: Difference,
  signal: AbortSignal,
): Promise<boolean> {
  if (!session.scim.canWrite) return false
  const operations = [
    // No blank before the bracket: Webex does not parse one.
    ...remove.map((role) => ({ op: 'remove' as const, path: `roles[value eq "${role}"]` })),
    ...add.map(({ id }) => ({ op: 'add' as const, path: 'roles', value: [scimRole(id)] })),
  ]
  try {
    await session.client.scim.patch(organization.id, bareId(personId), operations, { signal })
    return true
  } catch (error) {
    if (!isHttpError(error) || (error.status !== 403 && error.status !== 400)) throw error
    return false
  }
}

const scimRole = (id: string) => ({ value: identityName(id), type: 'cirole' })

async function putRoles(
  { client }: Session,
  personId: string,
  { add, remove }: Difference,
  signal: AbortSignal,
): Promise<void> {
  // Read again, and with calling data: what is not sent back would be lost.
  const person = await client.people.get(personId, { callingData: true, signal })
  const held = person.roles ?? []
  const hidden = remove.find((role) => !held.some((id) => identityName(id) === role))
  if (hidden !== undefined) throw notOffered(hidden)
  const kept = held.filter((role) => !remove.includes(identityName(role)))
  const body = { ...writableFields(person), roles: [...kept, ...add.map(({ id }) => id)] }
  await client.people.replace(personId, body, { callingData: true, signal })
}

/** Fields that `PUT /people/{personId}` documents; the others of a person are read-only. */
const writable: readonly string[] = [
  'emails',
  'phoneNumbers',
  'extension',
  'locationId',
  'displayName',
  'firstName',
  'lastName',
  'nickName',
  'avatar',
  'orgId',
  'licenses',
  'department',
  'manager',
  'managerId',
  'title',
  'addresses',
  'siteUrls',
  'loginEnabled',
]

function writableFields(person: Person): Readonly<Record<string, unknown>> {
  // A pending person shows `loginEnabled: false`; sending that back might be taken for an order.
  const isKept = (name: string) =>
    writable.includes(name) && !(name === 'loginEnabled' && person.invitePending)
  const { phoneNumbers, ...others } = Object.fromEntries(
    Object.entries(person).filter(([name]) => isKept(name)),
  )
  // Of the numbers only those of type work can be written.
  return Array.isArray(phoneNumbers) ? { ...others, phoneNumbers: phoneNumbers.filter(isWorkNumber) } : others
}

const isWorkNumber = (number: unknown): boolean =>
  typeof number === 'object' && number !== null && 'type' in number && number.type === 'work'
