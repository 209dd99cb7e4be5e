import {
  type CsvRow,
  type CsvSheet,
  controlHubLayout,
  type ImportMode,
  type LicensePool,
  type Observation,
  personKey,
  recordsOf,
} from '@wxcc-onboard/core'
import { stringifyCsv } from './stringify.ts'

/**
 * Rows as Control Hub is to import them: the columns of this procedure alone (NEW-24), and under the licenses what was
 * decided where a row says TRUE twice.
 */
export function importText(sheet: CsvSheet, rows: readonly CsvRow[], mode: ImportMode): string {
  const byLine = new Map(rows.map((row) => [row.line, row]))
  const records = sheet.table.records.flatMap((record) => {
    const row = byLine.get(record.line)
    if (row === undefined) return []
    const cells = [...record.cells]
    for (const column of sheet.columns.licenses) {
      const isChosen =
        column.license === row.license &&
        (row.subscriptionId === undefined || column.subscriptionId === row.subscriptionId)
      const isTrue = /^t(?:rue)?$/i.test((cells[column.index] ?? '').trim())
      if (!isTrue || isChosen) continue
      cells[column.index] = mode === 'add-and-remove' && column.license !== row.license ? 'FALSE' : ''
    }
    return [{ ...record, cells }]
  })
  return stringifyCsv(recordsOf(sheet, 'minimal', records), controlHubLayout)
}

/** Whether someone is what their row wants, as far as a file can say it. */
export function isAsWanted(row: CsvRow, { people, pools }: Pick<Observation, 'people' | 'pools'>): boolean {
  const person = people[personKey(row.email)]
  if (person === undefined) return row.license === 'remove'
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
