import type { AgentCatalog } from '../domain/agent.ts'
import type { OperatorTaskStatus } from '../domain/operator-task.ts'
import type { Request } from '../intake/request.ts'
import type { AgentPlan } from '../plan/agent-plan.ts'
import type { ImportPlan } from '../plan/import.ts'
import type { ImportedRow } from '../plan/importing.ts'
import type { Plan } from '../plan/plan.ts'
import type { StepResult } from '../plan/step.ts'
import type { Drafts } from './drafts.ts'

/**
 * One line of a run's life. `at` is epoch milliseconds, `by` the address of the administrator who was signed in.
 * Secrets cannot be in it: nothing here holds one.
 */
export type JournalEntry = { readonly at: number; readonly by?: string } & JournalEvent

export type JournalEvent =
  | { readonly type: 'run.opened'; readonly format: 1; readonly organization: { id: string; name: string } }
  | { readonly type: 'plan.made'; readonly request: Request; readonly plan: Plan }
  /** The run sets details of agents; `names` is what the ids of its plan were called then. */
  | { readonly type: 'agents.planned'; readonly plan: AgentPlan; readonly names: AgentCatalog }
  /** How the plan is carried out, where a person imports files in Control Hub; before its approval. */
  | { readonly type: 'import.planned'; readonly import: ImportPlan }
  /** Intent: from here on somebody may import the part. `before` are rows that were as wanted. */
  | { readonly type: 'part.released'; readonly number: number; readonly before: readonly number[] }
  | { readonly type: 'part.settled'; readonly number: number; readonly rows: readonly ImportedRow[] }
  /** Parts that are not settled are not imported any more. */
  | { readonly type: 'import.canceled' }
  /** `hash` is that of the plan made last, or of rows that were planned anew and are open. */
  | { readonly type: 'plan.approved'; readonly hash: string }
  /**
   * Rows that moved, as they are planned anew: `covered` ones do less than was approved and take effect, `open` ones
   * wait for an approval of their own, and those that were open before are so no more.
   */
  | { readonly type: 'plan.renewed'; readonly covered?: Plan; readonly open?: Plan }
  | { readonly type: 'step.intended'; readonly key: string }
  | { readonly type: 'step.settled'; readonly key: string; readonly result: StepResult }
  | { readonly type: 'task.changed'; readonly id: string; readonly status: OperatorTaskStatus }
  /** The run with this id undoes this one, of which nothing is left to be done any more. */
  | { readonly type: 'undo.approved'; readonly runId: string }
  | { readonly type: 'run.stopped' }
  | { readonly type: 'run.finished' }

/** What a list of runs shows of one, without loading it. */
export interface RunSummary {
  readonly runId: string
  readonly organization: { readonly id: string; readonly name: string }
  readonly openedAt: number
  readonly changedAt: number
  readonly people: number
  /** `damaged`: something of the run does not read as it was written; it is kept. */
  readonly state: 'unapproved' | 'unfinished' | 'finished' | 'damaged'
  /** `agents`: it sets details of agents, so `readAgentRecord` reads it and `setUpAgents` goes on with it. */
  readonly kind?: 'agents'
}

/**
 * Where runs live. `append` resolves when the entry is durable; entries of a run keep their order. It rejects with an
 * error whose `code` is `leased` where another process works on the run.
 */
export interface Journal {
  append(runId: string, entry: JournalEntry): Promise<void>
  /**
   * Somebody waits for what was appended. A journal that holds entries back for a moment, to write them together with
   * the next, does so no longer.
   */
  hurry?(): void
  /** The entries in order; empty when there is no such run. */
  load(runId: string): Promise<readonly JournalEntry[]>
  /** Latest change first. */
  list(): Promise<readonly RunSummary[]>
  /** Answers that nobody approved yet, where this journal keeps them. */
  readonly drafts?: Drafts
}
