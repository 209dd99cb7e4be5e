import type { Problem } from '../../domain/problem.ts'
import { type Flag, readFlag } from './cells.ts'
import { type CsvRecord, cellAt } from './table.ts'

type ReadFlags<T> = (record: CsvRecord, email: string, flags: readonly Flag[]) => T

/**
 * Prepares the reading of some columns with flags. Rows that say the same share what was read: a file of 200,000 rows
 * has a few dozen different ones. What a problem speaks of is a row's own.
 */
export function createFlagReader<T extends { readonly problems: readonly Problem[] }>(
  columns: readonly { readonly index: number }[],
  read: ReadFlags<T>,
): (record: CsvRecord, email: string) => T {
  const known = new Map<string, T>()
  return (record, email) => {
    let letters = ''
    for (const { index } of columns) letters += letterOf[readFlag(cellAt(record, index))]
    const same = known.get(letters)
    if (same !== undefined) return same
    const flags = columns.map(({ index }) => readFlag(cellAt(record, index)))
    const reading = read(record, email, flags)
    if (reading.problems.length === 0) known.set(letters, reading)
    return reading
  }
}

const letterOf: Readonly<Record<Flag, string>> = { true: 'T', false: 'F', blank: '-', invalid: '?' }
