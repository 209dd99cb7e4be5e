import { expect, it } from 'vitest'
import { createRateLimit } from './rate-limit.ts'

function createTime() {
  let time = 0
  const waits: number[] = []
  return {
    waits,
    now: () => time,
    wait: async (milliseconds: number) => {
      waits.push(milliseconds)
      time += milliseconds
    },
  }
}

const never = AbortSignal.any([])

it('holds the origin that asked for it, and no other', () => {
  const limit = createRateLimit(createTime())
  limit.hold('https://a.example', 4_000)
  expect([limit.isHeld('https://a.example'), limit.isHeld('https://b.example')]).toEqual([true, false])
})

it('is ready at once where nothing holds', async () => {
  const time = createTime()
  await createRateLimit(time).ready('https://a.example', never)
  expect(time.waits).toEqual([])
})

it('keeps the longer of two pauses', async () => {
  const time = createTime()
  const limit = createRateLimit(time)
  limit.hold('https://a.example', 4_000)
  limit.hold('https://a.example', 1_000)
  await limit.ready('https://a.example', never)
  expect(time.waits).toEqual([4_000])
  expect(limit.isHeld('https://a.example')).toBe(false)
})

it('waits on when the pause is prolonged meanwhile', async () => {
  const time = createTime()
  const limit = createRateLimit({
    now: time.now,
    wait: async (milliseconds) => {
      if (time.waits.length === 0) limit.hold('https://a.example', 6_000)
      await time.wait(milliseconds)
    },
  })
  limit.hold('https://a.example', 4_000)
  await limit.ready('https://a.example', never)
  expect(time.waits).toEqual([4_000, 2_000])
})

it('ends the waiting when the signal aborts', async () => {
  const aborting = new AbortController()
  const limit = createRateLimit({ now: () => 0, wait: async () => aborting.abort() })
  limit.hold('https://a.example', 4_000)
  await limit.ready('https://a.example', aborting.signal)
  expect(limit.isHeld('https://a.example')).toBe(true)
})
