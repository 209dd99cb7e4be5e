import { createHash, randomUUID } from 'node:crypto'
import type { Organization } from '../organization/organization.ts'
import { Refusal } from '../refusal.ts'
import { applyRow, type ImportMode } from './apply-row.ts'
import { serviceColumns } from './columns.ts'
import { readSheet, refuseRowCount, type Upload } from './file.ts'
import { type Job, showJob } from './job-state.ts'
import { type ImportRow, type RowError, readRows } from './row.ts'

/** Starts an import, one at a time (CSV-1), or refuses the whole file. */
export function startImport(org: Organization, upload: Upload, mode: ImportMode): Job {
  refuseSecond(org)
  const sheet = readSheet(upload)
  const rows = readRows(sheet, serviceColumns(org))
  refuseRowCount(sheet)
  const id = randomUUID()
  const now = org.now()
  org.state.run(
    `INSERT INTO importJobs (id, fileName, md5, mode, total, rowTime, createdAt, runningSince)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    upload.name,
    createHash('md5').update(upload.bytes).digest('hex'),
    mode,
    rows.length,
    org.delays.import,
    now,
    now,
  )
  const { seq } = findJob(org, id)
  for (const row of rows) {
    org.state.run(
      'INSERT INTO importRows (jobSeq, number, doc) VALUES (?, ?, ?)',
      seq,
      row.number,
      JSON.stringify(row),
    )
  }
  settleImports(org, now)
  return findJob(org, id)
}

/** Newest first, as in Organization Tasks. */
export const listJobs = (org: Organization): Job[] =>
  org.state.all<Job>('SELECT * FROM importJobs ORDER BY seq DESC')

export function findJob(org: Organization, id: string): Job {
  const job = org.state.get<Job>('SELECT * FROM importJobs WHERE id = ?', id)
  if (job !== undefined) return job
  throw new Refusal(404, `There is no import ${id}.`, { next: 'GET /console/csv/jobs lists them.' })
}

/** Carries out the rows that are due at `until`. */
export function settleImports(org: Organization, until: number): void {
  const job = unfinishedJob(org)
  if (job === undefined || job.runningSince === null) return
  const end = Math.min(until, job.stopAt ?? until)
  const worked = job.worked + Math.max(0, end - job.runningSince)
  const due = job.rowTime === 0 ? job.total : Math.min(job.total, Math.floor(worked / job.rowTime))
  carryOut(org, job, Math.max(0, due - job.processed))
  if (due === job.total) {
    const finishedAt = job.runningSince + job.total * job.rowTime - job.worked
    finish(org, job, 'COMPLETED', finishedAt)
  } else if (job.stopAt === end) {
    org.state.run(
      'UPDATE importJobs SET worked = ?, runningSince = NULL, stopAt = NULL WHERE seq = ?',
      worked,
      job.seq,
    )
  }
}

/** Stops the job after the row that it is at. */
export function pauseJob(org: Organization, id: string): Job {
  const job = requireUnfinished(org, id)
  if (job.runningSince === null || job.stopAt !== null) return job
  const worked = job.worked + org.now() - job.runningSince
  const rest = worked % job.rowTime
  const stopAt = org.now() + (rest === 0 ? 0 : job.rowTime - rest)
  org.state.run('UPDATE importJobs SET stopAt = ? WHERE seq = ?', stopAt, job.seq)
  settleImports(org, org.now())
  return findJob(org, id)
}

export function resumeJob(org: Organization, id: string): Job {
  const job = requireUnfinished(org, id)
  org.state.run(
    'UPDATE importJobs SET runningSince = coalesce(runningSince, ?), stopAt = NULL WHERE seq = ?',
    org.now(),
    job.seq,
  )
  return findJob(org, id)
}

/** What was done stays; the other rows are not sent any more. */
export function cancelJob(org: Organization, id: string): Job {
  const job = requireUnfinished(org, id)
  abandonRows(org, job, 'The import was canceled by the user before this row was sent.')
  finish(org, job, 'ABANDONED', org.now())
  return findJob(org, id)
}

/** Sandbox choice: stands for whatever breaks at Cisco in the middle of an import. */
export function breakJob(org: Organization, id: string): Job {
  const job = requireUnfinished(org, id)
  abandonRows(org, job, 'The import was canceled by the server before this row was sent.')
  finish(org, job, 'FAILED', org.now())
  return findJob(org, id)
}

/** Closes the Tasks dialog box (CSV-14). Sandbox choice: only of an import that is over. */
export function closeJob(org: Organization, id: string): Job {
  const job = findJob(org, id)
  if (job.ending === null) {
    throw new Refusal(409, 'The import is not complete.', { next: 'Wait until it is, or cancel it.' })
  }
  org.state.run('UPDATE importJobs SET closedAt = coalesce(closedAt, ?) WHERE seq = ?', org.now(), job.seq)
  return findJob(org, id)
}

const unfinishedJob = (org: Organization): Job | undefined =>
  org.state.get<Job>('SELECT * FROM importJobs WHERE ending IS NULL')

function refuseSecond(org: Organization): void {
  const job = unfinishedJob(org)
  if (job === undefined) return
  throw new Refusal(409, `Another import is not complete: ${job.fileName || job.id}.`, {
    next: 'Wait until it is complete; one file is imported at a time.',
    facts: { reason: 'import-running', job: showJob(org, job) },
  })
}

function requireUnfinished(org: Organization, id: string): Job {
  const job = findJob(org, id)
  if (job.ending === null) return job
  throw new Refusal(409, 'The import is over.', {
    next: 'Start another one.',
    facts: { job: showJob(org, job) },
  })
}

interface StoredRow {
  readonly number: number
  readonly doc: string
}

function carryOut(org: Organization, job: Job, count: number): void {
  for (const { number, doc } of waitingRows(org, job, count)) {
    const { outcome, error } = applyRow(org, JSON.parse(doc) as ImportRow, job.mode)
    settleRow(org, job, number, outcome, error)
  }
  if (count > 0)
    org.state.run('UPDATE importJobs SET processed = processed + ? WHERE seq = ?', count, job.seq)
}

function abandonRows(org: Organization, job: Job, message: string): void {
  for (const { number } of waitingRows(org, job, job.total)) {
    settleRow(org, job, number, 'failed', { httpStatus: null, code: 'cancelled', message })
  }
}

const waitingRows = (org: Organization, job: Job, limit: number): StoredRow[] =>
  org.state.all<StoredRow>(
    'SELECT number, doc FROM importRows WHERE jobSeq = ? AND outcome IS NULL ORDER BY number LIMIT ?',
    job.seq,
    limit,
  )

function settleRow(
  org: Organization,
  job: Job,
  number: number,
  outcome: string,
  error: RowError | undefined,
): void {
  org.state.run(
    'UPDATE importRows SET outcome = ?, error = ? WHERE jobSeq = ? AND number = ?',
    outcome,
    error === undefined ? null : JSON.stringify({ ...error, trackingId: `ATLAS_${randomUUID()}` }),
    job.seq,
    number,
  )
}

function finish(org: Organization, job: Job, ending: Job['ending'], at: number): void {
  org.state.run(
    'UPDATE importJobs SET ending = ?, finishedAt = ?, runningSince = NULL, stopAt = NULL WHERE seq = ?',
    ending,
    at,
    job.seq,
  )
}
