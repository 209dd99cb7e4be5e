import { closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { JournalError } from './journal-error.ts'

/** The format of the file; raised together with a migration from the one before. */
const journalFormat = 1

const schema = `
  CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS runs (
    run_id TEXT PRIMARY KEY,
    organization_id TEXT NOT NULL,
    organization_name TEXT NOT NULL,
    opened_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    people INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('unapproved', 'unfinished', 'finished'))
  ) STRICT;
  CREATE TABLE IF NOT EXISTS entries (
    run_id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    at INTEGER NOT NULL,
    type TEXT NOT NULL,
    entry TEXT NOT NULL,
    PRIMARY KEY (run_id, seq)
  ) STRICT, WITHOUT ROWID;
  INSERT OR IGNORE INTO meta (key, value) VALUES ('format', '${journalFormat}');
`

export function openDatabase(path: string): DatabaseSync {
  if (path !== ':memory:') createPrivateFile(path)
  const db = new DatabaseSync(path, { timeout: 5_000 })
  try {
    refuseForeignFile(path, db)
    if (pragma(db, 'journal_mode') !== 'wal') db.exec('PRAGMA journal_mode = WAL')
    db.exec(`PRAGMA synchronous = FULL; BEGIN IMMEDIATE; ${schema} COMMIT`)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

function createPrivateFile(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  closeSync(openSync(path, 'a', 0o600))
}

function refuseForeignFile(path: string, db: DatabaseSync): void {
  const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all()
  if (tables.length === 0) return
  if (!tables.some(({ name }) => name === 'meta')) {
    throw new JournalError(path, 'not-a-journal', 'this database was made by another program.')
  }
  const format = readFormat(db)
  if (format === journalFormat) return
  throw new JournalError(
    path,
    'newer-format',
    `its format is ${format}, this version reads up to ${journalFormat}; the file was left as it is.`,
  )
}

function readFormat(db: DatabaseSync): number {
  const row = db.prepare("SELECT value FROM meta WHERE key = 'format'").get() as { value: string } | undefined
  return Number(row?.value)
}

const pragma = (db: DatabaseSync, name: string): unknown => db.prepare(`PRAGMA ${name}`).get()?.[name]
