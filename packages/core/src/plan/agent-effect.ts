import {
  type Agent,
  type AgentChange,
  type AgentField,
  type AgentSettings,
  changedFields,
} from '../domain/agent.ts'

/**
 * How somebody stands to a change of theirs: `so` it is as planned · `open` it can be carried out · `moved` somebody
 * changed since the plan what it would overwrite · `missing` they are not in the Users module (C-9).
 */
export type AgentStanding = 'so' | 'open' | 'moved' | 'missing'

export function standingOf(change: AgentChange, agent: Agent | undefined): AgentStanding {
  if (agent === undefined) return 'missing'
  if (openFields(change, agent).length === 0) return 'so'
  const [asBefore, asAfter] = [change.before, change.after].map(
    (settings) => new Set(changedFields(agent.settings, settings)),
  )
  const isMoved = overwritten(change).some((field) => asBefore?.has(field) && asAfter?.has(field))
  return isMoved || agent.id !== change.agentId ? 'moved' : 'open'
}

/** The fields of a change that are not as planned. */
export function openFields(
  { after, fields }: Pick<AgentChange, 'after' | 'fields'>,
  agent: Agent,
): readonly AgentField[] {
  const different = changedFields(agent.settings, after)
  return fields.filter((field) => different.includes(field))
}

/** Settings to write: those of the plan, and whether somebody is enabled as it is where the plan leaves it. */
export function settingsToWrite({ after, fields }: AgentChange, agent: Agent | undefined): AgentSettings {
  if (agent === undefined || fields.includes('enabled')) return after
  return { ...after, enabled: agent.settings.enabled }
}

/** Another site takes the teams with it. */
function overwritten({ fields }: AgentChange): readonly AgentField[] {
  return fields.includes('site') ? [...fields, 'teams'] : fields
}
