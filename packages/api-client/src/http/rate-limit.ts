import type { Dispatcher } from 'undici'
import { createLane, type Lane, type Leave } from './lane.ts'
import type { ObservedOptions } from './observe.ts'

/** One lane for each API host, shared by all its requests: hosts count by themselves. */
export type RateLimit = (origin: string) => Lane

/** Time, injected. */
export interface Time {
  /** Epoch milliseconds. */
  now(): number
  /** Resolves after so many milliseconds, or early when the signal aborts. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>
}

/** @param budget Requests a minute that each host allows; `Infinity` for as many as it takes. */
export function createRateLimit(time: Time, budget: number): RateLimit {
  const lanes = new Map<string, Lane>()
  return (origin) => {
    const known = lanes.get(origin)
    if (known !== undefined) return known
    const lane = createLane(time, budget)
    lanes.set(origin, lane)
    return lane
  }
}

/** What the interceptors of this folder read from a request beside undici's own options. */
interface SignaledOptions extends ObservedOptions {
  signal?: AbortSignal
}

/** Has every attempt, repeated ones too, wait for its place. */
export function keepPace(rateLimit: RateLimit): Dispatcher.DispatcherComposeInterceptor {
  return (dispatch) => (options: SignaledOptions, handler) => {
    const lane = rateLimit(String(options.origin))
    const send = (leave: Leave) => {
      try {
        return dispatch(leaving(options, leave), handler)
      } catch (error) {
        leave({ failure: 'not sent' })
        throw error
      }
    }
    const place = lane.enterNow()
    if (place !== undefined) return send(place)
    lane
      .enter(options.signal ?? AbortSignal.any([]))
      .then(send)
      .catch((error) => refuse(handler, error))
    return true
  }
}

const leaving = (options: ObservedOptions, leave: Leave): ObservedOptions => ({
  ...options,
  onAttemptEnd: (end) => {
    leave(end)
    options.onAttemptEnd?.(end)
  },
})

/** Ends a request that never got to a connection, and so has no controller. */
export function refuse(handler: Dispatcher.DispatchHandler, error: Error): void {
  handler.onResponseError?.(noConnection, error)
}

const noConnection: Dispatcher.DispatchController = {
  aborted: false,
  paused: false,
  reason: null,
  abort: () => {},
  pause: () => {},
  resume: () => {},
}
