import type { Problem } from '@wxcc-onboard/core'
import { describe, expect, it } from 'vitest'
import { texts } from '../../test/show.tsx'
import { problem } from '../../test/views.ts'
import { problemsLines } from './problems.ts'

function of(row: number, code: Problem['code'], change: Partial<Problem> = {}): Problem {
  const email = `person${row}@example.com`
  return problem(code, {
    subject: { kind: 'person', email, row },
    ...change,
    facts: { row, email, ...change.facts },
  })
}

function told(problems: readonly Problem[], width = 90): string[] {
  return problemsLines(problems, texts, width).map(({ segments }) =>
    segments.map(({ text }) => text).join(''),
  )
}

describe('what there is to say', () => {
  it('names one person by row and address, with what to do', () => {
    expect(told([of(2, 'person.first-name-missing', { rule: 'ENTRY-6' })])).toEqual([
      '✗ error: Row 2 · person2@example.com: The first name is missing. (ENTRY-6)',
      '    Next: Enter it, or enter people by e-mail address only.',
    ])
  })

  it('says the same of many once, with their rows and one next step', () => {
    const rows = [2, 3, 5, ...Array.from({ length: 20 }, (_, index) => 9 + index)]
    expect(told(rows.map((row) => of(row, 'person.first-name-missing', { rule: 'ENTRY-6' })))).toEqual([
      '✗ error: 23 people: The first name is missing – rows 2, 3, 5, 9–28 (ENTRY-6)',
      '    Next: Enter it, or enter people by e-mail address only.',
    ])
  })

  it('has one sentence for all where each would have its own', () => {
    const names = ['Ada', 'Grace'].map((name, index) =>
      of(index + 1, 'person.names-unused', { severity: 'notice', facts: { name } }),
    )
    expect(told(names, 120)).toEqual([
      'i note: 2 people: The names are left out; to use them choose "Names and e-mail address" above – rows 1, 2',
    ])
  })

  it('tells what differs one by one, and counts the rest', () => {
    const failures = ['a', 'b', 'c', 'd', 'e'].map((message, index) =>
      of(index + 1, 'failure.network', { facts: { message } }),
    )
    expect(told(failures)).toEqual([
      '✗ error: Row 1 · person1@example.com: Webex cannot be reached: a',
      '✗ error: Row 2 · person2@example.com: Webex cannot be reached: b',
      '✗ error: Row 3 · person3@example.com: Webex cannot be reached: c',
      '    and 2 more like this',
      '    Next: Check the network and the proxy, then retry.',
    ])
  })

  it('tells the gravest first', () => {
    const problems = [
      problem('invitation.irrevocable', { severity: 'warning', facts: { people: 2 } }),
      problem('people.none'),
    ]
    expect(told(problems)[0]).toBe('✗ error: Nobody has been entered yet.')
  })

  it('names people by address where they have no row', () => {
    const noted = ['ada@example.com', 'grace@example.com'].map((email) =>
      problem('trial-account.not-entered', { severity: 'warning', subject: { kind: 'person', email } }),
    )
    expect(told(noted, 200)[0]).toBe(
      '! warning: 2 people: Have a trial account noted, but are not among the people entered – ada@example.com and grace@example.com',
    )
  })
})
