import { asArray, asObject, asText, type JsonObject } from '../json.ts'
import { agentLicenseOf, licensesOf } from '../organization/licenses.ts'
import { isoTime, type Organization } from '../organization/organization.ts'
import type { Person, PersonDraft } from '../organization/people.ts'
import { roleName, rolesOf } from '../organization/roles.ts'
import { Refusal } from '../refusal.ts'

const userSchema = 'urn:ietf:params:scim:schemas:core:2.0:User'
const enterpriseSchema = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
const webexSchema = 'urn:scim:schemas:extension:cisco:webexidentity:2.0:User'

export const userLocation = (org: Organization, origin: string, id: string): string =>
  `${origin}/identity/scim/${org.id}/v2/Users/${id}`

export const userVersion = (person: Person): string => `W/"${person.version}"`

/** The SCIM view of a person. */
export function showUser(org: Organization, person: Person, origin: string) {
  const attributes = asObject(JSON.parse(person.attributes))
  const title = asText(attributes['title'])
  const department = asText(attributes['department'])
  return {
    schemas: [userSchema, webexSchema, enterpriseSchema],
    id: person.id,
    userName: person.email,
    active: person.enabled === 1,
    roles: scimRoles(org, person).map((value) => ({ value, type: 'cirole', display: roleName(value) })),
    name: {
      ...(person.givenName === null ? {} : { givenName: person.givenName }),
      ...(person.familyName === null ? {} : { familyName: person.familyName }),
    },
    displayName: person.displayName,
    ...(person.nickName === null ? {} : { nickName: person.nickName }),
    emails: [{ value: person.email, type: 'work', primary: true }],
    userType: 'user',
    ...(title === undefined ? {} : { title }),
    [enterpriseSchema]: department === undefined ? {} : { department },
    [webexSchema]: { accountStatus: [accountStatus(person)], meta: { organizationId: org.id } },
    meta: {
      resourceType: 'User',
      location: userLocation(org, origin, person.id),
      version: userVersion(person),
      created: isoTime(person.created),
      lastModified: isoTime(person.modified),
    },
  }
}

/** Sandbox choice: what license and supervisor mark mean to the contact center is shown as read-only cjp roles. */
export function scimRoles(org: Organization, person: Person): string[] {
  const license = agentLicenseOf(licensesOf(org, person.id))
  return [
    ...rolesOf(org, person.id),
    ...(license === 'none' ? [] : [`cjp.${license}_agent`]),
    ...(person.supervisor === 1 ? ['cjp.supervisor'] : []),
  ]
}

function accountStatus(person: Person): 'active' | 'pending' | 'disabled' {
  if (person.enabled === 0) return 'disabled'
  return person.accepted === 1 ? 'active' : 'pending'
}

/** The person that a `POST` or `PUT` body describes. */
export function draftOfUser(body: JsonObject): PersonDraft {
  const userName = asText(body['userName'])
  if (userName === undefined) throw new Refusal(400, 'userName is required.', { scimType: 'invalidValue' })
  if (body['userType'] !== 'user') {
    throw new Refusal(400, 'userType is required; this sandbox knows user only.', {
      scimType: 'invalidValue',
    })
  }
  refuseOtherWorkAddress(userName, body)
  const name = asObject(body['name'])
  const title = asText(body['title'])
  const department = asText(asObject(body[enterpriseSchema])['department'])
  return {
    email: userName,
    givenName: asText(name['givenName']),
    familyName: asText(name['familyName']),
    displayName: asText(body['displayName']),
    nickName: asText(body['nickName']),
    enabled: body['active'] !== false,
    attributes: {
      ...(title === undefined ? {} : { title }),
      ...(department === undefined ? {} : { department }),
    },
  }
}

function refuseOtherWorkAddress(userName: string, body: JsonObject): void {
  const primary = asArray(body['emails'])
    .map(asObject)
    .find((email) => email['primary'] === true && email['type'] === 'work')
  if (primary === undefined || asText(primary['value'])?.toLowerCase() === userName.toLowerCase()) return
  throw new Refusal(400, 'The primary work e-mail must equal userName.', { scimType: 'invalidValue' })
}
