import { personKey } from '../../domain/person.ts'
import { foldHeader } from './headers.ts'
import type { CsvSheet } from './rows.ts'
import { type CsvRecord, cellAt } from './table.ts'

/** The export that a file was made from, by person and header. */
export interface Baseline {
  has(email: string): boolean
  /** The cell that the export has for a person under a header; undefined where it has neither. */
  cell(email: string, header: string): string | undefined
  readonly sheet: CsvSheet
}

/** Makes an export searchable. Of an address that it has twice the first row counts. */
export function indexBaseline(sheet: CsvSheet): Baseline {
  const records = new Map<string, CsvRecord>()
  for (const record of sheet.table.records) {
    const key = personKey(cellAt(record, sheet.columns.email.index))
    if (!records.has(key)) records.set(key, record)
  }
  const indexes = new Map(sheet.columns.all.map(({ header, index }) => [header, index]))
  for (const { header, index } of sheet.columns.all) {
    if (!indexes.has(foldHeader(header))) indexes.set(foldHeader(header), index)
  }
  return {
    sheet,
    has: (email) => records.has(personKey(email)),
    cell(email, header) {
      const record = records.get(personKey(email))
      const index = indexes.get(header) ?? indexes.get(foldHeader(header))
      return record === undefined || index === undefined ? undefined : cellAt(record, index)
    },
  }
}
