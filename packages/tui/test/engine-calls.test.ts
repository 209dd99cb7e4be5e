import { walkToReview } from '@wxcc-onboard/core'
import { expect, it } from 'vitest'
import { openEngine } from './engine.ts'

it('CSV: takes at most 1.05 calls for each of 1,000 new licensed people, from signing in to the report', async () => {
  const engine = await openEngine({ units: 2_000 })
  const onboarding = engine.open({
    route: 'csv',
    sameForAll: { license: 'standard', administrator: 'keep' },
    people: Array.from({ length: 1_000 }, (_, index) => ({ email: `new.${index}@acme.example` })),
  })
  const { plan } = await walkToReview(onboarding)
  onboarding.send({ type: 'plan.approve', hash: plan?.hash ?? '' })
  const { report } = await onboarding.done
  expect(report?.counts.done).toBe(1_000)
  expect(engine.sandbox.requests().length).toBeLessThanOrEqual(1_050)
  await engine.close()
})
