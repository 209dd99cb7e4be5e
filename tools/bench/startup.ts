import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildInk } from './build-ink.ts'
import { type Comparison, compare, untilEnded, untilShown } from './measure.ts'
import type { Row } from './row.ts'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

const bin = path('../../packages/tui/bin/wxcc-onboard.js')
const hello = path('./ink-hello/main.js')

/** How long until something is on screen, against the least that could be there. */
export async function benchStartup(rounds: number): Promise<readonly Row[]> {
  await buildInk()
  const directory = mkdtempSync(join(tmpdir(), 'wxcc-bench-'))
  const { CI: _, WEBEX_TOKEN: __, ...rest } = process.env
  const env = { ...rest, WXCC_ONBOARD_DATA_DIR: directory, LANG: 'en_US.UTF-8' }
  try {
    const frames = await compare(rounds, () => untilShown([hello], 'Hello, Ink', env), {
      'first frame: wxcc-onboard': () => untilShown([bin], 'Where do you want to add people?', env),
      'first frame: on the sandbox': () => untilShown([bin, 'wizard', '--sandbox-fresh'], 'Step 1 of', env),
    })
    const ends = await compare(rounds, () => untilEnded(['-e', '0'], env), {
      'wxcc-onboard --version': () => untilEnded([bin, '--version'], env),
      'wxcc-onboard --help': () => untilEnded([bin, '--help'], env),
    })
    return [
      ...rowsOf(frames, { against: 'a bundled Ink hello', limit: 1.3 }),
      ...rowsOf(ends, { against: 'node -e 0', limit: 1.5 }),
    ]
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

function rowsOf(
  comparisons: Readonly<Record<string, Comparison>>,
  rest: Pick<Row, 'against' | 'limit'>,
): Row[] {
  return Object.entries(comparisons).map(([what, comparison]) => ({ what, comparison, ...rest }))
}
