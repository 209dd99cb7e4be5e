import type { License } from '../../domain/entitlement.ts'
import type { Problem } from '../../domain/problem.ts'
import { quoted } from '../quoted.ts'
import type { LicenseColumn } from './columns.ts'
import { csvProblem, rowSubject } from './csv-problem.ts'
import { createFlagReader } from './flag-reader.ts'
import type { ImportMode } from './mode.ts'
import { type CsvRecord, cellAt } from './table.ts'

/** `remove` takes away what `removes` names and gives nothing; `leave` says nothing about licenses (C-7). */
export type CsvLicense = License | 'remove' | 'leave'

/** A license of one subscription, where the header names one. */
export interface LicenseRef {
  readonly license: License
  readonly subscriptionId?: string
}

export interface LicenseReading {
  readonly license: CsvLicense
  readonly subscriptionId?: string
  /** Licenses whose FALSE counts, in add-and-remove (CSV-10, C-6). */
  readonly removes: readonly LicenseRef[]
  /** Licenses whose FALSE is ignored, in add-only (C-6). */
  readonly ignores: readonly LicenseRef[]
  readonly problems: readonly Problem[]
}

export interface LicensePolicy {
  readonly mode: ImportMode
  /** What becomes of TRUE under both licenses: an error that asks to choose, or Premium (C-8). */
  readonly bothTrue: 'reject' | 'keep-premium'
  /** Which subscription pays where a row says TRUE under several. */
  readonly subscriptions: { readonly standard?: string; readonly premium?: string }
}

/** Prepares the reading of a file's license cells. */
export function createLicenseReader(
  columns: readonly LicenseColumn[],
  policy: LicensePolicy,
): (record: CsvRecord, email: string) => LicenseReading {
  return createFlagReader(columns, (record, email, flags) => {
    const given = columns.filter(({ isSuspended }, index) => flags[index] === 'true' && !isSuspended)
    const denied = columns.filter((_, index) => flags[index] === 'false').map(refOf)
    const rejected = columns
      .filter((_, index) => flags[index] === 'invalid')
      .map(({ header, index }) => rejectedValue(record.line, email, header, cellAt(record, index)))
    const { column, problem } = choose(given, policy)
    const isRemoving = policy.mode === 'add-and-remove'
    const license = column?.license ?? (denied.length > 0 && isRemoving ? 'remove' : 'leave')
    return {
      license,
      ...(column?.subscriptionId === undefined ? {} : { subscriptionId: column.subscriptionId }),
      removes: isRemoving ? denied : [],
      ignores: isRemoving ? [] : denied,
      problems: problem === undefined ? rejected : [...rejected, problem(record.line, email)],
    }
  })
}

/** Anything but TRUE, FALSE or blank rejects its row, named by row and column (C-7). */
export function rejectedValue(line: number, email: string, header: string, cell: string): Problem {
  return csvProblem(
    'csv.value-rejected',
    'error',
    'C-7',
    { line, header, given: quoted(cell) },
    rowSubject(email, line),
  )
}

interface Choice {
  readonly column?: LicenseColumn
  readonly problem?: (line: number, email: string) => Problem
}

/** One license a person (NEW-4): Standard and Premium together need a decision, several payers need another. */
function choose(given: readonly LicenseColumn[], policy: LicensePolicy): Choice {
  if (given.length <= 1) return given[0] === undefined ? {} : { column: given[0] }
  const premium = given.filter(({ license }) => license === 'premium')
  const isBoth = premium.length > 0 && premium.length < given.length
  const headers = given.map(({ header }) => header)
  if (isBoth && policy.bothTrue === 'reject')
    return { problem: rowError('csv.both-licenses', 'C-8', { headers }) }
  const payers = isBoth ? premium : given
  const column = payerOf(payers, policy)
  if (column === undefined) {
    const subscriptions = payers.map(({ subscriptionId = '' }) => subscriptionId)
    return { problem: rowError('csv.subscription-ambiguous', 'C-14', { headers, subscriptions }) }
  }
  return isBoth ? { column, problem: rowError('csv.premium-kept', 'C-8', { headers }, 'notice') } : { column }
}

function payerOf(
  payers: readonly LicenseColumn[],
  { subscriptions }: LicensePolicy,
): LicenseColumn | undefined {
  const [first, second] = payers
  if (first === undefined || second === undefined) return first
  return payers.find(({ subscriptionId }) => subscriptionId === subscriptions[first.license])
}

function rowError(
  code: 'csv.both-licenses' | 'csv.subscription-ambiguous' | 'csv.premium-kept',
  rule: 'C-8' | 'C-14',
  facts: Readonly<Record<string, readonly string[]>>,
  severity: 'error' | 'notice' = 'error',
): (line: number, email: string) => Problem {
  return (line, email) => csvProblem(code, severity, rule, { line, ...facts }, rowSubject(email, line))
}

function refOf({ license, subscriptionId }: LicenseColumn): LicenseRef {
  return { license, ...(subscriptionId === undefined ? {} : { subscriptionId }) }
}
