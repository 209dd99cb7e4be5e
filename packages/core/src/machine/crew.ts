import { hasSucceeded, type Step, type StepResult } from '../plan/step.ts'
import type { Ports } from '../ports/ports.ts'
import type { Books } from './results.ts'
import { notAttempted } from './step-result.ts'

export interface SaveOptions {
  /** People worked on at the same time. */
  readonly concurrency: number
  /** Milliseconds that an accepted write may take to show. */
  readonly patience: number
}

/** Those who carry out steps, and the books that they keep. */
export interface Crew {
  readonly ports: Ports
  readonly options: SaveOptions
  readonly books: Books
  isStopping(): boolean
  /** Begins to write the intent down, where that was not begun yet. */
  intend(step: Step): void
  /** The step's turn has come: tells of it, and begins to write its intent down, before the write. */
  begin(step: Step): void
  /** Resolves when the intent is written down: then the write may go out. Rejects when none may any more. */
  cleared(step: Step): Promise<void>
  /** Takes the result into the books and begins to write it down. */
  end(step: Step, result: StepResult): void
  /**
   * A result that nothing was done for: told, and written down only where an intent was, which would be in doubt
   * otherwise. Resuming tries it.
   */
  pass(step: Step, result: StepResult): void
}

/**
 * To be called when a step's turn comes: the intents of as many steps after it are begun as well. Who comes next
 * finds theirs on the disk then, and waits for no disk; a crash leaves so many more steps in doubt, which are looked
 * at before anything is done.
 */
export function intendingAhead(
  steps: readonly Step[],
  count: number,
  crew: Crew,
): (step: Step | undefined) => void {
  const places = new Map(steps.map(({ key }, index) => [key, index]))
  let begun = 0
  return (step) => {
    const end = step === undefined ? 0 : (places.get(step.key) ?? 0) + 1 + count
    for (const next of steps.slice(begun, end)) if (!crew.isStopping()) crew.intend(next)
    begun = Math.max(begun, Math.min(end, steps.length))
  }
}

/** Why a step cannot be taken now, or undefined when it can. */
export function whyNot(step: Step, { books, isStopping }: Crew): StepResult | undefined {
  const missing = step.after.find((key) => !hasSucceeded(books.get(key)))
  if (missing !== undefined) return notAttempted(step, { after: missing }, books.get(missing))
  return isStopping() ? notAttempted(step, { stopped: true }) : undefined
}

/** When a piece of work throws, no new piece is begun; those in flight are finished before it is thrown on. */
export async function eachAtMost<T>(
  limit: number,
  items: readonly T[],
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = [...items]
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift())
      await work(item).catch((error: unknown) => {
        queue.length = 0
        throw error
      })
  }
  const ended = await Promise.allSettled(Array.from({ length: Math.min(limit, items.length) }, worker))
  const broken = ended.find((end) => end.status === 'rejected')
  if (broken !== undefined) throw broken.reason
}
