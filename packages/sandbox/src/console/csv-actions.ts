import type { ImportMode } from '../csv/apply-row.ts'
import { type ExportContent, exportPeople, exportTemplate } from '../csv/export.ts'
import { exportErrors, showErrors } from '../csv/job-errors.ts'
import { type Job, showJob } from '../csv/job-state.ts'
import {
  breakJob,
  cancelJob,
  closeJob,
  findJob,
  listJobs,
  pauseJob,
  resumeJob,
  startImport,
} from '../csv/jobs.ts'
import { setSuspended, showServices } from '../csv/services.ts'
import { asText } from '../json.ts'
import type { Organization } from '../organization/organization.ts'
import { Refusal } from '../refusal.ts'
import { type Answer, ok } from '../routing.ts'
import { type ConsoleCall, readFlag } from './call.ts'

export function exportCsv({ org, query }: ConsoleCall): Answer {
  const what = query('what') ?? 'people'
  const content = readContent(query('content') ?? 'both')
  if (what === 'people') return csv('people.csv', exportPeople(org, content))
  if (what === 'template') return csv('template.csv', exportTemplate(org, content))
  throw new Refusal(400, 'what is "people" or "template".', { next: 'Ask for ?what=people.' })
}

/** 201 like the task that it starts; without a delay the task is complete at once. */
export function importCsv({ org, upload }: ConsoleCall): Answer {
  if (upload === undefined) {
    throw new Refusal(400, 'No file was sent.', { next: 'Send text/csv, or a form with "file" and "mode".' })
  }
  if (upload instanceof Refusal) throw upload
  return { status: 201, body: showJob(org, startImport(org, upload.file, readMode(upload.mode))) }
}

export const jobs = ({ org }: ConsoleCall): Answer => ok(listJobs(org).map((item) => showJob(org, item)))

export const job = ({ org, id }: ConsoleCall): Answer => ok(showJob(org, findJob(org, id)))

export const errors = ({ org, id, query }: ConsoleCall): Answer =>
  ok(showErrors(org, findJob(org, id), readPage(query('page') ?? '1')))

export function errorsCsv({ org, id }: ConsoleCall): Answer {
  const found = findJob(org, id)
  return csv('errors.csv', exportErrors(org, found))
}

const onJob =
  (act: (org: Organization, id: string) => Job) =>
  ({ org, id }: ConsoleCall): Answer =>
    ok(showJob(org, act(org, id)))

export const pause = onJob(pauseJob)
export const resume = onJob(resumeJob)
export const cancel = onJob(cancelJob)
export const fail = onJob(breakJob)
export const close = onJob(closeJob)

export const services = ({ org }: ConsoleCall): Answer => ok(showServices(org))

export function suspend({ org, body }: ConsoleCall): Answer {
  setSuspended(org, asText(body['service']) ?? '', readFlag('suspended', body['suspended']))
  return ok(showServices(org))
}

const csv = (name: string, text: string): Answer =>
  ok(text, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}"`,
  })

function readContent(value: string): ExportContent {
  if (value === 'attributes' || value === 'licenses' || value === 'both') return value
  throw new Refusal(400, 'content is "attributes", "licenses" or "both".', { next: 'Ask for ?content=both.' })
}

function readMode(value: string | undefined): ImportMode {
  if (value === 'add-only' || value === 'add-and-remove') return value
  throw new Refusal(400, 'mode is "add-only" or "add-and-remove".', {
    next: 'Choose Add services only or Add and remove services.',
  })
}

function readPage(value: string): number {
  const page = Number(value)
  if (Number.isInteger(page) && page >= 1) return page
  throw new Refusal(400, 'page is a number from 1.', { next: 'Ask for ?page=1.' })
}
