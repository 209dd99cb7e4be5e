import { expect, it } from 'vitest'
import { gather, inParallel } from './gather.ts'

const keys = (count: number) => Array.from({ length: count }, (_, index) => `k${index}`)

function createDirectory(all: readonly string[], pageSize: number) {
  const calls = { lookUps: 0, pages: 0 }
  const world = {
    lookUp: async (key: string) => {
      calls.lookUps += 1
      return all.includes(key) ? key : undefined
    },
    pages: async function* () {
      for (let at = 0; at < all.length; at += pageSize) {
        calls.pages += 1
        yield all.slice(at, at + pageSize)
      }
    },
    keysOf: (key: string) => [key],
    concurrency: 4,
    signal: AbortSignal.any([]),
  }
  return { calls, world }
}

it('looks a few up one by one', async () => {
  const { calls, world } = createDirectory(keys(500), 100)
  const found = await gather({ ...world, wanted: ['k1', 'nobody', 'k7'] })
  expect([...found.keys()].sort()).toEqual(['k1', 'k7'])
  expect(calls).toEqual({ lookUps: 3, pages: 0 })
})

it('reads the list for many, and no further than needed', async () => {
  const { calls, world } = createDirectory(keys(500), 100)
  const found = await gather({ ...world, wanted: keys(150) })
  expect(found.size).toBe(150)
  expect(calls).toEqual({ lookUps: 0, pages: 2 })
})

it('reads the whole list where somebody wanted does not exist', async () => {
  const { calls, world } = createDirectory(keys(500), 100)
  const found = await gather({ ...world, wanted: [...keys(100), 'nobody'] })
  expect(found.size).toBe(100)
  expect(calls).toEqual({ lookUps: 0, pages: 5 })
})

it('gives a list up that costs more than looking everyone up would have', async () => {
  const { calls, world } = createDirectory(keys(500), 1)
  const found = await gather({ ...world, wanted: [...keys(40), 'k498', 'k499', 'nobody'] })
  expect(found.size).toBe(42)
  expect(calls).toEqual({ lookUps: 3, pages: 43 })
})

it('keeps to so many at a time, and starts nothing after a failure', async () => {
  let running = 0
  let most = 0
  let started = 0
  const work = async (item: number) => {
    started += 1
    running += 1
    most = Math.max(most, running)
    await Promise.resolve()
    running -= 1
    if (item === 3) throw new Error('broken')
    return item
  }
  const options = { concurrency: 2, signal: AbortSignal.any([]) }
  await expect(inParallel([...Array(50).keys()], options, work)).rejects.toThrow('broken')
  expect(most).toBe(2)
  expect(started).toBeLessThan(10)
})
