import { type Plan, type Request, readRequest } from '@wxcc-onboard/core'
import type { World } from '../compose.ts'
import { Trouble } from '../exit.ts'
import { readText } from './read-text.ts'

export interface SavedPlan {
  readonly request: Request
  readonly plan: Plan
}

export function savedPlanText(request: Request, plan: Plan): string {
  return `${JSON.stringify({ format: 1, request, plan }, undefined, 2)}\n`
}

/** A plan that `plan --output` saved, or undefined when the file is something else. */
export function readSavedPlan(world: World, path: string): SavedPlan | undefined {
  const value = parsed(readText(world, path))
  if (typeof value !== 'object' || value === null || !('plan' in value) || !('request' in value)) {
    return undefined
  }
  const { format, request, plan } = value as { format?: unknown; request: unknown; plan: unknown }
  const reading = readRequest(request)
  if (format !== 1 || !reading.ok || !isPlan(plan)) throw new Trouble('plan.malformed', { path })
  return { request: reading.request, plan }
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
