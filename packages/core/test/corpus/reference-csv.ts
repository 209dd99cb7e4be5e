import { readColumns } from '../../src/intake/csv/columns.ts'
import type { Newline } from '../../src/intake/csv/decode.ts'
import type { CsvSheet } from '../../src/intake/csv/rows.ts'
import { type CsvParser, type CsvRecord, type CsvTable, readCsvTable } from '../../src/intake/csv/table.ts'
import type { CsvStringifier } from '../../src/intake/csv/write.ts'

/** RFC 4180 in the fewest words, to hold ours against: what the edge injects is a library. */
export const parseCsv: CsvParser = (text, { delimiter }) => {
  const records: CsvRecord[] = []
  let cells: string[] = []
  let cell = ''
  let line = 1
  let start = 1
  let opened: { line: number; column: number } | undefined
  const endRecord = (): void => {
    records.push({ cells: [...cells, cell], line: start })
    cells = []
    cell = ''
  }
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index]!
    const isBreak = character === '\n' || (character === '\r' && text[index + 1] !== '\n')
    if (isBreak) line += 1
    if (opened !== undefined) {
      if (character !== '"') cell += character
      else if (text[index + 1] === '"') {
        cell += '"'
        index += 1
      } else opened = undefined
    } else if (character === '"' && cell === '') opened = { line, column: cells.length + 1 }
    else if (character === delimiter) {
      cells.push(cell)
      cell = ''
    } else if (isBreak) {
      endRecord()
      start = line
    } else if (character !== '\r') cell += character
  }
  if (cell !== '' || cells.length > 0) endRecord()
  return opened === undefined ? { records } : { records, error: { ...opened, message: 'Quote Not Closed' } }
}

export const newlines: Readonly<Record<Newline, string>> = { crlf: '\r\n', lf: '\n', cr: '\r' }

export const stringifyCsv: CsvStringifier = (records, { delimiter, newline, hasBom }) => {
  const written = records.map((cells) =>
    cells
      .map((cell) =>
        /["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell,
      )
      .join(delimiter),
  )
  return `${hasBom ? '\ufeff' : ''}${written.join(newlines[newline])}${newlines[newline]}`
}

export function tableOf(text: string): CsvTable {
  const reading = readCsvTable(text, parseCsv)
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems))
  return reading.table
}

/** A sheet of a text that is right; what is wrong with it is a fault of the test. */
export function sheetOf(...lines: readonly string[]): CsvSheet {
  const table = tableOf(lines.join('\n'))
  const reading = readColumns(table)
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems))
  return { table, columns: reading.columns }
}
