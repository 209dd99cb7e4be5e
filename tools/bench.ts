/**
 * Measures what the project promises: `pnpm bench startup|csv|journal|apply|scroll [--rounds N] [--check]`. With `--check` it
 * ends with 1 when a limit is missed.
 * @module
 */
import { availableParallelism, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { benchApply } from './bench/apply.ts'
import { benchCsv } from './bench/csv.ts'
import { benchJournal } from './bench/journal.ts'
import { type Figure, isMissed, type Row, shownRow, verdictOf } from './bench/row.ts'
import { benchScroll } from './bench/scroll.ts'
import { benchStartup } from './bench/startup.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '15' }, check: { type: 'boolean', default: false } },
})

const benches = {
  startup: benchStartup,
  csv: benchCsv,
  journal: benchJournal,
  apply: benchApply,
  scroll: benchScroll,
}

const [name = 'startup'] = positionals
const bench = Object.entries(benches).find(([known]) => known === name)?.[1]
if (bench === undefined) {
  console.error(`There is no bench "${name}"; there is: ${Object.keys(benches).join(', ')}`)
  process.exit(2)
}

const rows: readonly (Row | Figure)[] = await bench(Number(values.rounds))
console.log(table(rows))
console.log(
  `Load ${loadavg()[0]?.toFixed(1)} on ${availableParallelism()} processors; milliseconds hold where it is below 1 each.`,
)
if (values.check && rows.some(isMissed)) process.exit(1)

function table(all: readonly (Row | Figure)[]): string {
  const widest = Math.max(...all.map(({ what }) => what.length))
  return all.map((row) => `${row.what.padEnd(widest)}  ${shownRow(row)}, ${verdictOf(row)}`).join('\n')
}
