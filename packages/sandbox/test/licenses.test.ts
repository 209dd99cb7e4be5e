import { afterEach, beforeEach, expect, it } from 'vitest'
import { acme, licenseId, openWorld, personNamed, type World } from './world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

const patch = (name: string, licenses: object[], token?: string) =>
  world.ask('PATCH', '/v1/licenses/users', { email: acme(name), licenses }, token)

const units = async () =>
  Object.fromEntries(
    (await world.ask('GET', '/console/licenses')).body
      .slice(0, 3)
      .map((row: { name: string; subscriptionId: string; usedUnits: number; freeUnits: number }) => [
        `${row.name} ${row.subscriptionId}`,
        [row.usedUnits, row.freeUnits],
      ]),
  )

const atFirst = {
  'Contact Center Premium Agent Sub-A': [19, 6],
  'Contact center Standard Agent Sub-A': [24, 36],
  'Contact Center Premium Agent Sub-B': [8, 2],
}

it('lists rows of several subscriptions and free rows without one', async () => {
  const { body } = await world.ask('GET', '/v1/licenses')
  expect(body.items[2]).toEqual({
    id: await licenseId(world, 'CJPPRM', 'Sub-B'),
    name: 'Contact Center Premium Agent',
    totalUnits: 10,
    consumedUnits: 8,
    consumedByUsers: 8,
    consumedByWorkspaces: 0,
    subscriptionId: 'Sub-B',
  })
  const free = body.items.find(({ name }: { name: string }) => name === 'Basic Messaging')
  expect('subscriptionId' in free).toBe(false)
  expect(await units()).toEqual(atFirst)
})

it('LICNEW-4: adds a premium license once, and repeating it changes nothing', async () => {
  const premium = await licenseId(world, 'CJPPRM')
  const eve = await personNamed(world, acme('eve.existing'))
  const answers = [
    await patch('eve.existing', [{ id: premium }]),
    await patch('eve.existing', [{ id: premium, operation: 'add' }]),
  ]
  const held = {
    orgId: eve.orgId,
    personId: eve.id,
    email: acme('eve.existing'),
    licenses: [premium],
    siteUrls: [],
  }
  expect(answers.map(({ status, body }) => ({ status, body }))).toEqual([
    { status: 200, body: held },
    { status: 200, body: held },
  ])
  expect(await units()).toEqual({ ...atFirst, 'Contact Center Premium Agent Sub-A': [20, 5] })
})

it('removes a license and gives the unit back', async () => {
  const standard = await licenseId(world, 'CJPSTD')
  const { status, body } = await patch('stan.standard', [{ id: standard, operation: 'remove' }])
  expect([status, body.licenses.includes(standard), body.licenses.length]).toEqual([200, false, 2])
  expect(await units()).toEqual({ ...atFirst, 'Contact center Standard Agent Sub-A': [23, 37] })
})

it('refuses Standard beside Premium with 400413 and exchanges them in one request', async () => {
  const [premium, standard] = [await licenseId(world, 'CJPPRM'), await licenseId(world, 'CJPSTD')]
  const refused = await patch('stan.standard', [{ id: premium }])
  expect([refused.status, refused.body.errors[0].errorCode]).toEqual([400, 400413])
  const exchanged = await patch('stan.standard', [{ id: premium }, { id: standard, operation: 'remove' }])
  expect([exchanged.status, exchanged.body.licenses.includes(premium)]).toEqual([200, true])
  expect(await units()).toEqual({
    ...atFirst,
    'Contact Center Premium Agent Sub-A': [20, 5],
    'Contact center Standard Agent Sub-A': [23, 37],
  })
})

it('answers 400 when no unit was left for anything, and nobody changes', async () => {
  const premium = await licenseId(world, 'CJPPRM', 'Sub-B')
  await patch('eve.existing', [{ id: premium }])
  await patch('zofia.zak', [{ id: premium }])
  const { status, body } = await patch('noor.haddad', [{ id: premium }])
  expect([status, body.errors[0].errorCode]).toEqual([400, 700000])
  expect((await personNamed(world, acme('noor.haddad'))).licenses).toEqual([])
})

it('NEW-33: answers 206 with what the person holds when only some could be assigned', async () => {
  const [premium, calling] = [await licenseId(world, 'CJPPRM', 'Sub-B'), await licenseId(world, 'BCSTD')]
  await patch('eve.existing', [{ id: premium }])
  await patch('zofia.zak', [{ id: premium }])
  const { status, body } = await patch('noor.haddad', [{ id: premium }, { id: calling }])
  expect([status, body.licenses]).toEqual([206, [calling]])
})

it('refuses unknown licenses with 400000, unknown people with 404 and an empty list with 400', async () => {
  const premium = await licenseId(world, 'CJPPRM')
  const unknown = await patch('eve.existing', [{ id: 'bm9uZQ' }])
  expect([unknown.status, unknown.body.errors[0].errorCode]).toEqual([400, 400000])
  expect((await patch('nobody', [{ id: premium }])).status).toBe(404)
  expect((await patch('eve.existing', [])).status).toBe(400)
  expect((await world.ask('PATCH', '/v1/licenses/users', { licenses: [{ id: premium }] })).status).toBe(400)
})

it('pages the holders of a license by Link headers', async () => {
  const seen: string[] = []
  let next: string | undefined =
    `/v1/licenses/${await licenseId(world, 'CJPPRM')}?includeAssignedTo=user&limit=8`
  let pages = 0
  while (next !== undefined) {
    const { body, headers } = await world.ask('GET', next)
    seen.push(...body.users.map(({ email }: { email: string }) => email))
    pages += 1
    next = headers.get('link')?.match(/^<([^>]+)>; rel="next"$/)?.[1]
  }
  expect([pages, seen.length, new Set(seen).size]).toEqual([3, 19, 19])
})

it('takes the supervisor role with the premium license', async () => {
  const premium = await licenseId(world, 'CJPPRM')
  await patch('sam.supervisor', [{ id: premium, operation: 'remove' }])
  const people = (await world.ask('GET', '/console/people')).body
  const sam = people.find(({ email }: { email: string }) => email === acme('sam.supervisor'))
  expect([sam.license, sam.supervisor]).toEqual(['none', false])
})
