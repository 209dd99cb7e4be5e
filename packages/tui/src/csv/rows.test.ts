import type { PersonReport, StepOutcome } from '@wxcc-onboard/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { balanceOf, isConserved, isToBeTriedAgain, rowOutcomes, rowResults, unseenIn } from './rows.ts'

const outcomes: readonly StepOutcome[] = [
  'done',
  'already',
  'unchanged',
  'invisible',
  'failed',
  'waiting',
  'skipped',
  'not-attempted',
]

/** What can come of one row: rejected, failed or seen in an import, then in a run, or in no run at all. */
const fate = fc.record({
  isRejected: fc.boolean(),
  run: fc.option(fc.constantFrom(...outcomes), { nil: undefined }),
})

describe('rows in are rows out', () => {
  it('every row is told once, in the order of the file, whatever came of it', () => {
    fc.assert(
      fc.property(fc.array(fate, { maxLength: 40 }), fc.boolean(), (fates, isShuffled) => {
        const all = fates.map((one, index) => ({ ...one, line: index + 2, email: `P${index}@acme.example` }))
        const people = all
          .filter(({ isRejected, run }) => !isRejected && run !== undefined)
          .map(
            ({ email, run }) =>
              ({ email: email.toLowerCase(), outcome: run, problems: [] }) as unknown as PersonReport,
          )
        const results = rowResults(
          {
            reading: {
              rows: all.filter(({ isRejected }) => !isRejected),
              rejected: all.filter(({ isRejected }) => isRejected).map((row) => ({ ...row, problems: [] })),
            },
          },
          { people: isShuffled ? people.toReversed() : people },
        )
        expect(results.map(({ line, email }) => [line, email])).toEqual(
          all.map(({ line, email }) => [line, email]),
        )
        const balance = balanceOf(results, all.length)
        expect(isConserved(balance)).toBe(true)
        expect(unseenIn(results)).toBe(
          all.filter(({ isRejected, run }) => !isRejected && run === 'invisible').length,
        )
        expect(balance.rejected).toBe(all.filter(({ isRejected }) => isRejected).length)
        for (const [index, { outcome, waitsFor }] of results.entries()) {
          const { isRejected, run } = all[index] ?? {}
          if (isRejected) expect(outcome).toBe('rejected')
          else if (run === 'unchanged') expect(outcome).toBe('failed')
          else if (run === 'invisible') expect([outcome, waitsFor]).toEqual(['waiting', 'reading'])
          else expect(outcome).toBe(run ?? 'not-attempted')
        }
      }),
    )
  })

  it('a row that is lost or told twice is not balanced', () => {
    const results = rowResults(
      { reading: { rows: [{ line: 2, email: 'a@acme.example' }], rejected: [] } },
      undefined,
    )
    expect([0, 1, 2].map((rowsIn) => isConserved(balanceOf(results, rowsIn)))).toEqual([false, true, false])
  })

  it('what is tried again is what was neither done nor left to a person', () => {
    const row = { line: 2, email: 'a@acme.example', problems: [] }
    expect(rowOutcomes.filter((outcome) => isToBeTriedAgain({ ...row, outcome }))).toEqual([
      'failed',
      'not-attempted',
      'rejected',
    ])
  })
})
