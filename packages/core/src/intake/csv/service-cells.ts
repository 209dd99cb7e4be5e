import type { Problem } from '../../domain/problem.ts'
import { readFlag } from './cells.ts'
import type { Column } from './columns.ts'
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

/**
 * Prepares the reading of other services. Rows that say the same share one list: a file of 200,000 rows has a few
 * dozen different ones.
 */
export function createServiceReader(
  columns: readonly Column[],
): (record: CsvRecord, email: string) => ServiceReading {
  const known = new Map<string, ServiceReading>()
  return (record, email) => {
    let signature = ''
    const problems: Problem[] = []
    for (const { index, header } of columns) {
      const cell = cellAt(record, index)
      const flag = readFlag(cell)
      if (flag === 'invalid') problems.push(rejectedValue(record.line, email, header, cell))
      signature += flag === 'true' ? 'T' : flag === 'false' ? 'F' : '-'
    }
    const same = known.get(signature) ?? { cells: cellsOf(columns, signature), problems: [] }
    known.set(signature, same)
    return problems.length === 0 ? same : { ...same, problems }
  }
}

function cellsOf(columns: readonly Column[], signature: string): readonly ServiceCell[] {
  return columns.flatMap(({ header }, index) =>
    signature[index] === '-' ? [] : [{ header, value: signature[index] === 'T' }],
  )
}
