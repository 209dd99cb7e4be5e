import { closeSync, fdatasync, fdatasyncSync, openSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { promisify } from 'node:util'

/** Brings what SQLite committed onto the disk, beside the program's work and for everyone who waits at once. */
export interface DiskSync {
  /** Resolves when what was committed before survives a loss of power; rejects with what the disk says. */
  settled(): Promise<void>
  /** Brings what is waited for onto the disk and lets go of the file. */
  close(): void
}

/** For runs that end with the process. */
export const noDisk: DiskSync = { settled: async () => undefined, close: () => undefined }

const sync = promisify(fdatasync)

/**
 * Syncs the write-ahead log of the database at `path`. SQLite would do it within each commit (`synchronous = FULL`)
 * while the program stands still; here one sync serves all commits of a turn of the event loop.
 */
export function createDiskSync(path: string): DiskSync {
  let file: number | undefined
  let next: Promise<void> | undefined
  let last: Promise<unknown> = Promise.resolve()
  let isSyncing = false
  let isClosed = false
  let broken: unknown
  const log = () => {
    file ??= openSync(`${path}-wal`, 'r+')
    return file
  }
  const letGo = () => {
    if (file !== undefined) closeSync(file)
    file = undefined
  }
  const takeTurn = async () => {
    await last
    await setImmediate()
    // From here on a commit needs another sync.
    next = undefined
    if (!isClosed) {
      isSyncing = true
      await sync(log()).catch(fail)
      isSyncing = false
      if (isClosed) letGo()
    }
    if (broken !== undefined) throw broken
  }
  /** The system may forget what a failed sync did not write, and a later sync would not say so: none is tried. */
  const fail = (error: unknown) => {
    broken ??= error
  }
  return {
    settled: () => {
      if (next === undefined) {
        next = takeTurn()
        last = next.catch(() => undefined)
      }
      return next
    },
    close: () => {
      try {
        if (next !== undefined) fdatasyncSync(log())
      } catch (error) {
        fail(error)
      }
      isClosed = true
      if (!isSyncing) letGo()
    },
  }
}
