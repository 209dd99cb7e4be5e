import { readFileSync } from 'node:fs'
import { Agent, type Dispatcher } from 'undici'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type Contract, contractsAreHere, loadContract } from '../../../tools/openapi-contract.ts'
import { createWorld, never, unwrap } from './sandbox-world.ts'

const title = contractsAreHere
  ? "every request keeps Cisco's published contract"
  : 'contract checks are skipped: the published OpenAPI files do not lie beside this repository'

interface SentRequest {
  readonly method: string
  readonly path: string
  readonly body: unknown
}

/** A dispatcher that remembers what goes through it. */
function createRecorder() {
  const sent: SentRequest[] = []
  const agent = new Agent()
  onTestFinished(() => agent.close())
  const record: Dispatcher.DispatcherComposeInterceptor = (dispatch) => (options, handler) => {
    const { method, path, body } = options
    sent.push({ method, path, body: typeof body === 'string' ? JSON.parse(body) : undefined })
    return dispatch(options, handler)
  }
  return { sent, dispatcher: agent.compose(record) }
}

const at = (name: string) => `${name}@acme.example`

/** Walks through all that the ports ask, with and without identity scopes. */
async function walk(scopes?: readonly string[]): Promise<readonly SentRequest[]> {
  const { sent, dispatcher } = createRecorder()
  const world = await createWorld({
    client: { dispatcher },
    ...(scopes === undefined ? {} : { token: { scopes } }),
    sandbox: { rolesListed: { contactCenterServiceAdministrator: true } },
  })
  const { directory, contactCenter } = world
  unwrap(await directory.connect(never))
  await world.client.scim.me()
  await directory.readInvitationEmails(never)
  unwrap(await contactCenter.readPlatform(never))
  const pools = unwrap(await directory.readLicensePools(never))
  const jane = { email: at('jane.doe'), firstName: 'Jane', lastName: 'Doe' }
  const { personId } = unwrap(await directory.createPerson(jane, never))
  unwrap(await directory.createPerson({ email: at('john.doe') }, never))
  const add = pools.filter(({ license }) => license === 'premium').map(({ id }) => id)
  unwrap(
    await directory.changeLicenses({ personId, email: jane.email, add: add.slice(0, 1), remove: [] }, never),
  )
  for (const role of ['full', 'cc-service', 'none'] as const) {
    unwrap(await directory.setAdministrator({ personId, role }, never))
  }
  const gone = { email: at('gone.doe') }
  const { personId: goneId } = unwrap(await directory.createPerson(gone, never))
  unwrap(await directory.deletePendingPerson({ personId: goneId, ...gone }, never))
  await world.pressConsole('/console/synchronize-users')
  const names = Array.from({ length: 50 }, (_, index) => at(`nobody${index}`))
  const people = unwrap(await directory.findPeople([jane.email, at('sam.supervisor')], never))
  unwrap(await directory.findPeople([...names, jane.email], never))
  const sought = people.map(({ id, email }) => ({ personId: id, email }))
  unwrap(await contactCenter.findUsers(sought, never))
  for await (const _ of world.client.scim.pages(world.sandbox.orgId)) break
  for await (const _ of world.client.contactCenter!.userPages(world.sandbox.orgId)) break
  await world.client.contactCenter!.userProfiles(world.sandbox.orgId)
  await world.agents.readCatalog(never)
  const [grace] = unwrap(await world.agents.findAgents([at('grace.kim')], never))
  const settings = { ...grace!.settings, externalId: 'E-1', defaultDn: '+48125550101' }
  await world.agents.changeAgents(
    [{ agentId: grace!.id, settings, fields: ['externalId', 'defaultDn', 'site'] }],
    never,
  )
  return sent
}

const withoutIdentity = [
  'spark-admin:people_read',
  'spark-admin:people_write',
  'spark-admin:licenses_read',
  'spark-admin:roles_read',
  'spark-admin:organizations_read',
  'identity:people_read',
  'cjp:config_read',
]

describe.skipIf(!contractsAreHere)(title, () => {
  const violationsOf = (request: SentRequest, contracts: { admin: Contract; contactCenter: Contract }) => {
    const contract = request.path.startsWith('/organization/') ? contracts.contactCenter : contracts.admin
    return contract.checkRequest(request.method, request.path, request.body)
  }

  it.each([
    ['with identity scopes', undefined],
    ['without, by the People API', withoutIdentity],
  ])('%s', async (_name, scopes) => {
    const contracts = {
      admin: loadContract('webex-admin'),
      contactCenter: loadContract('webex-contact-center'),
    }
    const sent = await walk(scopes)
    const violations = sent.flatMap((request) =>
      violationsOf(request, contracts).map((violation) => `${request.method} ${request.path}: ${violation}`),
    )
    expect(violations).toEqual([])
    expect(sent.length).toBeGreaterThan(20)
  })
})

it('no query parameter is sent but these, which are documented', async () => {
  const sent = [...(await walk()), ...(await walk(withoutIdentity))]
  const names = sent.flatMap(({ method, path }) => {
    const { pathname, searchParams } = new URL(path, 'https://x.example')
    const shape = pathname.replace(/Y2lz[\w-]+|[0-9a-f]{8}-[0-9a-f-]{27}/g, '{id}')
    return [...searchParams.keys()].map((name) => `${method} ${shape} ${name}`)
  })
  expect([...new Set(names)].sort()).toEqual(
    [
      ...['agent-profile', 'multimedia-profile', 'site', 'skill-profile', 'team'].flatMap((kind) => [
        `GET /organization/{id}/v2/${kind} page`,
        `GET /organization/{id}/v2/${kind} pageSize`,
      ]),
      'GET /organization/{id}/v2/user attributes',
      'GET /organization/{id}/v2/user filter',
      'GET /organization/{id}/v2/user page',
      'GET /organization/{id}/v2/user pageSize',
      'GET /organization/{id}/v3/user-profile page',
      'GET /organization/{id}/v3/user-profile pageSize',
      'GET /identity/scim/{id}/v2/Users count',
      'GET /identity/scim/{id}/v2/Users startIndex',
      'GET /v1/people email',
      'GET /v1/people max',
      'GET /v1/people/{id} callingData',
      'PUT /v1/people/{id} callingData',
    ].sort(),
  )
})

it('the client itself names no private host', () => {
  const source = readFileSync(new URL('../src/client.ts', import.meta.url), 'utf8')
  const hosts = [...source.matchAll(/https:\/\/([\w.-]+)/g)].map(([, host]) => host)
  expect(
    hosts.filter((host) => !/^(?:webexapis\.com|api\.wxcc-[a-z]+\d\.cisco\.com)$/.test(host ?? '')),
  ).toEqual([])
})
