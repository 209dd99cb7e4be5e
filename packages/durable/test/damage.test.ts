import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { JournalEntry } from '@wxcc-onboard/core'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { JournalError, openSqliteJournal } from '../src/sqlite.ts'

let directory: string
let path: string

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'wxcc-damage-'))
  path = join(directory, 'runs.db')
})

afterEach(() => rmSync(directory, { recursive: true, force: true }))

const opened: JournalEntry = { at: 1, type: 'run.opened', format: 1, organization: { id: 'o', name: 'Acme' } }

const intended = (index: number): JournalEntry => ({
  at: 2,
  type: 'step.intended',
  key: `create:p${index}@acme.example`,
})

async function write(runs: readonly string[], count = 20): Promise<void> {
  const journal = openSqliteJournal(path)
  for (const run of runs) {
    await journal.append(run, opened)
    for (let index = 0; index < count; index += 1) await journal.append(run, intended(index))
  }
  journal.close()
}

async function troubleOf(work: () => unknown): Promise<JournalError> {
  try {
    await work()
  } catch (error) {
    if (error instanceof JournalError) return error
    throw error
  }
  throw new Error('nothing went wrong')
}

/** Changes the file behind the journal's back. */
function tamper(sql: string): void {
  const db = new DatabaseSync(path)
  db.exec(sql)
  db.close()
}

async function read(run: string): Promise<readonly JournalEntry[]> {
  const journal = openSqliteJournal(path)
  try {
    return await journal.load(run)
  } finally {
    journal.close()
  }
}

describe('A run that was changed behind the back of its journal', () => {
  it.each([
    [
      'an entry was changed',
      "UPDATE entries SET entry = replace(entry, 'p4@', 'p5@') WHERE run_id = 'bad' AND seq = 6",
      6,
    ],
    ['an entry was taken out', "DELETE FROM entries WHERE run_id = 'bad' AND seq = 6", 6],
    ['the first entries were taken out', "DELETE FROM entries WHERE run_id = 'bad' AND seq < 3", 1],
    ['an entry is no text any more', "UPDATE entries SET entry = '{' WHERE run_id = 'bad' AND seq = 3", 3],
  ])('is refused where %s, which is named together with the runs that read well', async (_, sql, seq) => {
    await write(['good', 'bad', 'also-good'])
    tamper(sql)
    const before = readFileSync(path)
    const error = await troubleOf(() => read('bad'))
    expect(error.code).toBe('damaged')
    expect(error.message).toContain(seq === 1 ? 'from its first entry on' : `damaged at entry ${seq}`)
    expect(error.salvage?.readable.toSorted()).toEqual(['also-good', 'good'])
    expect(error.salvage?.damaged).toEqual(['bad'])
    expect(await read('good')).toHaveLength(21)
    expect(readFileSync(path)).toEqual(before)
  })

  it('is listed as damaged, among the others, when its line in the list is', async () => {
    await write(['good', 'bad'])
    tamper("PRAGMA ignore_check_constraints = ON; UPDATE runs SET state = 'odd' WHERE run_id = 'bad'")
    const journal = openSqliteJournal(path)
    const states = (await journal.list()).map(({ runId, state }) => [runId, state])
    journal.close()
    expect(Object.fromEntries(states)).toEqual({ good: 'unfinished', bad: 'damaged' })
  })
})

describe('A file with bytes that turned over', () => {
  it('gives what was written or says that it is damaged, and is never anything else', async () => {
    await write(['one', 'two', 'three'], 60)
    const whole = readFileSync(path)
    const meant = [opened, ...Array.from({ length: 60 }, (_, index) => intended(index))]
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 })), {
          minLength: 1,
          maxLength: 6,
        }),
        async (flips) => {
          const bytes = Buffer.from(whole)
          for (const [at, mask] of flips) bytes[at] = bytes[at]! ^ mask
          for (const tail of ['-wal', '-shm']) rmSync(`${path}${tail}`, { force: true })
          writeFileSync(path, bytes)
          await expectHonest(meant)
        },
      ),
      {
        numRuns: 400,
        examples: [
          [
            [
              [33907, 135],
              [24, 1],
            ],
          ],
        ],
      },
    )
  })

  /** Every answer is the truth or a JournalError. */
  async function expectHonest(meant: readonly JournalEntry[]): Promise<void> {
    const truthOf = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
      try {
        return await work()
      } catch (error) {
        expect(error).toBeInstanceOf(JournalError)
        return undefined
      }
    }
    const journal = await truthOf(async () => openSqliteJournal(path))
    if (journal === undefined) return
    try {
      await truthOf(() => journal.list())
      for (const run of ['one', 'two', 'three']) {
        const entries = await truthOf(() => journal.load(run))
        if (entries !== undefined) expect(meant.slice(0, entries.length)).toEqual(entries)
      }
    } finally {
      journal.close()
    }
  }
})

describe('A disk that is full', () => {
  it('takes nothing by halves, keeps what was written, and goes on when there is room', async () => {
    await write(['run'], 1)
    const small = openSqliteJournal(path, { maximumBytes: readFileSync(path).length })
    let kept = 2
    const error = await troubleOf(async () => {
      for (; kept < 10_000; kept += 1) await small.append('run', intended(kept))
    })
    expect(error.code).toBe('disk-full')
    expect(error.message).toMatch(/the disk is full\.$/)
    expect(await small.load('run')).toHaveLength(kept)
    small.close()
    const roomy = openSqliteJournal(path)
    await roomy.append('run', intended(kept))
    expect(await roomy.load('run')).toHaveLength(kept + 1)
    roomy.close()
  })
})

describe('A file of format 1', () => {
  /** As version 0.1.0 wrote it. */
  const firstFormat = `
    CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE runs (run_id TEXT PRIMARY KEY, organization_id TEXT NOT NULL, organization_name TEXT NOT NULL,
      opened_at INTEGER NOT NULL, changed_at INTEGER NOT NULL, people INTEGER NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('unapproved', 'unfinished', 'finished'))) STRICT;
    CREATE TABLE entries (run_id TEXT NOT NULL, seq INTEGER NOT NULL, at INTEGER NOT NULL, type TEXT NOT NULL,
      entry TEXT NOT NULL, PRIMARY KEY (run_id, seq)) STRICT, WITHOUT ROWID;
    INSERT INTO meta VALUES ('format', '1');
    INSERT INTO runs VALUES ('a', 'o', 'Acme', 1, 2, 0, 'unapproved'), ('b', 'o', 'Acme', 1, 1, 0, 'unapproved');
    INSERT INTO entries VALUES
      ('a', 1, 1, 'run.opened', '${JSON.stringify(opened)}'),
      ('a', 2, 2, 'step.intended', '${JSON.stringify(intended(1))}'),
      ('b', 1, 1, 'run.opened', '${JSON.stringify(opened)}');`

  it('is brought to the format of now, with everything in it, by whoever opens it first', async () => {
    tamper(firstFormat)
    const [one, two] = [openSqliteJournal(path), openSqliteJournal(path)]
    expect(await one.load('a')).toEqual([opened, intended(1)])
    await two.append('b', intended(2))
    expect(await one.load('b')).toEqual([opened, intended(2)])
    expect((await one.list()).map(({ runId }) => runId)).toEqual(['b', 'a'])
    one.close()
    two.close()
  })

  it('is left as it is when bringing it there fails', async () => {
    tamper(`${firstFormat} CREATE TABLE leases (x)`)
    await troubleOf(() => openSqliteJournal(path))
    const db = new DatabaseSync(path)
    expect(db.prepare("SELECT value FROM meta WHERE key = 'format'").get()).toEqual({ value: '1' })
    expect(db.prepare('SELECT * FROM entries').all()[0]).not.toHaveProperty('link')
    db.close()
  })
})
