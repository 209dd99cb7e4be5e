import type { Problem } from '../domain/problem.ts'
import { csvProblem, rowSubject } from '../intake/csv/csv-problem.ts'
import type { CsvReading, CsvRow } from '../intake/csv/rows.ts'
import {
  checkExportAge,
  checkLastNames,
  checkNames,
  checkReadOnlyCells,
  checkRenames,
} from './bulk-baseline.ts'
import type { BulkGround } from './bulk-ground.ts'
import { checkRowCount } from './bulk-limits.ts'
import { checkRoles } from './bulk-roles.ts'
import {
  checkAutomaticLicenses,
  checkExchanges,
  checkIgnoredFalse,
  checkPayers,
  checkRemovals,
  checkUnneededColumns,
} from './bulk-services.ts'

/** Everything that is to be said about a file's rows once its import mode and the way to carry it out are known. */
export function checkBulk(ground: BulkGround): readonly Problem[] {
  const { reading } = ground
  return [
    ...reading.problems,
    ...checkRowCount({
      rows: reading.rows.length,
      via: ground.via,
      ...(ground.rowLimit === undefined ? {} : { rowLimit: ground.rowLimit }),
    }),
    ...checkExportAge(ground),
    ...reading.rejected.flatMap(({ problems }) => problems),
    ...reading.rows.flatMap(({ problems }) => problems),
    ...checkDuplicates(reading.rows),
    ...checkRenames(ground),
    ...checkReadOnlyCells(ground),
    ...checkLastNames(ground),
    ...checkNames(ground),
    ...checkRoles(ground),
    ...checkPayers(ground),
    ...checkExchanges(ground),
    ...checkRemovals(ground),
    ...checkIgnoredFalse(ground),
    ...checkAutomaticLicenses(ground),
    ...checkUnneededColumns(ground),
  ]
}

/** The same address twice, whatever its case: the first row counts, each later one is named with it. */
export function checkDuplicates(rows: readonly CsvRow[]): readonly Problem[] {
  const first = new Map<string, number>()
  return rows.flatMap(({ key, email, line }) => {
    const earlier = first.get(key)
    if (earlier === undefined) {
      first.set(key, line)
      return []
    }
    const facts = { email, line, lines: [earlier, line] }
    return [csvProblem('csv.duplicate', 'error', 'CSV-6', facts, rowSubject(email, line))]
  })
}

/** Moves rows about which a rule found an error to the rejected ones; no row is lost or counted twice. */
export function rejectRows(reading: CsvReading, problems: readonly Problem[]): CsvReading {
  const errors = problems.filter(
    ({ severity, facts }) => severity === 'error' && typeof facts['line'] === 'number',
  )
  const byLine = Map.groupBy(errors, ({ facts }) => facts['line'])
  const falling = reading.rows.filter(({ line }) => byLine.has(line))
  if (falling.length === 0) return reading
  const rejected = falling.map(({ line, email, problems: own }) => ({
    line,
    email,
    problems: [...own, ...(byLine.get(line) ?? [])],
  }))
  return {
    rows: reading.rows.filter(({ line }) => !byLine.has(line)),
    rejected: [...reading.rejected, ...rejected].toSorted((a, b) => a.line - b.line),
    problems: reading.problems,
  }
}
