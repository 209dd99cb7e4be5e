import type { OperatorTaskStatus } from '../domain/operator-task.ts'
import type { Organization } from '../domain/organization.ts'
import type { Request } from '../intake/request.ts'
import { resultsOf } from '../machine/results.ts'
import { liveTasks, statusOf } from '../machine/tasks.ts'
import type { TaskView } from '../machine/view.types.ts'
import type { Plan } from '../plan/plan.ts'
import type { StepResult } from '../plan/step.ts'
import type { JournalEntry } from '../ports/journal.ts'
import { givenSteps } from './given-steps.ts'

/** A run as its journal tells it. An intent without a result is a step in doubt: resuming looks before it does. */
export interface RunRecord {
  readonly format: 1
  readonly organization: Organization
  readonly openedAt: number
  readonly request: Request
  readonly plan: Plan
  readonly approvedHash: string
  readonly results: Readonly<Record<string, StepResult>>
  /** Keys of the steps whose effect is this run's own doing. */
  readonly given: readonly string[]
  readonly inDoubt: readonly string[]
  readonly tasks: Readonly<Record<string, OperatorTaskStatus>>
  readonly isFinished: boolean
  /** The run that undid this one, or began to. */
  readonly undoneBy?: string
}

export type ReadRecord =
  | { readonly ok: true; readonly record: RunRecord }
  | { readonly ok: false; readonly reason: 'unknown' | 'format-unknown' | 'not-approved' }

/** Folds a journal into a record. What it does not know is refused, never dropped. */
export function readRecord(entries: readonly JournalEntry[]): ReadRecord {
  const opened = entries.find((entry) => entry.type === 'run.opened')
  if (opened === undefined) return { ok: false, reason: 'unknown' }
  if (opened.format !== 1) return { ok: false, reason: 'format-unknown' }
  const made = entries.findLast((entry) => entry.type === 'plan.made')
  const approved = entries.findLast((entry) => entry.type === 'plan.approved')
  if (made === undefined || approved === undefined || approved.hash !== made.plan.hash)
    return { ok: false, reason: 'not-approved' }
  return {
    ok: true,
    record: {
      format: 1,
      organization: opened.organization,
      openedAt: opened.at,
      request: made.request,
      plan: made.plan,
      approvedHash: approved.hash,
      given: givenSteps(entries, made.request.route),
      ...fold(entries),
    },
  }
}

function fold(
  entries: readonly JournalEntry[],
): Pick<RunRecord, 'results' | 'inDoubt' | 'tasks' | 'isFinished' | 'undoneBy'> {
  const results: Record<string, StepResult> = {}
  const tasks: Record<string, OperatorTaskStatus> = {}
  const inDoubt = new Set<string>()
  let isFinished = false
  let undoneBy: string | undefined
  for (const entry of entries) {
    if (entry.type === 'step.intended') inDoubt.add(entry.key)
    if (entry.type === 'step.settled') {
      inDoubt.delete(entry.key)
      results[entry.key] = entry.result
    }
    if (entry.type === 'task.changed') tasks[entry.id] = entry.status
    if (entry.type === 'undo.approved') undoneBy = entry.runId
    if (entry.type === 'run.finished' || entry.type === 'undo.approved') isFinished = true
    if (entry.type === 'plan.approved' || entry.type === 'step.intended') isFinished = false
  }
  const undone = undoneBy === undefined ? {} : { undoneBy }
  return { results, tasks, inDoubt: [...inDoubt], isFinished, ...undone }
}

/** The operator tasks of a recorded run as they stand, trial organizations that saving found among them. */
export function recordedTasks({ plan, results, tasks }: RunRecord): readonly TaskView[] {
  return liveTasks({ plan, results: resultsOf(results), tasks }).map((task) => ({
    ...task,
    ...statusOf(tasks, task.id),
  }))
}
