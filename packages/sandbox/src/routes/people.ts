import { access } from '../access.ts'
import { isUuid, rawId } from '../ids.ts'
import { asBoolean, asText, asTexts, type JsonObject } from '../json.ts'
import { findLicense, grantAvailable, licensesOf, release } from '../organization/licenses.ts'
import type { Organization } from '../organization/organization.ts'
import {
  createPerson,
  deletePerson,
  findPerson,
  type Person,
  type PersonDraft,
  replacePerson,
} from '../organization/people.ts'
import { listedRoles, rolesOf, setRoles } from '../organization/roles.ts'
import { tokenPerson } from '../organization/token-person.ts'
import { Refusal } from '../refusal.ts'
import { type Answer, type Call, ok, type Register } from '../routing.ts'
import { listPeoplePage } from './people-list.ts'
import { showPerson } from './person-json.ts'

export function registerPeople(register: Register): void {
  register('GET', '/v1/people', access.readPeople, listPeoplePage)
  register('POST', '/v1/people', access.managePeople, create)
  register('GET', '/v1/people/me', access.readSelf, (call) =>
    ok(showPerson(call.org, tokenPerson(call.org, call.token))),
  )
  register('GET', '/v1/people/:personId', access.readPeople, (call) => ok(showPerson(call.org, named(call))))
  register('PUT', '/v1/people/:personId', access.managePeople, replace)
  register('DELETE', '/v1/people/:personId', access.managePeople, remove)
}

function create(call: Call): Answer {
  const { org, body } = call
  if (['displayName', 'firstName', 'lastName'].every((field) => (asText(body[field]) ?? '') === '')) {
    throw new Refusal(400, 'At least one of displayName, firstName and lastName is required.')
  }
  const roles = requestedRoles(org, body['roles'])
  refuseRoleChange(call, [], roles)
  const person = createPerson(org, draftOf(body))
  setRoles(org, person, roles)
  grantAvailable(org, person.id, requestedLicenses(org, body))
  return ok(showPerson(org, person))
}

function replace(call: Call): Answer {
  const { org, body } = call
  const person = named(call)
  if ((asText(body['displayName']) ?? '') === '') throw new Refusal(400, 'displayName is required.')
  const before = rolesOf(org, person.id)
  const unlisted = before.filter((role) => !listedRoles(org).some(({ ci }) => ci === role))
  const roles = [...unlisted, ...requestedRoles(org, body['roles'])]
  refuseRoleChange(call, before, roles)
  // A pending person shows loginEnabled false; sending that back is no wish to disable the person.
  const draft =
    person.accepted === 1
      ? draftOf(body, person.email)
      : { ...draftOf(body, person.email), enabled: undefined }
  const changed = replacePerson(org, person, draft)
  replaceLicenses(org, person, body)
  setRoles(org, changed, roles)
  return ok(showPerson(org, changed))
}

function remove(call: Call): Answer {
  deletePerson(call.org, named(call))
  return { status: 204 }
}

function replaceLicenses(org: Organization, person: Person, body: JsonObject): void {
  const wanted = requestedLicenses(org, body)
  const dropped = licensesOf(org, person.id).filter((held) => !wanted.some(({ id }) => id === held.id))
  for (const license of dropped) release(org, person.id, license)
  grantAvailable(org, person.id, wanted)
}

const requestedLicenses = (org: Organization, body: JsonObject) =>
  asTexts(body['licenses'])
    .map((id) => findLicense(org, id))
    .filter((license) => license !== undefined)

function requestedRoles(org: Organization, roles: unknown): string[] {
  return asTexts(roles).map((id) => {
    const ci = rawId('ROLE', id)
    if (ci !== undefined && listedRoles(org).some((role) => role.ci === ci)) return ci
    throw new Refusal(400, `Role not recognized: ${id}`)
  })
}

function refuseRoleChange(call: Call, before: readonly string[], after: readonly string[]): void {
  const isSame = before.length === after.length && after.every((role) => before.includes(role))
  if (isSame || call.token.holder === 'full-administrator') return
  throw new Refusal(403, 'Only a full administrator may change roles.')
}

const listAttributes = ['phoneNumbers', 'addresses', 'siteUrls']

const attributeNames = [
  ...listAttributes,
  'extension',
  'locationId',
  'avatar',
  'department',
  'manager',
  'managerId',
  'title',
]

function draftOf(body: JsonObject, knownEmail?: string): PersonDraft {
  const email = asTexts(body['emails'])[0] ?? knownEmail
  if (email === undefined) throw new Refusal(400, 'emails is required.')
  const present = attributeNames.filter((name) => body[name] !== undefined && body[name] !== null)
  return {
    email,
    givenName: asText(body['firstName']),
    familyName: asText(body['lastName']),
    displayName: asText(body['displayName']),
    nickName: asText(body['nickName']),
    enabled: asBoolean(body['loginEnabled']),
    attributes: Object.fromEntries(present.map((name) => [name, readAttribute(name, body[name])])),
  }
}

function readAttribute(name: string, value: unknown): unknown {
  const isWellTyped = listAttributes.includes(name) ? Array.isArray(value) : typeof value === 'string'
  if (isWellTyped) return value
  throw new Refusal(400, `${name} has the wrong type.`)
}

function named(call: Call): Person {
  const id = call.param('personId')
  const person = findPerson(call.org, id)
  if (person !== undefined) return person
  if (rawId('PEOPLE', id) === undefined && !isUuid(id)) throw new Refusal(400, `Invalid person id: ${id}`)
  throw new Refusal(404, 'The requested resource could not be found.')
}
