import { describe, expect, it } from 'vitest'
import { draftFor, observationFor, observationOf10 } from '../../test/samples.ts'
import { premiumPool, standardPool } from '../../test/world.ts'
import type { Platform } from '../domain/platform.ts'
import { checkLicenses, licenseOffers } from './licenses.ts'

const ada = 'ada@acme.example'

function check(written: object, observation = observationFor()) {
  return checkLicenses(draftFor({ platform: observation.platform, ...written }), observation)
}

describe('licenseOffers', () => {
  it('LIC10-2: 1.0 offers nothing, Standard, and Premium', () => {
    expect(licenseOffers('1.0', undefined).map(({ value }) => value)).toEqual([
      'none',
      'standard',
      'premium',
      'premium-supervisor',
    ])
  })

  it('LIC10-5: Premium is offered as Agent or as Supervisor, each under its rule', () => {
    expect(licenseOffers('1.0', [premiumPool, standardPool]).slice(2)).toEqual([
      { value: 'premium', rule: 'LIC10-6' },
      { value: 'premium-supervisor', rule: 'LIC10-7' },
    ])
  })

  it('LIC10-8: Standard is offered once, with no role', () => {
    const standard = licenseOffers('1.0', undefined).filter(({ value }) => value.startsWith('standard'))
    expect(standard).toEqual([{ value: 'standard', rule: 'LIC10-3' }])
  })

  it('LIC10-2: what the organization does not have is shown, disabled, with the reason', () => {
    expect(licenseOffers('1.0', [premiumPool])).toEqual([
      { value: 'none', rule: 'LIC10-1' },
      {
        value: 'standard',
        rule: 'LIC10-3',
        disabled: { code: 'no-such-license', rule: 'LIC10-3', facts: { license: 'standard' } },
      },
      { value: 'premium', rule: 'LIC10-6' },
      { value: 'premium-supervisor', rule: 'LIC10-7' },
    ])
  })

  it('LICNEW-2: the New platform offers its three types, and none', () => {
    expect(licenseOffers('new', [standardPool, premiumPool])).toEqual([
      { value: 'none', rule: 'LICNEW-6' },
      { value: 'standard', rule: 'LICNEW-3' },
      { value: 'premium', rule: 'LICNEW-4' },
      { value: 'premium-supervisor', rule: 'LICNEW-5' },
    ])
  })

  it('LICNEW-2: without a Premium license both kinds of Premium are disabled', () => {
    const disabled = licenseOffers('new', [standardPool]).filter((offer) => offer.disabled)
    expect(disabled.map(({ value }) => value)).toEqual(['premium', 'premium-supervisor'])
  })
})

describe('checkLicenses', () => {
  it('says nothing when everybody new gets a license that there is', () => {
    expect(
      check({
        people: [
          { email: ada, license: 'premium' },
          { email: 'b@acme.example', license: 'standard' },
        ],
      }),
    ).toEqual([])
  })

  it.each([
    ['LIC10-1', observationOf10()],
    ['LICNEW-6', observationFor()],
  ])('%s: that nobody gets anything is a warning', (rule, observation) => {
    expect(check({ people: [{ email: ada }, { email: 'b@acme.example' }] }, observation)).toEqual([
      {
        code: 'license.none-at-all',
        severity: 'warning',
        rule,
        subject: { kind: 'stage' },
        facts: { people: 2 },
      },
    ])
  })

  it('LICNEW-6: an administrator without a license is something', () => {
    expect(check({ people: [{ email: ada, administrator: 'full' }] })).toEqual([])
  })

  it('NEW-4: a license of the other kind is replaced, with a warning', () => {
    const observation = observationFor({ people: [{ email: ada, licenseIds: ['standard-a', 'meetings'] }] })
    expect(check({ people: [{ email: ada, license: 'premium-supervisor' }] }, observation)).toEqual([
      {
        code: 'license.replaced',
        severity: 'warning',
        rule: 'NEW-4',
        subject: { kind: 'person', email: ada, row: 1, field: 'license' },
        facts: { row: 1, held: 'standard', wanted: 'premium' },
      },
    ])
  })

  it.each([
    ['LIC10-1', '1.0', observationOf10],
    ['LICNEW-6', 'new', observationFor],
  ] as const)('%s: "none" leaves what is held on %s, and says so', (rule, _, observed) => {
    const observation = observed({
      people: [{ email: ada, licenseIds: ['premium-a'], administrator: 'full' }],
    })
    expect(check({ people: [{ email: ada, administrator: 'remove' }] }, observation)).toEqual([
      {
        code: 'license.kept',
        severity: 'notice',
        rule,
        subject: { kind: 'person', email: ada, row: 1, field: 'license' },
        facts: { row: 1, held: 'premium' },
      },
    ])
  })

  it.each([
    ['LIC10-5', '1.0', { people: [{ email: ada, licenseIds: ['premium-a'], supervisor: true }] }],
    ['LICNEW-2', 'new', { people: [{ email: ada, licenseIds: ['premium-a'], supervisor: true }] }],
    [
      'LICNEW-2',
      'new',
      {
        people: [{ email: ada, licenseIds: ['premium-a'] }],
        users: [{ email: ada, profile: 'supervisor' as const }],
      },
    ],
  ] as const)(
    '%s: on %s a supervisor who is given plain Premium stays one, with a warning',
    (rule, platform, given) => {
      const observation = observationFor({ platform, ...given })
      expect(check({ people: [{ email: ada, license: 'premium' }] }, observation)).toEqual([
        {
          code: 'license.supervisor-kept',
          severity: 'warning',
          rule,
          subject: { kind: 'person', email: ada, row: 1, field: 'license' },
          facts: { row: 1, email: ada },
        },
      ])
      expect(check({ people: [{ email: ada, license: 'premium-supervisor' }] }, observation)).toEqual([])
    },
  )

  it('says nothing of a license that is held already', () => {
    const observation = observationFor({ people: [{ email: ada, licenseIds: ['premium-a'] }] })
    expect(check({ people: [{ email: ada, license: 'premium' }] }, observation)).toEqual([])
  })

  it.each([
    ['LIC10-2', '1.0'],
    ['LICNEW-2', 'new'],
  ] as const)('%s: a license that the organization does not have is refused', (rule, platform: Platform) => {
    const observation = observationFor({ platform, pools: [standardPool] })
    expect(check({ people: [{ email: ada, license: 'premium' }] }, observation)).toEqual([
      {
        code: 'license.not-in-organization',
        severity: 'error',
        rule,
        subject: { kind: 'license' },
        facts: { license: 'premium' },
      },
    ])
  })

  it('C-17: fewer units than people is a question that names who would be over', () => {
    const observation = observationFor({
      pools: [
        { ...premiumPool, total: 10, assigned: 9, activated: 1 },
        { ...standardPool, total: 0 },
      ],
    })
    const people = ['a@acme.example', 'B@acme.example', 'c@acme.example'].map((email) => ({
      email,
      license: 'premium',
    }))
    expect(check({ people }, observation)).toEqual([
      {
        code: 'license.units-short',
        severity: 'question',
        rule: 'C-17',
        subject: { kind: 'license' },
        facts: { license: 'premium', free: 1, short: 2, people: ['b@acme.example', 'c@acme.example'] },
      },
    ])
  })

  it('C-17: both licenses can be short at once', () => {
    const none = { total: 3, assigned: 5 }
    const observation = observationFor({
      pools: [
        { ...premiumPool, ...none },
        { ...standardPool, ...none },
      ],
    })
    const people = [
      { email: 'a@acme.example', license: 'premium' },
      { email: 'b@acme.example', license: 'standard' },
    ]
    expect(check({ people }, observation).map(({ code, facts }) => [code, facts])).toEqual([
      ['license.units-short', { license: 'standard', free: 0, short: 1, people: ['b@acme.example'] }],
      ['license.units-short', { license: 'premium', free: 0, short: 1, people: ['a@acme.example'] }],
    ])
  })

  describe('with two subscriptions', () => {
    const other = { ...premiumPool, id: 'premium-b', subscriptionId: 'Sub-B', total: 300 }
    const observation = observationFor({ pools: [premiumPool, other] })

    it('C-17: counts the units of the subscription that pays, not of all', () => {
      const few = { ...premiumPool, total: 1, assigned: 0, subscriptionId: 'Sub-A' }
      const bought = ['a@acme.example', 'b@acme.example'].map((email) => ({
        email,
        license: 'premium',
        subscription: 'Sub-A',
      }))
      const both = observationFor({ pools: [few, other] })
      const found = check({ people: bought }, both).filter(({ code }) => code === 'license.units-short')
      expect(found.map(({ facts }) => facts)).toEqual([
        { license: 'premium', subscription: 'Sub-A', free: 1, short: 1, people: ['b@acme.example'] },
      ])
    })
    const people = [{ email: ada, license: 'premium' }]

    it('says which one pays when nobody chose', () => {
      expect(check({ people }, observation)).toEqual([
        {
          code: 'license.subscription-chosen',
          severity: 'notice',
          subject: { kind: 'license' },
          facts: { license: 'premium', chosen: ['Sub-B'], subscriptions: ['Sub-A', 'Sub-B'] },
        },
      ])
    })

    it('names all that pay when one alone has too few units', () => {
      const few = observationFor({
        pools: [
          { ...premiumPool, total: 1 },
          { ...other, total: 1 },
        ],
      })
      const two = [...people, { email: 'b@acme.example', license: 'premium' }]
      expect(check({ people: two }, few).map(({ facts }) => facts['chosen'])).toEqual([['Sub-A', 'Sub-B']])
    })

    it('says nothing when one was chosen', () => {
      expect(check({ people, subscriptions: { premium: 'Sub-A' } }, observation)).toEqual([])
    })

    it('refuses one that does not have the license, and names those that do', () => {
      expect(check({ people, subscriptions: { premium: 'Sub-C' } }, observation)).toEqual([
        {
          code: 'license.subscription-unknown',
          severity: 'error',
          subject: { kind: 'license' },
          facts: { license: 'premium', chosen: 'Sub-C', known: ['Sub-A', 'Sub-B'] },
        },
      ])
    })

    it('says nothing of subscriptions that nobody needs', () => {
      expect(check({ people: [{ email: ada, administrator: 'full' }] }, observation)).toEqual([])
    })
  })
})
