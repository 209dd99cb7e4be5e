import { signInReasons } from '@wxcc-onboard/core'
import { describe, expect, it } from 'vitest'
import { texts } from '../../test/show.tsx'
import { signInSteps } from './sign-in-steps.ts'

describe('what is left to do so that everyone can sign in', () => {
  it('is nothing when nothing is missing', () => {
    expect(signInSteps([{ why: [] }, { why: [] }])).toEqual([])
  })

  it('is each thing once, with how many it concerns', () => {
    expect(
      signInSteps([
        { why: ['invitation-pending', 'not-synchronized'] },
        { why: ['invitation-pending', 'team-missing', 'desktop-profile-missing'] },
        { why: ['desktop-profile-missing'] },
      ]),
    ).toEqual([
      { step: 'not-synchronized', people: 1 },
      { step: 'agent-details', people: 2 },
      { step: 'invitation-pending', people: 2 },
    ])
  })

  it.each(signInReasons)('has a sentence for the reason %s', (reason) => {
    const [found] = signInSteps([{ why: [reason] }])
    expect(texts.t(`signIn.next.${found!.step}`, { people: 1 })).toMatch(/\.$/)
  })
})
