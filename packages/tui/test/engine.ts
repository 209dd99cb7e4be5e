import { readFileSync } from 'node:fs'
import { createWebexClient, type WebexClientOptions } from '@wxcc-onboard/api-client'
import { createPorts } from '@wxcc-onboard/api-client/ports'
import {
  createOnboarding,
  type Onboarding,
  type OnboardingOptions,
  type Ports,
  readRequest,
} from '@wxcc-onboard/core'
import { createMemoryJournal } from '@wxcc-onboard/durable/memory'
import { createSandbox, type SandboxOptions, type TokenOptions } from '@wxcc-onboard/sandbox'
import { createSandboxDesk } from '../src/commands/sandbox-desk.ts'

export interface EngineOptions {
  readonly sandbox?: SandboxOptions
  readonly client?: Partial<WebexClientOptions>
  readonly token?: TokenOptions
  /** Units to buy of the standard and the premium license. */
  readonly units?: number
}

/** The real engine, client and sandbox over real sockets; time passes only by waiting. */
export async function openEngine(options: EngineOptions = {}) {
  const clock = createWaitingClock()
  const sandbox = createSandbox({ clock: { now: clock.passed }, ...options.sandbox })
  const { webexUrl, contactCenterUrl, consoleUrl } = await sandbox.listen({ port: 0 })
  const press = async (path: string, body: object) => {
    const headers = { accept: 'application/json', 'content-type': 'application/json' }
    const answer = await fetch(`${consoleUrl}${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  }
  for (const offer of options.units === undefined ? [] : ['CJPSTD', 'CJPPRM'])
    await press('/licenses', { offer, subscriptionId: 'Sub-A', totalUnits: options.units })
  const client = createWebexClient({
    webexUrl,
    contactCenterUrl,
    token: sandbox.issueToken(options.token),
    requestsPerMinute: Number.POSITIVE_INFINITY,
    now: clock.now,
    wait: clock.wait,
    ...options.client,
  })
  const journal = createMemoryJournal()
  let runs = 0
  const ports: Ports = {
    ...createPorts(client),
    journal,
    clock,
    ids: { next: () => `run-${++runs}` },
    operatorDesk: createSandboxDesk(consoleUrl, { clock, files: { read: readFileSync } }),
  }
  const read = async (path: string) => {
    const answer = await fetch(`${consoleUrl}${path}`, { headers: { accept: 'application/json' } })
    return (await answer.json()) as readonly Record<string, unknown>[]
  }
  return {
    sandbox,
    client,
    clock,
    ports,
    journal,
    press,
    /** A list of the console. */
    read,
    /** A run of the request, or one that is resumed. */
    open: (request: object | undefined, more: Partial<OnboardingOptions> = {}): Onboarding =>
      createOnboarding({
        ports,
        ...(request === undefined ? {} : { request: requestOf(request) }),
        visibilityDeadline: 30_000,
        pollInterval: 3_000,
        coalesce: 0,
        ...more,
      }),
    close: async () => {
      await client.close()
      await sandbox.close()
      journal.close()
    },
  }
}

export type Engine = Awaited<ReturnType<typeof openEngine>>

function requestOf(input: object) {
  const reading = readRequest({ format: 1, platform: 'new', ...input })
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems))
  return reading.request
}

function createWaitingClock() {
  let time = Date.UTC(2026, 0, 5, 10)
  let shift = 0
  return {
    now: () => time + shift,
    /** The time that a clock shows which nobody sets. */
    passed: () => time,
    wait: async (milliseconds: number, signal?: AbortSignal) => {
      // Others go on first, as they would while time really passes.
      await new Promise((resolve) => setImmediate(resolve))
      if (signal?.aborted !== true) time += Math.max(0, milliseconds)
    },
    /** Somebody sets the clock of this side. */
    set: (milliseconds: number) => {
      shift += milliseconds
    },
  }
}
