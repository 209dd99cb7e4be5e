import { type Failure, type Outcome, problemOfFailure } from '../domain/outcome.ts'
import type { Problem } from '../domain/problem.ts'
import type { Step, StepOutcome, StepResult } from '../plan/step.ts'

/** Refusals after which the effect may be there all the same; a conflict says that it is, somewhere out of sight. */
export function isDoubtful({ kind }: Failure): boolean {
  return !['unauthorized', 'forbidden', 'another-organization', 'no-units', 'signed-in', 'canceled'].includes(
    kind,
  )
}

/** What a write answers where it was accepted. */
export type Answer = { readonly personId: string } | { readonly held: readonly string[] } | null

/** The id that the API gave to whom a step created. */
export function answeredId(answered: Outcome<Answer>): string | undefined {
  return answered.ok && answered.value !== null && 'personId' in answered.value
    ? answered.value.personId
    : undefined
}

/** The effect shows. Of whom a step created it says who that is, so that undoing takes nobody else for them. */
export function shownResult(step: Step, outcome: StepOutcome, personId: string | undefined): StepResult {
  return { outcome, ...createdId(step, personId) }
}

function createdId({ kind }: Step, personId: string | undefined): Pick<StepResult, 'personId'> {
  return kind === 'person.create' && personId !== undefined ? { personId } : {}
}

/** A refusal: it waits for a person where the address belongs to another organization (PRE-1). */
export function refusedResult(step: Step, failure: Failure): StepResult {
  const problem = problemOfFailure(failure, personOf(step))
  return { outcome: failure.kind === 'another-organization' ? 'waiting' : 'failed', problem }
}

/** Looking itself failed: before a write nothing was done; after an accepted one nothing can be said. */
export function blindResult(
  step: Step,
  failure: Failure,
  isAccepted: boolean,
  personId?: string,
): StepResult {
  const problem = problemOfFailure(failure, personOf(step))
  return isAccepted
    ? { outcome: 'invisible', problem, ...createdId(step, personId) }
    : { outcome: 'failed', problem }
}

/** Accepted, and not to be seen when patience ended. `patience` is milliseconds. */
export function lateResult(step: Step, patience: number, personId?: string): StepResult {
  const isCreate = step.kind === 'person.create'
  const problem: Problem = {
    code: isCreate ? 'result.invisible' : 'result.unchanged',
    severity: 'error',
    subject: personOf(step),
    facts: { step: step.kind, seconds: Math.round(patience / 1000) },
  }
  return { outcome: isCreate ? 'invisible' : 'unchanged', problem, ...createdId(step, personId) }
}

/** The person whom a step is about is not there. */
export function nobodyResult(step: Step): StepResult {
  const problem: Problem = {
    code: 'failure.not-found',
    severity: 'error',
    subject: personOf(step),
    facts: { operation: step.kind, message: '' },
  }
  return { outcome: 'failed', problem }
}

/** Somebody changed since what the step would overwrite: it is left as they made it, for good. */
export function movedResult(step: Step): StepResult {
  if (step.onlyIf === undefined) return heldElsewhereResult(step)
  return {
    outcome: 'skipped',
    problem: {
      code: 'undo.moved',
      severity: 'warning',
      subject: personOf(step),
      facts: { step: step.kind },
    },
  }
}

/** Nothing was written: a second unit would be paid for. Going on with the run looks at the row again. */
function heldElsewhereResult(step: Step): StepResult {
  return {
    outcome: 'not-attempted',
    problem: {
      code: 'license.held-elsewhere',
      severity: 'warning',
      rule: 'C-17',
      subject: personOf(step),
      facts: {},
    },
  }
}

/** Not attempted; a step that waits for an operator passes its waiting on to those that come after it. */
export function notAttempted(step: Step, facts: Problem['facts'], before?: StepResult): StepResult {
  if (before?.outcome === 'waiting') return { outcome: 'waiting' }
  return {
    outcome: 'not-attempted',
    problem: { code: 'result.not-attempted', severity: 'warning', subject: personOf(step), facts },
  }
}

function personOf({ email, row }: Step) {
  return { kind: 'person', email, row } as const
}
