import type { Observation } from '../domain/organization.ts'
import { problemOfFailure } from '../domain/outcome.ts'
import type { Problem } from '../domain/problem.ts'
import { hashPlan, isApprovalOf } from '../plan/hash.ts'
import type { Plan } from '../plan/plan.ts'
import { isPlanOf } from '../plan/provenance.ts'
import { draftOfOpenRows, type Replan, type ReplanGround, replan } from '../plan/replan.ts'
import type { Ports } from '../ports/ports.ts'
import { type ObserveInput, observe } from './observe.ts'
import { editedProblem, notApprovedProblem, removalsProblem } from './refusals.ts'

export interface ReplanInput extends ObserveInput, ReplanGround {
  /** What approved a plan that comes from outside, which is looked at before anything else. */
  readonly approval: { readonly hash: string; readonly removals: number } | undefined
  /** When its people were looked at last, in epoch milliseconds; undefined for whenever. */
  readonly observedAt: number | undefined
}

/** What the approved rows have come to since they were looked at last. */
export interface Replanned {
  readonly standings: Replan['standings']
  readonly covered: Plan | undefined
  readonly open: Plan | undefined
  readonly observation: Observation | undefined
}

export type ReplanOutcome =
  | { readonly ok: true; readonly value: Replanned }
  | { readonly ok: false; readonly problem: Problem }

/** Milliseconds for which what was looked at for a plan counts: somebody has to read it, and may be called away. */
const freshFor = 15 * 60_000

/**
 * Looks again at everyone whom the approved plan has something left to do for, and judges row by row (L5); not where
 * they were looked at a moment ago, for each step looks at its person anyway.
 */
export async function replanRows(
  input: ReplanInput,
  ports: Ports,
  signal: AbortSignal,
): Promise<ReplanOutcome> {
  const fault = await faultOf(input)
  if (fault !== undefined) return { ok: false, problem: fault }
  if (isFresh(input, ports)) return { ok: true, value: nothingOpen }
  const draft = draftOfOpenRows(input)
  if (draft.people.length === 0) return { ok: true, value: nothingOpen }
  const observed = await observe({ ...input, draft }, ports, signal)
  if (!observed.ok) return { ok: false, problem: problemOfFailure(observed.failure) }
  const { standings, covered, open, observation } = replan(input, observed.value)
  return {
    ok: true,
    value: { standings, covered: await hashed(covered), open: await hashed(open), observation },
  }
}

function isFresh({ observedAt }: ReplanInput, { clock }: Ports): boolean {
  if (observedAt === undefined) return false
  const age = clock.now() - observedAt
  return age >= 0 && age < freshFor
}

const nothingOpen: Replanned = {
  standings: { holds: 0, less: 0, new: 0 },
  covered: undefined,
  open: undefined,
  observation: undefined,
}

async function faultOf({ plan, draft, approval }: ReplanInput): Promise<Problem | undefined> {
  if (approval === undefined) return undefined
  if (!(await isPlanOf(plan, draft))) return editedProblem(plan)
  if (!isApprovalOf(plan.hash, approval.hash)) return notApprovedProblem(plan)
  return plan.removals === approval.removals ? undefined : removalsProblem(plan, approval.removals)
}

async function hashed(plan: Omit<Plan, 'hash'> | undefined): Promise<Plan | undefined> {
  return plan === undefined ? undefined : hashPlan(plan)
}
