/** @module Runs kept in one SQLite file: a line for every event, durable before `append` resolves. */
import type { DatabaseSync } from 'node:sqlite'
import type { Journal, JournalEntry, RunSummary } from '@wxcc-onboard/core'
import { asJournalError } from './journal-error.ts'
import { openDatabase } from './schema.ts'

export type { JournalErrorCode } from './journal-error.ts'
// biome-ignore lint/performance/noBarrelFile: this file is the package's door.
export { JournalError } from './journal-error.ts'

/** A journal that holds its file open until it is closed. */
export type SqliteJournal = Journal & { close(): void }

/**
 * Opens the journal at `path`, creating the file (0600) and its directory (0700) where they are missing.
 * `':memory:'` keeps runs only as long as the process lives.
 *
 * @throws JournalError when the file cannot be used; an existing file is left as it is.
 * @example
 * const journal = openSqliteJournal('/var/lib/onboarding/runs.db')
 * await journal.append('run-1', { at: Date.now(), type: 'run.finished' })
 * journal.close()
 */
export function openSqliteJournal(path: string): SqliteJournal {
  const store = createStore(guarded(path, () => openDatabase(path)))
  return {
    append: async (runId, entry) => guarded(path, () => store.append(runId, entry)),
    load: async (runId) => guarded(path, () => store.load(runId)),
    list: async () => guarded(path, () => store.list()),
    close: () => store.close(),
  }
}

function guarded<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw asJournalError(path, error)
  }
}

function createStore(db: DatabaseSync) {
  const insertEntry = db.prepare(
    `INSERT INTO entries (run_id, seq, at, type, entry)
     SELECT :run, coalesce(max(seq), 0) + 1, :at, :type, :entry FROM entries WHERE run_id = :run`,
  )
  const insertRun = db.prepare(
    `INSERT INTO runs (run_id, organization_id, organization_name, opened_at, changed_at, people, state)
     VALUES (?, ?, ?, ?, ?, 0, 'unapproved') ON CONFLICT (run_id) DO NOTHING`,
  )
  const touchRun = db.prepare(
    `UPDATE runs SET changed_at = :at, people = coalesce(:people, people), state = coalesce(:state, state)
     WHERE run_id = :run`,
  )
  const selectEntries = db.prepare('SELECT entry FROM entries WHERE run_id = ? ORDER BY seq')
  const selectRuns = db.prepare('SELECT * FROM runs ORDER BY changed_at DESC, opened_at DESC, run_id DESC')

  const write = (run: string, entry: JournalEntry) => {
    const { at, type } = entry
    if (entry.type === 'run.opened') {
      insertRun.run(run, entry.organization.id, entry.organization.name, at, at)
    }
    insertEntry.run({ run, at, type, entry: JSON.stringify(entry) })
    const people = entry.type === 'plan.made' ? entry.request.people.length : null
    const { changes } = touchRun.run({ run, at, people, state: stateAfter(entry) ?? null })
    if (changes === 0) throw new Error(`Run ${run} must begin with run.opened, not ${type}.`)
  }

  return {
    append: (runId: string, entry: JournalEntry) => transaction(db, () => write(runId, entry)),
    load: (runId: string) =>
      (selectEntries.all(runId) as unknown as { entry: string }[]).map(
        ({ entry }) => JSON.parse(entry) as JournalEntry,
      ),
    list: () => (selectRuns.all() as unknown as RunRow[]).map(asSummary),
    close: () => {
      if (db.isOpen) db.close()
    },
  }
}

function transaction(db: DatabaseSync, work: () => void): void {
  db.exec('BEGIN IMMEDIATE')
  try {
    work()
    db.exec('COMMIT')
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK')
    throw error
  }
}

function stateAfter(entry: JournalEntry): RunSummary['state'] | undefined {
  switch (entry.type) {
    case 'plan.made':
      return 'unapproved'
    case 'plan.approved':
    case 'step.intended':
      return 'unfinished'
    case 'run.finished':
      return 'finished'
    default:
      return undefined
  }
}

interface RunRow {
  run_id: string
  organization_id: string
  organization_name: string
  opened_at: number
  changed_at: number
  people: number
  state: RunSummary['state']
}

function asSummary(row: RunRow): RunSummary {
  return {
    runId: row.run_id,
    organization: { id: row.organization_id, name: row.organization_name },
    openedAt: row.opened_at,
    changedAt: row.changed_at,
    people: row.people,
    state: row.state,
  }
}
