import type { RuleId } from './rule.ts'

/** `error` stops, `warning` does not, `question` stops until it is acknowledged, `notice` only informs. */
export type Severity = 'error' | 'question' | 'warning' | 'notice'

/** What a problem is about. `row` counts from 1; `path` is a path into a request, for example `people.3.email`. */
export type Subject =
  | {
      readonly kind: 'person'
      readonly email: string
      readonly row?: number
      readonly field?: 'email' | 'firstName' | 'lastName' | 'license' | 'administrator'
    }
  | { readonly kind: 'request'; readonly path: string }
  | { readonly kind: 'license'; readonly poolId?: string }
  | { readonly kind: 'stage' }

export type FactValue = string | number | boolean | readonly string[] | readonly number[]

/** Everything that we may have to tell someone, as data. Sentences are made from it at the edge. */
export interface Problem {
  readonly code: ProblemCode
  readonly severity: Severity
  readonly rule?: RuleId
  readonly subject: Subject
  readonly facts: Readonly<Record<string, FactValue>>
}

export const problemCodes = [
  'request.unreadable',
  'request.unknown-key',
  'request.wrong-value',
  'request.missing-key',
  'request.format-unknown',
  'request.another-organization',
  'people.none',
  'people.chained',
  'batch.too-large',
  'person.email-missing',
  'person.email-malformed',
  'person.duplicate',
  'person.first-name-missing',
  'person.last-name-missing',
  'person.names-unused',
  'person.exists',
  'person.names-differ',
  'line.unreadable',
  'exception.moot',
  'trial-account.open',
  'trial-account.not-entered',
  'platform.unanswered',
  'platform.not-an-answer',
  'platform.evidence-differs',
  'license.not-in-organization',
  'license.units-short',
  'license.subscription-chosen',
  'license.subscription-unknown',
  'license.kept',
  'license.replaced',
  'license.supervisor-kept',
  'license.removed',
  'license.nothing-to-remove',
  'license.removal-not-offered',
  'license.none-at-all',
  'administrator.supervisor-excluded',
  'administrator.supervisor-unusual',
  'administrator.needs-premium',
  'administrator.standard-useless',
  'administrator.nothing-to-remove',
  'administrator.read-only-held',
  'administrator.replaced',
  'invitation.irrevocable',
  'invitation.suppressed',
  'operator.cannot-create',
  'operator.cannot-license',
  'operator.cannot-appoint',
  'plan.nothing-to-do',
  'plan.not-approved',
  'plan.removals-unconfirmed',
  'plan.edited',
  'plan.row-moved',
  'failure.unauthorized',
  'failure.forbidden',
  'failure.not-found',
  'failure.conflict',
  'failure.another-organization',
  'failure.invalid',
  'failure.no-units',
  'failure.signed-in',
  'failure.rate-limited',
  'failure.unavailable',
  'failure.network',
  'failure.timeout',
  'failure.unreadable',
  'failure.canceled',
  'result.unchanged',
  'result.invisible',
  'result.waiting',
  'result.not-attempted',
  'result.skipped',
  'journal.failed',
  'command.not-now',
  'run.unknown',
  'run.format-unknown',
  'file.none',
  'file.missing',
  'file.directory',
  'file.too-large',
  'file.unreadable',
  'file.exists',
  'file.unwritable',
  'csv.repair-open',
  'csv.mode-open',
  'csv.nobody',
  'csv.empty',
  'csv.binary',
  'csv.unreadable',
  'csv.lines-quoted',
  'csv.encoding-guessed',
  'csv.no-rows',
  'csv.rows-empty',
  'csv.no-email-column',
  'csv.another-kind',
  'csv.column-twice',
  'csv.column-assumed',
  'csv.column-unknown',
  'csv.no-license-column',
  'csv.subscription-several',
  'csv.subscription-ambiguous',
  'csv.row-ragged',
  'csv.value-rejected',
  'csv.role-rejected',
  'csv.role-conflict',
  'csv.role-without-row',
  'csv.no-role-column',
  'csv.both-licenses',
  'csv.premium-kept',
  'csv.exchange-needs-false',
  'csv.suspended-true',
  'csv.damaged',
  'csv.duplicate',
  'csv.renamed',
  'csv.name-differs',
  'csv.read-only-edited',
  'csv.last-name-missing',
  'csv.export-stale',
  'csv.over-limit',
  'csv.limit-impossible',
  'csv.limit-raised',
  'csv.parts',
  'csv.removals',
  'csv.license-removed',
  'csv.service-removed',
  'csv.false-ignored',
  'csv.service-false-ignored',
  'csv.agent-role',
  'csv.roles-by-hand',
  'csv.supervisor-needs-premium',
  'csv.supervisor-lost',
  'csv.automatic-licenses',
  'csv.columns-unneeded',
  'agent.no-column',
  'agent.user-missing',
  'agent.name-unknown',
  'agent.name-ambiguous',
  'agent.enabled-malformed',
  'agent.profile-type',
  'agent.site-missing',
  'agent.team-elsewhere',
  'agent.team-capacity',
  'agent.desktop-missing',
  'agent.details-off',
  'agent.site-changes',
  'agent.not-ready',
  'drift.person-deleted',
  'drift.person-deactivated',
  'drift.license-lost',
  'drift.license-returned',
  'drift.role-changed',
  'drift.supervisor-lost',
  'drift.user-missing',
  'drift.user-deactivated',
  'drift.profile-changed',
  'undo.limits',
  'undo.invitation-sent',
  'undo.trial-deleted',
  'undo.person-stays',
  'undo.person-signed-in',
  'undo.person-moved',
  'undo.person-gone',
  'undo.person-deleted',
  'undo.license-moved',
  'undo.license-unavailable',
  'undo.units-short',
  'undo.role-moved',
  'undo.role-read-only',
  'undo.uncertain',
] as const

/** The stable code of a problem; `domain.noun-adjective`. */
export type ProblemCode = (typeof problemCodes)[number]

/** The codes that come as questions: what a person may answer with "I understand", beforehand too. */
export const questionCodes = [
  'agent.site-changes',
  'administrator.supervisor-unusual',
  'license.units-short',
  'csv.damaged',
  'csv.removals',
  'csv.renamed',
  'csv.role-without-row',
  'csv.subscription-several',
] as const satisfies readonly ProblemCode[]

/** Whether this problem keeps the person from going on. */
export function isBlocking(problem: Problem, acknowledged: readonly string[] = []): boolean {
  if (problem.severity === 'error') return true
  return problem.severity === 'question' && !acknowledged.includes(problem.code)
}
