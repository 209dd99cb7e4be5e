import { type CsvLayout, type CsvRecord, openCsv } from '@wxcc-onboard/core'
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
    ['Windows', 'a;b\r\n1;2\r\n\r\n3;4'],
    ['Unix', 'a;b\n1;2\n\n3;4'],
    ['an old Mac', 'a;b\r1;2\r\r3;4'],
    ['several editors', 'a;b\r\n1;2\n\r3;4\n'],
  ])('CSV-6: numbers the lines of %s', (_, text) => {
    expect(read(text, ';').records.map(({ cells, line }) => [line, ...cells])).toEqual([
      [1, 'a', 'b'],
      [2, '1', '2'],
      [3, ''],
      [4, '3', '4'],
    ])
  })

  it.each([
    ['', ''],
    ['\ufeff', ''],
    ['', 'sep=;\r\n'],
    ['\ufeff', 'sep=;\r\n'],
  ])('CSV-3: reads the same from UTF-8 and from UTF-16, behind %j and %j', (mark, sep) => {
    const text = `${mark}${sep}First Name;Last Name;Email\r\n"Łucja\r\nŻ";Gęślą;lucja@acme.example\r\n`
    const utf16 = new Uint8Array(Uint16Array.from([...text], (letter) => letter.charCodeAt(0)).buffer)
    const [narrow, wide] = [new TextEncoder().encode(text), utf16].map((bytes) => openCsv(bytes, parseCsv))
    expect(narrow).toMatchObject({ ok: true, encoding: 'utf-8' })
    expect(wide).toMatchObject({ ok: true, encoding: 'utf-16le' })
    const tableOf = (opened: typeof narrow) => (opened?.ok === true ? opened.sheet.table : undefined)
    expect(tableOf(narrow)).toEqual(tableOf(wide))
    expect(tableOf(narrow)?.records[0]?.cells).toEqual(['Łucja\r\nŻ', 'Gęślą', 'lucja@acme.example'])
  })

  it.each([
    ['a quotation mark that is never closed', 'a,b\n1,2\n"x,1\ny,2\n', 3],
    ['text behind a closing quotation mark', 'a,b\n"1\n1",2\n"x"y,1\n', 4],
  ])('CSV-3: names the line where the row with %s begins', (_, text, line) => {
    expect(read(text).error?.line).toBe(line)
    expect(read(text).error?.message).not.toMatch(/\d/)
  })
})
