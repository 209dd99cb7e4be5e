import type { Problem } from '../../domain/problem.ts'
import { csvProblem } from './csv-problem.ts'
import { type Delimiter, type Dialect, delimiters, sniffDialect } from './dialect.ts'

/** One row as the file has it. `line` is where it begins, counted in lines of the file from 1. */
export interface CsvRecord {
  readonly cells: readonly string[]
  readonly line: number
}

/**
 * Text to records; injected, because the parser is chosen at the edge. Lines inside quotes count. `utf8` is the same
 * text in UTF-8, where the file is: most parsers read bytes.
 */
export type CsvParser = (
  text: string,
  options: { readonly delimiter: Delimiter; readonly utf8?: Uint8Array },
) => {
  readonly records: readonly CsvRecord[]
  readonly error?: { readonly line: number; readonly column: number; readonly message: string }
}

export interface CsvTable {
  /** Byte for byte as in the file. */
  readonly headers: readonly string[]
  readonly headerLine: number
  /** Every row but the empty ones. */
  readonly records: readonly CsvRecord[]
}

export type ReadCsvTable =
  | {
      readonly ok: true
      readonly table: CsvTable
      readonly dialect: Dialect
      readonly problems: readonly Problem[]
    }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Reads text as a header and rows. Empty rows at the end are dropped, those between are named. */
export function readCsvTable(
  text: string,
  parse: CsvParser,
  { delimiter: chosen, utf8 }: { readonly delimiter?: Delimiter; readonly utf8?: Uint8Array } = {},
): ReadCsvTable {
  const dialect = sniffDialect(text, chosen)
  const { delimiter, start } = dialect
  const body = start === 0 ? text : text.slice(start)
  // A `sep=` line is as many bytes as letters.
  const { records, error } = parse(body, {
    delimiter,
    ...(utf8 === undefined ? {} : { utf8: utf8.subarray(start) }),
  })
  if (error !== undefined)
    return refused('csv.unreadable', { ...error, line: error.line + dialect.skippedLines })
  const at = records.findIndex((record) => !isEmpty(record))
  const header = records[at]
  if (header === undefined) return refused('csv.empty')
  if (isQuotedWhole(header.cells)) return refused('csv.lines-quoted', { header: header.cells[0] })
  const rows = shifted(records.slice(at + 1), dialect.skippedLines)
  const empty = rows.filter(isEmpty)
  const table = {
    headers: header.cells,
    headerLine: header.line + dialect.skippedLines,
    records: empty.length === 0 ? rows : rows.filter((record) => !isEmpty(record)),
  }
  return { ok: true, table, dialect, problems: tableProblems(table.records, empty) }
}

/** The cell of a column, empty where the row ends before it. */
export function cellAt(record: CsvRecord, index: number): string {
  return record.cells[index] ?? ''
}

/** Tells of each row whether it has text where the header has none: its cells have probably moved. */
export function strayFinder({ headers }: CsvTable): (record: CsvRecord) => boolean {
  const nameless = headers.flatMap((header, index) => (header.trim() === '' ? [index] : []))
  return (record) => {
    const { cells } = record
    for (let index = headers.length; index < cells.length; index += 1) {
      if (cellAt(record, index).trim() !== '') return true
    }
    return nameless.some((index) => cellAt(record, index).trim() !== '')
  }
}

/** Whether a row ends before the header does. */
export function isShort({ headers }: CsvTable, { cells }: CsvRecord): boolean {
  return cells.length < headers.length
}

function tableProblems(filled: readonly CsvRecord[], empty: readonly CsvRecord[]): readonly Problem[] {
  const last = filled.at(-1)
  if (last === undefined) return [csvProblem('csv.no-rows', 'error', 'CSV-6')]
  const lines = empty.map(({ line }) => line).filter((line) => line < last.line)
  return lines.length === 0
    ? []
    : [csvProblem('csv.rows-empty', 'notice', 'CSV-6', { lines, count: lines.length })]
}

/** A spreadsheet that read the wrong delimiter writes every line back as one quoted cell. */
function isQuotedWhole(cells: readonly string[]): boolean {
  const [only = ''] = cells
  return cells.length === 1 && delimiters.some((delimiter) => only.includes(delimiter))
}

function shifted(records: readonly CsvRecord[], lines: number): readonly CsvRecord[] {
  return lines === 0 ? records : records.map(({ cells, line }) => ({ cells, line: line + lines }))
}

function isEmpty({ cells }: CsvRecord): boolean {
  return cells.every((cell) => cell === '' || cell.trim() === '')
}

function refused(
  code: 'csv.unreadable' | 'csv.empty' | 'csv.lines-quoted',
  facts: Parameters<typeof csvProblem>[3] = {},
): { readonly ok: false; readonly problems: readonly Problem[] } {
  return { ok: false, problems: [csvProblem(code, 'error', 'CSV-3', facts)] }
}
