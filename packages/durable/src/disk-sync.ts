import { closeSync, fdatasync, fdatasyncSync, openSync } from 'node:fs'
import { promisify } from 'node:util'

/** Brings what SQLite committed onto the disk. */
export interface DiskSync {
  /** Resolves when all that was committed before survives a loss of power; rejects with what the disk says. */
  sync(): Promise<void>
  /** The same at once, the program standing still; throws. */
  syncNow(): void
  close(): void
}

/** Where commits do it by themselves, and for runs that end with the process. */
export const noDisk: DiskSync = {
  sync: async () => undefined,
  syncNow: () => undefined,
  close: () => undefined,
}

const syncFile = promisify(fdatasync)

/**
 * Syncs the write-ahead log of the database at `path`. SQLite would do it within each commit (`synchronous = FULL`),
 * the whole program standing still for as long.
 */
export function createDiskSync(path: string): DiskSync {
  let file: number | undefined
  let syncing = 0
  let isClosed = false
  let broken: unknown
  const log = () => {
    // The system may forget what a failed sync did not write, and a later sync would not say so: none is tried.
    if (broken !== undefined) throw broken
    file ??= openSync(`${path}-wal`, 'r+')
    return file
  }
  const closeIdle = () => {
    if (!isClosed || syncing > 0 || file === undefined) return
    closeSync(file)
    file = undefined
  }
  return {
    sync: async () => {
      syncing += 1
      try {
        await syncFile(log())
      } catch (error) {
        broken ??= error
        throw error
      } finally {
        syncing -= 1
        closeIdle()
      }
    },
    syncNow: () => fdatasyncSync(log()),
    close: () => {
      isClosed = true
      closeIdle()
    },
  }
}
