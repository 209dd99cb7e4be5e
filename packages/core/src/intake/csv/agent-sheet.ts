import { type AgentField, agentFields, agentHeaders } from '../../domain/agent.ts'
import { addressFault, personKey } from '../../domain/person.ts'
import type { Problem } from '../../domain/problem.ts'
import { quoted } from '../quoted.ts'
import { csvProblem, rowSubject } from './csv-problem.ts'
import { agentFieldOf, foldHeader, namedKind } from './headers.ts'
import { type CsvRecord, type CsvTable, cellAt } from './table.ts'

/** What one row says of a contact-center user; blank cells say nothing. */
export interface AgentRow {
  readonly line: number
  readonly email: string
  readonly given: { readonly [field in AgentField]?: string }
}

export interface RejectedAgent {
  readonly line: number
  readonly email: string
  /** At least one is an error. */
  readonly problems: readonly Problem[]
}

export type AgentSheet =
  | {
      readonly ok: true
      readonly rows: readonly AgentRow[]
      readonly rejected: readonly RejectedAgent[]
      /** As the file spells them. */
      readonly headers: { readonly [field in AgentField]?: string }
    }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/**
 * Reads who is to be set up how: an address beside columns named as in the Bulk Operations file, in any order and
 * case. It may be a user file of Control Hub that has such columns, or a file of their own (CSV-16, C-19).
 */
export function readAgentSheet(table: CsvTable): AgentSheet {
  const emails = indexesOf(table, (name) => namedKind(name) === 'email')
  const found = agentFields.map(
    (field) => [field, indexesOf(table, (name) => agentFieldOf(name) === field)] as const,
  )
  const problems = [...columnProblems(table, emails, found)]
  const [email] = emails
  if (email === undefined || problems.length > 0) return { ok: false, problems }
  const columns = found.flatMap(([field, [index]]) => (index === undefined ? [] : [[field, index] as const]))
  const rows: AgentRow[] = []
  const rejected: RejectedAgent[] = []
  const first = new Map<string, number>()
  for (const record of table.records) {
    const row = rowOf(record, email, columns)
    const wrong = rowProblem(row, first)
    if (wrong === undefined) rows.push(row)
    else rejected.push({ line: row.line, email: row.email, problems: [wrong] })
  }
  const headers = Object.fromEntries(columns.map(([field, index]) => [field, table.headers[index] ?? '']))
  return { ok: true, rows, rejected, headers }
}

type Found = readonly (readonly [AgentField, readonly number[]])[]

function indexesOf({ headers }: CsvTable, test: (name: string) => boolean): readonly number[] {
  return headers.flatMap((header, index) => (test(foldHeader(header)) ? [index] : []))
}

function columnProblems(
  { headers, headerLine }: CsvTable,
  emails: readonly number[],
  found: Found,
): readonly Problem[] {
  const twice = [emails, ...found.map(([, indexes]) => indexes)].filter((indexes) => indexes.length > 1)
  const hasFields = found.some(([, indexes]) => indexes.length > 0)
  return [
    ...(emails.length > 0
      ? []
      : [csvProblem('csv.no-email-column', 'error', 'C-19', { line: headerLine, headers })]),
    ...(hasFields
      ? []
      : [
          csvProblem('agent.no-column', 'error', 'C-19', {
            line: headerLine,
            headers: Object.values(agentHeaders),
          }),
        ]),
    ...twice.map((indexes) =>
      csvProblem('csv.column-twice', 'error', 'C-19', {
        headers: indexes.map((index) => headers[index] ?? ''),
      }),
    ),
  ]
}

function rowOf(
  record: CsvRecord,
  email: number,
  columns: readonly (readonly [AgentField, number])[],
): AgentRow {
  const given = columns.flatMap(([field, index]) => {
    const cell = cellAt(record, index).trim()
    return cell === '' ? [] : [[field, cell] as const]
  })
  return { line: record.line, email: cellAt(record, email).trim(), given: Object.fromEntries(given) }
}

function rowProblem({ line, email }: AgentRow, first: Map<string, number>): Problem | undefined {
  if (email === '') return csvProblem('person.email-missing', 'error', 'NEW-30', { line, row: line })
  const subject = rowSubject(email, line)
  const fault = addressFault(email)
  if (fault !== undefined) {
    const facts = { email: quoted(email), line, row: line, fault }
    return csvProblem('person.email-malformed', 'error', 'NEW-30', facts, subject)
  }
  const earlier = first.get(personKey(email))
  if (earlier === undefined) {
    first.set(personKey(email), line)
    return undefined
  }
  return csvProblem('csv.duplicate', 'error', 'NEW-30', { email, line, lines: [earlier, line] }, subject)
}
