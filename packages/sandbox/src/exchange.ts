import { setTimeout as wait } from 'node:timers/promises'
import { type Dialect, dialectOf, gatewayPage, newTrackingId, wordRefusal } from './dialects.ts'
import type { FaultAnswer, FaultScript } from './faults.ts'
import { isoTime, type Organization } from './organization/organization.ts'
import type { RateLimit } from './rate-limit.ts'
import { Refusal } from './refusal.ts'
import type { RequestLog } from './request-log.ts'
import type { Incoming, SandboxApp } from './routing.ts'
import { settle } from './settle.ts'

/** A `reset` fault: the server destroys the socket, `fetch` rejects like a network error. */
export class ConnectionReset extends TypeError {
  override readonly name = 'ConnectionReset'

  constructor() {
    super('The sandbox destroyed the connection, as a fault told it to.')
  }
}

export interface ExchangeParts {
  readonly app: SandboxApp
  readonly org: Organization
  readonly faults: FaultScript
  readonly log: RequestLog
  readonly rateLimit: RateLimit | undefined
  /** Ends the waits of `slow` faults when the sandbox closes. */
  readonly closing: AbortSignal
}

export type Exchange = (request: Request) => Promise<Response>

/** Everything around routing: tracking ids, rate limit, faults and the request log. */
export function createExchange(parts: ExchangeParts): Exchange {
  return async (request) => {
    const path = new URL(request.url).pathname
    const dialect = dialectOf(path)
    const trackingId = newTrackingId(dialect)
    const bytes = request.method === 'GET' ? new Uint8Array() : new Uint8Array(await request.arrayBuffer())
    const body = new TextDecoder().decode(bytes)
    parts.org.state.transaction(() => settle(parts.org))
    if (dialect === 'console') return route(parts, request, { bytes, body, trackingId, fault: undefined })
    const record = (status: number) =>
      parts.log.add({ at: isoTime(parts.org.now()), method: request.method, path, status, trackingId })
    try {
      const response = await answer(parts, request, dialect, { bytes, body, trackingId })
      response.headers.set('trackingid', trackingId)
      record(response.status)
      return response
    } catch (error) {
      record(0)
      throw error
    }
  }
}

async function answer(
  parts: ExchangeParts,
  request: Request,
  dialect: Dialect,
  incoming: Omit<Incoming, 'fault'>,
): Promise<Response> {
  const { trackingId, body } = incoming
  const client = request.headers.get('authorization') ?? ''
  const seconds = parts.rateLimit?.(client, parts.org.now()) ?? 0
  if (seconds > 0) return refused(dialect, trackingId, { status: 429, retryAfter: String(seconds) })
  const path = new URL(request.url).pathname
  const fault = parts.faults.take({ method: request.method, path, body })
  if (fault?.kind === 'status') return refused(dialect, trackingId, fault)
  if (fault?.kind === 'reset' && fault.when === 'before') throw new ConnectionReset()
  if (fault?.kind === 'slow') await wait(fault.milliseconds, undefined, { signal: parts.closing })
  const response = await route(parts, request, { ...incoming, fault })
  return afterEffect(fault, dialect, trackingId, response)
}

function afterEffect(
  fault: FaultAnswer | undefined,
  dialect: Dialect,
  trackingId: string,
  response: Response,
): Response {
  if (fault?.kind === 'reset') throw new ConnectionReset()
  return fault?.kind === 'error-after-effect' ? refused(dialect, trackingId, fault) : response
}

const route = async (parts: ExchangeParts, request: Request, incoming: Incoming): Promise<Response> =>
  parts.app.fetch(request, incoming)

interface ScriptedStatus {
  readonly status: number
  readonly retryAfter?: string
  readonly html?: boolean
}

const scriptedTexts: Record<number, string> = {
  423: 'The requested resource is temporarily unavailable.',
  429: 'Too many requests have been sent in a given amount of time and the request has been rate limited.',
  502: 'The server received an invalid response from an upstream server while processing the request.',
  503: 'Server is overloaded with requests. Try again later.',
  504: 'An upstream server failed to respond on time.',
}

function refused(dialect: Dialect, trackingId: string, scripted: ScriptedStatus): Response {
  const { status, retryAfter, html } = scripted
  const headers = new Headers(retryAfter === undefined ? {} : { 'retry-after': retryAfter })
  if (html === true) {
    headers.set('content-type', 'text/html')
    return new Response(gatewayPage(status), { status, headers })
  }
  headers.set('content-type', 'application/json')
  const refusal = new Refusal(
    status,
    scriptedTexts[status] ?? `The sandbox answers ${status}, as a fault told it to.`,
  )
  return new Response(JSON.stringify(wordRefusal(dialect, refusal, trackingId)), { status, headers })
}
