import { asArray, asObject, asText, isObject, type JsonObject } from '../json.ts'
import { type Person, type PersonDraft, replacePerson } from '../organization/people.ts'
import { Refusal } from '../refusal.ts'
import type { Call } from '../routing.ts'
import { isContactCenterRole, readOnlyRole, roleValues, writeRoles } from './scim-roles.ts'
import { scimRoles } from './scim-user-json.ts'

interface Operation {
  readonly op: string
  readonly path: string | undefined
  readonly value: unknown
}

interface Patched {
  readonly draft: PersonDraft
  readonly roles: readonly string[]
}

/** Applies the operations of a PatchOp in their order; all or none. */
export function patchUser(call: Call, person: Person, body: JsonObject): Person {
  const operations = asArray(body['Operations'] ?? body['operations'])
    .map(asObject)
    .map(readOperation)
  if (operations.length === 0)
    throw new Refusal(400, 'Operations is required.', { scimType: 'invalidSyntax' })
  const start = { draft: draftOfPerson(person), roles: scimRoles(call.org, person) }
  const { draft, roles } = operations.flatMap(spread).reduce(applyOperation, start)
  const changed = replacePerson(call.org, person, draft)
  writeRoles(call, changed, roles)
  return changed
}

function readOperation(operation: JsonObject): Operation {
  const op = asText(operation['op'])?.toLowerCase() ?? ''
  const path = asText(operation['path'])
  if (!['add', 'replace', 'remove'].includes(op)) {
    throw new Refusal(400, `Unknown operation ${op}.`, { scimType: 'invalidSyntax' })
  }
  if (op === 'remove' && path === undefined) {
    throw new Refusal(400, 'A remove operation needs a path.', { scimType: 'noTarget' })
  }
  return { op, path, value: operation['value'] }
}

/** An operation without a path names its attributes in the value. */
function spread(operation: Operation): Operation[] {
  if (operation.path !== undefined) return [operation]
  return Object.entries(asObject(operation.value)).map(([path, value]) => ({ op: operation.op, path, value }))
}

const roleFilter = /^roles\[value eq "([^"]+)"\]$/

function applyOperation(patched: Patched, { op, path = '', value }: Operation): Patched {
  const filtered = path.match(roleFilter)?.[1]
  if (filtered !== undefined) return { ...patched, roles: withoutRole(patched.roles, filtered) }
  if (path === 'roles') return { ...patched, roles: changedRoles(patched.roles, op, value) }
  return {
    ...patched,
    draft: { ...patched.draft, ...changedFields(path, op === 'remove' ? undefined : value) },
  }
}

function withoutRole(roles: readonly string[], role: string): string[] {
  if (isContactCenterRole(role)) throw readOnlyRole(role)
  if (!roles.includes(role)) throw new Refusal(400, `No role matches ${role}.`, { scimType: 'noTarget' })
  return roles.filter((held) => held !== role)
}

function changedRoles(roles: readonly string[], op: string, value: unknown): string[] {
  const values = roleValues(isObject(value) ? [value] : value)
  if (op === 'add') return [...new Set([...roles, ...values])]
  if (op === 'replace') return values
  const readOnly = values.find(isContactCenterRole)
  if (readOnly !== undefined) throw readOnlyRole(readOnly)
  return values.length === 0 ? [] : roles.filter((role) => !values.includes(role))
}

function changedFields(path: string, value: unknown): Partial<PersonDraft> {
  const text = asText(value)
  switch (path) {
    case 'active':
      return { enabled: readActive(value) }
    case 'displayName':
      return { displayName: text }
    case 'nickName':
      return { nickName: text }
    case 'name':
      return namesOf(asObject(value))
    case 'name.givenName':
      return { givenName: text }
    case 'name.familyName':
      return { familyName: text }
    default:
      throw new Refusal(400, `This sandbox cannot patch ${path}.`, { scimType: 'invalidPath' })
  }
}

function namesOf(name: JsonObject): Partial<PersonDraft> {
  const givenName = asText(name['givenName'])
  const familyName = asText(name['familyName'])
  return {
    ...(givenName === undefined ? {} : { givenName }),
    ...(familyName === undefined ? {} : { familyName }),
  }
}

function readActive(value: unknown): boolean {
  if (typeof value === 'boolean') return value
  throw new Refusal(400, 'active is true or false.', { scimType: 'invalidValue' })
}

const draftOfPerson = (person: Person): PersonDraft => ({
  email: person.email,
  givenName: person.givenName ?? undefined,
  familyName: person.familyName ?? undefined,
  displayName: person.displayName,
  nickName: person.nickName ?? undefined,
  enabled: person.enabled === 1,
  attributes: asObject(JSON.parse(person.attributes)),
})
