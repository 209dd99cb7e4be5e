import { type Outcome, problemOfFailure } from '../domain/outcome.ts'
import { personKey } from '../domain/person.ts'
import type { Problem } from '../domain/problem.ts'
import { writeDown } from '../machine/ledger.ts'
import type { Verification } from '../machine/onboarding.types.ts'
import { reportOf } from '../machine/report.ts'
import { resultsOf } from '../machine/results.ts'
import { shownResult } from '../machine/step-result.ts'
import { afterVerifying, type Seen, statusOf } from '../machine/tasks.ts'
import type { ReportView } from '../machine/view.types.ts'
import { readState } from '../machine/watch.ts'
import { isSo } from '../plan/step-effect.ts'
import type { JournalEvent } from '../ports/journal.ts'
import type { Ports } from '../ports/ports.ts'
import type { RunRecord } from './record.ts'

export type VerifiedRun =
  | {
      readonly ok: true
      readonly report: ReportView
      /** What was read back for the first time; `keepVerified` writes it down. */
      readonly news: readonly JournalEvent[]
    }
  | { readonly ok: false; readonly problem: Problem }

export type ReadBack =
  | { readonly ok: true; readonly verification: Verification }
  | { readonly ok: false; readonly problem: Problem }

/**
 * Reads back, any time later, what a recorded run gave: who has lost a license, a role or a profile since then is in
 * the report as `invisible`, with what they lack; what shows only now is `done`. Writes nothing (SYNC-3, C-1).
 */
export async function verifyRun(record: RunRecord, ports: Ports, signal: AbortSignal): Promise<VerifiedRun> {
  const read = await readBack(record, ports, signal)
  if (!read.ok) return read
  const { plan, renewal, importing } = record
  const shown = shownResults(record, read.verification)
  const results = new Map([...record.results, ...shown])
  const ground = { plan, renewal, importing, results: resultsOf(results) }
  const tasks = afterVerifying({ ...ground, tasks: record.tasks }, read.verification)
  const report = reportOf({ ...ground, tasks, verification: read.verification })
  const news: JournalEvent[] = [
    ...[...shown].map(([key, result]) => ({ type: 'step.settled', key, result }) as const),
    ...Object.entries(tasks)
      .filter(([id, status]) => statusOf(record.tasks, id).state !== status.state)
      .map(([id, status]) => ({ type: 'task.changed', id, status }) as const),
  ]
  const isOver = !record.isFinished && !report.canRetry && report.isComplete
  return { ok: true, report, news: isOver ? [...news, { type: 'run.finished' }] : news }
}

/** Keeps what was verified in the run's journal. Whoever calls it must hold the run alone. */
export async function keepVerified(
  runId: string,
  { news }: Pick<Extract<VerifiedRun, { ok: true }>, 'news'>,
  { journal, clock }: Pick<Ports, 'journal' | 'clock'>,
): Promise<void> {
  await writeDown(news, (event) => journal.append(runId, { at: clock.now(), ...event }), journal)
}

/** Everyone of a run as they are now, in as few calls as there are. Another organization is refused (M14). */
export async function readBack(
  { plan }: Pick<RunRecord, 'plan'>,
  ports: Pick<Ports, 'directory' | 'contactCenter'>,
  signal: AbortSignal,
): Promise<ReadBack> {
  const connection = await ports.directory.connect(signal)
  if (!connection.ok) return troubled(connection)
  const { organization } = connection.value
  if (organization.id !== plan.organization.id)
    return { ok: false, problem: anotherOrganization(plan, organization) }
  const reading = await ports.contactCenter.readPlatform(signal)
  const canReadUsers = reading.ok && reading.value.evidence === 'contact-center-api-answers'
  const capabilities = { contactCenterUsers: canReadUsers ? 'api' : 'operator' } as const
  const emails = plan.people.map(({ email }) => email)
  const seen = await readState(emails, { capabilities, plan }, ports, signal)
  return seen.ok ? { ok: true, verification: { ...seen.value, canReadUsers } } : troubled(seen)
}

/** Writes that were accepted, did not show in time, and show now. */
function shownResults({ plan, results, created }: RunRecord, { people }: Seen): RunRecord['results'] {
  const late = plan.steps.filter(({ key }) =>
    ['invisible', 'unchanged'].includes(results.get(key)?.outcome ?? ''),
  )
  return new Map(
    late
      .filter((step) => isSo(step, people[personKey(step.email)]))
      .map((step) => {
        const personId = created.get(step.key) ?? people[personKey(step.email)]?.id
        return [step.key, shownResult(step, 'done', personId)]
      }),
  )
}

function troubled(outcome: Outcome<unknown> & { readonly ok: false }): {
  readonly ok: false
  readonly problem: Problem
} {
  return { ok: false, problem: problemOfFailure(outcome.failure) }
}

export function anotherOrganization(
  plan: Pick<RunRecord['plan'], 'organization'>,
  { id, name }: RunRecord['organization'],
): Problem {
  return {
    code: 'request.another-organization',
    severity: 'error',
    subject: { kind: 'request', path: 'organization' },
    facts: { meant: plan.organization.id, organization: id, name },
  }
}
