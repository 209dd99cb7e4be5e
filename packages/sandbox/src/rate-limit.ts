/** Seconds until the next request is welcome; 0 when it is welcome now. */
export type RateLimit = (client: string, now: number) => number

const minute = 60_000

/** Counts the requests of every client in fixed minutes from its first one. */
export function createRateLimit(requestsPerMinute: number): RateLimit {
  const windows = new Map<string, { start: number; count: number }>()
  return (client, now) => {
    const known = windows.get(client)
    const current = known === undefined || now - known.start >= minute ? { start: now, count: 0 } : known
    windows.set(client, current)
    if (current.count >= requestsPerMinute) return Math.ceil((current.start + minute - now) / 1000)
    current.count += 1
    return 0
  }
}
