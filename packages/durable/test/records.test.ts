import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { createOnboarding, faultOf, type JournalEntry, readRecord, recordedTasks } from '@wxcc-onboard/core'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { auditLines, verifyAudit } from '../src/audit.ts'
import { openSqliteJournal } from '../src/sqlite.ts'
import { changesOf, type Json } from './changes.ts'
import { unreachable } from './unreachable.ts'

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')

/** Six people applied on the practice organization, stopped for a person, and resumed to its end. */
const written = fixture('run-format-1.ndjson').trimEnd().split('\n')
const run = '20261123-012319-nyvi'

let directory: string

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'wxcc-records-'))
})

afterEach(() => rmSync(directory, { recursive: true, force: true }))

describe('A journal of a released format', () => {
  it.each(['journal-format-1.sql', 'journal-format-2.sql'])('is read whole: %s', async (name) => {
    const path = join(directory, 'runs.db')
    const db = new DatabaseSync(path)
    db.exec(fixture(name))
    db.close()
    const journal = openSqliteJournal(path)
    try {
      expect(await journal.list()).toEqual([
        expect.objectContaining({ runId: run, people: 6, state: 'finished' }),
      ])
      const entries = await journal.load(run)
      expect(entries.map((entry) => JSON.stringify(entry))).toEqual(written)
      const reading = readRecord(entries)
      if (!reading.ok) throw new Error(reading.reason)
      const { record } = reading
      expect([record.isFinished, record.inDoubt, record.plan.people.length]).toEqual([true, [], 6])
      expect(record.plan.steps.map(({ key }) => record.results.get(key)?.outcome)).toEqual(
        record.plan.steps.map(() => 'done'),
      )
      expect(verifyAudit(`${auditLines(run, entries).join('\n')}\n`).ok).toBe(true)
      await journal.append(run, { at: 1, type: 'run.stopped' })
      expect(await journal.load(run)).toHaveLength(written.length + 1)
    } finally {
      journal.close()
    }
  })
})

const change = changesOf(written.length)

describe('The record of a run that was changed somewhere', () => {
  it('is read, or refused with the first entry that is not as it was; nothing that follows crashes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        const whole = written.map((line) => JSON.parse(line) as Json)
        const entries = changes.reduce((lines, apply) => (lines.length === 0 ? lines : apply(lines)), whole)
        const text = JSON.stringify(entries)
        const reading = readRecord(entries as unknown as JournalEntry[])
        const fault = faultOf(entries)
        if (fault === undefined) auditLines(run, entries as unknown as JournalEntry[])
        else
          expect(reading).toEqual(
            expect.objectContaining({ ok: false, reason: fault.kind, entry: fault.entry }),
          )
        if (reading.ok) {
          recordedTasks(reading.record)
          const onboarding = createOnboarding({
            ports: unreachable,
            resume: { runId: run, record: reading.record },
          })
          await Promise.resolve()
          expect(onboarding.getView().runId).toBe(run)
          await onboarding.stop()
        }
        expect(JSON.stringify(entries)).toBe(text)
      }),
      { numRuns: 500 },
    )
  })

  it('says how many steps had settled before the damage', () => {
    const entries = written.map((line) => JSON.parse(line) as JournalEntry)
    const third = entries.flatMap(({ type }, index) => (type === 'step.settled' ? [index] : []))[2] ?? 0
    expect(faultOf(entries.with(third, { ...entries[third], result: 'done' } as never))).toEqual({
      kind: 'damaged',
      entry: third + 1,
      settled: 2,
    })
  })

  it('is refused, not read by halves, where a later version wrote into it', () => {
    const entries = written.map((line) => JSON.parse(line) as JournalEntry)
    const later = [...entries, { at: 1, type: 'step.postponed', key: 'x' } as never]
    expect(readRecord(later)).toMatchObject({
      ok: false,
      reason: 'format-unknown',
      entry: entries.length + 1,
    })
  })
})
