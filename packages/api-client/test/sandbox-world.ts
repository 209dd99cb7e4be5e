import { createSandbox, type Fault, type SandboxOptions, type TokenOptions } from '@wxcc-onboard/sandbox'
import { onTestFinished } from 'vitest'
import { createWebexClient, type WebexClientOptions } from '../src/index.ts'
import { createPorts } from '../src/ports.ts'
import { createStillTime } from './scripted-server.ts'

export interface WorldOptions {
  readonly sandbox?: SandboxOptions
  readonly token?: TokenOptions
  readonly client?: Partial<WebexClientOptions>
}

/** A sandbox on a free port, a client of it whose waits take no time, and the ports on that. */
export async function createWorld({ sandbox: options = {}, token, client: more }: WorldOptions = {}) {
  const sandbox = createSandbox(options)
  const { webexUrl, contactCenterUrl } = await sandbox.listen({ port: 0 })
  const time = createStillTime()
  const client = createWebexClient({
    webexUrl,
    contactCenterUrl,
    token: sandbox.issueToken(token),
    ...time,
    ...more,
  })
  onTestFinished(async () => {
    await client.close()
    await sandbox.close()
  })
  const fault = (path: string, answer: Fault['answer'], match: Partial<Fault['match']> = {}, times = 1) =>
    sandbox.addFault({ match: { path, ...match }, answer, times })
  const asked = () => sandbox.requests().map(({ method, path }) => `${method} ${shorten(path)}`)
  const pressConsole = async (path: string, body: unknown = {}) => {
    const init = {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    }
    const response = await sandbox.fetch(new Request(`${webexUrl}${path}`, init))
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
  }
  return { sandbox, client, time, fault, asked, pressConsole, ...createPorts(client) }
}

/** Ids differ from run to run; what was asked does not. */
const shorten = (path: string): string =>
  path
    .replace(/\/Y2lz[\w-]+/g, '/{id}')
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '{uuid}')

export const never = AbortSignal.any([])

/** The value of an outcome that must be good. */
export function unwrap<T>(outcome: { ok: true; value: T } | { ok: false; failure: object }): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure))
  return outcome.value
}
