import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { acme, bareId, type Loose, licenseId, openWorld, personNamed, type World } from './world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld({ delays: { synchronize: 20_000 } })
})
afterEach(() => world.close())

const synchronize = async () => {
  const { body } = await world.ask('POST', '/console/synchronize-users')
  world.clock.time += 20_000
  return body
}

const license = async (name: string, offer: string, operation = 'add') =>
  world.ask('PATCH', '/v1/licenses/users', {
    email: acme(name),
    licenses: [{ id: await licenseId(world, offer), operation }],
  })

const at = (path: string) => `/organization/${world.org}${path}`

const userOf = async (name: string): Promise<Loose> => {
  const { body } = await world.ask('GET', at(`/v2/user?filter=email==${acme(name)}`))
  return body.data[0]
}

const profileTypeOf = async (name: string) => (await userOf(name))?.userProfileType

describe('Synchronize Users', () => {
  it('SYNC-1: a licensed person appears in the contact center only after the synchronization', async () => {
    const eve = await personNamed(world, acme('eve.existing'))
    const user = at(`/user/by-ci-user-id/${bareId(eve.id)}`)
    await license('eve.existing', 'CJPPRM')
    expect((await world.ask('GET', user)).status).toBe(404)

    const { body: requested } = await world.ask('POST', '/console/synchronize-users')
    expect(requested).toEqual({
      id: requested.id,
      state: 'requested',
      requestedAt: '2026-01-05T10:00:00.000Z',
      completedAt: null,
    })
    expect((await world.ask('GET', user)).status).toBe(404)

    world.clock.time += 20_000
    expect((await world.ask('GET', '/console/synchronize-users')).body).toEqual({
      ...requested,
      state: 'completed',
      completedAt: '2026-01-05T10:00:20.000Z',
    })
    const { status, body } = await world.ask('GET', user)
    const { email, ciUserId, userProfileType, contactCenterEnabled, active } = body
    expect([status, { email, ciUserId, userProfileType, contactCenterEnabled, active }]).toEqual([
      200,
      {
        email: acme('eve.existing'),
        ciUserId: bareId(eve.id),
        userProfileType: 'PREMIUM_AGENT',
        contactCenterEnabled: true,
        active: true,
      },
    ])
  })

  it('answers the running synchronization instead of a second one', async () => {
    const first = await world.ask('POST', '/console/synchronize-users')
    const second = await world.ask('POST', '/console/synchronize-users')
    expect(second.body).toEqual(first.body)
  })

  it('NEW-27: maps license and role to the default profile', async () => {
    await license('eve.existing', 'CJPPRM')
    await license('noor.haddad', 'CJPSTD')
    await license('zofia.zak', 'CJPPRM')
    await world.ask('POST', `/console/people/${acme('zofia.zak')}/administrator-role`, { role: 'full' })
    await world.ask('POST', `/console/people/${acme('noor.haddad')}/administrator-role`, { role: 'full' })
    await world.ask('POST', `/console/people/${acme('george.baker')}/administrator-role`, {
      role: 'cc-service',
    })
    await world.ask('POST', `/console/people/${acme('eve.existing')}/supervisor`, { supervisor: true })
    await synchronize()
    const names = ['eve.existing', 'noor.haddad', 'zofia.zak', 'george.baker', 'nina.nowak', 'rita.readonly']
    expect(await Promise.all(names.map(profileTypeOf))).toEqual([
      'SUPERVISOR',
      'STANDARD_AGENT',
      'ADMINISTRATOR',
      'ADMINISTRATOR_ONLY',
      'PREMIUM_AGENT',
      undefined,
    ])
  })

  it('deactivates who lost the license and activates again', async () => {
    await license('stan.standard', 'CJPSTD', 'remove')
    await synchronize()
    expect((await userOf('stan.standard')).active).toBe(false)
    await license('stan.standard', 'CJPSTD')
    await synchronize()
    expect((await userOf('stan.standard')).active).toBe(true)
  })

  it('keeps settings and custom profiles while license and role stay, and maps anew when they change', async () => {
    const sam = await userOf('jan.kowalski')
    const { body: profiles } = await world.ask('GET', at('/v3/user-profile'))
    const custom = profiles.data.find(({ systemDefault }: Loose) => !systemDefault)
    const { body: patched } = await world.ask('PATCH', at(`/user/${sam.id}`), { userProfileId: custom.id })
    await synchronize()
    expect(await userOf('jan.kowalski')).toEqual(patched)
    await world.ask('POST', `/console/people/${acme('jan.kowalski')}/supervisor`, { supervisor: true })
    await synchronize()
    const { userProfileType, siteName } = await userOf('jan.kowalski')
    expect([userProfileType, siteName]).toEqual(['SUPERVISOR', 'Krakow'])
  })
})

describe('platform 1.0', () => {
  it('PLAT-4: closes the configuration API, while the console still synchronizes', async () => {
    await world.ask('POST', '/console/service-details', { platform: '1.0' })
    const { status, body } = await world.ask('GET', at('/v2/user'))
    expect([status, body.error.reason]).toEqual([
      403,
      'Access denied - Client is forbidden access to the resource',
    ])
    await license('eve.existing', 'CJPSTD')
    await synchronize()
    const users = (await world.ask('GET', '/console/users-module')).body
    const eve = users.find(({ email }: Loose) => email === acme('eve.existing'))
    expect(eve).toEqual({
      id: eve.id,
      email: acme('eve.existing'),
      firstName: 'Eve',
      lastName: 'Existing',
      userProfile: 'Standard Agent',
      userProfileType: 'STANDARD_AGENT',
      contactCenterEnabled: true,
      active: true,
      site: null,
    })
  })
})

describe('lists', () => {
  it('pages v2 lists from 0 with server-relative links', async () => {
    const { body } = await world.ask('GET', at('/v2/user?page=1&pageSize=20&attributes=email'))
    expect(body.meta).toEqual({
      orgid: world.org,
      page: 1,
      pageSize: 20,
      totalPages: 3,
      totalRecords: 51,
      links: {
        self: at('/v2/user?page=1&pageSize=20&attributes=email'),
        first: at('/v2/user?page=0&pageSize=20&attributes=email'),
        last: at('/v2/user?page=2&pageSize=20&attributes=email'),
        next: at('/v2/user?page=2&pageSize=20&attributes=email'),
        prev: at('/v2/user?page=0&pageSize=20&attributes=email'),
      },
    })
    expect([body.data.length, Object.keys(body.data[0])]).toEqual([20, ['email']])
  })

  it('lowers an over-large page size silently', async () => {
    expect((await world.ask('GET', at('/v2/user?pageSize=5000'))).body.meta.pageSize).toBe(100)
  })

  it('filters, searches and refuses what cannot be filtered', async () => {
    const names = async (query: string) =>
      (await world.ask('GET', at(`/v2/user?attributes=firstName&${query}`))).body.data?.map(
        (u: Loose) => u.firstName,
      )
    expect(await names(`filter=email=in=(${acme('sam.supervisor')},${acme('stan.standard')})`)).toEqual([
      'Sam',
      'Stan',
    ])
    expect(await names(`filter=firstName==Sam;active==false`)).toEqual([])
    expect(await names(`search=${encodeURIComponent('żółk')}`)).toEqual(['Łukasz'])
    expect(await names(`search=${encodeURIComponent('field=="firstName";value=="Priya"')}`)).toEqual([
      'Priya',
    ])
    expect((await world.ask('GET', at('/v2/user?filter=createdTime==1'))).status).toBe(400)
    expect((await world.ask('GET', at(`/user?filter=email==${acme('sam.supervisor')}`))).status).toBe(400)
  })

  it('answers bare arrays where v1 does', async () => {
    const { body } = await world.ask('GET', at('/user'))
    expect([Array.isArray(body), body.length]).toEqual([true, 51])
  })
})

describe('changing a user', () => {
  it('writes what is writable, and leaves the rest to Control Hub', async () => {
    const stan = await userOf('stan.standard')
    const written = await world.ask('PATCH', at(`/user/${stan.id}`), {
      workPhone: '+48 12',
      skillProfileId: null,
    })
    const { version, workPhone, skillProfileId } = written.body
    expect({ version, workPhone, skillProfileId }).toEqual({
      version: stan.version + 1,
      workPhone: '+48 12',
      skillProfileId: undefined,
    })
    const refused = await world.ask('PATCH', at(`/user/${stan.id}`), { lastName: 'Other' })
    expect([refused.status, refused.body.error.reason]).toEqual([
      400,
      'This configuration cannot be changed. Original value is Standard',
    ])
  })

  it('answers 200 to userLevelSummariesInclusion and changes nothing', async () => {
    const stan = await userOf('stan.standard')
    const { status, body } = await world.ask('PATCH', at(`/user/${stan.id}`), {
      userLevelSummariesInclusion: 'INCLUDED',
    })
    expect([status, body]).toEqual([200, stan])
  })

  it('refuses foreign teams, capacity teams, other profile types, stale versions and wrong types', async () => {
    const stan = await userOf('stan.standard')
    const { body: teams } = await world.ask('GET', at('/team'))
    const team = (name: string) => teams.find((candidate: Loose) => candidate.name === name)
    const { body: profiles } = await world.ask('GET', at('/v3/user-profile'))
    const premium = profiles.data.find(({ profileType }: Loose) => profileType === 'PREMIUM_AGENT')
    const bodies = [
      { teamIds: [team('Chicago Support').id] },
      { siteId: team('Chicago Overflow').siteId, teamIds: [team('Chicago Overflow').id] },
      { userProfileId: premium.id },
      { version: 99, mobile: '1' },
      { contactCenterEnabled: 'yes' },
      { teamIds: 'all' },
    ]
    const answers = []
    for (const body of bodies) answers.push((await world.ask('PATCH', at(`/user/${stan.id}`), body)).status)
    expect(answers).toEqual([400, 400, 400, 412, 400, 400])
  })

  it('takes a person out of the teams of a site that is left', async () => {
    const stan = await userOf('stan.standard')
    const { body: sites } = await world.ask('GET', at('/site'))
    const chicago = sites.find(({ name }: Loose) => name === 'Chicago')
    const { body } = await world.ask('PATCH', at(`/user/${stan.id}`), { siteId: chicago.id })
    expect([body.siteId, body.siteName, body.teamIds]).toEqual([chicago.id, 'Chicago', []])
  })

  it('answers PATCH user/bulk item by item with 207', async () => {
    const stan = await userOf('stan.standard')
    const { status, body } = await world.ask('PATCH', at('/user/bulk'), {
      items: [
        { itemIdentifier: 1, item: { id: stan.id, mobile: '1' }, requestAction: 'SAVE' },
        { itemIdentifier: 2, item: { id: 'nobody', mobile: '1' }, requestAction: 'SAVE' },
      ],
    })
    expect([status, body.items.map((item: Loose) => [item.itemIdentifier, item.status])]).toEqual([
      207,
      [
        [1, 200],
        [2, 404],
      ],
    ])
  })
})
