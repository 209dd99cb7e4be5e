import { afterEach, beforeEach, expect, it } from 'vitest'
import { createSandbox, type Fault, type FaultAnswer } from '../src/index.ts'
import { acme, licenseId, openWorld, personNamed, type World } from './world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

const script = (path: string, answer: FaultAnswer, more: Partial<Fault> = {}) =>
  world.sandbox.addFault({ match: { path }, answer, ...more })

const create = (name: string) =>
  world.ask('POST', '/v1/people', { emails: [acme(name)], displayName: 'New Person' })

it('answers a scripted status as often as it is told, with Retry-After as it stands', async () => {
  script('^/v1/people$', { kind: 'status', status: 429, retryAfter: '4' }, { times: 2 })
  const answers = []
  for (let count = 0; count < 3; count += 1) {
    const { status, headers } = await world.ask('GET', '/v1/people?max=1')
    answers.push([status, headers.get('retry-after')])
  }
  expect(answers).toEqual([
    [429, '4'],
    [429, '4'],
    [200, null],
  ])
})

it('answers the page of a gateway where html is asked for', async () => {
  script('/v1/', { kind: 'status', status: 502, html: true })
  const { status, headers, body } = await world.ask('GET', '/v1/people')
  expect([status, headers.get('content-type'), body.startsWith('<html>')]).toEqual([502, 'text/html', true])
})

it('has no effect where a status is scripted', async () => {
  script('/v1/people', { kind: 'status', status: 503 }, { match: { path: '/v1/people', method: 'POST' } })
  expect((await create('never.made')).status).toBe(503)
  expect(await personNamed(world, acme('never.made'))).toBe(undefined)
})

it('can be aimed at one person by the body', async () => {
  const fault = {
    match: { path: '/v1/people', body: 'unlucky@' },
    answer: { kind: 'status', status: 500 },
  } as const
  world.sandbox.addFault({ ...fault, times: Number.POSITIVE_INFINITY })
  const statuses = []
  for (const name of ['lucky', 'unlucky', 'unlucky']) statuses.push((await create(name)).status)
  expect(statuses).toEqual([200, 500, 500])
  world.sandbox.clearFaults()
  expect((await create('unlucky')).status).toBe(200)
})

it('destroys the connection before the effect, or after it', async () => {
  script('/v1/people', { kind: 'reset', when: 'before' })
  await expect(create('cut.before')).rejects.toThrow('fetch failed')
  script('/v1/people', { kind: 'reset', when: 'after' })
  await expect(create('cut.after')).rejects.toThrow('fetch failed')
  expect([
    await personNamed(world, acme('cut.before')),
    (await personNamed(world, acme('cut.after'))).status,
  ]).toEqual([undefined, 'pending'])
  expect(world.sandbox.requests().map(({ status }) => status)).toEqual([0, 0, 200, 200])
})

it('creates the person and answers 400 all the same', async () => {
  script(
    '/v1/people',
    { kind: 'error-after-effect', status: 400 },
    { match: { path: '/v1/people', method: 'POST' } },
  )
  expect((await create('made.anyway')).status).toBe(400)
  expect((await personNamed(world, acme('made.anyway'))).status).toBe('pending')
})

it('answers 200 as usual and changes nothing', async () => {
  const premium = await licenseId(world, 'CJPPRM')
  script('/licenses/users', { kind: 'unchanged' })
  const change = { email: acme('eve.existing'), licenses: [{ id: premium }] }
  const { status, body } = await world.ask('PATCH', '/v1/licenses/users', change)
  expect([status, body.licenses]).toEqual([200, [premium]])
  expect((await personNamed(world, acme('eve.existing'))).licenses).toEqual([])
})

it('applies only the first license and answers 206', async () => {
  const ids = [await licenseId(world, 'CJPPRM'), await licenseId(world, 'BCSTD')]
  script('/licenses/users', { kind: 'partial' })
  const change = { email: acme('eve.existing'), licenses: ids.map((id) => ({ id })) }
  const { status, body } = await world.ask('PATCH', '/v1/licenses/users', change)
  expect([status, body.licenses]).toEqual([206, ids.slice(0, 1)])
})

it('answers late', async () => {
  script('/v1/people', { kind: 'slow', milliseconds: 30 })
  const before = performance.now()
  const { status } = await world.ask('GET', '/v1/people?max=1')
  expect([status, performance.now() - before >= 29]).toEqual([200, true])
})

it('does not keep close waiting for a slow answer', async () => {
  const sandbox = createSandbox({
    faults: [{ match: { path: '/' }, answer: { kind: 'slow', milliseconds: 1e9 } }],
  })
  const answer = sandbox.fetch(new Request('http://sandbox/v1/people'))
  const ended = expect(answer).rejects.toThrow('aborted')
  await sandbox.close()
  await ended
})

it('takes faults from the start and rejects like a network error without a socket', async () => {
  const sandbox = createSandbox({
    faults: [{ match: { path: '/' }, answer: { kind: 'reset', when: 'before' } }],
  })
  await expect(sandbox.fetch(new Request('http://sandbox/v1/people'))).rejects.toThrow(TypeError)
  expect((await sandbox.fetch(new Request('http://sandbox/v1/people'))).status).toBe(401)
  await sandbox.close()
})

it('answers 429 with Retry-After beyond the requests of a minute, for each token by itself', async () => {
  const limited = await openWorld({ rateLimit: { requestsPerMinute: 2 } })
  const statuses = []
  for (let count = 0; count < 3; count += 1) {
    const { status, headers } = await limited.ask('GET', '/v1/roles')
    statuses.push([status, headers.get('retry-after')])
    limited.clock.time += 10_000
  }
  expect(statuses).toEqual([
    [200, null],
    [200, null],
    [429, '40'],
  ])
  expect((await limited.ask('GET', '/v1/roles', undefined, limited.token())).status).toBe(200)
  limited.clock.time += 30_000
  expect((await limited.ask('GET', '/v1/roles')).status).toBe(200)
  await limited.close()
})

it('records requests without their query, and leaves the console out', async () => {
  await world.ask('GET', '/console/people')
  const { headers } = await world.ask('GET', '/v1/people?email=secret@acme.example')
  expect(world.sandbox.requests()).toEqual([
    {
      at: '2026-01-05T10:00:00.000Z',
      method: 'GET',
      path: '/v1/people',
      status: 200,
      trackingId: headers.get('trackingid'),
    },
  ])
})
