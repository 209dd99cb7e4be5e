import { createSandbox, type Sandbox, type SandboxOptions, type TokenOptions } from '../src/index.ts'
import { violationsOf } from './contract-guard.ts'

/** Answers are looked at as a program without types sees them. */
export type Loose = ReturnType<typeof JSON.parse>

export interface Reply {
  readonly status: number
  readonly body: Loose
  readonly headers: Headers
}

export interface World {
  readonly sandbox: Sandbox
  readonly origin: string
  readonly org: string
  readonly clock: { time: number }
  /** Asks over a socket, as a full administrator unless told otherwise; an answer must keep the published contract. */
  ask(method: string, path: string, body?: unknown, token?: string): Promise<Reply>
  token(options?: TokenOptions): string
  close(): Promise<void>
}

export const start = Date.UTC(2026, 0, 5, 10)

/** A listening sandbox whose clock stands still until a test moves it. */
export async function openWorld(options: SandboxOptions = {}): Promise<World> {
  const clock = { time: start }
  const sandbox = createSandbox({ clock: { now: () => clock.time }, ...options })
  const { webexUrl } = await sandbox.listen()
  const administrator = sandbox.issueToken()
  return {
    sandbox,
    origin: webexUrl,
    org: sandbox.orgId,
    clock,
    ask: (method, path, body, token = administrator) => ask(webexUrl, method, path, body, token),
    token: (tokenOptions) => sandbox.issueToken(tokenOptions),
    close: () => sandbox.close(),
  }
}

async function ask(
  origin: string,
  method: string,
  path: string,
  body: unknown,
  token: string,
): Promise<Reply> {
  const target = path.startsWith('http') ? path : `${origin}${path}`
  const response = await fetch(target, {
    method,
    headers: {
      accept: 'application/json',
      ...(token === '' || path.startsWith('/console') ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  const reply = {
    status: response.status,
    headers: response.headers,
    body: text === '' ? undefined : parsed(text),
  }
  const { pathname } = new URL(target)
  const violations = violationsOf(method, pathname, reply.status, reply.body)
  if (violations.length > 0)
    throw new Error(`${method} ${pathname} ${reply.status}: ${violations.join('; ')}`)
  return reply
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

export const acme = (name: string): string => `${name}@acme.example`

/** The id of the license with this offer code in this subscription. */
export async function licenseId(world: World, offer: string, subscription = 'Sub-A'): Promise<string> {
  const { body } = await world.ask('GET', '/v1/licenses')
  return body.items.find(
    (item: Loose) =>
      item.subscriptionId === subscription &&
      Buffer.from(item.id, 'base64url').toString().includes(`:${offer}_`),
  ).id
}

export async function personNamed(world: World, email: string): Promise<Loose> {
  const { body } = await world.ask('GET', `/v1/people?email=${encodeURIComponent(email)}`)
  return body.items[0]
}

export const bareId = (webexId: string): string =>
  Buffer.from(webexId, 'base64url').toString().split('/').at(-1) ?? ''
