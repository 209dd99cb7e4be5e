import { describe, expect, it } from 'vitest'
import { problemOfFailure } from './outcome.ts'
import { isBlocking, type Problem, problemCodes } from './problem.ts'
import { manualRouteRules } from './rule.ts'

function problem(severity: Problem['severity']): Problem {
  return { code: 'license.units-short', severity, subject: { kind: 'license' }, facts: {} }
}

describe('isBlocking', () => {
  it.each([
    ['error', [], true],
    ['error', ['license.units-short'], true],
    ['question', [], true],
    ['question', ['license.kept'], true],
    ['question', ['license.units-short'], false],
    ['warning', [], false],
    ['notice', [], false],
  ] as const)('a problem of severity %s with %j acknowledged: %s', (severity, acknowledged, isIt) => {
    expect(isBlocking(problem(severity), acknowledged)).toBe(isIt)
  })
})

describe('problemCodes', () => {
  it('has each code once', () => {
    expect([...new Set(problemCodes)]).toEqual(problemCodes)
  })
})

describe('problemOfFailure', () => {
  it('tells all that the failure has, under the code of its kind', () => {
    expect(
      problemOfFailure(
        {
          kind: 'rate-limited',
          operation: 'GET /people',
          message: 'Too many requests',
          status: 429,
          trackingId: 'T-1',
        },
        { kind: 'person', email: 'ada@acme.example', row: 3 },
      ),
    ).toEqual({
      code: 'failure.rate-limited',
      severity: 'error',
      subject: { kind: 'person', email: 'ada@acme.example', row: 3 },
      facts: { operation: 'GET /people', message: 'Too many requests', status: 429, trackingId: 'T-1' },
    })
  })

  it('PRE-1: an address of another organization is the matter of its trial account', () => {
    expect(
      problemOfFailure({ kind: 'another-organization', operation: 'POST /people', message: 'taken' }),
    ).toEqual({
      code: 'failure.another-organization',
      severity: 'error',
      rule: 'PRE-1',
      subject: { kind: 'stage' },
      facts: { operation: 'POST /people', message: 'taken' },
    })
  })
})

describe('manualRouteRules', () => {
  it('has every rule of the manual route once, in the order of the procedure', () => {
    const rules = manualRouteRules()
    expect(rules).toHaveLength(63)
    expect(new Set(rules).size).toBe(63)
    expect([rules[0], rules[6], rules.at(-1)]).toEqual(['PLAT-1', 'PRE-1', 'SYNC-4'])
  })
})
