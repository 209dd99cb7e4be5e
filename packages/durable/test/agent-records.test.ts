import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type AgentRunPorts,
  agentReportOf,
  faultOf,
  formerAgents,
  type JournalEntry,
  readAgentRecord,
  readRecord,
  setUpAgents,
  verifyAgents,
} from '@wxcc-onboard/core'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { auditLines, createPseudonyms, verifyAudit } from '../src/audit.ts'
import { openSqliteJournal } from '../src/sqlite.ts'
import { changesOf, type Json } from './changes.ts'
import { nothing, unreachable } from './unreachable.ts'

/** Details of two agents, refused at first, and set when the run was resumed. */
const written = readFileSync(new URL('fixtures/agents-run-format-1.ndjson', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
const run = '20261123-035640-qixu'

const entriesIn = (): JournalEntry[] => written.map((line) => JSON.parse(line) as JournalEntry)

it('CSV-16: a run of agent details of a released format is listed, read whole and audited', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'wxcc-agents-'))
  const journal = openSqliteJournal(join(directory, 'runs.db'))
  try {
    for (const entry of entriesIn()) await journal.append(run, entry)
    expect(await journal.list()).toEqual([
      expect.objectContaining({ runId: run, people: 2, state: 'finished', kind: 'agents' }),
    ])
    const entries = await journal.load(run)
    expect(entries.map((entry) => JSON.stringify(entry))).toEqual(written)
    expect(readRecord(entries)).toEqual({ ok: false, reason: 'agents' })
    const reading = readAgentRecord(entries)
    if (!reading.ok) throw new Error(reading.reason)
    const { record } = reading
    expect([record.isFinished, record.inDoubt, agentReportOf(record).counts.done]).toEqual([true, [], 2])
    expect(record.given).toHaveLength(2)
  } finally {
    journal.close()
    rmSync(directory, { recursive: true, force: true })
  }
})

it('CSV-16: the trail names each agent, the fields before and after, and the TrackingID of a refusal', () => {
  const lines = auditLines(run, entriesIn())
  expect(verifyAudit(`${lines.join('\n')}\n`).ok).toBe(true)
  const settled = lines.map((line) => JSON.parse(line)).filter(({ event }) => event === 'step.settled')
  expect(settled[0]).toMatchObject({
    by: 'anna.admin@acme.example',
    plan: expect.stringMatching(/^09d7f20d7d1c/),
    email: 'grace.kim@acme.example',
    rule: 'CSV-16',
    before: { multimediaProfile: 'Default', externalId: null },
    problem: { code: 'failure.invalid', facts: { trackingId: expect.any(String) } },
  })
  expect('after' in settled[0]).toBe(false)
  expect(settled.at(-2)).toMatchObject({
    after: { multimediaProfile: 'Voice and chat', externalId: 'E-1' },
    outcome: 'done',
  })
  const hidden = auditLines(run, entriesIn(), { pseudonym: createPseudonyms('key') }).join('\n')
  expect(hidden).not.toMatch(/acme\.example|E-1|46adab6f/)
})

const ports: AgentRunPorts = {
  ...unreachable,
  agents: { readCatalog: nothing, findAgents: nothing, changeAgents: nothing },
}

it('M8: a record of agent details that was changed somewhere is read, or refused with its first bad entry', async () => {
  const never = new AbortController().signal
  await fc.assert(
    fc.asyncProperty(fc.array(changesOf(written.length), { minLength: 1, maxLength: 3 }), async (changes) => {
      const whole = written.map((line) => JSON.parse(line) as Json)
      const lines = changes.reduce((kept, change) => (kept.length === 0 ? kept : change(kept)), whole)
      const entries = lines as unknown as JournalEntry[]
      const text = JSON.stringify(entries)
      const fault = faultOf(entries)
      const reading = readAgentRecord(entries)
      if (fault === undefined) auditLines(run, entries)
      else
        expect(reading).toEqual(
          expect.objectContaining({ ok: false, reason: fault.kind, entry: fault.entry }),
        )
      if (reading.ok) {
        const { record } = reading
        formerAgents(record.plan.changes, record.names)
        expect(agentReportOf(record).agents).toHaveLength(record.plan.changes.length)
        expect((await setUpAgents({ runId: run, record }, ports)).ok).toBe(false)
        expect((await verifyAgents(record, ports, never)).ok).toBe(false)
      }
      expect(JSON.stringify(entries)).toBe(text)
    }),
    { numRuns: 500 },
  )
})
