import { inspect } from 'node:util'
import { Agent, MockAgent } from 'undici'
import { describe, expect, it } from 'vitest'
import {
  type AttemptReport,
  createWebexClient,
  HttpError,
  isHttpError,
  isNetworkError,
  isSchemaError,
  isTimeoutError,
  isTokenError,
  isWithheldError,
  type WebexClientOptions,
} from '../src/index.ts'
import {
  createStillTime,
  cutShort,
  html,
  json,
  reset,
  type Step,
  silence,
  startScriptedServer,
} from './scripted-server.ts'

const token = 'c2VjcmV0LXNlY3JldC1zZWNyZXQ_P0A1_22222222-2222-4222-8222-222222222222'
const roles = { items: [{ id: 'r1', name: 'Full Administrator' }] }

async function setUp(steps: readonly Step[], options: Partial<WebexClientOptions> = {}) {
  const server = await startScriptedServer(...steps)
  const time = createStillTime()
  const client = createWebexClient({
    webexUrl: server.origin,
    contactCenterUrl: server.origin,
    token,
    ...time,
    ...options,
  })
  return { client, time, ...server }
}

const failureOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'resolved',
    (error: unknown) => error,
  )

async function collect<T>(pages: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const page of pages) all.push(page)
  return all
}

describe('a request', () => {
  it('carries token, tracking id and user agent', async () => {
    const { client, seen } = await setUp([json(roles)])
    expect(await client.roles.list()).toEqual(roles.items)
    expect(seen.map(({ method, url }) => `${method} ${url}`)).toEqual(['GET /v1/roles'])
    expect(seen[0]?.headers.authorization).toBe(`Bearer ${token}`)
    expect(seen[0]?.headers).toHaveProperty(
      'trackingid',
      expect.stringMatching(/^WXCCONBOARD_[0-9a-f-]{36}$/),
    )
    expect(seen[0]?.headers['user-agent']).toMatch(/^wxcc-onboard\/\d+\.\d+\.\d+$/)
    expect(client.calls()).toEqual({ requests: 1, attempts: 1 })
  })

  it('M12: is withheld after a wait when it may not go out any more, and reading goes on', async () => {
    let attempts = 0
    const { client, seen } = await setUp(
      [json({ message: 'slow down' }, 429, { 'retry-after': '5' }), json(roles)],
      {
        mayWrite: async () => attempts === 0,
        onRequest: () => {
          attempts += 1
        },
      },
    )
    const failure = await failureOf(client.people.create({ emails: ['ada@acme.example'] }))
    expect(isWithheldError(failure)).toBe(true)
    expect(String(failure)).toContain('POST /v1/people was not sent')
    expect(await client.roles.list()).toEqual(roles.items)
    expect(seen.map(({ method }) => method)).toEqual(['POST', 'GET'])
    expect(client.calls()).toEqual({ requests: 2, attempts: 2 })
  })

  it('is sent again after a wait while it may go out', async () => {
    const asked: string[] = []
    const { client, seen } = await setUp(
      [json({ message: 'slow down' }, 429, { 'retry-after': '5' }), json({ id: 'x', emails: [] })],
      { mayWrite: () => asked.push('asked') > 0 },
    )
    await client.people.create({ emails: ['ada@acme.example'] })
    expect([seen.length, asked.length]).toEqual([2, 2])
  })

  it('asks for a fresh token each time', async () => {
    const tokens = ['token-1', 'token-2']
    const { client, seen } = await setUp([json(roles)], { token: async () => tokens.shift() ?? '' })
    await client.roles.list()
    await client.roles.list()
    expect(seen.map(({ headers }) => headers.authorization)).toEqual(['Bearer token-1', 'Bearer token-2'])
  })

  it('is not sent where the token cannot be had', async () => {
    const { client, seen } = await setUp([json(roles)], {
      token: () => Promise.reject(new Error('refresh failed: refresh_token=abc')),
    })
    const error = await failureOf(client.roles.list())
    expect(isTokenError(error) && error.message).toBe(
      'GET /v1/roles was not sent, for want of an access token: refresh failed: refresh_token=[redacted]',
    )
    expect(seen).toEqual([])
  })

  it('is not sent where the signal aborted before', async () => {
    const { client, seen } = await setUp([json(roles)])
    const reason = new Error('enough')
    expect(await failureOf(client.roles.list({ signal: AbortSignal.abort(reason) }))).toBe(reason)
    expect(seen).toEqual([])
  })

  it('reports each attempt without query, body or token', async () => {
    const reports: AttemptReport[] = []
    const { client } = await setUp([json({}, 503), json({ items: [] })], {
      onRequest: (report) => reports.push(report),
    })
    await client.people.findByEmail('jane.doe@example.com')
    expect(reports.map(({ trackingId: _, ...report }) => report)).toEqual([
      { operation: 'GET /v1/people', attempt: 1, milliseconds: 0, status: 503 },
      { operation: 'GET /v1/people', attempt: 2, milliseconds: 0, status: 200 },
    ])
  })
})

it.each(['https://webexapis.com/v1', 'webexapis.com'])('refuses %s as an origin', (webexUrl) => {
  expect(() => createWebexClient({ token, webexUrl })).toThrow(TypeError)
})

it('leaves a dispatcher open that somebody else made', async () => {
  const dispatcher = new Agent()
  const { client } = await setUp([json(roles)], { dispatcher })
  await client.roles.list()
  await client.close()
  expect(dispatcher.closed).toBe(false)
  await dispatcher.close()
})

describe('retries', () => {
  it('a 429 is repeated after the seconds that it names, POST too', async () => {
    const person = { id: 'p1', emails: ['jane.doe@example.com'] }
    const { client, time, seen } = await setUp([json({}, 429, { 'retry-after': '4' }), json(person)])
    await client.people.create({ emails: ['jane.doe@example.com'], displayName: 'Jane' })
    expect(time.waits).toEqual([4_000])
    expect(seen.map(({ body }) => body)).toEqual(
      Array(2).fill('{"emails":["jane.doe@example.com"],"displayName":"Jane"}'),
    )
    expect(client.calls()).toEqual({ requests: 1, attempts: 2 })
  })

  it('a 429 is repeated at the HTTP date that it names', async () => {
    const date = new Date(createStillTime().now() + 7_000).toUTCString()
    const { client, time } = await setUp([json({}, 429, { 'retry-after': date }), json(roles)])
    await client.roles.list()
    expect(time.waits).toEqual([7_000])
  })

  it('one 429 holds back every request to that host', async () => {
    const order: string[] = []
    const limited: Step = (response, request) => {
      order.push(request.url)
      json({}, 429, { 'retry-after': '4' })(response, request)
    }
    const fine: Step = (response, request) => {
      order.push(request.url)
      json({ items: [] })(response, request)
    }
    let goOn = () => {}
    const waiting = new Promise<void>((resolve) => {
      goOn = resolve
    })
    const pauses: number[] = []
    const stillTime = createStillTime()
    const wait = async (milliseconds: number) => {
      pauses.push(milliseconds)
      await waiting
      await stillTime.wait(milliseconds)
    }
    const { client } = await setUp([limited, fine], { ...stillTime, wait })
    const first = client.roles.list()
    await expect.poll(() => pauses).toEqual([4_000])
    const second = client.licenses.list()
    await expect.poll(() => client.calls().requests).toBe(2)
    expect([order, pauses]).toEqual([['/v1/roles'], [4_000]])
    goOn()
    await Promise.all([first, second])
    expect(order.slice(1).sort()).toEqual(['/v1/licenses', '/v1/roles'])
  })

  it('a 503 and a broken connection are repeated for a GET', async () => {
    const { client, time } = await setUp([json({}, 503), reset, html(502), json(roles)])
    expect(await client.roles.list()).toEqual(roles.items)
    expect(time.waits).toEqual([500, 1_000, 2_000])
  })

  it('a license change is repeated, for twice is once', async () => {
    const { client, seen } = await setUp([reset, json({}, 503), json({ licenses: ['l1'] }, 206)])
    const answer = await client.licenses.change({
      personId: 'p1',
      licenses: [{ id: 'l1', operation: 'add' }],
    })
    expect(answer).toEqual({ held: ['l1'], isPartial: true })
    expect(seen.length).toBe(3)
  })

  it.each([
    ['503', json({ message: 'Overloaded.' }, 503)],
    ['a broken connection', reset],
  ])('nothing that creates is repeated after %s', async (_name, step) => {
    const { client, seen } = await setUp([step])
    await failureOf(client.people.create({ emails: ['jane.doe@example.com'], displayName: 'Jane' }))
    await failureOf(client.scim.create('org', { email: 'jane.doe@example.com' }))
    await failureOf(client.scim.patch('org', 'p1', []))
    expect(seen.length).toBe(3)
  })

  it('gives up after six attempts and tells what the API said last', async () => {
    const { client, seen } = await setUp([json({ message: 'Too many.' }, 429, { 'retry-after': '1' })])
    const error = await failureOf(client.roles.list())
    expect(error).toBeInstanceOf(HttpError)
    expect(error).toEqual(
      expect.objectContaining({ status: 429, description: 'Too many.', retryAfter: 1_000 }),
    )
    expect(seen.length).toBe(6)
  })

  it('a 401 is not repeated', async () => {
    const { client, seen } = await setUp([json({ message: 'No.' }, 401)])
    expect(isHttpError(await failureOf(client.roles.list()))).toBe(true)
    expect(seen.length).toBe(1)
  })

  it('an answer that breaks off in the middle is an error, not half an answer', async () => {
    const { client } = await setUp([cutShort])
    expect(isNetworkError(await failureOf(client.roles.list()))).toBe(true)
  })
})

describe('a signal ends', () => {
  async function abortWhile(
    steps: readonly Step[],
    isReached: (state: { waits: number; seen: number }) => boolean,
  ) {
    let waits = 0
    const wait = (_: number, signal: AbortSignal) => {
      waits += 1
      return new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))
    }
    const { client, seen } = await setUp(steps, { wait })
    const aborting = new AbortController()
    const reason = new Error('enough')
    const failure = failureOf(client.roles.list({ signal: aborting.signal }))
    await expect.poll(() => isReached({ waits, seen: seen.length })).toBe(true)
    aborting.abort(reason)
    expect(await failure).toBe(reason)
    return seen.length
  }

  it('a request under way', async () => {
    expect(await abortWhile([silence], ({ seen }) => seen === 1)).toBe(1)
  })

  it('the wait after a 503', async () => {
    expect(await abortWhile([json({}, 503)], ({ waits }) => waits === 1)).toBe(1)
  })

  it('the pause after a 429', async () => {
    expect(await abortWhile([json({}, 429)], ({ waits }) => waits === 1)).toBe(1)
  })
})

describe('errors', () => {
  it('an answer that does not come in time is a TimeoutError', async () => {
    const { client } = await setUp([silence], { timeouts: { answer: 50 }, retry: { attempts: 1 } })
    const error = await failureOf(client.roles.list())
    expect(isTimeoutError(error) && error.message).toBe('GET /v1/roles got no answer in time')
  })

  it('a refusal tells operation, status, words and tracking id', async () => {
    const body = {
      message: 'Not found.',
      errors: [{ description: 'No such role.', errorCode: 7 }],
      trackingId: 'NA_1',
    }
    const { client } = await setUp([json(body, 404)])
    const error = await failureOf(client.people.get('p 1'))
    expect(isHttpError(error) && { ...error, message: error.message, cause: error.cause }).toEqual({
      name: 'HttpError',
      message: 'GET /v1/people/p%201 answered 404: No such role.',
      operation: 'GET /v1/people/p%201',
      trackingId: 'NA_1',
      status: 404,
      dialect: 'rest',
      description: 'No such role.',
      errorCode: '7',
      retryAfter: undefined,
      cause: undefined,
    })
  })

  it('a field of another type is a SchemaError with its place in the answer', async () => {
    const { client } = await setUp([
      json({ items: [{ id: 'p1', emails: 'x' }] }, 200, { trackingid: 'NA_2' }),
    ])
    const error = await failureOf(client.people.findByEmail('jane.doe@example.com'))
    expect(
      isSchemaError(error) && { path: error.path, trackingId: error.trackingId, message: error.message },
    ).toEqual({
      path: 'items[0].emails',
      trackingId: 'NA_2',
      message:
        'GET /v1/people gave an unexpected answer at items[0].emails: Invalid input: expected array, received string',
    })
  })

  it.each([
    ['HTML', html(200), 'HTML instead of JSON'],
    ['nothing', (response) => response.end(), 'Invalid input: expected object, received undefined'],
    ['half a JSON', (response) => response.end('{"items":'), 'not JSON'],
  ] satisfies [string, Step, string][])('a 200 with %s is a SchemaError', async (_name, step, message) => {
    const { client } = await setUp([step])
    const error = await failureOf(client.roles.list())
    expect(isSchemaError(error) && error.message).toBe(`GET /v1/roles gave an unexpected answer: ${message}`)
  })

  it.each([
    ['a refusal that repeats it', json({ message: `Bearer ${token} is bad; access_token=${token}` }, 400)],
    ['a gateway page that repeats it', (response) => response.writeHead(400).end(`<title>${token}</title>`)],
    ['an answer of the wrong shape', json({ items: token })],
    ['an answer that is no JSON', (response) => response.end(`oops ${token}`)],
    ['a broken connection', reset],
    ['silence', silence],
  ] satisfies [string, Step][])('no error shows the token after %s', async (_name, step) => {
    const { client } = await setUp([step], { timeouts: { answer: 50 }, retry: { attempts: 1 } })
    const error = await failureOf(client.roles.list())
    expect(error).toBeInstanceOf(Error)
    expect(inspect(error, { depth: 12, showHidden: true })).not.toContain(token.slice(0, 20))
  })

  it('no error shows the token where a dispatcher puts it into its own error', async () => {
    const dispatcher = new MockAgent()
    dispatcher.disableNetConnect()
    const cause = Object.assign(new Error(`refused Bearer ${token}`), { sent: { authorization: token } })
    dispatcher.get('https://webexapis.com').intercept({ path: '/v1/roles' }).replyWithError(cause)
    const client = createWebexClient({ token, dispatcher, retry: { attempts: 1 } })
    const error = await failureOf(client.roles.list())
    expect(isNetworkError(error) && error.message).toBe(
      'GET /v1/roles got no answer: refused Bearer [redacted]',
    )
    expect(inspect(error, { depth: 12, showHidden: true })).not.toContain(token.slice(0, 20))
    await dispatcher.close()
  })

  it('no error shows a token that cannot be a header', async () => {
    const { client } = await setUp([json(roles)], { token: 'planted\nsecret' })
    expect(inspect(await failureOf(client.roles.list()), { depth: 12 })).not.toContain('planted')
  })
})

describe('pages', () => {
  it('the next link is followed as it stands', async () => {
    const { client, seen } = await setUp([
      json({ items: [{ id: 'p1', emails: [] }], notFoundIds: null }, 200, {
        link: '</v1/people?max=1&cursor=a%2Bb%3D>; rel="next"',
      }),
      json({ items: [{ id: 'p2', emails: [] }] }),
    ])
    const pages = await collect(client.people.pages())
    expect(pages.map((page) => page.map(({ id }) => id))).toEqual([['p1'], ['p2']])
    expect(seen.map(({ url }) => url)).toEqual(['/v1/people?max=1000', '/v1/people?max=1&cursor=a%2Bb%3D'])
  })

  it('people are asked for in smaller pages where large ones are too much', async () => {
    const { client, seen } = await setUp([json({}, 400), json({ items: [{ id: 'p1', emails: [] }] })])
    expect((await collect(client.people.pages())).flat().map(({ id }) => id)).toEqual(['p1'])
    expect(seen.map(({ url }) => url)).toEqual(['/v1/people?max=1000', '/v1/people?max=100'])
  })

  it('a link to another origin is refused, for the token would go there', async () => {
    const { client, seen } = await setUp([
      json({ items: [] }, 200, { link: '<https://evil.example/v1/people>; rel="next"' }),
    ])
    const error = await failureOf(collect(client.people.pages()))
    expect(isSchemaError(error) && error.message).toBe(
      'GET /v1/people gave an unexpected answer at header Link: the next page is at https://evil.example',
    )
    expect(seen.length).toBe(1)
  })

  it('SCIM is asked by startIndex and Contact Center by page', async () => {
    const scimPage = (startIndex: number, id: string) =>
      json({ totalResults: 2, startIndex, itemsPerPage: 1, Resources: [{ id, userName: id }] })
    const users = (page: number, id: string) => json({ meta: { page, totalPages: 2 }, data: [{ id }] })
    const { client, seen } = await setUp([scimPage(1, 'a'), scimPage(2, 'b'), users(0, 'c'), users(1, 'd')])
    await collect(client.scim.pages('org', { filter: 'userName sw "a+b"' }))
    await collect(client.contactCenter!.userPages('org'))
    expect(seen.map(({ url }) => url)).toEqual([
      '/identity/scim/org/v2/Users?filter=userName%20sw%20%22a%2Bb%22&startIndex=1&count=100',
      '/identity/scim/org/v2/Users?filter=userName%20sw%20%22a%2Bb%22&startIndex=2&count=100',
      '/organization/org/v2/user?page=0&pageSize=100',
      '/organization/org/v2/user?page=1&pageSize=100',
    ])
  })
})

it('reads flags as booleans and as text, and null as absent', async () => {
  const { client } = await setUp([
    json({
      id: 'p1',
      emails: ['a@b.c'],
      invitePending: 'true',
      loginEnabled: 'false',
      licenses: null,
      custom: 1,
    }),
    json({ id: 'p1', emails: ['a@b.c'], invitePending: false }),
  ])
  expect(await client.people.get('p1')).toEqual({
    id: 'p1',
    emails: ['a@b.c'],
    invitePending: true,
    loginEnabled: false,
    licenses: undefined,
    custom: 1,
  })
  expect((await client.people.get('p1')).invitePending).toBe(false)
})
