import { closeSync, existsSync, openSync, rmSync } from 'node:fs'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { applicationId, olderVersions, schema, schemaVersion, version2 } from './schema.ts'

/** The state file cannot be used: its folder or disk refuses writing, or the file is not a sandbox's. */
export class SandboxStateError extends Error {
  override readonly name = 'SandboxStateError'
  readonly path: string

  constructor(path: string, reason: string, cause?: unknown) {
    super(`Sandbox state ${path}: ${reason}`, { cause })
    this.path = path
  }
}

/** The organization's tables, with one transaction for each request. */
export class State {
  readonly #db: DatabaseSync
  readonly #statements = new Map<string, StatementSync>()

  constructor(db: DatabaseSync) {
    this.#db = db
  }

  all<Row>(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.#statement(sql).all(...values) as Row[]
  }

  get<Row>(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.#statement(sql).get(...values) as Row | undefined
  }

  run(sql: string, ...values: SQLInputValue[]): void {
    this.#statement(sql).run(...values)
  }

  /** Runs `work` whole or not at all; `keep: false` lets it answer and then forgets what it did. */
  transaction<Result>(work: () => Result, { keep = true } = {}): Result {
    this.#db.exec('BEGIN IMMEDIATE')
    try {
      const result = work()
      this.#db.exec(keep ? 'COMMIT' : 'ROLLBACK')
      return result
    } catch (error) {
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK')
      throw error
    }
  }

  /** A transaction within the request's own, for one operation of a bulk request. */
  part<Result>(work: () => Result): Result {
    this.#db.exec('SAVEPOINT part')
    try {
      return work()
    } catch (error) {
      this.#db.exec('ROLLBACK TO part')
      throw error
    } finally {
      this.#db.exec('RELEASE part')
    }
  }

  close(): void {
    this.#statements.clear()
    if (this.#db.isOpen) this.#db.close()
  }

  #statement(sql: string): StatementSync {
    const known = this.#statements.get(sql)
    if (known !== undefined) return known
    const prepared = this.#db.prepare(sql)
    this.#statements.set(sql, prepared)
    return prepared
  }
}

/** Opens the state, with empty tables where there was none. */
export function openState(path: string): State {
  if (path === ':memory:') return prepared(path, new DatabaseSync(path))
  try {
    closeSync(openSync(path, 'a', 0o600))
    return openFile(path)
  } catch (error) {
    throw asStateError(path, error)
  }
}

/** Deletes the state file of a sandbox, so that the next one starts from its seed. Other files are refused. */
export function resetSandboxState(path: string): void {
  if (path === ':memory:' || !existsSync(path)) return
  try {
    const db = new DatabaseSync(path)
    try {
      refuseForeignFile(path, db)
    } finally {
      db.close()
    }
    for (const file of [path, `${path}-wal`, `${path}-shm`]) rmSync(file, { force: true })
  } catch (error) {
    throw asStateError(path, error)
  }
}

/** Another process may serve the same file; milliseconds to wait for its transactions. */
const timeout = 5000

function openFile(path: string): State {
  const db = new DatabaseSync(path, { timeout })
  try {
    return prepared(path, db)
  } catch (error) {
    db.close()
    throw error
  }
}

function prepared(path: string, db: DatabaseSync): State {
  refuseForeignFile(path, db)
  db.exec('PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON')
  if (isEmpty(db)) createTables(db)
  else bringUpToDate(db)
  declareFunctions(db)
  return new State(db)
}

function createTables(db: DatabaseSync): void {
  db.exec(`BEGIN IMMEDIATE; ${schema}`)
  db.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${schemaVersion}; COMMIT`)
}

/** Another process may have done it since the file was looked at, so it is looked at again inside. */
function bringUpToDate(db: DatabaseSync): void {
  if (versionOf(db) === schemaVersion) return
  db.exec('BEGIN IMMEDIATE')
  if (versionOf(db) === 1) db.exec(`${version2}; PRAGMA user_version = ${schemaVersion}`)
  db.exec('COMMIT')
}

/** SQLite's own LIKE folds ASCII only, and people are called Łukasz. */
function declareFunctions(db: DatabaseSync): void {
  db.function('startsWith', { deterministic: true }, (text, prefix) =>
    String(text).toLowerCase().startsWith(String(prefix).toLowerCase()) ? 1 : 0,
  )
}

const versionOf = (db: DatabaseSync): number =>
  Number(db.prepare('PRAGMA user_version').get()?.['user_version'])

const isEmpty = (db: DatabaseSync): boolean =>
  db.prepare('SELECT count(*) AS count FROM sqlite_schema').get()?.['count'] === 0

function refuseForeignFile(path: string, db: DatabaseSync): void {
  if (isEmpty(db)) return
  const id = db.prepare('PRAGMA application_id').get()?.['application_id']
  if (id !== applicationId) throw new SandboxStateError(path, 'this file was not made by a sandbox.')
  const version = versionOf(db)
  if (version === schemaVersion || olderVersions.includes(version)) return
  throw new SandboxStateError(
    path,
    `its format is ${version}, this sandbox reads ${schemaVersion}; reset the sandbox or choose another file.`,
  )
}

/** The same error for whatever kept the file from being used. */
export function asStateError(path: string, error: unknown): SandboxStateError {
  if (error instanceof SandboxStateError) return error
  const reason = error instanceof Error ? error.message : String(error)
  return new SandboxStateError(path, `it cannot be used (${reason}).`, error)
}
