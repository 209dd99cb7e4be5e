/** @module A file as parts that Control Hub imports one after another, and the approval that is bound to them. */
import { dirname, join, resolve } from 'node:path'
import {
  type CsvRecord,
  type CsvRow,
  type CsvScope,
  type CsvSheet,
  csvRowLimits,
  type KnownPeople,
  type Plan,
  partsOf,
} from '@wxcc-onboard/core'
import { repeatable, Trouble } from '../exit.ts'
import { fileNameOf, sha256Of } from './file.ts'
import { importText } from './import-rows.ts'
import type { Judged } from './judge.ts'

export interface PlannedPart {
  readonly number: number
  /** Of the rows, the first and the one behind the last. */
  readonly from: number
  readonly to: number
  readonly path: string
  readonly text: string
}

export interface PartsOptions {
  readonly known: KnownPeople
  readonly scope: CsvScope
  readonly rowLimit: number
  /** @default beside the file */
  readonly directory?: string
}

export function planParts(
  { file, sheet, reading, mode }: Judged,
  options: PartsOptions,
): readonly PlannedPart[] {
  const { known, scope, rowLimit, directory } = options
  const records = new Map(sheet.table.records.map((record) => [record.line, record]))
  return partsOf<CsvRow>(reading.rows, rowLimit).map((rows, index, all) => {
    const from = index * rowLimit
    return {
      number: index + 1,
      from,
      to: from + rows.length,
      path: resolve(partName(file.path, directory, index + 1, all.length)),
      text: importText(sheetOf(sheet, records, rows), rows, { mode, scope, known }),
    }
  })
}

/** The sheet with the records of these rows alone, so that no part goes through the whole file. */
function sheetOf(
  sheet: CsvSheet,
  records: ReadonlyMap<number, CsvRecord>,
  rows: readonly CsvRow[],
): CsvSheet {
  const own = rows.flatMap(({ line }) => records.get(line) ?? [])
  return { ...sheet, table: { ...sheet.table, records: own } }
}

/** `people.part-02-of-13.csv`: sorted as they are to be imported. */
export function partName(path: string, directory: string | undefined, number: number, of: number): string {
  const digits = String(number).padStart(Math.max(2, String(of).length), '0')
  const name = fileNameOf(path).replace(/(?:\.(?:csv|tsv|txt))?$/i, `.part-${digits}-of-${of}.csv`)
  return join(directory ?? dirname(path), name)
}

/** The plan as it is approved where files are imported: its hash stands for every cell that they carry. */
export function boundToParts(plan: Plan, parts: readonly PlannedPart[], removals: number): Plan {
  const digests = parts.map(({ text }) => sha256Of(text))
  return { ...plan, removals, hash: sha256Of([plan.hash, ...digests].join('\n')) }
}

/** People who end without their license, or lose another service that the files carry (CSV-10, NEW-20). */
export function countRemovals(plan: Plan, { reading, problems }: Judged): number {
  const services = problems.filter(({ code }) => code === 'csv.service-removed')
  const losing = plan.people
    .filter(({ licenseIds, lostLicenseIds }) => lostLicenseIds.length > 0 && licenseIds.length === 0)
    .map(({ row }) => reading.rows[row - 1]?.line)
  return new Set([...losing, ...services.map(({ facts }) => facts['line'])]).size
}

/** As many rows as Control Hub takes in a file: 1,000 for Contact Center, never more than 20,000 (NEW-1, NEW-2). */
export function readRowLimit(given: string | undefined): number {
  const limit = given === undefined ? csvRowLimits.contactCenter : Number(given)
  if (Number.isInteger(limit) && limit >= 1 && limit <= csvRowLimits.general) return limit
  throw new Trouble('csv.limit-malformed', { given: repeatable(String(given)), limit: csvRowLimits.general })
}
