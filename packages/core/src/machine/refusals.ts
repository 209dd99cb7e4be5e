import type { Problem } from '../domain/problem.ts'
import type { Expectation, Plan } from '../plan/plan.ts'

/** A plan whose contents are not those that its hash is of, or not those of its request. */
export function editedProblem({ hash }: Pick<Plan, 'hash'>): Problem {
  return {
    code: 'plan.edited',
    severity: 'error',
    rule: 'SAVE-5',
    subject: { kind: 'stage' },
    facts: { hash },
  }
}

export function notApprovedProblem(plan: Pick<Plan, 'hash'> | undefined): Problem {
  return {
    code: 'plan.not-approved',
    severity: 'error',
    rule: 'SAVE-5',
    subject: { kind: 'stage' },
    facts: { hash: plan?.hash ?? '' },
  }
}

export function removalsProblem(plan: Plan | undefined, given: number): Problem {
  return {
    code: 'plan.removals-unconfirmed',
    severity: 'error',
    rule: 'CSV-10',
    subject: { kind: 'stage' },
    facts: { removals: plan?.removals ?? 0, given },
  }
}

/** A person who is not any more as the approved plan found them, so that it would do something new. */
export function movedProblem({ email, row, before, isNew }: Expectation): Problem {
  return {
    code: 'plan.row-moved',
    severity: 'warning',
    rule: 'SAVE-5',
    subject: { kind: 'person', email, row },
    facts: { email, exists: !isNew, license: before.license, administrator: before.administrator },
  }
}
