import { errors } from 'undici'
import { type CallFacts, NetworkError, TimeoutError } from '../errors.ts'
import { redact, redactCause } from './redact.ts'

/** The error for a request that got no answer, with its cause. */
export function noAnswer(
  cause: unknown,
  facts: CallFacts,
  secrets: readonly string[],
): NetworkError | TimeoutError {
  const options = { cause: redactCause(cause, secrets) }
  if (isTimeout(cause)) return new TimeoutError(`${facts.operation} got no answer in time`, facts, options)
  const reason = redact(reasonOf(cause), secrets)
  return new NetworkError(`${facts.operation} got no answer: ${reason}`, facts, options)
}

export const isTimeout = (error: unknown): boolean =>
  error instanceof errors.HeadersTimeoutError ||
  error instanceof errors.BodyTimeoutError ||
  error instanceof errors.ConnectTimeoutError

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause)
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : ''
  return cause.message || code || cause.name
}
