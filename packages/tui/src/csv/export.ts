import { agentLicenseOf, type License, type Person } from '@wxcc-onboard/api-client'
import type { CsvRecords } from '@wxcc-onboard/core'

interface ExportColumn {
  readonly header: string
  readonly isMinimal?: true
  read(person: Person): string
}

/** The documented columns, in their order, that the public API can fill (help.webex.com afv3q8). */
const attributes: readonly ExportColumn[] = [
  { header: 'First Name', isMinimal: true, read: ({ firstName }) => firstName ?? '' },
  { header: 'Last Name', isMinimal: true, read: ({ lastName }) => lastName ?? '' },
  { header: 'Display Name', read: ({ displayName }) => displayName ?? '' },
  { header: 'User ID/Email (Required)', isMinimal: true, read: ({ emails }) => emails[0] ?? '' },
  { header: 'User Status', read: statusOf },
  { header: 'Extension', read: (person) => textOf(person['extension']) },
  { header: 'Title', read: (person) => textOf(person['title']) },
  { header: 'Department', read: (person) => textOf(person['department']) },
  { header: 'Manager', read: (person) => textOf(person['manager']) },
  { header: 'Phone Number', read: workNumber },
]

/** A header and a row for each person; a Contact Center license of each subscription has a column of its own. */
export function exportRecords(
  licenses: readonly License[],
  people: readonly Person[],
  { isMinimal }: { readonly isMinimal: boolean },
): CsvRecords {
  const columns: readonly ExportColumn[] = [
    ...attributes.filter((column) => !isMinimal || column.isMinimal),
    ...licenses.flatMap(licenseColumn),
  ]
  return [
    columns.map(({ header }) => header),
    ...people.map((person) => columns.map(({ read }) => read(person))),
  ]
}

const names = { standard: 'Standard', premium: 'Premium' } as const

function licenseColumn(license: License): readonly ExportColumn[] {
  const kind = agentLicenseOf(license)
  if (kind === undefined) return []
  const { id, subscriptionId } = license
  const mark = subscriptionId === undefined ? '' : ` [${subscriptionId}]`
  return [
    {
      header: `Webex Contact Center ${names[kind]} Agent${mark}`,
      read: ({ licenses: held = [] }) => (held.includes(id) ? 'TRUE' : 'FALSE'),
    },
  ]
}

function statusOf({ invitePending, loginEnabled }: Person): string {
  if (invitePending === true) return 'Pending'
  return loginEnabled === false ? 'Inactive' : 'Active'
}

function workNumber(person: Person): string {
  const numbers = Array.isArray(person['phoneNumbers']) ? person['phoneNumbers'] : []
  const work = numbers.find((number: unknown) => (number as { type?: unknown } | null)?.type === 'work')
  return textOf((work as { value?: unknown } | undefined)?.value)
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
