import type { OperatorTaskStatus } from '../domain/operator-task.ts'
import type { Organization } from '../domain/organization.ts'
import type { Request } from '../intake/request.ts'
import { reportOf } from '../machine/report.ts'
import { resultsOf } from '../machine/results.ts'
import { liveTasks, statusOf } from '../machine/tasks.ts'
import type { ReportView, TaskView } from '../machine/view.types.ts'
import { type Importing, importedSteps, newImport, withPart } from '../plan/importing.ts'
import type { Plan } from '../plan/plan.ts'
import { takeUp, type Undertaking } from '../plan/renew.ts'
import type { StepResults } from '../plan/step.ts'
import type { JournalEntry } from '../ports/journal.ts'
import { faultOf, type RecordFault } from './record-check.ts'
import { openStepStory } from './step-story.ts'

/** A run as its journal tells it. An intent without a result is a step in doubt: resuming looks before it does. */
export interface RunRecord {
  readonly format: 1
  readonly organization: Organization
  readonly openedAt: number
  readonly request: Request
  /** The approved plan, with the rows that were planned anew since and are covered or approved. */
  readonly plan: Plan
  readonly approvedHash: string
  /** The hashes of all approvals, the plan's first, then those of rows that were planned anew. */
  readonly approvals: readonly string[]
  /** Rows that were planned anew and wait for an approval. */
  readonly renewal: Plan | undefined
  /** Files that a person imports in Control Hub, where that is the way. */
  readonly importing?: Importing
  readonly results: StepResults
  /** Keys of the steps whose effect is this run's own doing. */
  readonly given: readonly string[]
  /** Ids of the people whom it created, by the key of the step, as far as its journal has them. */
  readonly created: ReadonlyMap<string, string>
  readonly inDoubt: readonly string[]
  readonly tasks: Readonly<Record<string, OperatorTaskStatus>>
  readonly isFinished: boolean
  /** The run that undid this one, or began to. */
  readonly undoneBy?: string
}

export type ReadRecord =
  | { readonly ok: true; readonly record: RunRecord }
  | { readonly ok: false; readonly reason: 'unknown' | 'not-approved' }
  /** It sets details of agents: `readAgentRecord` reads it. */
  | { readonly ok: false; readonly reason: 'agents' }
  /** The first entry that is not as it was written, or that this version does not know, from 1. */
  | {
      readonly ok: false
      readonly reason: RecordFault['kind']
      readonly entry: number
      /** Steps that settled before it. */
      readonly settled: number
    }

/** Folds a journal into a record. What it does not know is refused, never dropped. */
export function readRecord(entries: readonly JournalEntry[]): ReadRecord {
  const fault = faultOf(entries)
  if (fault !== undefined) {
    const { kind: reason, entry, settled } = fault
    return { ok: false, reason, entry, settled }
  }
  const opened = entries.find((entry) => entry.type === 'run.opened')
  if (opened === undefined) return { ok: false, reason: 'unknown' }
  const made = entries.findLast((entry) => entry.type === 'plan.made')
  if (made === undefined) {
    const isOfAgents = entries.some(({ type }) => type === 'agents.planned')
    return { ok: false, reason: isOfAgents ? 'agents' : 'not-approved' }
  }
  const story = fold(entries, made)
  if (story === undefined) return { ok: false, reason: 'not-approved' }
  return {
    ok: true,
    record: {
      format: 1,
      organization: opened.organization,
      openedAt: opened.at,
      request: made.request,
      approvedHash: made.plan.hash,
      ...story,
    },
  }
}

type Story = Pick<
  RunRecord,
  | 'plan'
  | 'approvals'
  | 'renewal'
  | 'importing'
  | 'results'
  | 'given'
  | 'created'
  | 'inDoubt'
  | 'tasks'
  | 'isFinished'
  | 'undoneBy'
>

/** Undefined where the plan was not approved, or something else was: nothing of it may go on. */
function fold(
  entries: readonly JournalEntry[],
  { plan: made, request }: Pick<RunRecord, 'plan' | 'request'>,
): Story | undefined {
  const steps = openStepStory(request.route)
  const { results } = steps
  let [under, renewal]: [Undertaking, Plan | undefined] = [{ plan: made, results, tasks: {} }, undefined]
  const approvals: string[] = []
  let isFinished = false
  let undoneBy: string | undefined
  let importing: Importing | undefined
  const take = (lot: Plan | undefined) => {
    if (lot === undefined) return
    under = takeUp({ ...under, results }, lot)
    for (const key of results.keys()) if (!under.results.has(key)) steps.drop(key)
  }
  for (const entry of entries) {
    if (entry.type === 'plan.approved') {
      const approved = [made, renewal].find((plan) => plan?.hash === entry.hash)
      if (approved === undefined) return undefined
      approvals.push(entry.hash)
      if (approved === renewal) take(renewal)
      if (approved === renewal) renewal = undefined
    }
    if (entry.type === 'plan.renewed') {
      take(entry.covered)
      renewal = entry.open
    }
    importing = afterImportEntry(importing, entry)
    if (entry.type === 'part.settled')
      for (const { key, result } of importedSteps(under.plan, entry.rows)) steps.takeImported(key, result)
    if (entry.type === 'step.intended') steps.intend(entry.key)
    if (entry.type === 'step.settled') steps.settle(entry.key, entry.result)
    if (entry.type === 'task.changed')
      under = { ...under, tasks: { ...under.tasks, [entry.id]: entry.status } }
    if (entry.type === 'undo.approved') undoneBy = entry.runId
    if (entry.type === 'run.finished' || entry.type === 'undo.approved') isFinished = true
    if (entry.type === 'plan.approved' || entry.type === 'step.intended') isFinished = false
  }
  if (approvals.length === 0) return undefined
  const { plan, tasks } = under
  return {
    plan,
    approvals,
    renewal,
    tasks,
    isFinished,
    results,
    given: steps.given(),
    created: steps.created,
    inDoubt: steps.inDoubt(),
    ...(undoneBy === undefined ? {} : { undoneBy }),
    ...(importing === undefined ? {} : { importing }),
  }
}

function afterImportEntry(before: Importing | undefined, entry: JournalEntry): Importing | undefined {
  if (entry.type === 'import.planned') return newImport(entry.import)
  if (before === undefined) return undefined
  if (entry.type === 'part.released')
    return withPart(before, entry.number, { state: 'released', before: entry.before })
  if (entry.type === 'part.settled')
    return withPart(before, entry.number, { state: 'settled', rows: entry.rows })
  return entry.type === 'import.canceled' ? { ...before, isCanceled: true } : before
}

/** What came of everyone as far as the record tells, without asking the organization. */
export function recordedReport({ results, ...record }: RunRecord): ReportView {
  return reportOf({ ...record, results: resultsOf(results), verification: undefined })
}

/** The operator tasks of a recorded run as they stand, trial organizations that saving found among them. */
export function recordedTasks(record: RunRecord): readonly TaskView[] {
  const { plan, tasks, renewal, importing } = record
  return liveTasks({ plan, tasks, renewal, importing, results: resultsOf(record.results) }).map((task) => ({
    ...task,
    ...statusOf(tasks, task.id),
  }))
}
