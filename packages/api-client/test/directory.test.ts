import { describe, expect, it } from 'vitest'
import { createWebexClient, encodeWebexId } from '../src/index.ts'
import { createPorts } from '../src/ports.ts'
import { createWorld, never, unwrap } from './sandbox-world.ts'
import { html, json, startScriptedServer } from './scripted-server.ts'

const at = (name: string) => `${name}@acme.example`

const everyScopeBut = (...missing: string[]) =>
  [
    'spark-admin:people_read',
    'spark-admin:people_write',
    'spark-admin:licenses_read',
    'spark-admin:roles_read',
    'spark-admin:organizations_read',
    'identity:people_rw',
    'identity:organizations_read',
    'cjp:config_read',
  ].filter((scope) => !missing.includes(scope))

async function createWorldWithPools(...options: Parameters<typeof createWorld>) {
  const world = await createWorld(...options)
  const pools = unwrap(await world.directory.readLicensePools(never))
  const poolIn = (license: string, subscriptionId: string) =>
    pools.find((pool) => pool.license === license && pool.subscriptionId === subscriptionId)?.id ?? ''
  const find = async (...names: string[]) => unwrap(await world.directory.findPeople(names.map(at), never))
  const one = async (name: string) => {
    const [person] = await find(name)
    if (person === undefined) throw new Error(`${name} is missing`)
    return person
  }
  return { ...world, pools, poolIn, find, one }
}

describe('connect', () => {
  it('tells organization, operator and what the API can do about administrators', async () => {
    const { directory, sandbox } = await createWorld()
    expect(await directory.connect(never)).toEqual({
      ok: true,
      value: {
        organization: { id: sandbox.orgId, name: 'Acme Contact Center' },
        operator: { email: at('anna.admin'), administrator: 'full' },
        administratorRoles: { full: 'api', 'cc-service': 'operator' },
      },
    })
  })

  it('ADM10-7: the service administrator is for the API where GET /roles lists it', async () => {
    const { directory } = await createWorld({
      sandbox: { rolesListed: { contactCenterServiceAdministrator: true } },
    })
    expect(unwrap(await directory.connect(never)).administratorRoles).toEqual({
      full: 'api',
      'cc-service': 'api',
    })
  })

  it.each([
    ['cc-service-administrator', 'cc-service'],
    ['user-administrator', 'user'],
    ['read-only-administrator', 'read-only'],
  ] as const)('knows the %s behind a token', async (holder, expected) => {
    const { directory } = await createWorld({ token: { holder } })
    expect(unwrap(await directory.connect(never)).operator.administrator).toBe(expected)
  })

  it('does not need to know the operator: a service app is nobody', async () => {
    const { directory, fault } = await createWorld()
    fault('/v1/people/me$', { kind: 'status', status: 404 })
    fault('/Users/me$', { kind: 'status', status: 403 })
    expect(unwrap(await directory.connect(never)).operator).toEqual({ administrator: 'unknown' })
  })

  it('asks SCIM who the operator is where the People API does not say', async () => {
    const { directory, fault } = await createWorld()
    fault('/v1/people/me$', { kind: 'status', status: 403 })
    expect(unwrap(await directory.connect(never)).operator).toEqual({
      email: at('anna.admin'),
      administrator: 'full',
    })
  })

  it('leaves administrators to the operator where roles may not be read', async () => {
    const { directory } = await createWorld({ token: { scopes: everyScopeBut('spark-admin:roles_read') } })
    expect(unwrap(await directory.connect(never)).administratorRoles).toEqual({
      full: 'operator',
      'cc-service': 'operator',
    })
  })

  it('an expired token is unauthorized', async () => {
    const { directory } = await createWorld({ token: { expired: true } })
    const outcome = await directory.connect(never)
    expect(outcome).toEqual({
      ok: false,
      failure: {
        kind: 'unauthorized',
        operation: 'GET /v1/organizations',
        status: 401,
        message: 'The request requires a valid access token set in the Authorization request header.',
        trackingId: expect.stringMatching(/^ROUTERGW_/),
      },
    })
  })

  const organization = (uuid: string) => ({
    id: encodeWebexId({ region: 'us', type: 'ORGANIZATION', raw: uuid }),
    displayName: uuid.slice(0, 1),
  })
  const uuids = ['1', '2'].map((digit) => `${digit.repeat(8)}-1111-4111-8111-111111111111`)

  async function choose(token: string, orgId?: string, visible = uuids.map(organization)) {
    const { origin, seen } = await startScriptedServer(json({ items: visible }), json({ items: [] }))
    const client = createWebexClient({ webexUrl: origin, token, ...(orgId === undefined ? {} : { orgId }) })
    const { directory } = createPorts(client)
    const outcome = await directory.connect(never)
    await directory.readLicensePools(never)
    return { outcome, last: seen.at(-1)?.url }
  }

  it("of several organizations the token's own is taken", async () => {
    const { outcome, last } = await choose(`opaque_P0A1_${uuids[1]}`)
    expect(unwrap(outcome).organization).toEqual({ id: uuids[1], name: '2' })
    expect(last).toBe('/v1/licenses')
  })

  it("a partner's choice is taken, and named to the API", async () => {
    const { outcome, last } = await choose(`opaque_P0A1_${uuids[1]}`, uuids[0])
    expect(unwrap(outcome).organization).toEqual({ id: uuids[0], name: '1' })
    expect(last).toBe(`/v1/licenses?orgId=${organization(uuids[0]!).id}`)
  })

  it.each([
    ['no organization', 'opaque', undefined, [], 'not-found', 'The token sees no organization.'],
    [
      'several and no hint',
      'opaque',
      undefined,
      uuids.map(organization),
      'invalid',
      'The token sees 2 organizations and does not tell which is its own; choose one.',
    ],
    [
      'a choice that is not visible',
      'opaque',
      '33333333-1111-4111-8111-111111111111',
      uuids.slice(0, 1).map(organization),
      'not-found',
      'The token does not see the chosen organization among the 1 that it sees.',
    ],
  ])('%s is a failure', async (_name, token, orgId, visible, kind, message) => {
    const { outcome } = await choose(token, orgId, visible)
    expect(outcome).toEqual({ ok: false, failure: { kind, message, operation: 'GET /v1/organizations' } })
  })
})

it('LIC10: license pools are the agent licenses of each subscription and no others', async () => {
  const { pools } = await createWorldWithPools()
  expect(pools.map(({ id: _, ...pool }) => pool)).toEqual([
    {
      license: 'premium',
      name: 'Contact Center Premium Agent',
      subscriptionId: 'Sub-A',
      total: 25,
      assigned: 19,
      activated: 19,
    },
    {
      license: 'standard',
      name: 'Contact center Standard Agent',
      subscriptionId: 'Sub-A',
      total: 60,
      assigned: 24,
      activated: 24,
    },
    {
      license: 'premium',
      name: 'Contact Center Premium Agent',
      subscriptionId: 'Sub-B',
      total: 10,
      assigned: 8,
      activated: 8,
    },
  ])
})

it('C-17: who has not accepted the invitation uses a unit and has not activated it', async () => {
  const { directory, pools, poolIn } = await createWorldWithPools()
  const { personId } = unwrap(await directory.createPerson({ email: at('new') }, never))
  await directory.changeLicenses(
    { personId, email: at('new'), add: [poolIn('premium', 'Sub-B')], remove: [] },
    never,
  )
  const read = unwrap(await directory.readLicensePools(never))
  const counts = (all: typeof pools) => all.map(({ assigned, activated }) => [assigned, activated])
  expect([counts(pools), counts(read)]).toEqual([
    [
      [19, 19],
      [24, 24],
      [8, 8],
    ],
    [
      [19, 19],
      [24, 24],
      [9, 8],
    ],
  ])
})

describe('SAVE-2: invitation e-mails', () => {
  it('are on or off as the organization says', async () => {
    const { directory } = await createWorld()
    expect(await directory.readInvitationEmails(never)).toEqual({ ok: true, value: true })
  })

  it('are unknown where the token may not read settings', async () => {
    const { directory } = await createWorld({
      token: { scopes: everyScopeBut('identity:organizations_read') },
    })
    expect(await directory.readInvitationEmails(never)).toEqual({ ok: true, value: undefined })
  })
})

describe('findPeople', () => {
  it('finds those who exist, by address in any case, with all that planning needs', async () => {
    const { directory, poolIn } = await createWorldWithPools()
    const emails = [' Sam.SUPERVISOR@acme.example ', at('piotr.pending'), at('nobody'), at('rita.readonly')]
    const people = unwrap(await directory.findPeople(emails, never))
    const byEmail = Object.fromEntries(people.map(({ id: _, ...person }) => [person.email, person]))
    expect(byEmail).toEqual({
      [at('sam.supervisor')]: {
        email: at('sam.supervisor'),
        firstName: 'Sam',
        lastName: 'Supervisor',
        status: 'active',
        licenseIds: expect.arrayContaining([poolIn('premium', 'Sub-A')]),
        administrator: 'none',
        supervisor: true,
      },
      [at('piotr.pending')]: {
        email: at('piotr.pending'),
        firstName: 'Piotr',
        lastName: 'Pending',
        status: 'pending',
        licenseIds: [],
        administrator: 'none',
      },
      [at('rita.readonly')]: {
        email: at('rita.readonly'),
        firstName: 'Rita',
        lastName: 'Readonly',
        status: 'active',
        licenseIds: [],
        administrator: 'read-only',
      },
    })
  })

  it('tells full and service administrators apart', async () => {
    const { find } = await createWorldWithPools()
    const people = await find('anna.admin', 'carl.service', 'ula.users')
    expect(people.map(({ email, administrator }) => [email, administrator]).sort()).toEqual([
      [at('anna.admin'), 'full'],
      [at('carl.service'), 'cc-service'],
      [at('ula.users'), 'none'],
    ])
  })

  it('says of an agent that they are no supervisor, and nothing where SCIM is forbidden', async () => {
    const open = await createWorldWithPools()
    expect((await open.one('nina.nowak')).supervisor).toBe(false)
    const closed = await createWorldWithPools({ token: { scopes: everyScopeBut('identity:people_rw') } })
    expect(await closed.one('nina.nowak')).not.toHaveProperty('supervisor')
    await closed.one('sam.supervisor')
    expect(closed.asked().filter((request) => request.includes('/scim/')).length).toBe(1)
  })

  it('looks a few up one by one and lists for many', async () => {
    const { directory, asked } = await createWorldWithPools()
    const before = asked().length
    await directory.findPeople([at('eve.existing'), at('nobody')], never)
    const identity = 'GET /identity/scim/{uuid}/v2/Users/{uuid}'
    expect(asked().slice(before)).toEqual(['GET /v1/people', 'GET /v1/people', identity])
    const nobodies = Array.from({ length: 60 }, (_, index) => at(`nobody${index}`))
    await directory.findPeople([...nobodies, at('eve.existing')], never)
    expect(asked().slice(before + 3)).toEqual(['GET /v1/people', identity])
  })

  it('asks once for an address that is given twice', async () => {
    const { find, asked } = await createWorldWithPools()
    const before = asked().length
    expect((await find('eve.existing', 'EVE.existing')).length).toBe(1)
    expect(asked().slice(before)).toEqual(['GET /v1/people', 'GET /identity/scim/{uuid}/v2/Users/{uuid}'])
  })

  it('reads a person by id where a list leaves licenses and roles out', async () => {
    const orgs = json({ items: [{ id: 'o1', displayName: 'Acme' }] })
    const person = { id: 'p1', emails: [at('jane')], status: 'active' }
    const { origin, seen } = await startScriptedServer(
      orgs,
      json({ items: [person] }),
      json({ ...person, licenses: ['l1'], roles: [], loginEnabled: false }),
      json({}, 403),
    )
    const { directory } = createPorts(createWebexClient({ webexUrl: origin, token: 'opaque' }))
    expect(unwrap(await directory.findPeople([at('jane')], never))).toEqual([
      { id: 'p1', email: at('jane'), status: 'inactive', licenseIds: ['l1'], administrator: 'none' },
    ])
    expect(seen.map(({ url }) => url)).toEqual([
      '/v1/organizations',
      '/v1/people?email=jane%40acme.example',
      '/v1/people/p1',
      '/identity/scim/o1/v2/Users/p1',
    ])
  })
})

it.each([
  [{ status: 'pending', invitePending: true, loginEnabled: false }, 'pending'],
  [{ status: 'unknown', invitePending: 'true', loginEnabled: 'false' }, 'pending'],
  [{ status: 'inactive', invitePending: false, loginEnabled: true }, 'active'],
  [{ status: 'inactive', loginEnabled: false }, 'inactive'],
  [{}, 'active'],
])('a person with %j is %s, for "inactive" is presence', async (fields, status) => {
  const person = { id: 'p1', emails: [at('jane')], licenses: [], roles: [], ...fields }
  const { origin } = await startScriptedServer(
    json({ items: [{ id: 'o1', displayName: 'Acme' }] }),
    json({ items: [person] }),
    json({}, 403),
  )
  const { directory } = createPorts(createWebexClient({ webexUrl: origin, token: 'opaque' }))
  expect(unwrap(await directory.findPeople([at('jane')], never)).map((found) => found.status)).toEqual([
    status,
  ])
})

describe('createPerson', () => {
  const jane = { email: at('jane.doe'), firstName: 'Jane', lastName: 'Doe' }

  it('creates with SCIM, and the person is found under the id that was answered', async () => {
    const { directory, one, asked } = await createWorldWithPools()
    const { personId } = unwrap(await directory.createPerson(jane, never))
    expect(asked().at(-1)).toBe('POST /identity/scim/{uuid}/v2/Users')
    expect(await one('jane.doe')).toEqual({
      id: personId,
      email: at('jane.doe'),
      firstName: 'Jane',
      lastName: 'Doe',
      status: 'pending',
      licenseIds: [],
      administrator: 'none',
    })
  })

  it('ENTRY-5: in e-mail mode no name is sent where none is demanded', async () => {
    const { directory, one } = await createWorldWithPools()
    await directory.createPerson({ email: at('jane.doe') }, never)
    expect(await one('jane.doe')).not.toHaveProperty('firstName')
  })

  it('falls back to the People API without identity scopes, and remembers', async () => {
    const { directory, client, asked } = await createWorldWithPools({
      token: { scopes: everyScopeBut('identity:people_rw') },
    })
    const before = asked().length
    const { personId } = unwrap(await directory.createPerson({ email: at('jane.doe') }, never))
    await directory.createPerson({ ...jane, email: at('john.doe') }, never)
    expect(asked().slice(before)).toEqual([
      'POST /identity/scim/{uuid}/v2/Users',
      'POST /v1/people',
      'POST /v1/people',
    ])
    expect((await client.people.get(personId)).displayName).toBe('jane.doe')
  })

  it.each([
    ['tom.trial', [], 'POST /identity/scim/'],
    ['otto.other', [], 'POST /identity/scim/'],
    ['otto.other', ['identity:people_rw'], 'POST /v1/people'],
  ])('PRE-1: %s belongs to another organization (without %j)', async (name, missing, operation) => {
    const { directory } = await createWorld({ token: { scopes: everyScopeBut(...missing) } })
    const outcome = await directory.createPerson({ email: at(name) }, never)
    expect(outcome.ok).toBe(false)
    if (outcome.ok) return
    expect(outcome.failure).toEqual(
      expect.objectContaining({ kind: 'another-organization', status: 403, errorCode: '400090' }),
    )
    expect(outcome.failure.operation).toContain(operation)
  })

  it('an address that is taken is a conflict', async () => {
    const { directory } = await createWorld()
    const outcome = await directory.createPerson({ email: at('eve.existing') }, never)
    expect(outcome).toEqual({
      ok: false,
      failure: expect.objectContaining({ kind: 'conflict', status: 409 }),
    })
  })

  it('a malformed address is invalid', async () => {
    const { directory } = await createWorld()
    const outcome = await directory.createPerson({ email: 'nobody' }, never)
    expect(outcome).toEqual({ ok: false, failure: expect.objectContaining({ kind: 'invalid', status: 400 }) })
  })

  it('whoever may not add people is forbidden to by both APIs', async () => {
    const { directory } = await createWorld({ token: { holder: 'cc-service-administrator' } })
    const outcome = await directory.createPerson(jane, never)
    expect(outcome).toEqual({
      ok: false,
      failure: expect.objectContaining({ kind: 'forbidden', operation: 'POST /v1/people' }),
    })
  })

  it('an error after the effect is told, and the person is there', async () => {
    const { directory, fault, one, asked } = await createWorldWithPools()
    fault('/Users$', { kind: 'error-after-effect', status: 400 }, { method: 'POST' })
    expect(await directory.createPerson(jane, never)).toEqual({
      ok: false,
      failure: expect.objectContaining({ kind: 'invalid' }),
    })
    expect((await one('jane.doe')).status).toBe('pending')
    expect(asked().filter((request) => request.startsWith('POST')).length).toBe(1)
  })

  it.each(['before', 'after'] as const)(
    'a connection that breaks %s the effect is told and not repeated',
    async (when) => {
      const { directory, fault, find, asked } = await createWorldWithPools()
      fault('/Users$', { kind: 'reset', when }, { method: 'POST' })
      expect(await directory.createPerson(jane, never)).toEqual({
        ok: false,
        failure: expect.objectContaining({ kind: 'network' }),
      })
      expect((await find('jane.doe')).length).toBe(when === 'after' ? 1 : 0)
      expect(asked().filter((request) => request.startsWith('POST')).length).toBe(1)
    },
  )
})

describe('changeLicenses', () => {
  it('exchanges one license for another in one call and tells what is held of ours', async () => {
    const { directory, one, poolIn } = await createWorldWithPools()
    const stan = await one('stan.standard')
    const change = {
      personId: stan.id,
      email: stan.email,
      add: [poolIn('premium', 'Sub-B')],
      remove: [poolIn('standard', 'Sub-A')],
    }
    expect(await directory.changeLicenses(change, never)).toEqual({
      ok: true,
      value: { held: [poolIn('premium', 'Sub-B')] },
    })
    expect((await one('stan.standard')).licenseIds).toEqual(
      expect.arrayContaining([poolIn('premium', 'Sub-B')]),
    )
  })

  it('doing it twice changes nothing the second time', async () => {
    const { directory, one, poolIn } = await createWorldWithPools()
    const { id: personId, email } = await one('eve.existing')
    const change = { personId, email, add: [poolIn('standard', 'Sub-A')], remove: [] }
    const first = await directory.changeLicenses(change, never)
    expect(await directory.changeLicenses(change, never)).toEqual(first)
  })

  it('206 is ok with what is held', async () => {
    const { directory, one, poolIn, fault } = await createWorldWithPools()
    const stan = await one('stan.standard')
    fault('/licenses/users$', { kind: 'partial' })
    const change = {
      personId: stan.id,
      email: stan.email,
      add: [poolIn('premium', 'Sub-B')],
      remove: [poolIn('standard', 'Sub-A')],
    }
    expect(await directory.changeLicenses(change, never)).toEqual({ ok: true, value: { held: [] } })
  })

  it('a yes without an effect says so by what is held later', async () => {
    const { directory, one, poolIn, fault } = await createWorldWithPools()
    const eve = await one('eve.existing')
    fault('/licenses/users$', { kind: 'unchanged' })
    const change = { personId: eve.id, email: eve.email, add: [poolIn('standard', 'Sub-A')], remove: [] }
    expect((await directory.changeLicenses(change, never)).ok).toBe(true)
    expect((await one('eve.existing')).licenseIds).toEqual([])
  })

  it('a license without free units is a failure of its own', async () => {
    const { directory, poolIn } = await createWorldWithPools()
    for (const name of ['p1', 'p2', 'p3']) {
      const { personId } = unwrap(await directory.createPerson({ email: at(name) }, never))
      const change = { personId, email: at(name), add: [poolIn('premium', 'Sub-B')], remove: [] }
      const outcome = await directory.changeLicenses(change, never)
      if (name !== 'p3') expect(outcome.ok).toBe(true)
      else
        expect(outcome).toEqual({
          ok: false,
          failure: expect.objectContaining({ kind: 'no-units', status: 400 }),
        })
    }
  })

  it('both agent licenses at once are invalid', async () => {
    const { directory, one, poolIn } = await createWorldWithPools()
    const { id: personId, email } = await one('stan.standard')
    const change = { personId, email, add: [poolIn('premium', 'Sub-A')], remove: [] }
    expect(await directory.changeLicenses(change, never)).toEqual({
      ok: false,
      failure: expect.objectContaining({ kind: 'invalid', errorCode: '400413' }),
    })
  })

  it('a connection that breaks after the effect is repeated, for twice is once', async () => {
    const { directory, one, poolIn, fault } = await createWorldWithPools()
    const { id: personId, email } = await one('eve.existing')
    fault('/licenses/users$', { kind: 'reset', when: 'after' })
    const change = { personId, email, add: [poolIn('standard', 'Sub-A')], remove: [] }
    expect(await directory.changeLicenses(change, never)).toEqual({
      ok: true,
      value: { held: [poolIn('standard', 'Sub-A')] },
    })
  })
})

describe('setAdministrator', () => {
  const listed = { rolesListed: { contactCenterServiceAdministrator: true } }

  it('ADM10: gives the full administrator with SCIM and nothing else changes', async () => {
    const { directory, one, asked } = await createWorldWithPools()
    const before = await one('nina.nowak')
    expect(await directory.setAdministrator({ personId: before.id, role: 'full' }, never)).toEqual({
      ok: true,
      value: null,
    })
    expect(asked().at(-1)).toBe('PATCH /identity/scim/{uuid}/v2/Users/{uuid}')
    expect(await one('nina.nowak')).toEqual({ ...before, administrator: 'full' })
  })

  it.each(['PATCH', 'PUT'])(
    'ADM10-11: removal by %s takes the role away and leaves license and other roles',
    async (method) => {
      const missing = method === 'PUT' ? ['identity:people_rw'] : []
      const { directory, client, one, asked, poolIn } = await createWorldWithPools({
        token: { scopes: everyScopeBut(...missing) },
      })
      const ula = await one('ula.users')
      await directory.changeLicenses(
        { personId: ula.id, email: ula.email, add: [poolIn('premium', 'Sub-A')], remove: [] },
        never,
      )
      const before = await client.people.get(ula.id)
      await directory.setAdministrator({ personId: ula.id, role: 'full' }, never)
      expect((await one('ula.users')).administrator).toBe('full')
      await directory.setAdministrator({ personId: ula.id, role: 'none' }, never)
      expect(asked().at(-1)).toContain(method)
      const { lastModified: _, ...after } = await client.people.get(ula.id)
      const { lastModified: __, ...expected } = before
      expect(after).toEqual(expected)
    },
  )

  it('NEW-25: one role is exchanged for the other, where the API offers both', async () => {
    const { directory, one } = await createWorldWithPools({ sandbox: listed })
    const { id: personId } = await one('eve.existing')
    for (const role of ['full', 'cc-service', 'full', 'none'] as const) {
      expect(await directory.setAdministrator({ personId, role }, never)).toEqual({ ok: true, value: null })
      expect((await one('eve.existing')).administrator).toBe(role)
    }
  })

  it('a replaced person keeps every field that can be written, and no other is sent', async () => {
    const [full, users] = ['id_full_admin', 'id_user_admin'].map((raw) =>
      encodeWebexId({ region: 'us', type: 'ROLE', raw }),
    )
    const kept = {
      emails: [at('jane')],
      displayName: 'Jane Doe',
      firstName: 'Jane',
      department: 'Sales',
      licenses: ['l1'],
      locationId: 'x',
      addresses: [{ type: 'work', country: 'PL' }],
    }
    const work = { type: 'work', value: '+48221234567' }
    const readOnly = {
      id: 'p1',
      created: '2026-01-05T10:00:00.000Z',
      status: 'pending',
      type: 'person',
      custom: 1,
    }
    const pending = { invitePending: true, loginEnabled: false }
    const phoneNumbers = [work, { type: 'mobile', value: '+48500500500' }]
    const person = json({ ...readOnly, ...kept, ...pending, phoneNumbers, roles: [users, full] })
    const { origin, seen } = await startScriptedServer(
      json({ items: [{ id: 'o1', displayName: 'Acme' }] }),
      json({ items: [{ id: full, name: 'Full Administrator' }] }),
      person,
      json({}, 403),
      json({}, 403),
      person,
      (response) => response.writeHead(204).end(),
    )
    const { directory } = createPorts(createWebexClient({ webexUrl: origin, token: 'opaque' }))
    expect((await directory.setAdministrator({ personId: 'p1', role: 'none' }, never)).ok).toBe(true)
    expect(seen.slice(-2).map(({ method, url }) => `${method} ${url}`)).toEqual([
      'GET /v1/people/p1?callingData=true',
      'PUT /v1/people/p1?callingData=true',
    ])
    expect(JSON.parse(seen.at(-1)?.body ?? '')).toEqual({ ...kept, phoneNumbers: [work], roles: [users] })
  })

  it('writes nothing where it is so already', async () => {
    const { directory, one, asked } = await createWorldWithPools()
    const { id: personId } = await one('eve.existing')
    await directory.setAdministrator({ personId, role: 'none' }, never)
    expect(asked().at(-1)).toBe('GET /identity/scim/{uuid}/v2/Users/{uuid}')
  })

  it('ADM10-10: a role that the API shows but does not offer is left to the operator', async () => {
    const { directory, one } = await createWorldWithPools()
    const { id: personId } = await one('carl.service')
    expect(await directory.setAdministrator({ personId, role: 'none' }, never)).toEqual({
      ok: false,
      failure: {
        kind: 'invalid',
        operation: 'GET /v1/roles',
        message: 'The API does not offer the role cjp.admin; a full administrator changes it in Control Hub.',
      },
    })
  })

  it('a role that the API does not list is not tried', async () => {
    const { directory, one, asked } = await createWorldWithPools()
    const { id: personId } = await one('eve.existing')
    expect(await directory.setAdministrator({ personId, role: 'cc-service' }, never)).toEqual({
      ok: false,
      failure: expect.objectContaining({ kind: 'invalid', operation: 'GET /v1/roles' }),
    })
    expect(asked().at(-1)).toBe('GET /v1/roles')
  })

  it('NEW-25: the read-only role gives way to another, and stays where none is given', async () => {
    const { directory, one } = await createWorldWithPools()
    const { id: personId } = await one('rita.readonly')
    expect(await directory.setAdministrator({ personId, role: 'none' }, never)).toEqual({
      ok: true,
      value: null,
    })
    expect((await one('rita.readonly')).administrator).toBe('read-only')
    expect(await directory.setAdministrator({ personId, role: 'full' }, never)).toEqual({
      ok: true,
      value: null,
    })
    expect((await one('rita.readonly')).administrator).toBe('full')
  })
})

describe('deletePendingPerson', () => {
  it('deletes somebody who never signed in, and whoever is gone already is no trouble', async () => {
    const { directory, client, asked } = await createWorldWithPools()
    const email = at('jane.doe')
    const { personId } = unwrap(await directory.createPerson({ email }, never))
    expect(await directory.deletePendingPerson({ personId, email }, never)).toEqual({ ok: true, value: null })
    expect(asked().at(-1)).toBe('DELETE /v1/people/{id}')
    expect(await client.people.findByEmail(email)).toEqual([])
    expect(await directory.deletePendingPerson({ personId, email }, never)).toEqual({ ok: true, value: null })
    expect(asked().at(-1)).toBe('GET /v1/people/{id}')
  })

  it('L6: leaves whoever has signed in, and whoever has another address now', async () => {
    const { directory, one, asked } = await createWorldWithPools()
    const eve = await one('eve.existing')
    expect(await directory.deletePendingPerson({ personId: eve.id, email: eve.email }, never)).toEqual({
      ok: false,
      failure: expect.objectContaining({ kind: 'signed-in' }),
    })
    expect(await directory.deletePendingPerson({ personId: eve.id, email: at('other') }, never)).toEqual({
      ok: false,
      failure: expect.objectContaining({ kind: 'invalid' }),
    })
    expect(asked().filter((request) => request.startsWith('DELETE'))).toEqual([])
    expect(await one('eve.existing')).toEqual(eve)
  })

  it.each(['before', 'after'] as const)(
    'a connection that breaks %s the effect is repeated',
    async (when) => {
      const { directory, client, fault } = await createWorldWithPools()
      const email = at('jane.doe')
      const { personId } = unwrap(await directory.createPerson({ email }, never))
      fault('/v1/people/', { kind: 'reset', when }, { method: 'DELETE' })
      expect(await directory.deletePendingPerson({ personId, email }, never)).toEqual({
        ok: true,
        value: null,
      })
      expect(await client.people.findByEmail(email)).toEqual([])
    },
  )
})

describe('trouble as data', () => {
  it.each([
    ['rate-limited', { kind: 'status', status: 429, retryAfter: '1' }],
    ['unavailable', { kind: 'status', status: 503 }],
    ['unavailable', { kind: 'status', status: 502, html: true }],
    ['unavailable', { kind: 'status', status: 500 }],
    ['network', { kind: 'reset', when: 'before' }],
    ['forbidden', { kind: 'status', status: 403 }],
    ['invalid', { kind: 'status', status: 412 }],
  ] as const)('%s after %j', async (kind, answer) => {
    const { directory, fault } = await createWorld()
    fault('/v1/licenses$', answer, {}, 10)
    expect(await directory.readLicensePools(never)).toEqual({
      ok: false,
      failure: expect.objectContaining({ kind }),
    })
  })

  it('timeout after an answer that takes too long', async () => {
    const { directory, fault } = await createWorld({
      client: { timeouts: { answer: 50 }, retry: { attempts: 1 } },
    })
    fault('/v1/licenses$', { kind: 'slow', milliseconds: 60_000 })
    expect(await directory.readLicensePools(never)).toEqual({
      ok: false,
      failure: expect.objectContaining({ kind: 'timeout', operation: 'GET /v1/licenses' }),
    })
  })

  it.each([
    ['HTML with status 200', html(200)],
    ['another shape', json({ items: 7 })],
  ])('unreadable after %s', async (_name, step) => {
    const { origin } = await startScriptedServer(step)
    const { directory } = createPorts(createWebexClient({ webexUrl: origin, token: 'opaque' }))
    expect(await directory.connect(never)).toEqual({
      ok: false,
      failure: expect.objectContaining({ kind: 'unreadable', operation: 'GET /v1/organizations' }),
    })
  })

  it('unauthorized where no token can be had', async () => {
    const { directory } = createPorts(createWebexClient({ token: '' }))
    expect(await directory.connect(never)).toEqual({
      ok: false,
      failure: expect.objectContaining({ kind: 'unauthorized', operation: 'GET /v1/organizations' }),
    })
  })

  it('canceled where the signal aborted, before and meanwhile', async () => {
    const { directory, asked, fault } = await createWorld()
    const canceled = {
      ok: false,
      failure: { kind: 'canceled', operation: 'findPeople', message: 'canceled' },
    }
    expect(await directory.findPeople([at('eve.existing')], AbortSignal.abort())).toEqual(canceled)
    expect(asked()).toEqual([])
    fault('/v1/people$', { kind: 'slow', milliseconds: 60_000 }, {}, 10)
    const aborting = new AbortController()
    const outcome = directory.findPeople([at('eve.existing'), at('nina.nowak')], aborting.signal)
    await expect.poll(() => asked().length).toBe(1)
    aborting.abort()
    expect(await outcome).toEqual(canceled)
  })

  it('SAVE: many people under a rate limit all get their answer', async () => {
    const clock = { time: Date.UTC(2026, 0, 5, 10) }
    const { directory, client, asked } = await createWorld({
      sandbox: { rateLimit: { requestsPerMinute: 10 }, clock: { now: () => clock.time } },
      client: {
        now: () => clock.time,
        wait: async (milliseconds) => {
          clock.time += milliseconds
        },
      },
    })
    const emails = Array.from({ length: 30 }, (_, index) => at(`nobody${index}`))
    expect(await directory.findPeople(emails, never)).toEqual({ ok: true, value: [] })
    const { requests, attempts } = client.calls()
    expect(requests).toBe(31)
    expect(attempts).toBe(asked().length)
    expect(attempts).toBeLessThan(31 + 4 * 4)
  })
})
