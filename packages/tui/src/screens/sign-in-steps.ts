import type { PersonReport, SignInReason } from '@wxcc-onboard/core'

/** A next step after the report. Team and desktop profile are given on one page, so they are one step. */
export type SignInStep = Exclude<SignInReason, 'team-missing' | 'desktop-profile-missing'> | 'agent-details'

export interface CountedStep {
  readonly step: SignInStep
  readonly people: number
}

/** In this order they are worth doing: what an earlier one mends may be the cause of a later one. */
const order: readonly SignInStep[] = [
  'person-missing',
  'license-missing',
  'role-open',
  'role-not-verified',
  'not-synchronized',
  'profile-differs',
  'users-module-unread',
  'inactive',
  'not-enabled',
  'agent-details',
  'invitation-pending',
  'invitation-not-sent',
  'no-agent-license',
]

/** What is to be done so that everyone can sign in, each thing once with how many it concerns. */
export function signInSteps(people: readonly Pick<PersonReport, 'why'>[]): CountedStep[] {
  const steps = people.map(({ why }) => new Set(why.map(stepOf)))
  return order
    .map((step) => ({ step, people: steps.filter((each) => each.has(step)).length }))
    .filter((each) => each.people > 0)
}

function stepOf(reason: SignInReason): SignInStep {
  return reason === 'team-missing' || reason === 'desktop-profile-missing' ? 'agent-details' : reason
}
