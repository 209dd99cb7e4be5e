/**
 * Measures what the project promises about speed: `pnpm bench startup|csv|journal [--rounds N] [--check]`. With `--check` it ends
 * with 1 when a ratio is over its limit.
 * @module
 */
import { parseArgs } from 'node:util'
import { benchCsv } from './bench/csv.ts'
import { benchJournal } from './bench/journal.ts'
import { benchStartup, type Row } from './bench/startup.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '15' }, check: { type: 'boolean', default: false } },
})

const benches = { startup: benchStartup, csv: benchCsv, journal: benchJournal }

const [name = 'startup'] = positionals
const bench = Object.entries(benches).find(([known]) => known === name)?.[1]
if (bench === undefined) {
  console.error(`There is no bench "${name}"; there is: ${Object.keys(benches).join(', ')}`)
  process.exit(2)
}

const rows = await bench(Number(values.rounds))
console.log(table(rows))
if (values.check && rows.some(isOver)) process.exit(1)

function isOver({ comparison, limit }: Row): boolean {
  return comparison.ratio > limit
}

function table(all: readonly Row[]): string {
  const widest = Math.max(...all.map(({ what }) => what.length))
  return all
    .map((row) => {
      const { what, against, limit } = row
      const { milliseconds, baseline, ratio } = row.comparison
      const verdict = isOver(row) ? `over ${limit}` : `within ${limit}`
      return `${what.padEnd(widest)}  ${milliseconds.toFixed(0).padStart(5)} ms  ${ratio.toFixed(2)} × ${against} (${baseline.toFixed(0)} ms), ${verdict}`
    })
    .join('\n')
}
