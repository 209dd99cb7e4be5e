/** @module The edge's CSV: text to records, by csv-parse. */
import type { CsvParser, CsvRecord } from '@wxcc-onboard/core'
import { CsvError, type Options, parse } from 'csv-parse/sync'

const settings = { relax_column_count: true } satisfies Options

/** Reads records; each knows the line on which it begins, breaks inside quotes counted. */
export const parseCsv: CsvParser = (text, { delimiter, utf8 }) => {
  const breaks = findBreaks(text)
  const options = { ...settings, record_delimiter: breaks.kinds, delimiter }
  try {
    return { records: numbered(parse(asBuffer(utf8) ?? text, options), breaks) }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    if (error.code === 'INVALID_OPENING_QUOTE') return withQuotesInside(text, options, breaks)
    return unreadable(text, options, breaks, error)
  }
}

/** A quotation mark inside an unquoted cell, as people type nicknames, is a character like others. */
function withQuotesInside(text: string, options: Options, breaks: Breaks): ReturnType<CsvParser> {
  try {
    return { records: numbered(parse(text, { ...options, relax_quotes: true }), breaks) }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return unreadable(text, options, breaks, error)
  }
}

/** The parser's own count of lines takes a break inside quotes for two, so lines are counted up to the record at fault. */
function unreadable(text: string, options: Options, breaks: Breaks, error: CsvError): ReturnType<CsvParser> {
  const { records: count, column } = error as CsvError & { records?: number; column?: number | string }
  const before = readBefore(text, options, count ?? 0)
  const line = before.reduce((sum, cells) => sum + linesOf(cells), 1)
  const message = error.message.replace(/ at line \d+/, '').replace(/, value is .*$/, '')
  return { records: numbered(before, breaks), error: { line, column: Number(column ?? 0) + 1, message } }
}

function readBefore(text: string, options: Options, count: number): readonly (readonly string[])[] {
  if (count === 0) return []
  try {
    return parse(text, { ...options, relax_quotes: true, to: count })
  } catch {
    return []
  }
}

/** The line breaks of a text. */
interface Breaks {
  readonly kinds: string[]
  /** How many rows there are if none of them is inside a cell. */
  readonly lines: number
}

/** Most files have one kind of them, and the others need not be looked for behind every letter. */
function findBreaks(text: string): Breaks {
  let [feeds, returns, both] = [0, 0, 0]
  for (let at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 1)) returns += 1
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    feeds += 1
    if (text[at - 1] === '\r') both += 1
  }
  const isEnded = text.endsWith('\n') || text.endsWith('\r')
  const lines = feeds + returns - both + (isEnded ? 0 : 1)
  if (returns === 0) return { kinds: ['\n'], lines }
  return { kinds: both === feeds && both === returns ? ['\r\n'] : ['\r\n', '\n', '\r'], lines }
}

function numbered(rows: readonly (readonly string[])[], { lines }: Breaks): readonly CsvRecord[] {
  if (rows.length === lines) return rows.map((cells, index) => ({ cells, line: index + 1 }))
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

/** The same bytes, not a copy. */
function asBuffer(bytes: Uint8Array | undefined): Buffer | undefined {
  return bytes === undefined ? undefined : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
