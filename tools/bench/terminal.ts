import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { stripVTControlCharacters } from 'node:util'

interface Pty {
  readonly pid: number
  onData(listener: (data: string) => void): void
  onExit(listener: () => void): void
  kill(signal?: string): void
  write(data: string): void
}

type SpawnPty = (file: string, args: readonly string[], options: object) => Pty

const { spawn } = createRequire(new URL('../../packages/tui/package.json', import.meta.url))(
  '@lydell/node-pty',
) as { spawn: SpawnPty }

export interface Terminal {
  /** Milliseconds from writing these bytes until the program has written `marker`. */
  press(bytes: string, marker: string): Promise<number>
  until(marker: string): Promise<number>
  /** Milliseconds that the program's main thread has worked; no number where the system does not tell. */
  worked(): number
  close(): void
}

const patience = 30_000

/** A program in a terminal of 80 columns and 24 rows. */
export function openTerminal(args: readonly string[], env: NodeJS.ProcessEnv, cwd = process.cwd()): Terminal {
  const child = spawn(process.execPath, args, { cols: 80, rows: 24, name: 'xterm-256color', env, cwd })
  let written = ''
  let look = () => undefined as unknown
  child.onData((data) => {
    written += data
    look()
  })
  const shown = (marker: string) =>
    new Promise<number>((resolve, reject) => {
      const begin = performance.now()
      const limit = setTimeout(
        () => reject(new Error(`"${args.join(' ')}" never showed "${marker}":\n${written.slice(-3000)}`)),
        patience,
      )
      look = () => {
        if (!stripVTControlCharacters(written).includes(marker)) return
        const time = performance.now() - begin
        clearTimeout(limit)
        look = () => undefined
        resolve(time)
      }
      look()
    })
  return {
    until: shown,
    press(bytes, marker) {
      written = ''
      const time = shown(marker)
      child.write(bytes)
      return time
    },
    worked: () => workedBy(child.pid),
    close: () => child.kill('SIGKILL'),
  }
}

export type Press = readonly [bytes: string, marker: string]

export function steps(count: number, press: (step: number) => Press): readonly Press[] {
  return Array.from({ length: count }, (_, index) => press(index + 1))
}

/** Milliseconds of a key until it has shown, and those of them in which the program was at work. */
export interface Pressed {
  readonly elapsed: number
  readonly worked: number
}

/** One key after the other. */
export async function pressAll(terminal: Terminal, presses: readonly Press[]): Promise<readonly Pressed[]> {
  const all: Pressed[] = []
  for (const press of presses) {
    const before = terminal.worked()
    const elapsed = await terminal.press(...press)
    all.push({ elapsed, worked: terminal.worked() - before })
  }
  return all
}

/** Linux counts nanoseconds, first those on a processor. */
function workedBy(pid: number): number {
  if (process.platform !== 'linux') return Number.NaN
  const [nanoseconds] = readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')
  return Number(nanoseconds) / 1_000_000
}
