import { listContactCenterUsers, listEntities } from './contact-center.ts'
import { agentLicenseOf, licensesOf, listLicenses, unitsUsed } from './licenses.ts'
import { isoTime, type Organization } from './organization.ts'
import { listPeople, type Person, statusOf } from './people.ts'
import { administratorRoleOf, rolesOf } from './roles.ts'

/** The lists that Control Hub's screens show; the console answers them as JSON and as tables. */
export const showPeople = (org: Organization) => listPeople(org).map((person) => showPerson(org, person))

export function showPerson(org: Organization, person: Person) {
  const licenses = licensesOf(org, person.id)
  return {
    id: person.id,
    email: person.email,
    firstName: person.givenName,
    lastName: person.familyName,
    displayName: person.displayName,
    status: statusOf(person),
    license: agentLicenseOf(licenses),
    licenses: licenses.map(({ name }) => name),
    supervisor: person.supervisor === 1,
    administratorRole: administratorRoleOf(rolesOf(org, person.id)),
    created: isoTime(person.created),
  }
}

export const showLicenses = (org: Organization) =>
  listLicenses(org).map((license) => ({
    name: license.name,
    offer: license.offer,
    subscriptionId: license.subscriptionId,
    totalUnits: license.totalUnits,
    usedUnits: unitsUsed(license),
    freeUnits: license.totalUnits - unitsUsed(license),
  }))

/** The Users module of the Management Portal, where SYNC-3 has the licenses verified. */
export function showUsersModule(org: Organization) {
  const profiles = new Map(listEntities(org, 'user-profile').map(({ id, name }) => [id, name]))
  return listContactCenterUsers(org).map((user) => ({
    id: user.id,
    email: user['email'],
    firstName: user['firstName'],
    lastName: user['lastName'],
    userProfile: profiles.get(user['userProfileId']) ?? null,
    userProfileType: user['userProfileType'],
    contactCenterEnabled: user['contactCenterEnabled'],
    active: user['active'],
    site: user['siteName'] ?? null,
  }))
}
