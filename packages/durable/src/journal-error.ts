/**
 * `read-only` the disk or folder refuses writing · `newer-format` a later version wrote the file ·
 * `not-a-journal` the file is something else or damaged · `damaged` a run in it does not read as it was written ·
 * `leased` another process works on the run · `locked` another process holds the file · `disk-full` no room ·
 * `unreadable` anything else the disk or SQLite says.
 */
export type JournalErrorCode =
  | 'read-only'
  | 'newer-format'
  | 'not-a-journal'
  | 'damaged'
  | 'leased'
  | 'locked'
  | 'disk-full'
  | 'unreadable'

/** Which runs of a damaged journal still read as they were written, and which do not. */
export interface Salvage {
  readonly readable: readonly string[]
  readonly damaged: readonly string[]
}

/** The journal's file cannot be used; it is never deleted or replaced because of that. */
export class JournalError extends Error {
  override readonly name = 'JournalError'
  readonly path: string
  readonly code: JournalErrorCode
  /** Where the file is damaged: what can be read of it all the same. */
  readonly salvage: Salvage | undefined

  constructor(
    path: string,
    code: JournalErrorCode,
    reason: string,
    more: { readonly cause?: unknown; readonly salvage?: Salvage } = {},
  ) {
    super(`Journal ${path}: ${reason}`, { cause: more.cause })
    this.path = path
    this.code = code
    this.salvage = more.salvage
  }
}

/** An error of the disk or of SQLite as a `JournalError`; anything else is a bug and comes back as it is. */
export function asJournalError(path: string, error: unknown, salvage: () => Salvage): unknown {
  if (!(error instanceof Error)) return error
  if (error instanceof DamagedRun) return damaged(path, 'damaged', error.message, salvage(), error)
  const code = error instanceof JournalError ? undefined : codeOf(error)
  if (code === undefined) return error
  const reason = reasons[code](error.message)
  if (code === 'not-a-journal') return damaged(path, code, reason, salvage(), error)
  return new JournalError(path, code, reason, { cause: error })
}

/** Entry `seq` of a run, or its line in the list of runs, is not what was written. */
export class DamagedRun extends Error {
  constructor(runId: string, seq: number) {
    super(
      seq === 1
        ? `run ${runId} is damaged from its first entry on; the file was left as it is.`
        : `run ${runId} is damaged at entry ${seq}; what comes before reads well. The file was left as it is.`,
    )
  }
}

function damaged(
  path: string,
  code: JournalErrorCode,
  reason: string,
  salvage: Salvage,
  cause: Error,
): JournalError {
  const { readable } = salvage
  const rest = readable.length === 0 ? '' : ` Runs in it that read well: ${readable.join(', ')}.`
  return new JournalError(path, code, `${reason}${rest}`, { cause, salvage })
}

const reasons: Readonly<Record<JournalErrorCode, (message: string) => string>> = {
  'read-only': (message) => `it cannot be written (${message}).`,
  'newer-format': (message) => message,
  'not-a-journal': (message) => `this is not a journal, or it is damaged (${message}).`,
  damaged: (message) => message,
  leased: (message) => message,
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

/** Extended ones that say more; a file beside the log, which even reading needs, did not get its 32 kilobytes. */
const extendedCodes: Readonly<Record<number, JournalErrorCode>> = { 4874: 'disk-full' }

function codeOf(error: Error): JournalErrorCode | undefined {
  const { code, errcode } = error as Error & { code?: unknown; errcode?: unknown }
  if (code === 'ERR_SQLITE_ERROR' && typeof errcode === 'number') {
    return extendedCodes[errcode] ?? sqliteCodes[errcode & 0xff] ?? 'unreadable'
  }
  const isSystemError = typeof code === 'string' && 'syscall' in error
  return isSystemError ? (systemCodes[code] ?? 'unreadable') : undefined
}
