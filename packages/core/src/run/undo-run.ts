import type { Operator } from '../domain/organization.ts'
import type { Outcome } from '../domain/outcome.ts'
import { problemOfFailure } from '../domain/outcome.ts'
import type { Problem } from '../domain/problem.ts'
import { draftOf } from '../intake/draft.ts'
import type { Request } from '../intake/request.ts'
import { observe } from '../machine/observe.ts'
import { editedProblem, notApprovedProblem, removalsProblem } from '../machine/refusals.ts'
import { hashPlan, isApprovalOf } from '../plan/hash.ts'
import type { Plan } from '../plan/plan.ts'
import { isPlanOf } from '../plan/provenance.ts'
import { buildUndo } from '../plan/undo.ts'
import type { JournalEvent } from '../ports/journal.ts'
import type { Ports } from '../ports/ports.ts'
import type { RunRecord } from './record.ts'
import { anotherOrganization } from './verify-run.ts'

/** An undo plan that waits for its approval. Nothing was written. */
export interface PlannedUndo {
  readonly plan: Plan
  readonly request: Request
  readonly operator: Operator
}

export type PlanUndo =
  | { readonly ok: true; readonly undo: PlannedUndo }
  | { readonly ok: false; readonly problem: Problem }

export interface UndoWish {
  readonly runId: string
  readonly record: RunRecord
  /** Deletes people whom the run created, where they have not signed in yet. @default false */
  readonly deletesCreated?: boolean
}

/**
 * Looks at everyone of a run anew and says what undoing it would do: what the run did and what still is as it left it.
 * The same run and the same organization give the same plan and hash. Another organization is refused (M14).
 */
export async function planUndo(
  { runId, record, deletesCreated = false }: UndoWish,
  ports: Ports,
  signal: AbortSignal,
): Promise<PlanUndo> {
  const { directory, contactCenter } = ports
  const connection = await directory.connect(signal)
  if (!connection.ok) return troubled(connection)
  const { organization, operator } = connection.value
  if (organization.id !== record.plan.organization.id)
    return { ok: false, problem: anotherOrganization(record.plan, organization) }
  const reading = await contactCenter.readPlatform(signal)
  const known = { connection: connection.value, reading: reading.ok ? reading.value : undefined }
  const draft = { ...draftOf(record.request), platform: record.plan.platform }
  const observed = await observe({ draft, ...known }, ports, signal)
  if (!observed.ok) return troubled(observed)
  const run = { ...record, runId, given: new Set(record.given), deletesCreated }
  const { request, plan } = buildUndo(run, observed.value)
  return { ok: true, undo: { plan: await hashPlan(plan), request, operator } }
}

export type ApproveUndo =
  | { readonly ok: true; readonly runId: string; readonly record: RunRecord }
  | { readonly ok: false; readonly problem: Problem }

/**
 * Approves an undo plan by its hash, and by the number of people who lose a license or are deleted (M5); one that was
 * saved and edited is refused. Each of its steps leaves alone whoever was changed since. Writes it down as a run of its own, which `createOnboarding` carries out and resumes as any other, and in the journal of the
 * run that it undoes, which nothing is left to do of. Whoever calls it must hold both runs alone.
 *
 * @example
 * const approved = await approveUndo(undo, { hash: undo.plan.hash, removals: undo.plan.removals }, ports)
 * if (approved.ok) createOnboarding({ ports, resume: approved })
 */
export async function approveUndo(
  { plan, request, operator }: PlannedUndo,
  {
    hash,
    removals = 0,
    runId,
  }: { readonly hash: string; readonly removals?: number; readonly runId?: string },
  { journal, clock, ids }: Pick<Ports, 'journal' | 'clock' | 'ids'>,
): Promise<ApproveUndo> {
  const problem = await faultOf({ plan, request, operator }, hash, removals)
  if (problem !== undefined) return { ok: false, problem }
  const own = runId ?? ids.next()
  const openedAt = clock.now()
  const by = operator.email === undefined ? {} : { by: operator.email }
  const write = (run: string, event: JournalEvent) =>
    journal.append(run, { at: clock.now(), ...by, ...event })
  await write(own, { type: 'run.opened', format: 1, organization: plan.organization })
  await write(own, { type: 'plan.made', request, plan })
  await write(own, { type: 'plan.approved', hash: plan.hash })
  if (plan.undo !== undefined) await write(plan.undo.runId, { type: 'undo.approved', runId: own })
  const record: RunRecord = {
    format: 1,
    organization: plan.organization,
    openedAt,
    request,
    plan,
    approvedHash: plan.hash,
    approvals: [plan.hash],
    renewal: undefined,
    results: new Map(),
    given: [],
    created: new Map(),
    inDoubt: [],
    tasks: {},
    isFinished: false,
  }
  return { ok: true, runId: own, record }
}

async function faultOf(
  { plan, request }: PlannedUndo,
  hash: string,
  removals: number,
): Promise<Problem | undefined> {
  if (!(await isPlanOf(plan, draftOf(request)))) return editedProblem(plan)
  if (!isApprovalOf(plan.hash, hash)) return notApprovedProblem(plan)
  return plan.removals === removals ? undefined : removalsProblem(plan, removals)
}

function troubled({ failure }: Outcome<unknown> & { readonly ok: false }): {
  readonly ok: false
  readonly problem: Problem
} {
  return { ok: false, problem: problemOfFailure(failure) }
}
