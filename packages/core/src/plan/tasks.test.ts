import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyDraft, anyObservation } from '../../test/arbitraries.ts'
import { observationFor, observationOf10, planFor } from '../../test/samples.ts'
import { menuPaths } from '../domain/control-hub.ts'
import { buildPlan } from './build.ts'
import { trialOrganizationTask } from './tasks.ts'

const ada = 'ada@acme.example'
const grace = 'grace@acme.example'
const url = 'https://admin.webex.com'

function tasksFor(written: object, observation = observationFor()) {
  return planFor(written, observation).tasks
}

const synchronize = {
  id: 'synchronize',
  kind: 'synchronize',
  rule: 'SYNC-1',
  people: [ada],
  where: menuPaths.synchronize,
  url,
  verifiedBy: 'reading',
  phase: 'syncing',
  facts: {},
}

const byHand = {
  fullAdministrator: 'operator',
  ccServiceAdministrator: 'operator',
  contactCenterUsers: 'api',
} as const

describe('trial organizations', () => {
  it('PRE-1: each person with a trial account is a task of their own, before saving', () => {
    const written = {
      trialAccounts: [' ADA@acme.example', 'nobody@acme.example'],
      people: [
        { email: grace, license: 'premium' },
        { email: ada, license: 'premium' },
      ],
    }
    expect(tasksFor(written).filter(({ phase }) => phase === 'saving')).toEqual([trialOrganizationTask(ada)])
  })

  it('PRE-2: it is the organization that is deleted: its account page is where, its owner is who', () => {
    expect(trialOrganizationTask('Ada@acme.example')).toEqual({
      id: `trial-organization:${ada}`,
      kind: 'trial-organization',
      rule: 'PRE-1',
      people: ['Ada@acme.example'],
      where: [{ vintage: 'documented', path: ['Account', 'Info', 'Delete'] }],
      url,
      verifiedBy: 'trying',
      phase: 'saving',
      facts: {
        blockers: ['linked-sites', 'subscriptions', 'directory-synchronization', 'more-users', 'managed'],
      },
    })
  })

  it('PRE-2: somebody who is in the organization already needs nothing deleted', () => {
    const written = { trialAccounts: [ada], people: [{ email: ada, license: 'premium' }] }
    const tasks = tasksFor(written, observationFor({ people: [{ email: ada }] }))
    expect(tasks.map(({ kind }) => kind)).toEqual(['synchronize'])
  })

  it.each([observationOf10(), observationFor()])(
    'PRE-3: it comes first on either platform',
    (observation) => {
      const written = {
        trialAccounts: [grace, ada],
        people: [ada, grace].map((email) => ({ email, license: 'premium' })),
      }
      expect(tasksFor(written, observation).slice(0, 2)).toEqual([ada, grace].map(trialOrganizationTask))
    },
  )

  it('C-18: what may keep the owner from deleting it is listed', () => {
    expect(trialOrganizationTask(ada).facts).toEqual({
      blockers: ['linked-sites', 'subscriptions', 'directory-synchronization', 'more-users', 'managed'],
    })
  })
})

describe('administrator roles by hand', () => {
  const people = [
    { email: ada, license: 'premium', administrator: 'full' },
    { email: 'b@acme.example', license: 'premium', administrator: 'cc-service' },
    { email: grace, license: 'premium', administrator: 'full' },
  ]

  it('ADM10-3: on 1.0 Organization administrator is ticked first, for everyone who is to have the role', () => {
    expect(
      tasksFor({ people }, observationOf10()).find(({ id }) => id === 'administrator-role:full'),
    ).toEqual({
      id: 'administrator-role:full',
      kind: 'administrator-role',
      rule: 'ADM10-4',
      people: [ada, grace],
      where: menuPaths.administratorRoles,
      url,
      verifiedBy: 'reading',
      phase: 'operator',
      facts: { role: 'full', boxes: ['Organization administrator', 'Full administrator'] },
    })
  })

  it('ADM10-7: on 1.0 it is ticked first for a service administrator, too', () => {
    expect(
      tasksFor({ people }, observationOf10()).find(({ id }) => id === 'administrator-role:cc-service'),
    ).toEqual({
      id: 'administrator-role:cc-service',
      kind: 'administrator-role',
      rule: 'ADM10-8',
      people: ['b@acme.example'],
      where: menuPaths.administratorRoles,
      url,
      verifiedBy: 'reading',
      phase: 'operator',
      facts: {
        role: 'cc-service',
        boxes: ['Organization administrator', 'Contact Center service administrator'],
      },
    })
  })

  it('ADM10-5: an existing person is found in their user details', () => {
    const observation = observationOf10({ people: [{ email: ada, licenseIds: ['premium-a'] }] })
    const [task] = tasksFor({ people: [{ email: ada, administrator: 'full' }] }, observation)
    expect(task?.where.map(({ path }) => path.includes('User Details'))).toEqual([true, true])
  })

  it('ADM10-6: an existing person has the same boxes as a new one', () => {
    const known = observationOf10({ people: [{ email: ada, licenseIds: ['premium-a'] }] })
    const written = { people: [{ email: ada, license: 'premium', administrator: 'full' }] }
    expect(tasksFor(written, known)[0]).toEqual(tasksFor(written, observationOf10())[0])
  })

  it.each([
    ['ADMNEW-5', 'full', ['Full administrator']],
    ['ADMNEW-6', 'cc-service', ['Contact Center service administrator']],
  ])('%s: on the New platform %s is one box', (rule, role, boxes) => {
    const observation = observationFor({ capabilities: byHand })
    expect(tasksFor({ people: [{ email: ada, administrator: role }] }, observation)[0]).toMatchObject({
      id: `administrator-role:${role}`,
      rule,
      facts: { role, boxes },
    })
  })

  it('ADMNEW-3: without a role there is no task for one', () => {
    const observation = observationFor({ capabilities: byHand })
    expect(tasksFor({ people: [{ email: ada, license: 'premium' }] }, observation)).toEqual([synchronize])
  })

  it.each([
    ['1.0', 'full', 'Organization administrator'],
    ['1.0', 'cc-service', 'Contact Center service administrator'],
    ['new', 'full', 'Full administrator'],
    ['new', 'cc-service', 'Contact Center service administrator'],
  ] as const)('ADM10-10: on %s, %s is removed by clearing the box of it', (platform, held, clear) => {
    const observation = observationFor({
      platform,
      capabilities: byHand,
      people: [{ email: ada, administrator: held }],
    })
    expect(tasksFor({ people: [{ email: ada, administrator: 'remove' }] }, observation)[0]).toEqual({
      id: `administrator-role:remove-${held}`,
      kind: 'administrator-role',
      rule: 'ADM10-10',
      people: [ada],
      where: menuPaths.administratorRoles,
      url,
      verifiedBy: 'reading',
      phase: 'operator',
      facts: { role: 'none', clear },
    })
  })

  it('ADM10-9: roles are removed where they are given', () => {
    const observation = observationOf10({ people: [{ email: ada, administrator: 'full' }] })
    const [removing] = tasksFor({ people: [{ email: ada, administrator: 'remove' }] }, observation)
    const [giving] = tasksFor(
      { people: [{ email: grace, license: 'premium', administrator: 'full' }] },
      observation,
    )
    expect(removing?.where).toEqual(giving?.where)
  })

  it('ADM10-11: removing a role by hand says nothing of a license', () => {
    const observation = observationOf10({
      people: [{ email: ada, administrator: 'full', licenseIds: ['premium-a'] }],
    })
    const plan = planFor({ people: [{ email: ada, administrator: 'remove' }] }, observation)
    expect([plan.steps, plan.tasks.map(({ id }) => id)]).toEqual([
      [],
      ['administrator-role:remove-full', 'synchronize', 'users-module'],
    ])
  })
})

describe('the supervisor role', () => {
  it.each([
    ['LIC10-7', observationOf10(), ['Contact Center', 'Premium Agent', 'Supervisor']],
    ['LICNEW-5', observationFor(), ['Licensed agent', 'Premium Agent - Supervisor Role']],
  ])('%s: is given by hand on the license screen, after the license', (rule, observation, boxes) => {
    const written = {
      people: [
        { email: ada, license: 'premium-supervisor' },
        { email: grace, license: 'premium' },
      ],
    }
    expect(tasksFor(written, observation)[0]).toEqual({
      id: 'supervisor-role',
      kind: 'supervisor-role',
      rule,
      people: [ada],
      where: menuPaths.manageUsers,
      url,
      verifiedBy: 'reading',
      phase: 'operator',
      facts: { boxes },
    })
  })

  it.each([
    { people: [{ email: ada, licenseIds: ['premium-a'], supervisor: true }] },
    {
      people: [{ email: ada, licenseIds: ['premium-a'] }],
      users: [{ email: ada, profile: 'supervisor' as const }],
    },
  ])('LICNEW-5: is not given again to who has it', (given) => {
    const tasks = tasksFor({ people: [{ email: ada, license: 'premium-supervisor' }] }, observationFor(given))
    expect(tasks.filter(({ kind }) => kind === 'supervisor-role')).toEqual([])
  })

  it('C-10: roles come between saving and synchronizing', () => {
    const people = [
      { email: ada, license: 'premium-supervisor' },
      { email: grace, license: 'premium', administrator: 'full' },
    ]
    expect(tasksFor({ people }, observationOf10()).map(({ id, phase }) => [id, phase])).toEqual([
      ['administrator-role:full', 'operator'],
      ['supervisor-role', 'operator'],
      ['synchronize', 'syncing'],
      ['users-module', 'verifying'],
    ])
  })
})

describe('synchronizing', () => {
  const people = [{ email: ada, license: 'premium' }]

  it('SYNC-1: follows a change, and on the New platform is read back', () => {
    expect(tasksFor({ people })).toEqual([synchronize])
  })

  it('SYNC-2: shows where the button is', () => {
    expect(tasksFor({ people })[0]?.where.map(({ path }) => path.at(-1))).toEqual([
      'Synchronize Users',
      'Synchronize Users',
    ])
  })

  it('SYNC-3: on 1.0 a person looks into the Users module afterwards and says so', () => {
    expect(tasksFor({ people }, observationOf10())).toEqual([
      { ...synchronize, verifiedBy: 'claim' },
      {
        id: 'users-module',
        kind: 'users-module',
        rule: 'SYNC-3',
        people: [ada],
        where: menuPaths.usersModule,
        url,
        verifiedBy: 'claim',
        phase: 'verifying',
        facts: {},
      },
    ])
  })

  it('C-1: what is looked for is the license, at those who are expected to be there', () => {
    const some = [{ email: grace }, { email: ada, license: 'premium' }]
    expect(tasksFor({ people: some }, observationOf10()).map(({ id, people: who }) => [id, who])).toEqual([
      ['synchronize', [ada]],
      ['users-module', [ada]],
    ])
  })

  it('C-3: follows for new people as for existing ones', () => {
    const known = observationFor({ people: [{ email: ada, licenseIds: ['standard-a'] }] })
    expect(tasksFor({ people }, known)).toEqual(tasksFor({ people }))
  })

  it('C-3: follows a role that is given by hand', () => {
    const observation = observationOf10({ people: [{ email: ada, licenseIds: ['premium-a'] }] })
    expect(
      tasksFor({ people: [{ email: ada, administrator: 'full' }] }, observation).map(({ kind }) => kind),
    ).toEqual(['administrator-role', 'synchronize', 'users-module'])
  })

  it('SYNC-1: follows although nothing changes, where an earlier change was never synchronized', () => {
    const observation = observationFor({
      people: [{ email: ada, licenseIds: ['premium-a'] }],
      users: [{ email: ada, profile: 'standard-agent' }],
    })
    expect(tasksFor({ people }, observation)).toEqual([synchronize])
  })

  it('SYNC-1: is not asked for where nothing changes and all of it shows', () => {
    const observation = observationFor({
      people: [{ email: ada, licenseIds: ['premium-a'] }],
      users: [{ email: ada, profile: 'premium-agent' }],
    })
    expect(tasksFor({ people }, observation)).toEqual([])
  })

  it('SYNC-1: rests on a word where nobody is expected in the Users module', () => {
    expect(tasksFor({ people: [{ email: ada }] })).toEqual([{ ...synchronize, verifiedBy: 'claim' }])
  })

  it('SYNC-4: rests on a word where the Users module shows the same before the change', () => {
    const observation = observationFor({
      people: [{ email: ada, licenseIds: ['premium-a'], administrator: 'full' }],
      users: [{ email: ada, profile: 'administrator' }],
    })
    expect(tasksFor({ people: [{ email: ada, administrator: 'cc-service' }] }, observation)).toEqual([
      { ...synchronize, verifiedBy: 'claim' },
    ])
  })

  it('SYNC-4: comes after all that is saved, and only the look into the Users module after it', () => {
    const order = ['saving', 'operator', 'syncing', 'verifying']
    fc.assert(
      fc.property(anyDraft, anyObservation, (draft, observation) => {
        const phases = buildPlan(draft, observation).tasks.map(({ phase }) => order.indexOf(phase))
        expect(phases).toEqual(phases.toSorted((a, b) => a - b))
      }),
    )
  })

  it('SAVE-6: follows every plan that changes anything', () => {
    fc.assert(
      fc.property(anyDraft, anyObservation, (draft, observation) => {
        const { steps, tasks } = buildPlan(draft, observation)
        const isChanging = steps.length > 0 || tasks.some(({ phase }) => phase === 'operator')
        if (isChanging) expect(tasks.map(({ id }) => id)).toContain('synchronize')
      }),
    )
  })

  it('PLAT-1: every task links to Control Hub and has an id of its own', () => {
    fc.assert(
      fc.property(anyDraft, anyObservation, (draft, observation) => {
        const { tasks } = buildPlan(draft, observation)
        expect(new Set(tasks.map(({ id }) => id)).size).toBe(tasks.length)
        for (const task of tasks) expect([task.url, task.people.length > 0]).toEqual([url, true])
      }),
    )
  })
})
