import { randomUUID } from 'node:crypto'
import { isUuid, rawId } from '../ids.ts'
import type { JsonObject } from '../json.ts'
import { Refusal } from '../refusal.ts'
import { refuseForeignAddress } from './foreign-addresses.ts'
import { invite } from './invitations.ts'
import type { Organization } from './organization.ts'

export interface Person {
  readonly seq: number
  readonly id: string
  readonly email: string
  readonly givenName: string | null
  readonly familyName: string | null
  readonly displayName: string
  readonly nickName: string | null
  /** The person took the invitation and signed in. */
  readonly accepted: number
  readonly enabled: number
  readonly supervisor: number
  /** JSON of what nobody searches for: title, department, phoneNumbers and the like. */
  readonly attributes: string
  readonly created: number
  readonly modified: number
  readonly visibleAt: number
  readonly version: number
}

export interface PersonDraft {
  readonly email: string
  readonly givenName?: string | undefined
  readonly familyName?: string | undefined
  readonly displayName?: string | undefined
  readonly nickName?: string | undefined
  readonly enabled?: boolean | undefined
  readonly attributes?: JsonObject
}

/** Creates a pending person and sends the invitation, or refuses an address that is taken somewhere. */
export function createPerson(org: Organization, draft: PersonDraft): Person {
  refuseMalformedAddress(draft.email)
  refuseForeignAddress(org, draft.email)
  refuseTaken(org, draft.email)
  const id = randomUUID()
  const now = org.now()
  org.state.run(
    `INSERT INTO people (id, email, givenName, familyName, displayName, nickName, accepted, enabled, attributes,
      created, modified, visibleAt) VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?)`,
    id,
    draft.email,
    draft.givenName ?? null,
    draft.familyName ?? null,
    displayNameOf(draft),
    draft.nickName ?? draft.givenName ?? null,
    draft.enabled === false ? 0 : 1,
    JSON.stringify(draft.attributes ?? {}),
    now,
    now,
    now + org.delays.visibility,
  )
  invite(org, draft.email)
  return personById(org, id)
}

/** Replaces all that is known of a person but roles and licenses. */
export function replacePerson(org: Organization, person: Person, draft: PersonDraft): Person {
  if (draft.email.toLowerCase() !== person.email.toLowerCase()) {
    refuseMalformedAddress(draft.email)
    refuseForeignAddress(org, draft.email)
    refuseTaken(org, draft.email)
  }
  org.state.run(
    `UPDATE people SET email = ?, givenName = ?, familyName = ?, displayName = ?, nickName = ?, enabled = ?,
      attributes = ? WHERE id = ?`,
    draft.email,
    draft.givenName ?? null,
    draft.familyName ?? null,
    displayNameOf(draft),
    draft.nickName ?? null,
    (draft.enabled ?? person.enabled === 1) ? 1 : 0,
    JSON.stringify(draft.attributes ?? {}),
    person.id,
  )
  return touch(org, person.id)
}

/** The person takes the invitation and signs in for the first time; no API tells more of it than the status. */
export function signIn(org: Organization, email: string): Person {
  const person = findPersonByEmail(org, email)
  if (person === undefined) {
    throw new Refusal(404, `${email} is not in this organization.`, {
      next: 'GET /console/people lists who is.',
    })
  }
  org.state.run('UPDATE people SET accepted = 1 WHERE id = ?', person.id)
  return touch(org, person.id)
}

/** Deletes a person: licenses, roles and the contact-center user go with them. */
export function deletePerson(org: Organization, person: Person): void {
  org.state.run('DELETE FROM people WHERE id = ?', person.id)
}

export function touch(org: Organization, id: string): Person {
  org.state.run('UPDATE people SET modified = ?, version = version + 1 WHERE id = ?', org.now(), id)
  return personById(org, id)
}

/** By Webex id or bare UUID; a person who is not visible yet does not exist. */
export function findPerson(org: Organization, id: string): Person | undefined {
  const raw = rawId('PEOPLE', id)
  if (raw === undefined || !isUuid(raw)) return undefined
  return org.state.get<Person>('SELECT * FROM people WHERE id = ? AND visibleAt <= ?', raw, org.now())
}

export const findPersonByEmail = (org: Organization, email: string): Person | undefined =>
  org.state.get<Person>('SELECT * FROM people WHERE email = ? AND visibleAt <= ?', email, org.now())

export const listPeople = (org: Organization): Person[] =>
  org.state.all<Person>('SELECT * FROM people WHERE visibleAt <= ? ORDER BY seq', org.now())

export function statusOf(person: Person): 'pending' | 'inactive' | 'active' {
  if (person.accepted === 0) return 'pending'
  return person.enabled === 1 ? 'active' : 'inactive'
}

function personById(org: Organization, id: string): Person {
  const person = org.state.get<Person>('SELECT * FROM people WHERE id = ?', id)
  if (person === undefined) throw new Error(`person ${id} vanished within a request`)
  return person
}

function displayNameOf(draft: PersonDraft): string {
  const names = [draft.givenName, draft.familyName].filter((name) => name !== undefined && name !== '')
  return draft.displayName ?? (names.length > 0 ? names.join(' ') : draft.email)
}

export const isAddress = (email: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)

function refuseMalformedAddress(email: string): void {
  if (isAddress(email)) return
  throw new Refusal(400, `Invalid email address: ${email}`, { scimType: 'invalidValue' })
}

function refuseTaken(org: Organization, email: string): void {
  if (org.state.get('SELECT id FROM people WHERE email = ?', email) === undefined) return
  // Sandbox choice: Cisco does not publish the wording of this 409.
  throw new Refusal(409, `A user with the email ${email} already exists in this organization.`, {
    scimType: 'uniqueness',
  })
}
