/** @module The one door: streams, clock, ids, environment, files and signals enter the program here. */
import {
  existsSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import process from 'node:process'
import type { Clock, Ids } from '@wxcc-onboard/core'
import { makeDirectory } from './make-directory.ts'

export interface World {
  readonly argv: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdin: NodeJS.ReadStream
  readonly stdout: NodeJS.WriteStream
  readonly stderr: NodeJS.WriteStream
  /** Whether a person can be shown a screen and asked. */
  readonly hasTerminal: boolean
  /** What was written to so far. */
  usedStreams(): readonly NodeJS.WriteStream[]
  readonly clock: Clock
  readonly ids: Ids
  readonly files: Files
  /** Where runs and the sandbox's organization are kept. */
  dataDirectory(): Promise<string>
  /** Calls the listener on an interruption instead of ending; gives back how to stop listening. */
  onInterrupt(listener: (cause: Interruption) => void): () => void
  /** Interrupts those who listen; answers whether somebody did. */
  interrupt(cause: Interruption): boolean
}

/** Ctrl-C · asked to end · the terminal was closed · nobody reads the output any more · there is no room for it. */
export type Interruption = 'SIGINT' | 'SIGTERM' | 'SIGHUP' | 'SIGPIPE' | 'unwritable'

interface Files {
  /** `undefined` where there is nothing. */
  stat(path: string):
    | {
        readonly isDirectory: boolean
        readonly size: number
        /** Epoch milliseconds. */
        readonly modifiedAt: number
      }
    | undefined
  read(path: string): Uint8Array
  /** Names in a folder; none where there is no such folder. */
  list(folder: string): readonly string[]
  /** Replaces the file whole or not at all; readable by its owner alone. */
  write(path: string, text: string): void
  /** Private to its owner where it does not exist yet. */
  makeDirectory(path: string): void
  /** It is no error when there is nothing. */
  remove(path: string): void
}

/** What is done when one of the three streams takes or gives no more. */
export type OnBrokenStream = (world: World, error: NodeJS.ErrnoException, name: StreamName) => void

export type StreamName = 'stdin' | 'stdout' | 'stderr'

export function createWorld(onBrokenStream: OnBrokenStream): World {
  const { env } = process
  // Node makes each stream on first use, which takes a millisecond that --help need not wait for.
  const used = new Set<NodeJS.WriteStream>()
  const watched = new Set<NodeJS.EventEmitter>()
  const watch = <T extends NodeJS.EventEmitter>(stream: T, name: StreamName): T => {
    if (!watched.has(stream)) stream.on('error', (error) => onBrokenStream(world, error, name))
    watched.add(stream)
    return stream
  }
  const use = (stream: NodeJS.WriteStream, name: StreamName) => {
    used.add(stream)
    return watch(stream, name)
  }
  const world: World = {
    argv: process.argv.slice(2),
    env,
    get stdin() {
      return watch(process.stdin, 'stdin')
    },
    get stdout() {
      return use(process.stdout, 'stdout')
    },
    get stderr() {
      return use(process.stderr, 'stderr')
    },
    get hasTerminal() {
      return process.stdin.isTTY === true && process.stdout.isTTY === true
    },
    usedStreams: () => [...used],
    clock: systemClock,
    ids: createIds(systemClock),
    files,
    dataDirectory: () => findDataDirectory(env),
    ...createInterruptions(),
  }
  return world
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** While nobody listens signals do what they do to any program. */
function createInterruptions(): Pick<World, 'onInterrupt' | 'interrupt'> {
  const listeners = new Set<(cause: Interruption) => void>()
  const interrupt = (cause: Interruption) => {
    const told = [...listeners]
    for (const listener of told) listener(cause)
    return told.length > 0
  }
  const onSignal = (signal: NodeJS.Signals) => void interrupt(signal as (typeof signals)[number])
  return {
    interrupt,
    onInterrupt: (listener) => {
      if (listeners.size === 0) for (const signal of signals) process.on(signal, onSignal)
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) for (const signal of signals) process.off(signal, onSignal)
      }
    },
  }
}

const systemClock: Clock = {
  now: () => Date.now(),
  wait: (milliseconds, signal) =>
    new Promise((done) => {
      if (signal.aborted) return done()
      const end = () => {
        clearTimeout(timer)
        signal.removeEventListener('abort', end)
        done()
      }
      const timer = setTimeout(end, milliseconds)
      signal.addEventListener('abort', end)
    }),
}

/** Ids that sort by time and can be read aloud: `20261122-201530-k7f2`. */
function createIds(clock: Clock): Ids {
  return {
    next: () => {
      const time = new Date(clock.now()).toISOString()
      const [day = '', rest = ''] = time.split('T')
      const tail = (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0)
        .toString(36)
        .padStart(4, '0')
        .slice(-4)
      return `${day.replaceAll('-', '')}-${rest.slice(0, 8).replaceAll(':', '')}-${tail}`
    },
  }
}

const files: Files = {
  stat: (path) => {
    const found = statSync(path, { throwIfNoEntry: false })
    if (found === undefined) return undefined
    return { isDirectory: found.isDirectory(), size: found.size, modifiedAt: found.mtimeMs }
  },
  read: (path) => readFileSync(path),
  list: (folder) => (existsSync(folder) ? readdirSync(folder) : []),
  write: (path, text) => {
    const target = standsFor(resolve(path))
    const found = statSync(target, { throwIfNoEntry: false })
    // A device or a pipe takes what is written; it must not become a file.
    if (found !== undefined && !found.isFile()) return writeFileSync(target, text)
    makeDirectory(dirname(target))
    const draft = `${target}.${process.pid}.tmp`
    try {
      writeFileSync(draft, text, { mode: 0o600 })
      renameSync(draft, target)
    } catch (error) {
      rmSync(draft, { force: true })
      throw error
    }
  },
  makeDirectory: (path) => makeDirectory(path, 0o700),
  remove: (path) => rmSync(path, { force: true }),
}

/** Where a link leads: what it leads to is replaced, not the link. */
function standsFor(path: string): string {
  return existsSync(path) ? realpathSync(path) : path
}

async function findDataDirectory(env: World['env']): Promise<string> {
  const chosen = env['WXCC_ONBOARD_DATA_DIR']
  if (chosen !== undefined && chosen !== '') return resolve(chosen.replace(/^~(?=\/|$)/, homedir()))
  const { default: envPaths } = await import('env-paths')
  return join(envPaths('wxcc-onboard', { suffix: '' }).data)
}
