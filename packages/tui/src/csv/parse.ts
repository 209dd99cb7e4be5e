/** @module The edge's CSV: text to records, by csv-parse. */
import type { CsvParser, CsvRecord } from '@wxcc-onboard/core'
import { CsvError, type Options, parse } from 'csv-parse/sync'

const settings = {
  record_delimiter: ['\r\n', '\n', '\r'],
  relax_column_count: true,
} satisfies Options

/** Reads records; each knows the line on which it begins, breaks inside quotes counted. */
export const parseCsv: CsvParser = (text, { delimiter }) => {
  try {
    return { records: numbered(parse(text, { ...settings, delimiter })) }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    if (error.code === 'INVALID_OPENING_QUOTE') return withQuotesInside(text, delimiter)
    return unreadable(text, delimiter, error)
  }
}

/** A quotation mark inside an unquoted cell, as people type nicknames, is a character like others. */
function withQuotesInside(text: string, delimiter: string): ReturnType<CsvParser> {
  try {
    return { records: numbered(parse(text, { ...settings, delimiter, relax_quotes: true })) }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return unreadable(text, delimiter, error)
  }
}

/** The parser's own count of lines takes a break inside quotes for two, so lines are counted up to the record at fault. */
function unreadable(text: string, delimiter: string, error: CsvError): ReturnType<CsvParser> {
  const { records: count, column } = error as CsvError & { records?: number; column?: number | string }
  const before = readBefore(text, delimiter, count ?? 0)
  const line = before.reduce((sum, cells) => sum + linesOf(cells), 1)
  const message = error.message.replace(/ at line \d+/, '').replace(/, value is .*$/, '')
  return { records: numbered(before), error: { line, column: Number(column ?? 0) + 1, message } }
}

function readBefore(text: string, delimiter: string, count: number): readonly (readonly string[])[] {
  if (count === 0) return []
  try {
    return parse(text, { ...settings, delimiter, relax_quotes: true, to: count })
  } catch {
    return []
  }
}

function numbered(rows: readonly (readonly string[])[]): readonly CsvRecord[] {
  let line = 1
  return rows.map((cells) => {
    const record = { cells, line }
    line += linesOf(cells)
    return record
  })
}

function linesOf(cells: readonly string[]): number {
  return cells.reduce((lines, cell) => lines + breaksIn(cell), 1)
}

/** Line breaks inside a cell. */
function breaksIn(cell: string): number {
  if (!cell.includes('\n') && !cell.includes('\r')) return 0
  return cell.match(/\r\n|\n|\r/g)?.length ?? 0
}
