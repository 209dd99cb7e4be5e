import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer, type HttpBindings } from '@hono/node-server'
import { ConnectionReset, type Exchange } from './exchange.ts'

/** The port cannot be bound; `code` is Node's, `EADDRINUSE` when something else listens there. */
export class SandboxPortError extends Error {
  override readonly name = 'SandboxPortError'
  readonly port: number
  readonly code: string

  constructor(port: number, code: string, cause: unknown) {
    super(
      code === 'EADDRINUSE'
        ? `Port ${port} is in use; choose another one, or 0 for any free one.`
        : `Port ${port} cannot be bound (${code}).`,
      { cause },
    )
    this.port = port
    this.code = code
  }
}

/** Where a listening sandbox is reached. */
export interface SandboxAddress {
  port: number
  /** Origin of `/v1` and `/identity`, without a path. */
  webexUrl: string
  /** Origin of `/organization`, without a path; the same server. */
  contactCenterUrl: string
  consoleUrl: string
  close(): Promise<void>
}

const host = '127.0.0.1'

export async function listen(exchange: Exchange, port: number): Promise<SandboxAddress> {
  const server = createAdaptorServer({
    fetch: (request, bindings) => answerOrReset(exchange, request, bindings as HttpBindings),
    overrideGlobalObjects: false,
  }) as Server
  await bind(server, port)
  const bound = (server.address() as AddressInfo).port
  const origin = `http://${host}:${bound}`
  return {
    port: bound,
    webexUrl: origin,
    contactCenterUrl: origin,
    consoleUrl: `${origin}/console`,
    close: () => close(server),
  }
}

async function answerOrReset(
  exchange: Exchange,
  request: Request,
  { incoming }: HttpBindings,
): Promise<Response> {
  try {
    return await exchange(request)
  } catch (error) {
    if (!(error instanceof ConnectionReset)) throw error
    incoming.socket.destroy()
    return new Response(null, { status: 500 })
  }
}

function bind(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(new SandboxPortError(port, error.code ?? 'unknown', error))
    })
    server.listen(port, host, resolve)
  })
}

function close(server: Server): Promise<void> {
  if (!server.listening) return Promise.resolve()
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
