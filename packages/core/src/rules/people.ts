import type { Observation } from '../domain/organization.ts'
import { addressFault, type PersonEntry, personKey } from '../domain/person.ts'
import { manualBatchLimit } from '../domain/platform.ts'
import type { Problem } from '../domain/problem.ts'
import { batchesOf, batchLimitOf, type Draft } from '../intake/draft.ts'

/** What is to be said about the people as entered, before anything is looked up (ENTRY-4 to ENTRY-9). */
export function checkPeople(draft: Draft): readonly Problem[] {
  return [
    ...checkCount(draft),
    ...draft.people.flatMap((person) => [...checkAddress(person), ...checkNames(person, draft)]),
    ...checkDuplicates(draft.people),
    ...checkMootExceptions(draft),
  ]
}

/** What is to be said about them once the organization was looked at: who exists already (ENTRY-10). */
export function checkKnownPeople(draft: Draft, observation: Observation): readonly Problem[] {
  return draft.people.flatMap((person): readonly Problem[] => {
    const known = observation.people[personKey(person.email)]
    if (known === undefined) return []
    const subject = { kind: 'person', email: person.email, row: person.row } as const
    return [
      {
        code: 'person.exists',
        severity: 'notice',
        rule: 'ENTRY-10',
        subject,
        facts: { status: known.status },
      },
      ...(namesDiffer(person, known) && draft.entry === 'names-and-email'
        ? [
            {
              code: 'person.names-differ',
              severity: 'notice',
              rule: 'ENTRY-10',
              subject,
              facts: { entered: nameOf(person), known: nameOf(known) },
            } as const,
          ]
        : []),
    ]
  })
}

function checkCount(draft: Draft): readonly Problem[] {
  const subject = { kind: 'stage' } as const
  if (draft.people.length === 0)
    return [{ code: 'people.none', severity: 'error', rule: 'ENTRY-9', subject, facts: {} }]
  if (!Number.isInteger(draft.batchSize) || draft.batchSize < 1 || draft.batchSize > manualBatchLimit)
    return [
      {
        code: 'batch.too-large',
        severity: 'error',
        rule: 'ENTRY-7',
        subject,
        facts: { limit: manualBatchLimit, given: draft.batchSize },
      },
    ]
  const batches = batchesOf(draft)
  if (batches.length === 1) return []
  return [
    {
      code: 'people.chained',
      severity: 'notice',
      rule: 'ENTRY-7',
      subject,
      facts: {
        people: draft.people.length,
        limit: batchLimitOf(draft),
        batches: batches.map(String),
        count: batches.length,
      },
    },
  ]
}

function checkAddress({ email, row }: PersonEntry): readonly Problem[] {
  const subject = { kind: 'person', email, row, field: 'email' } as const
  if (email === '')
    return [{ code: 'person.email-missing', severity: 'error', rule: 'ENTRY-5', subject, facts: { row } }]
  const fault = addressFault(email)
  if (fault === undefined) return []
  return [
    {
      code: 'person.email-malformed',
      severity: 'error',
      rule: 'ENTRY-5',
      subject,
      facts: { email, fault, row },
    },
  ]
}

function checkNames(person: PersonEntry, draft: Draft): readonly Problem[] {
  const { email, row, firstName = '', lastName = '' } = person
  if (draft.entry === 'email') {
    if (firstName === '' && lastName === '') return []
    const facts = { row, name: nameOf(person) }
    return [
      {
        code: 'person.names-unused',
        severity: 'notice',
        rule: 'ENTRY-5',
        subject: { kind: 'person', email, row },
        facts,
      },
    ]
  }
  const missing: Problem[] = []
  if (firstName === '')
    missing.push({
      code: 'person.first-name-missing',
      severity: 'warning',
      rule: 'ENTRY-6',
      subject: { kind: 'person', email, row, field: 'firstName' },
      facts: { row },
    })
  if (lastName === '')
    missing.push({
      code: 'person.last-name-missing',
      severity: 'warning',
      rule: 'ENTRY-6',
      subject: { kind: 'person', email, row, field: 'lastName' },
      facts: { row },
    })
  return missing
}

function checkDuplicates(people: readonly PersonEntry[]): readonly Problem[] {
  const rowsByKey = new Map<string, PersonEntry[]>()
  for (const person of people) {
    if (person.email === '') continue
    const key = personKey(person.email)
    rowsByKey.set(key, [...(rowsByKey.get(key) ?? []), person])
  }
  return [...rowsByKey.values()].flatMap((same): readonly Problem[] => {
    const last = same.at(-1)
    if (last === undefined || same.length === 1) return []
    return [
      {
        code: 'person.duplicate',
        severity: 'error',
        rule: 'ENTRY-8',
        subject: { kind: 'person', email: last.email, row: last.row, field: 'email' },
        facts: { email: last.email, rows: same.map(({ row }) => String(row)) },
      },
    ]
  })
}

function checkMootExceptions(draft: Draft): readonly Problem[] {
  const entered = new Set(draft.people.map(({ email }) => personKey(email)))
  return Object.keys(draft.exceptions)
    .filter((key) => !entered.has(key))
    .map(
      (email): Problem => ({
        code: 'exception.moot',
        severity: 'notice',
        subject: { kind: 'person', email },
        facts: { email },
      }),
    )
}

function namesDiffer(entered: Named, known: Named): boolean {
  const given = nameOf(entered)
  return given !== '' && given !== nameOf(known)
}

interface Named {
  readonly firstName?: string
  readonly lastName?: string
}

function nameOf({ firstName = '', lastName = '' }: Named): string {
  return `${firstName} ${lastName}`.trim()
}
