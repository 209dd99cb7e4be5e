import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCsv } from './parse.ts'
import { scanCsv } from './scan.ts'

const settings = { record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true, delimiter: ',' }

/** Short texts of the characters that matter, so that every meeting of two of them comes up. */
const texts = fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', 'a', 'ś', ' '), maxLength: 14 })

function byParser(text: string): readonly (readonly string[])[] | undefined {
  try {
    return parse(text, settings)
  } catch {
    return undefined
  }
}

describe('scanning a file', () => {
  it('CSV-3: reads what the parser reads, and leaves to it what it would refuse', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(scanCsv(text, ',')?.map(({ cells }) => cells)).toEqual(byParser(text))
      }),
      { numRuns: 5_000 },
    )
  })

  it('CSV-3: counts lines as an editor does, inside quotes too', () => {
    const text = 'a,b\r\n"x\r\ny",1\n\n"p\nq\rr",2\rz'
    expect(scanCsv(text, ',')).toEqual([
      { cells: ['a', 'b'], line: 1 },
      { cells: ['x\r\ny', '1'], line: 2 },
      { cells: [''], line: 4 },
      { cells: ['p\nq\rr', '2'], line: 5 },
      { cells: ['z'], line: 8 },
    ])
  })

  it('CSV-3: leaves a nickname in quotation marks to the parser, which keeps them', () => {
    const text = 'name\nAda "the first" Lovelace\n'
    expect(scanCsv(text, ',')).toBe(undefined)
    expect(parseCsv(text, { delimiter: ',' }).records.at(1)?.cells).toEqual(['Ada "the first" Lovelace'])
  })
})
