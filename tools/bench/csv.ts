import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { fileOf } from './csv-file.ts'
import { compare } from './measure.ts'
import type { Row } from './row.ts'

const once = fileURLToPath(new URL('./csv-once.ts', import.meta.url))

interface Measured {
  readonly milliseconds: number
  readonly megabytes: number
}

const limit = 3

/**
 * How long a file takes from its bytes to a plan with its hash, against csv-parse merely reading the same file. Each
 * time is of a process of its own, as a person's is; its start is not counted.
 */
export async function benchCsv(rounds: number): Promise<readonly Row[]> {
  const directory = mkdtempSync(join(tmpdir(), 'wxcc-bench-'))
  try {
    const rows: Row[] = []
    const memory: string[] = []
    for (const count of [20_000, 200_000]) {
      const file = join(directory, `${count}.csv`)
      writeFileSync(file, fileOf(count))
      const times = count > 100_000 ? Math.max(3, Math.ceil(rounds / 5)) : rounds
      const peaks: number[] = []
      const timed = async (what: string) => {
        const { milliseconds, megabytes } = await measure(what, file)
        if (what === 'plan') peaks.push(megabytes)
        return milliseconds
      }
      const found = await compare(times, () => timed('parse'), {
        'read and judge': () => timed('judge'),
        'read, judge and plan': () => timed('plan'),
      })
      for (const [what, comparison] of Object.entries(found)) {
        const label = `${count.toLocaleString('en')} rows: ${what}`
        rows.push({ what: label, against: 'csv-parse alone', comparison, limit })
      }
      const size = statSync(file).size / 1_000_000
      memory.push(
        `${count.toLocaleString('en')} rows, ${size.toFixed(1)} MB: ${Math.max(...peaks)} MB at the peak`,
      )
    }
    console.log(memory.join('\n'))
    return rows
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
