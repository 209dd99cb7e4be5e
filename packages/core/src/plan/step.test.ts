import { describe, expect, it } from 'vitest'
import { observationFor, planFor } from '../../test/samples.ts'
import { secondsFor } from './forecast.ts'
import { hasSucceeded, stepOutcomes } from './step.ts'

describe('hasSucceeded', () => {
  it('lets later steps go on only after what is done or was so already', () => {
    expect(stepOutcomes.filter((outcome) => hasSucceeded({ outcome }))).toEqual(['done', 'already'])
    expect(hasSucceeded(undefined)).toBe(false)
  })
})

describe('the forecast', () => {
  it.each([
    [0, 0],
    [1, 8],
    [30, 240],
    [1_000, 6_011],
  ])('for %i new people with a license is %i calls', (count, calls) => {
    const people = Array.from({ length: count }, (_, index) => ({
      email: `p${index}@acme.example`,
      license: 'premium',
    }))
    expect(planFor({ people }).forecast).toEqual({ calls })
  })

  it('L7: takes as long as the pace says, and no time where there is none', () => {
    expect([secondsFor(6_011), secondsFor(6_011, 120), secondsFor(6_011, Number.POSITIVE_INFINITY)]).toEqual([
      1_203, 3_006, 0,
    ])
  })

  it('is only reading back where nothing is to be done', () => {
    const email = 'ada@acme.example'
    const observation = observationFor({ people: [{ email, licenseIds: ['premium-a'] }] })
    expect(planFor({ people: [{ email, license: 'premium' }] }, observation).forecast).toEqual({
      calls: 2,
    })
  })
})
