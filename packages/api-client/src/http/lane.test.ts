import { describe, expect, it } from 'vitest'
import { createLane, type Lane } from './lane.ts'
import { minute } from './pace.ts'
import { createRateLimit } from './rate-limit.ts'

function createTime() {
  let time = 1_000_000
  const waits: number[] = []
  return {
    waits,
    now: () => time,
    pass: (milliseconds: number) => {
      time += milliseconds
    },
    wait: async (milliseconds: number) => {
      waits.push(milliseconds)
      time += milliseconds
    },
  }
}

type Time = ReturnType<typeof createTime>

/** Milliseconds to wait, or 0 when the request is accepted. */
type Server = (now: number) => number

/** Minutes that begin with the first request, as the sandbox has them. */
function fixedMinutes(budget: number, usedUp = 0): Server {
  let start = Number.NEGATIVE_INFINITY
  let count = usedUp
  return (now) => {
    if (now - start >= minute) {
      count = start === Number.NEGATIVE_INFINITY ? usedUp : 0
      start = now
    }
    count += 1
    return count > budget ? Math.ceil((start + minute - now) / 1000) * 1000 : 0
  }
}

function slidingMinutes(budget: number): Server {
  const accepted: number[] = []
  return (now) => {
    while ((accepted[0] ?? now) <= now - minute) accepted.shift()
    if (accepted.length >= budget) return Math.ceil(((accepted[0] ?? now) + minute - now) / 1000) * 1000
    accepted.push(now)
    return 0
  }
}

interface Sending {
  readonly count: number
  readonly latency?: number
  /** Whether the server says how long to wait. */
  readonly tells?: boolean
}

const never = AbortSignal.any([])

/** Sends so many requests, each until it is accepted. Times are milliseconds from the first. */
async function send(lane: Lane, server: Server, time: Time, { count, latency = 50, tells = true }: Sending) {
  const begin = time.now()
  const accepted: number[] = []
  const refused: number[] = []
  while (accepted.length < count) {
    const leave = lane.enterNow() ?? (await lane.enter(never))
    const at = time.now() - begin
    const wait = server(time.now())
    time.pass(latency)
    leave({ status: wait === 0 ? 200 : 429 })
    if (wait === 0) accepted.push(at)
    else {
      refused.push(at)
      lane.refuse(tells ? wait : 5_000)
    }
  }
  return { accepted, refused, took: time.now() - begin }
}

/** The least of all full minutes that follow each other from a moment on. */
function leastMinute(accepted: readonly number[], from: number): number {
  const last = accepted.at(-1) ?? 0
  const counts: number[] = []
  for (let start = from; start + minute <= last; start += minute)
    counts.push(accepted.filter((at) => at >= start && at < start + minute).length)
  return Math.min(...counts)
}

const longestSilence = (accepted: readonly number[]): number =>
  Math.max(...accepted.map((at, index) => at - (accepted[index - 1] ?? at)))

describe('a declared budget', () => {
  for (const [name, server] of [
    ['fixed', fixedMinutes(300)],
    ['sliding', slidingMinutes(300)],
  ] as const)
    it(`M12: is kept to and used to 95 % where minutes are ${name}, and nobody waits long`, async () => {
      const time = createTime()
      const { accepted, refused } = await send(createLane(time, 300), server, time, { count: 1_500 })
      expect(refused).toEqual([])
      expect(leastMinute(accepted, 0)).toBeGreaterThanOrEqual(285)
      expect(longestSilence(accepted)).toBeLessThan(2_000)
    })

  it('lets a small run go as fast as it can', async () => {
    const time = createTime()
    await send(createLane(time, 300), fixedMinutes(300), time, { count: 150 })
    expect(time.waits).toEqual([])
  })

  it('counts a request until a minute after its answer, however late it reached the server', async () => {
    const time = createTime()
    const lane = createLane(time, 2)
    const slow = await lane.enter(never)
    time.pass(30_000)
    slow({ status: 200 })
    ;(await lane.enter(never))({ status: 200 })
    time.waits.length = 0
    await lane.enter(never)
    expect(time.now() - 1_000_000).toBe(90_000)
  })

  it('is no budget where it is infinite', async () => {
    const time = createTime()
    await send(createLane(time, Number.POSITIVE_INFINITY), () => 0, time, { count: 5_000, latency: 1 })
    expect(time.waits).toEqual([])
  })
})

describe('after a 429', () => {
  for (const [name, declared, server] of [
    ['a budget that was declared too high', 600, fixedMinutes(300)],
    ['a budget that was declared too high, sliding', 600, slidingMinutes(300)],
    ['a budget that nobody declared', Number.POSITIVE_INFINITY, fixedMinutes(300)],
  ] as const)
    it(`M12: learns ${name}: no second 429, and 95 % of it used`, async () => {
      const time = createTime()
      const { accepted, refused } = await send(createLane(time, declared), server, time, { count: 1_500 })
      expect(refused.length).toBe(1)
      expect(leastMinute(accepted, minute)).toBeGreaterThanOrEqual(285)
    })

  it('waits longer and longer where the answer does not say how long', async () => {
    const time = createTime()
    const lane = createLane(time, 300)
    const { accepted, refused } = await send(lane, fixedMinutes(100), time, { count: 500, tells: false })
    expect(refused.length).toBeLessThan(6)
    expect(leastMinute(accepted, 2 * minute)).toBeGreaterThan(70)
  })

  it('keeps its budget where somebody else had used the minute up', async () => {
    const time = createTime()
    const { accepted, refused } = await send(createLane(time, 300), fixedMinutes(300, 290), time, {
      count: 1_200,
    })
    expect(refused.length).toBe(1)
    expect(leastMinute(accepted, minute)).toBeGreaterThanOrEqual(285)
  })

  it('tries a little more after ten quiet minutes, and never again what was refused', async () => {
    const time = createTime()
    const lane = createLane(time, 600)
    const { refused, took } = await send(lane, fixedMinutes(200), time, { count: 8_000 })
    expect(refused.length).toBe(2)
    expect(took).toBeLessThan(45 * minute)
  })

  it('holds everybody back, also those who asked before', async () => {
    const time = createTime()
    const lane = createLane(time, 300)
    const leave = lane.enterNow()
    leave?.({ status: 429 })
    lane.refuse(4_000)
    lane.refuse(1_000)
    expect(lane.enterNow()).toBe(undefined)
    await lane.enter(never)
    expect(time.waits).toEqual([4_000])
  })

  it('waits on when the pause is prolonged meanwhile', async () => {
    const time = createTime()
    const lane: Lane = createLane(
      {
        now: time.now,
        wait: async (milliseconds) => {
          if (time.waits.length === 0) lane.refuse(6_000)
          await time.wait(milliseconds)
        },
      },
      300,
    )
    lane.refuse(4_000)
    await lane.enter(never)
    expect(time.waits).toEqual([4_000, 2_000])
  })
})

it('holds the origin that asked for it, and no other', () => {
  const rateLimit = createRateLimit(createTime(), 300)
  rateLimit('https://a.example').refuse(4_000)
  expect([
    rateLimit('https://a.example').enterNow(),
    typeof rateLimit('https://b.example').enterNow(),
  ]).toEqual([undefined, 'function'])
})

it('ends the waiting when the signal aborts', async () => {
  const aborting = new AbortController()
  const lane = createLane({ now: () => 0, wait: async () => aborting.abort(new Error('enough')) }, 300)
  lane.refuse(4_000)
  await expect(lane.enter(aborting.signal)).rejects.toThrow('enough')
})

it('keeps nobody waiting for an hour when the clock is set back by one', async () => {
  const time = createTime()
  const lane = createLane(time, 300)
  await send(lane, () => 0, time, { count: 300 })
  lane.refuse(4_000)
  time.pass(-3_600_000)
  const before = time.now()
  await lane.enter(never)
  expect(time.now() - before).toBeLessThanOrEqual(minute)
})
