import { describe, expect, it } from 'vitest'
import { draftFor } from '../../test/samples.ts'
import { emptyDraft } from '../intake/draft.ts'
import { checkPlatform } from './platform.ts'

describe('checkPlatform', () => {
  it('PLAT-6: nobody goes on to licenses without an answer', () => {
    expect(
      checkPlatform(emptyDraft(), { suggestion: 'new', evidence: 'contact-center-api-answers' }),
    ).toEqual([
      {
        code: 'platform.unanswered',
        severity: 'error',
        rule: 'PLAT-6',
        subject: { kind: 'stage' },
        facts: { field: 'Webex Contact Center platform (details)' },
      },
    ])
  })

  it.each([
    ['1.0', 'contact-center-api-answers', '1.0'],
    ['new', 'contact-center-api-refuses', 'New platform'],
  ] as const)('PLAT-3: the answer %s counts although %s, with a warning', (platform, evidence, answered) => {
    expect(checkPlatform(draftFor({ platform }), { evidence })).toEqual([
      {
        code: 'platform.evidence-differs',
        severity: 'warning',
        rule: 'PLAT-3',
        subject: { kind: 'stage' },
        facts: { field: 'Webex Contact Center platform (details)', answered, evidence },
      },
    ])
  })

  it.each([
    ['PLAT-4', '1.0', { evidence: 'contact-center-api-refuses' }],
    ['PLAT-5', 'new', { evidence: 'contact-center-api-answers' }],
    ['PLAT-4', '1.0', { evidence: 'none' }],
    ['PLAT-5', 'new', { evidence: 'none' }],
    ['PLAT-5', 'new', undefined],
  ] as const)('%s: nothing speaks against %s when the API says %j', (_, platform, reading) => {
    expect(checkPlatform(draftFor({ platform }), reading)).toEqual([])
  })
})
