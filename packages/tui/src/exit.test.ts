import type { Problem, ProblemCode } from '@wxcc-onboard/core'
import { describe, expect, it } from 'vitest'
import { repeatable, Trouble, troubleOf, troubleOfProblems } from './exit.ts'

const problem = (code: ProblemCode): Problem => ({
  code,
  severity: 'error',
  subject: { kind: 'stage' },
  facts: {},
})

const failing = (name: string, facts: object) => Object.assign(new Error('why'), { name, ...facts })

describe('What went wrong', () => {
  it.each([
    [failing('JournalError', { code: 'read-only', path: '/x' }), 'journal.read-only', 'environment'],
    [failing('JournalError', { code: 'of-tomorrow' }), 'journal.unreadable', 'environment'],
    [failing('SandboxStateError', { path: '/x' }), 'sandbox.state', 'environment'],
    [failing('SandboxPortError', { code: 'EADDRINUSE', port: 1 }), 'port.in-use', 'environment'],
    [failing('SandboxPortError', { code: 'EACCES', port: 1 }), 'port.forbidden', 'environment'],
    [new Trouble('file.missing', { path: '/x' }), 'file.missing', 'usage'],
    [new TypeError('x is not a function'), 'program.bug', 'bug'],
    ['a string', 'program.bug', 'bug'],
  ])('%s is %s and ends with %s', (error, code, exit) => {
    const trouble = troubleOf(error)
    expect([trouble.code, trouble.exit]).toEqual([code, exit])
  })

  it.each([
    [['failure.unauthorized'], 'sign-in'],
    [['person.email-malformed', 'failure.forbidden'], 'sign-in'],
    [['failure.network'], 'environment'],
    [['journal.failed'], 'environment'],
    [['request.another-organization'], 'refused'],
    [['administrator.supervisor-excluded'], 'refused'],
    [[], 'refused'],
  ] as const)('problems %j end with %s', (codes, exit) => {
    expect(troubleOfProblems(codes.map(problem)).exit).toBe(exit)
  })

  it('is repeated without what may be a secret', () => {
    expect(repeatable('premium')).toBe('premium')
    expect(repeatable(`x ${'a'.repeat(31)} y`)).toContain('aaa')
    expect(repeatable(`x ${'aB3_'.repeat(8)} y`)).toBe('x … y')
  })
})
