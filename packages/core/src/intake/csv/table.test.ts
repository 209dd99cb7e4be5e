import { describe, expect, it } from 'vitest'
import { parseCsv, tableOf } from '../../../test/corpus/reference-csv.ts'
import { readCsvTable, strayFinder } from './table.ts'

function problemsOf(text: string): readonly unknown[] {
  return readCsvTable(text, parseCsv).problems.map(({ code, facts }) => ({ code, ...facts }))
}

describe('readCsvTable', () => {
  it('CSV-6: reads a header and each person on a line of their own, with the lines of the file', () => {
    expect(readCsvTable('A;B\r\n1;"x\r\ny"\r\n2;z\r\n', parseCsv)).toEqual({
      ok: true,
      table: {
        headers: ['A', 'B'],
        headerLine: 1,
        records: [
          { cells: ['1', 'x\r\ny'], line: 2 },
          { cells: ['2', 'z'], line: 4 },
        ],
      },
      dialect: expect.objectContaining({ delimiter: ';' }),
      problems: [],
    })
  })

  it('counts the sep line and blank lines before the header', () => {
    expect(tableOf('sep=;\n\nA;B\n1;2\n')).toEqual({
      headers: ['A', 'B'],
      headerLine: 3,
      records: [{ cells: ['1', '2'], line: 4 }],
    })
  })

  it('keeps headers byte for byte', () => {
    const headers = [
      ' First  Name ',
      'User ID/Email (Required)',
      'Webex Contact Center premium [Sub1]\u00a0',
      '',
    ]
    expect(tableOf(`${headers.join(',')}\n1,2,3\n`).headers).toEqual(headers)
  })

  it('drops empty rows at the end and names those between', () => {
    const text = 'A,B\n1,2\n,\n \n3,4\n,,\n\n,\n'
    expect(tableOf(text).records.map(({ line }) => line)).toEqual([2, 5])
    expect(problemsOf(text)).toEqual([{ code: 'csv.rows-empty', lines: [3, 4], count: 2 }])
    expect(problemsOf('A,B\n1,2\n,\n\n')).toEqual([])
  })

  it.each([
    ['a header alone', 'A,B\n', [{ code: 'csv.no-rows' }]],
    ['a header and empty rows', 'A,B\n,\n\n', [{ code: 'csv.no-rows' }]],
    [
      'a quote that never closes, at its line',
      'sep=,\nA,B\n1,"2\n3,4\n',
      [{ code: 'csv.unreadable', line: 3, column: 2, message: 'Quote Not Closed' }],
    ],
    ['a sep line alone', 'sep=;\n', [{ code: 'csv.empty' }]],
    ['lines that are one quoted cell each', '"A,B"\n"1,2"\n', [{ code: 'csv.lines-quoted', header: 'A,B' }]],
  ])('refuses %s', (_, text, problems) => {
    expect(problemsOf(text)).toEqual(problems)
  })

  it('lets someone choose the delimiter', () => {
    expect(readCsvTable('A;B,C\n1;2,3\n', parseCsv, { delimiter: ',' })).toMatchObject({
      table: { headers: ['A;B', 'C'] },
    })
  })

  it('knows rows whose cells moved from rows that end early', () => {
    const table = tableOf('A,B,\n1,2,\n1,2,3\n1\n1,2,,\n1,2,,4\n')
    expect(table.records.map(strayFinder(table))).toEqual([false, true, false, false, true])
  })

  it('takes a header of 300 columns and 20,000 rows in time proportional to them', () => {
    const wide = Array.from({ length: 300 }, (_, index) => `Column ${index}`).join(',')
    expect(tableOf(`${wide}\n${'x,'.repeat(299)}x\n`).headers).toHaveLength(300)
    expect(tableOf(`Email,A,B\n${'ada@example.com,TRUE,\n'.repeat(20_000)}`).records).toHaveLength(20_000)
  })
})
