import { writeDetails } from '../csv/details.ts'
import { namedUuid } from '../ids.ts'
import type { JsonObject } from '../json.ts'
import { addContactCenterUser, addEntity, listContactCenterUsers } from '../organization/contact-center.ts'
import { type Organization, type Platform, writeSetting } from '../organization/organization.ts'
import { findPersonByEmail, type Person } from '../organization/people.ts'
import { profileIds, synchronizePerson } from '../organization/synchronization.ts'
import { acmeEntities, defaultEntities, everydaySettings, type SeedEntity } from './contact-center-catalog.ts'
import { licenseCatalog } from './license-catalog.ts'
import {
  acmePeople,
  otherOrganizationAddresses,
  type SeedPerson,
  trialOrganizations,
} from './people-catalog.ts'

export type SeedName = 'acme' | 'empty'

export const seedOrganization = {
  acme: { id: namedUuid('organization/acme'), name: 'Acme Contact Center' },
  empty: { id: namedUuid('organization/empty'), name: 'Empty Contact Center' },
} satisfies Record<SeedName, { id: string; name: string }>

const aYear = 365 * 24 * 60 * 60 * 1000

/** Fills a new state. `empty` has its administrator, its licenses and nobody else. */
export function seed(org: Organization, name: SeedName, platform: Platform): void {
  const created = org.now() - aYear
  for (const [key, value] of Object.entries({ orgId: org.id, orgName: org.name, platform, created })) {
    writeSetting(org.state, key, String(value))
  }
  addLicenses(org)
  addEntities(org, defaultEntities)
  if (name === 'acme') seedAcme(org, created)
  else addPeople(org, acmePeople.slice(0, 1), created)
}

function seedAcme(org: Organization, created: number): void {
  addEntities(org, acmeEntities)
  addPeople(org, acmePeople, created)
  addForeignAddresses(org)
  addContactCenterUsers(org)
}

function addLicenses(org: Organization): void {
  for (const license of licenseCatalog) {
    org.state.run(
      `INSERT INTO licenses (id, offer, name, totalUnits, usedElsewhere, subscriptionId, siteUrl)
        VALUES (?, ?, ?, ?, ?, ?, ?)`,
      licenseKeyId(license.key),
      license.offer,
      license.name,
      license.totalUnits,
      license.usedElsewhere ?? 0,
      license.subscriptionId ?? null,
      license.siteUrl ?? null,
    )
  }
}

function licenseKeyId(key: string): string {
  const offer = licenseCatalog.find((license) => license.key === key)?.offer ?? ''
  return `${offer}_${namedUuid(`license/${key}`)}`
}

function addEntities(org: Organization, entities: readonly SeedEntity[]): void {
  for (const { kind, entity } of entities) addEntity(org, kind, entity)
}

function addPeople(org: Organization, people: readonly SeedPerson[], created: number): void {
  for (const person of people) addPerson(org, person, created)
}

function addPerson(org: Organization, person: SeedPerson, created: number): void {
  const id = namedUuid(`person/${person.email}`)
  org.state.run(
    `INSERT INTO people (id, email, givenName, familyName, displayName, nickName, accepted, supervisor, attributes,
      created, modified, visibleAt) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    person.email,
    person.givenName,
    person.familyName,
    `${person.givenName} ${person.familyName}`,
    person.givenName,
    person.isPending === true ? 0 : 1,
    person.isSupervisor === true ? 1 : 0,
    JSON.stringify(attributesOf(person)),
    created,
    created,
    created,
  )
  if (person.work !== undefined) writeDetails(org, id, person.work.details)
  if (person.role !== undefined) org.state.run('INSERT INTO personRoles VALUES (?, ?)', id, person.role)
  const keys = person.license === undefined ? [] : [person.license, 'messaging', 'space-meetings']
  for (const key of keys) {
    org.state.run('INSERT INTO assignments (licenseId, personId) VALUES (?, ?)', licenseKeyId(key), id)
  }
}

function attributesOf({ work }: SeedPerson): JsonObject {
  if (work === undefined) return {}
  const { title, department, manager, extension, phoneNumber } = work
  return { title, department, manager, extension, phoneNumbers: [{ type: 'work', value: phoneNumber }] }
}

function addForeignAddresses(org: Organization): void {
  for (const { email, name, blockers } of trialOrganizations) {
    org.state.run('INSERT INTO trialOrganizations (email, name) VALUES (?, ?)', email, name)
    for (const blocker of blockers) org.state.run('INSERT INTO trialBlockers VALUES (?, ?)', email, blocker)
  }
  for (const { email, organization } of otherOrganizationAddresses) {
    org.state.run('INSERT INTO otherOrganizationAddresses VALUES (?, ?)', email, organization)
  }
}

function addContactCenterUsers(org: Organization): void {
  const profiles = profileIds(org)
  for (const { email, isUnsynchronized } of acmePeople) {
    const person: Person | undefined = findPersonByEmail(org, email)
    if (person !== undefined && isUnsynchronized === undefined) synchronizePerson(org, person, profiles)
  }
  for (const user of listContactCenterUsers(org)) {
    const settings = user['contactCenterEnabled'] === true ? everydaySettings : {}
    const id = namedUuid(`contact-center-user/${String(user['email'])}`)
    org.state.run('DELETE FROM contactCenterUsers WHERE id = ?', user.id)
    addContactCenterUser(org, { ...user, ...settings, id }, String(user['userProfileType']))
  }
}
