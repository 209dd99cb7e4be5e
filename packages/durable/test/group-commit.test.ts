import type { JournalEntry } from '@wxcc-onboard/core'
import { describe, expect, it } from 'vitest'
import type { DiskSync } from '../src/disk-sync.ts'
import { type Appended, createGroupCommit } from '../src/group-commit.ts'

const intent = (key: string): JournalEntry => ({ at: 1, type: 'step.intended', key })

/** A disk that is done when it is told to, and what reached the database in which transaction. */
function createDisk() {
  const groups: string[][] = []
  const syncs: PromiseWithResolvers<void>[] = []
  const log: string[] = []
  const disk: DiskSync = {
    sync: () => {
      log.push('sync')
      const next = Promise.withResolvers<void>()
      syncs.push(next)
      return next.promise
    },
    syncNow: () => void log.push('sync now'),
    close: () => void log.push('close'),
  }
  const commit = (group: readonly Appended[]) => {
    const keys = group.map(({ entry }) => ('key' in entry ? entry.key : ''))
    if (keys.includes('full')) throw new Error('the disk is full')
    groups.push(keys)
    return keys.map((key) => (key === 'leased' ? new Error('leased') : undefined))
  }
  return { groups, syncs, log, ...createGroupCommit(commit, disk) }
}

/** Everything that is due now, and no timer. */
const turn = () => new Promise((resolve) => setImmediate(resolve))

describe('Entries that are committed in groups', () => {
  it('are one transaction and one sync when they come together, and written only after it', async () => {
    const disk = createDisk()
    const done: string[] = []
    const appended = ['a', 'b', 'c'].map((key) =>
      disk.append('run', intent(key)).then(() => void done.push(key)),
    )
    await expect.poll(() => disk.syncs.length).toBe(1)
    expect(disk.groups).toEqual([['a', 'b', 'c']])
    expect(done).toEqual([])
    disk.syncs[0]?.resolve()
    await Promise.all(appended)
    expect(done).toEqual(['a', 'b', 'c'])
  })

  it('wait for the group before, and come together meanwhile', async () => {
    const disk = createDisk()
    const first = disk.append('run', intent('a'))
    await expect.poll(() => disk.syncs.length).toBe(1)
    const others = ['b', 'c'].map((key) => disk.append('run', intent(key)))
    disk.syncs[0]?.resolve()
    await first
    await expect.poll(() => disk.syncs.length).toBe(2)
    expect(disk.groups).toEqual([['a'], ['b', 'c']])
    disk.syncs[1]?.resolve()
    await Promise.all(others)
  })

  it('are held back for others until somebody is in a hurry', async () => {
    const disk = createDisk()
    const appended = disk.append('run', intent('a'))
    await turn()
    expect(disk.groups).toEqual([])
    disk.hurry()
    const other = disk.append('run', intent('b'))
    await turn()
    expect(disk.groups).toEqual([['a', 'b']])
    disk.syncs[0]?.resolve()
    await Promise.all([appended, other])
  })

  it('are not held back behind the group before where somebody is in a hurry', async () => {
    const disk = createDisk()
    const first = disk.append('run', intent('a'))
    disk.hurry()
    await expect.poll(() => disk.syncs.length).toBe(1)
    const second = disk.append('run', intent('b'))
    disk.hurry()
    disk.syncs[0]?.resolve()
    await first
    await turn()
    await turn()
    expect(disk.groups).toEqual([['a'], ['b']])
    disk.syncs[1]?.resolve()
    await second
  })

  it('go at once where they are many, together with all that is appended in the same go', async () => {
    const disk = createDisk()
    const keys = Array.from({ length: 100 }, (_, index) => String(index))
    const appended = keys.map((key) => disk.append('run', intent(key)))
    await turn()
    expect(disk.groups).toEqual([keys])
    disk.syncs[0]?.resolve()
    await Promise.all(appended)
  })

  it('are refused one by one where the reason concerns one, and all together where the transaction failed', async () => {
    const disk = createDisk()
    const one = Promise.allSettled(['a', 'leased'].map((key) => disk.append('run', intent(key))))
    await expect.poll(() => disk.syncs.length).toBe(1)
    const two = Promise.allSettled(['b', 'full'].map((key) => disk.append('run', intent(key))))
    disk.syncs[0]?.resolve()
    expect((await one).map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    expect((await two).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(disk.groups).toEqual([['a', 'leased']])
  })

  it('are not said to be written when the sync failed', async () => {
    const disk = createDisk()
    const appended = disk.append('run', intent('a'))
    await expect.poll(() => disk.syncs.length).toBe(1)
    disk.syncs[0]?.reject(new Error('EIO'))
    await expect(appended).rejects.toThrow('EIO')
  })

  it('are there for whoever reads, and brought to their end when the journal is closed', async () => {
    const disk = createDisk()
    const appended = disk.append('run', intent('a'))
    disk.flush()
    expect(disk.groups).toEqual([['a']])
    disk.close()
    await appended
    expect(disk.log.slice(0, 2)).toEqual(['sync now', 'close'])
  })

  it('are kept as they were when they were appended', async () => {
    const texts: string[] = []
    const { append, close } = createGroupCommit(
      (group) => {
        texts.push(...group.map(({ text }) => text))
        return []
      },
      { sync: async () => undefined, syncNow: () => undefined, close: () => undefined },
    )
    const entry = { at: 1, type: 'step.intended' as const, key: 'a' }
    const appended = append('run', entry)
    entry.key = 'b'
    close()
    await appended
    expect(texts).toEqual([JSON.stringify(intent('a'))])
  })
})
