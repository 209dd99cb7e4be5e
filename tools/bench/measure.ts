import { spawn as spawnProcess } from 'node:child_process'
import { createRequire } from 'node:module'

interface Pty {
  onData(listener: (data: string) => void): void
  onExit(listener: () => void): void
  kill(signal?: string): void
  write(data: string): void
}

type SpawnPty = (file: string, args: readonly string[], options: object) => Pty

const { spawn: spawnPty } = createRequire(new URL('../../packages/tui/package.json', import.meta.url))(
  '@lydell/node-pty',
) as { spawn: SpawnPty }

/** Milliseconds from the start of a process in a terminal until it has shown `marker`; then it is asked to end. */
export function untilShown(args: readonly string[], marker: string, env: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((resolve, reject) => {
    const begin = performance.now()
    let shown = ''
    let time: number | undefined
    const child = spawnPty(process.execPath, args, { cols: 80, rows: 24, name: 'xterm-256color', env })
    const limit = setTimeout(() => child.kill('SIGKILL'), 20_000)
    child.onData((data) => {
      shown += data
      if (time !== undefined || !shown.includes(marker)) return
      time = performance.now() - begin
      // Ctrl-C is a clean end, which lets Node keep its compile cache.
      child.write('\u0003')
    })
    child.onExit(() => {
      clearTimeout(limit)
      if (time === undefined) reject(new Error(`"${args.join(' ')}" never showed "${marker}":\n${shown}`))
      else resolve(time)
    })
  })
}

/** Milliseconds from the start of a process until it has ended. */
export function untilEnded(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((resolve, reject) => {
    const begin = performance.now()
    const child = spawnProcess(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], env })
    child.stdout.resume()
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0) resolve(performance.now() - begin)
      else reject(new Error(`"${args.join(' ')}" ended with ${code}`))
    })
  })
}

/** Milliseconds that all threads of this process have worked since. */
export function processorTime(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1_000
}

/** Milliseconds, and how often the baseline's; all are medians. */
export interface Comparison {
  readonly milliseconds: number
  readonly baseline: number
  readonly ratio: number
}

/**
 * Runs the baseline and all subjects in turn, `rounds` times. A ratio is taken within its round, so that a slow minute
 * of the machine strikes both sides of it.
 */
export async function compare(
  rounds: number,
  baseline: () => Promise<number>,
  subjects: Readonly<Record<string, () => Promise<number>>>,
): Promise<Record<string, Comparison>> {
  const bases: number[] = []
  const times = new Map(Object.keys(subjects).map((name) => [name, [] as number[]]))
  for (let round = -2; round < rounds; round += 1) {
    const base = await baseline()
    if (round >= 0) bases.push(base)
    for (const [name, run] of Object.entries(subjects)) {
      const time = await run()
      if (round >= 0) times.get(name)?.push(time)
    }
  }
  return Object.fromEntries([...times].map(([name, own]) => [name, comparison(own, bases)]))
}

function comparison(times: readonly number[], bases: readonly number[]): Comparison {
  const ratios = times.map((time, round) => time / (bases[round] ?? Number.NaN))
  return { milliseconds: median(times), baseline: median(bases), ratio: median(ratios) }
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = (sorted.length - 1) / 2
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2
}

/** The value below which so many per cent of them are. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? Number.NaN
}
