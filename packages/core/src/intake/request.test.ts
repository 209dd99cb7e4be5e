import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { administratorChoices, licenseChoices } from '../domain/entitlement.ts'
import type { Problem } from '../domain/problem.ts'
import { questionCodes } from '../domain/problem.ts'
import { readRequest, requestJsonSchema } from './request.ts'

const smallest = { format: 1, people: [] }

const filledIn = {
  format: 1,
  route: 'manual',
  entry: 'email',
  batchSize: 25,
  trialAccounts: [],
  sameForAll: { license: 'none', administrator: 'keep' },
  people: [],
  subscriptions: {},
  acknowledge: [],
}

function problemsOf(value: unknown): readonly Problem[] {
  const reading = readRequest(value)
  return reading.ok ? [] : reading.problems
}

function error(path: string, code: string, facts: object, rule?: string): object {
  return { code, severity: 'error', ...(rule ? { rule } : {}), subject: { kind: 'request', path }, facts }
}

describe('readRequest', () => {
  it('fills in everything that the smallest request leaves out', () => {
    expect(readRequest(smallest)).toEqual({ ok: true, request: filledIn })
  })

  it('keeps everything that a full request says', () => {
    const full = {
      format: 1,
      organization: 'b3a2f1c0-1111-4222-8333-944455556666',
      platform: 'new',
      route: 'csv',
      entry: 'names-and-email',
      batchSize: 1,
      trialAccounts: ['ada@example.com'],
      sameForAll: { license: 'premium', administrator: 'keep' },
      people: [
        { email: 'ada@example.com', firstName: 'Ada', lastName: 'Lovelace', license: 'premium-supervisor' },
        { email: 'not an address', administrator: 'cc-service' },
      ],
      subscriptions: { premium: 'Sub121331' },
      acknowledge: ['administrator.supervisor-unusual'],
    }
    expect(readRequest(full)).toEqual({ ok: true, request: full })
  })

  it('takes the half of "the same for all" that is left out from the default', () => {
    expect(readRequest({ ...smallest, sameForAll: { license: 'standard' } })).toEqual({
      ok: true,
      request: { ...filledIn, sameForAll: { license: 'standard', administrator: 'keep' } },
    })
  })

  it('does not read the address of the schema', () => {
    expect(readRequest({ $schema: './request.schema.json', ...smallest })).toEqual({
      ok: true,
      request: filledIn,
    })
  })

  it('treats a key given as undefined as not given', () => {
    const people = [{ email: 'ada@example.com', firstName: undefined, license: undefined }]
    const reading = readRequest({
      ...smallest,
      platform: undefined,
      people,
      subscriptions: { premium: undefined },
    })
    expect(reading).toStrictEqual({
      ok: true,
      request: { ...filledIn, people: [{ email: 'ada@example.com' }] },
    })
  })

  it.each([
    ['ENTRY-5: nobody has a name', [{ email: 'a@b.org' }, { email: 'c@d.org' }], 'email'],
    [
      'ENTRY-6: somebody has a first name',
      [{ email: 'a@b.org' }, { email: 'c@d.org', firstName: 'C' }],
      'names-and-email',
    ],
    ['ENTRY-6: somebody has a last name', [{ email: 'a@b.org', lastName: 'B' }], 'names-and-email'],
    ['ENTRY-5: names are blank', [{ email: 'a@b.org', firstName: ' ', lastName: '' }], 'email'],
  ])('%s', (_, people, entry) => {
    expect(readRequest({ ...smallest, people })).toEqual({
      ok: true,
      request: { ...filledIn, people, entry },
    })
  })

  it('ENTRY-4: an entry mode that was given wins over the names', () => {
    const people = [{ email: 'a@b.org', firstName: 'A' }]
    const request = { ...filledIn, people }
    expect(readRequest({ ...smallest, entry: 'email', people })).toEqual({ ok: true, request })
  })

  it.each([
    ['PLAT-4: the text 1.0', '1.0', '1.0'],
    ['PLAT-4: the number that YAML makes of 1.0', 1, '1.0'],
    ['PLAT-5: our word for the new platform', 'new', 'new'],
    ['PLAT-5: the text on the screen', 'New platform', 'new'],
  ])('%s is an answer', (_, answer, platform) => {
    expect(readRequest({ ...smallest, platform: answer })).toEqual({
      ok: true,
      request: { ...filledIn, platform },
    })
  })

  it.each([
    ['2.0', '2.0'],
    ['', ''],
    [2, '2'],
    [null, 'null'],
    [true, 'true'],
    [['new'], 'list'],
    [{ platform: 'new' }, 'mapping'],
  ])('PLAT-3: %j is not an answer', (platform, given) => {
    expect(problemsOf({ ...smallest, platform })).toEqual([
      error('platform', 'platform.not-an-answer', { given }, 'PLAT-3'),
    ])
  })

  it.each([26, 1_000, 1e300])('ENTRY-7: %d people at once are too many', (batchSize) => {
    expect(problemsOf({ ...smallest, batchSize })).toEqual([
      error('batchSize', 'batch.too-large', { limit: 25, given: batchSize }, 'ENTRY-7'),
    ])
  })

  it.each([0, -1, 2.5, 26.5, '25', null])('ENTRY-7: %j is no number of people', (batchSize) => {
    expect(problemsOf({ ...smallest, batchSize })).toEqual([
      error('batchSize', 'request.wrong-value', { expected: '1–25', given: String(batchSize) }),
    ])
  })

  it.each([1, 25])('ENTRY-7: %d people at once are allowed', (batchSize) => {
    expect(readRequest({ ...smallest, batchSize })).toEqual({ ok: true, request: { ...filledIn, batchSize } })
  })

  it('judges nothing else in a request of another format', () => {
    expect(problemsOf({ format: 2, persons: [] })).toEqual([
      error('format', 'request.format-unknown', { given: 2, expected: 1 }),
    ])
  })

  it.each([
    ['a list', [], 'list'],
    ['nothing', null, 'null'],
    ['text', 'ada@example.com', 'ada@example.com'],
  ])('refuses %s in place of a request', (_, value, given) => {
    expect(problemsOf(value)).toEqual([error('', 'request.wrong-value', { expected: 'mapping', given })])
  })

  it('reports everything at once, with the row where it is in people', () => {
    const value = {
      format: '1',
      platfrom: 'new',
      sameForAll: { license: 'supervisor', administrator: 'full' },
      people: [
        { email: 'ada@example.com' },
        { firstName: 'Grace', administator: 'full' },
        'alan@example.com',
        { email: 7, license: 'gold' },
      ],
      subscriptions: { Premium: 'Sub1' },
      acknowledge: ['license.units-shrt', 1],
      trialAccounts: 'ada@example.com',
    }
    const license = 'none | standard | premium | premium-supervisor | remove'
    expect(problemsOf(value)).toEqual([
      error('format', 'request.wrong-value', { expected: '1', given: '1' }),
      error('trialAccounts', 'request.wrong-value', { expected: 'list', given: 'ada@example.com' }),
      error('sameForAll.license', 'request.wrong-value', { expected: license, given: 'supervisor' }),
      error('people.1.email', 'request.missing-key', { key: 'email', row: 2 }),
      error('people.1.administator', 'request.unknown-key', {
        key: 'administator',
        nearest: 'administrator',
        row: 2,
      }),
      error('people.2', 'request.wrong-value', { expected: 'mapping', given: 'alan@example.com', row: 3 }),
      error('people.3.email', 'request.wrong-value', { expected: 'text', given: '7', row: 4 }),
      error('people.3.license', 'request.wrong-value', { expected: license, given: 'gold', row: 4 }),
      error('subscriptions.Premium', 'request.unknown-key', { key: 'Premium', nearest: 'premium' }),
      error('acknowledge.0', 'request.wrong-value', {
        expected: 'code of a question',
        given: 'license.units-shrt',
        nearest: 'license.units-short',
      }),
      error('acknowledge.1', 'request.wrong-value', { expected: 'code of a question', given: '1' }),
      error('platfrom', 'request.unknown-key', { key: 'platfrom', nearest: 'platform' }),
    ])
  })

  it('misses what nobody can leave out', () => {
    expect(problemsOf({})).toEqual([
      error('format', 'request.missing-key', { key: 'format' }),
      error('people', 'request.missing-key', { key: 'people' }),
    ])
  })

  it('suggests nothing for a key that resembles none', () => {
    expect(problemsOf({ ...smallest, token: 'x' })).toEqual([
      error('token', 'request.unknown-key', { key: 'token' }),
    ])
  })

  it('repeats nothing that may be a secret, wherever it was pasted', () => {
    const secret = 'ZDI3MGEyYzQtNmFlNS00NDNhLWFlNzAtZGVjNjE0MGU1OGZmZWNmZDEwN2ItYTU3_PF84_1eb65fdf'
    const text = JSON.stringify(
      problemsOf({
        ...smallest,
        token: secret,
        [secret]: 1,
        platform: secret,
        entry: `Bearer ${secret}`,
        people: [{ email: 'a@b.org', license: secret }, secret],
        acknowledge: [secret],
      }),
    )
    expect(text.split('"code"')).toHaveLength(8)
    for (let at = 0; at + 8 <= secret.length; at += 1) expect(text).not.toContain(secret.slice(at, at + 8))
  })

  it('repeats at most 60 characters of a value', () => {
    expect(problemsOf({ ...smallest, entry: 'so '.repeat(40) }).map(({ facts: { given } }) => given)).toEqual(
      [`${'so '.repeat(20).slice(0, 59)}…`],
    )
  })

  it('answers any JSON value with a request or with problems, and never throws', () => {
    const almost = fc.record(
      {
        format: fc.oneof(fc.constant(1), fc.jsonValue()),
        platform: fc.jsonValue(),
        entry: fc.jsonValue(),
        batchSize: fc.oneof(fc.integer(), fc.jsonValue()),
        trialAccounts: fc.jsonValue(),
        sameForAll: fc.jsonValue(),
        people: fc.oneof(
          fc.array(fc.dictionary(fc.constantFrom('email', 'license', '__proto__'), fc.jsonValue())),
          fc.jsonValue(),
        ),
        subscriptions: fc.jsonValue(),
        acknowledge: fc.jsonValue(),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), almost), (value) => {
        const reading = readRequest(JSON.parse(JSON.stringify(value)))
        if (!reading.ok) expect(reading.problems.length).toBeGreaterThan(0)
      }),
      { numRuns: 1_000 },
    )
  })

  it('reads a request that it gave out as the same request', () => {
    const entitlement = {
      license: fc.constantFrom(...licenseChoices),
      administrator: fc.constantFrom(...administratorChoices),
    }
    const written = fc.record(
      {
        format: fc.constant(1),
        people: fc.array(
          fc.record(
            { email: fc.string(), firstName: fc.string(), lastName: fc.string(), ...entitlement },
            { requiredKeys: ['email'] },
          ),
        ),
        organization: fc.uuid(),
        platform: fc.constantFrom('1.0', 'new', 'New platform', 1),
        entry: fc.constantFrom('email', 'names-and-email'),
        batchSize: fc.integer({ min: 1, max: 25 }),
        trialAccounts: fc.array(fc.emailAddress()),
        sameForAll: fc.record(entitlement, { requiredKeys: [] }),
        subscriptions: fc.record({ standard: fc.string(), premium: fc.string() }, { requiredKeys: [] }),
        acknowledge: fc.array(fc.constantFrom(...questionCodes)),
      },
      { requiredKeys: ['format', 'people'] },
    )
    fc.assert(
      fc.property(written, (value) => {
        const first = readRequest(value)
        if (!first.ok) throw new Error(JSON.stringify(first.problems))
        expect(readRequest(JSON.parse(JSON.stringify(first.request)))).toEqual(first)
      }),
    )
  })
})

describe('requestJsonSchema', () => {
  it('describes every key of a request to an editor', () => {
    const schema = JSON.parse(JSON.stringify(requestJsonSchema()))
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema')
    expect(schema.$id).toBe('urn:wxcc-onboard:request:1')
    expect(schema.required).toEqual(['format', 'people'])
    expect(schema.additionalProperties).toBe(false)
    const undescribed = Object.entries<{ description?: string }>(schema.properties)
      .filter(([, property]) => !property.description)
      .map(([key]) => key)
    expect(undescribed).toEqual([])
  })

  it('allows what may be written, not only what is read from it', () => {
    const { properties } = JSON.parse(JSON.stringify(requestJsonSchema()))
    expect(properties.platform.enum).toEqual(['1.0', 'new', 'New platform', 1])
    expect(properties.batchSize).toMatchObject({ type: 'integer', minimum: 1, maximum: 25, default: 25 })
    expect(properties.people.items.required).toEqual(['email'])
  })
})
