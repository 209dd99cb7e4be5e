/**
 * `read-only` the disk or folder refuses writing · `newer-format` a later version wrote the file ·
 * `not-a-journal` the file is something else or damaged · `locked` another process holds it ·
 * `disk-full` no room · `unreadable` anything else the disk or SQLite says.
 */
export type JournalErrorCode =
  | 'read-only'
  | 'newer-format'
  | 'not-a-journal'
  | 'locked'
  | 'disk-full'
  | 'unreadable'

/** The journal's file cannot be used; it is never deleted or replaced because of that. */
export class JournalError extends Error {
  override readonly name = 'JournalError'
  readonly path: string
  readonly code: JournalErrorCode

  constructor(path: string, code: JournalErrorCode, reason: string, cause?: unknown) {
    super(`Journal ${path}: ${reason}`, { cause })
    this.path = path
    this.code = code
  }
}

/** An error of the disk or of SQLite as a `JournalError`; anything else is a bug and comes back as it is. */
export function asJournalError(path: string, error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof JournalError) return error
  const code = codeOf(error)
  return code === undefined ? error : new JournalError(path, code, reasons[code](error.message), error)
}

const reasons: Readonly<Record<JournalErrorCode, (message: string) => string>> = {
  'read-only': (message) => `it cannot be written (${message}).`,
  'newer-format': (message) => message,
  'not-a-journal': (message) => `this is not a journal, or it is damaged (${message}).`,
  locked: () => 'another process is writing to it and did not let go in time.',
  'disk-full': () => 'the disk is full.',
  unreadable: (message) => `it cannot be used (${message}).`,
}

const systemCodes: Readonly<Record<string, JournalErrorCode>> = {
  EACCES: 'read-only',
  EPERM: 'read-only',
  EROFS: 'read-only',
  ENOTDIR: 'read-only',
  EEXIST: 'read-only',
  EISDIR: 'not-a-journal',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
}

/** SQLite's primary result codes (https://sqlite.org/rescode.html). */
const sqliteCodes: Readonly<Record<number, JournalErrorCode>> = {
  3: 'read-only',
  5: 'locked',
  6: 'locked',
  8: 'read-only',
  11: 'not-a-journal',
  13: 'disk-full',
  14: 'read-only',
  26: 'not-a-journal',
}

function codeOf(error: Error): JournalErrorCode | undefined {
  const { code, errcode } = error as Error & { code?: unknown; errcode?: unknown }
  if (code === 'ERR_SQLITE_ERROR' && typeof errcode === 'number') {
    return sqliteCodes[errcode & 0xff] ?? 'unreadable'
  }
  const isSystemError = typeof code === 'string' && 'syscall' in error
  return isSystemError ? (systemCodes[code] ?? 'unreadable') : undefined
}
