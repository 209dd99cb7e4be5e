import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCsv, sheetOf, stringifyCsv, tableOf } from '../../../test/corpus/reference-csv.ts'
import { readColumns } from './columns.ts'
import { detectDamage } from './damage.ts'
import { openCsv } from './open.ts'
import { readRows } from './rows.ts'
import { controlHubLayout, failedRecords, partsOf, recordsOf, textSafe } from './write.ts'

const header =
  'First Name,Last Name,Display Name,User ID/Email (Required),User Status,Phone Number,Webex Contact Center standard [Sub1],Meetings [Sub1],Contact Center Role'
const sheet = sheetOf(
  header,
  'Ada,Lovelace,Ada L,ada@acme.example,Active,+48221234567,TRUE,FALSE,supervisor',
  'Grace,Hopper,,grace@acme.example,,,FALSE,TRUE,',
)

describe('recordsOf', () => {
  it('C-14: writes every header and cell byte for byte', () => {
    expect(recordsOf(sheet)).toEqual([sheet.table.headers, ...sheet.table.records.map(({ cells }) => cells)])
  })

  it('NEW-24: writes only the columns that this procedure needs', () => {
    expect(recordsOf(sheet, 'minimal')).toEqual([
      ['First Name', 'Last Name', 'User ID/Email (Required)', 'Webex Contact Center standard [Sub1]'],
      ['Ada', 'Lovelace', 'ada@acme.example', 'TRUE'],
      ['Grace', 'Hopper', 'grace@acme.example', 'FALSE'],
    ])
  })

  it('CSV-11: leaves our own columns out of a file for Control Hub, which does not know them', () => {
    const [headers] = recordsOf(sheet, 'importable', [])
    expect(headers).toEqual(sheet.table.headers.slice(0, -1))
  })

  it('is the inverse of reading, whatever the delimiter and the line ends', () => {
    const cell = fc.oneof(
      fc.constantFrom('', 'TRUE', 'FALSE', '+48221234567', ' x ', '"', 'a,b;c\td', 'Ł\nÓ', "'0042", '=1+1'),
      fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll(/[\0\r\ufeff]/g, '')),
    )
    const row = fc.tuple(cell, cell, cell, cell).map((cells) => ['ada@acme.example', ...cells])
    const layout = fc.record({
      delimiter: fc.constantFrom(',' as const, ';' as const, '\t' as const),
      newline: fc.constantFrom('crlf' as const, 'lf' as const),
      hasBom: fc.boolean(),
    })
    const headers = [
      'User ID/Email (Required)',
      'Last Name',
      ' First  Name',
      'Webex Contact Center premium [Sub1]',
      'Title',
    ]
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), layout, (rows, how) => {
        const text = stringifyCsv([headers, ...rows], how)
        const opened = openCsv(new TextEncoder().encode(text), parseCsv, { delimiter: how.delimiter })
        if (!opened.ok) throw new Error(JSON.stringify(opened.problems))
        expect(opened.layout).toEqual(how)
        expect(stringifyCsv(recordsOf(opened.sheet), opened.layout)).toBe(text)
      }),
    )
  })

  it('CSV-3: writes what is read again without any damage', () => {
    const word = fc.stringMatching(/^[A-Z][a-zżółćüß]{1,8}$/)
    const phone = fc.stringMatching(/^\+[1-9][0-9]{9,13}$/)
    const row = fc.tuple(
      word,
      word,
      phone,
      fc.stringMatching(/^0?[0-9]{3,4}$/),
      fc.constantFrom('TRUE', 'FALSE', ''),
    )
    const headers = [
      'First Name',
      'Last Name',
      'Phone Number',
      'Extension',
      'Webex Contact Center premium',
      'Email',
    ]
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), (rows) => {
        const records = [headers, ...rows.map((cells, index) => [...cells, `p${index}@acme.example`])]
        const before = tableOf(stringifyCsv(records, controlHubLayout))
        const after = tableOf(
          stringifyCsv([before.headers, ...before.records.map(({ cells }) => cells)], controlHubLayout),
        )
        expect(after).toEqual(before)
        const columns = readColumns(after)
        expect(columns.ok && detectDamage({ table: after, columns: columns.columns })).toEqual([])
      }),
    )
  })
})

describe('failedRecords', () => {
  const failed = [{ line: 3, reason: '=no units left', rule: 'C-17' }]

  it('keeps the cells of the rows that failed and says why', () => {
    expect(failedRecords(sheet.table, failed)).toEqual([
      [...sheet.table.headers, 'Reason', 'Rule'],
      [...sheet.table.records[1]!.cells, "'=no units left", 'C-17'],
    ])
  })

  it('is read again as it is, to the same rows', () => {
    const again = tableOf(stringifyCsv(failedRecords(sheet.table, failed), controlHubLayout))
    const columns = readColumns(again)
    if (!columns.ok) throw new Error('unreadable')
    const reading = readRows({ table: again, columns: columns.columns }, { mode: 'add-only' })
    const before = readRows(sheet, { mode: 'add-only' }).rows.filter(({ line }) => line === 3)
    expect(reading.rows).toEqual(before.map((row) => ({ ...row, line: 2 })))
    expect(detectDamage({ table: again, columns: columns.columns })).toEqual([])
  })

  it('replaces the reasons of an earlier failure', () => {
    const once = tableOf(stringifyCsv(failedRecords(sheet.table, failed), controlHubLayout))
    expect(failedRecords(once, [{ line: 2, reason: 'again' }])).toEqual([
      [...sheet.table.headers, 'Reason', 'Rule'],
      [...sheet.table.records[1]!.cells, 'again', ''],
    ])
  })

  it('keeps a row whose cells moved as one whose cells moved', () => {
    const table = tableOf('Last Name,Email\nLovelace, Ada,ada@acme.example\nHopper\n')
    const records = failedRecords(table, [
      { line: 2, reason: 'ragged' },
      { line: 3, reason: 'short' },
    ])
    expect(records).toEqual([
      ['Last Name', 'Email', '', 'Reason', 'Rule'],
      ['Lovelace', ' Ada', 'ada@acme.example', 'ragged', ''],
      ['Hopper', '', '', 'short', ''],
    ])
    const again = tableOf(stringifyCsv(records, controlHubLayout))
    const columns = readColumns(again)
    expect(
      columns.ok && readRows({ table: again, columns: columns.columns }, { mode: 'add-only' }).rows,
    ).toEqual([])
  })
})

describe('textSafe', () => {
  it('keeps a spreadsheet from calculating with our own sentences', () => {
    expect(['=1', '+1', '-1', '@x', 'fine'].map(textSafe)).toEqual(["'=1", "'+1", "'-1", "'@x", 'fine'])
  })
})

describe('partsOf', () => {
  it('CSV-1: splits rows into files of at most the limit, in their order and without loss', () => {
    fc.assert(
      fc.property(fc.array(fc.nat()), fc.integer({ min: 1, max: 7 }), (rows, limit) => {
        const parts = partsOf(rows, limit)
        expect(parts.flat()).toEqual(rows)
        expect(parts.filter((part) => part.length === 0 || part.length > limit)).toEqual([])
        expect(parts).toHaveLength(Math.ceil(rows.length / limit))
      }),
    )
  })
})
