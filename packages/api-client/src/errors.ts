/** What every failed call knows about itself. `operation` is method and path: no query, no host, no token. */
export interface CallFacts {
  readonly operation: string
  /** The id to give to Cisco support: the answer's own where it has one, else the one that was sent. */
  readonly trackingId: string
}

/** A call that failed. All its subclasses hold only redacted text. */
export class ApiError extends Error {
  override name: string = 'ApiError'
  readonly operation: string
  readonly trackingId: string

  constructor(message: string, facts: CallFacts, options?: ErrorOptions) {
    super(message, options)
    this.operation = facts.operation
    this.trackingId = facts.trackingId
  }
}

/** In which of the APIs' error formats a refusal was worded (developer.webex.com; gateways answer HTML or nothing). */
export type ErrorDialect = 'rest' | 'scim' | 'contact-center' | 'html' | 'empty' | 'unknown'

/** A refusal, read from whichever API's error format. */
export interface Refusal {
  readonly status: number
  readonly dialect: ErrorDialect
  /** The API's own text, redacted. */
  readonly description: string
  /** Cisco's number for the reason, as text whatever the API's type. */
  readonly errorCode: string | undefined
  /** Milliseconds that the answer asked to wait. */
  readonly retryAfter: number | undefined
}

/** The API answered, with a status that is not a success. */
export class HttpError extends ApiError {
  override name = 'HttpError' as const
  readonly status: number
  readonly dialect: ErrorDialect
  readonly description: string
  readonly errorCode: string | undefined
  readonly retryAfter: number | undefined

  constructor(refusal: Refusal, facts: CallFacts) {
    super(`${facts.operation} answered ${refusal.status}: ${refusal.description}`, facts)
    this.status = refusal.status
    this.dialect = refusal.dialect
    this.description = refusal.description
    this.errorCode = refusal.errorCode
    this.retryAfter = refusal.retryAfter
  }
}

/** No answer came: whether the request had an effect is unknown. */
export class NetworkError extends ApiError {
  override name = 'NetworkError' as const
}

/** No answer came in time: whether the request had an effect is unknown. */
export class TimeoutError extends ApiError {
  override name = 'TimeoutError' as const
}

/** The access token could not be had; nothing was sent. */
export class TokenError extends ApiError {
  override name = 'TokenError' as const
}

/** It may not be sent any more (`WebexClientOptions.mayWrite`); nothing was. */
export class WithheldError extends ApiError {
  override name = 'WithheldError' as const
}

/**
 * The API answered with success and something else than its documentation says. Not an `ApiError`: it is not for a
 * retry nor for the administrator, but for whoever maintains the schemas.
 */
export class SchemaError extends Error {
  override name = 'SchemaError' as const
  readonly operation: string
  readonly trackingId: string
  /** Where inside the answer, as in `items[0].emails`; empty for the whole answer. */
  readonly path: string

  constructor(problem: { path: string; message: string }, facts: CallFacts, options?: ErrorOptions) {
    const where = problem.path === '' ? '' : ` at ${problem.path}`
    super(`${facts.operation} gave an unexpected answer${where}: ${problem.message}`, options)
    this.operation = facts.operation
    this.trackingId = facts.trackingId
    this.path = problem.path
  }
}

/** Whether a call failed, in whichever way. */
export const isApiError = (error: unknown): error is ApiError => error instanceof ApiError

/** Whether the API refused. */
export const isHttpError = (error: unknown): error is HttpError => error instanceof HttpError

/** Whether the connection failed. */
export const isNetworkError = (error: unknown): error is NetworkError => error instanceof NetworkError

/** Whether the answer took too long. */
export const isTimeoutError = (error: unknown): error is TimeoutError => error instanceof TimeoutError

/** Whether the token could not be had. */
export const isTokenError = (error: unknown): error is TokenError => error instanceof TokenError

/** Whether it was kept from going out. */
export const isWithheldError = (error: unknown): error is WithheldError => error instanceof WithheldError

/** Whether the answer was not of the documented shape. */
export const isSchemaError = (error: unknown): error is SchemaError => error instanceof SchemaError
