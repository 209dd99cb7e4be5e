import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCsv, sheetOf, stringifyCsv } from '../../../test/corpus/reference-csv.ts'
import { openCsv } from './open.ts'
import { type CsvReading, type CsvRow, type ReadRowsOptions, readRows } from './rows.ts'

const header =
  'First Name,Last Name,User ID/Email (Required),Webex Contact Center standard,Webex Contact Center premium'
const both = { standard: { license: 'standard' }, premium: { license: 'premium' } } as const

const ada: CsvRow = {
  line: 2,
  email: 'ada@acme.example',
  key: 'ada@acme.example',
  firstName: 'Ada',
  lastName: 'Lovelace',
  license: 'leave',
  removes: [],
  ignores: [],
  otherServices: [],
  problems: [],
}

/** What one row with these two license cells comes to. */
function licensed(standard: string, premium: string, options: Partial<ReadRowsOptions> = {}): CsvReading {
  const sheet = sheetOf(header, `Ada,Lovelace,ada@acme.example,${standard},${premium}`)
  return readRows(sheet, { mode: 'add-only', ...options })
}

function reasons({ rejected }: CsvReading): readonly unknown[] {
  return rejected.flatMap(({ line, problems }) =>
    problems.map(({ code, facts }) => ({ ...facts, code, line })),
  )
}

describe('licenses of a row', () => {
  it.each([
    ['CSV-7: TRUE under Standard gives Standard', 'TRUE', '', { license: 'standard' }],
    ['CSV-8: TRUE under Premium gives Premium', '', 'TRUE', { license: 'premium' }],
    ['C-7: blank leaves licenses as they are', '', '', {}],
    ['C-7: T and lower case count', 't', '', { license: 'standard' }],
    [
      'C-6: FALSE in add-only does nothing and is kept as ignored',
      'FALSE',
      'FALSE',
      { ignores: [both.standard, both.premium] },
    ],
    [
      'CSV-8: Premium beside a FALSE that is ignored',
      'F',
      'TRUE',
      { license: 'premium', ignores: [both.standard] },
    ],
  ])('%s', (_, standard, premium, meaning) => {
    expect(licensed(standard, premium)).toEqual({
      rows: [{ ...ada, ...meaning }],
      rejected: [],
      problems: [],
    })
  })

  it.each([
    [
      'CSV-10: both FALSE remove the license',
      'FALSE',
      'FALSE',
      { license: 'remove', removes: [both.standard, both.premium] },
    ],
    ['C-7: blank leaves licenses as they are here too', '', '', {}],
    [
      'NEW-20: one FALSE removes that license only',
      'FALSE',
      '',
      { license: 'remove', removes: [both.standard] },
    ],
    [
      'NEW-20: TRUE adds and FALSE removes',
      'FALSE',
      'TRUE',
      { license: 'premium', removes: [both.standard] },
    ],
  ])('%s, in add-and-remove', (_, standard, premium, meaning) => {
    expect(licensed(standard, premium, { mode: 'add-and-remove' })).toEqual({
      rows: [{ ...ada, ...meaning }],
      rejected: [],
      problems: [],
    })
  })

  it('C-7: anything else rejects the row, naming row and column', () => {
    expect(reasons(licensed('TREU', 'TRUE'))).toEqual([
      { code: 'csv.value-rejected', line: 2, header: 'Webex Contact Center standard', given: 'TREU' },
    ])
  })

  it('C-8: both TRUE is an error that asks to choose', () => {
    const headers = ['Webex Contact Center standard', 'Webex Contact Center premium']
    expect(reasons(licensed('TRUE', 'TRUE'))).toEqual([{ code: 'csv.both-licenses', line: 2, headers }])
  })

  it('C-8: keeps Premium where that repair was chosen, and says so', () => {
    const { rows } = licensed('TRUE', 'TRUE', { bothTrue: 'keep-premium' })
    expect(
      rows.map(({ license, problems }) => [license, problems.map(({ code, severity }) => [code, severity])]),
    ).toEqual([['premium', [['csv.premium-kept', 'notice']]]])
  })

  it('CSV-10: never removes in add-only, and never by a blank', () => {
    const cell = fc.constantFrom('TRUE', 'FALSE', '')
    fc.assert(
      fc.property(
        cell,
        cell,
        fc.constantFrom('add-only' as const, 'add-and-remove' as const),
        (standard, premium, mode) => {
          for (const row of licensed(standard, premium, { mode }).rows) {
            const removed = row.removes.map(({ license }) => license)
            expect(removed).toEqual(
              mode === 'add-only'
                ? []
                : [standard === 'FALSE' && 'standard', premium === 'FALSE' && 'premium'].filter(Boolean),
            )
            expect(row.license === 'remove').toBe(
              removed.length > 0 && standard !== 'TRUE' && premium !== 'TRUE',
            )
          }
        },
      ),
    )
  })
})

describe('several subscriptions', () => {
  const columns = 'Email,Webex Contact Center premium [Sub1],Webex Contact Center premium [Sub2]'
  const reading = (row: string, subscription?: string): CsvReading =>
    readRows(sheetOf(columns, `ada@acme.example,${row}`), {
      mode: 'add-only',
      ...(subscription === undefined ? {} : { subscriptions: { premium: subscription } }),
    })

  it('C-14: asks which one pays, and a row pays where it says TRUE', () => {
    const { rows, problems } = reading(',TRUE')
    expect(rows.map(({ license, subscriptionId }) => [license, subscriptionId])).toEqual([
      ['premium', 'Sub2'],
    ])
    expect(problems).toEqual([
      {
        code: 'csv.subscription-several',
        severity: 'question',
        rule: 'C-14',
        subject: { kind: 'license' },
        facts: {
          license: 'premium',
          headers: ['Webex Contact Center premium [Sub1]', 'Webex Contact Center premium [Sub2]'],
          subscriptions: ['Sub1', 'Sub2'],
        },
      },
    ])
  })

  it('C-14: rejects a row with TRUE under two of them until one is chosen', () => {
    expect(reasons(reading('TRUE,TRUE'))).toMatchObject([
      { code: 'csv.subscription-ambiguous', subscriptions: ['Sub1', 'Sub2'] },
    ])
    expect(reading('TRUE,TRUE', 'Sub2')).toMatchObject({
      rows: [{ license: 'premium', subscriptionId: 'Sub2' }],
      rejected: [],
      problems: [],
    })
    expect(reasons(reading('TRUE,TRUE', 'Sub9'))).toHaveLength(1)
  })
})

describe('suspended services', () => {
  it.each([
    ['Webex Contact Center premium (Suspended)'],
    ['Webex Contact Center premium [Sub1] (Suspended)'],
    ['Meetings (Suspended) [Sub1]'],
  ])('NEW-18: TRUE under %s refuses the file (P20)', (suspended) => {
    const sheet = sheetOf(
      `Email,${suspended}`,
      'ada@acme.example,TRUE',
      'grace@acme.example,FALSE',
      'alan@acme.example,t',
    )
    const { problems, rows } = readRows(sheet, { mode: 'add-only' })
    expect(problems).toEqual([
      {
        code: 'csv.suspended-true',
        severity: 'error',
        rule: 'NEW-18',
        subject: { kind: 'stage' },
        facts: { header: suspended, lines: [2, 4], count: 2 },
      },
    ])
    expect(rows.map(({ license }) => license)).not.toContain('premium')
  })

  it('NEW-18: lets FALSE and blank pass', () => {
    const sheet = sheetOf(
      'Email,Webex Contact Center premium (Suspended)',
      'ada@acme.example,FALSE',
      'b@acme.example,',
    )
    expect(readRows(sheet, { mode: 'add-only' }).problems).toEqual([])
  })
})

describe('readRows', () => {
  it('reads names, role and other services of a row', () => {
    const sheet = sheetOf(
      'Last Name,Meetings [Sub1],Contact Center Role,Email,First Name,Message',
      'Lovelace,TRUE,Supervisor, ada@acme.example ,Ada,FALSE',
    )
    expect(readRows(sheet, { mode: 'add-and-remove' }).rows).toEqual([
      {
        ...ada,
        role: 'supervisor',
        otherServices: [
          { header: 'Meetings [Sub1]', value: true },
          { header: 'Message', value: false },
        ],
      },
    ])
  })

  it.each([
    ['a missing address', 'Ada,Lovelace,,TRUE,', { code: 'person.email-missing', row: 2 }],
    [
      'a malformed address',
      'Ada,Lovelace,ada@acme,TRUE,',
      { code: 'person.email-malformed', email: 'ada@acme', fault: 'domain-malformed', row: 2 },
    ],
    [
      'moved cells',
      'Ada,Lovelace,ada@acme.example,TRUE,,Sales',
      { code: 'csv.row-ragged', cells: 6, expected: 5 },
    ],
  ])('rejects a row with %s', (_, row, reason) => {
    expect(reasons(readRows(sheetOf(header, row), { mode: 'add-only' }))).toEqual([{ ...reason, line: 2 }])
  })

  it('reads a row that ends early, and says so', () => {
    const { rows } = readRows(sheetOf(header, 'Ada,Lovelace,ada@acme.example,TRUE'), { mode: 'add-only' })
    expect(
      rows.map(({ license, problems }) => [license, problems.map(({ code, severity }) => [code, severity])]),
    ).toEqual([['standard', [['csv.row-ragged', 'warning']]]])
  })

  it('CSV-11: rejects a role that is none', () => {
    const sheet = sheetOf('Email,Contact Center Role', 'ada@acme.example,boss')
    expect(reasons(readRows(sheet, { mode: 'add-only' }))).toEqual([
      { code: 'csv.role-rejected', line: 2, header: 'Contact Center Role', given: 'boss' },
    ])
  })

  it('tells all that is wrong with a row at once', () => {
    const sheet = sheetOf(
      `${header},Meetings`,
      ',,nobody,x,y,z',
      'A,B,c@acme.example,,,TRUE',
      'A,B,d@acme.example,,,FALSE',
    )
    expect(reasons(readRows(sheet, { mode: 'add-only' }))).toMatchObject([
      { code: 'person.email-malformed' },
      { code: 'csv.value-rejected', given: 'x' },
      { code: 'csv.value-rejected', given: 'y' },
      { code: 'csv.value-rejected', given: 'z', header: 'Meetings' },
    ])
  })

  it('makes of every row exactly one understood or rejected, at its line', () => {
    const cell = fc.constantFrom('', 'TRUE', 'FALSE', 'x', 'T', '"a\nb"')
    const email = fc.constantFrom('a@acme.example', 'b@acme.example', 'nobody', '')
    const row = fc
      .tuple(email, fc.array(cell, { maxLength: 5 }))
      .map(([mail, cells]) => ['n', 'm', mail, ...cells].join(','))
    fc.assert(
      fc.property(
        fc.array(row),
        fc.constantFrom('add-only' as const, 'add-and-remove' as const),
        (rows, mode) => {
          const sheet = sheetOf(header, ...rows)
          const reading = readRows(sheet, { mode })
          expect(
            [...reading.rows, ...reading.rejected].map(({ line }) => line).toSorted((a, b) => a - b),
          ).toEqual(sheet.table.records.map(({ line }) => line))
          expect(
            reading.rows.flatMap(({ problems }) => problems).filter(({ severity }) => severity === 'error'),
          ).toEqual([])
          expect(reading.rejected.filter(({ problems }) => problems.length === 0)).toEqual([])
        },
      ),
    )
  })

  it('reads 20,000 rows', () => {
    const line = 'Ada,Lovelace,ada@acme.example,TRUE,FALSE,FALSE,TRUE,,FALSE'
    const sheet = sheetOf(
      `${header},Meetings,Message,Calling,Events`,
      ...Array.from({ length: 20_000 }, () => line),
    )
    expect(readRows(sheet, { mode: 'add-only' }).rows).toHaveLength(20_000)
  })
})

describe('openCsv', () => {
  const records = [
    ['First Name', 'Last Name', 'User ID/Email (Required)', 'Webex Contact Center premium [Sub1]'],
    ['Zoë', 'Łęcka', 'zoe@acme.example', 'TRUE'],
    ['Ada, Lady', 'O"Neil', 'ada@acme.example', 'FALSE'],
  ]

  it('understands a file as German Excel writes it, and remembers how', () => {
    const text = stringifyCsv(records, { delimiter: ';', newline: 'crlf', hasBom: true })
    const opened = openCsv(new TextEncoder().encode(text), parseCsv)
    expect(opened).toMatchObject({
      ok: true,
      encoding: 'utf-8',
      layout: { delimiter: ';', newline: 'crlf', hasBom: true },
      problems: [],
    })
    expect(
      opened.ok && [opened.sheet.table.headers, ...opened.sheet.table.records.map(({ cells }) => cells)],
    ).toEqual(records)
  })

  it('CSV-3: says that a code page was guessed', () => {
    const bytes = Uint8Array.from('Email,Last Name\na@acme.example,Kami\xf1ski\n', (letter) =>
      letter.charCodeAt(0),
    )
    const opened = openCsv(bytes, parseCsv)
    expect(opened.problems.map(({ code, facts }) => [code, facts])).toEqual([
      ['csv.encoding-guessed', { encoding: 'windows-1250' }],
      ['csv.no-license-column', {}],
    ])
    expect(openCsv(bytes, parseCsv, { legacy: 'windows-1252' })).toMatchObject({
      encoding: 'windows-1252',
      sheet: { table: { records: [{ cells: ['a@acme.example', 'Kamiñski'] }] } },
    })
  })

  it.each([
    ['an empty file', '', 'csv.empty'],
    ['a header alone', 'Email,Last Name\n', 'csv.no-rows'],
    ['no e-mail column', 'First Name,Last Name\nAda,Lovelace\n', 'csv.no-email-column'],
    ['an open quote', 'Email\n"ada@acme.example\n', 'csv.unreadable'],
  ])('refuses %s', (_, text, code) => {
    const { problems } = openCsv(new TextEncoder().encode(text), parseCsv)
    expect(problems.filter(({ severity }) => severity === 'error').map((problem) => problem.code)).toEqual([
      code,
    ])
  })
})
