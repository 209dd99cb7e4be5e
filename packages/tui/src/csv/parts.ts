/** @module A file as parts that Control Hub imports one after another, and the approval that is bound to them. */
import { dirname, join, resolve } from 'node:path'
import { type CsvRow, type CsvScope, type KnownPeople, type Plan, partsOf } from '@wxcc-onboard/core'
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
  return partsOf<CsvRow>(reading.rows, rowLimit).map((rows, index, all) => {
    const from = index * rowLimit
    return {
      number: index + 1,
      from,
      to: from + rows.length,
      path: resolve(partName(file.path, directory, index + 1, all.length)),
      text: importText(sheet, rows, { mode, scope, known }),
    }
  })
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
