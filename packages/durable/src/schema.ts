import { closeSync, mkdirSync, openSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { addLink, firstLink } from './chain.ts'
import { JournalError } from './journal-error.ts'

/** From nothing to the format of this version: step N makes format N + 1 of format N. Released steps never change. */
const ladder: readonly ((db: DatabaseSync) => void)[] = [
  (db) =>
    db.exec(`
      CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
      CREATE TABLE runs (
        run_id TEXT PRIMARY KEY,
        organization_id TEXT NOT NULL,
        organization_name TEXT NOT NULL,
        opened_at INTEGER NOT NULL,
        changed_at INTEGER NOT NULL,
        people INTEGER NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('unapproved', 'unfinished', 'finished'))
      ) STRICT;
      CREATE TABLE entries (
        run_id TEXT NOT NULL,
        seq INTEGER NOT NULL,
        at INTEGER NOT NULL,
        type TEXT NOT NULL,
        entry TEXT NOT NULL,
        PRIMARY KEY (run_id, seq)
      ) STRICT, WITHOUT ROWID;
      INSERT INTO meta (key, value) VALUES ('format', '1');`),
  addLinksAndLeases,
  (db) =>
    db.exec(`
      CREATE TABLE drafts (
        run_id TEXT PRIMARY KEY,
        changed_at INTEGER NOT NULL,
        draft TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;`),
]

/** The format of the file that this version writes. */
export const journalFormat: number = ladder.length

/** Opens the file, creating or migrating it where need be; what this version does not know is refused and kept. */
export function openDatabase(path: string): DatabaseSync {
  if (path !== ':memory:') createPrivateFile(path)
  const db = new DatabaseSync(path, { timeout: 5_000 })
  try {
    const format = formatOf(path, db)
    if (pragma(db, 'journal_mode') !== 'wal') db.exec('PRAGMA journal_mode = WAL')
    const hasLog = pragma(db, 'journal_mode') === 'wal'
    db.exec(`PRAGMA synchronous = ${hasLog ? 'NORMAL' : 'FULL'}; PRAGMA checkpoint_fullfsync = ON`)
    if (format < journalFormat) migrate(path, db)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** Whether a commit is on the disk when it returns; if not, a `DiskSync` brings it there. */
export function isSyncedByCommits(db: DatabaseSync): boolean {
  return pragma(db, 'synchronous') === synchronousFull
}

const synchronousFull = 2

/** Another process may have migrated in the meantime, so the format is read again where nobody else writes. */
function migrate(path: string, db: DatabaseSync): void {
  db.exec('BEGIN IMMEDIATE')
  try {
    for (const step of ladder.slice(formatOf(path, db))) step(db)
    db.prepare("UPDATE meta SET value = ? WHERE key = 'format'").run(String(journalFormat))
    db.exec('COMMIT')
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK')
    throw error
  }
}

function addLinksAndLeases(db: DatabaseSync): void {
  db.exec(`
    ALTER TABLE entries ADD COLUMN link TEXT NOT NULL DEFAULT '';
    CREATE TABLE leases (
      run_id TEXT PRIMARY KEY,
      owner TEXT NOT NULL,
      pid INTEGER NOT NULL,
      host TEXT NOT NULL,
      space TEXT NOT NULL,
      since INTEGER NOT NULL,
      expires_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;`)
  const all = db.prepare('SELECT run_id AS runId, seq, entry FROM entries ORDER BY run_id, seq').all()
  const setLink = db.prepare('UPDATE entries SET link = ? WHERE run_id = ? AND seq = ?')
  let last = { runId: '', link: '' }
  for (const { runId, seq, entry } of all as unknown as { runId: string; seq: number; entry: string }[]) {
    const before = last.runId === runId ? last.link : firstLink(runId)
    last = { runId, link: addLink(before, entry) }
    setLink.run(last.link, runId, seq)
  }
}

/** What is there is not opened: closing it again would take away the locks that this process has on it already. */
function createPrivateFile(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  try {
    closeSync(openSync(path, 'wx', 0o600))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  if (statSync(path).isDirectory()) throw new JournalError(path, 'not-a-journal', 'it is a folder.')
}

/** 0 for a file with nothing in it. */
function formatOf(path: string, db: DatabaseSync): number {
  const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all()
  if (tables.length === 0) return 0
  if (!tables.some(({ name }) => name === 'meta')) {
    throw new JournalError(path, 'not-a-journal', 'this database was made by another program.')
  }
  const { value } = db.prepare("SELECT value FROM meta WHERE key = 'format'").get() ?? {}
  const format = Number(value)
  if (Number.isInteger(format) && format > 0 && format <= journalFormat) return format
  throw new JournalError(
    path,
    'newer-format',
    `its format is ${value}, this version reads up to ${journalFormat}; the file was left as it is.`,
  )
}

const pragma = (db: DatabaseSync, name: string): unknown => db.prepare(`PRAGMA ${name}`).get()?.[name]
