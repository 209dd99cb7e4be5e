import type { Dispatcher } from 'undici'

/** One pause per API host, shared by all its requests, so that workers don't storm a host that asked for quiet. */
export interface RateLimit {
  /** Nothing is sent to the origin for so many milliseconds. */
  hold(origin: string, milliseconds: number): void
  /** Whether a request to the origin has to wait. */
  isHeld(origin: string): boolean
  /** Resolves when something may be sent to the origin, or when the signal aborts. */
  ready(origin: string, signal: AbortSignal): Promise<void>
}

/** Time, injected. */
export interface Time {
  /** Epoch milliseconds. */
  now(): number
  /** Resolves after so many milliseconds, or early when the signal aborts. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>
}

export function createRateLimit(time: Time): RateLimit {
  const until = new Map<string, number>()
  const remaining = (origin: string): number => Math.max(0, (until.get(origin) ?? 0) - time.now())
  return {
    hold: (origin, milliseconds) => {
      until.set(origin, Math.max(until.get(origin) ?? 0, time.now() + milliseconds))
    },
    isHeld: (origin) => remaining(origin) > 0,
    ready: async (origin, signal) => {
      // Another 429 may have prolonged the pause meanwhile.
      while (remaining(origin) > 0 && !signal.aborted) await time.wait(remaining(origin), signal)
    },
  }
}

/** What the interceptors of this folder read from a request beside undici's own options. */
interface SignaledOptions extends Dispatcher.DispatchOptions {
  signal?: AbortSignal
}

/** Holds every attempt back, repeated ones too, while its origin is paused. */
export function respectPause(rateLimit: RateLimit): Dispatcher.DispatcherComposeInterceptor {
  return (dispatch) => (options: SignaledOptions, handler) => {
    const origin = String(options.origin)
    if (!rateLimit.isHeld(origin)) return dispatch(options, handler)
    const signal = options.signal ?? AbortSignal.any([])
    rateLimit
      .ready(origin, signal)
      .then(() => (signal.aborted ? refuse(handler, signal.reason) : dispatch(options, handler)))
      .catch((error) => refuse(handler, error))
    return true
  }
}

/** Ends a request that never got to a connection, and so has no controller. */
function refuse(handler: Dispatcher.DispatchHandler, error: Error): void {
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
