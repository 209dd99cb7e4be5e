import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sheetOf } from '../../../test/corpus/reference-csv.ts'
import { damageProblems, detectDamage, repair } from './damage.ts'
import { type LegacyEncoding, legacyPage } from './legacy.ts'

const header = 'First Name,Last Name,Email,Extension,Phone Number,Title,Meetings'

type Cells = Partial<
  Record<'first' | 'last' | 'email' | 'extension' | 'phone' | 'title' | 'meetings', string>
>

function row(cells: Cells): string {
  const { first = 'Ada', last = 'Lovelace', email = 'ada@acme.example' } = cells
  const { extension = '0421', phone = '+48221234567', title = 'Countess', meetings = 'TRUE' } = cells
  return [first, last, email, extension, phone, title, meetings]
    .map((cell) => `"${cell.replaceAll('"', '""')}"`)
    .join(',')
}

/** What is found in a file in which only these cells are not as exported; without an export unless told. */
function found(cells: Cells, exported?: Cells): readonly (readonly [string, string, string | undefined])[] {
  const baseline = exported === undefined ? undefined : sheetOf(header, row(exported))
  return detectDamage(sheetOf(header, row(cells)), baseline).map(({ kind, found: cell, proposed }) => [
    kind,
    cell,
    proposed,
  ])
}

/** What a text looks like when its UTF-8 is read in a code page. */
function misread(text: string, encoding: LegacyEncoding): string {
  const { upperHalf } = legacyPage(encoding)
  return [...new TextEncoder().encode(text)]
    .map((byte) => (byte < 0x80 ? String.fromCharCode(byte) : upperHalf[byte - 0x80]))
    .join('')
}

describe('numbers', () => {
  it.each([
    ['a number that had it', { phone: '48221234567' }, undefined, 'plus-lost', '48221234567', '+48221234567'],
    [
      'one in the export, whatever its length',
      { phone: '4512345678' },
      { phone: '+4512345678' },
      'plus-lost',
      '4512345678',
      '+4512345678',
    ],
    [
      'one that was grouped',
      { phone: '48221234567' },
      { phone: '+48 22 123 45 67' },
      'plus-lost',
      '48221234567',
      '+48 22 123 45 67',
    ],
    [
      'a national number, which nothing tells the country of',
      { phone: '5551234567' },
      undefined,
      'plus-lost',
      '5551234567',
      undefined,
    ],
  ] as const)('CSV-2: finds the + that was stripped from %s', (_, cells, exported, ...damage) => {
    expect(found(cells, exported)).toEqual([damage])
  })

  it.each([
    ['with its plus', { phone: '+48221234567' }, undefined],
    ['as in the export', { phone: '48221234567' }, { phone: '48221234567' }],
    ['that is to be removed', { phone: 'REMOVE|+48221234567' }, undefined],
    ['that is short, as an extension is', { extension: '421' }, undefined],
    ['that begins with 0', { phone: '0221234567' }, undefined],
  ])('CSV-2: leaves a number %s alone', (_, cells, exported) => {
    expect(found(cells, exported)).toEqual([])
  })

  it.each([
    ['1,23E+11', { phone: '+122987654321' }, '+122987654321'],
    ['1.23E+11', undefined, undefined],
    ['4,8221234567E+10', undefined, '48221234567'],
    ['4.82213E+10', { phone: '+48221312345' }, '+48221312345'],
    ['4.82213E+10', { phone: '+48999999999' }, undefined],
  ])('CSV-4: finds %s, and its number where that is certain', (phone, exported, proposed) => {
    expect(found({ phone }, exported)[0]).toEqual(['scientific', phone, proposed])
  })

  it.each([
    ['01.02.2026', '1-2'],
    ['2-Jan', '1-2'],
    ['02.sty', '2-1'],
    ['Mär 24', '3-24'],
    ['2026-03-04', '3-4'],
    ['12:30', '12-30'],
  ])('CSV-4: finds an extension that was made %s', (extension, before) => {
    expect(found({ extension })).toEqual([['date', extension, undefined]])
    expect(found({ extension }, { extension: before })).toEqual([['date', extension, before]])
  })

  it('CSV-4: finds dates in other columns where the export has none', () => {
    expect(found({ title: '3-Apr' }, { title: '3/4' })).toEqual([['date', '3-Apr', '3/4']])
    expect(found({ title: '3-Apr' })).toEqual([])
  })

  it('CSV-4: finds leading zeros that are gone', () => {
    expect(found({ extension: '421' }, { extension: '0421' })).toEqual([['zeros-lost', '421', '0421']])
    expect(found({ title: '7' }, { title: '007' })).toEqual([['zeros-lost', '7', '007']])
  })

  it('CSV-4: finds decimals that were added, and the + that went with them', () => {
    expect(found({ phone: '48221234567,00' })).toEqual([
      ['decimal', '48221234567,00', '48221234567'],
      ['plus-lost', '48221234567', '+48221234567'],
    ])
  })
})

describe('text', () => {
  it.each([
    ['blanks around a cell', { first: ' Ada ' }, ' Ada ', 'Ada'],
    ['a non-breaking blank', { last: 'van\u00a0Rossum' }, 'van\u00a0Rossum', 'van Rossum'],
    [
      'an invisible character',
      { email: 'ada\u200b@acme.example' },
      'ada\u200b@acme.example',
      'ada@acme.example',
    ],
  ])('CSV-3: finds %s', (_, cells, cell, proposed) => {
    expect(found(cells)).toEqual([['spaces', cell, proposed]])
  })

  it('CSV-3: finds blanks that the export had', () => {
    expect(found({ title: 'Countess' }, { title: 'Countess ' })).toEqual([
      ['spaces', 'Countess', 'Countess '],
    ])
  })

  it('C-7: blanks around TRUE are no damage', () => {
    expect(found({ meetings: ' true ' })).toEqual([])
  })

  it.each([
    ['‘', 'O‘Neil', "O'Neil"],
    ['’', 'O’Neil', "O'Neil"],
    ['„ and ”', '„Ada”', '"Ada"'],
  ])('CSV-3: finds the quotation mark %s', (_, last, proposed) => {
    expect(found({ last })).toEqual([['smart-quotes', last, proposed]])
  })

  it.each([
    ['Aäśś', 'windows-1250'],
    ['Łukasz', 'windows-1252'],
    ['Łukasz', 'windows-1250'],
    ['Jürgen', 'windows-1252'],
    ['Jürgen', 'windows-1250'],
    ['Żółć', 'windows-1250'],
    ['D’Arcy', 'windows-1252'],
    ['Ольга', 'windows-1252'],
    ['山田太郎', 'windows-1252'],
  ] as const)('CSV-3: finds %s read as %s', (name, encoding) => {
    const [damage] = found({ first: misread(name, encoding) })
    expect(damage).toEqual(['mojibake', misread(name, encoding), name])
  })

  it('CSV-3: finds a name that was read wrongly twice', () => {
    const twice = misread(misread('Müller', 'windows-1252'), 'windows-1252')
    expect(found({ last: twice })).toEqual([['mojibake', twice, 'Müller']])
  })

  it.each([
    ['a character that stands for a lost one', 'M\ufffdller', undefined],
    ['a question mark inside a name', 'Wi?niewski', undefined],
    ['a question mark that the export has a letter for', '?ukasz', 'Łukasz'],
  ])('CSV-3: finds %s', (_, last, before) => {
    expect(found({ last }, before === undefined ? undefined : { last: before })).toEqual([
      ['mojibake', last, before],
    ])
  })

  it.each([
    'RÓŻA',
    'ŻÓŁĆ',
    'Müller',
    'Dvořák',
    'Çelik',
    'Ñandú',
    'Ærø',
    'ÅNGSTRÖM',
    'Ćłż',
    'Великий',
    "O'Neil",
    'Nuñez?',
  ])('CSV-3: leaves the name %s alone', (last) => {
    expect(found({ last })).toEqual([])
  })

  const name = fc
    .oneof(
      fc.stringMatching(/^[A-ZĆŁŚŹŻ][a-z][a-ząćęłńóśźż]{1,10}$/),
      fc.stringMatching(/^[A-ZČĎŘŠŤŽ][a-z][a-záčďéěíňóřšťúůýž]{1,10}$/),
      fc.stringMatching(/^[A-ZÄÖÜ][a-z][a-zäöüß]{1,10}$/),
    )
    .filter((text) => /[^\x20-\x7e]/.test(text))

  it('CSV-3: leaves whatever Polish, Czech or German name alone', () => {
    fc.assert(
      fc.property(name, (last) => {
        expect(found({ last })).toEqual([])
      }),
      { numRuns: 1_000 },
    )
  })

  it('CSV-3: whatever Polish, Czech or German name was read in the wrong code page is found', () => {
    fc.assert(
      fc.property(
        name,
        fc.constantFrom('windows-1250' as const, 'windows-1252' as const),
        (text, encoding) => {
          const [damage] = found({ last: misread(text, encoding) })
          expect(damage?.[0]).toBe('mojibake')
          expect(damage?.[2]).toBe(text)
        },
      ),
      { numRuns: 1_000 },
    )
  })
})

describe('links, formulas and booleans', () => {
  it.each([
    'mailto:ada@acme.example',
    '<ada@acme.example>',
    'Ada Lovelace <ada@acme.example>',
    'ada@acme.example <mailto:ada@acme.example>',
    '[ada@acme.example](mailto:ada@acme.example)',
    'ada@acme.example.',
    'ada@acme.example;',
    '"ada@acme.example"',
  ])('CSV-3: finds the address in %s', (email) => {
    expect(found({ email })).toEqual([['auto-link', email, 'ada@acme.example']])
  })

  it.each([
    ['="0421"', '0421'],
    ['=HYPERLINK("mailto:ada@acme.example","ada@acme.example")', 'ada@acme.example'],
    ['=+48221234567', '+48221234567'],
    ['=A1&B1', undefined],
    ['#NAME?', undefined],
    ['#WERT!', undefined],
    ['########', undefined],
  ])('CSV-4: finds the formula %s', (title, proposed) => {
    expect(found({ title })).toEqual([['formula', title, proposed]])
  })

  it('CSV-4: finds the apostrophe that kept a cell text', () => {
    expect(found({ phone: "'+48221234567" })).toEqual([['text-marker', "'+48221234567", '+48221234567']])
    expect(found({ last: "'t Hooft" })).toEqual([])
  })

  it.each([
    ['WAHR', 'TRUE'],
    ['FALSCH', 'FALSE'],
    ['PRAWDA', 'TRUE'],
    ['FAŁSZ', 'FALSE'],
  ])('CSV-4: finds %s, which a spreadsheet made of %s', (meetings, proposed) => {
    expect(found({ meetings })).toEqual([['flag-translated', meetings, proposed]])
  })
})

describe('detectDamage', () => {
  it('names line, column and header, and the rule', () => {
    expect(
      detectDamage(sheetOf(header, row({}), row({ email: 'b@acme.example', phone: '48221234567' }))),
    ).toEqual([
      {
        line: 3,
        column: 4,
        header: 'Phone Number',
        found: '48221234567',
        proposed: '+48221234567',
        kind: 'plus-lost',
        rule: 'CSV-2',
      },
    ])
  })

  it('finds the person in the export whatever the case of the address and the order of columns', () => {
    const exported = sheetOf('Phone Number,User ID/Email (Required)', '+4512345678,ADA@acme.example')
    expect(detectDamage(sheetOf(header, row({ phone: '4512345678' })), exported)).toMatchObject([
      { proposed: '+4512345678' },
    ])
  })

  it('finds nothing in a file that is as exported', () => {
    const any = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll(/[\0\r\n"]/g, ''))
    fc.assert(
      fc.property(any, any, any, (first, phone, title) => {
        expect(found({ first, phone, title }, { first, phone, title })).toEqual([])
      }),
    )
  })

  it('makes a question of each damage', () => {
    const damages = detectDamage(sheetOf(header, row({ phone: '48221234567' }), row({ extension: '2-Jan' })))
    expect(damageProblems(damages)).toEqual([
      {
        code: 'csv.damaged',
        severity: 'question',
        rule: 'CSV-2',
        subject: { kind: 'stage' },
        facts: {
          line: 2,
          column: 5,
          header: 'Phone Number',
          kind: 'plus-lost',
          found: '48221234567',
          proposed: '+48221234567',
        },
      },
      {
        code: 'csv.damaged',
        severity: 'question',
        rule: 'CSV-4',
        subject: { kind: 'stage' },
        facts: { line: 3, column: 4, header: 'Extension', kind: 'date', found: '2-Jan' },
      },
    ])
  })

  it('looks through 20,000 rows in time proportional to them', () => {
    const rows = Array.from({ length: 20_000 }, (_, index) =>
      row({ email: `p${index}@acme.example`, last: `Müller${index}` }),
    )
    const sheet = sheetOf(header, ...rows)
    expect(detectDamage(sheet, sheet)).toEqual([])
    expect(detectDamage(sheet)).toEqual([])
  })
})

describe('repair', () => {
  const sheet = sheetOf(
    header,
    row({}),
    row({ phone: '48221234567,00', first: ' Ada' }),
    row({ extension: '2-Jan' }),
  )
  const damages = detectDamage(sheet)

  it('CSV-4: repairs nothing without consent', () => {
    expect(repair(sheet.table, damages, 'none')).toEqual({ table: sheet.table, repaired: [], left: damages })
  })

  it('CSV-4: puts back all that is proposed and names what is left', () => {
    const { table, repaired, left } = repair(sheet.table, damages, 'all')
    expect(table.records.map(({ cells, line }) => [line, cells[0], cells[3], cells[4]])).toEqual([
      [2, 'Ada', '0421', '+48221234567'],
      [3, 'Ada', '0421', '+48221234567'],
      [4, 'Ada', '2-Jan', '+48221234567'],
    ])
    expect([repaired.length, left.map(({ kind }) => kind)]).toEqual([3, ['date']])
    expect(table.headers).toBe(sheet.table.headers)
    expect(detectDamage({ ...sheet, table })).toEqual(left)
  })

  it('CSV-4: repairs only what was agreed to, and not upon what was not', () => {
    const { table, repaired, left } = repair(sheet.table, damages, ({ kind }) => kind === 'plus-lost')
    expect(table).toBe(sheet.table)
    expect([repaired, left]).toEqual([[], damages])
    expect(repair(sheet.table, damages, ({ kind }) => kind === 'spaces').repaired).toHaveLength(1)
  })

  it('reports every damage exactly once, as repaired or as left', () => {
    fc.assert(
      fc.property(fc.func(fc.boolean()), (consent) => {
        const { repaired, left } = repair(sheet.table, damages, consent)
        expect(new Set([...repaired, ...left])).toEqual(new Set(damages))
        expect(repaired.length + left.length).toBe(damages.length)
      }),
    )
  })
})
