import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildInk } from './build-ink.ts'
import { compare, median, percentile } from './measure.ts'
import type { Figure, Row } from './row.ts'
import { openAtProblems, tableKeys, writeMarred } from './scroll-csv.ts'
import { openTerminal, type Pressed, pressAll, steps, type Terminal } from './terminal.ts'
import { enterPeople, keys, openWizard, wizardEnv } from './wizard.ts'

const list = fileURLToPath(new URL('./ink-hello/list-main.js', import.meta.url))

const people = 20_000
const keysPerRound = 40

/** What is promised for a key; milliseconds at the 95th percentile. */
const promised = 16

/** What is promised from the choice of a file of 20,000 rows until its problems are on the screen; milliseconds. */
const promisedOpening = 1_000

/** What one list is made to take for a key: where that is not seen, the other figures are worth nothing. */
const slow = 25

type Keys = () => Promise<readonly Pressed[]>

/**
 * How long a key takes to show among 20,000 people and in the table of what is wrong with a file of 20,000 rows, and how
 * long that table takes to be there. A key is pressed as soon as the one before has shown, sooner than a hand can.
 */
export async function benchScroll(rounds: number): Promise<readonly (Row | Figure)[]> {
  await buildInk()
  const directory = mkdtempSync(join(tmpdir(), 'wxcc-bench-'))
  writeMarred(directory)
  const open: Terminal[] = []
  const kept = (terminal: Terminal) => {
    open.push(terminal)
    return terminal
  }
  try {
    const openings: Pressed[] = []
    for (let count = Math.max(3, Math.ceil(rounds / 3)); count > 0; count -= 1) {
      for (const before of open.splice(0)) before.close()
      openings.push(await openAtProblems(kept(await openWizard(directory))))
    }
    const [table] = open
    const wizard = kept(await openWizard(directory))
    await enterPeople(wizard, people)
    const [bare, slowed] = [0, slow].map((milliseconds) =>
      kept(openTerminal([list], { ...wizardEnv(directory), SLOW: String(milliseconds) })),
    )
    if (!table || !bare || !slowed) throw new Error('nothing was opened')
    await Promise.all([bare, slowed].map((each) => each.until(`› ${people}`)))
    await wizard.press(keys.up, `› ${people} `)
    return [openingFigure(openings), ...(await keyRows(rounds, { bare, slowed, wizard, table }))]
  } finally {
    for (const terminal of open) terminal.close()
    rmSync(directory, { recursive: true, force: true })
  }
}

function openingFigure(openings: readonly Pressed[]): Figure {
  const elapsed = openings.map((one) => one.elapsed)
  const worked = median(openings.map((one) => one.worked))
  return {
    what: 'a file of 20,000 rows: from Enter to its problems',
    value: Math.round(median(elapsed)),
    unit: `ms (${openings.length} times, ${Math.round(Math.max(...elapsed))} at most, ${Math.round(worked)} of work)`,
    limit: { atMost: promisedOpening },
  }
}

interface Terminals {
  readonly bare: Terminal
  readonly slowed: Terminal
  readonly wizard: Terminal
  readonly table: Terminal
}

async function keyRows(
  rounds: number,
  { bare, slowed, wizard, table }: Terminals,
): Promise<readonly (Row | Figure)[]> {
  const amongPeople = `${people.toLocaleString('en')} people: ↑`
  const amongSlow = `a list made ${slow} ms slow: ↑`
  const details = new Map<string, Pressed[]>()
  const timed = (what: string, press: Keys) => async () => {
    const all = await press()
    const elapsed = all.map((one) => one.elapsed)
    const worked = percentile(
      all.map((one) => one.worked),
      95,
    )
    details.set(what, [...(details.get(what) ?? []), { elapsed: percentile(elapsed, 50), worked }])
    return percentile(elapsed, 95)
  }
  const subjects = {
    [amongPeople]: upFrom(wizard),
    ...tableKeys(table, keysPerRound),
    [amongSlow]: upFrom(slowed),
  }
  const found = await compare(
    rounds,
    timed('bare', upFrom(bare)),
    Object.fromEntries(Object.entries(subjects).map(([what, press]) => [what, timed(what, press)])),
  )
  return Object.entries(found).flatMap(([what, comparison]): (Row | Figure)[] => {
    const [usual, worked] = (['elapsed', 'worked'] as const).map((part) =>
      median((details.get(what) ?? []).map((one) => one[part])).toFixed(1),
    )
    const figure = {
      what,
      value: Number(comparison.milliseconds.toFixed(1)),
      unit: `ms at p95, ${usual} at p50; ${worked} of work at p95`,
      limit: what === amongSlow ? { atLeast: slow } : { atMost: promised },
    }
    const row = { what, against: 'a bare Ink list, p95', comparison, limit: what === amongPeople ? 2 : 2.5 }
    return what.endsWith('↑') && what !== amongSlow ? [figure, row] : [figure]
  })
}

/** ↑ from the last person on, further in each round. */
function upFrom(terminal: Terminal): Keys {
  let row = people
  return () => {
    const begin = row
    row -= keysPerRound
    return pressAll(
      terminal,
      steps(keysPerRound, (step) => [keys.up, `› ${begin - step} `]),
    )
  }
}
