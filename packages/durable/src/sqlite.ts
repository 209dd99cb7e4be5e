/** @module Runs kept in one SQLite file: a line for every event, on the disk before `append` resolves. */
import type { DatabaseSync } from 'node:sqlite'
import type { Clock } from '@wxcc-onboard/core'
import { createDiskSync, noDisk } from './disk-sync.ts'
import { type Appended, createGroupCommit } from './group-commit.ts'
import { asJournalError } from './journal-error.ts'
import { keepRenewing, type LeasingJournal, type LeasingProcess, systemClock, thisProcess } from './lease.ts'
import { readSalvage } from './salvage.ts'
import { isSyncedByCommits, openDatabase } from './schema.ts'
import { createDrafts } from './sqlite-drafts.ts'
import { createEntryReader } from './sqlite-entries.ts'
import { createLeases, type Leases } from './sqlite-leases.ts'
import { createStore, type Store } from './sqlite-store.ts'

export type { JournalErrorCode, Salvage } from './journal-error.ts'
// biome-ignore lint/performance/noBarrelFile: this file is the package's door.
export { JournalError } from './journal-error.ts'
export type { Lease, LeaseAnswer, LeaseHolder, LeasingJournal, LeasingProcess } from './lease.ts'

export interface SqliteJournalOptions {
  /** What leases are timed by. @default the system's */
  readonly clock?: Clock
  /** Whose leases they are. @default this process */
  readonly process?: LeasingProcess
  /** The file does not grow beyond it: writing then says `disk-full`. @default none */
  readonly maximumBytes?: number
}

/**
 * Opens the journal at `path`, creating the file (0600) and its directory (0700) where they are missing.
 * `':memory:'` keeps runs only as long as the process lives. It holds its file open until it is closed.
 *
 * @throws JournalError when the file cannot be used; an existing file is left as it is.
 * @example
 * const journal = openSqliteJournal('/var/lib/onboarding/runs.db')
 * const answer = await journal.lease('run-1')
 * if (answer.ok) await journal.append('run-1', { at: Date.now(), type: 'run.finished' })
 * journal.close()
 */
export function openSqliteJournal(path: string, options: SqliteJournalOptions = {}): LeasingJournal {
  const fail = (error: unknown): never => {
    throw asJournalError(path, error, () => readSalvage(path))
  }
  const guarded = <T>(work: () => T): T => {
    try {
      return work()
    } catch (error) {
      return fail(error)
    }
  }
  const { clock = systemClock, process: self = thisProcess() } = options
  const db = guarded(() => limited(openDatabase(path), options.maximumBytes))
  const { store, read, leases, drafts } = guarded(() => ({
    store: createStore(db),
    read: createEntryReader(db),
    drafts: createDrafts(db),
    leases: createLeases(db, path, clock, self),
  }))
  const disk = isSyncedByCommits(db) ? noDisk : createDiskSync(path)
  const groups = createGroupCommit((group) => transaction(db, () => writeGroup(group, store, leases)), disk)
  /** Everything that was appended comes before it. */
  const inTurn = <T>(work: () => T): T => {
    groups.flush()
    return guarded(work)
  }
  const closing = new AbortController()
  return {
    append: (runId, entry) => groups.append(runId, entry).catch(fail),
    hurry: groups.hurry,
    load: async (runId) => inTurn(() => read(runId)),
    list: async () => inTurn(() => store.list()),
    drafts: {
      keep: async (draft) => inTurn(() => drafts.keep(draft)),
      list: async () => inTurn(() => drafts.list()),
      remove: async (runId) => inTurn(() => drafts.remove(runId)),
    },
    lease: async (runId) => {
      const holder = inTurn(() => transaction(db, () => leases.take(runId)))
      if (holder !== undefined) return { ok: false, holder }
      const released = new AbortController()
      const signal = AbortSignal.any([closing.signal, released.signal])
      void keepRenewing(() => quietly(() => leases.renew(runId)) ?? true, clock, signal)
      const release = async () => {
        released.abort()
        if (db.isOpen) quietly(() => inTurn(() => leases.release(runId)))
      }
      return { ok: true, lease: { release } }
    },
    holdsItsRuns: async () => guarded(() => leases.holdsAll()),
    close: () => {
      if (!db.isOpen) return
      closing.abort()
      groups.close()
      for (const runId of leases.held()) quietly(() => leases.release(runId))
      db.close()
    },
  }
}

/** Belongs into a transaction. What is refused has written nothing. */
function writeGroup(
  group: readonly Appended[],
  store: Store,
  leases: Leases,
): readonly (Error | undefined)[] {
  const [check, batch] = [leases.openCheck(), store.openBatch()]
  const refusals = group.map(({ runId, entry, text }) => {
    const refusal = check(runId, entry)
    return refusal ?? batch.write(runId, entry, text)
  })
  batch.close()
  return refusals
}

/** A lease that cannot be written runs out by itself, and appending is refused then: no reason to fail here. */
function quietly<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}

function limited(db: DatabaseSync, maximumBytes: number | undefined): DatabaseSync {
  if (maximumBytes === undefined) return db
  const pageSize = Number(db.prepare('PRAGMA page_size').get()?.['page_size'])
  db.exec(`PRAGMA max_page_count = ${Math.ceil(maximumBytes / pageSize)}`)
  return db
}

function transaction<T>(db: DatabaseSync, work: () => T): T {
  db.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    db.exec('COMMIT')
    return result
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK')
    throw error
  }
}
