import type { Problem } from '../../domain/problem.ts'
import type { RuleId } from '../../domain/rule.ts'
import { quoted } from '../quoted.ts'
import { indexBaseline } from './baseline.ts'
import type { Column } from './columns.ts'
import { csvProblem } from './csv-problem.ts'
import { type CellClass, createInspector, type DamageKind, type Inspect } from './damage-kinds.ts'
import type { CsvSheet } from './rows.ts'
import { type CsvRecord, type CsvTable, cellAt } from './table.ts'

/** What a spreadsheet or a text editor did to one cell. */
export interface Damage {
  readonly line: number
  /** Index into the cells of the row. */
  readonly column: number
  readonly header: string
  /** The cell as the file has it, or as the damage before this one in the same cell leaves it when repaired. */
  readonly found: string
  /** What it probably was; undefined where it cannot be told any more. */
  readonly proposed?: string
  readonly kind: DamageKind
  readonly rule: RuleId
}

/** Which repairs are agreed to: all that are proposed, none, or some. */
export type RepairConsent = 'all' | 'none' | ((damage: Damage) => boolean)

export interface Repair {
  readonly table: CsvTable
  readonly repaired: readonly Damage[]
  /** Not agreed to, or not repairable. */
  readonly left: readonly Damage[]
}

/** A cell takes a few repairs at most: read wrongly, then spaces, then a lost plus. */
const mostInOneCell = 4

/**
 * Finds what spreadsheets do to cells (CSV-2, CSV-4). A cell that is as in the export is never damaged; without an
 * export only what no one would have typed is.
 */
export function detectDamage(sheet: CsvSheet, exported?: CsvSheet): readonly Damage[] {
  const baseline = exported === undefined ? undefined : indexBaseline(exported)
  const columns = sheet.columns.all.map((column) => ({ column, inspect: createInspector(classOf(column)) }))
  const inspectAddress = createInspector('email')
  const damages: Damage[] = []
  for (const record of sheet.table.records) {
    const email = cellAt(record, sheet.columns.email.index)
    const known =
      baseline === undefined || baseline.has(email) ? email : addressAsMeant(email, inspectAddress)
    for (const { column, inspect } of columns) {
      const cell = cellAt(record, column.index)
      if (cell === '' || cell === 'TRUE' || cell === 'FALSE') continue
      const before = baseline?.cell(known, column.header)
      if (cell === before) continue
      collect(damages, record, column, cell, before, inspect)
    }
  }
  return damages
}

/** Puts back what was agreed to; every damage comes out as repaired or as left. */
export function repair(table: CsvTable, damages: readonly Damage[], consent: RepairConsent): Repair {
  if (damages.length === 0) return { table, repaired: [], left: [] }
  const agreed = typeof consent === 'function' ? consent : () => consent === 'all'
  const byLine = Map.groupBy(damages, ({ line }) => line)
  const repaired: Damage[] = []
  const left: Damage[] = []
  const records = table.records.map((record) => {
    const cells = [...record.cells]
    const found = byLine.get(record.line) ?? []
    for (const damage of found) {
      if (damage.proposed !== undefined && cells[damage.column] === damage.found && agreed(damage)) {
        cells[damage.column] = damage.proposed
        repaired.push(damage)
      } else left.push(damage)
    }
    byLine.delete(record.line)
    return found.length === 0 ? record : { cells, line: record.line }
  })
  return {
    table: repaired.length === 0 ? table : { ...table, records },
    repaired,
    left: [...left, ...[...byLine.values()].flat()],
  }
}

/** Each damage as a question: it is repaired, or kept as it is, by a person's word. */
export function damageProblems(damages: readonly Damage[]): readonly Problem[] {
  return damages.map(({ line, column, header, found, proposed, kind, rule }) =>
    csvProblem('csv.damaged', 'question', rule, {
      line,
      column: column + 1,
      header,
      kind,
      found: quoted(found),
      proposed: proposed === undefined ? undefined : quoted(proposed),
    }),
  )
}

function collect(
  damages: Damage[],
  { line }: CsvRecord,
  { index, header }: Column,
  cell: string,
  before: string | undefined,
  inspect: Inspect,
): void {
  let found = cell
  for (let count = 0; count < mostInOneCell; count += 1) {
    const finding = inspect(found, before)
    if (finding === undefined) return
    const { kind, proposed } = finding
    const rule = kind === 'plus-lost' ? 'CSV-2' : textKinds.has(kind) ? 'CSV-3' : 'CSV-4'
    damages.push({
      line,
      column: index,
      header,
      found,
      ...(proposed === undefined ? {} : { proposed }),
      kind,
      rule,
    })
    if (proposed === undefined || proposed === found || proposed === before) return
    found = proposed
  }
}

/** The address under which the export has someone whose address is damaged itself. */
function addressAsMeant(email: string, inspect: Inspect): string {
  let meant = email
  for (let count = 0; count < mostInOneCell; count += 1) {
    const proposed = inspect(meant, undefined)?.proposed
    if (proposed === undefined) break
    meant = proposed
  }
  return meant
}

/** What editors do to text, as opposed to what cells without the format "text" do to numbers. */
const textKinds: ReadonlySet<DamageKind> = new Set(['mojibake', 'smart-quotes', 'spaces', 'auto-link'])

function classOf({ kind }: Column): CellClass {
  switch (kind) {
    case 'email':
    case 'phone':
    case 'extension':
      return kind
    case 'firstName':
    case 'lastName':
    case 'displayName':
      return 'name'
    case 'license':
    case 'service':
      return 'flag'
    case 'ours':
      return 'free'
    default:
      return 'text'
  }
}
