import { webexId } from '../ids.ts'
import { asObject } from '../json.ts'
import { licensesOf, licenseWebexId } from '../organization/licenses.ts'
import { isoTime, type Organization } from '../organization/organization.ts'
import { type Person, statusOf } from '../organization/people.ts'
import { listedRoles, roleId, rolesOf } from '../organization/roles.ts'

/** The People API's view of a person: unset fields are absent, as live answers have it. */
export function showPerson(org: Organization, person: Person) {
  return {
    id: webexId('PEOPLE', person.id),
    emails: [person.email],
    phoneNumbers: [],
    displayName: person.displayName,
    ...(person.nickName === null ? {} : { nickName: person.nickName }),
    ...(person.givenName === null ? {} : { firstName: person.givenName }),
    ...(person.familyName === null ? {} : { lastName: person.familyName }),
    ...asObject(JSON.parse(person.attributes)),
    orgId: webexId('ORGANIZATION', org.id),
    roles: shownRoles(org, person),
    licenses: licensesOf(org, person.id).map((license) => licenseWebexId(org, license)),
    created: isoTime(person.created),
    lastModified: isoTime(person.modified),
    status: statusOf(person),
    invitePending: person.accepted === 0,
    loginEnabled: person.accepted === 1 && person.enabled === 1,
    type: 'person',
  }
}

function shownRoles(org: Organization, person: Person): string[] {
  const listed = new Set(listedRoles(org).map(({ ci }) => ci))
  return rolesOf(org, person.id)
    .filter((role) => listed.has(role))
    .map(roleId)
}
