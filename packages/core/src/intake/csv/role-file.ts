import { personKey } from '../../domain/person.ts'
import type { Problem } from '../../domain/problem.ts'
import { quoted } from '../quoted.ts'
import { type CsvRole, readRole } from './cells.ts'
import { csvProblem, rowSubject } from './csv-problem.ts'
import type { CsvReading, CsvRow, CsvSheet } from './rows.ts'
import { cellAt } from './table.ts'

/** Roles of a second file, by address. */
export interface RoleList {
  readonly roles: ReadonlyMap<
    string,
    { readonly email: string; readonly role: CsvRole; readonly line: number }
  >
  /** All of them errors, with lines of the second file. */
  readonly problems: readonly Problem[]
}

/** Reads a file that has addresses and a column "Contact Center Role"; blank roles say nothing (CSV-11). */
export function readRoleList({ table, columns }: CsvSheet): RoleList {
  const roles = new Map<string, { email: string; role: CsvRole; line: number }>()
  const problems: Problem[] = []
  const { email: emailColumn, role: roleColumn } = columns
  if (roleColumn === undefined)
    return {
      roles,
      problems: [csvProblem('csv.no-role-column', 'error', 'CSV-11', { line: table.headerLine })],
    }
  for (const record of table.records) {
    const email = cellAt(record, emailColumn.index).trim()
    const cell = cellAt(record, roleColumn.index)
    const role = readRole(cell)
    if (role === 'blank') continue
    const { line } = record
    const subject = rowSubject(email, line)
    const key = personKey(email)
    const known = roles.get(key)
    if (role === 'invalid') {
      const facts = { line, header: roleColumn.header, given: quoted(cell) }
      problems.push(csvProblem('csv.role-rejected', 'error', 'CSV-11', facts, subject))
    } else if (known !== undefined && known.role !== role) {
      const facts = { line, email, roles: [known.role, role], lines: [known.line, line] }
      problems.push(csvProblem('csv.role-conflict', 'error', 'CSV-11', facts, subject))
    } else roles.set(key, known ?? { email, role, line })
  }
  return { roles, problems }
}

/**
 * Gives rows the roles of a second file. A row that names another role itself is rejected; addresses of the second
 * file that no row has are a question, so that no supervisor is forgotten.
 */
export function withRoles(reading: CsvReading, { roles }: RoleList): CsvReading {
  const rows: CsvRow[] = []
  const rejected = [...reading.rejected]
  const met = new Set(reading.rejected.map(({ email }) => personKey(email)))
  for (const row of reading.rows) {
    const given = roles.get(row.key)
    met.add(row.key)
    if (given === undefined || row.role === given.role) rows.push(row)
    else if (row.role === undefined) rows.push({ ...row, role: given.role })
    else {
      const { line, email } = row
      const facts = { line, email, roles: [row.role, given.role] }
      const problem = csvProblem('csv.role-conflict', 'error', 'CSV-11', facts, rowSubject(email, line))
      rejected.push({ line, email, problems: [...row.problems, problem] })
    }
  }
  const others = [...roles].filter(([key]) => !met.has(key)).map(([, { email }]) => email)
  const facts = { count: others.length, people: others }
  return {
    rows,
    rejected: rejected.toSorted((a, b) => a.line - b.line),
    problems:
      others.length === 0
        ? reading.problems
        : [...reading.problems, csvProblem('csv.role-without-row', 'question', 'CSV-11', facts)],
  }
}
