import { describe, expect, it } from 'vitest'
import { menuPaths } from '../src/domain/control-hub.ts'
import type { Fact } from '../src/machine/onboarding.types.ts'
import { walkToReview } from '../src/run/walk.ts'
import {
  approve,
  byHand,
  type Call,
  createWorld,
  failureOf,
  openRun,
  organization,
  requestFor,
  resultsOf,
  viewWhen,
} from './world.ts'

const ada = 'ada@acme.example'
const grace = 'grace@acme.example'

/** A call of the log as one word and whom it is about. */
function said(call: Call): string {
  switch (call.type) {
    case 'createPerson':
      return `create ${call.person.email}`
    case 'changeLicenses':
      return `license ${call.change.email}`
    case 'setAdministrator':
      return `administrator ${call.email}`
    case 'append':
      return `journal ${call.entry.type}`
    default:
      return call.type
  }
}

describe('signing in', () => {
  it('ENTRY-1: shows the organization that the token is of', async () => {
    const onboarding = openRun(createWorld(), undefined)
    const view = await viewWhen(onboarding, ({ stage }) => stage === 'prerequisites')
    expect(view.organization).toEqual(organization)
    await onboarding.stop()
  })

  it('ENTRY-1: goes no further in another organization than the request is meant for', async () => {
    const world = createWorld()
    const onboarding = openRun(world, requestFor({ organization: 'another', people: [{ email: ada }] }))
    const view = await walkToReview(onboarding)
    expect([view.stage, view.mode, view.problems]).toEqual([
      'signIn',
      'failed',
      [
        {
          code: 'request.another-organization',
          severity: 'error',
          subject: { kind: 'request', path: 'organization' },
          facts: { meant: 'another', organization: organization.id, name: 'Acme' },
        },
      ],
    ])
    expect(world.calls.map(said)).toEqual(['connect'])
    await onboarding.stop()
  })

  it('PLAT-6: looks at no license before the platform is answered', async () => {
    const world = createWorld()
    const { platform: _, ...unanswered } = requestFor({ people: [{ email: ada, license: 'premium' }] })
    const onboarding = openRun(world, unanswered)
    const view = await walkToReview(onboarding)
    expect([view.stage, view.problems.map(({ code }) => code)]).toEqual(['platform', ['platform.unanswered']])
    expect(world.calls.map(said)).toEqual(['connect', 'readPlatform'])
    await onboarding.stop()
  })
})

describe('before saving', () => {
  const people = [{ email: ada, license: 'premium', administrator: 'full' }]

  it('SAVE-5: nothing is written before the plan was approved, neither there nor here', async () => {
    const world = createWorld()
    const onboarding = openRun(world, requestFor({ people }))
    const view = await walkToReview(onboarding)
    onboarding.send({ type: 'stage.back' })
    onboarding.send({ type: 'license.choose', license: 'standard', email: ada })
    await walkToReview(onboarding)
    await onboarding.stop()
    expect(view.plan?.steps).toHaveLength(3)
    expect(world.writes()).toEqual([])
    expect(world.calls.map(said).filter((call) => call.startsWith('journal'))).toEqual([])
  })

  it.each(['', 'yes', '0'.repeat(64)])('SAVE-5: nothing is written on the approval "%s"', async (hash) => {
    const world = createWorld()
    const onboarding = openRun(world, requestFor({ people }))
    const { plan } = await walkToReview(onboarding)
    onboarding.send({ type: 'plan.approve', hash })
    const view = onboarding.getView()
    expect([view.stage, view.isApproved, view.problems[0]]).toEqual([
      'review',
      false,
      {
        code: 'plan.not-approved',
        severity: 'error',
        rule: 'SAVE-5',
        subject: { kind: 'stage' },
        facts: { hash: plan?.hash },
      },
    ])
    await onboarding.stop()
    expect(world.writes()).toEqual([])
  })

  it('SAVE-5: what was approved is on record before the first write, and each intent before its own', async () => {
    const world = createWorld({ hasDesk: true })
    const onboarding = openRun(world, requestFor({ people }))
    await approve(onboarding)
    await onboarding.done
    const log = world.calls
      .filter((call) => call.type === 'append' || world.writes().includes(call))
      .map(said)
    expect(log.slice(0, log.indexOf('journal task.changed'))).toEqual([
      'journal run.opened',
      'journal plan.made',
      'journal plan.approved',
      'journal step.intended',
      'journal step.intended',
      'journal step.intended',
      `create ${ada}`,
      'journal step.settled',
      `license ${ada}`,
      'journal step.settled',
      `administrator ${ada}`,
      'journal step.settled',
    ])
  })

  it('C-10: the role is given only when person and license are there, on either platform', async () => {
    for (const platform of ['1.0', 'new'] as const) {
      const world = createWorld({ platform, visibleAfter: 2_000, hasDesk: true })
      const onboarding = openRun(world, requestFor({ platform, people }))
      await approve(onboarding)
      await onboarding.done
      expect(world.writes().map(said)).toEqual([`create ${ada}`, `license ${ada}`, `administrator ${ada}`])
    }
  })
})

describe('saving', () => {
  it('SAVE-1: carries out what was approved, and nothing else', async () => {
    const world = createWorld({
      people: [{ email: grace, licenseIds: ['standard-a'] }],
      hasDesk: true,
    })
    const people = [
      { email: ada, firstName: 'Ada', lastName: 'Lovelace', license: 'standard' },
      { email: grace, license: 'premium', administrator: 'cc-service' },
    ]
    const onboarding = openRun(world, requestFor({ people }), { concurrency: 1 })
    await approve(onboarding)
    const { report } = await onboarding.done
    expect(world.writes()).toEqual([
      { type: 'createPerson', person: { email: ada, firstName: 'Ada', lastName: 'Lovelace' } },
      {
        type: 'changeLicenses',
        change: { personId: 'person-2', email: ada, add: ['standard-a'], remove: [] },
      },
      {
        type: 'changeLicenses',
        change: { personId: 'person-1', email: grace, add: ['premium-a'], remove: ['standard-a'] },
      },
      { type: 'setAdministrator', email: grace, role: 'cc-service' },
    ])
    expect(resultsOf(onboarding)).toEqual([
      [`create:${ada}`, { outcome: 'done', personId: 'person-2' }],
      [`license:${ada}`, { outcome: 'done' }],
      [`license:${grace}`, { outcome: 'done' }],
      [`administrator:${grace}`, { outcome: 'done' }],
    ])
    expect(report?.people.map(({ email, outcome, verifiedBy }) => [email, outcome, verifiedBy])).toEqual([
      [ada, 'done', 'reading'],
      [grace, 'done', 'reading'],
    ])
  })

  it('SAVE-1: an answer that is accepted and changes nothing is no success', async () => {
    const world = createWorld({
      hasDesk: true,
      disturb: ({ type }) => (type === 'changeLicenses' ? { kind: 'ignored' } : undefined),
    })
    const onboarding = openRun(world, requestFor({ people: [{ email: ada, license: 'premium' }] }))
    await approve(onboarding)
    const { report } = await onboarding.done
    expect(resultsOf(onboarding).map(([, { outcome }]) => outcome)).toEqual(['done', 'unchanged'])
    expect(report?.people.map(({ outcome, signIn }) => [outcome, signIn])).toEqual([['unchanged', 'no']])
  })

  it('SAVE-2: who is new is invited, and reported as waiting for it to be accepted', async () => {
    const world = createWorld({ people: [{ email: grace }], hasDesk: true })
    const people = [ada, grace].map((email) => ({ email, license: 'premium' }))
    const onboarding = openRun(world, requestFor({ people }))
    const { plan, problems } = await approve(onboarding)
    const { report } = await onboarding.done
    expect(plan?.invitations).toBe(1)
    expect(problems.map(({ code, facts }) => [code, facts])).toEqual([
      ['invitation.irrevocable', { people: 1 }],
      ['undo.limits', { created: 1, freed: 0, byHand: 0, trials: 0 }],
    ])
    expect(report?.people.map(({ email, signIn }) => [email, signIn])).toEqual([
      [ada, 'after-invitation'],
      [grace, 'yes'],
    ])
  })

  it('SAVE-3: everyone has the profile that was planned for them after synchronizing', async () => {
    const world = createWorld({ hasDesk: true, synchronizedAfter: 4_000 })
    const people = [
      { email: 'standard@acme.example', license: 'standard' },
      { email: 'premium@acme.example', license: 'premium' },
      { email: 'supervisor@acme.example', license: 'premium-supervisor' },
      { email: 'administrator@acme.example', license: 'premium', administrator: 'full' },
      { email: 'only@acme.example', administrator: 'cc-service' },
      { email: 'nothing@acme.example' },
    ]
    const onboarding = openRun(world, requestFor({ people }))
    const { plan } = await approve(onboarding)
    const { report } = await onboarding.done
    expect(plan?.people.map(({ profile }) => profile)).toEqual([
      'standard-agent',
      'premium-agent',
      'supervisor',
      'administrator',
      'administrator-only',
      undefined,
    ])
    expect(people.map(({ email }) => world.user(email)?.profile)).toEqual(
      plan?.people.map(({ profile }) => profile),
    )
    expect(report?.counts.done).toBe(6)
  })

  it('ENTRY-7: nobody of the second batch is begun before the first is through', async () => {
    const world = createWorld({ visibleAfter: 1_000, hasDesk: true })
    const people = Array.from({ length: 30 }, (_, index) => ({
      email: `p${index + 1}@acme.example`,
      license: 'premium',
    }))
    const onboarding = openRun(world, requestFor({ people }), { concurrency: 8 })
    const begun: string[] = []
    onboarding.on('step.started', ({ key }) => begun.push(key))
    const firstBatch = people.slice(0, 25).map(({ email }) => email)
    await approve(onboarding)
    const { report } = await onboarding.done
    const batches = begun.map((key) => (firstBatch.includes(key.split(':')[1] ?? '') ? 1 : 2))
    expect(batches).toEqual([...Array(50).fill(1), ...Array(10).fill(2)])
    expect(report?.counts.done).toBe(30)
  })

  it('PRE-1: a person whose address belongs to another organization waits, and the others go on', async () => {
    const world = createWorld({ foreign: [ada] })
    const people = [ada, grace].map((email) => ({ email, license: 'premium' }))
    const onboarding = openRun(world, requestFor({ people }))
    await approve(onboarding)
    const waiting = await viewWhen(onboarding, ({ stage }) => stage === 'operator')
    expect(resultsOf(onboarding).map(([key, { outcome }]) => [key, outcome])).toEqual([
      [`create:${ada}`, 'waiting'],
      [`license:${ada}`, 'waiting'],
      [`create:${grace}`, 'done'],
      [`license:${grace}`, 'done'],
    ])
    const [task] = waiting.tasks
    expect([task?.id, task?.state]).toEqual([`trial-organization:${ada}`, 'open'])
    if (task !== undefined) world.perform(task)
    onboarding.send({ type: 'task.claim', id: `trial-organization:${ada}` })
    const after = await viewWhen(onboarding, ({ stage }) => stage === 'syncing')
    expect(after.progress?.counts.done).toBe(4)
    expect(after.tasks.map(({ id, state }) => [id, state])).toEqual([
      [`trial-organization:${ada}`, 'verified'],
      ['synchronize', 'open'],
    ])
    await onboarding.stop()
  })

  it('PRE-2: the person is added with the same address once the organization is gone', async () => {
    const world = createWorld({ foreign: [ada], hasDesk: true })
    const request = requestFor({ trialAccounts: [ada], people: [{ email: ada, license: 'premium' }] })
    const onboarding = openRun(world, request)
    await approve(onboarding)
    const { report } = await onboarding.done
    expect(report?.counts.done).toBe(1)
    expect(world.person(ada)?.licenseIds).toEqual(['premium-a'])
  })
})

describe('synchronizing and verifying', () => {
  const people = [{ email: ada, license: 'premium' }]

  it('SYNC-1: the run waits for a person to synchronize, and sees by itself that they did', async () => {
    const world = createWorld({ synchronizedAfter: 10_000 })
    const onboarding = openRun(world, requestFor({ people }))
    await approve(onboarding)
    const waiting = await viewWhen(onboarding, ({ stage }) => stage === 'syncing')
    expect(waiting.tasks.map(({ id, state }) => [id, state])).toEqual([['synchronize', 'open']])
    world.synchronize()
    const { report } = await onboarding.done
    expect(report?.tasks.map(({ id, state, verifiedFor }) => [id, state, verifiedFor])).toEqual([
      ['synchronize', 'verified', [ada]],
    ])
  })

  it('SYNC-2: shows both ways to the button while it waits', async () => {
    const onboarding = openRun(createWorld(), requestFor({ people }))
    await approve(onboarding)
    const { tasks } = await viewWhen(onboarding, ({ stage }) => stage === 'syncing')
    expect(tasks[0]?.where).toEqual(menuPaths.synchronize)
    await onboarding.stop()
  })

  it('SYNC-3: reads back what the Users module shows, and says where it differs', async () => {
    const world = createWorld({ people: [{ email: ada, profile: 'standard-agent' }] })
    const onboarding = openRun(world, requestFor({ people }))
    await approve(onboarding)
    await viewWhen(onboarding, ({ stage }) => stage === 'syncing')
    onboarding.send({ type: 'task.claim', id: 'synchronize' })
    const { report } = await onboarding.done
    expect(report?.people.map(({ signIn, why }) => [signIn, why])).toEqual([['no', ['profile-differs']]])
  })

  it('SYNC-3: on 1.0 a person looks and says so, and the report rests on their word', async () => {
    const world = createWorld({ platform: '1.0' })
    const onboarding = openRun(world, requestFor({ platform: '1.0', people }))
    await approve(onboarding)
    await viewWhen(onboarding, ({ stage }) => stage === 'syncing')
    onboarding.send({ type: 'task.claim', id: 'synchronize' })
    const looking = await viewWhen(
      onboarding,
      ({ stage, mode }) => stage === 'verifying' && mode === 'asking',
    )
    expect(looking.tasks.map(({ id, state }) => [id, state])).toEqual([
      ['synchronize', 'claimed'],
      ['users-module', 'open'],
    ])
    onboarding.send({ type: 'task.claim', id: 'users-module' })
    const { report } = await onboarding.done
    expect(report?.people.map(({ outcome, verifiedBy }) => [outcome, verifiedBy])).toEqual([
      ['done', 'claim'],
    ])
    expect(world.calls.map(said)).not.toContain('findUsers')
  })

  it('SYNC-4: saves, then synchronizes, then verifies', async () => {
    const world = createWorld({ administratorRoles: byHand, hasDesk: true })
    const onboarding = openRun(
      world,
      requestFor({ people: [{ email: ada, license: 'premium', administrator: 'full' }] }),
    )
    const facts: Fact[] = []
    onboarding.on('*', (fact) => facts.push(fact))
    await approve(onboarding)
    await onboarding.done
    const entered = facts.flatMap((fact) => (fact.type === 'stage.entered' ? [fact.stage] : []))
    expect(entered.slice(entered.indexOf('saving'))).toEqual([
      'saving',
      'operator',
      'syncing',
      'verifying',
      'report',
    ])
    expect(world.calls.flatMap((call) => (call.type === 'perform' ? [call.id] : []))).toEqual([
      'administrator-role:full',
      'synchronize',
    ])
  })

  it('SYNC-4: a synchronization that is left open ends in the report as open, not as done', async () => {
    const onboarding = openRun(createWorld(), requestFor({ people }))
    await approve(onboarding)
    await viewWhen(onboarding, ({ stage }) => stage === 'syncing')
    onboarding.send({ type: 'task.leave' })
    const { report } = await onboarding.done
    expect(report?.tasks.map(({ id, state }) => [id, state])).toEqual([['synchronize', 'open']])
    expect(report?.people.map(({ signIn, why }) => [signIn, why])).toEqual([
      ['no', ['invitation-pending', 'not-synchronized']],
    ])
    expect(report?.canRetry).toBe(true)
  })

  it('SAVE-6: synchronizing follows saving even where a part of it failed', async () => {
    const world = createWorld({
      hasDesk: true,
      disturb: (call) =>
        call.type === 'changeLicenses' && call.change.email === ada
          ? { kind: 'refused', failure: failureOf('no-units') }
          : undefined,
    })
    const both = [ada, grace].map((email) => ({ email, license: 'premium' }))
    const onboarding = openRun(world, requestFor({ people: both }))
    await approve(onboarding)
    const { report } = await onboarding.done
    expect(world.user(grace)?.profile).toBe('premium-agent')
    expect(report?.people.map(({ email, outcome }) => [email, outcome])).toEqual([
      [ada, 'failed'],
      [grace, 'done'],
    ])
  })

  it('C-1: it is the license that is compared after synchronizing, not whether it could be', async () => {
    const world = createWorld({ hasDesk: true })
    const onboarding = openRun(world, requestFor({ people }))
    onboarding.on('task.changed', ({ id, status }) => {
      if (id === 'synchronize' && status.state === 'claimed') world.change(ada, { licenseIds: [] })
    })
    await approve(onboarding)
    const { report } = await onboarding.done
    expect(report?.people.map(({ signIn, why }) => [signIn, why.includes('license-missing')])).toEqual([
      ['no', true],
    ])
  })

  it('C-3: new people are synchronized as existing ones are', async () => {
    const world = createWorld({ people: [{ email: grace }], hasDesk: true })
    const both = [ada, grace].map((email) => ({ email, license: 'premium' }))
    const onboarding = openRun(world, requestFor({ people: both }))
    await approve(onboarding)
    const { report } = await onboarding.done
    expect(report?.tasks.map(({ id, people: who, state }) => [id, who, state])).toEqual([
      ['synchronize', [ada, grace], 'verified'],
    ])
  })
})
