import type { License } from '../domain/entitlement.ts'
import type { Problem } from '../domain/problem.ts'
import { indexBaseline } from '../intake/csv/baseline.ts'
import { readFlag } from '../intake/csv/cells.ts'
import { csvProblem, rowSubject } from '../intake/csv/csv-problem.ts'
import type { LicenseRef } from '../intake/csv/license-cells.ts'
import type { CsvRow } from '../intake/csv/rows.ts'
import { knownTest } from './bulk-baseline.ts'
import type { BulkGround } from './bulk-ground.ts'

/** A service that someone loses when the file is imported. */
export interface Removal {
  readonly line: number
  readonly email: string
  readonly header: string
  /** Set where it is a Contact Center license. */
  readonly license?: License
  /** Whether they are known to hold it. False: nothing is known, so it may be nothing that is lost. */
  readonly isHeld: boolean
}

/**
 * Every FALSE that would take something away, person by person and service by service (CSV-10, NEW-20). What someone
 * is known not to hold cannot be taken away. Empty in add-only (C-6).
 */
export function listRemovals(ground: BulkGround): readonly Removal[] {
  if (ground.mode === 'add-only') return []
  const isHeld = holdingTest(ground)
  const removals: Removal[] = []
  for (const row of ground.reading.rows) {
    const { line, email, removes, otherServices } = row
    for (const ref of removes) {
      const { license } = ref
      const header = headerOf(ground, ref)
      const held = isHeld(row, header, ref)
      if (held !== false) removals.push({ line, email, header, license, isHeld: held === true })
    }
    for (const { header, value } of otherServices) {
      const held = value ? false : isHeld(row, header, undefined)
      if (held !== false) removals.push({ line, email, header, isHeld: held === true })
    }
  }
  return removals
}

/** Each person who loses something, and the whole as a question whose count is to be confirmed (CSV-10, NEW-20). */
export function checkRemovals(ground: BulkGround): readonly Problem[] {
  const removals = listRemovals(ground)
  if (removals.length === 0) return []
  const people = [...Map.groupBy(removals, ({ line }) => line).values()]
  const services = [...Map.groupBy(removals, ({ header }) => header)]
  const licenses = people.filter((all) => all.some(({ license }) => license !== undefined)).length
  return [
    csvProblem('csv.removals', 'question', 'NEW-20', {
      people: people.length,
      count: removals.length,
      licenses,
      services: services.map(([header, all]) => `${header}: ${all.length}`),
    }),
    ...people.flatMap(removalProblems),
  ]
}

/** In add-only FALSE does nothing, and someone may believe that it did (C-6). */
export function checkIgnoredFalse(ground: BulkGround): readonly Problem[] {
  if (ground.mode !== 'add-only') return []
  const isHeld = holdingTest(ground)
  const rows = ground.reading.rows.filter(
    (row) =>
      row.license === 'leave' && row.ignores.some((ref) => isHeld(row, headerOf(ground, ref), ref) ?? true),
  )
  const services = ground.reading.rows.filter((row) =>
    row.otherServices.some(({ header, value }) => !value && isHeld(row, header, undefined) === true),
  )
  return [
    ...(rows.length === 0
      ? []
      : [csvProblem('csv.false-ignored', 'notice', 'C-6', { count: rows.length, lines: rows.map(lineOf) })]),
    ...(services.length === 0
      ? []
      : [
          csvProblem('csv.service-false-ignored', 'notice', 'NEW-20', {
            count: services.length,
            lines: services.map(lineOf),
          }),
        ]),
  ]
}

/**
 * Who holds the other license keeps it unless its cell says FALSE and the mode lets FALSE remove: two licenses are one
 * too many, and a file that only adds must take nothing away.
 */
export function checkExchanges({ reading, mode, observation, sheet }: BulkGround): readonly Problem[] {
  if (observation === undefined) return []
  const pools = new Map(observation.pools.map((pool) => [pool.id, pool]))
  return reading.rows.flatMap((row) => {
    if (row.license !== 'standard' && row.license !== 'premium') return []
    const licenseIds = observation.people[row.key]?.licenseIds
    if (licenseIds === undefined) return []
    const held = licenseIds.flatMap((id) => pools.get(id) ?? [])
    const isGivenUp = (pool: LicenseRef) => row.removes.some((ref) => isSameLicense(ref, pool))
    const kept = held.find((pool) => pool.license !== row.license && !isGivenUp(pool))
    if (kept === undefined || held.some(({ license }) => license === row.license)) return []
    const header = headerOf({ sheet }, kept)
    const facts = { line: row.line, email: row.email, header, held: kept.license, mode }
    const subject = rowSubject(row.email, row.line)
    return [csvProblem('csv.exchange-needs-false', 'error', 'NEW-4', facts, subject)]
  })
}

/**
 * A column of a subscription that the organization does not have gives nothing: nobody else may pay for it, and the
 * person would stay without a license without a word.
 */
export function checkPayers({ reading, observation, sheet }: BulkGround): readonly Problem[] {
  if (observation === undefined) return []
  const { pools } = observation
  return reading.rows.flatMap((row) => {
    const { license, subscriptionId, line, email } = row
    if ((license !== 'standard' && license !== 'premium') || subscriptionId === undefined) return []
    if (pools.some((pool) => pool.license === license && pool.subscriptionId === subscriptionId)) return []
    const header = headerOf({ sheet }, { license, subscriptionId })
    const facts = { line, email, header, subscription: subscriptionId }
    return [csvProblem('csv.subscription-unknown', 'error', 'C-14', facts, rowSubject(email, line))]
  })
}

/** Automatic licenses come only where the service columns of a new row are empty (NEW-19). */
export function checkAutomaticLicenses(ground: BulkGround): readonly Problem[] {
  if (ground.hasAutomaticLicenses !== true) return []
  const isKnown = knownTest(ground)
  const rows = ground.reading.rows.filter(
    (row) =>
      !isKnown(row) && (row.license !== 'leave' || row.ignores.length > 0 || row.otherServices.length > 0),
  )
  if (rows.length === 0) return []
  return [
    csvProblem('csv.automatic-licenses', 'warning', 'NEW-19', {
      count: rows.length,
      lines: rows.map(lineOf),
    }),
  ]
}

/** Columns of other services that a minimal file would leave out; where FALSE removes they can do harm (NEW-24). */
export function checkUnneededColumns({ sheet, mode }: BulkGround): readonly Problem[] {
  const headers = sheet.columns.services.map(({ header }) => header)
  if (headers.length === 0) return []
  const severity = mode === 'add-and-remove' ? 'warning' : 'notice'
  return [csvProblem('csv.columns-unneeded', severity, 'NEW-24', { headers, count: headers.length })]
}

function removalProblems(removals: readonly Removal[]): readonly Problem[] {
  const [first] = removals
  if (first === undefined) return []
  const { line, email } = first
  const subject = rowSubject(email, line)
  const licenses = removals.filter(({ license }) => license !== undefined)
  const services = removals.filter(({ license }) => license === undefined)
  const facts = (some: readonly Removal[]) => ({
    line,
    email,
    headers: some.map(({ header }) => header),
    isHeld: some.some(({ isHeld }) => isHeld),
  })
  return [
    ...(licenses.length === 0
      ? []
      : [csvProblem('csv.license-removed', 'warning', 'CSV-10', facts(licenses), subject)]),
    ...(services.length === 0
      ? []
      : [csvProblem('csv.service-removed', 'warning', 'NEW-20', facts(services), subject)]),
  ]
}

/** Whether someone holds what a header stands for: the organization knows of our licenses, the export of all. */
function holdingTest({
  observation,
  baseline,
}: BulkGround): (row: CsvRow, header: string, ref: LicenseRef | undefined) => boolean | undefined {
  const before = baseline === undefined ? undefined : indexBaseline(baseline)
  return ({ key, email }, header, ref) => {
    const person = observation?.people[key]
    if (observation !== undefined && person === undefined) return false
    if (observation !== undefined && person !== undefined && ref !== undefined) {
      const held = person.licenseIds
      return observation.pools.some((pool) => isSameLicense(ref, pool) && held.includes(pool.id))
    }
    const cell = before?.cell(email, header)
    return cell === undefined ? undefined : readFlag(cell) === 'true'
  }
}

/** Of the same subscription, where both sides name one. */
function isSameLicense(one: LicenseRef, other: LicenseRef): boolean {
  const isSamePayer =
    one.subscriptionId === undefined ||
    other.subscriptionId === undefined ||
    one.subscriptionId === other.subscriptionId
  return one.license === other.license && isSamePayer
}

function headerOf({ sheet }: Pick<BulkGround, 'sheet'>, { license, subscriptionId }: LicenseRef): string {
  const isMeant = (column: LicenseRef) =>
    column.license === license && column.subscriptionId === subscriptionId
  return sheet.columns.licenses.find(isMeant)?.header ?? license
}

function lineOf({ line }: CsvRow): number {
  return line
}
