import { describe, expect, it } from 'vitest'
import { openedText } from '../../test/files.ts'
import { draftFor, observationFor, observationOf10 } from '../../test/samples.ts'
import { premiumPool, standardPool } from '../../test/world.ts'
import { emptyDraft } from '../intake/draft.ts'
import { fieldsOf, personFieldsOf } from './fields.ts'
import { noFile, withOpened, withRowsJudged } from './file-route.ts'
import { type Context, type Stage, stages } from './onboarding.types.ts'
import { noResults } from './results.ts'
import { labelKeys } from './view.types.ts'

const ada = 'ada@acme.example'
const grace = 'grace@acme.example'

function contextFor(written: object, more: Partial<Context> = {}): Context {
  return {
    runId: 'run-1',
    draft: draftFor(written),
    file: noFile(draftFor(written), false),
    connection: undefined,
    reading: undefined,
    observation: undefined,
    plan: undefined,
    observedAt: undefined,
    approvedHash: undefined,
    results: noResults,
    inFlight: [],
    pace: undefined,
    tasks: {},
    verification: undefined,
    trouble: [],
    isStopped: false,
    renewal: undefined,
    chosen: undefined,
    others: [],
    approval: undefined,
    unrecorded: [],
    importPlan: undefined,
    importing: undefined,
    sight: { seen: [], refused: [], until: undefined },
    ...more,
  }
}

/** What a stage asks once for all, and then about each person. */
function allFields(stage: Stage, context: Context) {
  return [
    ...fieldsOf(stage, context),
    ...context.draft.people.flatMap(({ email }) => personFieldsOf(stage, email, context)),
  ]
}

/** Damage to decide about, two licenses in one row, and a payer to choose. */
async function damagedFile() {
  const premium = 'Contact Center Premium Agent'
  const opened = await openedText(
    [
      `Email,Phone Number,${premium} [A],${premium} [B],Contact Center Standard Agent [A],Contact Center Standard Agent [B]`,
      'ada@acme.example,48123456789,TRUE,,TRUE,',
      'payer@acme.example,,TRUE,TRUE,,',
    ].join('\n'),
  )
  return withRowsJudged(withOpened(noFile(draftFor({}), true), opened))
}

function field(stage: Stage, id: string, context: Context) {
  return allFields(stage, context).find((one) => one.id === id)
}

/** What a field offers: value, rule, and the reason where it cannot be chosen. */
function offered(stage: Stage, id: string, context: Context) {
  return field(stage, id, context)?.options.map(({ value, rule, disabled }) => [value, rule, disabled?.code])
}

describe('prerequisites', () => {
  it('PRE-1: asks for the addresses that were used for a trial account', () => {
    expect(fieldsOf('prerequisites', contextFor({ trialAccounts: [ada] }))).toEqual([
      {
        id: 'trialAccounts',
        kind: 'addresses',
        labelKey: 'field.trialAccounts',
        command: 'trialAccounts.set',
        value: [ada],
        options: [],
        rule: 'PRE-1',
      },
    ])
  })

  it('PRE-3: asks the same on both platforms, and before anybody is entered', () => {
    const asked = ['1.0', 'new'].map((platform) => fieldsOf('prerequisites', contextFor({ platform })))
    expect(asked[0]).toEqual(asked[1])
    expect(stages.indexOf('prerequisites')).toBeLessThan(stages.indexOf('people'))
  })
})

describe('platform', () => {
  it('PLAT-3: asks what the field shows, and only suggests what the API hints', () => {
    const context = contextFor(
      {},
      { draft: emptyDraft(), reading: { suggestion: '1.0', evidence: 'contact-center-api-refuses' } },
    )
    expect(fieldsOf('platform', context)).toEqual([
      {
        id: 'platform',
        kind: 'choice',
        labelKey: 'field.platform',
        command: 'platform.choose',
        value: undefined,
        options: [
          { value: 'new', labelKey: 'option.platform.new', rule: 'PLAT-5', isSuggested: false },
          { value: '1.0', labelKey: 'option.platform.1.0', rule: 'PLAT-4', isSuggested: true },
        ],
        rule: 'PLAT-3',
      },
    ])
  })

  it('PLAT-6: asks for no license and no role before it is answered', () => {
    const context = contextFor(
      { people: [{ email: ada }] },
      { draft: { ...emptyDraft(), people: [{ row: 1, email: ada }] } },
    )
    expect([fieldsOf('licenses', context), fieldsOf('adminRoles', context)]).toEqual([[], []])
  })
})

describe('people', () => {
  it('ENTRY-4: offers exactly two ways of entering, one of which is chosen', () => {
    expect(field('people', 'entry', contextFor({ entry: 'names-and-email' }))).toEqual({
      id: 'entry',
      kind: 'choice',
      labelKey: 'field.entry',
      command: 'entry.choose',
      value: 'names-and-email',
      options: [
        { value: 'email', labelKey: 'option.entry.email', rule: 'ENTRY-5' },
        { value: 'names-and-email', labelKey: 'option.entry.names-and-email', rule: 'ENTRY-6' },
      ],
      rule: 'ENTRY-4',
    })
  })

  it('C-12: offers 25 at once, or one', () => {
    expect(field('people', 'batchSize', contextFor({ batchSize: 1 }))).toEqual({
      id: 'batchSize',
      kind: 'choice',
      labelKey: 'field.batchSize',
      command: 'batchSize.choose',
      value: '1',
      options: [
        { value: '25', labelKey: 'option.batchSize.25', rule: 'ENTRY-7' },
        { value: '1', labelKey: 'option.batchSize.1', rule: 'NEW-11' },
      ],
      rule: 'ENTRY-7',
    })
  })

  it('ENTRY-3: asks for people, whether they are new or not', () => {
    expect(field('people', 'people', contextFor({ people: [{ email: ada }, { email: grace }] }))).toEqual({
      id: 'people',
      kind: 'people',
      labelKey: 'field.people',
      command: 'people.add',
      value: undefined,
      options: [],
      rule: 'ENTRY-3',
    })
  })
})

describe('licenses', () => {
  it('LIC10-2: on 1.0 asks once for all and once for each, under its rule', () => {
    const context = contextFor({
      platform: '1.0',
      sameForAll: { license: 'standard' },
      people: [{ email: ada, license: 'premium' }, { email: grace }],
    })
    expect(
      allFields('licenses', context).map(({ id, email, value, rule }) => ({ id, email, value, rule })),
    ).toEqual([
      { id: 'license', email: undefined, value: 'standard', rule: 'LIC10-2' },
      { id: `license:${ada}`, email: ada, value: 'premium', rule: 'LIC10-2' },
      { id: `license:${grace}`, email: grace, value: 'standard', rule: 'LIC10-2' },
    ])
  })

  it.each([
    ['LIC10-5: on 1.0 Premium comes with a role', '1.0', ['LIC10-1', 'LIC10-3', 'LIC10-6', 'LIC10-7']],
    ['LICNEW-2: the New platform has three types', 'new', ['LICNEW-6', 'LICNEW-3', 'LICNEW-4', 'LICNEW-5']],
  ])('%s', (_, platform, rules) => {
    expect(field('licenses', 'license', contextFor({ platform }))?.options).toEqual(
      ['none', 'standard', 'premium', 'premium-supervisor'].map((value, index) => ({
        value,
        labelKey: `option.license.${platform}.${value}`,
        rule: rules[index],
      })),
    )
  })

  it('LICNEW-2: shows what the organization does not have as disabled', () => {
    const context = contextFor({}, { observation: observationFor({ pools: [standardPool] }) })
    expect(offered('licenses', 'license', context)).toEqual([
      ['none', 'LICNEW-6', undefined],
      ['standard', 'LICNEW-3', undefined],
      ['premium', 'LICNEW-4', 'no-such-license'],
      ['premium-supervisor', 'LICNEW-5', 'no-such-license'],
    ])
  })

  describe('with two subscriptions', () => {
    const other = { ...premiumPool, id: 'premium-b', subscriptionId: 'Sub-B', total: 10, assigned: 4 }
    const observation = observationFor({ pools: [premiumPool, standardPool, other] })

    it('C-17: asks which one pays, with the units assigned of each', () => {
      const context = contextFor({ people: [{ email: ada, license: 'premium' }] }, { observation })
      expect(field('licenses', 'subscription.premium', context)).toEqual({
        id: 'subscription.premium',
        kind: 'choice',
        labelKey: 'field.subscription.premium',
        command: 'subscription.choose',
        value: undefined,
        options: [
          {
            value: 'Sub-A',
            labelKey: 'option.subscription',
            facts: { subscription: 'Sub-A', total: 100, assigned: 0, free: 100 },
          },
          {
            value: 'Sub-B',
            labelKey: 'option.subscription',
            facts: { subscription: 'Sub-B', total: 10, assigned: 4, free: 6 },
          },
        ],
      })
    })

    it('asks nothing about subscriptions of a license that nobody is given', () => {
      const context = contextFor({ people: [{ email: ada, license: 'standard' }] }, { observation })
      expect(allFields('licenses', context).map(({ id }) => id)).toEqual(['license', `license:${ada}`])
    })

    it('C-17: never says that fewer than no units are free', () => {
      const pools = [premiumPool, { ...other, assigned: 13 }]
      const context = contextFor(
        { people: [{ email: ada, license: 'premium' }] },
        { observation: observationFor({ pools }) },
      )
      expect(field('licenses', 'subscription.premium', context)?.options[1]?.facts?.['free']).toBe(0)
    })

    it('offers no subscription that cannot be chosen', () => {
      const { subscriptionId: _, ...anonymous } = other
      const context = contextFor(
        { people: [{ email: ada, license: 'premium' }] },
        { observation: observationFor({ pools: [premiumPool, anonymous] }) },
      )
      const options = field('licenses', 'subscription.premium', context)?.options ?? []
      expect(options.filter(({ value, disabled }) => value === '' && disabled === undefined)).toEqual([])
    })
  })
})

describe('administrator roles', () => {
  it('ADM10-1: on 1.0 asks one question with four answers, for all and for each', () => {
    const context = contextFor(
      {
        platform: '1.0',
        sameForAll: { license: 'premium', administrator: 'full' },
        people: [{ email: ada }],
      },
      { observation: observationOf10({ people: [{ email: ada, administrator: 'cc-service' }] }) },
    )
    const options = [
      { value: 'keep', labelKey: 'option.administrator.keep', rule: 'ADM10-1' },
      { value: 'full', labelKey: 'option.administrator.full', rule: 'ADM10-4' },
      { value: 'cc-service', labelKey: 'option.administrator.cc-service', rule: 'ADM10-8' },
      { value: 'remove', labelKey: 'option.administrator.remove', rule: 'ADM10-9' },
    ]
    const both = {
      kind: 'choice',
      labelKey: 'field.administrator',
      command: 'administrator.choose',
      value: 'full',
      options,
      rule: 'ADM10-1',
    }
    expect(allFields('adminRoles', context)).toEqual([
      { id: 'administrator', ...both },
      { id: `administrator:${ada}`, ...both, email: ada },
    ])
  })

  it('ADM10-2: on 1.0 the roles are disabled for whom no Premium license is wanted or held', () => {
    const context = contextFor(
      {
        platform: '1.0',
        people: [
          { email: ada, license: 'premium' },
          { email: grace, license: 'standard' },
        ],
      },
      { observation: observationOf10() },
    )
    expect(offered('adminRoles', `administrator:${grace}`, context)).toEqual([
      ['keep', 'ADM10-1', undefined],
      ['full', 'ADM10-4', 'needs-premium'],
      ['cc-service', 'ADM10-8', 'needs-premium'],
      ['remove', 'ADM10-9', 'not-an-existing-administrator'],
    ])
    expect(offered('adminRoles', `administrator:${ada}`, context)?.slice(1, 3)).toEqual([
      ['full', 'ADM10-4', undefined],
      ['cc-service', 'ADM10-8', undefined],
    ])
  })

  it('ADMNEW-2: on the New platform the roles are disabled for supervisors, each by their own license', () => {
    const context = contextFor(
      { people: [{ email: ada, license: 'premium-supervisor' }, { email: grace }] },
      { observation: observationFor() },
    )
    expect(offered('adminRoles', `administrator:${ada}`, context)?.slice(1, 3)).toEqual([
      ['full', 'ADMNEW-5', 'supervisor-excludes-administrator'],
      ['cc-service', 'ADMNEW-6', 'supervisor-excludes-administrator'],
    ])
    expect(offered('adminRoles', `administrator:${grace}`, context)?.slice(1, 3)).toEqual([
      ['full', 'ADMNEW-5', undefined],
      ['cc-service', 'ADMNEW-6', undefined],
    ])
  })

  it('ADMNEW-2: for all they are disabled only when nobody may have them', () => {
    const everyone = {
      sameForAll: { license: 'premium-supervisor' },
      people: [{ email: ada }, { email: grace }],
    }
    const some = { ...everyone, people: [{ email: ada }, { email: grace, license: 'premium' }] }
    const full = [everyone, some].map((written) =>
      offered('adminRoles', 'administrator', contextFor(written, { observation: observationFor() }))?.at(1),
    )
    expect(full).toEqual([
      ['full', 'ADMNEW-5', 'supervisor-excludes-administrator'],
      ['full', 'ADMNEW-5', undefined],
    ])
  })

  it('ADMNEW-4: on the New platform the question is which one', () => {
    const context = contextFor({ people: [{ email: ada }] }, { observation: observationFor() })
    expect(allFields('adminRoles', context).map(({ rule }) => rule)).toEqual(['ADMNEW-4', 'ADMNEW-4'])
  })

  it('ADM10-9: removing is offered to all when one of them holds a role', () => {
    const observation = observationFor({ people: [{ email: grace, administrator: 'full' }] })
    const context = contextFor({ people: [{ email: ada }, { email: grace }] }, { observation })
    expect(offered('adminRoles', 'administrator', context)?.at(-1)).toEqual(['remove', 'ADM10-9', undefined])
    expect(offered('adminRoles', `administrator:${ada}`, context)?.at(-1)).toEqual([
      'remove',
      'ADM10-9',
      'not-an-existing-administrator',
    ])
  })
})

describe('fields', () => {
  it.each(['signIn', 'review', 'saving', 'operator', 'syncing', 'verifying', 'report'] as const)(
    'SAVE-5: the stage "%s" asks for no answer',
    (stage) => {
      expect(allFields(stage, contextFor({ people: [{ email: ada }] }))).toEqual([])
    },
  )

  it('use every label of the catalog, and no other', async () => {
    const file = await damagedFile()
    const second = (pool: typeof premiumPool) => ({ ...pool, id: `${pool.id}-2`, subscriptionId: 'Sub-B' })
    const pools = [premiumPool, standardPool, second(premiumPool), second(standardPool)]
    const used = (['1.0', 'new'] as const).flatMap((platform) => {
      const people = [
        { email: ada, license: 'premium' },
        { email: grace, license: 'standard' },
      ]
      const context = contextFor(
        { platform, people },
        { observation: observationFor({ platform, pools }), file },
      )
      return stages
        .flatMap((stage) => allFields(stage, context))
        .flatMap(({ labelKey, options }) => [labelKey, ...options.map((option) => option.labelKey)])
    })
    expect([...new Set(used)].toSorted()).toEqual([...labelKeys].toSorted())
  })
})
