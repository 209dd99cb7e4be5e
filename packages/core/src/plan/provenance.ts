import { personKey } from '../domain/person.ts'
import { batchOf, type Draft, entitlementOf } from '../intake/draft.ts'
import { canonical, hashPlan } from './hash.ts'
import type { Plan } from './plan.ts'

/**
 * Whether a plan that comes from outside is what was once made of this draft: its contents give its hash, and it is
 * about the same people, who are to be given the same.
 */
export async function isPlanOf(plan: Plan, draft: Draft): Promise<boolean> {
  const { hash, ...contents } = plan
  return (await hashPlan(contents)).hash === hash && isAbout(plan, draft)
}

function isAbout({ people, steps, platform }: Plan, draft: Draft): boolean {
  const wanted = draft.people.map(({ email, row }) => ({
    email,
    row,
    batch: batchOf(draft, row),
    entitlement: entitlementOf(draft, email),
  }))
  const planned = people.map(({ email, row, batch, entitlement }) => ({ email, row, batch, entitlement }))
  if (platform !== draft.platform || canonical(wanted) !== canonical(planned)) return false
  const names = new Map(draft.people.map((person) => [personKey(person.email), person]))
  return steps.every((step) => {
    if (step.kind !== 'person.create' || draft.entry === 'email') return true
    const { firstName = '', lastName = '' } = names.get(personKey(step.email)) ?? {}
    return (step.firstName ?? '') === firstName && (step.lastName ?? '') === lastName
  })
}
