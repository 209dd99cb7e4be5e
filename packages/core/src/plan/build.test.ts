import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyDraft, anyObservation } from '../../test/arbitraries.ts'
import { draftFor, expectationFor, observationFor, observationOf10, planFor } from '../../test/samples.ts'
import { organization, premiumPool, requestFor, standardPool } from '../../test/world.ts'
import { personKey } from '../domain/person.ts'
import { draftOf, requestOf } from '../intake/draft.ts'
import { buildPlan } from './build.ts'

const ada = 'ada@acme.example'
const whose = { email: ada, row: 1, batch: 1 }

/** The steps for one person who is given this. */
function stepsFor(wanted: object, observation = observationFor()) {
  return planFor({ people: [{ email: ada, ...wanted }] }, observation).steps
}

function knowing(person: object, more: Parameters<typeof observationFor>[0] = {}) {
  return observationFor({ people: [{ email: ada, ...person }], ...more })
}

describe('the plan', () => {
  it('states everything that will happen, before it happens', () => {
    const people = [{ email: ada, license: 'premium', administrator: 'full' }]
    expect(
      planFor({ people }, observationFor({ pools: [{ ...premiumPool, assigned: 7, activated: 5 }] })),
    ).toEqual({
      format: 1,
      organization,
      platform: 'new',
      people: [
        {
          ...whose,
          isNew: true,
          entitlement: { license: 'premium', administrator: 'full' },
          before: { license: 'none', administrator: 'none' },
          licenseIds: ['premium-a'],
          lostLicenseIds: [],
          administrator: 'full',
          profile: 'administrator',
        },
      ],
      steps: [
        { kind: 'person.create', key: `create:${ada}`, ...whose, rule: 'SAVE-1', after: [] },
        {
          kind: 'license.change',
          key: `license:${ada}`,
          ...whose,
          rule: 'LICNEW-4',
          after: [`create:${ada}`],
          add: ['premium-a'],
          remove: [],
        },
        {
          kind: 'administrator.change',
          key: `administrator:${ada}`,
          ...whose,
          rule: 'ADMNEW-5',
          after: [`create:${ada}`],
          from: 'none',
          to: 'full',
        },
      ],
      tasks: [expect.objectContaining({ id: 'synchronize' })],
      units: [
        {
          poolId: 'premium-a',
          license: 'premium',
          name: 'Contact Center Premium Agent',
          subscriptionId: 'Sub-A',
          total: 100,
          assignedBefore: 7,
          assignedAfter: 8,
        },
      ],
      forecast: { calls: 13 },
      invitations: 1,
      removals: 0,
    })
  })
})

describe('people of the plan', () => {
  it('ENTRY-5: in address mode nothing but the address is sent, whatever was entered', () => {
    expect(
      planFor({ entry: 'email', people: [{ email: ada, firstName: 'Ada', lastName: 'Lovelace' }] }).steps,
    ).toEqual([{ kind: 'person.create', key: `create:${ada}`, ...whose, rule: 'SAVE-1', after: [] }])
  })

  it('ENTRY-6: in names mode both names are sent, and none that is empty', () => {
    const people = [
      { email: ada, firstName: 'Ada', lastName: 'Lovelace' },
      { email: 'g@acme.example', firstName: 'Grace', lastName: ' ' },
    ]
    expect(planFor({ people }).steps).toEqual([
      {
        kind: 'person.create',
        key: `create:${ada}`,
        ...whose,
        rule: 'SAVE-1',
        after: [],
        firstName: 'Ada',
        lastName: 'Lovelace',
      },
      {
        kind: 'person.create',
        key: 'create:g@acme.example',
        email: 'g@acme.example',
        row: 2,
        batch: 1,
        rule: 'SAVE-1',
        after: [],
        firstName: 'Grace',
      },
    ])
  })

  it('ENTRY-7: thirty people are planned as batches of 25 and 5', () => {
    const people = Array.from({ length: 30 }, (_, index) => ({ email: `p${index}@acme.example` }))
    const batches = planFor({ people }).steps.map(({ batch }) => batch)
    expect(batches).toEqual([...Array(25).fill(1), ...Array(5).fill(2)])
  })

  it('C-12: one at a time, everybody is a batch of their own', () => {
    const people = Array.from({ length: 3 }, (_, index) => ({ email: `p${index}@acme.example` }))
    expect(planFor({ batchSize: 1, people }).people.map(({ batch }) => batch)).toEqual([1, 2, 3])
  })

  it('ENTRY-10: who exists is neither created nor renamed; only what is asked for changes', () => {
    const people = [{ email: 'ADA@acme.example', firstName: 'Augusta', license: 'standard' }]
    expect(planFor({ people }, knowing({ firstName: 'Ada' })).steps).toEqual([
      {
        kind: 'license.change',
        key: `license:${ada}`,
        ...whose,
        email: 'ADA@acme.example',
        rule: 'LICNEW-3',
        after: [],
        add: ['standard-a'],
        remove: [],
      },
    ])
  })

  it('ENTRY-10: who has all of it already has no step', () => {
    const observation = knowing({ licenseIds: ['premium-a'], administrator: 'full' })
    expect(stepsFor({ license: 'premium', administrator: 'full' }, observation)).toEqual([])
  })

  it('SAVE-1: only who does not exist is created', () => {
    const plan = planFor({ people: [{ email: ada }, { email: 'new@acme.example' }] }, knowing({}))
    expect(plan.people.map(({ email, isNew }) => [email, isNew])).toEqual([
      [ada, false],
      ['new@acme.example', true],
    ])
    expect(plan.steps.map(({ key }) => key)).toEqual(['create:new@acme.example'])
  })

  it.each([
    [true, 2],
    [undefined, 2],
    [false, 0],
  ])('SAVE-2: with invitations at "%s", %i are sent to two new people', (invitationEmails, invitations) => {
    const people = [{ email: ada }, { email: 'b@acme.example' }, { email: 'known@acme.example' }]
    const observation = observationFor({ invitationEmails, people: [{ email: 'known@acme.example' }] })
    expect(planFor({ people }, observation).invitations).toBe(invitations)
  })
})

describe('licenses of the plan', () => {
  it.each([
    ['LIC10-3', '1.0', 'standard', 'standard-a', 'LIC10-3'],
    ['LIC10-4', '1.0', 'premium', 'premium-a', 'LIC10-6'],
    ['LIC10-6', '1.0', 'premium', 'premium-a', 'LIC10-6'],
    ['LIC10-7', '1.0', 'premium-supervisor', 'premium-a', 'LIC10-7'],
    ['LICNEW-3', 'new', 'standard', 'standard-a', 'LICNEW-3'],
    ['LICNEW-4', 'new', 'premium', 'premium-a', 'LICNEW-4'],
    ['LICNEW-5', 'new', 'premium-supervisor', 'premium-a', 'LICNEW-5'],
  ] as const)(
    '%s: on %s, %s is a unit of %s, after the person is there',
    (_, platform, license, id, rule) => {
      expect(stepsFor({ license }, observationFor({ platform })).slice(1)).toEqual([
        {
          kind: 'license.change',
          key: `license:${ada}`,
          ...whose,
          rule,
          after: [`create:${ada}`],
          add: [id],
          remove: [],
        },
      ])
    },
  )

  it.each([
    ['LIC10-3', '1.0', 'standard', 'standard-agent'],
    ['LIC10-6', '1.0', 'premium', 'premium-agent'],
    ['LIC10-7', '1.0', 'premium-supervisor', 'supervisor'],
    ['LICNEW-3', 'new', 'standard', 'standard-agent'],
    ['LICNEW-4', 'new', 'premium', 'premium-agent'],
    ['LICNEW-5', 'new', 'premium-supervisor', 'supervisor'],
  ] as const)('%s: on %s, who is given %s is expected to become a %s', (_, platform, license, profile) => {
    expect(expectationFor({ people: [{ email: ada, license }] }, observationFor({ platform }))?.profile).toBe(
      profile,
    )
  })

  it('LICNEW-6: an administrator without license has no license step, and a profile of their own', () => {
    expect(stepsFor({ administrator: 'cc-service' }).map(({ kind }) => kind)).toEqual([
      'person.create',
      'administrator.change',
    ])
    expect(expectationFor({ people: [{ email: ada, administrator: 'cc-service' }] })).toEqual({
      ...whose,
      isNew: true,
      entitlement: { license: 'none', administrator: 'cc-service' },
      before: { license: 'none', administrator: 'none' },
      licenseIds: [],
      lostLicenseIds: [],
      administrator: 'cc-service',
      profile: 'administrator-only',
    })
  })

  it('SAVE-3: who has neither license nor role is expected in no Users module', () => {
    expect(expectationFor({ people: [{ email: ada }] })).toEqual({
      ...whose,
      isNew: true,
      entitlement: { license: 'none', administrator: 'keep' },
      before: { license: 'none', administrator: 'none' },
      licenseIds: [],
      lostLicenseIds: [],
      administrator: 'none',
    })
  })

  it('NEW-4: the license of the other kind goes in the step that brings the new one', () => {
    const observation = knowing({ licenseIds: ['meetings', 'standard-a'] })
    expect(stepsFor({ license: 'premium' }, observation)).toEqual([
      {
        kind: 'license.change',
        key: `license:${ada}`,
        ...whose,
        rule: 'LICNEW-4',
        after: [],
        add: ['premium-a'],
        remove: ['standard-a'],
      },
    ])
  })

  it('NEW-4: of two licenses held, the one that is wanted stays', () => {
    const observation = knowing({ licenseIds: ['premium-a', 'standard-a'] })
    expect(stepsFor({ license: 'premium' }, observation)).toEqual([
      expect.objectContaining({ kind: 'license.change', add: [], remove: ['standard-a'] }),
    ])
  })

  it('LIC10-1: "none" takes nothing away', () => {
    const observation = knowing({ licenseIds: ['premium-a'] }, { platform: '1.0' })
    expect(stepsFor({ license: 'none' }, observation)).toEqual([])
    expect(expectationFor({ people: [{ email: ada }] }, observation)).toEqual({
      ...whose,
      isNew: false,
      entitlement: { license: 'none', administrator: 'keep' },
      before: { license: 'premium', administrator: 'none' },
      licenseIds: ['premium-a'],
      lostLicenseIds: [],
      administrator: 'none',
      profile: 'premium-agent',
    })
  })

  it('LIC10-7: a supervisor who is given nothing stays a supervisor', () => {
    const byDirectory = knowing({ licenseIds: ['premium-a'], supervisor: true })
    const byUsers = knowing({ licenseIds: ['premium-a'] }, { users: [{ email: ada, profile: 'supervisor' }] })
    for (const observation of [byDirectory, byUsers])
      expect(expectationFor({ people: [{ email: ada }] }, observation)?.profile).toBe('supervisor')
  })

  it('LIC10-6: a supervisor who is to be a premium agent stays one unless somebody is told to change it', () => {
    const observation = knowing({ licenseIds: ['premium-a'], supervisor: true })
    const { people, tasks } = planFor({ people: [{ email: ada, license: 'premium' }] }, observation)
    const isTold = tasks.some(({ kind }) => kind === 'supervisor-role')
    expect(isTold || people[0]?.profile === 'supervisor').toBe(true)
  })

  it('C-17: units are planned on what is assigned, whatever was activated', () => {
    const pools = [
      { ...standardPool, assigned: 4, activated: 1 },
      { ...premiumPool, total: 5, assigned: 5 },
    ]
    const observation = observationFor({
      pools,
      people: [{ email: 'b@acme.example', licenseIds: ['standard-a'] }],
    })
    const people = [
      { email: ada, license: 'premium' },
      { email: 'b@acme.example', license: 'premium' },
      { email: 'c@acme.example', license: 'standard' },
    ]
    const units = planFor({ people }, observation).units
    expect(
      units.map(({ poolId, assignedBefore, assignedAfter }) => [poolId, assignedBefore, assignedAfter]),
    ).toEqual([
      ['standard-a', 4, 4],
      ['premium-a', 5, 7],
    ])
  })
})

describe('administrator roles of the plan', () => {
  it('ADM10-2: on 1.0 a new administrator gets the role after the Premium license', () => {
    const steps = stepsFor({ license: 'premium', administrator: 'full' }, observationFor({ platform: '1.0' }))
    expect(steps.map(({ key, rule, after }) => [key, rule, after])).toEqual([
      [`create:${ada}`, 'SAVE-1', []],
      [`license:${ada}`, 'LIC10-6', [`create:${ada}`]],
      [`administrator:${ada}`, 'ADM10-4', [`create:${ada}`, `license:${ada}`]],
    ])
  })

  it('ADM10-6: an existing person is planned as a new one is, but for what they have', () => {
    const observation = knowing({ licenseIds: ['premium-a'] }, { platform: '1.0' })
    expect(stepsFor({ license: 'premium', administrator: 'full' }, observation)).toEqual([
      {
        kind: 'administrator.change',
        key: `administrator:${ada}`,
        ...whose,
        rule: 'ADM10-4',
        after: [],
        from: 'none',
        to: 'full',
      },
    ])
  })

  it.each([
    ['ADM10-4', '1.0', 'full'],
    ['ADM10-8', '1.0', 'cc-service'],
    ['ADMNEW-5', 'new', 'full'],
    ['ADMNEW-6', 'new', 'cc-service'],
  ] as const)('%s: on %s the role %s is given by API where it can be', (rule, platform, to) => {
    const steps = stepsFor({ license: 'premium', administrator: to }, observationFor({ platform }))
    expect(steps.at(-1)).toMatchObject({ kind: 'administrator.change', rule, from: 'none', to })
  })

  it('ADMNEW-3: without a role there is no step for one', () => {
    expect(stepsFor({ license: 'premium', administrator: 'keep' }).map(({ kind }) => kind)).toEqual([
      'person.create',
      'license.change',
    ])
  })

  it.each(['full', 'cc-service'] as const)('ADM10-10: whichever is held is removed: %s', (held) => {
    expect(stepsFor({ administrator: 'remove' }, knowing({ administrator: held }))).toEqual([
      {
        kind: 'administrator.change',
        key: `administrator:${ada}`,
        ...whose,
        rule: 'ADM10-10',
        after: [],
        from: held,
        to: 'none',
      },
    ])
  })

  it.each(['none', 'read-only'] as const)(
    'ADM10-10: of one who is %s nothing is removed',
    (administrator) => {
      const observation = knowing({ administrator })
      expect(stepsFor({ administrator: 'remove' }, observation)).toEqual([])
      expect(
        expectationFor({ people: [{ email: ada, administrator: 'remove' }] }, observation)?.administrator,
      ).toBe(administrator)
    },
  )

  it('ADM10-11: removing the role leaves the license', () => {
    const observation = knowing({ licenseIds: ['premium-a'], administrator: 'full' }, { platform: '1.0' })
    expect(stepsFor({ administrator: 'remove' }, observation).map(({ kind }) => kind)).toEqual([
      'administrator.change',
    ])
    expect(expectationFor({ people: [{ email: ada, administrator: 'remove' }] }, observation)).toEqual({
      ...whose,
      isNew: false,
      entitlement: { license: 'none', administrator: 'remove' },
      before: { license: 'premium', administrator: 'full' },
      licenseIds: ['premium-a'],
      lostLicenseIds: [],
      administrator: 'none',
      profile: 'premium-agent',
    })
  })

  it.each([
    ['none', 'full', ['operator', 'api'], false],
    ['none', 'full', ['api', 'operator'], true],
    ['none', 'cc-service', ['operator', 'api'], true],
    ['none', 'cc-service', ['api', 'operator'], false],
    ['full', 'cc-service', ['operator', 'api'], false],
    ['full', 'cc-service', ['api', 'operator'], false],
    ['full', 'cc-service', ['api', 'api'], true],
    ['read-only', 'cc-service', ['api', 'api'], true],
    ['full', 'none', ['operator', 'api'], false],
    ['cc-service', 'none', ['operator', 'api'], true],
  ] as const)(
    'ADM10-3: from %s to %s with full and service by %j is a step: %s',
    (from, to, [fullAdministrator, ccServiceAdministrator], isStep) => {
      const capabilities = { fullAdministrator, ccServiceAdministrator, contactCenterUsers: 'api' } as const
      const administrator = to === 'none' ? 'remove' : to
      const plan = planFor(
        { people: [{ email: ada, administrator }] },
        knowing({ administrator: from }, { capabilities }),
      )
      expect(plan.steps.map(({ kind }) => kind)).toEqual(isStep ? ['administrator.change'] : [])
      expect(plan.tasks.map(({ kind }) => kind).includes('administrator-role')).toBe(!isStep)
    },
  )

  it('C-4: one role gives way to the other in one step', () => {
    expect(stepsFor({ administrator: 'cc-service' }, knowing({ administrator: 'full' }))).toEqual([
      expect.objectContaining({ kind: 'administrator.change', from: 'full', to: 'cc-service' }),
    ])
  })

  it('C-10: person first, then license, then role, on either platform', () => {
    for (const platform of ['1.0', 'new'] as const)
      expect(
        stepsFor({ license: 'premium', administrator: 'full' }, observationFor({ platform })).map(
          ({ kind }) => kind,
        ),
      ).toEqual(['person.create', 'license.change', 'administrator.change'])
  })

  it('C-11: on the New platform the role does not wait for a license', () => {
    const steps = stepsFor({ license: 'standard', administrator: 'full' })
    expect(steps.at(-1)?.after).toEqual([`create:${ada}`])
    expect(
      expectationFor({ people: [{ email: ada, license: 'standard', administrator: 'full' }] })?.profile,
    ).toBe('standard-agent')
  })

  it('C-5: a supervisor on 1.0 who is also administrator is expected to become one', () => {
    const people = [{ email: ada, license: 'premium-supervisor', administrator: 'full' }]
    expect(expectationFor({ people }, observationOf10())?.profile).toBe('administrator')
  })
})

describe('any plan', () => {
  it('is the same from the request that its draft amounts to', () => {
    fc.assert(
      fc.property(anyDraft, anyObservation, (draft, observation) => {
        const again = draftOf(requestOf(draft))
        expect(buildPlan(again, observation)).toEqual(buildPlan(draft, observation))
        const read = draftOf(requestFor(JSON.parse(JSON.stringify(requestOf(draft)))))
        expect(buildPlan(read, observation)).toEqual(buildPlan(draft, observation))
      }),
    )
  })

  it('counts everybody once, in the order of entry', () => {
    fc.assert(
      fc.property(anyDraft, anyObservation, (draft, observation) => {
        const rows = buildPlan(draft, observation).people.map(({ email, row }) => ({ email, row }))
        expect(rows).toEqual(draft.people.map(({ email, row }) => ({ email, row })))
      }),
    )
  })

  it('SAVE-1: has steps with keys of their own, each after those that it needs', () => {
    fc.assert(
      fc.property(anyDraft, anyObservation, (draft, observation) => {
        const { steps } = buildPlan(draft, observation)
        const before = new Set<string>()
        for (const step of steps) {
          expect(before.has(step.key)).toBe(false)
          expect(step.after.filter((key) => !before.has(key))).toEqual([])
          before.add(step.key)
        }
      }),
    )
  })

  it('ENTRY-10: leads to what it expects when its steps are carried out, by API or by hand', () => {
    fc.assert(
      fc.property(anyDraft, anyObservation, (draft, observation) => {
        const { people, steps, tasks } = buildPlan(draft, observation)
        for (const expected of people) {
          const known = observation.people[personKey(expected.email)]
          const own = steps.filter(({ email }) => email === expected.email)
          expect(own.some(({ kind }) => kind === 'person.create')).toBe(known === undefined)
          const ids = own.reduce<readonly string[]>(
            (held, step) =>
              step.kind === 'license.change'
                ? [...held.filter((id) => !step.remove.includes(id)), ...step.add]
                : held,
            known?.licenseIds ?? [],
          )
          for (const id of expected.licenseIds) expect(ids).toContain(id)
          const held = known?.administrator ?? 'none'
          const step = own.find(({ kind }) => kind === 'administrator.change')
          const task = tasks.find(
            ({ kind, people: about }) => kind === 'administrator-role' && about.includes(expected.email),
          )
          const given = step?.kind === 'administrator.change' ? step.to : (task?.facts['role'] ?? held)
          expect([expected.email, given]).toEqual([expected.email, expected.administrator])
          expect(step !== undefined && task !== undefined).toBe(false)
        }
      }),
    )
  })

  it('C-17: forecasts the units that its steps move', () => {
    fc.assert(
      fc.property(anyDraft, anyObservation, (draft, observation) => {
        const { steps, units } = buildPlan(draft, observation)
        for (const { poolId, assignedBefore, assignedAfter } of units) {
          const moved = steps.reduce((sum, step) => {
            if (step.kind !== 'license.change') return sum
            return sum + Number(step.add.includes(poolId)) - Number(step.remove.includes(poolId))
          }, 0)
          expect(assignedAfter - assignedBefore).toBe(moved)
        }
      }),
    )
  })

  it('PLAT-6: is of the platform that was answered', () => {
    for (const platform of ['1.0', 'new'] as const)
      expect(buildPlan(draftFor({ platform, people: [] }), observationFor({ platform })).platform).toBe(
        platform,
      )
  })
})
