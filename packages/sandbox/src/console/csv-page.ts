import { html } from 'hono/html'
import { type Job, showJob } from '../csv/job-state.ts'
import { listJobs } from '../csv/jobs.ts'
import { showServices } from '../csv/services.ts'
import type { Organization } from '../organization/organization.ts'
import { button } from './button.ts'
import { table } from './table.ts'

type Html = ReturnType<typeof html>

/** Export, import and which services are suspended. */
export const csvByHand = (
  org: Organization,
): Html => html`<p><a href="/console/csv/export?what=people">Export CSV</a>,
<a href="/console/csv/export?what=template">Download CSV template</a></p>
<form class="stacked" method="post" action="/console/csv/import" enctype="multipart/form-data">
<label>File <input type="file" name="file" accept=".csv,text/csv" required></label>
<label><input type="radio" name="mode" value="add-only" required> Add services only</label>
<label><input type="radio" name="mode" value="add-and-remove"> Add and remove services</label>
<button>Submit</button></form>
<h3>License columns</h3>
${table(
  ['Column', ''],
  showServices(org).map(({ header, service, suspended }) => [
    header,
    button('/csv/services', suspended ? 'Take suspension back' : 'Suspend', {
      service,
      suspended: String(!suspended),
    }),
  ]),
)}`

/** The Tasks dialog box: every import that was not closed, newest first. */
export function organizationTasks(org: Organization): Html {
  const open = listJobs(org).filter(({ closedAt }) => closedAt === null)
  const head = ['File', 'Mode', 'State', 'Total', 'Added', 'Updated', 'Errors', 'Waiting', '']
  return table(
    head,
    open.map((job) => taskRow(org, job)),
  )
}

const modeNames = { 'add-only': 'Add services only', 'add-and-remove': 'Add and remove services' }

function taskRow(org: Organization, job: Job): (string | Html)[] {
  const { id, fileName, mode, state, shown, counts } = showJob(org, job)
  const path = `/csv/jobs/${id}`
  const isStopped = state === 'STOPPED' || state === 'STOPPING'
  const actions =
    job.ending === null
      ? html`${isStopped ? button(`${path}/resume`, 'Resume') : button(`${path}/pause`, 'Pause')} ${button(`${path}/cancel`, 'Cancel')}`
      : html`${button(`${path}/close`, 'Close')}`
  return [
    fileName,
    modeNames[mode],
    shown,
    String(counts.total),
    String(counts.added),
    String(counts.updated),
    counts.failed === 0
      ? '0'
      : html`${String(counts.failed)} <a href="/console${path}/errors.csv">Export errors to CSV</a>`,
    String(counts.waiting),
    actions,
  ]
}
