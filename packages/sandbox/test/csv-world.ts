import { parse } from 'csv-parse/sync'
import type { Loose, Reply, World } from './world.ts'

export type Mode = 'add-only' | 'add-and-remove'

export const premium = 'Webex Contact Center Premium Agent [Sub-A]'
export const standard = 'Webex Contact Center Standard Agent [Sub-A]'
export const premiumB = 'Webex Contact Center Premium Agent [Sub-B]'
export const calling = 'Webex Calling - Professional [Sub-A]'
export const emailHeader = 'User ID/Email (Required)'

/** Header and rows as text, one cell for each comma. */
export const csv = (...lines: string[]): string => `${lines.join('\r\n')}\r\n`

/** A row by the header of each cell. */
export type Row = Readonly<Record<string, string>>

/** Rows as a file that has the columns that they use. */
export function sheet(...rows: Row[]): string {
  const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  return csv(headers.join(','), ...rows.map((row) => headers.map((header) => row[header] ?? '').join(',')))
}

export async function upload(
  world: World,
  content: string | Uint8Array<ArrayBuffer>,
  mode: Mode = 'add-only',
  name = 'people.csv',
): Promise<Reply> {
  const form = new FormData()
  form.set('file', new File([content], name, { type: 'text/csv' }))
  form.set('mode', mode)
  const response = await fetch(`${world.origin}/console/csv/import`, { method: 'POST', body: form })
  return { status: response.status, headers: response.headers, body: await response.json() }
}

/** The errors of a job without what differs from run to run. */
export async function errorsOf(world: World, { id }: Loose): Promise<Loose[]> {
  const { body } = await world.ask('GET', `/console/csv/jobs/${id}/errors`)
  return body.items.map(({ trackingId, ...error }: Loose) => error)
}

/** The export as one record for each person, by header. */
async function exported(world: World, query = ''): Promise<Record<string, string>[]> {
  const response = await fetch(`${world.origin}/console/csv/export?what=people${query}`)
  return parse(await response.text(), { columns: true })
}

export async function exportedPerson(world: World, email: string): Promise<Record<string, string>> {
  return (await exported(world)).find((row) => row[emailHeader] === email) ?? {}
}

/** What the roster says of a person's services and roles. */
export async function rosterOf(world: World, email: string): Promise<Loose> {
  const { body } = await world.ask('GET', '/console/people')
  const found = body.find((person: Loose) => person.email === email)
  if (found === undefined) return undefined
  const { license, licenses, supervisor, administratorRole } = found
  return { license, licenses, supervisor, administratorRole }
}
