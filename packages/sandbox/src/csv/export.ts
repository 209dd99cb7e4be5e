import { stringify } from 'csv-stringify/sync'
import { asObject, type JsonObject } from '../json.ts'
import type { Organization } from '../organization/organization.ts'
import { listPeople, type Person } from '../organization/people.ts'
import { attributeColumns, emailHeader, type Profile, serviceColumns } from './columns.ts'
import { detailsByPerson } from './details.ts'

/** What the export dialog asks for: user attributes, user licenses or both. */
export type ExportContent = 'attributes' | 'licenses' | 'both'

const nameHeaders = ['First Name', 'Last Name', 'Display Name', emailHeader]

/** The header row alone. */
export const exportTemplate = (org: Organization, content: ExportContent): string => write(org, content, [])

/** Everybody who can be found, in the format that an import takes. */
export const exportPeople = (org: Organization, content: ExportContent): string =>
  write(org, content, listPeople(org))

function write(org: Organization, content: ExportContent, people: readonly Person[]): string {
  const columns = attributeColumns.filter(
    ({ header }) => content !== 'licenses' || nameHeaders.includes(header),
  )
  const services = content === 'attributes' ? [] : serviceColumns(org)
  const details = detailsByPerson(org)
  const held = holdings(org)
  const rows = people.map((person) => {
    const profile = profileOf(org, person, details.get(person.id) ?? {})
    return [
      ...columns.map(({ read }) => read(profile)),
      ...services.map(({ license }) => (held.has(`${person.id} ${license.id}`) ? 'TRUE' : 'FALSE')),
    ]
  })
  const header = [...columns, ...services].map((column) => column.header)
  return stringify([header, ...rows], { record_delimiter: 'windows' })
}

const profileOf = (org: Organization, person: Person, details: JsonObject): Profile => ({
  person,
  attributes: asObject(JSON.parse(person.attributes)),
  details,
  now: org.now(),
})

const holdings = (org: Organization): ReadonlySet<string> =>
  new Set(
    org.state
      .all<{ personId: string; licenseId: string }>('SELECT personId, licenseId FROM assignments')
      .map(({ personId, licenseId }) => `${personId} ${licenseId}`),
  )
