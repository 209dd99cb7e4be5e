import { afterAll, beforeAll, expect, it } from 'vitest'
import { acme, licenseId, openWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const paths = () => [
  '/v1/people',
  `/identity/scim/${world.org}/v2/Users`,
  `/organization/${world.org}/v2/user`,
]

const statuses = async (token: string) =>
  Promise.all(paths().map(async (path) => (await world.ask('GET', path, undefined, token)).status))

it('lays a token out as <opaque>_<cluster>_<organization>', () => {
  expect(world.token().split('_').slice(1)).toEqual(['P0A1', world.org])
})

it('answers 401 to unknown and expired tokens, and the Contact Center 400 to a missing one', async () => {
  expect(await statuses('unknown')).toEqual([401, 401, 401])
  expect(await statuses(world.token({ expired: true }))).toEqual([401, 401, 401])
  expect(await statuses('')).toEqual([401, 401, 400])
})

it('answers 403 to a token without the scope', async () => {
  expect(await statuses(world.token({ scopes: [] }))).toEqual([403, 403, 403])
  expect(await statuses(world.token({ scopes: ['spark-admin:people_read'] }))).toEqual([200, 403, 403])
  expect(await statuses(world.token({ scopes: ['identity:people_read', 'cjp:config'] }))).toEqual([
    403, 200, 200,
  ])
})

it('words each error in the dialect of its API, with the tracking id of the response header', async () => {
  const [rest, scim, contactCenter] = await Promise.all(
    paths().map((path) => world.ask('GET', path, undefined, 'unknown')),
  )
  const text = 'The request requires a valid access token set in the Authorization request header.'
  expect(rest?.body).toEqual({
    message: text,
    errors: [{ description: text }],
    trackingId: rest?.headers.get('trackingid'),
  })
  expect(scim?.body).toEqual({
    schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
    status: '401',
    detail: text,
    'urn:scim:schemas:extension:cisco:webexidentity:api:messages:2.0:Error': {
      trackingId: scim?.headers.get('trackingid'),
      errorCode: '401',
      details: text,
    },
  })
  expect(contactCenter?.body).toEqual({
    trackingId: contactCenter?.headers.get('trackingid'),
    error: { key: '401', reason: text, message: [{ description: text, code: '401', references: [] }] },
  })
  expect(contactCenter?.body.trackingId).toMatch(/^ccconfig_/)
})

it('NEW-28: a Contact Center service administrator licenses people but cannot add or delete them', async () => {
  const token = world.token({ holder: 'cc-service-administrator' })
  const person = { emails: [acme('by.carl')], displayName: 'By Carl' }
  const change = async (offer: string) => ({
    email: acme('eve.existing'),
    licenses: [{ id: await licenseId(world, offer) }],
  })
  const answers = [
    await world.ask('POST', '/v1/people', person, token),
    await world.ask('POST', `/identity/scim/${world.org}/v2/Users`, {}, token),
    await world.ask('PATCH', '/v1/licenses/users', await change('CJPPRM'), token),
    await world.ask('PATCH', '/v1/licenses/users', await change('BCSTD'), token),
    await world.ask('GET', `/organization/${world.org}/v2/user`, undefined, token),
  ]
  expect(answers.map(({ status }) => status)).toEqual([403, 403, 200, 403, 200])
})

it('lets a user administrator add people without roles and keeps the contact center from it', async () => {
  const token = world.token({ holder: 'user-administrator' })
  const person = { emails: [acme('by.ula')], displayName: 'By Ula' }
  const roles = [Buffer.from('ciscospark://us/ROLE/id_full_admin').toString('base64url')]
  const answers = [
    await world.ask('POST', '/v1/people', { ...person, roles }, token),
    await world.ask('POST', '/v1/people', person, token),
    await world.ask('GET', `/organization/${world.org}/v2/user`, undefined, token),
  ]
  expect(answers.map(({ status }) => status)).toEqual([403, 200, 403])
})

it('lets a read-only administrator look and nothing else', async () => {
  const token = world.token({ holder: 'read-only-administrator' })
  const change = { email: acme('eve.existing'), licenses: [{ id: await licenseId(world, 'CJPPRM') }] }
  const answers = [
    await world.ask('GET', '/v1/people', undefined, token),
    await world.ask('PATCH', '/v1/licenses/users', change, token),
    await world.ask('GET', `/organization/${world.org}/v2/user`, undefined, token),
  ]
  expect(answers.map(({ status }) => status)).toEqual([200, 403, 403])
})

it('shows each holder as a person of the organization', async () => {
  const holders = [
    'full-administrator',
    'cc-service-administrator',
    'user-administrator',
    'read-only-administrator',
  ] as const
  const emails = holders.map(async (holder) => {
    const { body } = await world.ask('GET', '/v1/people/me', undefined, world.token({ holder }))
    return body.emails[0]
  })
  expect(await Promise.all(emails)).toEqual([
    acme('anna.admin'),
    acme('carl.service'),
    acme('ula.users'),
    acme('rita.readonly'),
  ])
})

it('refuses another organization in the path', async () => {
  const other = '11111111-1111-4111-8111-111111111111'
  const answers = [
    `/v1/organizations/${other}`,
    `/identity/scim/${other}/v2/Users`,
    `/organization/${other}/v2/user`,
  ]
  const replies = await Promise.all(answers.map((path) => world.ask('GET', path)))
  expect(replies.map(({ status }) => status)).toEqual([403, 403, 403])
})

it('answers 415 to a body that is not JSON and 400 to one that is broken', async () => {
  const send = async (contentType: string) => {
    const response = await fetch(`${world.origin}/v1/people`, {
      method: 'POST',
      headers: { authorization: `Bearer ${world.token()}`, 'content-type': contentType },
      body: '{"emails":',
    })
    return response.status
  }
  expect([await send('text/plain'), await send('application/json')]).toEqual([415, 400])
})

it('answers unknown paths 404, and in the contact center 405 with the body of its framework', async () => {
  const rest = await world.ask('GET', '/v1/unknown')
  const path = `/organization/${world.org}/unknown`
  const contactCenter = await world.ask('GET', path)
  expect([rest.status, rest.body.message]).toEqual([404, 'The requested resource could not be found.'])
  expect([contactCenter.status, contactCenter.body.path]).toEqual([405, path])
})
