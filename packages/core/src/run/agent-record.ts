import type { AgentCatalog } from '../domain/agent.ts'
import type { Organization } from '../domain/organization.ts'
import type { AgentPlan } from '../plan/agent-plan.ts'
import type { StepResults } from '../plan/step.ts'
import type { JournalEntry } from '../ports/journal.ts'
import type { ReadRecord } from './record.ts'
import { faultOf } from './record-check.ts'
import { openStepStory } from './step-story.ts'

/** A run that sets details of agents, as its journal tells it. Results, intents and gifts are by `agentKey`. */
export interface AgentRunRecord {
  readonly format: 1
  readonly organization: Organization
  readonly openedAt: number
  readonly plan: AgentPlan
  /** What the ids of the plan were called when it was made; a name that is not there is told by its id. */
  readonly names: AgentCatalog
  readonly results: StepResults
  /** Keys of the changes whose effect is this run's own doing. */
  readonly given: readonly string[]
  /** Intents without a result: the change may have gone out. */
  readonly inDoubt: readonly string[]
  readonly isFinished: boolean
}

export type ReadAgentRecord =
  | { readonly ok: true; readonly record: AgentRunRecord }
  | (Exclude<ReadRecord, { readonly ok: true }> & { readonly ok: false })

/**
 * Folds the journal of a run that sets details of agents (`RunSummary.kind`). What it does not know is refused, never
 * dropped; a run of another kind is `unknown`.
 */
export function readAgentRecord(entries: readonly JournalEntry[]): ReadAgentRecord {
  const fault = faultOf(entries)
  if (fault !== undefined) {
    const { kind: reason, entry, settled } = fault
    return { ok: false, reason, entry, settled }
  }
  const opened = entries.find((entry) => entry.type === 'run.opened')
  const planned = entries.findLast((entry) => entry.type === 'agents.planned')
  if (opened === undefined || planned === undefined) return { ok: false, reason: 'unknown' }
  const { plan, names } = planned
  const approvals = entries.filter((entry) => entry.type === 'plan.approved')
  const isApproved = approvals.length > 0 && approvals.every(({ hash }) => hash === plan.hash)
  if (!isApproved) return { ok: false, reason: 'not-approved' }
  const { organization, at: openedAt } = opened
  return { ok: true, record: { format: 1, organization, openedAt, plan, names, ...fold(entries) } }
}

type Story = Pick<AgentRunRecord, 'results' | 'given' | 'inDoubt' | 'isFinished'>

function fold(entries: readonly JournalEntry[]): Story {
  const changes = openStepStory('csv')
  let isFinished = false
  for (const entry of entries) {
    if (entry.type === 'step.intended') changes.intend(entry.key)
    if (entry.type === 'step.settled') changes.settle(entry.key, entry.result)
    if (entry.type === 'run.finished') isFinished = true
    if (entry.type === 'plan.approved' || entry.type === 'step.intended') isFinished = false
  }
  return { results: changes.results, given: changes.given(), inDoubt: changes.inDoubt(), isFinished }
}
