import type { StepResult } from '../plan/step.ts'
import type { JournalEvent } from '../ports/journal.ts'

/**
 * What a run writes down of its steps. The journal keeps the order of what it is given, so that only a write to Webex
 * waits: for its intent. Results are waited for at the end of a batch. When something could not be written no further
 * intent is taken, and so nothing more is written to Webex.
 */
export interface Ledger {
  /** Resolves when the intent is written; rejects when it cannot be, or something before it could not. */
  intend(step: Keyed): Promise<void>
  /** Throws when something could not be written: then nothing more may be written to Webex either. */
  check(): void
  /** Begins to write a result; calls `then` when it is written. */
  settle(step: Keyed, result: StepResult, then: () => void): void
  /** Resolves when all is written; rejects with what kept something from it. */
  written(): Promise<void>
}

/** A step of whichever plan. */
interface Keyed {
  readonly key: string
}

export function createLedger(append: (event: JournalEvent) => Promise<void>): Ledger {
  const open = new Set<Promise<void>>()
  let trouble: { readonly error: unknown } | undefined
  const write = (event: JournalEvent, then: () => void = () => undefined) => {
    const written = append(event).then(then)
    const closed: Promise<void> = written
      .catch((error: unknown) => {
        trouble ??= { error }
      })
      .finally(() => open.delete(closed))
    open.add(closed)
    return written
  }
  const throwTrouble = () => {
    if (trouble !== undefined) throw trouble.error
  }
  return {
    intend: async ({ key }) => {
      throwTrouble()
      await write({ type: 'step.intended', key })
    },
    check: throwTrouble,
    settle: ({ key }, result, then) => {
      write({ type: 'step.settled', key, result }, then).catch(() => undefined)
    },
    written: async () => {
      await Promise.all(open)
      throwTrouble()
    },
  }
}
