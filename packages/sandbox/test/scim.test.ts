import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { acme, bareId, openWorld, personNamed, type World } from './world.ts'

let world: World
let users: string
beforeEach(async () => {
  world = await openWorld()
  users = `/identity/scim/${world.org}/v2/Users`
})
afterEach(() => world.close())

const user = (name: string, more: object = {}) => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
  userName: acme(name),
  userType: 'user',
  name: { givenName: 'Jane', familyName: 'Doe' },
  ...more,
})

const scimId = async (name: string): Promise<string> => bareId((await personNamed(world, acme(name))).id)

const patch = async (name: string, ...operations: object[]) =>
  world.ask('PATCH', `${users}/${await scimId(name)}`, {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
    Operations: operations,
  })

const values = (roles: { value: string }[]) => roles.map(({ value }) => value)

describe('users', () => {
  it('SAVE-2: creates a pending user who is invited and is the same person in the People API', async () => {
    const { status, body } = await world.ask('POST', users, user('jane.doe'))
    const webex = body['urn:scim:schemas:extension:cisco:webexidentity:2.0:User']
    expect([status, body.displayName, webex.accountStatus]).toEqual([201, 'Jane Doe', ['pending']])
    const person = await personNamed(world, acme('jane.doe'))
    expect([bareId(person.id), person.licenses, person.status]).toEqual([body.id, [], 'pending'])
    expect((await world.ask('GET', '/console/outbox')).body.length).toBe(1)
  })

  it('PRE-1: refuses addresses of other organizations with 403 and of this one with 409', async () => {
    const answers = []
    for (const name of ['tom.trial', 'otto.other', 'eve.existing']) {
      const { status, body } = await world.ask('POST', users, user(name))
      const detail = body['urn:scim:schemas:extension:cisco:webexidentity:api:messages:2.0:Error']
      answers.push([status, body.status, body.scimType, detail.errorCode])
    }
    expect(answers).toEqual([
      [403, '403', undefined, '400090'],
      [403, '403', undefined, '400090'],
      [409, '409', 'uniqueness', '409'],
    ])
  })

  it('wants userName, userType and a primary work address equal to userName', async () => {
    const emails = [{ value: acme('other'), type: 'work', primary: true }]
    const bodies = [
      user('x', { userName: undefined }),
      user('x', { userType: undefined }),
      user('x', { emails }),
    ]
    const answers = await Promise.all(bodies.map((body) => world.ask('POST', users, body)))
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400])
  })

  it('finds by userName, emails.value and id, joined with or and and', async () => {
    const find = async (filter: string) =>
      (await world.ask('GET', `${users}?filter=${encodeURIComponent(filter)}`)).body.Resources?.map(
        ({ userName }: { userName: string }) => userName,
      )
    const id = await scimId('noor.haddad')
    expect([
      await find(`userName eq "${acme('eve.existing').toUpperCase()}"`),
      await find(`emails.value eq "${acme('eve.existing')}" or id eq "${id}"`),
      await find(`userName eq "${acme('eve.existing')}" and id eq "${id}"`),
    ]).toEqual([[acme('eve.existing')], [acme('eve.existing'), acme('noor.haddad')], []])
  })

  it('refuses other filters with invalidFilter', async () => {
    const { status, body } = await world.ask('GET', `${users}?filter=${encodeURIComponent('externalId pr')}`)
    expect([status, body.scimType]).toEqual([400, 'invalidFilter'])
  })

  it('pages with startIndex and count', async () => {
    const { body } = await world.ask('GET', `${users}?startIndex=51&count=20`)
    const { totalResults, itemsPerPage, startIndex } = body
    expect({ totalResults, itemsPerPage, startIndex, length: body.Resources.length }).toEqual({
      totalResults: 60,
      itemsPerPage: 10,
      startIndex: 51,
      length: 10,
    })
  })

  it('replaces, deactivates and deletes', async () => {
    const id = await scimId('eve.existing')
    const replaced = await world.ask('PUT', `${users}/${id}`, user('eve.existing', { title: 'Lead' }))
    expect([replaced.body.displayName, replaced.body.title]).toEqual(['Jane Doe', 'Lead'])
    await patch('eve.existing', { op: 'replace', value: { active: false, displayName: 'Gone' } })
    const { status, displayName } = await personNamed(world, acme('eve.existing'))
    expect([status, displayName]).toEqual(['inactive', 'Gone'])
    expect((await world.ask('DELETE', `${users}/${id}`)).status).toBe(204)
    expect((await world.ask('GET', `${users}/${id}`)).status).toBe(404)
  })
})

describe('roles', () => {
  it('shows license and supervisor mark as cjp roles', async () => {
    const roles = []
    for (const name of ['sam.supervisor', 'stan.standard', 'carl.service', 'eve.existing']) {
      roles.push(values((await world.ask('GET', `${users}/${await scimId(name)}`)).body.roles))
    }
    expect(roles).toEqual([
      ['cjp.premium_agent', 'cjp.supervisor'],
      ['cjp.standard_agent'],
      ['cjp.admin'],
      [],
    ])
  })

  it('ADMNEW-5: adds and removes a full administrator by PATCH', async () => {
    const added = await patch('eve.existing', {
      op: 'add',
      path: 'roles',
      value: [{ value: 'id_full_admin', type: 'cirole' }],
    })
    expect([added.status, values(added.body.roles)]).toEqual([200, ['id_full_admin']])
    const removed = await patch('eve.existing', { op: 'remove', path: 'roles[value eq "id_full_admin"]' })
    expect([removed.status, removed.body.roles]).toEqual([200, []])
  })

  it('refuses cjp roles that the person does not hold, and keeps those that are sent back', async () => {
    const refused = await patch('eve.existing', {
      op: 'add',
      path: 'roles',
      value: [{ value: 'cjp.supervisor', type: 'cirole' }],
    })
    expect([refused.status, refused.body.scimType]).toEqual([400, 'mutability'])
    const kept = await patch('sam.supervisor', {
      op: 'replace',
      path: 'roles',
      value: [{ value: 'cjp.supervisor' }, { value: 'id_device_admin' }],
    })
    expect([kept.status, values(kept.body.roles)]).toEqual([
      200,
      ['id_device_admin', 'cjp.premium_agent', 'cjp.supervisor'],
    ])
    const removed = await patch('sam.supervisor', { op: 'remove', path: 'roles[value eq "cjp.supervisor"]' })
    expect(removed.status).toBe(400)
  })

  it('NEW-25: refuses a second administrator role', async () => {
    const add = { op: 'add', path: 'roles', value: [{ value: 'id_full_admin' }] }
    expect((await patch('carl.service', add)).status).toBe(409)
  })

  it('ADMNEW-2: on the New platform a supervisor cannot become administrator, on 1.0 yes', async () => {
    const add = { op: 'add', path: 'roles', value: [{ value: 'id_full_admin' }] }
    expect((await patch('sam.supervisor', add)).status).toBe(409)
    await world.ask('POST', '/console/service-details', { platform: '1.0' })
    expect((await patch('sam.supervisor', add)).status).toBe(200)
  })

  it('answers noTarget for a remove that hits nothing, and changes nothing of the request', async () => {
    const { status, body } = await patch(
      'eve.existing',
      { op: 'replace', path: 'displayName', value: 'Other' },
      { op: 'remove', path: 'roles[value eq "id_user_admin"]' },
    )
    expect([status, body.scimType]).toEqual([400, 'noTarget'])
    expect((await personNamed(world, acme('eve.existing'))).displayName).toBe('Eve Existing')
  })
})

describe('bulk', () => {
  const bulk = (operations: object[], more: object = {}) =>
    world.ask('POST', `/identity/scim/${world.org}/v2/Bulk`, {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkRequest'],
      operations,
      ...more,
    })
  const post = (name: string) => ({ method: 'POST', path: '/Users', bulkId: name, data: user(name) })

  it('answers every operation for itself, with statuses as strings', async () => {
    const eve = await scimId('eve.existing')
    const { status, body } = await bulk([
      post('bulk.one'),
      post('tina.trial'),
      post('eve.existing'),
      {
        method: 'PATCH',
        path: `/Users/${eve}`,
        data: { Operations: [{ op: 'replace', path: 'nickName', value: 'E' }] },
      },
      { method: 'DELETE', path: `/Users/${await scimId('noor.haddad')}` },
    ])
    expect(status).toBe(200)
    expect(
      body.Operations.map((o: { bulkId: string; method: string; status: string }) => [
        o.method,
        o.bulkId,
        o.status,
      ]),
    ).toEqual([
      ['POST', 'bulk.one', '201'],
      ['POST', 'tina.trial', '403'],
      ['POST', 'eve.existing', '409'],
      ['PATCH', undefined, '200'],
      ['DELETE', undefined, '204'],
    ])
    const created = await personNamed(world, acme('bulk.one'))
    expect(body.Operations[0].location).toBe(`${world.origin}${users}/${bareId(created.id)}`)
    expect(await personNamed(world, acme('noor.haddad'))).toBe(undefined)
  })

  it('takes Operations as well as operations, and stops at failOnErrors', async () => {
    const operations = [post('eve.existing'), post('never.tried')]
    const { body } = await bulk([], { operations: undefined, Operations: operations, failOnErrors: 1 })
    expect(body.Operations.length).toBe(1)
    expect(await personNamed(world, acme('never.tried'))).toBe(undefined)
  })

  it('refuses more than 100 operations', async () => {
    const many = (count: number) => Array.from({ length: count }, (_, at) => post(`bulk.${at}`))
    const answers = [await bulk(many(101)), await bulk(many(100), { failOnErrors: 100 })]
    expect(answers.map(({ status }) => status)).toEqual([400, 200])
  })
})
