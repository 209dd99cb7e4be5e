import type { Clock } from '../src/ports/clock.ts'

/** Waits after which time stands still, so that a run which nobody ends does not spin for ever. */
const mostWaits = 10_000

interface Sleeper {
  readonly due: number
  readonly wake: () => void
}

/**
 * Time that passes only when everybody waits: whenever all promises have settled, the earliest sleeper is woken and
 * it is as late as they wanted it to be.
 */
export function createVirtualClock(
  startsAt = 1_800_000_000_000,
): Clock & { readonly waits: readonly number[] } {
  const sleepers = new Set<Sleeper>()
  const waits: number[] = []
  let now = startsAt
  let isTicking = false

  async function tick(): Promise<void> {
    if (isTicking) return
    isTicking = true
    while (sleepers.size > 0) {
      await turn()
      const next = [...sleepers].toSorted((a, b) => a.due - b.due)[0]
      if (next === undefined) break
      sleepers.delete(next)
      now = Math.max(now, next.due)
      next.wake()
    }
    isTicking = false
  }

  return {
    waits,
    now: () => now,
    wait: (milliseconds, signal) => {
      if (milliseconds <= 0 || signal.aborted) return Promise.resolve()
      waits.push(milliseconds)
      return new Promise((resolve) => {
        const sleeper = { due: now + milliseconds, wake: resolve }
        signal.addEventListener('abort', () => {
          sleepers.delete(sleeper)
          resolve()
        })
        if (waits.length > mostWaits) return
        sleepers.add(sleeper)
        void tick()
      })
    },
  }
}

/** One turn of the event loop: everything that can go on without time passing goes on. */
function turn(): Promise<void> {
  const { port1, port2 } = new MessageChannel()
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(undefined)
  })
}
