import type { JournalEntry, Plan, Request } from '@wxcc-onboard/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { auditLines, createPseudonyms, verifyAudit } from '../src/audit.ts'

const plan: Plan = {
  format: 1,
  organization: { id: 'o', name: 'Acme' },
  platform: 'new',
  people: [
    {
      email: 'ada@acme.example',
      row: 1,
      batch: 1,
      isNew: false,
      entitlement: { license: 'premium', administrator: 'keep' } as never,
      before: { license: 'standard', administrator: 'none' },
      licenseIds: ['pool-2'],
      lostLicenseIds: ['pool-1'],
      administrator: 'full',
    },
  ],
  steps: [
    step({ kind: 'person.create', key: 'create:ada@acme.example' }),
    step({ kind: 'license.change', key: 'license:ada@acme.example', add: ['pool-2'], remove: ['pool-1'] }),
    step({ kind: 'administrator.change', key: 'administrator:ada@acme.example', from: 'none', to: 'full' }),
  ],
  tasks: [],
  units: [
    {
      poolId: 'pool-2',
      license: 'premium',
      name: 'Contact Center Premium Agent',
      total: 10,
      assignedBefore: 1,
      assignedAfter: 2,
    },
  ],
  forecast: { calls: 0 },
  invitations: 0,
  removals: 0,
  hash: 'f'.repeat(64),
} as Plan

function step(more: object): Plan['steps'][number] {
  return { email: 'ada@acme.example', row: 1, batch: 1, rule: 'SAVE-5', after: [], ...more } as never
}

const by = 'admin@acme.example'
const adaId = 'Y2lzY29zcGFyazovL3VzL1BFT1BMRS9hZGE'

const trouble: JournalEntry = {
  at: 6,
  by,
  type: 'step.settled',
  key: 'license:ada@acme.example',
  result: {
    outcome: 'failed',
    problem: {
      code: 'failure.no-units',
      severity: 'error',
      subject: { kind: 'person', email: 'ada@acme.example', row: 1 },
      facts: { trackingId: 'ATLAS_1', message: 'Ada Lovelace <ada@acme.example> has none', status: 400 },
    },
  },
}

const entries: readonly JournalEntry[] = [
  { at: 1, by, type: 'run.opened', format: 1, organization: plan.organization },
  { at: 2, by, type: 'plan.made', request: { people: [{}] } as unknown as Request, plan },
  { at: 3, by, type: 'plan.approved', hash: plan.hash },
  { at: 4, by, type: 'step.intended', key: 'create:ada@acme.example' },
  {
    at: 5,
    by,
    type: 'step.settled',
    key: 'create:ada@acme.example',
    result: { outcome: 'done', personId: adaId },
  },
  trouble,
  { at: 7, by, type: 'step.settled', key: 'administrator:ada@acme.example', result: { outcome: 'already' } },
  {
    at: 8,
    type: 'task.changed',
    id: 'trial-organization:ada@acme.example',
    status: { state: 'claimed', verifiedFor: [] },
  },
  { at: 9, by, type: 'run.finished' },
]

const lines = auditLines('run-1', entries)
const records = lines.map((line) => JSON.parse(line))
const whole = `${lines.join('\n')}\n`

describe('The audit trail of a run', () => {
  it('tells who did what when under which plan, and what it was before and after', () => {
    expect(records[4]).toEqual({
      n: 5,
      at: '1970-01-01T00:00:00.005Z',
      by,
      run: 'run-1',
      event: 'step.settled',
      plan: plan.hash,
      step: 'create:ada@acme.example',
      kind: 'person.create',
      email: 'ada@acme.example',
      rule: 'SAVE-5',
      before: { exists: false },
      after: { exists: true },
      outcome: 'done',
      personId: adaId,
      previous: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect([records[6].before, records[6].after]).toEqual([
      { administrator: 'none' },
      { administrator: 'full' },
    ])
  })

  it('claims no state after where the step was not read back, and has the TrackingID of the refusal', () => {
    expect(records[5].before).toEqual({ license: 'standard' })
    expect('after' in records[5]).toBe(false)
    expect(records[5].problem).toEqual({
      code: 'failure.no-units',
      facts: expect.objectContaining({ trackingId: 'ATLAS_1' }),
    })
  })

  it('names each step with the plan by which it was approved, rows that were planned anew with their own', () => {
    const lot: Plan = { ...plan, hash: 'e'.repeat(64), steps: [{ ...plan.steps[1]!, remove: [] } as never] }
    const { key } = lot.steps[0]!
    const anew: JournalEntry[] = [
      ...entries.slice(0, 3),
      { at: 4, type: 'plan.renewed', open: lot },
      { at: 5, type: 'step.intended', key },
      { at: 6, type: 'plan.approved', hash: lot.hash },
      { at: 7, type: 'step.intended', key },
    ]
    const told = auditLines('run-1', anew).map((line) => JSON.parse(line))
    expect(told[3].open).toEqual({ plan: lot.hash, people: 1, steps: 1, invitations: 0 })
    expect(told.slice(4, 7).map((one) => [one.event, one.plan, one.after?.removed])).toEqual([
      ['step.intended', plan.hash, ['pool-1']],
      ['plan.approved', lot.hash, undefined],
      ['step.intended', lot.hash, []],
    ])
  })

  it('is the same whenever it is derived', () => {
    expect(auditLines('run-1', entries)).toEqual(lines)
  })

  it('is whole as it was written, with either kind of line end', () => {
    expect(verifyAudit(whole)).toEqual({ ok: true, lines: 10, head: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(verifyAudit(whole.replaceAll('\n', '\r\n')).ok).toBe(true)
  })

  it('names the line in which any character was changed', () => {
    fc.assert(
      fc.property(
        fc.nat(lines.length - 1),
        fc.nat(),
        fc.constantFrom('0', 'a', '"', '}', 'é'),
        (index, place, character) => {
          const line = lines[index]!
          const at = place % line.length
          const changed = line.slice(0, at) + character + line.slice(at + 1)
          fc.pre(changed !== line)
          const verdict = verifyAudit(lines.with(index, changed).join('\n'))
          expect(verdict).toEqual({ ok: false, line: index + 1, damage: expect.any(String) })
        },
      ),
      { numRuns: 2_000 },
    )
  })

  it('names the line from which on lines were taken out, put in, put elsewhere or cut off', () => {
    const at = (changed: readonly string[]) => {
      const verdict = verifyAudit(changed.join('\n'))
      return verdict.ok ? 'whole' : verdict.line
    }
    expect(at(lines.toSpliced(3, 1))).toBe(4)
    expect(at(lines.toSpliced(3, 0, lines[3]!))).toBe(5)
    expect(at(lines.with(3, lines[4]!).with(4, lines[3]!))).toBe(4)
    expect(at(lines.slice(0, 6))).toBe(6)
    expect(at([...lines, lines[9]!])).toBe(10)
    expect(at([])).toBe(1)
  })
})

describe('A pseudonymized trail', () => {
  const pseudonym = createPseudonyms('key')
  const hidden = auditLines('run-1', entries, { pseudonym })

  it('has no address and no free text in it, and the same pseudonym for the same person', () => {
    const text = hidden.join('\n')
    expect(text).not.toMatch(/acme\.example|Ada|Lovelace/)
    const names = new Set(text.match(/person-[0-9a-f]{12}@pseudonym\.invalid/g))
    expect(names).toEqual(new Set([pseudonym('ada@acme.example'), pseudonym(adaId), pseudonym(by)]))
    expect(text).not.toContain(adaId)
    expect(pseudonym('ADA@acme.example')).toBe(pseudonym('ada@acme.example'))
    expect(createPseudonyms('other')('ada@acme.example')).not.toBe(pseudonym('ada@acme.example'))
  })

  it('is a chain of its own', () => {
    expect(verifyAudit(hidden.join('\n')).ok).toBe(true)
  })

  it('hides every address that a step may have', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (email) => {
        const key = `create:${email}`
        const odd = { ...plan, steps: [{ ...plan.steps[0]!, key, email }] }
        const some: JournalEntry[] = [
          { at: 1, type: 'plan.made', request: { people: [] } as unknown as Request, plan: odd },
          { at: 2, type: 'step.intended', key },
        ]
        const text = auditLines('r', [...some, { at: 3, type: 'plan.renewed', open: odd }], {
          pseudonym,
        }).join('\n')
        expect(text).not.toContain(email)
        expect(text).toContain(pseudonym(email))
      }),
    )
  })
})
