import type { Problem } from '../../domain/problem.ts'
import type { Flag } from './cells.ts'
import type { Column } from './columns.ts'
import { createFlagReader } from './flag-reader.ts'
import { rejectedValue } from './license-cells.ts'
import { type CsvRecord, cellAt } from './table.ts'

/** What a row says of another service than Contact Center. */
export interface ServiceCell {
  readonly header: string
  readonly value: boolean
}

export interface ServiceReading {
  readonly cells: readonly ServiceCell[]
  readonly problems: readonly Problem[]
}

/** Prepares the reading of other services. */
export function createServiceReader(
  columns: readonly Column[],
): (record: CsvRecord, email: string) => ServiceReading {
  return createFlagReader(columns, (record, email, flags) => ({
    cells: columns.flatMap(({ header }, index) => serviceCell(header, flags[index])),
    problems: columns
      .filter((_, index) => flags[index] === 'invalid')
      .map(({ header, index }) => rejectedValue(record.line, email, header, cellAt(record, index))),
  }))
}

function serviceCell(header: string, flag: Flag | undefined): readonly ServiceCell[] {
  return flag === 'true' || flag === 'false' ? [{ header, value: flag === 'true' }] : []
}
