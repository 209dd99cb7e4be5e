import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { wordRefusal } from '../dialects.ts'
import { asObject, type JsonObject } from '../json.ts'
import { Refusal } from '../refusal.ts'
import type { Answer, Incoming, SandboxApp } from '../routing.ts'
import * as actions from './actions.ts'
import type { ConsoleCall, ConsoleParts } from './call.ts'
import * as csv from './csv-actions.ts'
import { type ReceivedUpload, readUpload } from './csv-upload.ts'
import { consolePage } from './page.ts'

type Action = (call: ConsoleCall) => Answer

/** Stands for Control Hub's screens. Sandbox choice throughout: nothing of this exists at Cisco as an API. */
export function registerConsole(app: SandboxApp, parts: ConsoleParts): void {
  app.get('/console', (c) => c.html(consolePage(parts, c.req.query('notice'))))
  app.post('/console/csv/import', async (c) =>
    respond(c, parts, csv.importCsv, await readUpload(c.req.raw, c.env)),
  )
  for (const [method, path, action] of routes) {
    app.on(method, `/console${path}`, (c) => respond(c, parts, action))
  }
}

const routes: readonly (readonly [string, string, Action])[] = [
  ['GET', '/service-details', actions.serviceDetails],
  ['POST', '/service-details', actions.chooseService],
  ['GET', '/synchronize-users', actions.synchronization],
  ['POST', '/synchronize-users', actions.synchronize],
  ['POST', '/people/:email/sign-in', actions.signInFirst],
  ['POST', '/people/:email/supervisor', actions.supervisor],
  ['POST', '/people/:email/administrator-role', actions.administratorRole],
  ['GET', '/trial-organizations', actions.trialOrganizations],
  ['DELETE', '/trial-organizations/:email', actions.removeTrialOrganization],
  // A form knows no DELETE.
  ['POST', '/trial-organizations/:email/delete', actions.removeTrialOrganization],
  ['POST', '/trial-organizations/:email/clear-blockers', actions.removeBlockers],
  ['GET', '/outbox', actions.outbox],
  ['GET', '/people', actions.people],
  ['GET', '/licenses', actions.licenses],
  ['POST', '/licenses', actions.resizeLicense],
  ['GET', '/users-module', actions.usersModule],
  ['GET', '/requests', actions.requests],
  ['GET', '/faults', actions.faults],
  ['POST', '/faults', actions.addFault],
  ['DELETE', '/faults', actions.clearFaults],
  ['POST', '/faults/clear', actions.clearFaults],
  ['GET', '/csv/export', csv.exportCsv],
  ['GET', '/csv/jobs', csv.jobs],
  ['GET', '/csv/jobs/:id', csv.job],
  ['GET', '/csv/jobs/:id/errors', csv.errors],
  ['GET', '/csv/jobs/:id/errors.csv', csv.errorsCsv],
  ['POST', '/csv/jobs/:id/pause', csv.pause],
  ['POST', '/csv/jobs/:id/resume', csv.resume],
  ['POST', '/csv/jobs/:id/cancel', csv.cancel],
  ['POST', '/csv/jobs/:id/fail', csv.fail],
  ['POST', '/csv/jobs/:id/close', csv.close],
  ['GET', '/csv/services', csv.services],
  ['POST', '/csv/services', csv.suspend],
]

type ConsoleContext = Context<{ Bindings: Incoming }>

/** Programs get JSON; a browser's form is sent back to the page. */
function respond(c: ConsoleContext, parts: ConsoleParts, action: Action, upload?: ReceivedUpload): Response {
  const answer = attempt(c, parts, action, upload)
  if (typeof answer.body === 'string') return new Response(answer.body, { headers: answer.headers ?? {} })
  if (!isForm(c)) return c.json(answer.body as JsonObject, answer.status as ContentfulStatusCode)
  const error = answer.status >= 400 ? asObject(answer.body)['error'] : undefined
  return c.redirect(
    error === undefined ? '/console' : `/console?notice=${encodeURIComponent(String(error))}`,
    303,
  )
}

function attempt(c: ConsoleContext, parts: ConsoleParts, action: Action, upload?: ReceivedUpload): Answer {
  try {
    refuseForeignPages(c)
    const call = {
      ...parts,
      body: upload === undefined ? readBody(c) : {},
      email: c.req.param('email') ?? '',
      id: c.req.param('id') ?? '',
      query: (name: string) => c.req.query(name),
      upload,
    }
    return parts.org.state.transaction(() => action(call))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { status: error.status, body: wordRefusal('console', error, c.env.trackingId) }
  }
}

/** The console asks for no token, so a page of another origin must not press its buttons. */
function refuseForeignPages(c: ConsoleContext): void {
  const origin = c.req.header('origin')
  if (origin === undefined || c.req.method === 'GET' || origin === new URL(c.req.url).origin) return
  throw new Refusal(403, `The console takes no orders from ${origin}.`, { next: 'Open the console itself.' })
}

/** Programs send files as multipart too, so there a browser is known by asking for a page. */
function isForm(c: ConsoleContext): boolean {
  if (c.req.method !== 'POST') return false
  const type = c.req.header('content-type') ?? ''
  const accept = c.req.header('accept') ?? ''
  if (type.startsWith('application/x-www-form-urlencoded')) return !accept.includes('application/json')
  return type.startsWith('multipart/form-data') && accept.includes('text/html')
}

function readBody(c: ConsoleContext): JsonObject {
  const type = c.req.header('content-type') ?? ''
  if (c.env.body === '') return {}
  if (type.startsWith('application/x-www-form-urlencoded'))
    return Object.fromEntries(new URLSearchParams(c.env.body))
  try {
    return asObject(JSON.parse(c.env.body))
  } catch {
    throw new Refusal(400, 'The body is neither JSON nor a form.', { next: 'Send application/json.' })
  }
}
