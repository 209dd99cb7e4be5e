import {
  type Journal,
  type OperatorTask,
  type OperatorTaskStatus,
  type RunRecord,
  type RunSummary,
  readRecord,
} from '@wxcc-onboard/core'
import type { World } from '../compose.ts'
import { Trouble } from '../exit.ts'
import { openJournal } from './place.ts'

/** A run as its journal tells it, without asking the organization. */
export interface KeptRun {
  readonly summary: RunSummary
  readonly record: RunRecord
  readonly tasks: readonly KeptTask[]
}

export type KeptTask = OperatorTask & OperatorTaskStatus

export async function withJournal<T>(world: World, work: (journal: Journal) => Promise<T>): Promise<T> {
  const journal = await openJournal(world)
  try {
    return await work(journal)
  } finally {
    journal.close()
  }
}

export async function readRun(journal: Journal, run: string): Promise<KeptRun> {
  const summary = (await journal.list()).find(({ runId }) => runId === run)
  if (summary === undefined) throw new Trouble('run.unknown', { run })
  const reading = readRecord(await journal.load(run))
  if (!reading.ok) throw new Trouble(`run.${reading.reason}`, { run })
  const { record } = reading
  return {
    summary,
    record,
    tasks: record.plan.tasks.map((task) => ({ ...task, ...statusIn(record, task.id) })),
  }
}

function statusIn({ tasks }: RunRecord, id: string): OperatorTaskStatus {
  return tasks[id] ?? { state: 'open', verifiedFor: [] }
}
