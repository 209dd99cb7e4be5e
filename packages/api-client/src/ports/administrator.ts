import type { AdministratorRole } from '@wxcc-onboard/core'
import { isHttpError } from '../errors.ts'
import { bareId, encodeWebexId } from '../ids.ts'
import type { Person, Role } from '../schemas/identity.ts'
import { Refused } from './failure.ts'
import { heldRoles, identityName, identityNameOf, listedRole } from './roles.ts'
import type { Place, Session } from './session.ts'

interface RoleChange {
  readonly personId: string
  readonly role: AdministratorRole | 'none'
}

/** Common Identity names. */
interface Difference {
  readonly remove: readonly string[]
  readonly add: readonly string[]
}

/**
 * Gives one of our two administrator roles in exchange for the other, or takes both away (NEW-25, ADM10-10). SCIM
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
  if (change.role !== 'none' && listedRole(listed, change.role) === undefined) throw notOffered(change.role)
  const person = await session.client.people.get(change.personId, { signal })
  const difference = differenceFor(person.roles ?? [], change.role, listed)
  if (difference.add.length + difference.remove.length === 0) return null
  if (!(await patchRoles(session, place, person, difference, signal))) {
    await putRoles(session, place, change.personId, difference, signal)
  }
  return null
}

const notOffered = (role: AdministratorRole) =>
  new Refused({
    kind: 'invalid',
    operation: 'GET /v1/roles',
    message: `The API does not offer the role ${role}; a full administrator gives it in Control Hub.`,
  })

function differenceFor(
  roles: readonly string[],
  role: AdministratorRole | 'none',
  listed: readonly Role[],
): Difference {
  const names = roles.map(identityName)
  const held = heldRoles(names, listed)
  const wanted = role === 'none' || held.includes(role) ? [] : [identityNameOf(role, listed)]
  const unwanted = held.filter((other) => other !== role).map((other) => identityNameOf(other, listed))
  return { add: wanted, remove: unwanted }
}

/** Whether SCIM took it. */
async function patchRoles(
  session: Session,
  { organization }: Place,
  { id }: Person,
  { add, remove }: Difference,
  signal: AbortSignal,
): Promise<boolean> {
  if (!session.scim.canWrite) return false
  const operations = [
    // No blank before the bracket: Webex does not parse one.
    ...remove.map((role) => ({ op: 'remove' as const, path: `roles[value eq "${role}"]` })),
    ...add.map((role) => ({ op: 'add' as const, path: 'roles', value: [{ value: role, type: 'cirole' }] })),
  ]
  try {
    await session.client.scim.patch(organization.id, bareId(id), operations, { signal })
    return true
  } catch (error) {
    if (!isHttpError(error) || (error.status !== 403 && error.status !== 400)) throw error
    return false
  }
}

async function putRoles(
  { client }: Session,
  { region }: Place,
  personId: string,
  { add, remove }: Difference,
  signal: AbortSignal,
): Promise<void> {
  // Read again, and with calling data: what is not sent back would be lost.
  const person = await client.people.get(personId, { callingData: true, signal })
  const kept = (person.roles ?? []).filter((role) => !remove.includes(identityName(role)))
  const added = add.map((raw) => encodeWebexId({ region, type: 'ROLE', raw }))
  const body = { ...writableFields(person), roles: [...kept, ...added] }
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
  const fields = Object.entries(person).filter(([name]) => writable.includes(name))
  const { phoneNumbers, ...others } = Object.fromEntries(fields)
  // Of the numbers only those of type work can be written.
  return Array.isArray(phoneNumbers) ? { ...others, phoneNumbers: phoneNumbers.filter(isWorkNumber) } : others
}

const isWorkNumber = (number: unknown): boolean =>
  typeof number === 'object' && number !== null && 'type' in number && number.type === 'work'
