import {
  type Agent,
  type AgentCatalog,
  type AgentChange,
  type AgentSettings,
  agentHeaders,
  changedFields,
} from '../domain/agent.ts'
import { personKey } from '../domain/person.ts'
import type { Problem } from '../domain/problem.ts'
import type { AgentRow, RejectedAgent } from '../intake/csv/agent-sheet.ts'
import { csvProblem, rowSubject } from '../intake/csv/csv-problem.ts'
import { readSettings } from './agent-settings.ts'

/** Rows in are changes, rows that are so already, and rejected rows, each once. */
export interface JudgedAgents {
  readonly changes: readonly AgentChange[]
  readonly already: readonly AgentRow[]
  readonly rejected: readonly RejectedAgent[]
  /** Warnings of rows, and questions of the file. */
  readonly problems: readonly Problem[]
}

/** What rows change of the contact-center users that there are. Names are never corrected and never invented (C-19). */
export function judgeAgents(
  rows: readonly AgentRow[],
  agents: readonly Agent[],
  catalog: AgentCatalog,
): JudgedAgents {
  const known = new Map(agents.map((agent) => [personKey(agent.email), agent]))
  const changes: AgentChange[] = []
  const already: AgentRow[] = []
  const rejected: RejectedAgent[] = []
  const problems: Problem[] = []
  for (const row of rows) {
    const agent = known.get(personKey(row.email))
    const { after, problems: said } = agent === undefined ? missing(row) : readSettings(row, agent, catalog)
    const isWrong = said.some(({ severity }) => severity === 'error')
    if (isWrong || agent === undefined || after === undefined) {
      rejected.push({ line: row.line, email: row.email, problems: said })
      continue
    }
    const fields = changedFields(agent.settings, after)
    problems.push(...said, ...readiness(row, after))
    if (fields.length === 0) already.push(row)
    else {
      const { line, email } = row
      changes.push({ line, email, agentId: agent.id, before: agent.settings, after, fields })
    }
  }
  return { changes, already, rejected, problems: [...moves(changes), ...problems] }
}

/** Whoever was not synchronized is not there, and cannot be created from here (C-9). */
function missing({ line, email }: AgentRow): {
  readonly after?: AgentSettings
  readonly problems: readonly Problem[]
} {
  return {
    problems: [csvProblem('agent.user-missing', 'error', 'C-9', { line, email }, rowSubject(email, line))],
  }
}

/** Another site takes people out of their teams and ends their statistics; they must be signed out (t_edit-user). */
function moves(changes: readonly AgentChange[]): readonly Problem[] {
  const moved = changes.filter(({ before, after }) => before.site !== undefined && before.site !== after.site)
  if (moved.length === 0) return []
  const facts = { count: moved.length, people: moved.map(({ email }) => email) }
  return [csvProblem('agent.site-changes', 'question', 'CSV-16', facts)]
}

/** What somebody who handles contacts still lacks. */
function readiness({ line, email }: AgentRow, settings: AgentSettings): readonly Problem[] {
  if (!settings.enabled) return []
  const needed = ['site', 'desktopProfile', 'multimediaProfile'] as const
  const lacking = [
    ...needed.filter((field) => settings[field] === undefined),
    ...(settings.teams.length === 0 ? (['teams'] as const) : []),
  ]
  if (lacking.length === 0) return []
  const facts = { line, email, headers: lacking.map((field) => agentHeaders[field]) }
  return [csvProblem('agent.not-ready', 'warning', 'CSV-16', facts, rowSubject(email, line))]
}
