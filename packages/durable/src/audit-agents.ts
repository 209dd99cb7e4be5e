import type { AgentCatalog, AgentChange, AgentSettings, JournalEvent } from '@wxcc-onboard/core'

/** A plan of agent details, ready to be asked about every line. */
export interface AgentIndex {
  readonly hash: string
  readonly changes: ReadonlyMap<string, AgentChange>
  readonly names: ReadonlyMap<string, string>
}

export function agentIndexOf({ plan, names }: Extract<JournalEvent, { type: 'agents.planned' }>): AgentIndex {
  const lists: AgentCatalog[keyof AgentCatalog][] = Object.values(names)
  return {
    hash: plan.hash,
    changes: new Map(plan.changes.map((change) => [keyOf(change), change])),
    names: new Map(lists.flatMap((list) => list.map(({ id, name }) => [id, name] as const))),
  }
}

/** As core's `agentKey`; of core the journals know the types alone. */
function keyOf({ email }: AgentChange): string {
  return `agent:${email.trim().normalize('NFC').toLowerCase()}`
}

/** The fields that are changed, before and after, under the names that they had when they were planned. */
export function agentDetails(key: string, { hash, changes, names }: AgentIndex) {
  const change = changes.get(key)
  if (change === undefined) return { plan: hash, step: key }
  const { email, agentId, before, after, fields } = change
  const named = (settings: AgentSettings) =>
    Object.fromEntries(fields.map((field) => [field, nameOf(settings[field], names)]))
  return {
    plan: hash,
    step: key,
    kind: 'agent.change',
    email,
    rule: 'CSV-16',
    agentId,
    before: named(before),
    after: named(after),
  }
}

function nameOf(value: AgentSettings[keyof AgentSettings], names: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return names.get(value) ?? value
  return Array.isArray(value) ? value.map((id: string) => names.get(id) ?? id) : (value ?? null)
}
