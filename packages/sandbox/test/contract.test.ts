import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contractsAreHere, loadContract } from '../../../tools/openapi-contract.ts'
import { acme, bareId, licenseId, openWorld, personNamed, type Reply, type World } from './world.ts'

const title = contractsAreHere
  ? "every answer keeps Cisco's published contract"
  : 'contract checks are skipped: the published OpenAPI files do not lie beside this repository'

describe.skipIf(!contractsAreHere)(title, () => {
  const contracts = contractsAreHere
    ? { admin: loadContract('webex-admin'), contactCenter: loadContract('webex-contact-center') }
    : undefined
  let world: World

  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  /** Asks, checks both directions, and answers what came. */
  async function kept(
    method: string,
    path: string,
    status: number,
    body?: unknown,
    token?: string,
  ): Promise<Reply> {
    const contract = path.startsWith('/organization/') ? contracts?.contactCenter : contracts?.admin
    const reply = await world.ask(method, path, body, token)
    const violations = contract?.checkResponse(method, path, reply.status, reply.body)
    expect({ path, status: reply.status, violations }).toEqual({ path, status, violations: [] })
    if (body !== undefined && status < 300) expect(contract?.checkRequest(method, path, body)).toEqual([])
    return reply
  }

  it('is a contract that can be broken', async () => {
    const { body } = await world.ask('GET', '/v1/licenses')
    const broken = { items: [{ ...body.items[0], totalUnits: 'many' }] }
    const check = (status: number, answer: unknown, path = '/v1/licenses') =>
      contracts?.admin.checkResponse('GET', path, status, answer)
    expect([check(200, body), check(200, broken), check(418, {}), check(200, {}, '/v1/none')]).toEqual([
      [],
      ['/items/0/totalUnits must be number'],
      ['GET /licenses does not declare status 418'],
      ['GET /v1/none is not in the contract'],
    ])
    expect(contracts?.admin.checkRequest('PUT', '/v1/people/x', { emails: 'one' })).toEqual([
      "/ must have required property 'displayName'",
      '/emails must be array',
    ])
  })

  it('people: list, pages, create, replace, delete and the errors', async () => {
    await kept('GET', '/v1/people?max=10', 200)
    await kept('GET', '/v1/people?email=nobody@acme.example', 200)
    await kept('GET', '/v1/people/me', 200)
    const { body } = await kept('POST', '/v1/people', 200, {
      emails: [acme('contract.person')],
      firstName: 'Łukasz',
      lastName: 'Żółty',
      title: 'Agent',
      licenses: [await licenseId(world, 'CJPSTD')],
    })
    await kept('GET', `/v1/people/${body.id}`, 200)
    await kept('PUT', `/v1/people/${body.id}`, 200, { ...body, displayName: 'Łukasz Ż.' })
    await kept('DELETE', `/v1/people/${body.id}`, 204)
    await kept('GET', `/v1/people/${body.id}`, 404)
    await kept('POST', '/v1/people', 409, { emails: [acme('eve.existing')], displayName: 'Eve' })
    await kept('POST', '/v1/people', 403, { emails: [acme('tom.trial')], displayName: 'Tom' })
    await kept('POST', '/v1/people', 400, { emails: [acme('no.name')] })
    await kept('GET', '/v1/people', 401, undefined, '')
  })

  it('licenses: list, holders and assignment', async () => {
    const premium = await licenseId(world, 'CJPPRM')
    await kept('GET', '/v1/licenses', 200)
    await kept('GET', `/v1/licenses/${premium}?includeAssignedTo=user&limit=5`, 200)
    const change = (operation: string) => ({
      email: acme('noor.haddad'),
      licenses: [{ id: premium, operation }],
    })
    await kept('PATCH', '/v1/licenses/users', 200, change('add'))
    await kept('PATCH', '/v1/licenses/users', 200, change('remove'))
    await kept('PATCH', '/v1/licenses/users', 400, {
      email: acme('noor.haddad'),
      licenses: [{ id: 'bm9uZQ' }],
    })
    await kept('PATCH', '/v1/licenses/users', 400, {
      email: acme('stan.standard'),
      licenses: [{ id: premium }],
    })
    await kept('PATCH', '/v1/licenses/users', 404, { email: acme('nobody'), licenses: [{ id: premium }] })
    world.sandbox.addFault({ match: { path: '/licenses/users' }, answer: { kind: 'partial' } })
    await kept('PATCH', '/v1/licenses/users', 206, change('add'))
  })

  it('an exhausted license is the one answer outside: its error code is ours, for Cisco publishes none', async () => {
    const premium = await licenseId(world, 'CJPPRM', 'Sub-B')
    const add = (email: string) => ({ email, licenses: [{ id: premium }] })
    await kept('PATCH', '/v1/licenses/users', 200, add(acme('zofia.zak')))
    await kept('PATCH', '/v1/licenses/users', 200, add(acme('george.baker')))
    const reply = await world.ask('PATCH', '/v1/licenses/users', add(acme('eve.existing')))
    const violations = contracts?.admin.checkResponse('PATCH', '/v1/licenses/users', reply.status, reply.body)
    expect([reply.status, violations]).toEqual([
      400,
      ['/errors/0/errorCode must be equal to one of the allowed values'],
    ])
  })

  it('roles, organizations and settings', async () => {
    const { body } = await kept('GET', '/v1/roles', 200)
    await kept('GET', `/v1/roles/${body.items[0].id}`, 200)
    await kept('GET', '/v1/roles/none', 404)
    await kept('GET', '/v1/organizations', 200)
    await kept('GET', `/v1/organizations/${world.org}`, 200)
    const settings = `/v1/settings/organizations/${world.org}/settings`
    await kept('GET', `${settings}/allow-admin-invite-emails`, 200)
    await kept('POST', settings, 200, { key: 'allow-admin-invite-emails', value: true })
  })

  it('SCIM users', async () => {
    const users = `/identity/scim/${world.org}/v2/Users`
    await kept(
      'GET',
      `${users}?filter=${encodeURIComponent('userName eq "sam.supervisor@acme.example"')}`,
      200,
    )
    await kept('GET', '/identity/scim/v2/Users/me', 200)
    const user = {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
      userName: acme('scim.person'),
      userType: 'user',
      displayName: 'Scim Person',
      name: { givenName: 'Scim', familyName: 'Person' },
    }
    const { body } = await kept('POST', users, 201, user)
    await kept('POST', users, 409, user)
    await kept('GET', `${users}/${body.id}`, 200)
    await kept('PUT', `${users}/${body.id}`, 200, { ...user, title: 'Agent' })
    await kept('PATCH', `${users}/${body.id}`, 200, {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
      Operations: [{ op: 'replace', path: 'active', value: false }],
    })
    await kept('DELETE', `${users}/${body.id}`, 204)
    await kept('GET', `${users}/${body.id}`, 404)
  })

  it('SCIM bulk, with operations that fail', async () => {
    const data = (name: string) => ({ schemas: [], userName: acme(name), userType: 'user' })
    const operations = ['bulk.one', 'eve.existing', 'otto.other'].map((name) => ({
      method: 'POST',
      path: '/Users',
      bulkId: name,
      data: data(name),
    }))
    const schemas = ['urn:ietf:params:scim:api:messages:2.0:BulkRequest']
    await kept('POST', `/identity/scim/${world.org}/v2/Bulk`, 200, { schemas, failOnErrors: 10, operations })
  })

  it('contact-center users', async () => {
    const at = `/organization/${world.org}`
    const { body } = await kept('GET', `${at}/v2/user?pageSize=5&filter=active==true`, 200)
    const user = body.data.find(
      ({ contactCenterEnabled }: { contactCenterEnabled: boolean }) => contactCenterEnabled,
    )
    await kept('GET', `${at}/user`, 200)
    await kept('GET', `${at}/user/${user.id}`, 200)
    await kept('GET', `${at}/user/by-ci-user-id/${user.ciUserId}`, 200)
    await kept('GET', `${at}/v2/user/by-ci-user-id/${user.ciUserId}?includeUserProfile=true`, 200)
    const pending = await personNamed(world, acme('piotr.pending'))
    await kept('GET', `${at}/user/by-ci-user-id/${bareId(pending.id)}`, 404)
    await kept('PATCH', `${at}/user/${user.id}`, 200, { workPhone: '+48123456789' })
    await kept('PATCH', `${at}/user/${user.id}`, 400, { firstName: 'Other' })
    const { body: current } = await kept('GET', `${at}/user/${user.id}`, 200)
    await kept('PUT', `${at}/user/${user.id}`, 200, current)
    const items = [
      { itemIdentifier: 1, item: { id: user.id, mobile: '+48600100200' }, requestAction: 'SAVE' },
      { itemIdentifier: 2, item: { id: world.org, mobile: '1' }, requestAction: 'SAVE' },
    ]
    await kept('PATCH', `${at}/user/bulk`, 207, { items })
    await kept('GET', `${at}/v2/user`, 401, undefined, 'unknown')
    await kept('GET', `${at}/v2/user`, 403, undefined, world.token({ scopes: ['spark-admin:people_read'] }))
  })

  it('contact-center lists', async () => {
    const at = `/organization/${world.org}`
    const { body } = await kept('GET', `${at}/v3/user-profile`, 200)
    await kept('GET', `${at}/v3/user-profile/${body.data[0].id}`, 200)
    for (const kind of ['site', 'team', 'agent-profile', 'skill-profile', 'multimedia-profile']) {
      const { body: entities } = await kept('GET', `${at}/${kind}`, 200)
      await kept('GET', `${at}/v2/${kind}`, 200)
      await kept('GET', `${at}/${kind}/${entities[0].id}`, 200)
    }
  })

  it('scripted faults answer declared statuses in the dialect of the API', async () => {
    for (const status of [423, 429, 503]) {
      world.sandbox.addFault({
        match: { path: '/v1/people' },
        answer: { kind: 'status', status, retryAfter: '4' },
      })
      await kept('GET', '/v1/people', status)
    }
    world.sandbox.addFault({
      match: { path: '/v2/user' },
      answer: { kind: 'status', status: 429, retryAfter: '4' },
    })
    await kept('GET', `/organization/${world.org}/v2/user`, 429)
  })
})
