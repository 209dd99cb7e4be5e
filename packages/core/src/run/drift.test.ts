import { describe, expect, it } from 'vitest'
import {
  approve,
  createWorld,
  failureOf,
  openRun,
  premiumPool,
  requestFor,
  standardPool,
  type World,
  type WorldOptions,
} from '../../test/world.ts'
import { driftOf, readDrift } from './drift.ts'
import { type RunRecord, readRecord } from './record.ts'

const emails = ['p1@acme.example', 'p2@acme.example']
const never = new AbortController().signal

async function finished(more: object, options: WorldOptions = {}) {
  const world = createWorld({ hasDesk: true, ...options })
  const onboarding = openRun(world, requestFor({ people: emails.map((email) => ({ email, ...more })) }))
  const { runId } = await approve(onboarding)
  await onboarding.done
  const read = readRecord(world.entries(runId))
  if (!read.ok) throw new Error(read.reason)
  return { world, record: read.record }
}

async function driftIn(world: World, record: RunRecord) {
  const read = await readDrift(record, world.ports, never)
  if (!read.ok) throw new Error(read.problem.code)
  return read.drift.map(({ code, subject, facts }) => [
    subject.kind === 'person' ? subject.row : undefined,
    code,
    facts,
  ])
}

describe('what people have lost since a run', () => {
  it('is nothing where everything is as the run left it, and nothing is written', async () => {
    const { world, record } = await finished({ license: 'premium-supervisor' })
    const before = world.calls.filter(({ type }) => type === 'append').length + world.writes().length
    expect(await driftIn(world, record)).toEqual([])
    const after = world.calls.filter(({ type }) => type === 'append').length + world.writes().length
    expect(after).toBe(before)
  })

  it('names a license that is gone or became another, before and after', async () => {
    const { world, record } = await finished({ license: 'premium' })
    world.change('p1@acme.example', { licenseIds: [] })
    world.change('p2@acme.example', { licenseIds: [standardPool.id] })
    const given = { given: 'premium', subscription: 'Sub-A' }
    expect(await driftIn(world, record)).toEqual([
      [1, 'drift.license-lost', { ...given, found: 'none' }],
      [2, 'drift.license-lost', { ...given, found: 'standard', foundSubscription: 'Sub-A' }],
    ])
  })

  it('names a license that the run took away and that is back', async () => {
    const holder = { email: 'p1@acme.example', licenseIds: [standardPool.id] }
    const { world, record } = await finished({ license: 'premium' }, { people: [holder] })
    world.change(holder.email, { licenseIds: [standardPool.id, premiumPool.id] })
    expect(await driftIn(world, record)).toEqual([
      [1, 'drift.license-returned', { given: 'none', found: 'standard', foundSubscription: 'Sub-A' }],
    ])
  })

  it('names a role, a supervisor, a profile and a user', async () => {
    const { world, record } = await finished({ license: 'premium', administrator: 'full' })
    world.change('p1@acme.example', { administrator: 'read-only' })
    expect(await driftIn(world, record)).toEqual([
      [1, 'drift.role-changed', { given: 'full', found: 'read-only' }],
    ])
    world.change('p2@acme.example', { licenseIds: [], administrator: 'none' })
    world.synchronize()
    expect((await driftIn(world, record)).map(([row, code]) => [row, code])).toEqual([
      [1, 'drift.role-changed'],
      [1, 'drift.profile-changed'],
      [2, 'drift.license-lost'],
      [2, 'drift.role-changed'],
      [2, 'drift.user-missing'],
    ])
    const supervisors = await finished({ license: 'premium-supervisor' })
    supervisors.world.change('p2@acme.example', { supervisor: false })
    supervisors.world.synchronize()
    expect(await driftIn(supervisors.world, supervisors.record)).toEqual([
      [2, 'drift.supervisor-lost', {}],
      [2, 'drift.profile-changed', { given: 'supervisor', found: 'premium-agent' }],
    ])
  })

  it('names who was deleted or deactivated, and nothing else of the deleted', async () => {
    const { world, record } = await finished({ license: 'standard' })
    const read = await readDrift(record, world.ports, never)
    world.change('p1@acme.example', { status: 'inactive' })
    expect([read.ok, await driftIn(world, record)]).toEqual([true, [[1, 'drift.person-deactivated', {}]]])
    const nobody = { people: {}, users: {}, canReadUsers: true }
    expect(driftOf(record, nobody).map(({ code }) => code)).toEqual([
      'drift.person-deleted',
      'drift.person-deleted',
    ])
  })

  it('misses nothing that the run did not give', async () => {
    const { world, record } = await finished(
      { license: 'standard' },
      {
        disturb: (call) =>
          call.type === 'createPerson' && call.person.email === emails[0]
            ? { kind: 'refused', failure: failureOf('forbidden') }
            : undefined,
      },
    )
    expect(await driftIn(world, record)).toEqual([])
  })

  it('does not miss in the Users module what was never read there', async () => {
    const { world, record } = await finished({ license: 'standard' })
    const unread = { ...record, tasks: { synchronize: { state: 'claimed', verifiedFor: [] } } } as const
    world.change('p1@acme.example', { licenseIds: [] })
    world.synchronize()
    expect((await driftIn(world, unread)).map(([, code]) => code)).toEqual(['drift.license-lost'])
  })

  it('M14: is not looked for in another organization', async () => {
    const { world, record } = await finished({ license: 'standard' })
    const plan = { ...record.plan, organization: { id: 'another', name: 'Another' } }
    const read = await readDrift({ ...record, plan }, world.ports, never)
    expect(read.ok ? '' : read.problem.code).toBe('request.another-organization')
  })
})
