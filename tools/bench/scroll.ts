import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { buildInk } from './build-ink.ts'
import { compare } from './measure.ts'
import type { Row } from './row.ts'
import { openTerminal, type Terminal } from './terminal.ts'

const bin = fileURLToPath(new URL('../../packages/tui/bin/wxcc-onboard.js', import.meta.url))
const list = fileURLToPath(new URL('./ink-hello/list-main.js', import.meta.url))

const people = 20_000
const keysPerRound = 40
const keys = { up: '\u001b[A', ctrlN: '\u000e', space: ' ' }

/** What is promised for a key, where the machine has nothing else to do; milliseconds at the 95th percentile. */
const promised = 16

/** How long a key takes to show among 20,000 people, against the barest list of the same height in Ink. */
export async function benchScroll(rounds: number): Promise<readonly Row[]> {
  await buildInk()
  const directory = mkdtempSync(join(tmpdir(), 'wxcc-bench-'))
  const { CI: _, WEBEX_TOKEN: __, ...rest } = process.env
  const env = { ...rest, WXCC_ONBOARD_DATA_DIR: directory, LANG: 'en_US.UTF-8' }
  const bare = openTerminal([list], env)
  const wizard = openTerminal([bin, 'wizard', '--sandbox-fresh', '--platform', 'new'], env)
  try {
    await bare.until(`› ${people}`)
    await enterPeople(wizard)
    await wizard.press(keys.up, `› ${people} `)
    const up = (terminal: Terminal) => {
      let row = people
      return async () => {
        const times: number[] = []
        for (let count = 0; count < keysPerRound; count += 1) {
          row -= 1
          times.push(await terminal.press(keys.up, `› ${row} `))
        }
        return highest(times)
      }
    }
    const found = await compare(rounds, up(bare), {
      [`${people.toLocaleString('en')} people, a key`]: up(wizard),
    })
    return Object.entries(found).map(([what, comparison]) => {
      const { milliseconds, baseline } = comparison
      console.log(
        `${what}: ${milliseconds.toFixed(1)} ms at p95, the bare list ${baseline.toFixed(1)} ms; promised ${promised} ms`,
      )
      return { what, against: 'a bare Ink list', comparison, limit: 2 }
    })
  } finally {
    bare.close()
    wizard.close()
    rmSync(directory, { recursive: true, force: true })
  }
}

/** The 95th percentile. */
function highest(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1] ?? Number.NaN
}

async function enterPeople(wizard: Terminal): Promise<void> {
  await wizard.until('Nobody noted')
  await goOn(wizard, 'New platform')
  await wizard.press(keys.space, '(•) New platform')
  await goOn(wizard, '● Way')
  await goOn(wizard, 'Nobody yet')
  const addresses = Array.from({ length: people }, (_, index) => `person${index + 1}@acme.example`)
  await wizard.press(`\u001b[200~${addresses.join('\n')}\u001b[201~`, `${people.toLocaleString('en')} people`)
}

/** A key that comes while the organization is looked up is refused, so it is pressed again. */
async function goOn(wizard: Terminal, marker: string): Promise<void> {
  let isThere = false
  while (!isThere)
    isThere = await Promise.race([
      wizard.press(keys.ctrlN, marker).then(() => true),
      pause(1_500).then(() => false),
    ])
}
