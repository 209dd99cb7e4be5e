import { addressFault, personKey } from '../../domain/person.ts'
import type { Problem } from '../../domain/problem.ts'
import { quoted } from '../quoted.ts'
import { type CsvRole, readFlag, readRole } from './cells.ts'
import type { Column, CsvColumns } from './columns.ts'
import { csvProblem, rowSubject } from './csv-problem.ts'
import { type CsvLicense, createLicenseReader, type LicensePolicy, type LicenseRef } from './license-cells.ts'
import type { ImportMode } from './mode.ts'
import { createServiceReader, type ServiceCell } from './service-cells.ts'
import { type CsvRecord, type CsvTable, cellAt, isShort, strayFinder } from './table.ts'

/** A file as understood: its rows, and what each column is. */
export interface CsvSheet {
  readonly table: CsvTable
  readonly columns: CsvColumns
}

/** What one row of the file asks for. */
export interface CsvRow {
  readonly line: number
  readonly email: string
  /** Who it is: the `personKey` of the address. */
  readonly key: string
  readonly firstName?: string
  readonly lastName?: string
  readonly license: CsvLicense
  readonly subscriptionId?: string
  /** Licenses whose FALSE takes them away from whoever holds them (CSV-10); only in add-and-remove. */
  readonly removes: readonly LicenseRef[]
  /** Licenses whose FALSE does nothing in this mode (C-6); only in add-only. */
  readonly ignores: readonly LicenseRef[]
  readonly role?: CsvRole
  /** TRUE and FALSE under other services; blank ones are left out. */
  readonly otherServices: readonly ServiceCell[]
  /** What is to be said and does not reject the row. */
  readonly problems: readonly Problem[]
}

export interface RejectedRow {
  readonly line: number
  readonly email: string
  /** At least one is an error. */
  readonly problems: readonly Problem[]
}

/** Rows in are rows understood and rows rejected, each once. */
export interface CsvReading {
  readonly rows: readonly CsvRow[]
  readonly rejected: readonly RejectedRow[]
  /** Of the file as a whole; an error among them refuses it. */
  readonly problems: readonly Problem[]
}

export interface ReadRowsOptions extends Partial<Omit<LicensePolicy, 'mode'>> {
  readonly mode: ImportMode
}

/**
 * Reads every row of a file under an import mode. Nothing is corrected: a row that cannot be understood is rejected
 * with its reason, and a file with TRUE under a suspended service is refused as Control Hub does (NEW-18).
 *
 * @example
 * const { rows, rejected } = readRows(sheet, { mode: 'add-only' })
 * rows.length + rejected.length === sheet.table.records.length // true
 */
export function readRows(sheet: CsvSheet, options: ReadRowsOptions): CsvReading {
  const policy: LicensePolicy = { bothTrue: 'reject', subscriptions: {}, ...options }
  const readRow = createRowReader(sheet, policy)
  const rows: CsvRow[] = []
  const rejected: RejectedRow[] = []
  for (const record of sheet.table.records) {
    const row = readRow(record)
    if (row.problems.some(({ severity }) => severity === 'error')) {
      rejected.push({ line: row.line, email: row.email, problems: row.problems })
    } else rows.push(row)
  }
  return { rows, rejected, problems: [...suspendedProblems(sheet), ...payerProblems(sheet.columns, policy)] }
}

function createRowReader({ table, columns }: CsvSheet, policy: LicensePolicy): (record: CsvRecord) => CsvRow {
  const readLicense = createLicenseReader(columns.licenses, policy)
  const readServices = createServiceReader(columns.services)
  const hasStrayCells = strayFinder(table)
  return (record) => {
    const email = cellAt(record, columns.email.index).trim()
    const license = readLicense(record, email)
    const services = readServices(record, email)
    const role = columns.role === undefined ? 'blank' : readRole(cellAt(record, columns.role.index))
    const { subscriptionId } = license
    const firstName = nameAt(record, columns.firstName)
    const lastName = nameAt(record, columns.lastName)
    return {
      line: record.line,
      email,
      key: personKey(email),
      license: license.license,
      removes: license.removes,
      ignores: license.ignores,
      otherServices: services.cells,
      problems: joined(
        shapeProblems(table, record, email, hasStrayCells(record)),
        addressProblems(email, record.line),
        license.problems,
        services.problems,
        role === 'invalid' ? [rejectedRole(record, email, columns.role)] : noProblems,
      ),
      ...(firstName === '' ? {} : { firstName }),
      ...(lastName === '' ? {} : { lastName }),
      ...(subscriptionId === undefined ? {} : { subscriptionId }),
      ...(role === 'blank' || role === 'invalid' ? {} : { role }),
    }
  }
}

const noProblems: readonly Problem[] = []

/** Most rows have none, and then no list of their own. */
function joined(...all: readonly (readonly Problem[])[]): readonly Problem[] {
  return all.every(({ length }) => length === 0) ? noProblems : all.flat()
}

function nameAt(record: CsvRecord, column: Column | undefined): string {
  return column === undefined ? '' : cellAt(record, column.index).trim()
}

/** Cells beyond the header mean that cells have moved; a row that ends early is what some spreadsheets write. */
function shapeProblems(
  table: CsvTable,
  record: CsvRecord,
  email: string,
  hasStrayCells: boolean,
): readonly Problem[] {
  if (!hasStrayCells && !isShort(table, record)) return noProblems
  const facts = { line: record.line, cells: record.cells.length, expected: table.headers.length }
  return [
    csvProblem(
      'csv.row-ragged',
      hasStrayCells ? 'error' : 'warning',
      'CSV-3',
      facts,
      rowSubject(email, record.line),
    ),
  ]
}

function addressProblems(email: string, line: number): readonly Problem[] {
  if (email === '') return [csvProblem('person.email-missing', 'error', 'CSV-6', { line, row: line })]
  const fault = addressFault(email)
  if (fault === undefined) return noProblems
  const facts = { email: quoted(email), line, row: line, fault }
  return [csvProblem('person.email-malformed', 'error', 'CSV-6', facts, rowSubject(email, line))]
}

function rejectedRole(record: CsvRecord, email: string, column: Column | undefined): Problem {
  const given = column === undefined ? '' : quoted(cellAt(record, column.index))
  const facts = { line: record.line, header: column?.header, given }
  return csvProblem('csv.role-rejected', 'error', 'CSV-11', facts, rowSubject(email, record.line))
}

/** TRUE under "(Suspended)" refuses the file; every such column is named with its lines (NEW-18). */
function suspendedProblems({ table, columns }: CsvSheet): readonly Problem[] {
  return columns.all
    .filter(({ isSuspended, kind }) => isSuspended && (kind === 'license' || kind === 'service'))
    .flatMap((column) => {
      const lines = table.records
        .filter((record) => readFlag(cellAt(record, column.index)) === 'true')
        .map(({ line }) => line)
      if (lines.length === 0) return []
      const facts = { header: column.header, lines, count: lines.length }
      return [csvProblem('csv.suspended-true', 'error', 'NEW-18', facts)]
    })
}

function payerProblems({ ambiguities }: CsvColumns, { subscriptions }: LicensePolicy): readonly Problem[] {
  return ambiguities
    .filter(({ license }) => subscriptions[license] === undefined)
    .map(({ license, ...found }) =>
      csvProblem('csv.subscription-several', 'question', 'C-14', { license, ...found }, { kind: 'license' }),
    )
}
