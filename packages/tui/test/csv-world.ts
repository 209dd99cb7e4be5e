import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createSandbox } from '@wxcc-onboard/sandbox'
import { parse } from 'csv-parse/sync'
import type { CliResult, Workspace } from './run-cli.ts'

export const email = 'User ID/Email (Required)'
export const premium = 'Webex Contact Center Premium Agent [Sub-A]'
export const standard = 'Webex Contact Center Standard Agent [Sub-A]'
export const messaging = 'Basic Messaging'
export const role = 'Contact Center Role'

/** A row by the header of each cell. */
export type Row = Readonly<Record<string, string>>

/** Rows as a file that has the columns that they use. */
export function csvOf(rows: readonly Row[]): string {
  const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const lines = [headers, ...rows.map((row) => headers.map((header) => row[header] ?? ''))]
  return `${lines.map((cells) => cells.join(',')).join('\r\n')}\r\n`
}

/** People who are not there yet, each with what is given for all. */
export function newcomers(count: number, cells: Row = {}): Row[] {
  return Array.from({ length: count }, (_, index) => ({
    'First Name': 'New',
    'Last Name': `Person ${index + 1}`,
    [email]: `new.${index + 1}@acme.example`,
    ...cells,
  }))
}

/** The records of a file by header. */
export function recordsIn(path: string): Row[] {
  return parse(readFileSync(path, 'utf8'), { columns: true }) as Row[]
}

/** Everyone of a workspace's practice organization with every column, as Control Hub's own export shows them. */
export function everyone(at: Workspace): Promise<Map<string, Row>> {
  return withConsole(at, async (consoleUrl) => {
    const response = await fetch(`${consoleUrl}/csv/export?what=people`)
    const rows = parse(await response.text(), { columns: true }) as Row[]
    return new Map(rows.map((row) => [row[email] ?? '', row]))
  })
}

/** Imports of the practice organization, latest first, as its Tasks list shows them. */
export function importsOf(at: Workspace): Promise<readonly { fileName: string }[]> {
  return withConsole(at, async (consoleUrl) => {
    const response = await fetch(`${consoleUrl}/csv/jobs`)
    return (await response.json()) as { fileName: string }[]
  })
}

/** The console of a workspace's practice organization, while no program has it open. */
async function withConsole<T>(
  { directory }: Workspace,
  work: (consoleUrl: string) => Promise<T>,
): Promise<T> {
  const sandbox = createSandbox({ state: join(directory, 'data', 'sandbox.db') })
  const { consoleUrl } = await sandbox.listen({ port: 0 })
  try {
    return await work(consoleUrl)
  } finally {
    await sandbox.close()
  }
}

/** The id under which an import can be resumed. */
export function importId({ out }: CliResult): string {
  return /^Import (\S+):/m.exec(out)?.[1] ?? ''
}

export function hashOf({ out }: CliResult): string {
  return /--approve ([0-9a-f]{12})/.exec(out)?.[1] ?? ''
}
