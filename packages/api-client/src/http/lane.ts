import PQueue from 'p-queue'
import type { AttemptEnd } from './observe.ts'
import { learntBudget, minute, nextStart } from './pace.ts'
import type { Time } from './rate-limit.ts'

/** To be called when the attempt that has the place ends. */
export type Leave = (end: AttemptEnd) => void

/** The way to one origin, shared by everybody who sends to it. */
export interface Lane {
  /** A place for one attempt, where there is one now and nobody waits for one. */
  enterNow(): Leave | undefined
  /** A place, in the order of asking. Rejects with the signal's reason. */
  enter(signal: AbortSignal): Promise<Leave>
  /** After a 429: nobody enters for so many milliseconds, and the pace of what follows is learnt. */
  refuse(wait: number): void
}

/** How far a start that came late, because timers do, may be caught up with. */
const slack = 5_000

/** A lowered budget is tried a little higher after so long without a refusal. */
const quiet = 10 * minute

/** Several refusals without an accepted request between them are one. */
interface Episode {
  readonly budget: number
  readonly accepted: number
  readonly since: number
  readonly isFirst: boolean
  readonly begun: number
  refusals: number
}

/**
 * A place is taken from the sending until a minute after the answer. However long requests travel, the server then never
 * sees more than the budget in any minute, be its minutes fixed or sliding.
 */
export function createLane(time: Time, declared: number): Lane {
  const queue = new PQueue({ concurrency: 1 })
  const books = createBooks(time)
  let budget = declared
  let most = declared
  let changedAt = 0
  let heldUntil = 0
  let episode: Episode | undefined
  let isEven = false

  const relax = (now: number) => {
    if (budget >= most || now - changedAt < quiet) return
    budget = Math.min(most, Math.ceil(budget * 1.25))
    changedAt = now
  }
  const next = (now: number) => nextStart({ budget, isEven, ...books.state(now) })
  const waiting = (): number => {
    const shift = books.notice()
    heldUntil += shift
    changedAt += shift
    const now = time.now()
    relax(now)
    return Math.max(0, Math.ceil(Math.max(heldUntil, next(now)) - now))
  }
  const take = (): Leave => {
    const entered = time.now()
    const due = next(entered)
    const end = books.start(entered, due === 0 ? entered : Math.min(entered, Math.max(due, entered - slack)))
    return (how) => {
      const isAccepted = 'status' in how && how.status !== 429
      end(isAccepted)
      if (isAccepted && episode !== undefined && entered >= episode.begun) episode = undefined
    }
  }
  const learn = (known: Episode, now: number, wait: number) => {
    budget = learntBudget({ ...known, span: now + wait - known.since })
    if (!known.isFirst) most = Math.min(most, budget)
    changedAt = now
    isEven = true
  }

  return {
    enterNow: () => (queue.size + queue.pending > 0 || waiting() > 0 ? undefined : take()),
    enter: (signal) =>
      queue.add(
        async () => {
          for (let wait = waiting(); wait > 0; wait = waiting()) {
            await time.wait(wait, signal)
            signal.throwIfAborted()
          }
          return take()
        },
        { signal },
      ),
    refuse: (wait) => {
      const now = time.now()
      const isHeld = heldUntil > now
      heldUntil = Math.max(heldUntil, now + wait)
      // Those that were on their way when the first was refused tell nothing new.
      if (isHeld) return
      episode ??= { budget, begun: now, refusals: 0, isFirst: !isEven, ...books.accepted(now) }
      // Refused again after the wait that was asked for: the wait was too short.
      heldUntil = now + Math.max(wait, Math.min(minute, wait * 2 ** episode.refusals))
      episode.refusals += 1
      learn(episode, now, heldUntil - now)
    },
  }
}

interface Ended {
  readonly started: number
  readonly at: number
  readonly isAccepted: boolean
}

/** Who is on the way, and who was answered within the last minute. */
function createBooks(time: Time) {
  let onTheWay = 0
  let ended: Ended[] = []
  let lastStart = 0
  let seen = time.now()
  const forget = (now: number) => {
    const old = ended.findIndex(({ at }) => at + minute > now)
    ended.splice(0, old < 0 ? ended.length : old)
  }
  return {
    /** A clock that was set back must not make anybody wait for so long: everything moves with it. */
    notice(): number {
      const shift = Math.min(0, time.now() - seen)
      seen = time.now()
      if (shift === 0) return 0
      lastStart += shift
      ended = ended.map((one) => ({ ...one, started: one.started + shift, at: one.at + shift }))
      return shift
    },
    state(now: number) {
      forget(now)
      return { taken: onTheWay + ended.length, firstFree: (ended[0]?.at ?? now) + minute, lastStart }
    },
    accepted(now: number) {
      forget(now)
      const good = ended.filter(({ isAccepted }) => isAccepted)
      return { accepted: good.length, since: good[0]?.started ?? now }
    },
    start(now: number, counted: number) {
      onTheWay += 1
      lastStart = counted
      let isOver = false
      return (isAccepted: boolean) => {
        if (isOver) return
        isOver = true
        onTheWay -= 1
        ended.push({ started: now, at: time.now(), isAccepted })
      }
    },
  }
}
