import { isoTime, type Organization } from '../organization/organization.ts'
import type { ImportMode } from './apply-row.ts'

/** An import as it is stored: how far it is follows from the clock. */
export interface Job {
  readonly seq: number
  readonly id: string
  readonly fileName: string
  readonly md5: string
  readonly mode: ImportMode
  readonly total: number
  /** Milliseconds for each row. */
  readonly rowTime: number
  readonly createdAt: number
  /** Milliseconds before the last pause. */
  readonly worked: number
  /** Null while it is stopped or over. */
  readonly runningSince: number | null
  /** A pause takes effect when the row at work is done. */
  readonly stopAt: number | null
  readonly processed: number
  readonly ending: 'COMPLETED' | 'FAILED' | 'ABANDONED' | null
  readonly finishedAt: number | null
  readonly closedAt: number | null
}

export type JobState =
  | 'CREATED'
  | 'STARTING'
  | 'STARTED'
  | 'STOPPING'
  | 'STOPPED'
  | 'COMPLETED'
  | 'FAILED'
  | 'ABANDONED'

export interface JobCounts {
  readonly total: number
  readonly added: number
  readonly updated: number
  /** Rows with an error, also those whose person was saved without a license (700000). */
  readonly failed: number
  /** Rows that the import has not come to. */
  readonly waiting: number
}

/** The states of an older Control Hub client, and the words that it shows for them. */
export function showJob(org: Organization, job: Job) {
  const state = stateOf(org, job)
  const counts = countsOf(org, job)
  return {
    id: job.id,
    fileName: job.fileName,
    md5: job.md5,
    mode: job.mode,
    state,
    shown: state === 'COMPLETED' && counts.failed > 0 ? 'completed with errors' : shownStates[state],
    counts,
    createdAt: isoTime(job.createdAt),
    finishedAt: isoOrNull(job.finishedAt),
    /** When the Tasks dialog box was closed. */
    closedAt: isoOrNull(job.closedAt),
  }
}

function stateOf(org: Organization, job: Job): JobState {
  if (job.ending !== null) return job.ending
  if (job.runningSince === null) return 'STOPPED'
  if (job.stopAt !== null) return 'STOPPING'
  if (job.processed > 0) return 'STARTED'
  return job.worked + org.now() - job.runningSince > 0 ? 'STARTING' : 'CREATED'
}

const shownStates: Record<JobState, string> = {
  CREATED: 'created',
  STARTING: 'processing',
  STARTED: 'processing',
  STOPPING: 'processing',
  STOPPED: 'stopped',
  COMPLETED: 'completed',
  FAILED: 'failed',
  ABANDONED: 'canceled',
}

function countsOf(org: Organization, job: Job): JobCounts {
  const rows = org.state.all<{ outcome: string | null; count: number }>(
    'SELECT outcome, count(*) AS count FROM importRows WHERE jobSeq = ? GROUP BY outcome',
    job.seq,
  )
  const count = (wanted: string | null) => rows.find(({ outcome }) => outcome === wanted)?.count ?? 0
  return {
    total: job.total,
    added: count('added'),
    updated: count('updated'),
    failed: count('failed'),
    waiting: count(null),
  }
}

const isoOrNull = (time: number | null): string | null => (time === null ? null : isoTime(time))
