import type { License } from '../../domain/entitlement.ts'
import type { Problem } from '../../domain/problem.ts'
import { readFlag, translatedFlag } from './cells.ts'
import { csvProblem } from './csv-problem.ts'
import { foreignFile } from './foreign-files.ts'
import {
  emailRank,
  type HeaderParts,
  headerParts,
  isBareContactCenter,
  licenseOfHeader,
  type NamedKind,
  namedKind,
} from './headers.ts'
import { type CsvTable, cellAt } from './table.ts'

/** `service`: another service's TRUE or FALSE. `unknown`: nothing that this procedure knows. `blank`: no header. */
export type ColumnKind = NamedKind | 'service' | 'unknown' | 'blank'

export interface Column extends HeaderParts {
  readonly index: number
  /** Byte for byte as in the file. */
  readonly header: string
  readonly kind: ColumnKind
}

export interface LicenseColumn extends Column {
  readonly license: License
}

/** More columns than one for a license: each subscription has its own (C-14). */
export interface Ambiguity {
  readonly license: License
  readonly headers: readonly string[]
  readonly subscriptions: readonly string[]
}

export interface CsvColumns {
  readonly all: readonly Column[]
  readonly email: Column
  readonly firstName?: Column
  readonly lastName?: Column
  readonly displayName?: Column
  readonly role?: Column
  readonly licenses: readonly LicenseColumn[]
  readonly services: readonly Column[]
  readonly ambiguities: readonly Ambiguity[]
}

export type ReadColumns =
  | { readonly ok: true; readonly columns: CsvColumns; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Finds out what each column is: by patterns over its header, and of services by their values (C-14). */
export function readColumns(table: CsvTable): ReadColumns {
  const all = singleEmail(table.headers.map((header, index) => columnOf(table, header, index)))
  const emails = all.filter(({ kind }) => kind === 'email')
  const [email] = emails
  const foreign = foreignFile(table.headers)
  if (foreign !== undefined) return refused(foreignProblem(foreign))
  if (email === undefined) return refused(noEmail(table))
  const licenses = licenseColumns(all)
  const twice = [
    ...singular.map((kind) => all.filter((column) => column.kind === kind)),
    ...samePayer(licenses),
  ]
    .filter((same) => same.length > 1)
    .map((same) =>
      csvProblem('csv.column-twice', 'error', 'C-14', { headers: same.map(({ header }) => header) }),
    )
  if (twice.length > 0) return { ok: false, problems: twice }
  const columns: CsvColumns = {
    all,
    email,
    ...one(all, 'firstName'),
    ...one(all, 'lastName'),
    ...one(all, 'displayName'),
    ...one(all, 'role'),
    licenses,
    services: all.filter(({ kind }) => kind === 'service'),
    ambiguities: (['standard', 'premium'] as const).flatMap((license) => ambiguityOf(licenses, license)),
  }
  return { ok: true, columns, problems: columnProblems(columns) }
}

const singular = ['email', 'firstName', 'lastName', 'displayName', 'role'] as const

function columnOf(table: CsvTable, header: string, index: number): Column {
  const parts = headerParts(header)
  return { index, header, ...parts, kind: kindOf(table, parts, index) }
}

function kindOf(table: CsvTable, parts: HeaderParts, index: number): ColumnKind {
  if (parts.name === '') return 'blank'
  const kind = namedKind(parts.name)
  if (kind !== undefined) return kind
  if (isBareContactCenter(parts.name) && !table.headers.some(isNamedStandard)) return 'license'
  return isFlagColumn(table, index, parts) ? 'service' : 'unknown'
}

function isNamedStandard(header: string): boolean {
  return licenseOfHeader(headerParts(header).name) === 'standard'
}

/** Values tell a service from an attribute. Typing errors among them must not: they are for the row to answer. */
function isFlagColumn({ records }: CsvTable, index: number, parts: HeaderParts): boolean {
  let right = 0
  let wrong = 0
  for (const record of records) {
    const cell = cellAt(record, index)
    const flag = readFlag(cell)
    if (flag === 'blank') continue
    if (flag === 'invalid' && translatedFlag(cell) === undefined) wrong += 1
    else right += 1
    if (right + wrong >= 500) break
  }
  const isMarked = parts.subscriptionId !== undefined || parts.isSuspended
  return right >= wrong && (right > 0 || isMarked)
}

/** A mere "Email" beside the documented header is an attribute. */
function singleEmail(columns: readonly Column[]): readonly Column[] {
  const best = Math.max(
    0,
    ...columns.filter(({ kind }) => kind === 'email').map(({ name }) => emailRank(name)),
  )
  return columns.map((column) =>
    column.kind === 'email' && emailRank(column.name) < best ? { ...column, kind: 'attribute' } : column,
  )
}

function licenseColumns(all: readonly Column[]): readonly LicenseColumn[] {
  return all
    .filter(({ kind }) => kind === 'license')
    .map((column) => ({ ...column, license: licenseOfHeader(column.name) ?? 'standard' }))
}

function ambiguityOf(licenses: readonly LicenseColumn[], license: License): readonly Ambiguity[] {
  const same = licenses.filter((column) => column.license === license && !column.isSuspended)
  if (same.length < 2) return []
  return [
    {
      license,
      headers: same.map(({ header }) => header),
      subscriptions: same.map(({ subscriptionId = '' }) => subscriptionId),
    },
  ]
}

function one<K extends (typeof singular)[number]>(
  all: readonly Column[],
  kind: K,
): { readonly [P in K]?: Column } {
  const column = all.find((each) => each.kind === kind)
  return column === undefined ? {} : ({ [kind]: column } as { readonly [P in K]?: Column })
}

function columnProblems({ all, licenses }: CsvColumns): readonly Problem[] {
  const assumed = licenses.filter(({ name }) => isBareContactCenter(name))
  const unknown = all.filter(({ kind }) => kind === 'unknown').map(({ header }) => header)
  return [
    ...assumed.map(({ header }) => csvProblem('csv.column-assumed', 'warning', 'C-14', { header })),
    ...(licenses.length === 0 ? [csvProblem('csv.no-license-column', 'warning', 'CSV-7')] : []),
    ...(unknown.length === 0
      ? []
      : [csvProblem('csv.column-unknown', 'notice', 'C-14', { headers: unknown })]),
  ]
}

function samePayer(licenses: readonly LicenseColumn[]): readonly (readonly LicenseColumn[])[] {
  const payers = Map.groupBy(licenses, (column) => `${column.license} ${column.subscriptionId ?? ''}`)
  return [...payers.values()]
}

/** Files of agent details come after synchronizing, by another way (C-9). */
function foreignProblem(kind: NonNullable<ReturnType<typeof foreignFile>>): Problem {
  const isAgentDetails = kind === 'bulk-operations' || kind === 'agent-template'
  return csvProblem('csv.another-kind', 'error', isAgentDetails ? 'C-9' : 'C-14', { kind })
}

function noEmail({ headers, headerLine }: CsvTable): Problem {
  return csvProblem('csv.no-email-column', 'error', 'C-14', { line: headerLine, headers })
}

function refused(problem: Problem): { readonly ok: false; readonly problems: readonly Problem[] } {
  return { ok: false, problems: [problem] }
}
