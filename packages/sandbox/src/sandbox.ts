import { createApp } from './app.ts'
import { issueToken, type TokenOptions } from './auth.ts'
import { createExchange, type Exchange } from './exchange.ts'
import { createFaultScript, type Fault } from './faults.ts'
import {
  type Organization,
  type Platform,
  platformOf,
  readSetting,
  setPlatform,
} from './organization/organization.ts'
import { createRateLimit } from './rate-limit.ts'
import { createRequestLog, type RecordedRequest } from './request-log.ts'
import { type SeedName, seed, seedOrganization } from './seed/seed.ts'
import { listen, type SandboxAddress } from './server.ts'
import { asStateError, openState, type State } from './state.ts'

/** How a sandbox is set up; everything has a default. */
export interface SandboxOptions {
  /** @default 'new', or what an existing state file holds */
  platform?: Platform
  /** Who is in the organization at first. A state file that exists is not seeded again. @default 'acme' */
  seed?: SeedName
  /** `:memory:` or a file, which is created with mode 0600. @default ':memory:' */
  state?: string
  faults?: readonly Fault[]
  /** Epoch milliseconds; moves visibility, synchronization, imports and rate limit. @default Date */
  clock?: { now(): number }
  /** Milliseconds until a created person can be found, a synchronization completes, an import is a row further. @default 0 */
  delays?: { visibility?: number; synchronize?: number; import?: number }
  /** Requests of one token per minute; more are answered 429 with `Retry-After`. @default none */
  rateLimit?: { requestsPerMinute: number }
  /** Whether `GET /v1/roles` lists the Contact Center service administrator, which Cisco does not document. */
  rolesListed?: { contactCenterServiceAdministrator?: boolean }
}

/** A Webex organization that answers over HTTP, or in process through `fetch`. */
export interface Sandbox {
  /** A bare UUID. */
  readonly orgId: string
  readonly orgName: string
  readonly platform: Platform
  /** Answers without a port. A `reset` fault rejects, as a network error does. */
  fetch(request: Request): Promise<Response>
  /** Binds 127.0.0.1; port 0 is any free one. Rejects with `SandboxPortError` when it cannot. */
  listen(options?: { port?: number }): Promise<SandboxAddress>
  /** A bearer token of an administrator; state files remember it. */
  issueToken(options?: TokenOptions): string
  addFault(fault: Fault): void
  clearFaults(): void
  /** What was asked of the APIs so far, oldest first; the console is left out. */
  requests(): readonly RecordedRequest[]
  /** Stops listening and closes the state. */
  close(): Promise<void>
}

/** @throws SandboxStateError when the state file cannot be read and written, or is not a sandbox's. */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const org = openOrganization(options)
  const faults = createFaultScript(options.faults ?? [])
  const log = createRequestLog()
  const closing = new AbortController()
  const { rateLimit } = options
  const exchange = createExchange({
    app: createApp(org, faults, log),
    org,
    faults,
    log,
    rateLimit: rateLimit === undefined ? undefined : createRateLimit(rateLimit.requestsPerMinute),
    closing: closing.signal,
  })
  const addresses: SandboxAddress[] = []
  return {
    orgId: org.id,
    orgName: org.name,
    get platform() {
      return platformOf(org)
    },
    fetch: exchange,
    listen: (at) => listenAndRemember(exchange, at?.port ?? 0, addresses),
    issueToken: (token) => issueToken(org, token),
    addFault: faults.add,
    clearFaults: faults.clear,
    requests: log.list,
    close: async () => {
      closing.abort()
      await Promise.all(addresses.map((address) => address.close()))
      org.state.close()
    },
  }
}

async function listenAndRemember(
  exchange: Exchange,
  port: number,
  addresses: SandboxAddress[],
): Promise<SandboxAddress> {
  const address = await listen(exchange, port)
  addresses.push(address)
  return address
}

function openOrganization(options: SandboxOptions): Organization {
  const path = options.state ?? ':memory:'
  const state = openState(path)
  try {
    return furnish(state, options)
  } catch (error) {
    state.close()
    throw asStateError(path, error)
  }
}

function furnish(state: State, options: SandboxOptions): Organization {
  // A process that died between tables and seed leaves a state without an organization.
  const isNew = readSetting(state, 'orgId') === undefined
  const seedName = options.seed ?? 'acme'
  const identity = isNew ? seedOrganization[seedName] : storedIdentity(state)
  const org: Organization = {
    ...identity,
    state,
    now: () => (options.clock ?? Date).now(),
    delays: {
      visibility: options.delays?.visibility ?? 0,
      synchronize: options.delays?.synchronize ?? 0,
      import: options.delays?.import ?? 0,
    },
    listsServiceAdministrator: options.rolesListed?.contactCenterServiceAdministrator ?? false,
  }
  if (isNew) state.transaction(() => seed(org, seedName, options.platform ?? 'new'))
  else if (options.platform !== undefined) setPlatform(org, options.platform)
  return org
}

const storedIdentity = (state: State) => ({
  id: readSetting(state, 'orgId') ?? '',
  name: readSetting(state, 'orgName') ?? '',
})
