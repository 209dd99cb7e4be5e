import type { Plan } from './plan.ts'

/** Fewest digits of a hash that count as its approval; fewer could fit another plan by accident. */
export const approvalDigits = 12

/**
 * The plan with its hash: SHA-256 over the canonical form of everything else in it. Of people and steps each column is
 * digested for itself and the digest of all stands for them, so that a long plan never lies in memory as one text.
 */
export async function hashPlan(plan: Omit<Plan, 'hash'>): Promise<Plan> {
  const { people, steps, ...rest } = plan
  const digests: Promise<string>[] = []
  // One column is digested in the background while the next is written.
  for (const text of columnTexts('people', people)) digests.push(digestOf(text))
  for (const text of columnTexts('steps', steps)) digests.push(digestOf(text))
  digests.push(digestOf(canonical(rest)))
  const all = await Promise.all(digests)
  return { ...plan, hash: await digestOf(all.join('\n')) }
}

/** 64 hexadecimal digits. */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await globalThis.crypto.subtle.digest('SHA-256', bytes)
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function digestOf(text: string): Promise<string> {
  return sha256(new TextEncoder().encode(text))
}

/**
 * One list for each member instead of an object for each row: the names of tens of thousands of rows are neither
 * sorted nor written over and over. Each is a text of its own, since a single letter beyond Latin-1 doubles the whole.
 */
function* columnTexts(name: string, rows: unknown): Generator<string, void> {
  if (!Array.isArray(rows) || rows.length === 0 || !rows.every(isObject)) {
    yield canonical([name, rows])
    return
  }
  yield canonical([name, rows.length])
  for (const member of membersOf(rows).toSorted())
    yield* columnTexts(
      `${name}.${member}`,
      rows.map((row) => row[member]),
    )
}

/** All names that rows have; rows are of a few shapes, and each shape is looked at once. */
function membersOf(rows: readonly object[]): readonly string[] {
  const shapes: (readonly string[])[] = []
  for (const row of rows) {
    const names = Object.keys(row)
    if (!shapes.some((shape) => isSame(shape, names))) shapes.push(names)
  }
  return [...new Set(shapes.flat())]
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((name, index) => name === other[index])
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
