import { Hono } from 'hono'
import { registerConsole } from './console/routes.ts'
import { dialectOf, newTrackingId, wordRefusal } from './dialects.ts'
import type { FaultScript } from './faults.ts'
import type { Organization } from './organization/organization.ts'
import { Refusal } from './refusal.ts'
import type { RequestLog } from './request-log.ts'
import { registerContactCenterLists } from './routes/contact-center-lists.ts'
import { onContactCenter } from './routes/contact-center-register.ts'
import { registerContactCenterUsers } from './routes/contact-center-users.ts'
import { registerLicenses } from './routes/licenses.ts'
import { registerOrganizations } from './routes/organizations.ts'
import { registerPeople } from './routes/people.ts'
import { registerRoles } from './routes/roles.ts'
import { registerScimBulk } from './routes/scim-bulk.ts'
import { registerScimUsers } from './routes/scim-users.ts'
import { registerSettings } from './routes/settings.ts'
import { createRegister, type Incoming, type SandboxApp } from './routing.ts'

/** All routes of the organization on one Hono app. */
export function createApp(org: Organization, faults: FaultScript, log: RequestLog): SandboxApp {
  const app: SandboxApp = new Hono<{ Bindings: Incoming }>()
  const rest = createRegister(app, org, 'rest')
  registerPeople(rest)
  registerLicenses(rest)
  registerRoles(rest)
  registerOrganizations(rest)
  registerSettings(rest)
  const scim = createRegister(app, org, 'scim')
  registerScimUsers(scim)
  registerScimBulk(scim)
  const contactCenter = onContactCenter(createRegister(app, org, 'contact-center'))
  registerContactCenterUsers(contactCenter)
  registerContactCenterLists(contactCenter)
  registerConsole(app, { org, faults, log })
  app.notFound((c) => unknownPath(c.req.path, c.env.trackingId))
  app.onError((error, c) => failure(error, c.req.path, c.env.trackingId))
  return app
}

/** The configuration API was seen to answer 405 with a framework's body to paths that it does not have. */
function unknownPath(path: string, trackingId: string): Response {
  const dialect = dialectOf(path)
  if (dialect === 'contact-center') {
    const body = { timestamp: new Date(0).toISOString(), status: 405, error: 'Method Not Allowed', path }
    return Response.json(body, { status: 405 })
  }
  const refusal = new Refusal(404, 'The requested resource could not be found.')
  return Response.json(wordRefusal(dialect, refusal, trackingId), { status: 404 })
}

function failure(error: Error, path: string, trackingId = newTrackingId('rest')): Response {
  const refusal = new Refusal(500, `The sandbox failed: ${error.message}`)
  return Response.json(wordRefusal(dialectOf(path), refusal, trackingId), { status: 500 })
}
