import { describe, expect, it } from 'vitest'
import { observationFor, planFor } from '../../test/samples.ts'
import { hasSucceeded, stepOutcomes } from './step.ts'

describe('hasSucceeded', () => {
  it('lets later steps go on only after what is done or was so already', () => {
    expect(stepOutcomes.filter((outcome) => hasSucceeded({ outcome }))).toEqual(['done', 'already'])
    expect(hasSucceeded(undefined)).toBe(false)
  })
})

describe('the forecast', () => {
  it.each([
    [0, { calls: 0, seconds: 0 }],
    [1, { calls: 8, seconds: 2 }],
    [30, { calls: 240, seconds: 48 }],
    [1_000, { calls: 6_011, seconds: 1_203 }],
  ])('for %i new people with a license is %j', (count, forecast) => {
    const people = Array.from({ length: count }, (_, index) => ({
      email: `p${index}@acme.example`,
      license: 'premium',
    }))
    expect(planFor({ people }).forecast).toEqual(forecast)
  })

  it('is only reading back where nothing is to be done', () => {
    const email = 'ada@acme.example'
    const observation = observationFor({ people: [{ email, licenseIds: ['premium-a'] }] })
    expect(planFor({ people: [{ email, license: 'premium' }] }, observation).forecast).toEqual({
      calls: 2,
      seconds: 1,
    })
  })
})
