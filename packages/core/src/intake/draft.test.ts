import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { administratorChoices, licenseChoices } from '../domain/entitlement.ts'
import type { Observation } from '../domain/organization.ts'
import { personKey } from '../domain/person.ts'
import {
  type Answer,
  answer,
  batchesOf,
  batchOf,
  type Draft,
  draftOf,
  emptyDraft,
  entitlementOf,
  licenseWishes,
  requestOf,
} from './draft.ts'
import { readRequest } from './request.ts'

const ada = 'ada@acme.example'
const grace = 'grace@acme.example'

/** The draft after these answers, from the beginning. */
function after(...answers: readonly Answer[]): Draft {
  return answers.reduce(answer, emptyDraft())
}

function adding(...emails: readonly string[]): Answer {
  return { type: 'people.add', people: emails.map((email) => ({ email })) }
}

const anyAnswer: fc.Arbitrary<Answer> = fc.oneof(
  fc.record({
    type: fc.constant('trialAccounts.set' as const),
    emails: fc.array(fc.constantFrom(ada, grace), { maxLength: 2 }),
  }),
  fc.record({ type: fc.constant('platform.choose' as const), platform: fc.constantFrom('1.0', 'new') }),
  fc.record({
    type: fc.constant('entry.choose' as const),
    entry: fc.constantFrom('email', 'names-and-email'),
  }),
  fc.record({ type: fc.constant('batchSize.choose' as const), size: fc.constantFrom(1, 25) }),
  fc.record({ type: fc.constant('people.add' as const), people: fc.array(anyPerson(), { maxLength: 4 }) }),
  fc.record({ type: fc.constant('people.edit' as const), row: fc.nat(6), person: anyPerson() }),
  fc.record({ type: fc.constant('people.remove' as const), row: fc.nat(6) }),
  fc.record(
    {
      type: fc.constant('license.choose' as const),
      license: fc.constantFrom(...licenseChoices),
      email: anyEmail(),
    },
    { requiredKeys: ['type', 'license'] },
  ),
  fc.record(
    {
      type: fc.constant('administrator.choose' as const),
      administrator: fc.constantFrom(...administratorChoices),
      email: anyEmail(),
    },
    { requiredKeys: ['type', 'administrator'] },
  ),
  fc.record({ type: fc.constant('exception.clear' as const), email: anyEmail() }),
  fc.record(
    {
      type: fc.constant('subscription.choose' as const),
      license: fc.constantFrom('standard', 'premium'),
      subscriptionId: fc.constantFrom('Sub-A', 'Sub-B'),
    },
    { requiredKeys: ['type', 'license'] },
  ),
  fc.record({
    type: fc.constant('problem.acknowledge' as const),
    code: fc.constantFrom('license.units-short', 'administrator.supervisor-unusual'),
    isAcknowledged: fc.boolean(),
  }),
)

function anyEmail() {
  return fc.constantFrom(ada, ' ADA@acme.example', grace, 'b@acme.example', '', '__proto__', 'constructor')
}

function anyPerson() {
  return fc.record(
    {
      email: anyEmail(),
      firstName: fc.constantFrom('Ada', ''),
      lastName: fc.constantFrom('Lovelace', ' '),
      license: fc.constantFrom(...licenseChoices),
      administrator: fc.constantFrom(...administratorChoices),
    },
    { requiredKeys: ['email'] },
  )
}

describe('answer', () => {
  it.each<[string, Answer, Partial<Draft>]>([
    [
      'PRE-1: trial accounts are taken down as they were given',
      { type: 'trialAccounts.set', emails: [' Ada@acme.example'] },
      { trialAccounts: [' Ada@acme.example'] },
    ],
    ['PLAT-4: the platform is 1.0', { type: 'platform.choose', platform: '1.0' }, { platform: '1.0' }],
    [
      'PLAT-5: the platform is the new one',
      { type: 'platform.choose', platform: 'new' },
      { platform: 'new' },
    ],
    [
      'ENTRY-4: one of the two modes',
      { type: 'entry.choose', entry: 'names-and-email' },
      { entry: 'names-and-email' },
    ],
    ['C-12: one at a time', { type: 'batchSize.choose', size: 1 }, { batchSize: 1 }],
    [
      'ENTRY-8: people are added with what they are given instead',
      {
        type: 'people.add',
        people: [
          { email: ' Ada@acme.example ', firstName: ' Ada ', lastName: 'Lovelace ', license: 'premium' },
          { email: grace, administrator: 'full' },
        ],
      },
      {
        people: [
          { row: 1, email: 'Ada@acme.example', firstName: 'Ada', lastName: 'Lovelace' },
          { row: 2, email: grace },
        ],
        exceptions: { [ada]: { license: 'premium' }, [grace]: { administrator: 'full' } },
      },
    ],
    [
      'ADMNEW-1: the license for all leaves the role as it is',
      { type: 'license.choose', license: 'standard' },
      { sameForAll: { license: 'standard', administrator: 'keep' } },
    ],
    [
      'LICNEW-6: the role for all leaves the license as it is',
      { type: 'administrator.choose', administrator: 'cc-service' },
      { sameForAll: { license: 'none', administrator: 'cc-service' } },
    ],
    [
      'the license of one is an exception',
      { type: 'license.choose', license: 'standard', email: ' ADA@acme.example' },
      { exceptions: { [ada]: { license: 'standard' } } },
    ],
    [
      'the subscription that pays',
      { type: 'subscription.choose', license: 'premium', subscriptionId: 'Sub-A' },
      { subscriptions: { premium: 'Sub-A' } },
    ],
    [
      'C-5: a question is acknowledged',
      { type: 'problem.acknowledge', code: 'administrator.supervisor-unusual', isAcknowledged: true },
      { acknowledged: ['administrator.supervisor-unusual'] },
    ],
  ])('%s', (_, given, changed) => {
    expect(answer(emptyDraft(), given)).toEqual({ ...emptyDraft(), ...changed })
  })

  it('ENTRY-8: rows count from 1 without gaps, whoever is taken out', () => {
    const draft = after(adding('a@x.example', 'b@x.example', 'c@x.example'), {
      type: 'people.remove',
      row: 2,
    })
    expect(draft.people).toEqual([
      { row: 1, email: 'a@x.example' },
      { row: 2, email: 'c@x.example' },
    ])
  })

  it('takes up an exception again when its person comes back', () => {
    const draft = after(
      adding(ada),
      { type: 'license.choose', license: 'premium', email: ada },
      { type: 'people.remove', row: 1 },
    )
    expect(requestOf(draft).people).toEqual([])
    expect(entitlementOf(answer(draft, adding(ada)), ada).license).toBe('premium')
  })

  it('gives both halves of an exception, one after the other', () => {
    const draft = after(
      adding(ada),
      { type: 'license.choose', license: 'premium', email: ada },
      { type: 'administrator.choose', administrator: 'full', email: ada },
    )
    expect(draft.exceptions).toEqual({ [ada]: { license: 'premium', administrator: 'full' } })
  })

  it('has an exception follow the person whose address is corrected', () => {
    const draft = after(
      { type: 'people.add', people: [{ email: 'aad@acme.example', license: 'premium' }] },
      { type: 'people.edit', row: 1, person: { email: ada, firstName: 'Ada' } },
    )
    expect(draft.people).toEqual([{ row: 1, email: ada, firstName: 'Ada' }])
    expect(draft.exceptions).toEqual({ [ada]: { license: 'premium' } })
  })

  it('leaves the exception to the other row when one of two rows with the same address is corrected', () => {
    const draft = after(
      { type: 'people.add', people: [{ email: ada, license: 'premium' }, { email: ada }] },
      { type: 'people.edit', row: 2, person: { email: grace } },
    )
    expect(entitlementOf(draft, ada).license).toBe('premium')
  })

  it('changes nothing when a row is edited that there is not', () => {
    const draft = after(adding(ada))
    expect(answer(draft, { type: 'people.edit', row: 2, person: { email: grace } })).toEqual(draft)
  })

  it('gives the person the same as all once the exception is cleared', () => {
    const draft = after(
      { type: 'people.add', people: [{ email: ada, license: 'premium' }] },
      { type: 'license.choose', license: 'standard' },
      { type: 'exception.clear', email: 'ADA@acme.example' },
    )
    expect(entitlementOf(draft, ada)).toEqual({ license: 'standard', administrator: 'keep' })
  })

  it('lets the plan choose again when the subscription is cleared', () => {
    const draft = after(
      { type: 'subscription.choose', license: 'premium', subscriptionId: 'Sub-A' },
      { type: 'subscription.choose', license: 'standard', subscriptionId: 'Sub-B' },
      { type: 'subscription.choose', license: 'premium' },
    )
    expect(draft.subscriptions).toEqual({ standard: 'Sub-B' })
  })

  it('acknowledges once, and takes it back', () => {
    const code = 'license.units-short'
    const twice = after(
      { type: 'problem.acknowledge', code, isAcknowledged: true },
      { type: 'problem.acknowledge', code, isAcknowledged: true },
    )
    expect(twice.acknowledged).toEqual([code])
    expect(answer(twice, { type: 'problem.acknowledge', code, isAcknowledged: false }).acknowledged).toEqual(
      [],
    )
  })

  it('keeps rows in order from 1 and the draft before it as it was, whatever is answered', () => {
    fc.assert(
      fc.property(fc.array(anyAnswer, { maxLength: 12 }), (answers) => {
        let draft = emptyDraft()
        for (const given of answers) {
          const before = structuredClone(draft)
          const next = answer(draft, given)
          expect(draft).toEqual(before)
          expect(next.people.map(({ row }) => row)).toEqual(next.people.map((_, index) => index + 1))
          draft = next
        }
      }),
    )
  })
})

describe('requestOf', () => {
  it('says everything that a draft says', () => {
    const draft = after(
      { type: 'trialAccounts.set', emails: [ada] },
      { type: 'platform.choose', platform: '1.0' },
      { type: 'entry.choose', entry: 'names-and-email' },
      { type: 'batchSize.choose', size: 1 },
      {
        type: 'people.add',
        people: [{ email: ada, firstName: 'Ada', license: 'premium' }, { email: grace }],
      },
      { type: 'administrator.choose', administrator: 'full' },
      { type: 'subscription.choose', license: 'premium', subscriptionId: 'Sub-A' },
      { type: 'problem.acknowledge', code: 'license.units-short', isAcknowledged: true },
    )
    expect(requestOf({ ...draft, organization: 'b3a2f1c0' })).toEqual({
      format: 1,
      organization: 'b3a2f1c0',
      platform: '1.0',
      route: 'manual',
      entry: 'names-and-email',
      batchSize: 1,
      trialAccounts: [ada],
      sameForAll: { license: 'none', administrator: 'full' },
      people: [{ email: ada, firstName: 'Ada', license: 'premium' }, { email: grace }],
      subscriptions: { premium: 'Sub-A' },
      acknowledge: ['license.units-short'],
    })
  })

  it('ENTRY-1: keeps the organization that it is meant for', () => {
    const request = { ...requestOf(emptyDraft()), organization: 'b3a2f1c0' }
    expect(requestOf(draftOf(request))).toEqual(request)
    expect(Object.keys(draftOf(requestOf(emptyDraft())))).not.toContain('organization')
  })

  it('leaves out what was not answered', () => {
    expect(Object.keys(requestOf(emptyDraft()))).toEqual([
      'format',
      'route',
      'entry',
      'batchSize',
      'trialAccounts',
      'sameForAll',
      'people',
      'subscriptions',
      'acknowledge',
    ])
  })

  it('can be written to a file and read again as the same draft, but for exceptions of nobody', () => {
    fc.assert(
      fc.property(fc.array(anyAnswer, { maxLength: 15 }), (answers) => {
        const draft = after(...answers)
        const reading = readRequest(JSON.parse(JSON.stringify(requestOf(draft))))
        if (!reading.ok) throw new Error(JSON.stringify(reading.problems))
        const entered = new Set(draft.people.map(({ email }) => personKey(email)))
        const exceptions = Object.fromEntries(
          Object.entries(draft.exceptions).filter(([key]) => entered.has(key)),
        )
        expect(draftOf(reading.request)).toEqual({ ...draft, exceptions })
      }),
    )
  })
})

describe('batches', () => {
  it.each([
    [0, 25, []],
    [1, 25, [1]],
    [25, 25, [25]],
    [26, 25, [25, 1]],
    [30, 25, [25, 5]],
    [50, 25, [25, 25]],
    [3, 1, [1, 1, 1]],
  ])('ENTRY-7: %i people, %i at once, are %j', (count, size, batches) => {
    const emails = Array.from({ length: count }, (_, index) => `p${index}@x.example`)
    const draft = after(adding(...emails), { type: 'batchSize.choose', size })
    expect(batchesOf(draft)).toEqual(batches)
  })

  it('C-12: every person is in one batch, and no batch is larger than was said', () => {
    fc.assert(
      fc.property(fc.nat(120), fc.integer({ min: 1, max: 25 }), (count, size) => {
        const emails = Array.from({ length: count }, (_, index) => `p${index}@x.example`)
        const draft = after(adding(...emails), { type: 'batchSize.choose', size })
        const sizes = batchesOf(draft).map(
          (_, index) => draft.people.filter(({ row }) => batchOf(draft, row) === index + 1).length,
        )
        expect(sizes).toEqual(batchesOf(draft))
        expect(sizes.reduce((sum, one) => sum + one, 0)).toBe(count)
        expect(Math.max(0, ...sizes)).toBeLessThanOrEqual(size)
      }),
    )
  })
})

describe('licenseWishes', () => {
  it('C-17: names whoever is to hold a license, in the order of entry, with what they hold', () => {
    const draft = after(
      { type: 'people.add', people: [{ email: grace }, { email: 'b@acme.example', license: 'none' }] },
      { type: 'people.add', people: [{ email: ' ADA@acme.example', license: 'premium-supervisor' }] },
      { type: 'license.choose', license: 'standard' },
    )
    const known = { [ada]: { licenseIds: ['premium-a', 'meetings'] } }
    expect(licenseWishes(draft, { people: known } as unknown as Observation)).toEqual([
      { key: grace, license: 'standard', heldIds: [] },
      { key: ada, license: 'premium', heldIds: ['premium-a', 'meetings'] },
    ])
  })
})

describe('emptyDraft', () => {
  it('ENTRY-5: begins with addresses alone, for nobody, and gives nothing', () => {
    expect(emptyDraft()).toEqual({
      trialAccounts: [],
      platform: undefined,
      route: 'manual',
      entry: 'email',
      batchSize: 25,
      people: [],
      sameForAll: { license: 'none', administrator: 'keep' },
      exceptions: {},
      subscriptions: {},
      acknowledged: [],
    })
  })
})
