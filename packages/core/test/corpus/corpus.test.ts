import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { detectDamage, repair } from '../../src/intake/csv/damage.ts'
import { foldHeader } from '../../src/intake/csv/headers.ts'
import { type OpenCsv, openCsv } from '../../src/intake/csv/open.ts'
import { type CsvSheet, readRows } from '../../src/intake/csv/rows.ts'
import { type CsvRecord, cellAt } from '../../src/intake/csv/table.ts'
import { recordsOf } from '../../src/intake/csv/write.ts'
import { checkBulk } from '../../src/rules/bulk.ts'
import manifest from './manifest.json' with { type: 'json' }
import { newlines, parseCsv, stringifyCsv } from './reference-csv.ts'

/** What was done to a file, and what must be found in it. */
interface Entry {
  readonly file: string
  readonly done: string
  /** The problem that refuses it. */
  readonly refused?: string
  /** Every kind of damage in it. */
  readonly kinds?: readonly string[]
  /** Problems that must be among those of its rows. */
  readonly problems?: readonly string[]
  /** Lines that are rejected. */
  readonly rejected?: readonly number[]
  /** Cells that someone may well have typed, and cells whose change does not matter. */
  readonly changed?: readonly string[]
  readonly harmless?: readonly string[]
}

const entries: readonly Entry[] = manifest
const files = entries.filter(({ refused }) => refused === undefined)

function bytesOf(file: string): Uint8Array {
  return readFileSync(new URL(file, import.meta.url))
}

function opened(file: string): Extract<OpenCsv, { ok: true }> {
  const reading = openCsv(bytesOf(file), parseCsv)
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems))
  return reading
}

const original = opened('original.csv').sheet

/** What is not as in the original, row by row and header by header. */
function changes(sheet: CsvSheet): readonly { line: number; header: string; now: string; was: string }[] {
  return original.table.records.flatMap((before, row) => {
    const after = sheet.table.records[row]!
    return original.columns.all.flatMap(({ header, index }) => {
      const column = sheet.columns.all.find((each) => foldHeader(each.header) === foldHeader(header))
      const now = column === undefined ? '' : cellAt(after, column.index)
      const was = cellAt(before, index)
      return column === undefined || now === was
        ? []
        : [{ line: after.line, header: column.header, now, was }]
    })
  })
}

/** Everything that is told of a file, by the lines that it is about. */
function toldLines(sheet: CsvSheet): ReadonlySet<number> {
  const reading = readRows(sheet, { mode: 'add-and-remove' })
  const problems = checkBulk({ sheet, reading, mode: 'add-and-remove', via: 'api', baseline: original })
  return new Set(
    problems
      .filter(({ code }) => !/removed$|removals$/.test(code))
      .flatMap(({ facts }) => (typeof facts['line'] === 'number' ? [facts['line']] : [])),
  )
}

describe('the corpus', () => {
  it('describes every file in it, once', () => {
    const tracked = readdirSync(new URL('.', import.meta.url)).filter((file) => file.endsWith('.csv'))
    expect(entries.map(({ file }) => file).toSorted()).toEqual(tracked.toSorted())
  })

  it.each(files)(
    'CSV-4: $file: every cell is as it was, or its change is told',
    ({ file, changed = [], harmless = [] }) => {
      const { sheet } = opened(file)
      const damages = detectDamage(sheet, original)
      const told = toldLines(sheet)
      const silent = changes(sheet).filter(
        ({ line, header, now }) =>
          !damages.some((damage) => damage.line === line && damage.header === header) &&
          !told.has(line) &&
          ![...changed, ...harmless].includes(now),
      )
      expect(silent).toEqual([])
    },
  )

  it.each(files)(
    'CSV-4: $file: the repairs that are proposed bring back the original',
    ({ file, changed = [], harmless = [] }) => {
      const { sheet } = opened(file)
      const damages = detectDamage(sheet, original)
      const { table, left } = repair(sheet.table, damages, 'all')
      const told = toldLines(sheet)
      const wrong = changes({ ...sheet, table }).filter(
        ({ line, header, now }) =>
          !left.some((damage) => damage.line === line && damage.header === header) &&
          !told.has(line) &&
          ![...changed, ...changed.map((cell) => cell.replaceAll(/[„”]/g, '"')), ...harmless].includes(now),
      )
      expect(wrong).toEqual([])
    },
  )

  it.each(files.filter(({ kinds }) => kinds !== undefined))('CSV-4: $file: $done', ({ file, kinds = [] }) => {
    const found = new Set(detectDamage(opened(file).sheet, original).map(({ kind }) => kind))
    expect([...found].toSorted()).toEqual(kinds.toSorted())
  })

  it.each(files)('$file: has the row problems that it was made for', ({ file, problems = [], rejected }) => {
    const { sheet, problems: ofFile } = opened(file)
    const reading = readRows(sheet, { mode: 'add-only' })
    const found = checkBulk({ sheet, reading, mode: 'add-only', via: 'api', baseline: original })
    const codes = new Set([...ofFile, ...found].map(({ code }) => code))
    expect(problems.filter((code) => ![...codes].some((each) => each === code))).toEqual([])
    expect(reading.rows.length + reading.rejected.length).toBe(sheet.table.records.length)
    if (rejected !== undefined) expect(reading.rejected.map(({ line }) => line)).toEqual(rejected)
  })

  it.each(entries.filter(({ refused }) => refused !== undefined))(
    '$file: is refused: $done',
    ({ file, refused }) => {
      const errors = openCsv(bytesOf(file), parseCsv).problems.filter(({ severity }) => severity === 'error')
      expect(errors.map(({ code }) => code)).toEqual([refused])
    },
  )

  it.each(files)('C-14: $file: keeps its header text byte for byte on the way out', ({ file }) => {
    const { sheet, layout, encoding } = opened(file)
    const [headers] = recordsOf(sheet)
    const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytesOf(file))
    const line = stringifyCsv([headers!], layout).replace(newlines[layout.newline], '')
    expect(text.replaceAll('"', '')).toContain(line.replaceAll('"', ''))
  })

  it.each(files)('CSV-3: $file: is read again after writing, cell by cell', ({ file }) => {
    const { sheet, layout } = opened(file)
    const again = openCsv(new TextEncoder().encode(stringifyCsv(recordsOf(sheet), layout)), parseCsv)
    const cells = (records: readonly CsvRecord[]): readonly (readonly string[])[] =>
      records.map((record) => record.cells)
    expect(again.ok && cells(again.sheet.table.records)).toEqual(cells(sheet.table.records))
  })
})
