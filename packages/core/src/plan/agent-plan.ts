import type { AgentChange } from '../domain/agent.ts'
import type { Organization } from '../domain/organization.ts'
import { canonical, sha256 } from './hash.ts'

/** What is changed of contact-center users, stated before it happens and approved by its hash. */
export interface AgentPlan {
  readonly format: 1
  readonly organization: Organization
  readonly changes: readonly AgentChange[]
  /** SHA-256 over everything above in canonical form, 64 hexadecimal digits. */
  readonly hash: string
}

export async function planAgents(
  organization: Organization,
  changes: readonly AgentChange[],
): Promise<AgentPlan> {
  const plan = { format: 1, organization, changes } as const
  return { ...plan, hash: await sha256(new TextEncoder().encode(canonical(plan))) }
}
