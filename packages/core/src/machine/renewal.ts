import { personKey } from '../domain/person.ts'
import type { Problem } from '../domain/problem.ts'
import { requestOf } from '../intake/draft.ts'
import type { Plan } from '../plan/plan.ts'
import { takeUp } from '../plan/renew.ts'
import type { JournalEvent } from '../ports/journal.ts'
import { blockersOf, checkStage } from '../rules/check.ts'
import { plannedDraft } from './file-route.ts'
import { importEvents } from './importing.ts'
import type { Context } from './onboarding.types.ts'
import type { ReplanOutcome } from './replan.ts'
import { allOf, resultsOf } from './results.ts'

/** In review the plan, and while saving the rows that were planned anew. */
export function planToApprove({ plan, renewal }: Context): Plan | undefined {
  return renewal ?? plan
}

/** What the journal must have of an approval before the first write. */
export function approvalEvents(context: Context): readonly JournalEvent[] {
  const { plan } = context
  if (plan === undefined) return []
  return [
    { type: 'run.opened', format: 1, organization: plan.organization },
    { type: 'plan.made', request: requestOf(plannedDraft(context)), plan },
    ...importEvents(context),
    { type: 'plan.approved', hash: plan.hash },
  ]
}

/** The rows that were planned anew are part of the approved plan. */
export function afterApproving(context: Context): Partial<Context> {
  const { renewal, unrecorded } = context
  if (renewal === undefined) return {}
  return {
    ...takenUp(context, renewal),
    renewal: undefined,
    verification: undefined,
    unrecorded: [...unrecorded, { type: 'plan.approved', hash: renewal.hash }],
  }
}

/** Rows that do less go on as they are now; those that would do something new wait. */
export function afterReplanning(context: Context, outcome: ReplanOutcome): Partial<Context> {
  const { plan, renewal } = context
  if (!outcome.ok || plan === undefined) return {}
  const { covered, open, observation } = outcome.value
  const isNews = covered !== undefined || open?.hash !== renewal?.hash
  const before = context.approval === undefined ? context.unrecorded : approvalEvents(context)
  const event: JournalEvent = {
    type: 'plan.renewed',
    ...(covered === undefined ? {} : { covered }),
    ...(open === undefined ? {} : { open }),
  }
  return {
    ...(covered === undefined ? {} : takenUp(context, covered)),
    ...(observation === undefined ? {} : { observation }),
    renewal: open,
    approval: undefined,
    observedAt: undefined,
    approvedHash: plan.hash,
    unrecorded: isNews ? [...before, event] : before,
  }
}

function takenUp({ plan, results, tasks }: Context, lot: Plan): Partial<Context> {
  if (plan === undefined) return {}
  const taken = takeUp({ plan, results: allOf(results), tasks }, lot)
  return { ...taken, results: resultsOf(taken.results) }
}

/** What the rules say of the rows that were planned anew. */
export function renewalProblems(context: Context): readonly Problem[] {
  const { renewal } = context
  if (renewal === undefined) return []
  const draft = plannedDraft(context)
  const keys = new Set(renewal.people.map(({ email }) => personKey(email)))
  const people = draft.people.filter(({ email }) => keys.has(personKey(email)))
  return checkStage('review', { ...context, draft: { ...draft, people } })
}

/** Problems that keep those rows from being approved. */
export function renewalBlockers(context: Context): readonly Problem[] {
  return blockersOf(renewalProblems(context), plannedDraft(context))
}
