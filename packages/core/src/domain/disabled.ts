import type { FactValue } from './problem.ts'
import type { RuleId } from './rule.ts'

/** Why something cannot be chosen or done now: a code for the sentence, and the rule behind it. */
export interface Disabled {
  readonly code: DisabledCode
  readonly rule?: RuleId
  readonly facts: Readonly<Record<string, FactValue>>
}

export const disabledCodes = [
  'supervisor-excludes-administrator',
  'needs-premium',
  'not-an-existing-administrator',
  'no-such-license',
  'no-free-units',
  'answer-first',
  'first-stage',
  'already-saving',
  'stage-not-reached',
  'problems-first',
  'questions-first',
  'in-progress',
  'not-in-this-stage',
  'nothing-to-retry',
  'cannot-verify',
  'no-csv-desk',
  'no-import-desk',
  'trial-accounts-first',
] as const

export type DisabledCode = (typeof disabledCodes)[number]
