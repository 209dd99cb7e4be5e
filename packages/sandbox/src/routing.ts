import type { Context, Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { type Access, readToken, requireAccess, type Token } from './auth.ts'
import { type Dialect, wordRefusal } from './dialects.ts'
import type { FaultAnswer } from './faults.ts'
import { isUuid, rawId } from './ids.ts'
import { asObject, type JsonObject } from './json.ts'
import type { Organization } from './organization/organization.ts'
import { Refusal } from './refusal.ts'

/** What the exchange learned about a request before it was routed. */
export interface Incoming {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** The bytes as text. */
  readonly body: string
  readonly trackingId: string
  readonly fault: FaultAnswer | undefined
}

export type SandboxApp = Hono<{ Bindings: Incoming }>

/** One request as a handler sees it. */
export interface Call {
  readonly org: Organization
  readonly token: Token
  readonly url: URL
  readonly trackingId: string
  readonly fault: FaultAnswer | undefined
  /** The request's JSON object; empty where there is none. */
  readonly body: JsonObject
  readonly param: (name: string) => string
  readonly query: (name: string) => string | undefined
}

export interface Answer {
  readonly status: number
  readonly body?: unknown
  readonly headers?: { readonly [name: string]: string }
}

type Handler = (call: Call) => Answer

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

export type Register = (method: Method, path: string, access: Access, handler: Handler) => void

export const ok = (body: unknown, headers: Answer['headers'] = {}): Answer => ({ status: 200, body, headers })

/** Handlers are synchronous and run in one transaction, so requests never see each other half done. */
export function createRegister(app: SandboxApp, org: Organization, dialect: Dialect): Register {
  return (method, path, access, handler) => {
    app.on(method, path, (c) => respond(c, dialect, () => execute(c, org, dialect, access, handler)))
  }
}

function execute(
  c: Context<{ Bindings: Incoming }>,
  org: Organization,
  dialect: Dialect,
  access: Access,
  handler: Handler,
): Answer {
  const token = authenticate(c, org, dialect)
  requireAccess(token, access)
  requireOwnOrganization(c, org)
  const { trackingId, fault } = c.env
  const call: Call = {
    org,
    token,
    trackingId,
    fault,
    url: new URL(c.req.url),
    body: readBody(c),
    param: (name) => c.req.param(name) ?? '',
    query: (name) => c.req.query(name),
  }
  return org.state.transaction(() => handler(call), { keep: fault?.kind !== 'unchanged' })
}

/** Runs `work` and words a refusal in the API's own dialect. */
function respond(c: Context<{ Bindings: Incoming }>, dialect: Dialect, work: () => Answer): Response {
  try {
    return send(c, work())
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const body = wordRefusal(dialect, error, c.env.trackingId)
    return send(c, { status: error.status, body, headers: error.headers })
  }
}

function send(c: Context, answer: Answer): Response {
  for (const [name, value] of Object.entries(answer.headers ?? {})) c.header(name, value)
  if (answer.body === undefined) return c.body(null, answer.status as 204)
  return c.json(answer.body, answer.status as ContentfulStatusCode)
}

function authenticate(c: Context, org: Organization, dialect: Dialect): Token {
  const authorization = c.req.header('authorization')
  if (dialect === 'contact-center' && !authorization?.toLowerCase().startsWith('bearer ')) {
    throw new Refusal(400, 'The Authorization header is missing or malformed.')
  }
  return readToken(org, authorization)
}

/** Sandbox choice: another organization in the path is refused like a partner who has no right there. */
function requireOwnOrganization(c: Context, org: Organization): void {
  const named = c.req.param('orgId') ?? c.req.query('orgId')
  if (named === undefined) return
  const id = isUuid(named) ? named.toLowerCase() : rawId('ORGANIZATION', named)
  if (id !== org.id) throw new Refusal(403, 'Access denied: the token belongs to another organization.')
}

function readBody(c: Context<{ Bindings: Incoming }>): JsonObject {
  if (c.env.body === '' || c.req.method === 'GET' || c.req.method === 'DELETE') return {}
  if (!/^application\/(scim\+)?json/i.test(c.req.header('content-type') ?? '')) {
    throw new Refusal(415, 'The request must be sent as application/json.')
  }
  try {
    return asObject(JSON.parse(c.env.body))
  } catch {
    throw new Refusal(400, 'The request could not be understood by the server due to malformed syntax.', {
      scimType: 'invalidSyntax',
    })
  }
}
