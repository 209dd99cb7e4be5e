/** @module What came of each row: rows in are rows out, whatever happened. */
import {
  type CsvRecords,
  type CsvRow,
  type CsvTable,
  type FailedRow,
  failedRecords,
  type Problem,
  personKey,
  type RejectedRow,
  type ReportView,
  type StepOutcome,
} from '@wxcc-onboard/core'

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

/** The rows as far as a report of them needs to know. */
export interface RowsOf {
  readonly rows: readonly Pick<CsvRow, 'line' | 'email'>[]
  readonly rejected: readonly RejectedRow[]
}

export interface RowResult {
  readonly line: number
  readonly email: string
  readonly outcome: RowOutcome
  readonly problems: readonly Problem[]
  /** Of a row that waits: a person in Control Hub, or to show, which `verify RUN` tells later. */
  readonly waitsFor?: 'operator' | 'reading'
  /** What was said elsewhere than by us. */
  readonly reason?: string
}

export interface RunOfRows {
  readonly reading: RowsOf
}

/** Rows of the file in its order. Rows about which the report says nothing were not attempted. */
export function rowResults(
  { reading }: RunOfRows,
  report: Pick<ReportView, 'people'> | undefined,
): readonly RowResult[] {
  const people = new Map(report?.people.map((person) => [personKey(person.email), person]))
  const rows = reading.rows.map(({ line, email }): RowResult => {
    const person = people.get(personKey(email))
    const outcome = person === undefined ? 'not-attempted' : rowOutcomeOf[person.outcome]
    const isWaiting = outcome === 'waiting'
    return {
      line,
      email,
      outcome,
      ...(isWaiting ? { waitsFor: person?.outcome === 'invisible' ? 'reading' : 'operator' } : {}),
      problems: outcome === 'done' || outcome === 'already' ? [] : (person?.problems ?? []),
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

/**
 * What was accepted and does not show yet waits: imported again, it would be found as already so, or be a second try at
 * what is on its way. What was accepted and changed nothing failed.
 */
export const rowOutcomeOf: Readonly<Record<StepOutcome, RowOutcome>> = {
  done: 'done',
  already: 'already',
  unchanged: 'failed',
  invisible: 'waiting',
  failed: 'failed',
  waiting: 'waiting',
  skipped: 'skipped',
  'not-attempted': 'not-attempted',
}

/** How many rows were accepted and do not show yet. */
export function unseenIn(results: readonly RowResult[]): number {
  return results.filter(({ waitsFor }) => waitsFor === 'reading').length
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

/** The rows to try again, as a file that is imported as it is. */
export function failedFile(
  table: CsvTable,
  results: readonly RowResult[],
  reasonOf: (result: RowResult) => string,
): CsvRecords {
  const failed: readonly FailedRow[] = results.filter(isToBeTriedAgain).map((result) => {
    const rule = result.problems.find((problem) => problem.rule !== undefined)?.rule
    return { line: result.line, reason: reasonOf(result), ...(rule === undefined ? {} : { rule }) }
  })
  return failedRecords(table, failed)
}

export function isToBeTriedAgain({ outcome }: RowResult): boolean {
  return tryAgain.has(outcome)
}

const tryAgain: ReadonlySet<RowOutcome> = new Set(['failed', 'not-attempted', 'rejected'])
