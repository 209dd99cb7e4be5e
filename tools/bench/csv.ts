import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { fileOf } from './csv-file.ts'
import { compare } from './measure.ts'
import { growthFigure, type Memory } from './memory.ts'
import type { Figure, Row } from './row.ts'

const once = fileURLToPath(new URL('./csv-once.ts', import.meta.url))

interface Measured {
  readonly milliseconds: number
  /** At the peak. */
  readonly megabytes: number
}

const limit = 3

const sizes = [20_000, 200_000] as const

/** What a process does with the file, beside `start`, which is nothing, and `parse`, csv-parse alone. */
const works = { judge: 'read and judge', plan: 'read, judge and plan' } as const

/**
 * How long a file takes from its bytes to a plan with its hash, against csv-parse merely reading the same file, and how
 * its memory grows with the file. Each figure is of a process of its own, as a person's is; its start is not counted.
 */
export async function benchCsv(rounds: number): Promise<readonly (Row | Figure)[]> {
  const directory = mkdtempSync(join(tmpdir(), 'wxcc-bench-'))
  try {
    const rows: Row[] = []
    const memory: Memory[] = []
    for (const count of sizes) {
      const file = join(directory, `${count}.csv`)
      writeFileSync(file, fileOf(count))
      const peaks: Record<string, number[]> = {}
      const timed = async (what: string) => {
        const { milliseconds, megabytes } = await measure(what, file)
        peaks[what] = [...(peaks[what] ?? []), megabytes]
        return milliseconds
      }
      for (let time = 0; time < 3; time += 1) await timed('start')
      const found = await compare(
        count > 100_000 ? Math.max(3, Math.ceil(rounds / 5)) : rounds,
        () => timed('parse'),
        Object.fromEntries(Object.entries(works).map(([what, name]) => [name, () => timed(what)])),
      )
      for (const [what, comparison] of Object.entries(found)) {
        const label = `${count.toLocaleString('en')} rows: ${what}`
        rows.push({ what: label, against: 'csv-parse alone', comparison, limit })
      }
      memory.push({ rows: count, file: statSync(file).size / 1_000_000, peaks })
    }
    return [...rows, ...Object.entries(works).map(([what, name]) => growthFigure(name, what, memory))]
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

async function measure(what: string, file: string): Promise<Measured> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    '-C',
    '@wxcc-onboard/source',
    once,
    what,
    file,
  ])
  return JSON.parse(stdout) as Measured
}
