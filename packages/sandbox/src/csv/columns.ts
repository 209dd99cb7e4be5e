import { asArray, asObject, asText, type JsonObject } from '../json.ts'
import { type License, listLicenses } from '../organization/licenses.ts'
import { isoTime, type Organization } from '../organization/organization.ts'
import { type Person, statusOf } from '../organization/people.ts'

/** One person as an export sees them. */
export interface Profile {
  readonly person: Person
  /** What the People API shows too. */
  readonly attributes: JsonObject
  /** What only the CSV knows. */
  readonly details: JsonObject
  readonly now: number
}

export interface AttributeColumn {
  readonly header: string
  /** Undefined: read-only. */
  readonly field?: Field
  readonly read: (profile: Profile) => string
}

export type Field = NameField | 'email' | 'phoneNumber' | AttributeField | DetailField
type NameField = 'givenName' | 'familyName' | 'displayName'
export type AttributeField = 'extension' | 'title' | 'department' | 'manager'
export type DetailField =
  | 'callerIdNumber'
  | 'callerIdFirstName'
  | 'callerIdLastName'
  | 'location'
  | 'preferredLanguage'
  | 'timeZone'
  | 'addressType'
  | 'addressCountry'

export const emailHeader = 'User ID/Email (Required)'

const attribute = (header: string, field: AttributeField): AttributeColumn => ({
  header,
  field,
  read: ({ attributes }) => asText(attributes[field]) ?? '',
})

const detail = (header: string, field: DetailField): AttributeColumn => ({
  header,
  field,
  read: ({ details }) => asText(details[field]) ?? '',
})

/** The documented columns in their documented order (help.webex.com afv3q8), up to the country of the address. */
export const attributeColumns: readonly AttributeColumn[] = [
  { header: 'First Name', field: 'givenName', read: ({ person }) => person.givenName ?? '' },
  { header: 'Last Name', field: 'familyName', read: ({ person }) => person.familyName ?? '' },
  { header: 'Display Name', field: 'displayName', read: ({ person }) => person.displayName },
  { header: emailHeader, field: 'email', read: ({ person }) => person.email },
  { header: 'User Status', read: ({ person }) => shownStatus[statusOf(person)] },
  { header: 'Last Service Accessed Time', read: (profile) => isoOrBlank(lastAccess(profile)) },
  { header: 'Days since Last Service Accessed', read: daysSinceAccess },
  attribute('Extension', 'extension'),
  attribute('Title', 'title'),
  attribute('Department', 'department'),
  attribute('Manager', 'manager'),
  {
    header: 'Phone Number',
    field: 'phoneNumber',
    read: ({ attributes }) => workNumber(attributes['phoneNumbers']),
  },
  detail('Caller ID Number', 'callerIdNumber'),
  detail('Caller ID First Name', 'callerIdFirstName'),
  detail('Caller ID Last Name', 'callerIdLastName'),
  detail('Location', 'location'),
  detail('Preferred Language', 'preferredLanguage'),
  detail('Time zone', 'timeZone'),
  detail('Address type', 'addressType'),
  detail('Address country', 'addressCountry'),
]

export interface ServiceColumn {
  readonly header: string
  /** The header without ` (Suspended)`. */
  readonly service: string
  readonly license: License
  readonly isSuspended: boolean
}

/** One column for each license that people can hold, in each subscription that sells it. */
export function serviceColumns(org: Organization): ServiceColumn[] {
  const suspended = new Set(
    org.state
      .all<{ licenseId: string }>('SELECT licenseId FROM suspendedLicenses')
      .map(({ licenseId }) => licenseId),
  )
  return listLicenses(org)
    .filter(({ offer }) => offer !== workspacesOffer)
    .map((license) => {
      const service = serviceName(license)
      const isSuspended = suspended.has(license.id)
      return { service, license, isSuspended, header: isSuspended ? `${service} (Suspended)` : service }
    })
}

const workspacesOffer = 'BCCAE'

/** Spelled as a migration tool's input had them; Cisco's pages differ among themselves. */
const agentNames: Record<string, string> = {
  CJPPRM: 'Webex Contact Center Premium Agent',
  CJPSTD: 'Webex Contact Center Standard Agent',
}

function serviceName({ offer, name, subscriptionId }: License): string {
  const title = agentNames[offer] ?? name
  return subscriptionId === null ? title : `${title} [${subscriptionId}]`
}

const shownStatus = { active: 'Active', inactive: 'Inactive', pending: 'Pending' }

const aDay = 24 * 60 * 60 * 1000

/** Sandbox choice: nobody uses services here, so who accepted the invitation did so some days after it. */
const lastAccess = ({ person }: Profile): number | undefined =>
  person.accepted === 1 ? person.created + (300 + (person.seq % 60)) * aDay : undefined

const isoOrBlank = (time: number | undefined): string => (time === undefined ? '' : isoTime(time))

function daysSinceAccess(profile: Profile): string {
  const time = lastAccess(profile)
  return time === undefined ? '' : String(Math.max(0, Math.floor((profile.now - time) / aDay)))
}

function workNumber(phoneNumbers: unknown): string {
  const work = asArray(phoneNumbers)
    .map(asObject)
    .find(({ type }) => type === 'work')
  return asText(work?.['value']) ?? ''
}
