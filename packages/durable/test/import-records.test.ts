import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  createOnboarding,
  faultOf,
  type JournalEntry,
  openPart,
  readRecord,
  recordedReport,
  recordedTasks,
} from '@wxcc-onboard/core'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { auditLines, createPseudonyms, verifyAudit } from '../src/audit.ts'
import { openSqliteJournal } from '../src/sqlite.ts'
import { changesOf, type Json } from './changes.ts'
import { unreachable } from './unreachable.ts'

/** Three people in two parts on the practice organization: one created, one as it was, one refused there. */
const written = readFileSync(new URL('fixtures/import-run-format-1.ndjson', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
const run = '20261123-043049-24ci'

const entriesIn = (): JournalEntry[] => written.map((line) => JSON.parse(line) as JournalEntry)

it('CSV-1: a run that imports files is read whole in a released format, part by part', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'wxcc-imports-'))
  const journal = openSqliteJournal(join(directory, 'runs.db'))
  try {
    for (const entry of entriesIn()) await journal.append(run, entry)
    const entries = await journal.load(run)
    expect(entries.map((entry) => JSON.stringify(entry))).toEqual(written)
    const reading = readRecord(entries)
    if (!reading.ok) throw new Error(reading.reason)
    const { record } = reading
    expect([record.isFinished, openPart(record.importing)]).toEqual([true, undefined])
    expect(recordedReport(record).people.map(({ outcome }) => outcome)).toEqual(['done', 'already', 'failed'])
    const first = entries.findIndex(({ type }) => type === 'part.settled')
    const half = readRecord(entries.slice(0, first))
    expect(half.ok && openPart(half.record.importing)?.number).toBe(1)
    expect(half.ok && recordedTasks(half.record).map(({ id, state }) => [id, state])).toEqual([
      ['import:1', 'claimed'],
    ])
  } finally {
    journal.close()
    rmSync(directory, { recursive: true, force: true })
  }
})

it('CSV-14: the trail names each row of a part, and hides who they are where that is asked for', () => {
  const lines = auditLines(run, entriesIn())
  expect(verifyAudit(`${lines.join('\n')}\n`).ok).toBe(true)
  const settled = lines.map((line) => JSON.parse(line)).filter(({ event }) => event === 'part.settled')
  expect(settled.map(({ part, rows }) => [part, rows])).toEqual([
    [
      1,
      [
        { row: 1, email: 'new.one@acme.example', outcome: 'done', personId: expect.any(String) },
        { row: 2, email: 'grace.kim@acme.example', outcome: 'already' },
      ],
    ],
    [
      2,
      [
        {
          row: 3,
          email: 'otto.other@acme.example',
          outcome: 'failed',
          facts: { message: expect.stringContaining('belongs to a different organization') },
        },
      ],
    ],
  ])
  const hidden = auditLines(run, entriesIn(), { pseudonym: createPseudonyms('key') }).join('\n')
  expect(hidden).not.toMatch(/acme\.example|Globex|Y2lzY29zcGFyazovL3VzL1BFT1BMRS80NzQ4/)
})

it('M8: a record of an import that was changed somewhere is read, or refused with its first bad entry', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(changesOf(written.length), { minLength: 1, maxLength: 3 }), async (changes) => {
      const whole = written.map((line) => JSON.parse(line) as Json)
      const lines = changes.reduce((kept, change) => (kept.length === 0 ? kept : change(kept)), whole)
      const entries = lines as unknown as JournalEntry[]
      const text = JSON.stringify(entries)
      const fault = faultOf(entries)
      const reading = readRecord(entries)
      if (fault === undefined) auditLines(run, entries)
      else
        expect(reading).toEqual(
          expect.objectContaining({ ok: false, reason: fault.kind, entry: fault.entry }),
        )
      if (reading.ok) {
        const { record } = reading
        recordedTasks(record)
        expect(recordedReport(record).people).toHaveLength(record.plan.people.length)
        const onboarding = createOnboarding({ ports: unreachable, resume: { runId: run, record } })
        await Promise.resolve()
        expect(onboarding.getView().runId).toBe(run)
        await onboarding.stop()
      }
      expect(JSON.stringify(entries)).toBe(text)
    }),
    { numRuns: 500 },
  )
})
