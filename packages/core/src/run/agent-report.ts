import type { AgentChange } from '../domain/agent.ts'
import type { Problem } from '../domain/problem.ts'
import { agentKey } from '../plan/agent-plan.ts'
import { hasSucceeded, type StepOutcome, stepOutcomes } from '../plan/step.ts'
import type { AgentRunRecord } from './agent-record.ts'
import { isOver } from './agent-result.ts'

/** What came of one change. */
export interface AgentOutcome {
  readonly change: AgentChange
  readonly outcome: StepOutcome
  readonly problems: readonly Problem[]
}

/** What came of every change of a run, in the order of its plan: changes in are outcomes out. */
export interface AgentReport {
  readonly agents: readonly AgentOutcome[]
  readonly counts: Readonly<Record<StepOutcome, number>>
  readonly isComplete: boolean
  /** Whether `setUpAgents` can do more of it. */
  readonly canRetry: boolean
}

export function agentReportOf({ plan, results }: Pick<AgentRunRecord, 'plan' | 'results'>): AgentReport {
  const agents = plan.changes.map((change): AgentOutcome => {
    const { outcome = 'not-attempted', problem } = results.get(agentKey(change)) ?? {}
    return { change, outcome, problems: problem === undefined ? [] : [problem] }
  })
  return {
    agents,
    counts: countsOf(agents),
    isComplete: agents.every(hasSucceeded),
    canRetry: plan.changes.some((change) => !isOver(results.get(agentKey(change)))),
  }
}

export function countsOf(agents: readonly Pick<AgentOutcome, 'outcome'>[]): AgentReport['counts'] {
  const counts = Object.fromEntries(stepOutcomes.map((outcome) => [outcome, 0])) as Record<
    StepOutcome,
    number
  >
  for (const { outcome } of agents) counts[outcome] += 1
  return counts
}
