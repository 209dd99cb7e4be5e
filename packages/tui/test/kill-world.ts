import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { openSqliteJournal } from '@wxcc-onboard/durable/sqlite'
import { createWorkspace, type Workspace } from './run-cli.ts'
import { bin, cleanEnv } from './screen.ts'

/** An organization served by a process of its own, so that killing the program leaves it alone, and a client's files. */
export async function createKillWorld(people: number) {
  const at = createWorkspace()
  const child = spawn(process.execPath, [bin, 'sandbox', '--port', '0', '--json', '--platform', 'new'], {
    env: { ...cleanEnv(), WXCC_ONBOARD_DATA_DIR: join(at.directory, 'organization') },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const address = JSON.parse(await firstLine(child)) as Address
  const world: KillWorld = {
    at,
    there: ['--webex-url', address.webexUrl, '--contact-center-url', address.contactCenterUrl],
    env: { WEBEX_TOKEN: address.token },
    console: (path, body) => ask(`${address.consoleUrl}${path}`, body),
    request: at.file('request.json', JSON.stringify(requestOf(people))),
    close: async () => {
      child.kill('SIGTERM')
      await ended(child)
      at.remove()
    },
  }
  for (const offer of ['CJPSTD', 'CJPPRM'])
    await world.console('/licenses', { offer, subscriptionId: 'Sub-A', totalUnits: 2_000 })
  return world
}

interface Address {
  readonly webexUrl: string
  readonly contactCenterUrl: string
  readonly consoleUrl: string
  readonly token: string
}

export interface KillWorld {
  readonly at: Workspace
  readonly there: readonly string[]
  readonly env: Readonly<Record<string, string>>
  readonly request: string
  /** Presses a button of the stand-in for Control Hub, or reads one of its lists. */
  console(path: string, body?: object): Promise<unknown>
  close(): Promise<void>
}

/** Every third gets Premium, every tenth becomes a full administrator: steps of all three kinds. */
function requestOf(people: number): object {
  return {
    format: 1,
    platform: 'new',
    sameForAll: { license: 'standard', administrator: 'keep' },
    people: Array.from({ length: people }, (_, index) => ({
      email: addressOf(index),
      firstName: 'Agent',
      lastName: `Number ${index}`,
      ...(index % 3 === 0 ? { license: 'premium' } : {}),
      ...(index % 10 === 0 ? { administrator: 'full' } : {}),
    })),
  }
}

export const addressOf = (index: number) => `agent.${String(index).padStart(4, '0')}@acme.example`

/** Everything that the run may have changed, without ids and times. */
export async function organizationOf(world: KillWorld) {
  const [people, licenses, users, outbox] = (await Promise.all(
    ['/people', '/licenses', '/users-module', '/outbox'].map((path) => world.console(path)),
  )) as Record<string, unknown>[][]
  const by = (key: string) => (a: Record<string, unknown>, b: Record<string, unknown>) =>
    String(a[key]) < String(b[key]) ? -1 : 1
  const without = (row: Record<string, unknown>, ...keys: string[]) =>
    Object.fromEntries(Object.entries(row).filter(([key]) => !keys.includes(key)))
  return {
    people: people!.map((one) => without(one, 'id', 'created')).sort(by('email')),
    licenses,
    users: users!.map((one) => without(one, 'id')).sort(by('email')),
    invitations: outbox!.length,
  }
}

/** When to kill: so many milliseconds after so many steps were told as settled; without steps, after the start. */
export interface Instant {
  readonly steps: number
  readonly milliseconds: number
}

/** Runs the program and kills it at an instant; answers whether it lived until then. */
export async function runAndKill(
  world: KillWorld,
  args: readonly string[],
  instant: Instant,
): Promise<boolean> {
  const child = spawn(process.execPath, [bin, ...args, ...world.there], {
    env: { ...cleanEnv(), ...world.at.env, ...world.env },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let timer: NodeJS.Timeout | undefined
  const killSoon = () => {
    timer ??= setTimeout(() => child.kill('SIGKILL'), instant.milliseconds)
  }
  let told = ''
  child.stdout.on('data', (chunk: Buffer) => {
    told += chunk.toString()
    if (told.split(settledStep).length > instant.steps) killSoon()
  })
  if (instant.steps === 0) killSoon()
  await ended(child)
  clearTimeout(timer)
  return child.signalCode === 'SIGKILL'
}

const settledStep = '@acme.example: '

export async function entriesOf(world: KillWorld, runId: string) {
  const journal = openSqliteJournal(join(world.at.directory, 'data', 'journal.db'))
  try {
    return await journal.load(runId)
  } finally {
    journal.close()
  }
}

/** The runs that were approved; those killed before have written nothing. */
export async function approvedRuns(world: KillWorld): Promise<readonly string[]> {
  const { out } = await world.at.cli(['status', '--json'])
  const { runs } = JSON.parse(out) as { runs: { runId: string; state: string }[] }
  return runs.filter(({ state }) => state !== 'unapproved').map(({ runId }) => runId)
}

/** The same numbers from 0 to 1 for the same seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

async function ask(url: string, body: object | undefined): Promise<unknown> {
  const response = await fetch(url, {
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  })
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`)
  return response.json()
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      if (text.includes('\n')) resolve(text.slice(0, text.indexOf('\n')))
    })
    child.once('close', () => reject(new Error('the sandbox ended')))
  })
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode)
    else child.once('close', resolve)
  })
}
