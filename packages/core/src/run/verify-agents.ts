import { type Agent, agentHeaders } from '../domain/agent.ts'
import { problemOfFailure } from '../domain/outcome.ts'
import { personKey } from '../domain/person.ts'
import type { Problem } from '../domain/problem.ts'
import { csvProblem, rowSubject } from '../intake/csv/csv-problem.ts'
import { openFields } from '../plan/agent-effect.ts'
import { agentKey } from '../plan/agent-plan.ts'
import { hasSucceeded, type StepResult } from '../plan/step.ts'
import type { JournalEvent } from '../ports/journal.ts'
import type { AgentRunRecord } from './agent-record.ts'
import { type AgentOutcome, type AgentReport, agentReportOf, countsOf } from './agent-report.ts'
import type { AgentRunPorts } from './agent-run.ts'
import { anotherOrganization } from './verify-run.ts'

export type VerifiedAgents =
  | {
      readonly ok: true
      readonly report: AgentReport
      /** What was read back for the first time; `keepVerified` writes it down. */
      readonly news: readonly JournalEvent[]
    }
  | { readonly ok: false; readonly problem: Problem }

/**
 * Reads back, any time later, the details that a run set: who is no longer so is in the report as `invisible`, with the
 * fields that differ; what shows only now is `done`. Writes nothing (CSV-16). Another organization is refused (M14).
 */
export async function verifyAgents(
  record: AgentRunRecord,
  { directory, agents }: Pick<AgentRunPorts, 'directory' | 'agents'>,
  signal: AbortSignal,
): Promise<VerifiedAgents> {
  const connection = await directory.connect(signal)
  if (!connection.ok) return { ok: false, problem: problemOfFailure(connection.failure) }
  const { organization } = connection.value
  if (organization.id !== record.organization.id)
    return { ok: false, problem: anotherOrganization(record.plan, organization) }
  const { changes } = record.plan
  const found = await agents.findAgents(
    changes.map(({ email }) => email),
    signal,
  )
  if (!found.ok) return { ok: false, problem: problemOfFailure(found.failure) }
  const seen = new Map(found.value.map((agent) => [personKey(agent.email), agent]))
  const news = shownNow(record, seen)
  const results = new Map([...record.results, ...news.map(({ key, result }) => [key, result] as const)])
  const before = agentReportOf({ ...record, results })
  const told = before.agents.map((one) => asSeen(one, seen))
  const report = {
    ...before,
    agents: told,
    counts: countsOf(told),
    isComplete: told.every(hasSucceeded),
  }
  const isOver = !record.isFinished && !report.canRetry
  return { ok: true, report, news: isOver ? [...news, { type: 'run.finished' }] : news }
}

type Settled = Extract<JournalEvent, { readonly type: 'step.settled' }>

/** Changes that were sent, did not show in time or were never seen to, and show now. */
function shownNow(
  { plan, results, inDoubt }: AgentRunRecord,
  seen: ReadonlyMap<string, Agent>,
): readonly Settled[] {
  return plan.changes.flatMap((change) => {
    const key = agentKey(change)
    const agent = seen.get(personKey(change.email))
    const isSo = agent !== undefined && openFields(change, agent).length === 0
    const wasSent =
      inDoubt.includes(key) || ['invisible', 'unchanged'].includes(results.get(key)?.outcome ?? '')
    const result: StepResult = { outcome: 'done' }
    return isSo && wasSent ? [{ type: 'step.settled', key, result }] : []
  })
}

/** Only what the run had set is missed. */
function asSeen(told: AgentOutcome, seen: ReadonlyMap<string, Agent>): AgentOutcome {
  const { change } = told
  const { line, email } = change
  const agent = seen.get(personKey(email))
  const fields = agent === undefined ? change.fields : openFields(change, agent)
  if (!hasSucceeded(told) || fields.length === 0) return told
  const subject = rowSubject(email, line)
  const problem =
    agent === undefined
      ? csvProblem('agent.user-missing', 'error', 'C-9', { line, email }, subject)
      : csvProblem(
          'drift.agent-changed',
          'warning',
          'CSV-16',
          { line, email, headers: fields.map((field) => agentHeaders[field]) },
          subject,
        )
  return { ...told, outcome: 'invisible', problems: [problem] }
}
