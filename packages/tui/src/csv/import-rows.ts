/** @module Rows as Control Hub is to import them, and whether they arrived. */
import {
  type CsvRow,
  type CsvScope,
  type CsvSheet,
  controlHubLayout,
  type ImportMode,
  type KnownPeople,
  type LicensePool,
  personKey,
  recordsOf,
} from '@wxcc-onboard/core'
import { stringifyCsv } from './stringify.ts'

export interface ImportTextOptions {
  readonly mode: ImportMode
  readonly scope: CsvScope
  readonly known: KnownPeople
}

/**
 * Rows as a file. Under the licenses stands what was decided where a row says TRUE twice. With the scope `licenses` it
 * has the columns of this procedure alone (NEW-24), and people who exist keep the name that they have.
 */
export function importText(sheet: CsvSheet, rows: readonly CsvRow[], options: ImportTextOptions): string {
  const { mode, scope, known } = options
  const byLine = new Map(rows.map((row) => [row.line, row]))
  const records = sheet.table.records.flatMap((record) => {
    const row = byLine.get(record.line)
    if (row === undefined) return []
    const cells = decided(sheet, row, record.cells, mode)
    return [{ ...record, cells: scope === 'licenses' ? withOwnNames(sheet, row, cells, known) : cells }]
  })
  return stringifyCsv(
    recordsOf(sheet, scope === 'licenses' ? 'minimal' : 'importable', records),
    controlHubLayout,
  )
}

function decided({ columns }: CsvSheet, row: CsvRow, given: readonly string[], mode: ImportMode): string[] {
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
  { email }: CsvRow,
  given: readonly string[],
  { people }: KnownPeople,
): readonly string[] {
  const person = people[personKey(email)]
  if (person === undefined) return given
  const cells = [...given]
  if (columns.firstName !== undefined) cells[columns.firstName.index] = person.firstName ?? ''
  if (columns.lastName !== undefined) cells[columns.lastName.index] = person.lastName ?? ''
  return cells
}

/** Whether someone exists and holds what their row wants; what a file says of other things cannot be read back. */
export function isAsWanted(row: CsvRow, { people, pools }: KnownPeople): boolean {
  const person = people[personKey(row.email)]
  if (person === undefined) return false
  const held = pools.filter(({ id }) => person.licenseIds.includes(id))
  if (row.license === 'leave') return true
  if (row.license === 'remove') return !held.some((pool) => isRemoved(row, pool))
  const has = held.some(({ license }) => license === row.license)
  return has && held.every(({ license }) => license === row.license)
}

function isRemoved({ removes }: CsvRow, pool: LicensePool): boolean {
  return removes.some(
    ({ license, subscriptionId }) =>
      license === pool.license && (subscriptionId === undefined || subscriptionId === pool.subscriptionId),
  )
}
