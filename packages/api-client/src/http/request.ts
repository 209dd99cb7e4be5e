import { randomUUID } from 'node:crypto'
import { type Dispatcher, errors, interceptors, type RetryHandler } from 'undici'
import type { z } from 'zod'
import { readToken, type TokenSource } from '../auth/token.ts'
import { type CallFacts, TokenError, WithheldError } from '../errors.ts'
import { type RawAnswer, readAnswer, refusalOf } from './answer.ts'
import type { Lane } from './lane.ts'
import { isTimeout, noAnswer } from './no-answer.ts'
import { type AttemptEnd, type ObservedOptions, observeAttempts } from './observe.ts'
import { createRateLimit, keepPace, type RateLimit, type Time } from './rate-limit.ts'
import { redact, redactCause } from './redact.ts'
import {
  type AttemptOutcome,
  decideRetry,
  parseRetryAfter,
  type RetryLimits,
  waitWithoutRetryAfter,
} from './retry.ts'
import { type MayWrite, Withheld, withholdWrites } from './withhold.ts'

/** One request to an API, and the shape of its answer. */
export interface Call<S extends z.ZodType> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly url: string
  readonly body?: unknown
  readonly schema: S
  readonly signal?: AbortSignal | undefined
  /** That doing it twice does it once, where the method does not say so. */
  readonly isRepeatable?: boolean
}

export interface Answer<T> {
  readonly status: number
  readonly value: T
  /** The `Link` header. */
  readonly link: string | undefined
  readonly facts: CallFacts
}

/** Sends, repeats where that is safe, and reads the answer. Throws `ApiError`, `SchemaError` or the abort reason. */
export type Send = <S extends z.ZodType>(call: Call<S>) => Promise<Answer<z.output<S>>>

/** What was sent so far: requests asked for, and attempts on the wire, which retries make more. */
export interface CallCount {
  readonly requests: number
  readonly attempts: number
}

/** One attempt of one request, for a log: no query, no body, no token. */
export type AttemptReport = CallFacts & {
  /** Counts from 1. */
  readonly attempt: number
  readonly milliseconds: number
} & AttemptEnd

export interface TransportOptions {
  readonly dispatcher: Dispatcher
  readonly token: TokenSource
  readonly time: Time
  readonly limits: RetryLimits
  /** Requests a minute that each host allows. */
  readonly budget: number
  /** Milliseconds that an attempt may take to answer. */
  readonly timeout: number
  readonly trackingIdPrefix: string
  readonly userAgent: string
  readonly mayWrite: MayWrite
  readonly onRequest: ((report: AttemptReport) => void) | undefined
}

export interface Transport {
  readonly send: Send
  readonly calls: () => CallCount
}

interface Exchange {
  readonly call: Call<z.ZodType>
  readonly facts: CallFacts
  readonly token: string
  readonly signal: AbortSignal
}

/** What undici's request hands down to each interceptor. */
type ComposedOptions = Dispatcher.RequestOptions &
  ObservedOptions & { retryOptions: RetryHandler.RetryOptions }

export function createTransport(options: TransportOptions): Transport {
  const rateLimit = createRateLimit(options.time, options.budget)
  const count = { requests: 0, attempts: 0 }
  const dispatcher = options.dispatcher.compose(
    observeAttempts,
    withholdWrites(options.mayWrite),
    keepPace(rateLimit),
    interceptors.retry(),
  )
  const request = (exchange: Exchange) => {
    const composed: ComposedOptions = {
      ...requestOptions(exchange, options),
      ...attemptObservers(exchange, options, count),
      retryOptions: { throwOnError: false, retry: retryPolicy(exchange, options, rateLimit) },
    }
    return dispatcher.request(composed)
  }
  const send: Send = async (call) => {
    count.requests += 1
    call.signal?.throwIfAborted()
    const facts = factsOf(call, options.trackingIdPrefix)
    const token = await tokenFor(options.token, facts)
    const exchange = { call, facts, token, signal: call.signal ?? AbortSignal.any([]) }
    const answer = await readRaw(() => request(exchange), exchange, options.time)
    if (answer.status < 200 || answer.status > 299) throw refusalOf(answer, facts, [token])
    const value = readAnswer(call.schema, answer, facts)
    return { status: answer.status, value, link: answer.link, facts }
  }
  return { send, calls: () => ({ ...count }) }
}

const factsOf = ({ method, url }: Call<z.ZodType>, prefix: string): CallFacts => ({
  operation: `${method} ${new URL(url).pathname}`,
  trackingId: `${prefix}_${randomUUID()}`,
})

async function tokenFor(source: TokenSource, facts: CallFacts): Promise<string> {
  try {
    return await readToken(source)
  } catch (cause) {
    const reason = redact(cause instanceof Error ? cause.message : String(cause))
    const options = { cause: redactCause(cause, []) }
    throw new TokenError(
      `${facts.operation} was not sent, for want of an access token: ${reason}`,
      facts,
      options,
    )
  }
}

function requestOptions({ call, facts, token, signal }: Exchange, options: TransportOptions) {
  const { origin, pathname, search } = new URL(call.url)
  const headers = {
    authorization: `Bearer ${token}`,
    accept: call.url.includes('/identity/scim/')
      ? 'application/scim+json, application/json'
      : 'application/json',
    trackingid: facts.trackingId,
    'user-agent': options.userAgent,
    ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
  }
  return {
    origin,
    path: `${pathname}${search}`,
    method: call.method,
    headers,
    signal,
    headersTimeout: options.timeout,
    bodyTimeout: options.timeout,
    ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
  } satisfies Dispatcher.RequestOptions
}

function attemptObservers(
  { facts }: Exchange,
  { onRequest, time }: TransportOptions,
  count: { attempts: number },
): Pick<ObservedOptions, 'onAttemptStart' | 'onAttemptEnd'> {
  let attempt = 0
  let started = 0
  return {
    onAttemptStart: () => {
      count.attempts += 1
      attempt += 1
      started = time.now()
    },
    onAttemptEnd: (end) => onRequest?.({ ...facts, attempt, milliseconds: time.now() - started, ...end }),
  }
}

function retryPolicy(
  { call, signal }: Exchange,
  { time, limits }: TransportOptions,
  rateLimit: RateLimit,
): RetryHandler.RetryCallback {
  const { origin } = new URL(call.url)
  const started = time.now()
  let attempt = 0
  return (error, _context, settle) => {
    if (error instanceof Withheld) return settle(error)
    attempt += 1
    const outcome = outcomeOf(error, time.now())
    const { method, isRepeatable } = call
    const decision = decideRetry({
      method,
      isRepeatable,
      attempt,
      elapsed: time.now() - started,
      outcome,
      limits,
    })
    const isTooMany = 'status' in outcome && outcome.status === 429
    if (isTooMany) refuse(rateLimit(origin), outcome.retryAfter, limits)
    if (!decision.retry || signal.aborted) return settle(error)
    if (isTooMany) return settle(null)
    time.wait(decision.wait, signal).then(() => settle(signal.aborted ? signal.reason : null), settle)
  }
}

/** Nobody is kept waiting for longer than a call may take in all: they rather learn of the refusal. */
function refuse(lane: Lane, retryAfter: number | undefined, limits: RetryLimits): void {
  lane.refuse(Math.min(retryAfter ?? waitWithoutRetryAfter, limits.time))
}

function outcomeOf(error: Error, now: number): AttemptOutcome {
  if (!(error instanceof errors.RequestRetryError))
    return { failure: isTimeout(error) ? 'timeout' : 'network' }
  const retryAfter = parseRetryAfter(headerOf(error.headers, 'retry-after'), now)
  return { status: error.statusCode, retryAfter }
}

async function readRaw(
  request: () => Promise<Dispatcher.ResponseData>,
  { facts, token, signal }: Exchange,
  time: Time,
): Promise<RawAnswer & { readonly link: string | undefined }> {
  try {
    const { statusCode, headers, body } = await request()
    return {
      status: statusCode,
      content: await body.text(),
      trackingId: headerOf(headers, 'trackingid'),
      retryAfter: parseRetryAfter(headerOf(headers, 'retry-after'), time.now()),
      link: headerOf(headers, 'link'),
    }
  } catch (cause) {
    signal.throwIfAborted()
    if (cause instanceof errors.InvalidArgumentError) throw cause
    if (cause instanceof Withheld)
      throw new WithheldError(`${facts.operation} was not sent: ${cause.message}`, facts)
    throw noAnswer(cause, facts, [token])
  }
}

function headerOf(headers: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = headers[name]
  return Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : undefined
}
