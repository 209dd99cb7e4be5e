import { type Outcome, problemOfFailure } from '../domain/outcome.ts'
import type { Problem } from '../domain/problem.ts'
import { reportOf } from '../machine/report.ts'
import { afterVerifying } from '../machine/tasks.ts'
import type { ReportView } from '../machine/view.types.ts'
import { readState } from '../machine/watch.ts'
import type { Ports } from '../ports/ports.ts'
import type { RunRecord } from './record.ts'

export type VerifiedRun =
  | { readonly ok: true; readonly report: ReportView }
  | { readonly ok: false; readonly problem: Problem }

/**
 * Reads back, any time later, what a recorded run gave: who has lost a license, a role or a profile since then is in
 * the report as `invisible`, with what they lack. Writes nothing, and changes nothing of the record (SYNC-3, C-1).
 */
export async function verifyRun(record: RunRecord, ports: Ports, signal: AbortSignal): Promise<VerifiedRun> {
  const connection = await ports.directory.connect(signal)
  if (!connection.ok) return troubled(connection)
  const { organization } = connection.value
  if (organization.id !== record.plan.organization.id)
    return { ok: false, problem: anotherOrganization(record, organization) }
  const reading = await ports.contactCenter.readPlatform(signal)
  const canReadUsers = reading.ok && reading.value.evidence === 'contact-center-api-answers'
  const { plan, results } = record
  const capabilities = { contactCenterUsers: canReadUsers ? 'api' : 'operator' } as const
  const emails = plan.people.map(({ email }) => email)
  const seen = await readState(emails, { capabilities, plan }, ports, signal)
  if (!seen.ok) return troubled(seen)
  const tasks = afterVerifying(record, seen.value)
  return {
    ok: true,
    report: reportOf({ plan, results, tasks, verification: { ...seen.value, canReadUsers } }),
  }
}

function troubled(outcome: Outcome<unknown> & { readonly ok: false }): VerifiedRun {
  return { ok: false, problem: problemOfFailure(outcome.failure) }
}

function anotherOrganization({ plan }: RunRecord, { id, name }: RunRecord['organization']): Problem {
  return {
    code: 'request.another-organization',
    severity: 'error',
    subject: { kind: 'request', path: 'organization' },
    facts: { meant: plan.organization.id, organization: id, name },
  }
}
