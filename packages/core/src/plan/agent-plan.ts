import type { AgentCatalog, AgentChange, AgentSettings } from '../domain/agent.ts'
import type { Organization } from '../domain/organization.ts'
import { personKey } from '../domain/person.ts'
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

/** Whether the contents of a plan are those that its hash is of. */
export async function isWholeAgentPlan({ organization, changes, hash }: AgentPlan): Promise<boolean> {
  return (await planAgents(organization, changes)).hash === hash
}

/** What a change is called in the journal; stable across plans. */
export function agentKey({ email }: Pick<AgentChange, 'email'>): string {
  return `agent:${personKey(email)}`
}

/** Of all that can be chosen what occurs in a plan, so that names can be told without asking anybody. */
export function namedIn({ changes }: Pick<AgentPlan, 'changes'>, catalog: AgentCatalog): AgentCatalog {
  const used = new Set(changes.flatMap(({ before, after }) => [...idsIn(before), ...idsIn(after)]))
  const kept = <T extends { readonly id: string }>(list: readonly T[]) =>
    list.filter(({ id }) => used.has(id))
  const { sites, teams, skillProfiles, desktopProfiles, multimediaProfiles, userProfiles } = catalog
  return {
    sites: kept(sites),
    teams: kept(teams),
    skillProfiles: kept(skillProfiles),
    desktopProfiles: kept(desktopProfiles),
    multimediaProfiles: kept(multimediaProfiles),
    userProfiles: kept(userProfiles),
  }
}

function idsIn(settings: AgentSettings): readonly string[] {
  return Object.values(settings)
    .flat()
    .filter((value) => typeof value === 'string')
}
