import { describe, expect, it } from 'vitest'
import { fixtures } from '../../test/fixtures.ts'
import { approvalWords, csvWords } from './wizard-csv-words.ts'

const view = fixtures['review-file']!
const file = view.file!

describe('the command that does the same with a file', () => {
  it('L3: names every decision about the file, the plan and the number of removals', () => {
    const answers = { ...file.answers, bothTrue: 'keep-premium', payers: { premium: 'Sub-A' } } as const
    expect(csvWords({ ...view, file: { ...file, answers }, acknowledged: ['csv.renamed'] })).toEqual([
      'people.csv',
      ...['--mode', 'add-and-remove', '--platform', 'new', '--repair', 'all'],
      ...['--both-true', 'keep-premium', '--subscription', 'premium=Sub-A', '--acknowledge', 'csv.renamed'],
    ])
    expect(approvalWords(view)).toEqual([
      '--approve',
      view.plan!.hash.slice(0, 12),
      '--confirm-removals',
      '1',
    ])
  })

  it('L3: names the way where a person imports the file', () => {
    expect(csvWords(fixtures['review-by-hand']!)).toEqual(expect.arrayContaining(['--via', 'control-hub']))
    expect(csvWords(view)).not.toContain('--via')
  })

  it('L3: is none where repairs were agreed to one by one, or where there is no plan yet', () => {
    const each = { ...file, answers: { ...file.answers, repair: 'each' } } as const
    expect(csvWords({ ...view, file: each })).toBeUndefined()
    expect(csvWords(fixtures['mode']!)).toBeUndefined()
    expect(csvWords(fixtures['review']!)).toBeUndefined()
  })
})
