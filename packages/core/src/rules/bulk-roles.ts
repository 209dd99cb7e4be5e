import type { Problem } from '../domain/problem.ts'
import { csvProblem, rowSubject } from '../intake/csv/csv-problem.ts'
import type { CsvRow } from '../intake/csv/rows.ts'
import type { BulkGround } from './bulk-ground.ts'

/** A CSV file gives no role but agent: whoever is to be more must not be forgotten after the import (CSV-11). */
export function checkRoles(ground: BulkGround): readonly Problem[] {
  const { rows } = ground.reading
  const later = rows.filter(({ role }) => role !== undefined && role !== 'agent')
  const agents = rows.filter(({ license, role }) => license === 'premium' && role === undefined)
  return [
    ...(later.length === 0
      ? []
      : [
          csvProblem('csv.roles-by-hand', 'notice', 'CSV-11', {
            count: later.length,
            people: later.map(({ email }) => email),
          }),
        ]),
    ...(agents.length === 0
      ? []
      : [csvProblem('csv.agent-role', 'notice', 'CSV-9', { count: agents.length })]),
    ...rows.flatMap((row) =>
      row.role === 'supervisor' ? supervisorProblems(row, ground) : forgottenProblems(row, ground),
    ),
  ]
}

/** There is no supervisor on Standard, and none without a license. */
function supervisorProblems(row: CsvRow, ground: BulkGround): readonly Problem[] {
  if (row.license === 'premium') return []
  if (row.license === 'leave' && holdsPremium(row, ground) !== false) return []
  const { line, email, license } = row
  return [
    csvProblem(
      'csv.supervisor-needs-premium',
      'error',
      'CSV-11',
      { line, email, license },
      rowSubject(email, line),
    ),
  ]
}

/** A supervisor today whom the file makes a Standard agent or leaves without license. */
function forgottenProblems(row: CsvRow, { observation }: BulkGround): readonly Problem[] {
  const { line, email, key, license, role } = row
  if (license !== 'standard' && license !== 'remove' && role === undefined) return []
  if (observation?.people[key]?.supervisor !== true) return []
  return [
    csvProblem('csv.supervisor-lost', 'warning', 'CSV-11', { line, email, license }, rowSubject(email, line)),
  ]
}

function holdsPremium({ key }: CsvRow, { observation }: BulkGround): boolean | undefined {
  if (observation === undefined) return undefined
  const held = observation.people[key]?.licenseIds ?? []
  return observation.pools.some(({ id, license }) => license === 'premium' && held.includes(id))
}
