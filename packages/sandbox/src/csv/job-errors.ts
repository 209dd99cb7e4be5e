import { stringify } from 'csv-stringify/sync'
import type { Organization } from '../organization/organization.ts'
import type { Job } from './job-state.ts'
import type { ImportRow, RowError } from './row.ts'

export interface JobError extends RowError {
  /** Row of the file, the header being 1. */
  readonly row: number
  readonly email: string
  readonly trackingId: string
}

const pageSize = 200

export function showErrors(org: Organization, job: Job, page: number) {
  const { count } = org.state.get<{ count: number }>(
    'SELECT count(*) AS count FROM importRows WHERE jobSeq = ? AND error IS NOT NULL',
    job.seq,
  ) ?? { count: 0 }
  return {
    page,
    pages: Math.ceil(count / pageSize),
    total: count,
    items: selectErrors(org, job, pageSize, (page - 1) * pageSize),
  }
}

/** Sandbox choice: today's column titles are not published; an older client had row, e-mail and error. */
export const exportErrors = (org: Organization, job: Job): string =>
  stringify(
    [
      ['Row', 'Email', 'Error'],
      ...selectErrors(org, job, -1, 0).map((error) => [String(error.row), error.email, sentence(error)]),
    ],
    { record_delimiter: 'windows' },
  )

const sentence = ({ message, code, trackingId }: JobError): string =>
  `${message} (${code}) TrackingID: ${trackingId}`

function selectErrors(org: Organization, job: Job, limit: number, offset: number): JobError[] {
  return org.state
    .all<{ number: number; doc: string; error: string }>(
      `SELECT number, doc, error FROM importRows WHERE jobSeq = ? AND error IS NOT NULL
        ORDER BY number LIMIT ? OFFSET ?`,
      job.seq,
      limit,
      offset,
    )
    .map(({ number, doc, error }) => ({
      row: number,
      email: (JSON.parse(doc) as ImportRow).email,
      ...(JSON.parse(error) as RowError & { trackingId: string }),
    }))
}
