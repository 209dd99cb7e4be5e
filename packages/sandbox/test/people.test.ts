import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { acme, bareId, licenseId, openWorld, personNamed, start, type World } from './world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

const create = (name: string, more: object = {}) =>
  world.ask('POST', '/v1/people', { emails: [acme(name)], firstName: 'New', lastName: 'Person', ...more })

const outbox = async () => (await world.ask('GET', '/console/outbox')).body

describe('creating', () => {
  it('SAVE-2: a created person is pending and receives an e-mail invitation', async () => {
    const { status, body } = await create('new.person')
    expect(status).toBe(200)
    expect(body).toEqual({
      id: body.id,
      emails: [acme('new.person')],
      phoneNumbers: [],
      displayName: 'New Person',
      nickName: 'New',
      firstName: 'New',
      lastName: 'Person',
      orgId: Buffer.from(`ciscospark://us/ORGANIZATION/${world.org}`).toString('base64url'),
      roles: [],
      licenses: [],
      created: new Date(start).toISOString(),
      lastModified: new Date(start).toISOString(),
      status: 'pending',
      invitePending: true,
      loginEnabled: false,
      type: 'person',
    })
    expect(await outbox()).toEqual([
      {
        at: new Date(start).toISOString(),
        to: acme('new.person'),
        subject: 'Acme Contact Center invites you to join Webex',
        state: 'sent',
      },
    ])
  })

  it('NEW-15: no mail leaves while automatic activation e-mails are switched off', async () => {
    const settings = `/v1/settings/organizations/${world.org}/settings`
    const written = await world.ask('POST', settings, { key: 'allow-admin-invite-emails', value: false })
    expect(written.body).toEqual({
      key: 'allow-admin-invite-emails',
      value: false,
      name: 'Automatic Activation Emails',
    })
    await create('silent.person')
    expect((await outbox()).map(({ to, state }: { to: string; state: string }) => ({ to, state }))).toEqual([
      { to: acme('silent.person'), state: 'suppressed' },
    ])
  })

  it('keeps names beyond ASCII and finds them by prefix in any case', async () => {
    await create('lukasz.new', { firstName: 'Łucja', lastName: 'Śliwa' })
    const { body } = await world.ask('GET', `/v1/people?displayName=${encodeURIComponent('łucja ś')}`)
    expect(body.items.map(({ displayName }: { displayName: string }) => displayName)).toEqual(['Łucja Śliwa'])
  })

  it('answers 409 for an address of this organization, whatever its case', async () => {
    const { status, body } = await create('EVE.Existing')
    expect([status, body.message]).toEqual([
      409,
      'A user with the email EVE.Existing@acme.example already exists in this organization.',
    ])
  })

  it('PRE-1: refuses an address of a trial organization until that organization is deleted', async () => {
    const refused = await create('tom.trial')
    expect([refused.status, refused.body.errors]).toEqual([
      403,
      [
        {
          description:
            'The user tom.trial@acme.example belongs to a different organization (Tom Trial (trial)).',
          errorCode: 400090,
        },
      ],
    ])
    const deleted = await world.ask('DELETE', `/console/trial-organizations/${acme('tom.trial')}`)
    expect([deleted.status, deleted.body.state]).toEqual([200, 'deleted'])
    expect((await create('tom.trial')).status).toBe(200)
  })

  it('refuses an address of another organization for good', async () => {
    expect((await create('otto.other')).status).toBe(403)
    expect((await world.ask('GET', `/v1/people?email=${acme('otto.other')}`)).body.items).toEqual([])
  })

  it('refuses what is malformed with 400 and creates nobody', async () => {
    const answers = [
      await world.ask('POST', '/v1/people', { displayName: 'No Address' }),
      await world.ask('POST', '/v1/people', { emails: ['no address'], displayName: 'X' }),
      await create('role.person', { roles: ['bm9uZQ'] }),
      await create('role.person', { phoneNumbers: 'none' }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400])
    expect(await personNamed(world, acme('role.person'))).toBe(undefined)
  })

  it('assigns the licenses that have units and silently drops the others', async () => {
    const ids = [await licenseId(world, 'CJPPRM', 'Sub-B'), await licenseId(world, 'BCSTD')]
    const held = []
    for (const name of ['one', 'two', 'three']) {
      const { status, body } = await create(name, { licenses: ids })
      held.push([status, body.licenses])
    }
    expect(held).toEqual([
      [200, ids],
      [200, ids],
      [200, ids.slice(1)],
    ])
  })
})

describe('visibility', () => {
  it('hides a created person from GET, list and search until the clock has moved on', async () => {
    const slow = await openWorld({ delays: { visibility: 5000 } })
    const { body } = await slow.ask('POST', '/v1/people', { emails: [acme('late')], displayName: 'Late' })
    const look = async () => [
      (await slow.ask('GET', `/v1/people/${body.id}`)).status,
      (await slow.ask('GET', `/v1/people?email=${acme('late')}`)).body.items.length,
      (
        await slow.ask(
          'GET',
          `/identity/scim/${slow.org}/v2/Users?filter=userName%20eq%20%22${acme('late')}%22`,
        )
      ).body.totalResults,
    ]
    expect(await look()).toEqual([404, 0, 0])
    expect(
      (await slow.ask('POST', '/v1/people', { emails: [acme('late')], displayName: 'Late' })).status,
    ).toBe(409)
    slow.clock.time += 5000
    expect(await look()).toEqual([200, 1, 1])
    await slow.close()
  })
})

describe('listing', () => {
  it('follows Link headers through all pages and names everybody once', async () => {
    const seen: string[] = []
    let next: string | undefined = '/v1/people?max=25'
    while (next !== undefined) {
      const { body, headers } = await world.ask('GET', next)
      seen.push(...body.items.map(({ id }: { id: string }) => id))
      next = headers.get('link')?.match(/^<([^>]+)>; rel="next"$/)?.[1]
    }
    expect([seen.length, new Set(seen).size]).toEqual([60, 60])
  })

  it('answers ids, bare or not, and tells which were not found', async () => {
    const eve = await personNamed(world, acme('eve.existing'))
    const nobody = '11111111-1111-4111-8111-111111111111'
    const { body } = await world.ask('GET', `/v1/people?id=${bareId(eve.id)},${nobody}`)
    expect([body.items.map(({ id }: { id: string }) => id), body.notFoundIds]).toEqual([[eve.id], [nobody]])
    const alone = await world.ask('GET', `/v1/people/${bareId(eve.id)}`)
    expect(alone.body).toEqual(eve)
  })

  it('refuses more than 85 ids, a bad cursor and a bad max', async () => {
    const ids = Array.from({ length: 86 }, () => '11111111-1111-4111-8111-111111111111').join(',')
    const answers = [`id=${ids}`, 'cursor=x', 'max=0'].map((query) => world.ask('GET', `/v1/people?${query}`))
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([400, 400, 400])
  })

  it('filters by role', async () => {
    const role = Buffer.from('ciscospark://us/ROLE/id_full_admin').toString('base64url')
    const { body } = await world.ask('GET', `/v1/people?roles=${role}`)
    expect(body.items.map(({ emails }: { emails: string[] }) => emails)).toEqual([[acme('anna.admin')]])
  })
})

describe('replacing and deleting', () => {
  it('takes a PUT as the whole person: what is left out is gone', async () => {
    const { body } = await create('put.person', {
      title: 'Agent',
      licenses: [await licenseId(world, 'CJPSTD')],
    })
    const replaced = await world.ask('PUT', `/v1/people/${body.id}`, { displayName: 'Only This' })
    const { title, licenses, firstName, displayName, emails } = replaced.body
    expect({ title, licenses, firstName, displayName, emails }).toEqual({
      title: undefined,
      licenses: [],
      firstName: undefined,
      displayName: 'Only This',
      emails: [acme('put.person')],
    })
  })

  it('changes nothing when a pending person is sent back as it was read', async () => {
    const { body } = await create('same.person', { licenses: [await licenseId(world, 'CJPSTD')] })
    world.clock.time += 1000
    const { body: replaced } = await world.ask('PUT', `/v1/people/${body.id}`, body)
    expect(replaced).toEqual({ ...body, lastModified: new Date(start + 1000).toISOString() })
    const scim = await world.ask('GET', `/identity/scim/${world.org}/v2/Users/${bareId(body.id)}`)
    expect(scim.body.active).toBe(true)
  })

  it('deletes and releases the units', async () => {
    const used = async () => (await world.ask('GET', '/console/licenses')).body[0].usedUnits
    const before = await used()
    const sam = await personNamed(world, acme('sam.supervisor'))
    expect((await world.ask('DELETE', `/v1/people/${sam.id}`)).status).toBe(204)
    expect([before, await used()]).toEqual([19, 18])
    expect((await world.ask('GET', `/v1/people/${sam.id}`)).status).toBe(404)
  })

  it('NEW-8: deleting a person deletes the contact-center user', async () => {
    const sam = await personNamed(world, acme('sam.supervisor'))
    const user = `/organization/${world.org}/user/by-ci-user-id/${bareId(sam.id)}`
    expect((await world.ask('GET', user)).status).toBe(200)
    await world.ask('DELETE', `/v1/people/${sam.id}`)
    expect((await world.ask('GET', user)).status).toBe(404)
  })
})

describe('roles', () => {
  const role = (ci: string) => Buffer.from(`ciscospark://us/ROLE/${ci}`).toString('base64url')

  it('gives roles on create and takes them by PUT', async () => {
    const { body } = await create('admin.person', { roles: [role('id_full_admin')] })
    expect(body.roles).toEqual([role('id_full_admin')])
    const replaced = await world.ask('PUT', `/v1/people/${body.id}`, { ...body, roles: [] })
    expect(replaced.body.roles).toEqual([])
  })

  it('NEW-25: a person holds only one of full, read-only and Contact Center service administrator', async () => {
    const { status } = await create('two.roles', {
      roles: [role('id_full_admin'), role('id_readonly_admin')],
    })
    expect([status, await personNamed(world, acme('two.roles'))]).toEqual([409, undefined])
    const carl = await personNamed(world, acme('carl.service'))
    const both = await world.ask('PUT', `/v1/people/${carl.id}`, { ...carl, roles: [role('id_full_admin')] })
    expect(both.status).toBe(409)
  })

  it('does not list the Contact Center service administrator unless told to', async () => {
    const open = await openWorld({ rolesListed: { contactCenterServiceAdministrator: true } })
    const names = async (where: World) => (await where.ask('GET', '/v1/roles')).body.items.at(-1)
    expect([await names(world), await names(open)]).toEqual([
      { id: role('spark.synckms'), name: 'KMS Sync Administrator' },
      { id: role('cjp.admin'), name: 'Contact Center Service Administrator' },
    ])
    const shown = [
      await personNamed(world, acme('carl.service')),
      await personNamed(open, acme('carl.service')),
    ]
    expect(shown.map(({ roles }) => roles)).toEqual([[], [role('cjp.admin')]])
    await open.close()
  })
})
