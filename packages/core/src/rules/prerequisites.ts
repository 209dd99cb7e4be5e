import type { Operator } from '../domain/organization.ts'
import { addressFault, personKey } from '../domain/person.ts'
import type { Problem } from '../domain/problem.ts'
import type { Draft } from '../intake/draft.ts'

/**
 * Trial accounts among the people (PRE-1 to PRE-3): whoever used their address for one has an organization of
 * their own, which must be deleted first. Before people are entered this only judges the addresses.
 */
export function checkTrialAccounts(draft: Draft): readonly Problem[] {
  const entered = new Map(draft.people.map((person) => [personKey(person.email), person]))
  return draft.trialAccounts.map((email): Problem => {
    const person = entered.get(personKey(email))
    if (person === undefined)
      return {
        code: 'trial-account.not-entered',
        severity: 'notice',
        rule: 'PRE-3',
        subject: { kind: 'person', email },
        facts: { email },
      }
    return {
      code: 'trial-account.open',
      severity: 'warning',
      rule: 'PRE-1',
      subject: { kind: 'person', email: person.email, row: person.row },
      facts: { email: person.email, row: person.row },
    }
  })
}

/** Whether the addresses of trial accounts can be addresses at all. */
export function checkTrialAddresses(draft: Draft): readonly Problem[] {
  return draft.trialAccounts.flatMap((email): readonly Problem[] => {
    const fault = addressFault(email.trim())
    if (fault === undefined) return []
    const subject = { kind: 'person', email, field: 'email' } as const
    return [
      { code: 'person.email-malformed', severity: 'error', rule: 'PRE-1', subject, facts: { email, fault } },
    ]
  })
}

/** Whether whoever holds the token may do at all what the plan needs (NEW-28). */
export function checkOperator(operator: Operator, newPeople: number): readonly Problem[] {
  if (newPeople === 0) return []
  if (operator.administrator !== 'cc-service' && operator.administrator !== 'read-only') return []
  return [
    {
      code: 'operator.cannot-create',
      severity: 'error',
      rule: 'NEW-28',
      subject: { kind: 'stage' },
      facts: { administrator: operator.administrator, people: newPeople },
    },
  ]
}
