import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

interface SeenRequest {
  readonly method: string
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

export type Step = (response: ServerResponse, request: SeenRequest) => void

/** A server that gives its answers in order, the last one for ever, and remembers what it was asked. */
export async function startScriptedServer(...steps: readonly Step[]) {
  const seen: SeenRequest[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const { method = '', url = '', headers } = request
    const asked = { method, url, headers, body }
    const step = steps[Math.min(seen.push(asked), steps.length) - 1]
    step?.(response, asked)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  const { port } = server.address() as AddressInfo
  return { origin: `http://127.0.0.1:${port}`, seen }
}

export const json =
  (body: unknown, status = 200, headers: Record<string, string> = {}): Step =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
  }

export const html =
  (status: number): Step =>
  (response) => {
    response
      .writeHead(status, { 'content-type': 'text/html' })
      .end(`<html><head><title>${status} gateway</title></head></html>`)
  }

export const reset: Step = (response) => {
  response.socket?.destroy()
}

/** Promises more than it sends, then breaks off. */
export const cutShort: Step = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
  response.write('{"items":[', () => response.socket?.destroy())
}

export const silence: Step = () => {}

/** Time that passes only by waiting. */
export function createStillTime() {
  let time = Date.UTC(2026, 0, 5, 10)
  const waits: number[] = []
  return {
    waits,
    now: () => time,
    wait: async (milliseconds: number) => {
      waits.push(milliseconds)
      time += milliseconds
    },
  }
}
