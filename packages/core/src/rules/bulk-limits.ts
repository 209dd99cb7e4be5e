import type { Problem } from '../domain/problem.ts'
import { csvProblem } from '../intake/csv/csv-problem.ts'
import type { CsvVia } from '../intake/csv/way.ts'

/** Rows that one file may have: for contact-center access (NEW-1), any user file (NEW-2), Bulk Operations. */
export const csvRowLimits = { contactCenter: 1_000, general: 20_000, bulkOperations: 5_000 } as const

/** How many rows go how; names the limit that is hit, and where it comes from (C-13). */
export function checkRowCount({
  rows,
  via,
  rowLimit = csvRowLimits.contactCenter,
}: {
  readonly rows: number
  readonly via: CsvVia
  readonly rowLimit?: number
}): readonly Problem[] {
  const { contactCenter, general } = csvRowLimits
  if (via === 'api')
    return rows > general
      ? [csvProblem('csv.over-limit', 'notice', 'NEW-2', { rows, limit: general, via })]
      : []
  if (!Number.isInteger(rowLimit) || rowLimit < 1 || rowLimit > general)
    return [csvProblem('csv.limit-impossible', 'error', 'NEW-2', { given: rowLimit, limit: general })]
  const parts = Math.ceil(rows / rowLimit)
  return [
    ...(rowLimit > contactCenter
      ? [csvProblem('csv.limit-raised', 'warning', 'NEW-1', { given: rowLimit, limit: contactCenter })]
      : []),
    ...(parts > 1
      ? [
          csvProblem('csv.parts', 'notice', rowLimit === contactCenter ? 'NEW-1' : 'C-13', {
            rows,
            limit: rowLimit,
            parts,
          }),
        ]
      : []),
  ]
}
