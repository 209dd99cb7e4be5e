import type { Observation } from '../domain/organization.ts'
import type { Problem } from '../domain/problem.ts'
import { type Damage, damageProblems, type Repair, repair } from '../intake/csv/damage.ts'
import type { LicensePolicy } from '../intake/csv/license-cells.ts'
import type { ImportMode } from '../intake/csv/mode.ts'
import { type RoleList, withRoles } from '../intake/csv/role-file.ts'
import { type CsvReading, type CsvSheet, readRows } from '../intake/csv/rows.ts'
import type { CsvScope, CsvVia } from '../intake/csv/way.ts'
import { checkBulk, rejectRows } from './bulk.ts'
import type { NamedPerson } from './bulk-ground.ts'

/** What a spreadsheet did to a file, and the file with the repairs that were agreed to. */
export interface Mended {
  readonly damages: readonly Damage[]
  readonly repair: Repair
  readonly sheet: CsvSheet
}

export function mendSheet(
  sheet: CsvSheet,
  damages: readonly Damage[],
  consent: (damage: Damage) => boolean,
): Mended {
  const repairs = repair(sheet.table, damages, consent)
  return { damages, repair: repairs, sheet: { ...sheet, table: repairs.table } }
}

/** What was decided about a file before it is judged. */
export interface FilePolicy extends Partial<Omit<LicensePolicy, 'mode'>> {
  /** Whether somebody said which damage is repaired; until then all of it stays a question. */
  readonly isRepairDecided: boolean
}

export interface FileGround {
  readonly mode: ImportMode
  readonly via: CsvVia
  /** @default 'licenses' */
  readonly scope?: CsvScope
  /** Of a second file. */
  readonly roles?: RoleList
  readonly rowLimit?: number
  /** Everyone of the organization by name, where that was read. */
  readonly everyone?: readonly NamedPerson[]
  /** The export that the file was made from. */
  readonly baseline?: CsvSheet
  readonly exportAgeInHours?: number
  readonly observation?: Pick<Observation, 'people' | 'pools'>
}

export interface JudgedRows {
  /** Every row is either among the rows or among the rejected. */
  readonly reading: CsvReading
  readonly problems: readonly Problem[]
}

/** Everything about a file once mode and way are known. `said` was said of it when it was opened. */
export function judgeFile(
  mended: Mended,
  said: readonly Problem[],
  { isRepairDecided, ...policy }: FilePolicy,
  { roles, ...ground }: FileGround,
): JudgedRows {
  const { sheet } = mended
  const { mode, scope = 'licenses' } = ground
  const read = readRows(scope === 'all-columns' ? sheet : withoutServices(sheet), { ...policy, mode })
  const reading = roles === undefined ? read : withRoles(read, roles)
  const found = checkBulk({ ...ground, sheet, reading })
  const judged = rejectRows(reading, found)
  const undecided = isRepairDecided ? [] : mended.repair.left
  const problems = [...said, ...damageProblems(undecided), ...found]
  return { reading: judged, problems: problems.filter((problem) => !isMoot(problem, judged)) }
}

/** What keeps a file from being planned at all: rows that are wrong are left out instead. */
export function fileBlockers(
  { problems }: Pick<JudgedRows, 'problems'>,
  acknowledged: readonly string[] = [],
): readonly Problem[] {
  return problems.filter(
    (problem) =>
      isFileBlocker(problem, acknowledged) &&
      (problem.severity === 'question' || typeof problem.facts['line'] !== 'number'),
  )
}

/** Whether a problem is to be solved, or a question to be answered. */
export function isFileBlocker({ severity, code }: Problem, acknowledged: readonly string[] = []): boolean {
  if (severity === 'error') return true
  return severity === 'question' && !acknowledged.includes(code) && !answeredLater.has(code)
}

/** The number of removals is confirmed with the plan. */
const answeredLater: ReadonlySet<string> = new Set(['csv.removals'])

/** Columns that are not carried out take nothing away, and what is wrong in them rejects nobody. */
function withoutServices(sheet: CsvSheet): CsvSheet {
  return { ...sheet, columns: { ...sheet.columns, services: [] } }
}

/** Several subscriptions are a question only where a row leaves open which of them pays. */
function isMoot({ code }: Problem, { rejected }: CsvReading): boolean {
  if (code !== 'csv.subscription-several') return false
  return !rejected.some(({ problems }) => problems.some((one) => one.code === 'csv.subscription-ambiguous'))
}
