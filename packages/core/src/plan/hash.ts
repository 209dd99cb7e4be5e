import type { Plan } from './plan.ts'

/** Fewest digits of a hash that count as its approval; fewer could fit another plan by accident. */
export const approvalDigits = 12

/** The plan with its hash: SHA-256 over the canonical form of everything else in it. */
export async function hashPlan(plan: Omit<Plan, 'hash'>): Promise<Plan> {
  return { ...plan, hash: await sha256(new TextEncoder().encode(canonical(plan))) }
}

/** 64 hexadecimal digits. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = await globalThis.crypto.subtle.digest('SHA-256', new Uint8Array(bytes))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
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
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(ordered)
  const members = value as Readonly<Record<string, unknown>>
  const copy: Record<string, unknown> = Object.create(null)
  for (const key of Object.keys(members).toSorted()) copy[key] = ordered(members[key])
  return copy
}
