import type { Plan } from './plan.ts'

/** Fewest digits of a hash that count as its approval; fewer could fit another plan by accident. */
export const approvalDigits = 12

/**
 * The plan with its hash: SHA-256 over the canonical form of everything else in it. Of people and steps each column is
 * digested for itself and the digest of all stands for them, so that a long plan never lies in memory as one text.
 */
export async function hashPlan(plan: Omit<Plan, 'hash'>): Promise<Plan> {
  const { people, steps, ...rest } = plan
  const digest = createDigester()
  const digests: Promise<string>[] = []
  // One text is digested in the background while the next is written.
  for (const texts of columnTexts('people', people)) digests.push(digest(texts))
  for (const texts of columnTexts('steps', steps)) digests.push(digest(texts))
  digests.push(digest([canonical(rest)]))
  const all = await Promise.all(digests)
  return { ...plan, hash: await digest([all.join('\n')]) }
}

/** 64 hexadecimal digits. */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await globalThis.crypto.subtle.digest('SHA-256', bytes)
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Digests texts one behind the other. All are written into the same bytes, of which digesting takes a copy. */
function createDigester(): (texts: readonly string[]) => Promise<string> {
  const encoder = new TextEncoder()
  let bytes = new Uint8Array(0)
  return (texts) => {
    const most = texts.reduce((sum, text) => sum + text.length * 3, 0)
    if (bytes.length < most) bytes = new Uint8Array(most)
    let end = 0
    for (const text of texts) end += encoder.encodeInto(text, bytes.subarray(end)).written
    return sha256(bytes.subarray(0, end))
  }
}

/** Rows that are taken together: they still lie close at hand when the next column is taken from them. */
const lotSize = 4_000

/**
 * One list for each member instead of an object for each row: the names of tens of thousands of rows are neither
 * sorted nor written over and over. The columns of the first rows are digested one by one, those of each further lot as
 * one, since digesting a text in the background costs more than a short text itself.
 */
function* columnTexts(name: string, rows: unknown): Generator<readonly string[], void> {
  if (!isTable(rows)) {
    yield [canonical([name, rows])]
    return
  }
  yield [canonical([name, rows.length])]
  for (const text of textsOf(name, rows.slice(0, lotSize))) yield [text]
  for (let start = lotSize; start < rows.length; start += lotSize)
    yield [...textsOf(`${name}[${start}]`, rows.slice(start, start + lotSize))]
}

function* textsOf(name: string, rows: Table): Generator<string, void> {
  for (const member of membersOf(rows).toSorted()) {
    const column = rows.map((row) => row[member])
    const path = `${name}.${member}`
    if (isTable(column)) {
      yield canonical([path, column.length])
      yield* textsOf(path, column)
    } else yield canonical([path, column])
  }
}

/** All names that rows have; rows are of a few shapes, and each shape is looked at once. */
function membersOf(rows: Table): readonly string[] {
  const shapes: (readonly string[])[] = []
  let before: object | undefined
  for (const row of rows) {
    if (row !== before && !hasShapeOf(row, shapes)) shapes.push(Object.keys(row))
    before = row
  }
  return [...new Set(shapes.flat())]
}

function hasShapeOf(row: object, shapes: readonly (readonly string[])[]): boolean {
  for (const names of shapes) if (isShapeOf(row, names)) return true
  return false
}

function isShapeOf(row: object, names: readonly string[]): boolean {
  let count = 0
  for (const name in row) {
    if (name !== names[count]) return false
    count += 1
  }
  return count === names.length
}

type Table = readonly Readonly<Record<string, unknown>>[]

function isTable(value: unknown): value is Table {
  return Array.isArray(value) && value.length > 0 && value.every(isObject)
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether what somebody typed approves the plan: its hash, whole or its first 12 digits or more. */
export function isApprovalOf(hash: string, given: string): boolean {
  const typed = given.trim().toLowerCase()
  return typed.length >= approvalDigits && hash.startsWith(typed)
}

/** JSON with the keys of every object in order, so that equal data give equal text. */
export function canonical(value: unknown): string {
  return JSON.stringify(ordered(value)) ?? 'null'
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.some(hasMembers) ? value.map(ordered) : value
  if (!isObject(value)) return value
  const names = Object.keys(value).toSorted()
  return Object.fromEntries(names.map((name) => [name, ordered(value[name])]))
}

/** Whether there is anything to put in order: long lists of texts are written as they are. */
function hasMembers(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return Array.isArray(value) ? value.some(hasMembers) : true
}
