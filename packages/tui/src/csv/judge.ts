/** @module A file under its options: what is repaired, which rows are understood, and all that is to be said. */
import {
  type CsvReading,
  type CsvSheet,
  type CsvVia,
  checkBulk,
  type Damage,
  damageProblems,
  type ImportMode,
  type Observation,
  type Problem,
  type Repair,
  readImportMode,
  readRows,
  rejectRows,
  repair,
} from '@wxcc-onboard/core'
import { repeatable, Trouble } from '../exit.ts'
import type { Baseline } from './baseline.ts'
import type { CsvFile, ReadOptions } from './file.ts'

export const repairModes = ['all', 'none', 'ask'] as const

export type RepairMode = (typeof repairModes)[number]

export interface JudgeOptions extends ReadOptions {
  readonly mode?: string
  readonly repair?: RepairMode
  /** Ids, or `premium=ID` and `standard=ID`. */
  readonly subscription?: readonly string[]
  readonly bothTrue?: 'reject' | 'keep-premium'
  readonly acknowledge?: readonly string[]
}

export interface Ground {
  readonly mode: ImportMode
  readonly via: CsvVia
  readonly rowLimit?: number
  readonly baseline?: Baseline
  readonly observation?: Pick<Observation, 'people' | 'pools'>
}

/** What a spreadsheet did to a file, and the file with the repairs that were agreed to. */
export interface Mended {
  readonly damages: readonly Damage[]
  readonly repair: Repair
  readonly sheet: CsvSheet
}

export interface Judged extends Mended {
  readonly file: CsvFile
  readonly mode: ImportMode
  /** Every row is either among the rows or among the rejected. */
  readonly reading: CsvReading
  readonly problems: readonly Problem[]
}

export function mend(
  { sheet }: CsvFile,
  damages: readonly Damage[],
  consent: (damage: Damage) => boolean,
): Mended {
  const repairs = repair(sheet.table, damages, consent)
  return { damages, repair: repairs, sheet: { ...sheet, table: repairs.table } }
}

/** Everything about a file once mode and way are known. Damage that nobody decided about stays a question. */
export function judge(file: CsvFile, mended: Mended, options: JudgeOptions, ground: Ground): Judged {
  const { sheet } = mended
  const { mode, via, rowLimit, baseline, observation } = ground
  const reading = readRows(withoutServices(sheet), {
    mode,
    bothTrue: options.bothTrue ?? 'reject',
    subscriptions: readSubscriptions(options.subscription),
  })
  const found = checkBulk({
    sheet,
    reading,
    mode,
    via,
    ...(rowLimit === undefined ? {} : { rowLimit }),
    ...(observation === undefined ? {} : { observation }),
    ...(baseline === undefined ? {} : { baseline: baseline.sheet }),
    ...(baseline?.ageInHours === undefined ? {} : { exportAgeInHours: baseline.ageInHours }),
  })
  const judged = rejectRows(reading, found)
  const undecided = options.repair === undefined ? mended.repair.left : []
  const problems = [...file.problems, ...damageProblems(undecided), ...found]
  return {
    ...mended,
    file,
    mode,
    reading: judged,
    problems: problems.filter((problem) => !isMoot(problem, judged)),
  }
}

/** Our plan touches Contact Center licenses only, so that no FALSE under another service can take anything away. */
function withoutServices(sheet: CsvSheet): CsvSheet {
  return { ...sheet, columns: { ...sheet.columns, services: [] } }
}

/** Several subscriptions are a question only where a row leaves open which of them pays. */
function isMoot({ code }: Problem, { rejected }: CsvReading): boolean {
  if (code !== 'csv.subscription-several') return false
  return !rejected.some(({ problems }) => problems.some((one) => one.code === 'csv.subscription-ambiguous'))
}

/** What keeps a file from being planned at all: rows that are wrong are left out instead. */
export function blockersOf(judged: Judged, acknowledged: readonly string[] = []): readonly Problem[] {
  return judged.problems.filter(
    (problem) =>
      isBlocker(problem, acknowledged) &&
      (problem.severity === 'question' || typeof problem.facts['line'] !== 'number'),
  )
}

/** Whether a problem is to be solved, or a question to be answered. */
export function isBlocker({ severity, code }: Problem, acknowledged: readonly string[] = []): boolean {
  if (severity === 'error') return true
  return severity === 'question' && !acknowledged.includes(code) && !answeredLater.has(code)
}

/** The number of removals is confirmed with the plan. */
const answeredLater: ReadonlySet<string> = new Set(['csv.removals'])

export function readMode(given: string | undefined): ImportMode | undefined {
  if (given === undefined) return undefined
  const mode = readImportMode(given)
  if (mode === undefined) throw new Trouble('csv.mode-unknown', { mode: repeatable(given) })
  return mode
}

function readSubscriptions(given: readonly string[] = []): { standard?: string; premium?: string } {
  const chosen: { standard?: string; premium?: string } = {}
  for (const one of given) {
    const [, license, id] = /^(standard|premium)=(.*)$/.exec(one) ?? []
    if (license !== 'premium') chosen.standard = id ?? one
    if (license !== 'standard') chosen.premium = id ?? one
  }
  return chosen
}
