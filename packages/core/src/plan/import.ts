/** @module Rows of a file as files that Control Hub imports, strictly one after another (CSV-1). */
import { type ImportFileOptions, importRecords } from '../intake/csv/import-file.ts'
import type { ImportMode } from '../intake/csv/mode.ts'
import type { CsvRow, CsvSheet } from '../intake/csv/rows.ts'
import type { CsvScope } from '../intake/csv/way.ts'
import { type CsvRecords, partsOf } from '../intake/csv/write.ts'
import { canonical, sha256 } from './hash.ts'
import type { Plan } from './plan.ts'
import { isRemoval } from './units.ts'

/** A file that is imported by itself, cell by cell as it is approved. */
export interface ImportPart {
  /** From 1. */
  readonly number: number
  /** Rows of the plan, from 1: the first and the last. */
  readonly from: number
  readonly to: number
  /** Where it is written when it is its turn. */
  readonly path: string
  /** The header first. */
  readonly records: CsvRecords
}

/** What a person imports in Control Hub in place of the steps that would give people and licenses. */
export interface ImportPlan {
  readonly mode: ImportMode
  readonly scope: CsvScope
  /** The file that the rows are of; `sha256` in 64 hexadecimal digits. */
  readonly source: { readonly path: string; readonly sha256: string }
  readonly parts: readonly ImportPart[]
  /** Rows that lose a service of which the plan says nothing (NEW-20). */
  readonly losing: readonly number[]
}

export interface ImportOrder extends ImportFileOptions {
  readonly sheet: CsvSheet
  /** Row n of the plan is the nth of these. */
  readonly rows: readonly CsvRow[]
  readonly source: ImportPlan['source']
  /** Rows that one file may have (NEW-1). */
  readonly rowLimit: number
  /** What the parts are named after. @default the path of the source */
  readonly path?: string
  /** Lines whose FALSE takes another service away. */
  readonly losingLines: readonly number[]
}

export function planImport(order: ImportOrder): ImportPlan {
  const { sheet, rows, source, rowLimit, path = source.path, mode, scope } = order
  const records = new Map(sheet.table.records.map((record) => [record.line, record]))
  const losing = new Set(order.losingLines)
  const parts = partsOf(rows, rowLimit).map((own, index, all): ImportPart => {
    const from = index * rowLimit + 1
    const lines = own.flatMap(({ line }) => records.get(line) ?? [])
    return {
      number: index + 1,
      from,
      to: from + own.length - 1,
      path: partPath(path, index + 1, all.length),
      records: importRecords(sheet, lines, own, order),
    }
  })
  return {
    mode,
    scope,
    source,
    parts,
    losing: rows.flatMap(({ line }, index) => (losing.has(line) ? [index + 1] : [])),
  }
}

/** `people.part-02-of-13.csv`: sorted as they are to be imported. */
export function partPath(path: string, number: number, of: number): string {
  const digits = String(number).padStart(Math.max(2, String(of).length), '0')
  return path.replace(/(?:\.(?:csv|tsv|txt))?$/i, `.part-${digits}-of-${of}.csv`)
}

/**
 * The plan under which the files are imported. Names and licenses are those of the plan itself, so that its hash is
 * the same on both ways; where files carry every column as it stands, the plan is bound to each of their cells.
 */
export async function boundToImport(
  plan: Omit<Plan, 'hash'>,
  { scope, parts, losing }: ImportPlan,
): Promise<Omit<Plan, 'hash'>> {
  if (scope === 'licenses') return plan
  const carries = await Promise.all(parts.map(({ records }) => digestOf(records)))
  const removed = plan.people.filter(isRemoval).map(({ row }) => row)
  return { ...plan, removals: new Set([...removed, ...losing]).size, carries }
}

function digestOf(records: CsvRecords): Promise<string> {
  return sha256(new TextEncoder().encode(canonical(records)))
}
