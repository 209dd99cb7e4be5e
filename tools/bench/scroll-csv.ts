import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Cells, fileOf } from './csv-file.ts'
import { type Press, type Pressed, pressAll, steps, type Terminal } from './terminal.ts'
import { keys } from './wizard.ts'

const rows = 20_000
const every = 7
const first = 3

/** How many of the rows have something wrong in them. */
const problems = Math.ceil((rows - first) / every)

/** Line of the file that the problem with this index is about. */
const lineOf = (problem: number) => first + every * problem + 2

const at = (problem: number) => `› ${String(lineOf(problem)).padStart(5)} `

const last = problems - 1

/** Problems that PgUp and PgDn pass. */
const page = 10

/** What is wrong, in turn: two licenses at once, a license that is no TRUE or FALSE, an address twice or none, no last name. */
const wrongs: readonly ((index: number, cells: Cells) => Partial<Cells>)[] = [
  () => ({ premium: 'TREU' }),
  () => ({ premium: 'TRUE', standard: 'TRUE' }),
  (index) => ({ email: `person${index}acme.example` }),
  () => ({ lastName: '' }),
  (index) => ({ email: `person${index - 1}@acme.example` }),
]

/** What the filter goes through: all of them, then those with most problems first. */
const rules = ['all 4', 'CSV-6', 'C-7', 'C-8', 'NEW-23']

const file = 'many.csv'

/** A file in which every seventh row is wrong and every fiftieth phone number has lost its plus. */
export function writeMarred(directory: string): void {
  const marred = fileOf(rows, (index, cells) => ({
    ...(index % every === first ? wrongs[Math.floor(index / every) % wrongs.length]?.(index, cells) : {}),
    ...(index % 50 === 5 ? { phone: cells.phone.slice(1) } : {}),
  }))
  writeFileSync(join(directory, file), marred)
}

/**
 * Goes to the last of the file's problems. Answers with the milliseconds of all that the program did on this way: from
 * Enter on the file to what was understood of it, from the answer about repairs to its mark, from Enter on the way on to
 * the problems.
 */
export async function openAtProblems(wizard: Terminal): Promise<Pressed> {
  await wizard.press(keys.down, '› ( ) With a CSV file')
  await wizard.press(keys.enter, '› I have a file')
  await wizard.press(keys.enter, 'Step 6 of 15')
  await wizard.press(file, `File ${file}`)
  const keysOnTheWay = await pressAll(wizard, [
    [keys.enter, `${file}: ${rows.toLocaleString('en')} rows`],
    [keys.enter, '› [ Continue ]'],
    [keys.enter, `${lineOf(0)} ✗ person${first}@acme.example`],
  ])
  await wizard.press(keys.end, at(last))
  const sum = (part: keyof Pressed) => keysOnTheWay.reduce((total, key) => total + key[part], 0)
  return { elapsed: sum('elapsed'), worked: sum('worked') }
}

/** Keys in the table of problems, each answering with its milliseconds; all begin and end at the last problem. */
export function tableKeys(
  wizard: Terminal,
  count: number,
): Record<string, () => Promise<readonly Pressed[]>> {
  const toLast: Press = [keys.end, at(last)]
  const known = (what: string) => `${problems.toLocaleString('en')} problems: ${what}`
  return {
    [known('↑')]: async () => {
      const times = await pressAll(
        wizard,
        steps(count, (step) => [keys.up, at(last - step)]),
      )
      await wizard.press(...toLast)
      return times
    },
    [known('PgUp, PgDn')]: () =>
      pressAll(wizard, [
        ...steps(count / 2, (step) => [keys.pageUp, at(last - page * step)]),
        ...steps(count / 2, (step) => [keys.pageDown, at(last - (page * count) / 2 + page * step)]),
      ]),
    [known('Home, End')]: () =>
      pressAll(
        wizard,
        steps(count, (step) =>
          step % 2 === 0 ? toLast : [keys.home, `${rows.toLocaleString('en')} rows =`],
        ),
      ),
    [known('rule after rule')]: async () => {
      await wizard.press(keys.shiftTab, '› Rule ‹ all')
      const turns = steps(count, (step) => [keys.right, `› Rule ‹ ${rules[step % rules.length]} ›`])
      const times = await pressAll(wizard, turns)
      await wizard.press(...toLast)
      return times
    },
    [known('row after row')]: async () => {
      const row = (step: number) => `Line ${lineOf(last - step)} of the file`
      await wizard.press(keys.enter, row(0))
      const times = await pressAll(
        wizard,
        steps(count, (step) => [keys.left, row(step)]),
      )
      await wizard.press(keys.escape, at(last))
      return times
    },
  }
}
