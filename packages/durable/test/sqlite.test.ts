import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { journalChecks } from '../src/conformance.ts'
import {
  JournalError,
  type LeasingJournal,
  openSqliteJournal,
  type SqliteJournalOptions,
} from '../src/sqlite.ts'

let directory: string
let journals: LeasingJournal[]

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'wxcc-journal-'))
  journals = []
})

afterEach(() => {
  for (const journal of journals) journal.close()
  rmSync(directory, { recursive: true, force: true })
})

const at = (name: string) => join(directory, name)

function open(path: string, options?: SqliteJournalOptions): LeasingJournal {
  const journal = openSqliteJournal(path, options)
  journals.push(journal)
  return journal
}

const organization = { id: 'a-b-c', name: 'Acme' }

describe('SQLite as a journal', () => {
  const checks = journalChecks(async () => ({
    open: async (as) => open(at('runs.db'), as),
    dispose: async () => undefined,
  }))
  it.each(checks)('$name', ({ run }) => run())
})

function refusal(path: string): JournalError {
  try {
    open(path)
  } catch (error) {
    if (error instanceof JournalError) return error
    throw error
  }
  throw new Error('the journal was opened')
}

describe('The file of the SQLite journal', () => {
  it('is private, in a private directory that it creates', () => {
    open(at('a/b/runs.db'))
    expect(statSync(at('a/b/runs.db')).mode & 0o777).toBe(0o600)
    expect(statSync(at('a/b')).mode & 0o777).toBe(0o700)
  })

  it.each(['{', 'null', '[]', '"text"', '{"format":2,"runId":"run"}', '{"format":1,"runId":"another"}'])(
    'leaves out a draft that does not read, and keeps it: %s',
    async (text) => {
      open(at('runs.db')).close()
      const db = new DatabaseSync(at('runs.db'))
      db.prepare('INSERT INTO drafts VALUES (?, ?, ?)').run('run', 1, text)
      const journal = open(at('runs.db'))
      expect(await journal.drafts?.list()).toEqual([])
      expect(db.prepare('SELECT draft FROM drafts').all()).toEqual([{ draft: text }])
      db.close()
    },
  )

  it('is refused and kept when a later version wrote it', () => {
    open(at('runs.db')).close()
    const db = new DatabaseSync(at('runs.db'))
    db.exec("UPDATE meta SET value = '4' WHERE key = 'format'")
    db.close()
    const before = readFileSync(at('runs.db'))
    const error = refusal(at('runs.db'))
    expect([error.code, error.path]).toEqual(['newer-format', at('runs.db')])
    expect(error.message).toContain('its format is 4, this version reads up to 3')
    expect(readFileSync(at('runs.db'))).toEqual(before)
  })

  it('is refused and kept when it is not a journal', () => {
    writeFileSync(at('text.db'), 'not a database, but long enough to be looked at as one '.repeat(40))
    expect(refusal(at('text.db')).code).toBe('not-a-journal')
    expect(readFileSync(at('text.db'), 'utf8')).toMatch(/^not a database/)
    new DatabaseSync(at('other.db')).exec('CREATE TABLE other (a)')
    expect(refusal(at('other.db')).code).toBe('not-a-journal')
  })

  it('is refused when a folder stands in its place', () => {
    expect(refusal(directory).code).toBe('not-a-journal')
  })

  it('says that it cannot be written where its folder cannot be made', () => {
    writeFileSync(at('file'), '')
    const error = refusal(at('file/runs.db'))
    expect(error.code).toBe('read-only')
    expect(error.message).toContain('cannot be written')
    expect(error.cause).toBeInstanceOf(Error)
  })

  it('is shared by two journals at the same time', async () => {
    const [one, two] = [open(at('runs.db')), open(at('runs.db'))]
    await one.append('run', { at: 1, type: 'run.opened', format: 1, organization })
    await Promise.all([
      two.append('run', { at: 2, type: 'run.stopped' }),
      one.append('run', { at: 3, type: 'run.finished' }),
    ])
    expect((await two.load('run')).map(({ at: time }) => time)).toEqual([1, 2, 3])
  })

  it('keeps every entry whose append resolved when the process is killed', async () => {
    const child = spawn(
      process.execPath,
      [
        '--conditions=@wxcc-onboard/source',
        '--input-type=module',
        '-e',
        `import { openSqliteJournal } from ${JSON.stringify(sqliteModule)}
         const journal = openSqliteJournal(${JSON.stringify(at('runs.db'))})
         await journal.append('run', { at: 0, type: 'run.opened', format: 1, organization: { id: 'o', name: 'O' } })
         for (let at = 1; ; at++) {
           await journal.append('run', { at, type: 'step.intended', key: String(at) })
           process.stdout.write(at + '\\n')
         }`,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    let told = ''
    await new Promise<void>((resolve) => {
      child.stdout.on('data', (chunk: Buffer) => {
        told += chunk.toString()
        if (told.length > 200) resolve()
      })
    })
    child.kill('SIGKILL')
    await new Promise((resolve) => child.once('close', resolve))
    const last = Number(told.trimEnd().split('\n').at(-1))
    const times = (await open(at('runs.db')).load('run')).map(({ at: time }) => time)
    expect(times).toEqual(times.map((_, index) => index))
    expect(times.length).toBeGreaterThanOrEqual(last + 1)
  })
})

const sqliteModule = fileURLToPath(new URL('../src/sqlite.ts', import.meta.url))
