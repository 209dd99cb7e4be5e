import { type Plan, type Request, readRequest } from '@wxcc-onboard/core'
import type { World } from '../compose.ts'
import { Trouble } from '../exit.ts'
import { readText } from './read-text.ts'

export interface SavedPlan {
  readonly request: Request
  readonly plan: Plan
  /** The CSV file that the plan was made from. */
  readonly csv?: SavedCsv
}

export interface SavedCsv {
  readonly path: string
  readonly sha256: string
  /** The options under which it was read. */
  readonly options: object
}

export function savedPlanText(request: Request, plan: Plan, csv?: SavedCsv): string {
  return `${JSON.stringify({ format: 1, request, plan, csv }, undefined, 2)}\n`
}

/** A plan that `plan --output` saved, or undefined when the file is something else. */
export function readSavedPlan(world: World, path: string): SavedPlan | undefined {
  const value = parsed(readText(world, path))
  if (typeof value !== 'object' || value === null || !('plan' in value) || !('request' in value)) {
    return undefined
  }
  const { format, request, plan, csv } = value as Partial<Record<'format' | keyof SavedPlan, unknown>>
  const reading = readRequest(request)
  if (format !== 1 || !reading.ok || !isPlan(plan)) throw new Trouble('plan.malformed', { path })
  if (csv === undefined) return { request: reading.request, plan }
  if (!isSavedCsv(csv)) throw new Trouble('plan.malformed', { path })
  return { request: reading.request, plan, csv }
}

function isSavedCsv(value: unknown): value is SavedCsv {
  const { path, sha256, options } = (value ?? {}) as Partial<Record<keyof SavedCsv, unknown>>
  const isHash = typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256)
  return isHash && typeof path === 'string' && typeof options === 'object' && options !== null
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isPlan(plan: unknown): plan is Plan {
  if (typeof plan !== 'object' || plan === null) return false
  const { format, hash, organization } = plan as Partial<Record<keyof Plan, unknown>>
  const isOrganization = typeof organization === 'object' && organization !== null && 'id' in organization
  return format === 1 && typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash) && isOrganization
}
