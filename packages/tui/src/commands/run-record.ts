import {
  controlHubUrl,
  type OperatorTask,
  type OperatorTaskStatus,
  openPart,
  personKey,
  type ReadRecord,
  type RunRecord,
  readRecord,
  recordedTasks,
} from '@wxcc-onboard/core'
import type { World } from '../compose.ts'
import { Trouble } from '../exit.ts'
import { findSummary, type KeptSummary, loadEntries } from './run-list.ts'

/** A run as its journal tells it, without asking the organization. */
export interface KeptRun {
  readonly summary: KeptSummary
  readonly record: RunRecord
  /** Of a run that was undone nobody has to do any more. */
  readonly tasks: readonly KeptTask[]
}

type KeptTask = OperatorTask & OperatorTaskStatus

/** A run by its id, wherever it was made. */
export async function findRun(world: World, run: string): Promise<KeptRun> {
  const summary = await findSummary(world, run)
  const reading = readRecord(await loadEntries(world, summary))
  if (!reading.ok) throw unreadable(run, reading)
  const { record } = reading
  const tasks = tasksIn(record)
  const isUndone = record.undoneBy !== undefined
  return { summary, record, tasks: isUndone ? tasks.filter(({ state }) => state !== 'open') : tasks }
}

/** While files are imported nothing else is due, and nothing after they were given up. */
function tasksIn(record: RunRecord): readonly KeptTask[] {
  const { importing, plan } = record
  if (importing?.isCanceled || openPart(importing) !== undefined) return recordedTasks(record)
  return [...discoveredTasks(record), ...plan.tasks].map((task) => ({
    ...task,
    ...statusIn(record, task.id),
  }))
}

/** Why a run cannot be read, as trouble. */
export function unreadable(run: string, reading: Exclude<ReadRecord, { readonly ok: true }>): Trouble {
  const { ok: _, reason, ...facts } = reading
  return new Trouble(`run.${reason}`, { run, ...facts })
}

/** Addresses that turned out to be taken by a trial organization that nobody had told of (PRE-1). */
function discoveredTasks({ plan, results }: RunRecord): readonly OperatorTask[] {
  return plan.steps
    .filter(({ kind, key }) => kind === 'person.create' && results.get(key)?.outcome === 'waiting')
    .map(({ email }) => ({ email, id: `trial-organization:${personKey(email)}` }))
    .filter(({ id }) => plan.tasks.every((task) => task.id !== id))
    .map(({ email, id }) => ({
      id,
      kind: 'trial-organization',
      rule: 'PRE-1',
      people: [email],
      where: [{ vintage: 'documented', path: ['Account', 'Info', 'Delete'] }],
      url: controlHubUrl,
      verifiedBy: 'claim',
      phase: 'saving',
      facts: {},
    }))
}

function statusIn({ tasks }: RunRecord, id: string): OperatorTaskStatus {
  return tasks[id] ?? { state: 'open', verifiedFor: [] }
}
