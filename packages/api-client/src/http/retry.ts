/** How often and how long a call may be repeated. Milliseconds. */
export interface RetryLimits {
  /** Attempts in all, the first included. @default 6 */
  readonly attempts: number
  /** From the first attempt to the end of the last wait. @default 300000 */
  readonly time: number
}

export const defaultRetryLimits: RetryLimits = { attempts: 6, time: 300_000 }

/** How an attempt ended. `retryAfter` is milliseconds. */
export type AttemptOutcome =
  | { readonly status: number; readonly retryAfter?: number | undefined }
  | { readonly failure: 'network' | 'timeout' }

/** All that the decision to repeat depends on. */
export interface RetryQuestion {
  readonly method: string
  /** For a method that is not repeatable as such, an operation that is: adding a license twice adds it once. */
  readonly isRepeatable?: boolean | undefined
  /** How many attempts were made. */
  readonly attempt: number
  /** Milliseconds since the first attempt began. */
  readonly elapsed: number
  readonly outcome: AttemptOutcome
  readonly limits?: RetryLimits
}

/** `wait` is milliseconds. */
export type RetryDecision = { readonly retry: true; readonly wait: number } | { readonly retry: false }

const giveUp: RetryDecision = { retry: false }

/** What other clients of these APIs wait where a 429 does not say how long. */
export const waitWithoutRetryAfter = 5_000

const overloaded = [502, 503, 504]

/**
 * Whether to send the request again. 429 and 423 say that it was not processed, so any method may be repeated; after
 * 502, 503, 504 or a broken connection it may have been, so only what is repeatable is.
 */
export function decideRetry(question: RetryQuestion): RetryDecision {
  const { attempt, elapsed, limits = defaultRetryLimits } = question
  const wait = waitFor(question)
  if (wait === undefined || attempt >= limits.attempts || elapsed + wait > limits.time) return giveUp
  return { retry: true, wait }
}

function waitFor(question: RetryQuestion): number | undefined {
  const { outcome, attempt } = question
  if ('failure' in outcome) return isRepeatable(question) ? backoff(attempt) : undefined
  if (outcome.status === 429) return outcome.retryAfter ?? waitWithoutRetryAfter
  if (outcome.status === 423) return outcome.retryAfter
  if (!overloaded.includes(outcome.status) || !isRepeatable(question)) return undefined
  return outcome.retryAfter ?? backoff(attempt)
}

const isRepeatable = (question: RetryQuestion): boolean =>
  question.isRepeatable ?? (question.method === 'GET' || question.method === 'PUT')

const backoff = (attempt: number): number => Math.min(500 * 2 ** (attempt - 1), 8_000)

const seconds = /^\d{1,9}(?:\.\d+)?$/
const imfDate = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/

/** A `Retry-After` header, in seconds or as an HTTP date (RFC 9110 §10.2.3), as milliseconds from now. */
export function parseRetryAfter(header: string | undefined, now: number): number | undefined {
  const value = header?.trim() ?? ''
  if (seconds.test(value)) return Math.round(Number(value) * 1000)
  const date = imfDate.test(value) ? Date.parse(value) : Number.NaN
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}
