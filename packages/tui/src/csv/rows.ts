/** @module What came of each row: rows in are rows out, whatever happened. */
import {
  type CsvRecords,
  type FailedRow,
  failedRecords,
  type Problem,
  type ReportView,
  type StepOutcome,
} from '@wxcc-onboard/core'
import type { Judged } from './judge.ts'

export const rowOutcomes = [
  'done',
  'already',
  'failed',
  'waiting',
  'skipped',
  'not-attempted',
  'rejected',
] as const

export type RowOutcome = (typeof rowOutcomes)[number]

export interface RowResult {
  readonly line: number
  readonly email: string
  readonly outcome: RowOutcome
  readonly problems: readonly Problem[]
  /** What was said elsewhere than by us. */
  readonly reason?: string
}

/** Rows of the file in its order. Rows about which the report says nothing were not attempted. */
export function rowResults(
  { reading }: Judged,
  report: Pick<ReportView, 'people'> | undefined,
): readonly RowResult[] {
  const rows = reading.rows.map(({ line, email }, index): RowResult => {
    const person = report?.people[index]
    return {
      line,
      email,
      outcome: person === undefined ? 'not-attempted' : rowOutcomeOf(person.outcome),
      problems: person?.problems ?? [],
    }
  })
  const rejected = reading.rejected.map(
    ({ line, email, problems }): RowResult => ({
      line,
      email,
      outcome: 'rejected',
      problems: problems.filter(({ severity }) => severity === 'error'),
    }),
  )
  return [...rows, ...rejected].toSorted((a, b) => a.line - b.line)
}

/** What was accepted and cannot be seen counts as failed: nobody may rely on it. */
const classes: Readonly<Record<StepOutcome, RowOutcome>> = {
  done: 'done',
  already: 'already',
  unchanged: 'failed',
  invisible: 'failed',
  failed: 'failed',
  waiting: 'waiting',
  skipped: 'skipped',
  'not-attempted': 'not-attempted',
}

export function rowOutcomeOf(outcome: StepOutcome): RowOutcome {
  return classes[outcome]
}

export type RowBalance = Readonly<Record<RowOutcome | 'in', number>>

export function balanceOf(results: readonly RowResult[], rowsIn: number): RowBalance {
  const counts: Record<RowOutcome, number> = {
    done: 0,
    already: 0,
    failed: 0,
    waiting: 0,
    skipped: 0,
    'not-attempted': 0,
    rejected: 0,
  }
  for (const { outcome } of results) counts[outcome] += 1
  return { in: rowsIn, ...counts }
}

/** Whether every row that went in came out; a file with a row too few is a bug of ours. */
export function isConserved(balance: RowBalance): boolean {
  return rowOutcomes.reduce((sum, outcome) => sum + balance[outcome], 0) === balance.in
}

/** The rows to try again, as a file that is imported as it is; undefined where there are none. */
export function failedFile(
  { file, sheet }: Pick<Judged, 'file' | 'sheet'>,
  results: readonly RowResult[],
  reasonOf: (result: RowResult) => string,
): CsvRecords | undefined {
  const failed: readonly FailedRow[] = results
    .filter(({ outcome }) => tryAgain.has(outcome))
    .map((result) => {
      const rule = result.problems.find((problem) => problem.rule !== undefined)?.rule
      return { line: result.line, reason: reasonOf(result), ...(rule === undefined ? {} : { rule }) }
    })
  if (failed.length === 0) return undefined
  return failedRecords({ ...sheet.table, headers: file.sheet.table.headers }, failed)
}

const tryAgain: ReadonlySet<RowOutcome> = new Set(['failed', 'not-attempted', 'rejected'])
