/** The span that budgets are given for, in milliseconds. */
export const minute = 60_000

/** Requests a minute that Contact Center allows a client by default; for the other APIs no number is published. */
export const documentedBudget = 300

/** What decides when the next request may start. Times are epoch milliseconds. */
export interface Pace {
  /** Requests that may be on their way or answered within any minute; `Infinity` for no budget. */
  readonly budget: number
  /** Those that are on their way or were answered within the last minute. */
  readonly taken: number
  /** When the first of them is a minute past its answer. */
  readonly firstFree: number
  readonly lastStart: number
  /** After a refusal there is no head start: the requests of a minute are spread over it. */
  readonly isEven: boolean
}

/**
 * When the next request may start, and 0 for at once. The first half of a budget goes out as fast as it is asked for, so
 * that small runs wait for nothing. The rest is spread over the time until the first requests are a minute old, and never
 * goes out faster than evenly, so that a long run settles at an even pace without a silence on the way.
 */
export function nextStart({ budget, taken, firstFree, lastStart, isEven }: Pace): number {
  if (taken >= budget) return firstFree
  if (taken < (isEven ? 1 : budget / 2)) return 0
  const spread = Math.max(0, firstFree - lastStart) / (budget - taken + 1)
  return lastStart + Math.max(minute / budget, spread)
}

/** What a refusal tells: so many were accepted in so much time, and the next not before the wait has passed. */
export interface Refusal {
  /** The budget that was kept to. */
  readonly budget: number
  readonly accepted: number
  /** Milliseconds from the first of the accepted to the end of the wait that was asked for. */
  readonly span: number
  readonly isFirst: boolean
}

/** Fewer than these say that somebody else had used the budget up, not how large it is. */
const tellingMany = 30

const leastBudget = 6

/** The budget to keep to after a refusal: what was accepted in the span, by the minute. */
export function learntBudget({ budget, accepted, span, isFirst }: Refusal): number {
  if (isFirst && accepted < tellingMany) return budget
  const seen = Math.floor((accepted * minute) / span)
  const learnt = seen < budget ? seen : Math.floor(budget * 0.8)
  return Math.max(leastBudget, Number.isFinite(learnt) ? learnt : documentedBudget)
}
