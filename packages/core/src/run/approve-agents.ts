import type { AgentCatalog } from '../domain/agent.ts'
import { problemOfFailure } from '../domain/outcome.ts'
import type { Problem } from '../domain/problem.ts'
import { editedProblem, notApprovedProblem } from '../machine/refusals.ts'
import { type AgentPlan, isWholeAgentPlan, namedIn } from '../plan/agent-plan.ts'
import { isApprovalOf } from '../plan/hash.ts'
import type { JournalEvent } from '../ports/journal.ts'
import type { Ports } from '../ports/ports.ts'
import type { AgentRunRecord } from './agent-record.ts'
import { anotherOrganization } from './verify-run.ts'

export interface AgentApproval {
  /** Of the plan, whole or its first 12 digits or more. */
  readonly hash: string
  /** What can be chosen, for the names in it: they are kept with the plan. */
  readonly catalog: AgentCatalog
  /** What the run is called, where it has to be known before. @default the next of `ids` */
  readonly runId?: string
}

export type ApproveAgents =
  | { readonly ok: true; readonly runId: string; readonly record: AgentRunRecord }
  | { readonly ok: false; readonly problem: Problem }

/**
 * Approves a plan of agent details by its hash and writes it down as a run of its own, which `setUpAgents` carries out
 * and goes on with. One that was edited is refused, and so is another organization (M14). Nothing is written to Webex.
 * Whoever calls it must hold the run alone.
 *
 * @example
 * const plan = await planAgents(organization, judgeAgents(rows, agents, catalog).changes)
 * const approved = await approveAgents(plan, { hash: plan.hash, catalog }, ports, signal)
 * if (approved.ok) await setUpAgents(approved, { ...ports, agents })
 */
export async function approveAgents(
  plan: AgentPlan,
  { hash, catalog, runId }: AgentApproval,
  { directory, journal, clock, ids }: Pick<Ports, 'directory' | 'journal' | 'clock' | 'ids'>,
  signal: AbortSignal,
): Promise<ApproveAgents> {
  if (!(await isWholeAgentPlan(plan))) return { ok: false, problem: editedProblem(plan) }
  if (!isApprovalOf(plan.hash, hash)) return { ok: false, problem: notApprovedProblem(plan) }
  const connection = await directory.connect(signal)
  if (!connection.ok) return { ok: false, problem: problemOfFailure(connection.failure) }
  const { organization, operator } = connection.value
  if (organization.id !== plan.organization.id)
    return { ok: false, problem: anotherOrganization(plan, organization) }
  const own = runId ?? ids.next()
  const openedAt = clock.now()
  const by = operator.email === undefined ? {} : { by: operator.email }
  const write = (event: JournalEvent) => journal.append(own, { at: clock.now(), ...by, ...event })
  const names = namedIn(plan, catalog)
  await write({ type: 'run.opened', format: 1, organization: plan.organization })
  await write({ type: 'agents.planned', plan, names })
  await write({ type: 'plan.approved', hash: plan.hash })
  const nothingYet = { results: new Map(), given: [], inDoubt: [], isFinished: false } as const
  const { organization: of } = plan
  return {
    ok: true,
    runId: own,
    record: { format: 1, organization: of, openedAt, plan, names, ...nothingYet },
  }
}
