/** One request to the APIs of the sandbox. The query is left out: it holds addresses and cursors. */
export interface RecordedRequest {
  /** ISO 8601, by the sandbox's clock. */
  readonly at: string
  readonly method: string
  readonly path: string
  /** HTTP status; 0 where the connection was destroyed. */
  readonly status: number
  readonly trackingId: string
}

export interface RequestLog {
  add(request: RecordedRequest): void
  list(): readonly RecordedRequest[]
}

const mostKept = 10_000

export function createRequestLog(): RequestLog {
  const requests: RecordedRequest[] = []
  return {
    add: (request) => {
      requests.push(request)
      if (requests.length > mostKept) requests.shift()
    },
    list: () => [...requests],
  }
}
