import type { Column } from './columns.ts'
import type { Newline } from './decode.ts'
import type { Delimiter } from './dialect.ts'
import { foldHeader } from './headers.ts'
import type { CsvSheet } from './rows.ts'
import { type CsvRecord, type CsvTable, cellAt } from './table.ts'

/** How a file is written: as the one that was read. Control Hub reads comma and UTF-8. */
export interface CsvLayout {
  readonly delimiter: Delimiter
  readonly newline: Newline
  readonly hasBom: boolean
}

/** What Control Hub imports whatever was read. */
export const controlHubLayout: CsvLayout = { delimiter: ',', newline: 'crlf', hasBom: false }

/** Records to text; injected like the parser. It quotes what needs it and changes nothing. */
export type CsvStringifier = (records: CsvRecords, layout: CsvLayout) => string

/** The header first, then the rows. */
export type CsvRecords = readonly (readonly string[])[]

/**
 * Which columns are written. `all`: every one, as read. `importable`: without our own, which Control Hub does not
 * know. `minimal`: the address, the names and the Contact Center licenses; a column that is not there can do no
 * harm (NEW-24).
 */
export type ColumnChoice = 'all' | 'importable' | 'minimal'

/** The records of a table, or of some of its rows, with the header byte for byte. */
export function recordsOf(
  { table, columns }: CsvSheet,
  choice: ColumnChoice = 'all',
  rows: readonly CsvRecord[] = table.records,
): CsvRecords {
  if (choice === 'all') return [table.headers, ...rows.map(({ cells }) => cells)]
  const kept = columns.all.filter((column) => isKept(column, choice)).map(({ index }) => index)
  return [
    kept.map((index) => table.headers[index] ?? ''),
    ...rows.map((record) => kept.map((index) => cellAt(record, index))),
  ]
}

export interface FailedRow {
  readonly line: number
  /** A sentence, made at the edge. */
  readonly reason: string
  readonly rule?: string
}

/**
 * The rows that failed, with their cells as they were and why. The file is read again as it is: the columns Reason
 * and Rule are ignored, and replaced when a row fails once more.
 */
export function failedRecords(table: CsvTable, failed: readonly FailedRow[]): CsvRecords {
  const byLine = new Map(failed.map((row) => [row.line, row]))
  const rows = table.records.filter(({ line }) => byLine.has(line))
  const kept = table.headers.flatMap((header, index) => (ours.includes(foldHeader(header)) ? [] : [index]))
  const width = Math.max(table.headers.length, ...rows.map(({ cells }) => cells.length))
  const beyond = Array.from(
    { length: width - table.headers.length },
    (_, index) => table.headers.length + index,
  )
  const taken = [...kept, ...beyond]
  return [
    [...taken.map((index) => table.headers[index] ?? ''), 'Reason', 'Rule'],
    ...rows.map((record) => {
      const why = byLine.get(record.line)
      const said = [textSafe(why?.reason ?? ''), textSafe(why?.rule ?? '')]
      return [...taken.map((index) => cellAt(record, index)), ...said]
    }),
  ]
}

const ours = ['reason', 'rule']

/** Text of ours that no spreadsheet takes for a formula. Cells of people are never changed: numbers begin with +. */
export function textSafe(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}

/** Files of at most so many rows, to be imported strictly one after another (CSV-1, C-13). */
export function partsOf<T>(rows: readonly T[], limit: number): readonly (readonly T[])[] {
  const parts: T[][] = []
  for (let start = 0; start < rows.length; start += limit) parts.push(rows.slice(start, start + limit))
  return parts
}

function isKept({ kind }: Column, choice: ColumnChoice): boolean {
  if (choice === 'minimal') return needed.includes(kind)
  return kind !== 'ours' && kind !== 'role' && kind !== 'agent' && kind !== 'blank'
}

const needed: readonly Column['kind'][] = ['email', 'firstName', 'lastName', 'license']
