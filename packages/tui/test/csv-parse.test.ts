import type { CsvLayout, CsvRecord } from '@wxcc-onboard/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCsv } from '../src/csv/parse.ts'
import { stringifyCsv } from '../src/csv/stringify.ts'

const read = (text: string, delimiter: CsvLayout['delimiter'] = ',') => parseCsv(text, { delimiter })

const layouts = fc.record({
  delimiter: fc.constantFrom(',' as const, ';' as const, '\t' as const),
  newline: fc.constantFrom('crlf' as const, 'lf' as const, 'cr' as const),
  hasBom: fc.constant(false),
})

const cell = fc.string({
  unit: fc.constantFrom('a', 'ż', '"', ',', ';', '\t', '\n', '\r', ' ', '+', "'"),
  maxLength: 6,
})
const table = fc
  .integer({ min: 1, max: 4 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }))

describe('reading CSV', () => {
  it('CSV-3: is undone by writing, whatever the cells hold', () => {
    fc.assert(
      fc.property(table, layouts, (records, layout) => {
        // One empty cell alone is an empty line, which has no cells to tell apart from none.
        fc.pre(records.every((cells) => cells.join('') !== '' || cells.length > 1))
        const { records: again, error } = read(stringifyCsv(records, layout), layout.delimiter)
        expect([error, again.map(({ cells }) => cells)]).toEqual([undefined, records])
      }),
      { numRuns: 300 },
    )
  })

  it('CSV-6: knows the line on which each row begins, breaks inside quotes counted once', () => {
    const text = 'a,b\r\n"x\r\ny",1\r\n\r\nz,2\r\n'
    expect(read(text).records).toEqual<CsvRecord[]>([
      { cells: ['a', 'b'], line: 1 },
      { cells: ['x\r\ny', '1'], line: 2 },
      { cells: [''], line: 4 },
      { cells: ['z', '2'], line: 5 },
    ])
  })

  it('keeps a nickname in quotation marks as it was typed', () => {
    expect(read('a,b\nRobert "Bob" Smith,1\n').records[1]).toEqual({
      cells: ['Robert "Bob" Smith', '1'],
      line: 2,
    })
  })

  it.each([
    ['a quotation mark that is never closed', 'a,b\n1,2\n"x,1\ny,2\n', 3],
    ['text behind a closing quotation mark', 'a,b\n"1\n1",2\n"x"y,1\n', 4],
  ])('CSV-3: names the line where the row with %s begins', (_, text, line) => {
    expect(read(text).error?.line).toBe(line)
    expect(read(text).error?.message).not.toMatch(/\d/)
  })
})
