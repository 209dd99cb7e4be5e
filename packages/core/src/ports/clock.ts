/** Time, injected. `now` is epoch milliseconds; `wait` resolves early when the signal aborts. */
export interface Clock {
  now(): number
  wait(milliseconds: number, signal: AbortSignal): Promise<void>
}

/** Ids, injected: unique, sortable enough for a person to tell runs apart. */
export interface Ids {
  next(): string
}
