import type { Problem } from '../../domain/problem.ts'
import { readColumns } from './columns.ts'
import { csvProblem } from './csv-problem.ts'
import { type CsvEncoding, decodeCsv } from './decode.ts'
import type { Delimiter, Dialect } from './dialect.ts'
import type { LegacyEncoding } from './legacy.ts'
import type { CsvSheet } from './rows.ts'
import { type CsvParser, type CsvTable, readCsvTable } from './table.ts'
import type { CsvLayout } from './write.ts'

export interface OpenOptions {
  readonly delimiter?: Delimiter
  /** The code page of a file that is not Unicode. */
  readonly legacy?: LegacyEncoding
}

export type OpenCsv =
  | {
      readonly ok: true
      readonly sheet: CsvSheet
      readonly encoding: CsvEncoding
      readonly dialect: Dialect
      readonly layout: CsvLayout
      readonly problems: readonly Problem[]
    }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/**
 * Everything that is understood of a file before an import mode is chosen: encoding, delimiter, rows and columns.
 *
 * @example
 * const opened = openCsv(bytes, parse)
 * if (opened.ok) readRows(opened.sheet, { mode: 'add-only' })
 */
export function openCsv(bytes: Uint8Array, parse: CsvParser, options: OpenOptions = {}): OpenCsv {
  const opened = openTable(bytes, parse, options)
  if (!opened.ok) return opened
  const { table, problems, ...file } = opened
  const found = readColumns(table)
  if (!found.ok) return found
  return { ...file, sheet: { table, columns: found.columns }, problems: [...problems, ...found.problems] }
}

export type OpenTable =
  | {
      readonly ok: true
      readonly table: CsvTable
      readonly encoding: CsvEncoding
      readonly dialect: Dialect
      readonly layout: CsvLayout
      readonly problems: readonly Problem[]
    }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** A header and rows of any kind of file, before it is asked what its columns are. */
export function openTable(bytes: Uint8Array, parse: CsvParser, options: OpenOptions = {}): OpenTable {
  const { legacy, delimiter } = options
  const file = decodeCsv(bytes, legacy === undefined ? {} : { legacy })
  if (!file.ok) return file
  const { text, utf8 } = file
  const reading = readCsvTable(text, parse, {
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(utf8 === undefined ? {} : { utf8 }),
  })
  if (!reading.ok) return reading
  const { table, dialect } = reading
  const { encoding, isGuess, newline, hasBom } = file
  const guessed = isGuess ? [csvProblem('csv.encoding-guessed', 'warning', 'CSV-3', { encoding })] : []
  const layout = { delimiter: dialect.delimiter, newline, hasBom }
  return { ok: true, table, encoding, dialect, layout, problems: [...guessed, ...reading.problems] }
}
