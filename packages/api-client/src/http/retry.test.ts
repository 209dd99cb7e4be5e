import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AttemptOutcome, decideRetry, parseRetryAfter } from './retry.ts'

const ask = (method: string, outcome: AttemptOutcome, more: object = {}) =>
  decideRetry({ method, outcome, attempt: 1, elapsed: 0, ...more })

describe('decideRetry', () => {
  it.each(['GET', 'PUT', 'POST', 'PATCH'])(
    'repeats %s after 429, which says that nothing was processed',
    (method) => {
      expect(ask(method, { status: 429, retryAfter: 4_000 })).toEqual({ retry: true, wait: 4_000 })
    },
  )

  it('waits five seconds after a 429 that does not say how long', () => {
    expect(ask('POST', { status: 429 })).toEqual({ retry: true, wait: 5_000 })
  })

  it('repeats after 423 only where the answer says when', () => {
    expect(ask('POST', { status: 423, retryAfter: 1_000 })).toEqual({ retry: true, wait: 1_000 })
    expect(ask('GET', { status: 423 })).toEqual({ retry: false })
  })

  const unclear: AttemptOutcome[] = [
    { status: 502 },
    { status: 503 },
    { status: 504 },
    { failure: 'network' },
    { failure: 'timeout' },
  ]

  it.each(unclear)('repeats what is repeatable, and nothing that creates, after %o', (outcome) => {
    expect(ask('GET', outcome)).toEqual({ retry: true, wait: 500 })
    expect(ask('PUT', outcome)).toEqual({ retry: true, wait: 500 })
    expect(ask('PATCH', outcome, { isRepeatable: true })).toEqual({ retry: true, wait: 500 })
    expect(ask('POST', outcome)).toEqual({ retry: false })
    expect(ask('PATCH', outcome)).toEqual({ retry: false })
  })

  it.each([200, 301, 400, 401, 403, 404, 409, 412, 500])('never repeats after %i', (status) => {
    expect(ask('GET', { status, retryAfter: 1_000 })).toEqual({ retry: false })
  })

  it('waits longer each time, and at most eight seconds', () => {
    const waits = [1, 2, 3, 4, 5].map((attempt) => ask('GET', { status: 503 }, { attempt }))
    expect(waits).toEqual([500, 1_000, 2_000, 4_000, 8_000].map((wait) => ({ retry: true, wait })))
  })

  it('prefers the wait that a 503 asks for', () => {
    expect(ask('GET', { status: 503, retryAfter: 12_000 })).toEqual({ retry: true, wait: 12_000 })
  })

  it('gives up after the last attempt, and before a wait that would pass the time limit', () => {
    const limits = { attempts: 3, time: 10_000 }
    expect(ask('GET', { status: 503 }, { attempt: 3, limits })).toEqual({ retry: false })
    expect(ask('GET', { status: 429, retryAfter: 6_000 }, { elapsed: 5_000, limits })).toEqual({
      retry: false,
    })
    expect(ask('GET', { status: 429, retryAfter: 5_000 }, { elapsed: 5_000, limits })).toEqual({
      retry: true,
      wait: 5_000,
    })
  })
})

describe('parseRetryAfter', () => {
  it('reads any number of seconds', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), (seconds) => {
        expect(parseRetryAfter(` ${seconds} `, 0)).toBe(seconds * 1_000)
      }),
    )
  })

  it('reads any HTTP date as the time from now, and a past one as none', () => {
    const wholeSeconds = fc.integer({ min: 0, max: 4_000_000_000 }).map((seconds) => seconds * 1_000)
    fc.assert(
      fc.property(wholeSeconds, wholeSeconds, (date, now) => {
        expect(parseRetryAfter(new Date(date).toUTCString(), now)).toBe(Math.max(0, date - now))
      }),
    )
  })

  it.each([undefined, '', 'soon', '-1', '2026-01-05', '1e3', 'Mon, 99 Foo 2026 00:00:00 GMT'])(
    'takes %s for no answer',
    (header) => {
      expect(parseRetryAfter(header, 0)).toBeUndefined()
    },
  )

  it('never throws, and gives a time that is not negative', () => {
    fc.assert(
      fc.property(fc.string(), (header) => {
        expect(parseRetryAfter(header, 0) ?? 0).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})
