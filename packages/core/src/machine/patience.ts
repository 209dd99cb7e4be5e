/** @module How often and how long to look again at what Webex accepted, or refused and may have done all the same. */
import type { Failure } from '../domain/outcome.ts'
import { isDoubtful } from './step-result.ts'

/** Milliseconds between two looks: each pause is twice the one before, up to the longest. */
export interface Pauses {
  readonly first: number
  readonly longest: number
}

/**
 * One person costs a call a look, and somebody may sit in front of it. Looking at a wave or at everyone reads pages:
 * it costs more and seldom shows all at once, so that it is done half as often.
 */
export const pauses = {
  one: { first: 250, longest: 5_000 },
  many: { first: 500, longest: 10_000 },
} as const satisfies Record<string, Pauses>

export function nextPause(pause: number, { longest }: Pauses): number {
  return Math.min(pause * 2, longest)
}

/** Milliseconds to look again after a refusal: Webex may answer 4xx and have done it all the same. */
export const doubt = 3_000

/**
 * Milliseconds to look again after a write. What was accepted has all the patience there is, a conflict too: it says
 * that the person is there, out of sight. A refusal for good has none.
 */
export function patienceAfter(failure: Failure | undefined, patience: number): number {
  if (failure === undefined || failure.kind === 'conflict') return patience
  return isDoubtful(failure) ? Math.min(doubt, patience) : 0
}
