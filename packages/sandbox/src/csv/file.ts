import { parse } from 'csv-parse/sync'
import { Refusal } from '../refusal.ts'

/** A file as it was chosen in the import dialog. */
export interface Upload {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

export interface Sheet {
  readonly headers: readonly string[]
  readonly rows: readonly SheetRow[]
}

export interface SheetRow {
  /** Row of the file, the header being 1. */
  readonly number: number
  readonly cells: readonly string[]
}

/** Why a whole file is refused; a program reads `reason`, people read the sentence. */
export type FileReason =
  | 'wrong-type'
  | 'unreadable'
  | 'empty'
  | 'header-only'
  | 'missing-header'
  | 'unknown-header'
  | 'repeated-header'
  | 'too-many-rows'
  | 'suspended-service'

const mostRows = 20_000

/** Reads comma-separated UTF-8 with or without a BOM, or refuses the whole file. */
export function readSheet(upload: Upload): Sheet {
  refuseOtherTypes(upload)
  const [header, ...others] = parseRecords(decode(upload.bytes))
  const rows = others
    .map((cells, index) => ({ number: index + 2, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  const headers = (header ?? []).map((cell) => cell.trim())
  if (headers.every((cell) => cell === '')) throw refusedFile('empty', 'The file is empty.')
  return { headers, rows }
}

/** Last of the checks of a file, so that a wrong header is named before a missing row. */
export function refuseRowCount({ rows }: Sheet): void {
  if (rows.length === 0) throw refusedFile('header-only', 'The file has a header and no rows.')
  if (rows.length <= mostRows) return
  throw refusedFile(
    'too-many-rows',
    `The file has ${rows.length} rows; at most ${mostRows} can be imported.`,
    {
      rows: rows.length,
      limit: mostRows,
    },
  )
}

/** Sandbox choice: Control Hub's wordings are not published. */
export const refusedFile = (reason: FileReason, message: string, facts: object = {}): Refusal =>
  new Refusal(400, message, { next: nextSteps[reason], facts: { reason, ...facts } })

const nextSteps: Record<FileReason, string> = {
  'wrong-type': 'Choose a file whose name ends in .csv.',
  unreadable: 'Save it as comma-separated UTF-8.',
  empty: 'Export a new CSV and edit that.',
  'header-only': 'Enter each person on a new line.',
  'missing-header': 'Keep this column as it was exported.',
  'unknown-header': 'Export a new CSV; headers must be spelled as in it.',
  'repeated-header': 'Keep one column of that name.',
  'too-many-rows': 'Split the file and import the parts one after another.',
  'suspended-service': 'Leave the cells of this column empty.',
}

function refuseOtherTypes({ name, type }: Upload): void {
  const isCsv = name === '' ? /^text\/csv\b/i.test(type) : /\.csv$/i.test(name)
  if (!isCsv) throw refusedFile('wrong-type', `${name === '' ? type : name} is not a CSV file.`)
}

function decode(bytes: Uint8Array): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (!text.includes('\0')) return text
  } catch {
    // Told below, as other bytes that are no text.
  }
  throw refusedFile('unreadable', 'The file is not UTF-8 text.')
}

function parseRecords(text: string): string[][] {
  try {
    return parse(text, { relax_column_count: true, record_delimiter: ['\r\n', '\n', '\r'] })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw refusedFile('unreadable', `The file is not well-formed CSV: ${reason}`)
  }
}
