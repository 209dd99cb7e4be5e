/** What a scripted fault makes the sandbox do instead of its usual answer. */
export type FaultAnswer =
  /** Answers `status` without any effect; `retryAfter` is seconds or an HTTP date; `html` is a gateway's page. */
  | { kind: 'status'; status: number; retryAfter?: string; html?: boolean }
  /** Waits, then answers as usual. */
  | { kind: 'slow'; milliseconds: number }
  /** Destroys the connection before or after the effect. */
  | { kind: 'reset'; when: 'before' | 'after' }
  /** `PATCH /v1/licenses/users` applies its first change only and answers 206. */
  | { kind: 'partial' }
  /** Answers as usual and keeps nothing of it. */
  | { kind: 'unchanged' }
  /** Keeps the effect and answers an error. */
  | { kind: 'error-after-effect'; status: number }

/** A scripted misbehavior of the sandbox. */
export interface Fault {
  match: {
    /** HTTP method; any when absent. */
    method?: string
    /** Source of a regular expression tested on the path, without the query. */
    path: string
    /** Source of a regular expression tested on the request body. */
    body?: string
  }
  /** @default 1 */
  times?: number
  answer: FaultAnswer
}

export interface FaultScript {
  add(fault: Fault): void
  clear(): void
  list(): readonly Fault[]
  /** The answer of the oldest fault that matches, which is used up by this. */
  take(request: { method: string; path: string; body: string }): FaultAnswer | undefined
}

interface Armed {
  readonly fault: Fault
  readonly path: RegExp
  readonly body: RegExp | undefined
  left: number
}

export function createFaultScript(initial: readonly Fault[]): FaultScript {
  let armed = initial.map(arm)
  return {
    add: (fault) => {
      armed.push(arm(fault))
    },
    clear: () => {
      armed = []
    },
    list: () => armed.map(({ fault, left }) => ({ ...fault, times: left })),
    take: (request) => {
      const hit = armed.find((candidate) => matches(candidate, request))
      if (hit === undefined) return undefined
      hit.left -= 1
      armed = armed.filter(({ left }) => left > 0)
      return hit.fault.answer
    },
  }
}

function arm(fault: Fault): Armed {
  const { path, body } = fault.match
  return {
    fault,
    path: new RegExp(path),
    body: body === undefined ? undefined : new RegExp(body),
    left: fault.times ?? 1,
  }
}

function matches(armed: Armed, request: { method: string; path: string; body: string }): boolean {
  const { method } = armed.fault.match
  if (method !== undefined && method.toUpperCase() !== request.method) return false
  return armed.path.test(request.path) && (armed.body?.test(request.body) ?? true)
}
