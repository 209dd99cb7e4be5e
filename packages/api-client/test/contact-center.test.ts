import { describe, expect, it } from 'vitest'
import { contactCenterOrigins, createWebexClient } from '../src/index.ts'
import { createPorts } from '../src/ports.ts'
import { createWorld, never, unwrap } from './sandbox-world.ts'
import { html, json, reset, type Step, startScriptedServer } from './scripted-server.ts'

const at = (name: string) => `${name}@acme.example`

it('knows the hosts of all eight regions', () => {
  expect(
    Object.entries(contactCenterOrigins).map(
      ([region, origin]) => origin === `https://api.wxcc-${region}.cisco.com`,
    ),
  ).toEqual(Array(8).fill(true))
})

describe('PLAT-3: readPlatform', () => {
  it('suggests the New platform where the configuration API answers', async () => {
    const { contactCenter } = await createWorld()
    expect(await contactCenter.readPlatform(never)).toEqual({
      ok: true,
      value: { suggestion: 'new', evidence: 'contact-center-api-answers' },
    })
  })

  it.each([401, 403, 404])('suggests nothing where it refuses with %i', async (status) => {
    const { contactCenter, fault } = await createWorld()
    fault('/v2/user$', { kind: 'status', status })
    expect(unwrap(await contactCenter.readPlatform(never))).toEqual({
      evidence: 'contact-center-api-refuses',
    })
  })

  it('suggests nothing of an organization on 1.0', async () => {
    const { contactCenter } = await createWorld({ sandbox: { platform: '1.0' } })
    expect(unwrap(await contactCenter.readPlatform(never)).suggestion).toBeUndefined()
  })

  it('a token without Contact Center scopes is refused', async () => {
    const { contactCenter } = await createWorld({ token: { scopes: ['spark-admin:organizations_read'] } })
    expect(unwrap(await contactCenter.readPlatform(never))).toEqual({
      evidence: 'contact-center-api-refuses',
    })
  })

  it.each([
    ['a broken connection', reset],
    ['a gateway page', html(200)],
    ['an error of the server', json({}, 500)],
  ] satisfies [string, Step][])('has no evidence after %s', async (_name, step) => {
    const { origin } = await startScriptedServer(step)
    const { client: webex } = await createWorld()
    const { contactCenter } = createPorts({
      ...webex,
      contactCenter: createWebexClient({ contactCenterUrl: origin, token: 'opaque', retry: { attempts: 1 } })
        .contactCenter,
    })
    expect(unwrap(await contactCenter.readPlatform(never))).toEqual({ evidence: 'none' })
  })

  it('has no evidence, and asks nobody, without a region', async () => {
    const { contactCenter } = createPorts(createWebexClient({ token: 'opaque' }))
    expect(unwrap(await contactCenter.readPlatform(never))).toEqual({ evidence: 'none' })
  })

  it('is canceled with its signal', async () => {
    const { contactCenter } = await createWorld()
    expect(await contactCenter.readPlatform(AbortSignal.abort())).toEqual({
      ok: false,
      failure: { kind: 'canceled', operation: 'readPlatform', message: 'canceled' },
    })
  })
})

describe('findUsers', () => {
  async function lookUp(world: Awaited<ReturnType<typeof createWorld>>, ...names: string[]) {
    const people = unwrap(await world.directory.findPeople(names.map(at), never))
    const sought = people.map(({ id, email }) => ({ personId: id, email }))
    return { sought, users: unwrap(await world.contactCenter.findUsers(sought, never)) }
  }

  it('SYNC-1: finds those who were synchronized, with profile, team and desktop profile', async () => {
    const world = await createWorld()
    const { users, sought } = await lookUp(world, 'sam.supervisor', 'nina.nowak', 'stan.standard')
    const personOf = (name: string) => sought.find(({ email }) => email === at(name))?.personId
    const common = { isActive: true, isContactCenterEnabled: true, hasTeam: true, hasDesktopProfile: true }
    expect(users.map(({ id: _, ...user }) => user).sort((a, b) => a.email.localeCompare(b.email))).toEqual([
      { personId: personOf('sam.supervisor'), email: at('sam.supervisor'), profile: 'supervisor', ...common },
      {
        personId: personOf('stan.standard'),
        email: at('stan.standard'),
        profile: 'standard-agent',
        ...common,
      },
    ])
  })

  it('SAVE-3: sees a person after the synchronization', async () => {
    const world = await createWorld()
    expect((await lookUp(world, 'nina.nowak')).users).toEqual([])
    await world.pressConsole('/console/synchronize-users')
    const { users } = await lookUp(world, 'nina.nowak')
    expect(users.map(({ profile, email }) => ({ profile, email }))).toEqual([
      { profile: 'premium-agent', email: at('nina.nowak') },
    ])
  })

  it('lists for many', async () => {
    const world = await createWorld()
    const sought = Array.from({ length: 50 }, (_, index) => ({
      personId: `${String(index).padStart(8, '0')}-1111-4111-8111-111111111111`,
      email: at(`nobody${index}`),
    }))
    expect(await world.contactCenter.findUsers(sought, never)).toEqual({ ok: true, value: [] })
    expect(world.asked()).toEqual(['GET /v1/organizations', 'GET /organization/{uuid}/v2/user'])
  })

  it.each([
    ['ADMINISTRATOR', 'administrator'],
    ['ADMINISTRATOR_ONLY', 'administrator-only'],
    ['ANALYZER_USER', 'other'],
  ])('reads the profile type %s from the profile of the user', async (profileType, profile) => {
    const { origin, seen } = await startScriptedServer(
      json({ items: [{ id: 'o1', displayName: 'Acme' }] }),
      json({ id: 'u1', ciUserId: 'p1', userProfileId: 'x', active: true, teamIds: [], agentProfileId: '' }),
      json({ meta: { page: 0, totalPages: 1 }, data: [{ id: 'x', name: 'X', profileType }] }),
    )
    const client = createWebexClient({ webexUrl: origin, contactCenterUrl: origin, token: 'opaque' })
    const people = [{ personId: 'p1', email: at('jane') }]
    expect(unwrap(await createPorts(client).contactCenter.findUsers(people, never))).toEqual([
      {
        id: 'u1',
        personId: 'p1',
        email: at('jane'),
        isActive: true,
        isContactCenterEnabled: false,
        profile,
        hasTeam: false,
        hasDesktopProfile: false,
      },
    ])
    expect(seen.at(-1)?.url).toBe('/organization/o1/v3/user-profile?page=0&pageSize=100')
  })

  it('is a failure without a region', async () => {
    const { contactCenter } = createPorts(createWebexClient({ token: 'opaque' }))
    expect(await contactCenter.findUsers([], never)).toEqual({
      ok: false,
      failure: {
        kind: 'not-found',
        operation: 'GET /organization/{orgId}/v2/user',
        message: 'The region of Contact Center was not given, so its users cannot be read.',
      },
    })
  })

  it('is forbidden without Contact Center scopes', async () => {
    const { contactCenter } = await createWorld({ token: { scopes: ['spark-admin:organizations_read'] } })
    const people = [{ personId: '11111111-1111-4111-8111-111111111111', email: at('jane') }]
    expect(await contactCenter.findUsers(people, never)).toEqual({
      ok: false,
      failure: expect.objectContaining({ kind: 'forbidden', status: 403 }),
    })
  })
})
