import { asArray, asObject, asText, type JsonObject } from '../json.ts'
import { changeLicenses, type License, licenseById, licensesOf } from '../organization/licenses.ts'
import type { Organization } from '../organization/organization.ts'
import {
  createPerson,
  findPersonByEmail,
  type Person,
  type PersonDraft,
  replacePerson,
  touch,
} from '../organization/people.ts'
import { Refusal } from '../refusal.ts'
import type { AttributeField, DetailField } from './columns.ts'
import { detailsOf, writeDetails } from './details.ts'
import type { ImportRow, RowError } from './row.ts'

export type ImportMode = 'add-only' | 'add-and-remove'

export interface RowResult {
  readonly outcome: 'added' | 'updated' | 'failed'
  readonly error?: RowError
}

/** Carries out one row: a whole row or, where a service has no units left, the person without that service. */
export function applyRow(org: Organization, row: ImportRow, mode: ImportMode): RowResult {
  if (row.error !== undefined) return { outcome: 'failed', error: row.error }
  try {
    return org.state.part(() => savePerson(org, row, mode))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const code = String(error.errorCode ?? error.status)
    return { outcome: 'failed', error: { httpStatus: error.status, code, message: error.message } }
  }
}

function savePerson(org: Organization, row: ImportRow, mode: ImportMode): RowResult {
  const known = findPersonByEmail(org, row.email)
  const person = known === undefined ? createPerson(org, draftOf(row)) : updatePerson(org, known, row)
  saveDetails(org, person, row)
  const exhausted = saveServices(org, person, row, mode)
  if (exhausted.length === 0) return { outcome: known === undefined ? 'added' : 'updated' }
  const names = exhausted
    .map(({ name, subscriptionId }) => `${name} (${subscriptionId ?? 'free'})`)
    .join(', ')
  const message = `The user was saved, but no license is available: ${names}.`
  return {
    outcome: 'failed',
    error: { httpStatus: known === undefined ? 201 : 200, code: '700000', message },
  }
}

function draftOf({ fields, email }: ImportRow): PersonDraft {
  const { givenName, familyName, displayName } = fields
  return { email, givenName, familyName, displayName, attributes: withAttributes({}, fields) }
}

/** Blank cells leave what is there. The address stays as it was first written. */
function updatePerson(org: Organization, person: Person, { fields }: ImportRow): Person {
  const before = asObject(JSON.parse(person.attributes))
  const draft = {
    email: person.email,
    givenName: fields.givenName ?? person.givenName ?? undefined,
    familyName: fields.familyName ?? person.familyName ?? undefined,
    displayName: fields.displayName ?? person.displayName,
    nickName: person.nickName ?? undefined,
    attributes: withAttributes(before, fields),
  }
  const isSame =
    draft.givenName === (person.givenName ?? undefined) &&
    draft.familyName === (person.familyName ?? undefined) &&
    draft.displayName === person.displayName &&
    JSON.stringify(draft.attributes) === JSON.stringify(before)
  return isSame ? person : replacePerson(org, person, draft)
}

const attributeFields: readonly AttributeField[] = ['extension', 'title', 'department', 'manager']

function withAttributes(before: JsonObject, fields: ImportRow['fields']): JsonObject {
  const merged = merge(before, fields, attributeFields)
  const { phoneNumber } = fields
  if (phoneNumber === undefined) return merged
  const others = asArray(before['phoneNumbers']).filter((entry) => asText(asObject(entry)['type']) !== 'work')
  const work = isRemoval(phoneNumber) ? [] : [{ type: 'work', value: phoneNumber }]
  return { ...merged, phoneNumbers: [...work, ...others] }
}

const detailFields: readonly DetailField[] = [
  'callerIdNumber',
  'callerIdFirstName',
  'callerIdLastName',
  'location',
  'preferredLanguage',
  'timeZone',
  'addressType',
  'addressCountry',
]

function saveDetails(org: Organization, person: Person, { fields }: ImportRow): void {
  if (detailFields.every((field) => fields[field] === undefined)) return
  writeDetails(org, person.id, merge(detailsOf(org, person.id), fields, detailFields))
}

function merge(
  before: JsonObject,
  fields: ImportRow['fields'],
  names: readonly (AttributeField | DetailField)[],
): JsonObject {
  const filled = names.flatMap((name) => {
    const value = fields[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  const merged = { ...before, ...Object.fromEntries(filled) }
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => !isRemoval(value)))
}

/** `REMOVE|` before a number takes it away, the word alone resets a location. */
const isRemoval = (value: unknown): boolean => typeof value === 'string' && /^REMOVE(\||$)/.test(value)

/** FALSE counts in *Add and remove services* only (CSV-10, C-6). */
function saveServices(
  org: Organization,
  person: Person,
  { services }: ImportRow,
  mode: ImportMode,
): readonly License[] {
  const held = new Set(licensesOf(org, person.id).map(({ id }) => id))
  const changes = services
    .filter(({ isWanted, licenseId }) => isWanted !== held.has(licenseId))
    .filter(({ isWanted }) => isWanted || mode === 'add-and-remove')
    .flatMap(({ licenseId, isWanted }) => {
      const license = licenseById(org, licenseId)
      return license === undefined ? [] : [{ license, operation: isWanted ? 'add' : 'remove' } as const]
    })
  if (changes.length === 0) return []
  const { exhausted } = changeLicenses(org, person.id, changes)
  if (exhausted.length < changes.length) touch(org, person.id)
  return exhausted
}
