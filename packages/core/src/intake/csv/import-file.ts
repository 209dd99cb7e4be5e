import type { ImportMode } from './mode.ts'
import type { KnownPeople } from './request.ts'
import type { CsvRow, CsvSheet } from './rows.ts'
import type { CsvRecord } from './table.ts'
import type { CsvScope } from './way.ts'
import { type CsvRecords, recordsOf } from './write.ts'

export interface ImportFileOptions {
  readonly mode: ImportMode
  readonly scope: CsvScope
  readonly known: KnownPeople
}

/**
 * Rows as Control Hub is to import them, the header first. Under the licenses stands what was decided where a row says
 * TRUE twice. With the scope `licenses` there are the columns of this procedure alone (NEW-24), and people who exist
 * keep the name that they have.
 */
export function importRecords(
  sheet: CsvSheet,
  records: readonly CsvRecord[],
  rows: readonly CsvRow[],
  { mode, scope, known }: ImportFileOptions,
): CsvRecords {
  const byLine = new Map(rows.map((row) => [row.line, row]))
  const decided = records.flatMap((record) => {
    const row = byLine.get(record.line)
    if (row === undefined) return []
    const cells = decidedCells(sheet, row, record.cells, mode)
    return [{ ...record, cells: scope === 'licenses' ? withOwnNames(sheet, row, cells, known) : cells }]
  })
  return recordsOf(sheet, scope === 'licenses' ? 'minimal' : 'importable', decided)
}

function decidedCells(
  { columns }: CsvSheet,
  row: CsvRow,
  given: readonly string[],
  mode: ImportMode,
): readonly string[] {
  const cells = [...given]
  for (const column of columns.licenses) {
    const isChosen =
      column.license === row.license &&
      (row.subscriptionId === undefined || column.subscriptionId === row.subscriptionId)
    const isTrue = /^t(?:rue)?$/i.test((cells[column.index] ?? '').trim())
    if (!isTrue || isChosen) continue
    cells[column.index] = mode === 'add-and-remove' && column.license !== row.license ? 'FALSE' : ''
  }
  return cells
}

/** The public API gives names to new people only, so that both ways leave the same names behind. */
function withOwnNames(
  { columns }: CsvSheet,
  { key }: CsvRow,
  given: readonly string[],
  { people }: KnownPeople,
): readonly string[] {
  const person = people[key]
  if (person === undefined) return given
  const cells = [...given]
  if (columns.firstName !== undefined) cells[columns.firstName.index] = person.firstName ?? ''
  if (columns.lastName !== undefined) cells[columns.lastName.index] = person.lastName ?? ''
  return cells
}
