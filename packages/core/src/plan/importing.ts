/** @module Files that are imported in Control Hub one after another: whose turn it is, and what came of each row. */
import { heldPools } from '../domain/allocation.ts'
import { controlHubUrl, menuPaths } from '../domain/control-hub.ts'
import { licenseOf } from '../domain/entitlement.ts'
import type { OperatorTask } from '../domain/operator-task.ts'
import type { DirectoryPerson, LicensePool } from '../domain/organization.ts'
import { personKey } from '../domain/person.ts'
import type { Problem } from '../domain/problem.ts'
import { importModeNames } from '../intake/csv/mode.ts'
import type { ImportPart, ImportPlan } from './import.ts'
import type { Expectation, Plan } from './plan.ts'
import type { Step, StepResult } from './step.ts'

/** What came of a row; `row` is that of the plan, `reason` what Control Hub said. */
export interface ImportedRow {
  readonly row: number
  readonly outcome: 'done' | 'already' | 'failed'
  readonly reason?: string
  /** Whom the import created, as far as it was seen. */
  readonly personId?: string
}

/** A row that is as wanted, and the person at its address. */
export interface ArrivedRow {
  readonly row: number
  readonly personId: string
}

/** A row that Control Hub names as failed. */
export interface RefusedRow {
  readonly email: string
  readonly reason: string
}

/** `before` are rows that were as wanted when the part was released, so that the import shows nothing of them. */
export type PartProgress =
  | { readonly state: 'released'; readonly before: readonly number[] }
  | { readonly state: 'settled'; readonly rows: readonly ImportedRow[] }

/** An import under way. Parts that are not in it have not had their turn. */
export interface Importing {
  readonly plan: ImportPlan
  readonly parts: Readonly<Record<number, PartProgress>>
  readonly isCanceled: boolean
}

export function newImport(plan: ImportPlan): Importing {
  return { plan, parts: {}, isCanceled: false }
}

/** The part whose turn it is: no other may be imported before it is read back (CSV-1). */
export function openPart(importing: Importing | undefined): ImportPart | undefined {
  if (importing === undefined || importing.isCanceled) return undefined
  return importing.plan.parts.find(({ number }) => importing.parts[number]?.state !== 'settled')
}

export function isLastPart(importing: Importing | undefined): boolean {
  const open = importing?.plan.parts.filter(({ number }) => importing.parts[number]?.state !== 'settled')
  return open?.length === 1
}

export function withPart(importing: Importing, number: number, progress: PartProgress): Importing {
  return { ...importing, parts: { ...importing.parts, [number]: progress } }
}

export function peopleOfPart({ people }: Plan, { from, to }: ImportPart): readonly Expectation[] {
  return people.filter(({ row }) => row >= from && row <= to)
}

/** Whether somebody exists and holds what their row wants; what a file says of other things cannot be read back. */
export function hasArrived(
  { entitlement, lostLicenseIds }: Expectation,
  person: DirectoryPerson | undefined,
  pools: readonly LicensePool[],
): boolean {
  if (person === undefined) return false
  if (lostLicenseIds.some((id) => person.licenseIds.includes(id))) return false
  const wanted = licenseOf(entitlement.license)
  if (wanted === undefined) return true
  const held = heldPools(person.licenseIds, pools)
  return held.length > 0 && held.every(({ license }) => license === wanted)
}

/** What is known of a part: rows of the plan by number. */
export interface PartSight {
  readonly before: ReadonlySet<number>
  /** As wanted by now: the person at the address, by row. */
  readonly seen: ReadonlyMap<number, string>
  /** By `personKey`. */
  readonly refused: ReadonlyMap<string, string>
}

/** Whether reading back tells that a part was imported: with every column, not where all licenses were so before. */
export function isVisible({ scope }: ImportPlan, { from, to }: ImportPart, before: number): boolean {
  return scope === 'licenses' || before < to - from + 1
}

/** Rows that may still show: those that Control Hub named as failed are not waited for. */
export function lateRows(
  people: readonly Expectation[],
  { seen, refused }: PartSight,
): readonly Expectation[] {
  return people.filter(({ row, email }) => !seen.has(row) && !refused.has(personKey(email)))
}

/** Every row of a part once it is over. A row that carries more than licenses was imported whatever was so before. */
export function settledRows(
  { scope }: ImportPlan,
  people: readonly Expectation[],
  { before, seen, refused }: PartSight,
): readonly ImportedRow[] {
  return people.map(({ row, email, isNew }): ImportedRow => {
    const reason = refused.get(personKey(email))
    const isFailed = !seen.has(row) || (scope === 'all-columns' && reason !== undefined)
    if (isFailed) return { row, outcome: 'failed', ...(reason === undefined ? {} : { reason }) }
    if (before.has(row)) return { row, outcome: scope === 'licenses' ? 'already' : 'done' }
    const personId = seen.get(row)
    return { row, outcome: 'done', ...(isNew && personId !== undefined ? { personId } : {}) }
  })
}

/**
 * What the rows of a part come to for the steps of the plan. An import gives people and licenses; for whom it failed
 * nothing else is done, and there is no second try but that of their file.
 */
export function importedSteps(
  { people, steps }: Plan,
  rows: readonly ImportedRow[],
): readonly { readonly key: string; readonly result: StepResult }[] {
  const own = Map.groupBy(steps, ({ email }) => email)
  const byRow = new Map(people.map((person) => [person.row, person]))
  return rows.flatMap((imported) => {
    const person = byRow.get(imported.row)
    if (person === undefined) return []
    const isSettled = ({ kind }: Step) => imported.outcome === 'failed' || isImported(kind)
    const result: StepResult = {
      outcome: imported.outcome,
      ...(imported.outcome === 'failed' ? { problem: rowProblem(person, imported) } : {}),
    }
    const { personId } = imported
    const created = personId === undefined ? result : { ...result, personId }
    return (own.get(person.email) ?? [])
      .filter(isSettled)
      .map(({ key, kind }) => ({ key, result: kind === 'person.create' ? created : result }))
  })
}

function isImported(kind: Step['kind']): boolean {
  return kind === 'person.create' || kind === 'license.change'
}

/** Why a row failed, as far as anybody said. */
export function rowProblem({ email, row }: Expectation, { reason }: ImportedRow): Problem {
  const subject = { kind: 'person', email, row } as const
  const said = { severity: 'error', rule: 'CSV-14', subject } as const
  if (reason === undefined) return { code: 'import.row-unseen', ...said, facts: { email } }
  return { code: 'import.row-refused', ...said, facts: { email, message: reason } }
}

/** What a person does with a part: Import, mode, Submit, close the Tasks dialog (CSV-12 to CSV-14). */
export function importTask(importing: Importing, part: ImportPart, plan: Plan): OperatorTask {
  const { mode, parts } = importing.plan
  const progress = importing.parts[part.number]
  const before = progress?.state === 'released' ? progress.before.length : 0
  return {
    id: importTaskId(part),
    kind: 'import-file',
    rule: 'CSV-12',
    people: peopleOfPart(plan, part).map(({ email }) => email),
    where: menuPaths.manageByCsv,
    url: controlHubUrl,
    verifiedBy: isVisible(importing.plan, part, before) ? 'reading' : 'claim',
    phase: 'importing',
    facts: {
      path: part.path,
      number: part.number,
      of: parts.length,
      rows: part.to - part.from + 1,
      mode,
      modeName: importModeNames[mode],
    },
  }
}

export function importTaskId({ number }: Pick<ImportPart, 'number'>): string {
  return `import:${number}`
}
