import type { Problem, ProblemCode, Subject } from './problem.ts'
import type { RuleId } from './rule.ts'

/** Why a call to the outside did not give what was asked; the classes that a person can act on. */
export type FailureKind =
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'another-organization'
  | 'invalid'
  | 'no-units'
  | 'signed-in'
  | 'rate-limited'
  | 'unavailable'
  | 'network'
  | 'timeout'
  | 'unreadable'
  | 'canceled'

/** A failed call as data. `message` is the API's own text, redacted; `operation` has method and path only. */
export interface Failure {
  readonly kind: FailureKind
  readonly operation: string
  readonly message: string
  readonly status?: number
  readonly errorCode?: string
  readonly trackingId?: string
}

/** What every port answers: a value, or a failure as data. Ports throw only for bugs. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure }

export function problemOfFailure(failure: Failure, subject: Subject = { kind: 'stage' }): Problem {
  const { kind, ...facts } = failure
  const code: ProblemCode = `failure.${kind}`
  const rule = failureRules[kind]
  return {
    code,
    severity: 'error',
    ...(rule === undefined ? {} : { rule }),
    subject,
    facts,
  }
}

/** Failures that the procedure has a rule for. */
const failureRules: Readonly<Partial<Record<FailureKind, RuleId>>> = {
  'another-organization': 'PRE-1',
  'no-units': 'C-17',
}
