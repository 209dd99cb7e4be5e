import type { StepResult } from '../plan/step.ts'
import type { Journal, JournalEvent } from '../ports/journal.ts'

/**
 * What a run writes down of its steps. The journal keeps the order of what it is given, so that only a write to Webex
 * waits: for its intent. Results are waited for at the end of a batch. When something could not be written no further
 * intent is taken, and so nothing more is written to Webex.
 */
export interface Ledger {
  /** Begins to write the intent down, unless that was begun already. */
  intend(step: Keyed): void
  /** Whether an intent was begun and there is no result yet. */
  isIntended(step: Keyed): boolean
  /** Resolves when the intent is written: then the write may go out. Rejects when none may any more. */
  cleared(step: Keyed): Promise<void>
  /** Begins to write a result; calls `then` when it is written. */
  settle(step: Keyed, result: StepResult, then: () => void): void
  /** Resolves when all is written; rejects with what kept something from it. */
  written(): Promise<void>
}

/** A step of whichever plan. */
interface Keyed {
  readonly key: string
}

interface Intent {
  written: Promise<void>
  isWritten: boolean
}

/** Writes down what belongs together, and waits for it. */
export async function writeDown(
  events: readonly JournalEvent[],
  append: (event: JournalEvent) => Promise<void>,
  journal: Journal,
): Promise<void> {
  const written = events.map(append)
  journal.hurry?.()
  await Promise.all(written)
}

export function createLedger(append: (event: JournalEvent) => Promise<void>, journal: Journal): Ledger {
  const open = new Set<Promise<unknown>>()
  const intents = new Map<string, Intent>()
  let trouble: { readonly error: unknown } | undefined
  const write = (event: JournalEvent, then: () => void = () => undefined) => {
    const written = append(event).then(then)
    const closed: Promise<unknown> = written.then(
      () => open.delete(closed),
      (error: unknown) => {
        open.delete(closed)
        trouble ??= { error }
      },
    )
    open.add(closed)
    return written
  }
  const throwTrouble = () => {
    if (trouble !== undefined) throw trouble.error
  }
  return {
    intend: ({ key }) => {
      if (trouble !== undefined || intents.has(key)) return
      const intent: Intent = { written: Promise.resolve(), isWritten: false }
      intent.written = write({ type: 'step.intended', key }, () => {
        intent.isWritten = true
      })
      intent.written.catch(() => undefined)
      intents.set(key, intent)
    },
    isIntended: ({ key }) => intents.has(key),
    cleared: async ({ key }) => {
      const intent = intents.get(key)
      if (intent?.isWritten === false) {
        journal.hurry?.()
        await intent.written
      }
      throwTrouble()
    },
    settle: ({ key }, result, then) => {
      intents.delete(key)
      write({ type: 'step.settled', key, result }, then).catch(() => undefined)
    },
    written: async () => {
      if (open.size > 0) journal.hurry?.()
      await Promise.all(open)
      throwTrouble()
    },
  }
}
