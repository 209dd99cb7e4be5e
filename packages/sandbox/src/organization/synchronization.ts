import { randomUUID } from 'node:crypto'
import {
  addContactCenterUser,
  type ContactCenterUser,
  changeContactCenterUser,
  findContactCenterUser,
  listEntities,
} from './contact-center.ts'
import { agentLicenseOf, licensesOf } from './licenses.ts'
import { isoTime, type Organization } from './organization.ts'
import type { Person } from './people.ts'
import { defaultProfile, type ProfileType } from './profiles.ts'
import { administratorRoleOf, rolesOf } from './roles.ts'

export interface Synchronization {
  readonly id: string
  readonly state: 'requested' | 'completed'
  readonly requestedAt: string
  readonly completedAt: string | null
}

interface Row {
  seq: number
  id: string
  requestedAt: number
  dueAt: number
  completedAt: number | null
}

const shown = (row: Row): Synchronization => ({
  id: row.id,
  state: row.completedAt === null ? 'requested' : 'completed',
  requestedAt: isoTime(row.requestedAt),
  completedAt: row.completedAt === null ? null : isoTime(row.completedAt),
})

export const lastSynchronization = (org: Organization): Synchronization | undefined => {
  const row = org.state.get<Row>('SELECT * FROM synchronizations ORDER BY seq DESC LIMIT 1')
  return row === undefined ? undefined : shown(row)
}

/** Presses the button: a synchronization that still runs is answered instead of a second one. */
export function requestSynchronization(org: Organization): Synchronization {
  const running = org.state.get<Row>('SELECT * FROM synchronizations WHERE completedAt IS NULL')
  if (running !== undefined) return shown(running)
  const now = org.now()
  const row = { id: randomUUID(), requestedAt: now, dueAt: now + org.delays.synchronize }
  org.state.run(
    'INSERT INTO synchronizations (id, requestedAt, dueAt) VALUES (?, ?, ?)',
    row.id,
    row.requestedAt,
    row.dueAt,
  )
  settleSynchronizations(org)
  return lastSynchronization(org) ?? shown({ ...row, seq: 0, completedAt: null })
}

/** When the synchronization that was asked for will have looked at people. */
export const synchronizationDueAt = (org: Organization): number | undefined =>
  org.state.get<Row>('SELECT * FROM synchronizations WHERE completedAt IS NULL')?.dueAt

/** Completes what is due by the clock; nothing runs between requests. */
export function settleSynchronizations(org: Organization): void {
  const due = org.state.all<Row>(
    'SELECT * FROM synchronizations WHERE completedAt IS NULL AND dueAt <= ?',
    org.now(),
  )
  for (const row of due) {
    synchronizeUsers(org)
    org.state.run('UPDATE synchronizations SET completedAt = ? WHERE id = ?', row.dueAt, row.id)
  }
}

/** Creates, updates and deactivates contact-center users by license and role. */
function synchronizeUsers(org: Organization): void {
  const profiles = profileIds(org)
  for (const person of org.state.all<Person>('SELECT * FROM people ORDER BY seq')) {
    synchronizePerson(org, person, profiles)
  }
}

export function synchronizePerson(
  org: Organization,
  person: Person,
  profiles: ReadonlyMap<ProfileType, string>,
): void {
  const profile = profileOf(org, person)
  const known = findContactCenterUser(org, 'ciUserId', person.id)
  if (known === undefined) {
    if (profile !== undefined) addContactCenterUser(org, newUser(org, person, profile, profiles), profile)
    return
  }
  // Sandbox choice: who has neither license nor administrator role any more stays as an inactive user.
  const changes = { ...identityOf(person), active: profile !== undefined && person.enabled === 1 }
  const isRemapped = profile !== undefined && profile !== known.mappedProfile
  if (!isRemapped) changeContactCenterUser(org, known.user, changes)
  else changeContactCenterUser(org, known.user, { ...changes, ...profileFields(profile, profiles) }, profile)
}

/** The ids of the default profiles by their type. */
export function profileIds(org: Organization): ReadonlyMap<ProfileType, string> {
  const defaults = listEntities(org, 'user-profile').filter((profile) => profile['systemDefault'] === true)
  return new Map(defaults.map((profile) => [profile['profileType'] as ProfileType, String(profile['id'])]))
}

function profileOf(org: Organization, person: Person): ProfileType | undefined {
  const license = agentLicenseOf(licensesOf(org, person.id))
  return defaultProfile(license, administratorRoleOf(rolesOf(org, person.id)), person.supervisor === 1)
}

function newUser(
  org: Organization,
  person: Person,
  profile: ProfileType,
  profiles: ReadonlyMap<ProfileType, string>,
): ContactCenterUser {
  return {
    organizationId: org.id,
    id: randomUUID(),
    version: 0,
    ...identityOf(person),
    ciUserId: person.id,
    ...profileFields(profile, profiles),
    // Sandbox choice: a licensed user starts enabled but without site, team and desktop profile.
    contactCenterEnabled: profile !== 'ADMINISTRATOR_ONLY',
    teamIds: [],
    active: person.enabled === 1,
    imiUserCreated: false,
    systemDefault: false,
    createdTime: org.now(),
    lastUpdatedTime: org.now(),
  }
}

const identityOf = (person: Person) => ({
  firstName: person.givenName ?? '',
  lastName: person.familyName ?? '',
  email: person.email,
})

const profileFields = (profile: ProfileType, profiles: ReadonlyMap<ProfileType, string>) => ({
  userProfileId: profiles.get(profile) ?? '',
  userProfileType: profile,
})
