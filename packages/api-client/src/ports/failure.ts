import type { Failure, FailureKind, Outcome } from '@wxcc-onboard/core'
import {
  ApiError,
  type HttpError,
  isHttpError,
  isSchemaError,
  isTimeoutError,
  isTokenError,
  isWithheldError,
} from '../errors.ts'

/** A failure that this side finds out without the API's words. */
export class Refused extends Error {
  override name = 'Refused' as const
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.message)
    this.failure = failure
  }
}

/** What a refused call means, where the operation knows better than the status; undefined for the usual. */
export type Reading = (error: HttpError) => FailureKind | undefined

/** Does the work and answers with data, whatever the API does. Rethrows what is a bug. */
export async function outcomeOf<T>(
  port: string,
  signal: AbortSignal,
  work: () => Promise<T>,
  reading: Reading = () => undefined,
): Promise<Outcome<T>> {
  try {
    signal.throwIfAborted()
    return { ok: true, value: await work() }
  } catch (error) {
    if (signal.aborted)
      return { ok: false, failure: { kind: 'canceled', operation: port, message: 'canceled' } }
    const failure = failureOf(error, reading)
    if (failure === undefined) throw error
    return { ok: false, failure }
  }
}

function failureOf(error: unknown, reading: Reading): Failure | undefined {
  if (error instanceof Refused) return error.failure
  if (isHttpError(error)) return failureOfRefusal(error, reading(error) ?? kindOfStatus(error.status))
  if (!(error instanceof ApiError) && !isSchemaError(error)) return undefined
  const { operation, trackingId, message } = error
  return { kind: kindOfError(error), operation, message, trackingId }
}

function failureOfRefusal(error: HttpError, kind: FailureKind): Failure {
  const { operation, status, errorCode, trackingId, description } = error
  return {
    kind,
    operation,
    message: description,
    status,
    trackingId,
    ...(errorCode === undefined ? {} : { errorCode }),
  }
}

function kindOfError(error: Error): FailureKind {
  if (isSchemaError(error)) return 'unreadable'
  if (isTokenError(error)) return 'unauthorized'
  if (isWithheldError(error)) return 'canceled'
  return isTimeoutError(error) ? 'timeout' : 'network'
}

const kinds: Readonly<Record<number, FailureKind>> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not-found',
  408: 'timeout',
  409: 'conflict',
  410: 'not-found',
  423: 'unavailable',
  429: 'rate-limited',
}

export const kindOfStatus = (status: number): FailureKind =>
  kinds[status] ?? (status >= 500 ? 'unavailable' : status >= 400 ? 'invalid' : 'unreadable')
