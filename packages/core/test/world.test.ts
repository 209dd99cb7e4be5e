import { describe, expect, it } from 'vitest'
import { approve, createWorld, openRun, requestFor } from './world.ts'

describe('the world of the tests', () => {
  it('has whoever a run added, once their writes show', async () => {
    const world = createWorld({ visibleAfter: 2_000, synchronizedAfter: 5_000, hasDesk: true })
    const people = [{ email: 'ada@acme.example', license: 'premium', administrator: 'full' }]
    const onboarding = openRun(world, requestFor({ people }))
    await approve(onboarding)
    const { report } = await onboarding.done
    expect(report?.counts.done).toBe(1)
    expect(world.person('ada@acme.example')).toEqual({
      id: 'person-1',
      email: 'ada@acme.example',
      status: 'pending',
      licenseIds: ['premium-a'],
      administrator: 'full',
    })
    expect(world.user('ada@acme.example')?.profile).toBe('administrator')
    expect(world.pools().map(({ assigned }) => assigned)).toEqual([0, 1])
  })

  it('has time pass in the order in which waits end', async () => {
    const { clock } = createWorld()
    const { signal } = new AbortController()
    const began = clock.now()
    const order: number[] = []
    await Promise.all(
      [300, 100, 200].map(async (milliseconds) => {
        await clock.wait(milliseconds, signal)
        order.push(clock.now() - began)
      }),
    )
    expect(order).toEqual([100, 200, 300])
  })
})
