import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftFor, observationFor } from '../../test/samples.ts'
import type { Problem } from '../domain/problem.ts'
import { answer, emptyDraft } from '../intake/draft.ts'
import { checkKnownPeople, checkPeople } from './people.ts'

const ada = { email: 'ada@acme.example', firstName: 'Ada', lastName: 'Lovelace' }

function people(count: number): readonly { readonly email: string }[] {
  return Array.from({ length: count }, (_, index) => ({ email: `p${index + 1}@acme.example` }))
}

function codesOf(problems: readonly Problem[]): readonly string[] {
  return problems.map(({ code }) => code)
}

describe('checkPeople', () => {
  it('ENTRY-5: in address mode an address is all that a person needs', () => {
    expect(checkPeople(draftFor({ people: [{ email: ada.email }] }))).toEqual([])
  })

  it('ENTRY-5: in address mode names that were given are named as unused', () => {
    expect(checkPeople(draftFor({ entry: 'email', people: [ada] }))).toEqual([
      {
        code: 'person.names-unused',
        severity: 'notice',
        rule: 'ENTRY-5',
        subject: { kind: 'person', email: ada.email, row: 1 },
        facts: { row: 1, name: 'Ada Lovelace' },
      },
    ])
  })

  it.each([
    ['Ada', { firstName: 'Ada' }],
    ['Lovelace', { lastName: 'Lovelace' }],
  ])('ENTRY-5: in address mode half a name is named as well: %s', (name, half) => {
    const problems = checkPeople(draftFor({ entry: 'email', people: [{ email: ada.email, ...half }] }))
    expect(problems.map(({ code, facts }) => [code, facts])).toEqual([
      ['person.names-unused', { row: 1, name }],
    ])
  })

  it('ENTRY-5: nobody can do without an address', () => {
    expect(checkPeople(draftFor({ people: [{ email: '  ' }, { email: ada.email }, { email: '' }] }))).toEqual(
      [1, 3].map((row) => ({
        code: 'person.email-missing',
        severity: 'error',
        rule: 'ENTRY-5',
        subject: { kind: 'person', email: '', row, field: 'email' },
        facts: { row },
      })),
    )
  })

  it('ENTRY-5: an address that cannot be one is refused as it was written', () => {
    expect(checkPeople(draftFor({ people: [{ email: ' Ada@Acme ' }] }))).toEqual([
      {
        code: 'person.email-malformed',
        severity: 'error',
        rule: 'ENTRY-5',
        subject: { kind: 'person', email: 'Ada@Acme', row: 1, field: 'email' },
        facts: { email: 'Ada@Acme', fault: 'domain-malformed', row: 1 },
      },
    ])
  })

  it('ENTRY-6: with first name, last name and address nothing is missing', () => {
    expect(checkPeople(draftFor({ entry: 'names-and-email', people: [ada] }))).toEqual([])
  })

  it('ENTRY-6: in names mode a missing name is a warning, each by its own field', () => {
    const draft = draftFor({
      entry: 'names-and-email',
      people: [
        { email: 'a@acme.example', lastName: 'Lovelace' },
        { email: 'b@acme.example', firstName: 'Grace', lastName: ' ' },
      ],
    })
    expect(checkPeople(draft)).toEqual([
      {
        code: 'person.first-name-missing',
        severity: 'warning',
        rule: 'ENTRY-6',
        subject: { kind: 'person', email: 'a@acme.example', row: 1, field: 'firstName' },
        facts: { row: 1 },
      },
      {
        code: 'person.last-name-missing',
        severity: 'warning',
        rule: 'ENTRY-6',
        subject: { kind: 'person', email: 'b@acme.example', row: 2, field: 'lastName' },
        facts: { row: 2 },
      },
    ])
  })

  it('ENTRY-7: 25 people go in at once', () => {
    expect(checkPeople(draftFor({ people: people(25) }))).toEqual([])
  })

  it('ENTRY-7: thirty people are chained as 25 and 5', () => {
    expect(checkPeople(draftFor({ people: people(30) }))).toEqual([
      {
        code: 'people.chained',
        severity: 'notice',
        rule: 'ENTRY-7',
        subject: { kind: 'stage' },
        facts: { people: 30, limit: 25, batches: ['25', '5'], count: 2 },
      },
    ])
  })

  it.each([26, 1_000, 0, -1, 2.5, Number.NaN])('ENTRY-7: %d at once is refused', (size) => {
    const draft = answer(draftFor({ people: [ada], entry: 'names-and-email' }), {
      type: 'batchSize.choose',
      size,
    })
    expect(checkPeople(draft)).toEqual([
      {
        code: 'batch.too-large',
        severity: 'error',
        rule: 'ENTRY-7',
        subject: { kind: 'stage' },
        facts: { limit: 25, given: size },
      },
    ])
  })

  it('C-12: one at a time, three people are three batches', () => {
    expect(checkPeople(draftFor({ batchSize: 1, people: people(3) }))).toEqual([
      {
        code: 'people.chained',
        severity: 'notice',
        rule: 'ENTRY-7',
        subject: { kind: 'stage' },
        facts: { people: 3, limit: 1, batches: ['1', '1', '1'], count: 3 },
      },
    ])
  })

  it('ENTRY-8: an address entered twice is an error that names every row of it', () => {
    const draft = draftFor({
      people: [
        { email: 'ada@acme.example' },
        { email: 'grace@acme.example' },
        { email: ' ADA@Acme.Example' },
        { email: 'ada@acme.example' },
      ],
    })
    expect(checkPeople(draft)).toEqual([
      {
        code: 'person.duplicate',
        severity: 'error',
        rule: 'ENTRY-8',
        subject: { kind: 'person', email: 'ada@acme.example', row: 4, field: 'email' },
        facts: { email: 'ada@acme.example', rows: ['1', '3', '4'] },
      },
    ])
  })

  it('ENTRY-8: two people without an address are not the same person', () => {
    expect(codesOf(checkPeople(draftFor({ people: [{ email: '' }, { email: '' }] })))).toEqual([
      'person.email-missing',
      'person.email-missing',
    ])
  })

  it('ENTRY-9: nobody goes on without anybody', () => {
    expect(checkPeople(emptyDraft())).toEqual([
      { code: 'people.none', severity: 'error', rule: 'ENTRY-9', subject: { kind: 'stage' }, facts: {} },
    ])
  })

  it('names an exception whose person was taken out', () => {
    const draft = answer(
      draftFor({ people: [{ ...ada, license: 'premium' }, { email: 'b@acme.example' }] }),
      {
        type: 'people.remove',
        row: 1,
      },
    )
    expect(checkPeople({ ...draft, entry: 'email' })).toEqual([
      {
        code: 'exception.moot',
        severity: 'notice',
        subject: { kind: 'person', email: ada.email },
        facts: { email: ada.email },
      },
    ])
  })

  it('says something about people only under a rule of entering, whoever they are', () => {
    const anyone = fc.record(
      { email: fc.oneof(fc.emailAddress(), fc.string()), firstName: fc.string(), lastName: fc.string() },
      { requiredKeys: ['email'] },
    )
    fc.assert(
      fc.property(fc.array(anyone, { maxLength: 40 }), (some) => {
        const problems = checkPeople(draftFor({ people: some }))
        for (const { rule, code } of problems) expect([code, rule?.split('-')[0]]).toEqual([code, 'ENTRY'])
        const rows = problems.flatMap(({ subject }) => (subject.kind === 'person' ? (subject.row ?? 0) : []))
        for (const row of rows) expect(row >= 1 && row <= some.length).toBe(true)
      }),
    )
  })
})

describe('checkKnownPeople', () => {
  const known = observationFor({
    people: [{ email: 'ada@acme.example', firstName: 'Augusta Ada', lastName: 'King', status: 'inactive' }],
  })
  const subject = { kind: 'person', email: 'ADA@acme.example', row: 2 }
  const exists = {
    code: 'person.exists',
    severity: 'notice',
    rule: 'ENTRY-10',
    subject,
    facts: { status: 'inactive' },
  }

  it('ENTRY-10: people who exist already are named with their status, however their address is written', () => {
    const draft = draftFor({ people: [{ email: 'new@acme.example' }, { email: 'ADA@acme.example' }] })
    expect(checkKnownPeople(draft, known)).toEqual([exists])
  })

  it('ENTRY-10: another name than the one that they have is named, since they keep theirs', () => {
    const draft = draftFor({
      people: [
        { email: 'new@acme.example', firstName: 'N', lastName: 'N' },
        { email: 'ADA@acme.example', firstName: 'Ada', lastName: 'Lovelace' },
      ],
    })
    expect(checkKnownPeople(draft, known)).toEqual([
      exists,
      {
        code: 'person.names-differ',
        severity: 'notice',
        rule: 'ENTRY-10',
        subject,
        facts: { entered: 'Ada Lovelace', known: 'Augusta Ada King' },
      },
    ])
  })

  it.each([
    ['the same name', 'names-and-email', { firstName: ' Augusta Ada', lastName: 'King ' }],
    ['no name', 'names-and-email', {}],
    ['a name that is not used', 'email', { firstName: 'Ada' }],
  ])('ENTRY-10: nothing is said of %s', (_, entry, names) => {
    const draft = draftFor({
      entry,
      people: [{ email: 'x@acme.example' }, { email: 'ADA@acme.example', ...names }],
    })
    expect(checkKnownPeople(draft, known)).toEqual([exists])
  })
})
