import { type Agent, type AgentChange, agentHeaders } from '../domain/agent.ts'
import { type Failure, problemOfFailure } from '../domain/outcome.ts'
import type { Problem } from '../domain/problem.ts'
import { csvProblem, rowSubject } from '../intake/csv/csv-problem.ts'
import { openFields } from '../plan/agent-effect.ts'
import type { StepResult } from '../plan/step.ts'

/** Refused, and not so afterwards. */
export function refusedAgent(change: AgentChange, failure: Failure): StepResult {
  return { outcome: 'failed', problem: failureOf(change, failure) }
}

/** Accepted, and it cannot be read whether it is so. */
export function unreadAgent(change: AgentChange, failure: Failure): StepResult {
  return { outcome: 'invisible', problem: failureOf(change, failure) }
}

/** Accepted, and not as planned when patience ended. */
export function unchangedAgent(change: AgentChange, agent: Agent | undefined): StepResult {
  if (agent === undefined) return missingAgent(change)
  const headers = openFields(change, agent).map((field) => agentHeaders[field])
  return { outcome: 'unchanged', problem: rowProblem('agent.unchanged', change, { headers }) }
}

/** Not in the Users module: nothing was written (C-9). */
export function missingAgent({ line, email }: AgentChange): StepResult {
  const problem = csvProblem('agent.user-missing', 'error', 'C-9', { line, email }, rowSubject(email, line))
  return { outcome: 'failed', problem }
}

/** Somebody changed it since the plan: nothing was written, and this plan writes it no more. */
export function movedAgent(change: AgentChange): StepResult {
  const problem = { ...rowProblem('agent.moved', change, {}), severity: 'warning' } as const
  return { outcome: 'not-attempted', problem }
}

/** Whether going on with the run can change anything of it. */
export function isOver(result: StepResult | undefined): boolean {
  const { outcome, problem } = result ?? {}
  return outcome === 'done' || outcome === 'already' || problem?.code === 'agent.moved'
}

function rowProblem(
  code: 'agent.unchanged' | 'agent.moved',
  { line, email }: AgentChange,
  facts: Problem['facts'],
): Problem {
  return csvProblem(code, 'error', 'NEW-30', { line, email, ...facts }, rowSubject(email, line))
}

function failureOf({ line, email }: AgentChange, failure: Failure): Problem {
  return { rule: 'NEW-30', ...problemOfFailure(failure, rowSubject(email, line)) }
}
