import { describe, expect, it } from 'vitest'
import { draftFor, observationFor, observationOf10 } from '../../test/samples.ts'
import type { LicenseChoice } from '../domain/entitlement.ts'
import { type AdministratorGround, administratorOffers, checkAdministrators } from './administrators.ts'

const ada = 'ada@acme.example'
const subject = { kind: 'person', email: ada, row: 1, field: 'administrator' }

function ground(more: Partial<AdministratorGround> = {}): AdministratorGround {
  return { platform: 'new', license: 'none', becomesSupervisor: false, administrator: 'none', ...more }
}

function check(wanted: object, observation = observationFor()) {
  const draft = draftFor({ platform: observation.platform, people: [{ email: ada, ...wanted }] })
  return checkAdministrators(draft, observation)
}

const notAnAdministrator = { code: 'not-an-existing-administrator', rule: 'ADM10-10', facts: {} }
const needsPremium = { code: 'needs-premium', rule: 'ADM10-2', facts: {} }
const supervisorExcludes = { code: 'supervisor-excludes-administrator', rule: 'ADMNEW-2', facts: {} }

describe('administratorOffers', () => {
  it('ADM10-1: 1.0 offers one of four: keep, full, service, remove', () => {
    expect(
      administratorOffers(ground({ platform: '1.0', license: 'premium', administrator: 'cc-service' })),
    ).toEqual([
      { value: 'keep', rule: 'ADM10-1' },
      { value: 'full', rule: 'ADM10-4' },
      { value: 'cc-service', rule: 'ADM10-8' },
      { value: 'remove', rule: 'ADM10-9' },
    ])
  })

  it.each([
    ['no license', { license: 'none' }],
    ['a Standard license', { license: 'standard' }],
  ] as const)('ADM10-2: on 1.0 both roles are disabled with %s', (_, more) => {
    const offers = administratorOffers(ground({ platform: '1.0', ...more }))
    expect(offers.filter(({ value }) => value === 'full' || value === 'cc-service')).toEqual([
      { value: 'full', rule: 'ADM10-4', disabled: needsPremium },
      { value: 'cc-service', rule: 'ADM10-8', disabled: needsPremium },
    ])
  })

  it.each([
    ['ADM10-2: who is to get Premium', { license: 'premium' }],
    ['ADM10-6: who holds Premium already', { license: 'premium' }],
    ['C-5: a supervisor', { license: 'premium-supervisor' }],
  ] as const)('%s can become an administrator on 1.0', (_, more) => {
    const offers = administratorOffers(ground({ platform: '1.0', ...more }))
    expect(offers.filter((offer) => offer.disabled).map(({ value }) => value)).toEqual(['remove'])
  })

  it('ADM10-9: removing is offered where something is held', () => {
    const offered = (['full', 'cc-service', 'read-only', 'none'] as const).map((administrator) =>
      administratorOffers(ground({ administrator })).at(-1),
    )
    expect(offered).toEqual([
      { value: 'remove', rule: 'ADM10-9' },
      { value: 'remove', rule: 'ADM10-9' },
      { value: 'remove', rule: 'ADM10-9', disabled: notAnAdministrator },
      { value: 'remove', rule: 'ADM10-9', disabled: notAnAdministrator },
    ])
  })

  it('ADMNEW-1: keep is offered first and needs nothing', () => {
    for (const license of ['none', 'standard', 'premium', 'premium-supervisor'] as const)
      expect(administratorOffers(ground({ license }))[0]).toEqual({ value: 'keep', rule: 'ADMNEW-1' })
  })

  it('ADMNEW-2: with the supervisor license both roles are disabled, with this rule', () => {
    expect(administratorOffers(ground({ license: 'premium-supervisor' }))).toEqual([
      { value: 'keep', rule: 'ADMNEW-1' },
      { value: 'full', rule: 'ADMNEW-5', disabled: supervisorExcludes },
      { value: 'cc-service', rule: 'ADMNEW-6', disabled: supervisorExcludes },
      { value: 'remove', rule: 'ADM10-9', disabled: notAnAdministrator },
    ])
  })

  it.each(['none', 'standard', 'premium'] as const)(
    'ADMNEW-4: with the license "%s" the New platform offers one of two roles',
    (license) => {
      const offers = administratorOffers(ground({ license }))
      expect(offers.filter(({ rule }) => rule?.startsWith('ADMNEW-') && rule !== 'ADMNEW-1')).toEqual([
        { value: 'full', rule: 'ADMNEW-5' },
        { value: 'cc-service', rule: 'ADMNEW-6' },
      ])
    },
  )
})

describe('checkAdministrators', () => {
  it.each([
    ['none', 'keep'],
    ['standard', 'keep'],
    ['premium', 'full'],
    ['premium', 'cc-service'],
    ['none', 'full'],
    ['none', 'cc-service'],
    ['premium-supervisor', 'keep'],
  ])('ADMNEW-4: on the New platform nothing speaks against %s with %s', (license, administrator) => {
    expect(check({ license, administrator })).toEqual([])
  })

  it.each(['full', 'cc-service'])('ADMNEW-2: supervisor and %s are refused on the New platform', (choice) => {
    expect(check({ license: 'premium-supervisor', administrator: choice })).toEqual([
      {
        code: 'administrator.supervisor-excluded',
        severity: 'error',
        rule: 'ADMNEW-2',
        subject,
        facts: { row: 1, email: ada, choice, held: 'none' },
      },
    ])
  })

  it('ADMNEW-2: who keeps the role that they hold cannot become a supervisor either', () => {
    const observation = observationFor({ people: [{ email: ada, administrator: 'full' }] })
    expect(check({ license: 'premium-supervisor', administrator: 'keep' }, observation)).toEqual([
      {
        code: 'administrator.supervisor-excluded',
        severity: 'error',
        rule: 'ADMNEW-2',
        subject,
        facts: { row: 1, email: ada, choice: 'keep', held: 'full' },
      },
    ])
  })

  it('ADMNEW-2: who gives up the role can become a supervisor', () => {
    const observation = observationFor({ people: [{ email: ada, administrator: 'full' }] })
    expect(check({ license: 'premium-supervisor', administrator: 'remove' }, observation)).toEqual([])
  })

  it('C-5: on 1.0 supervisor and administrator at once is a question, not an error', () => {
    expect(check({ license: 'premium-supervisor', administrator: 'full' }, observationOf10())).toEqual([
      {
        code: 'administrator.supervisor-unusual',
        severity: 'question',
        rule: 'C-5',
        subject,
        facts: { row: 1, email: ada, choice: 'full' },
      },
    ])
  })

  it.each([
    ['none', 'full'],
    ['none', 'cc-service'],
    ['standard', 'full'],
    ['standard', 'cc-service'],
  ])('ADM10-2: on 1.0, %s and %s is refused', (license, choice) => {
    expect(check({ license, administrator: choice }, observationOf10())).toEqual([
      {
        code: 'administrator.needs-premium',
        severity: 'error',
        rule: 'ADM10-2',
        subject,
        facts: { row: 1, email: ada, choice },
      },
    ])
  })

  it.each<[LicenseChoice, string]>([
    ['premium', 'full'],
    ['premium', 'cc-service'],
    ['none', 'keep'],
  ])('ADM10-2: on 1.0, %s and %s is fine', (license, administrator) => {
    expect(check({ license, administrator }, observationOf10())).toEqual([])
  })

  it('ADM10-6: on 1.0 an existing person with a Premium license needs no other', () => {
    const observation = observationOf10({ people: [{ email: ada, licenseIds: ['premium-a'] }] })
    expect(check({ administrator: 'full' }, observation)).toEqual([])
  })

  it.each(['full', 'cc-service'])('C-11: on the New platform %s on Standard is a warning', (choice) => {
    expect(check({ license: 'standard', administrator: choice })).toEqual([
      {
        code: 'administrator.standard-useless',
        severity: 'warning',
        rule: 'C-11',
        subject,
        facts: { row: 1, email: ada, choice },
      },
    ])
  })

  it('C-11: on the New platform it is the same for a Standard license that is held and kept', () => {
    const observation = observationFor({ people: [{ email: ada, licenseIds: ['standard-a'] }] })
    expect(check({ license: 'none', administrator: 'full' }, observation).map(({ code }) => code)).toEqual([
      'administrator.standard-useless',
    ])
  })

  it('ADMNEW-2: a supervisor who stays one cannot become an administrator on the New platform', () => {
    const observation = observationFor({
      people: [{ email: ada, licenseIds: ['premium-a'], supervisor: true }],
    })
    expect(check({ license: 'none', administrator: 'full' }, observation).map(({ code }) => code)).toEqual([
      'administrator.supervisor-excluded',
    ])
  })

  it.each([
    ['none', 'ADM10-10'],
    ['read-only', 'ADM10-10'],
  ] as const)('ADM10-10: of one who is %s nothing can be removed', (administrator, rule) => {
    const observation = observationFor({ people: [{ email: ada, administrator }] })
    expect(check({ administrator: 'remove' }, observation)).toEqual([
      {
        code: 'administrator.nothing-to-remove',
        severity: 'notice',
        rule,
        subject,
        facts: { row: 1, email: ada, held: administrator, choice: 'remove' },
      },
    ])
  })

  it.each(['full', 'cc-service'] as const)(
    'ADM10-10: whichever is held can be removed: %s',
    (administrator) => {
      const observation = observationFor({ people: [{ email: ada, administrator }] })
      expect(check({ administrator: 'remove' }, observation)).toEqual([])
    },
  )

  it.each([
    ['cc-service', 'full', 'administrator.replaced'],
    ['full', 'cc-service', 'administrator.replaced'],
    ['read-only', 'full', 'administrator.read-only-held'],
  ] as const)('C-4: one role is held at most: %s gives way to %s', (held, choice, code) => {
    const observation = observationFor({ people: [{ email: ada, administrator: held }] })
    expect(check({ administrator: choice }, observation)).toEqual([
      { code, severity: 'warning', rule: 'NEW-25', subject, facts: { row: 1, email: ada, held, choice } },
    ])
  })

  it('C-4: who has the role already is not told so', () => {
    const observation = observationFor({ people: [{ email: ada, administrator: 'full' }] })
    expect(check({ administrator: 'full' }, observation)).toEqual([])
  })

  it('ADMNEW-2: a supervisor who is given plain Premium stays one, and so no administrator', () => {
    const observation = observationFor({
      people: [{ email: ada, licenseIds: ['premium-a'], supervisor: true }],
    })
    expect(check({ license: 'premium', administrator: 'full' }, observation).map(({ code }) => code)).toEqual(
      ['administrator.supervisor-excluded'],
    )
  })

  it('ADMNEW-2: who is both already and is given nothing is not stopped', () => {
    const observation = observationFor({
      people: [{ email: ada, licenseIds: ['premium-a'], supervisor: true, administrator: 'full' }],
    })
    expect(check({ license: 'none', administrator: 'keep' }, observation)).toEqual([])
  })

  it('ADM10-2: of two licenses held the Premium one counts (NEW-4)', () => {
    const observation = observationOf10({ people: [{ email: ada, licenseIds: ['standard-a', 'premium-a'] }] })
    expect(check({ administrator: 'full' }, observation)).toEqual([])
  })

  it('PLAT-6: judges nothing before the platform is known', () => {
    const draft = { ...draftFor({ people: [{ email: ada, administrator: 'full' }] }), platform: undefined }
    expect(checkAdministrators(draft, observationOf10())).toEqual([])
  })
})
