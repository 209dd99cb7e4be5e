/** @module Where the work happens: a practice organization in this process, or the organization of a token. */
import { join } from 'node:path'
import type { WebexClient, WebexClientOptions } from '@wxcc-onboard/api-client'
import { type Agents, documentedPace, type Ports } from '@wxcc-onboard/core'
import type { LeasingJournal } from '@wxcc-onboard/durable/sqlite'
import type { World } from '../compose.ts'
import { repeatable, Trouble } from '../exit.ts'
import { type Addresses, readAddresses } from './addresses.ts'
import { readBudget } from './budget.ts'
import { type Context, isSandbox, type OperatorMode, type PlaceOptions } from './context.ts'
import { createSandboxDesk } from './sandbox-desk.ts'
import { readToken } from './token.ts'

export interface Place {
  readonly kind: PlaceKind
  readonly ports: Ports
  /** For what only the command line reads: everyone of an organization. */
  readonly client: WebexClient
  /** Where its runs are kept; closed with the place, which gives back what was leased. */
  readonly journal: LeasingJournal
  /** The practice organization's stand-in for Control Hub. */
  readonly consoleUrl?: string
  close(): Promise<void>
}

/** The details of agents; every place has them. */
export function agentsOf({ ports }: Pick<Place, 'ports'>): Agents {
  if (ports.agents === undefined) throw new Error('this place has no agents')
  return ports.agents
}

/** Requests a minute that a host is sent at most; `Infinity` on the practice organization, which has no limit. */
export function paceOf({ world, options }: Context<PlaceOptions>): number {
  return isSandbox(options) ? Number.POSITIVE_INFINITY : (readBudget(world, options) ?? documentedPace)
}

export async function openPlace(
  world: World,
  options: PlaceOptions,
  operator: OperatorMode = 'leave',
  onSilence: (attempts: number) => void = () => undefined,
): Promise<Place> {
  if (isSandbox(options)) return openSandboxPlace(world, options, operator)
  if (operator === 'auto') throw new Trouble('operator.auto-refused')
  const token = await readToken(world, options)
  const addresses = readAddresses(world, options)
  const budget = readBudget(world, options)
  const journal = await openJournal(world, await journalPath(world, 'organization'))
  const webex = await openWebex({
    ...addresses,
    token,
    ...(options.org === undefined ? {} : { orgId: options.org }),
    ...(budget === undefined ? {} : { requestsPerMinute: budget }),
    mayWrite: () => journal.holdsItsRuns(),
    onRequest: (report) => {
      const isSilent = 'failure' in report || report.status === 429 || report.status >= 500
      if (isSilent && report.attempt > 1) onSilence(report.attempt)
    },
  })
  return {
    kind: 'organization',
    journal,
    client: webex.client,
    ports: { ...webex.ports, journal, clock: world.clock, ids: world.ids },
    close: async () => {
      await webex.close()
      journal.close()
    },
  }
}

const journalFiles = { organization: 'journal.db', sandbox: 'sandbox-journal.db' } as const

export type PlaceKind = keyof typeof journalFiles

/** Runs on the practice organization are kept apart from real ones, and forgotten with it. */
export async function journalPath(world: World, kind: PlaceKind): Promise<string> {
  return join(await world.dataDirectory(), journalFiles[kind])
}

export async function openJournal({ clock }: World, path: string): Promise<LeasingJournal> {
  const { openSqliteJournal } = await import('@wxcc-onboard/durable/sqlite')
  return openSqliteJournal(path, { clock })
}

/** The file of the practice organization, in a directory that exists. */
export async function sandboxStatePath(world: World): Promise<string> {
  const directory = await world.dataDirectory()
  try {
    world.files.makeDirectory(directory)
  } catch (error) {
    const reason = `${directory} cannot be used: ${error instanceof Error ? error.message : String(error)}`
    throw new Trouble('sandbox.state', { reason }, { cause: error })
  }
  return join(directory, 'sandbox.db')
}

async function openSandboxPlace(world: World, options: PlaceOptions, operator: OperatorMode): Promise<Place> {
  const isFresh = options.sandboxFresh === true
  const journal = await openJournal(world, isFresh ? ':memory:' : await journalPath(world, 'sandbox'))
  const { createSandbox } = await import('@wxcc-onboard/sandbox')
  const sandbox = createSandbox({
    ...(options.platform === undefined ? {} : { platform: readPlatform(options.platform) }),
    state: isFresh ? ':memory:' : await sandboxStatePath(world),
  })
  const address = await sandbox.listen({ port: 0 })
  const { webexUrl, contactCenterUrl } = address
  const webex = await openWebex({
    webexUrl,
    contactCenterUrl,
    token: sandbox.issueToken(),
    requestsPerMinute: Number.POSITIVE_INFINITY,
    mayWrite: () => journal.holdsItsRuns(),
  })
  const desk = operator === 'auto' ? { operatorDesk: createSandboxDesk(address.consoleUrl, world) } : {}
  return {
    kind: 'sandbox',
    journal,
    client: webex.client,
    ports: { ...webex.ports, journal, clock: world.clock, ids: world.ids, ...desk },
    consoleUrl: address.consoleUrl,
    close: async () => {
      await webex.close()
      await sandbox.close()
      journal.close()
    },
  }
}

interface WebexOptions
  extends Addresses,
    Pick<WebexClientOptions, 'onRequest' | 'requestsPerMinute' | 'mayWrite'> {
  readonly token: string
  readonly orgId?: string
}

async function openWebex(options: WebexOptions) {
  const [{ createWebexClient }, { createPorts }] = await Promise.all([
    import('@wxcc-onboard/api-client'),
    import('@wxcc-onboard/api-client/ports'),
  ])
  const client = createWebexClient(options)
  return { client, ports: createPorts(client), close: () => client.close() }
}

export function readPlatform(platform: string): 'new' | '1.0' {
  if (platform === 'new' || platform === '1.0') return platform
  throw new Trouble('platform.unknown', { platform: repeatable(platform) })
}
