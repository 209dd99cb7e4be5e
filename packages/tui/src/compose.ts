/** @module The one door: streams, clock, ids, environment, files and signals enter the program here. */
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import process from 'node:process'
import type { Clock, Ids } from '@wxcc-onboard/core'

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
  /** Calls the listener on Ctrl-C instead of ending; gives back how to stop listening. */
  onInterrupt(listener: () => void): () => void
}

interface Files {
  /** `undefined` where there is nothing. */
  stat(path: string): { readonly isDirectory: boolean; readonly size: number } | undefined
  read(path: string): Uint8Array
  /** Replaces the file whole or not at all; readable by its owner alone. */
  write(path: string, text: string): void
  /** Private to its owner where it does not exist yet. */
  makeDirectory(path: string): void
  /** It is no error when there is nothing. */
  remove(path: string): void
}

export function createWorld(): World {
  const { env } = process
  // Node makes each stream on first use, which takes a millisecond that --help need not wait for.
  const used = new Set<NodeJS.WriteStream>()
  const use = (stream: NodeJS.WriteStream) => {
    used.add(stream)
    return stream
  }
  return {
    argv: process.argv.slice(2),
    env,
    get stdin() {
      return process.stdin
    },
    get stdout() {
      return use(process.stdout)
    },
    get stderr() {
      return use(process.stderr)
    },
    get hasTerminal() {
      return process.stdin.isTTY === true && process.stdout.isTTY === true
    },
    usedStreams: () => [...used],
    clock: systemClock,
    ids: createIds(systemClock),
    files,
    dataDirectory: () => findDataDirectory(env),
    onInterrupt: (listener) => {
      process.on('SIGINT', listener)
      process.on('SIGTERM', listener)
      return () => {
        process.off('SIGINT', listener)
        process.off('SIGTERM', listener)
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
    return found === undefined ? undefined : { isDirectory: found.isDirectory(), size: found.size }
  },
  read: (path) => readFileSync(path),
  write: (path, text) => {
    const target = resolve(path)
    mkdirSync(dirname(target), { recursive: true })
    const draft = `${target}.${process.pid}.tmp`
    writeFileSync(draft, text, { mode: 0o600 })
    renameSync(draft, target)
  },
  makeDirectory: (path) => {
    mkdirSync(path, { recursive: true, mode: 0o700 })
  },
  remove: (path) => rmSync(path, { force: true }),
}

async function findDataDirectory(env: World['env']): Promise<string> {
  const chosen = env['WXCC_ONBOARD_DATA_DIR']
  if (chosen !== undefined && chosen !== '') return resolve(chosen.replace(/^~(?=\/|$)/, homedir()))
  const { default: envPaths } = await import('env-paths')
  return join(envPaths('wxcc-onboard', { suffix: '' }).data)
}
