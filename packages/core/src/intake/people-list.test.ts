import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPeopleList } from './people-list.ts'

const ada = { email: 'ada@example.com' }
const grace = { email: 'grace@example.com' }
const adaLovelace = { ...ada, firstName: 'Ada', lastName: 'Lovelace' }
const graceHopper = { ...grace, firstName: 'Grace', lastName: 'Hopper' }

describe('readPeopleList', () => {
  it.each([
    ['one address', 'ada@example.com', [ada]],
    ['addresses on lines', 'ada@example.com\ngrace@example.com', [ada, grace]],
    [
      'Windows and old Mac line ends',
      'ada@example.com\r\ngrace@example.com\rada@example.com',
      [ada, grace, ada],
    ],
    ['semicolons', 'ada@example.com; grace@example.com;', [ada, grace]],
    ['blanks between addresses', 'ada@example.com  grace@example.com', [ada, grace]],
    ['a byte order mark', '\ufeffada@example.com', [ada]],
    ['non-breaking and trailing blanks', '\u00a0ada@example.com \u00a0\t ', [ada]],
    ['blank lines', '\n \n\t\nada@example.com\n,\n;;\n', [ada]],
    ['a name before the address', 'Ada Lovelace <ada@example.com>', [adaLovelace]],
    ['no blank before the bracket', 'Ada Lovelace<ada@example.com>', [adaLovelace]],
    ['a quoted name', '"Ada Lovelace" <ada@example.com>', [adaLovelace]],
    ['a quoted surname first', '"Lovelace, Ada" <ada@example.com>', [adaLovelace]],
    [
      'a directory list with semicolons',
      '"Lovelace, Ada" <ada@example.com>; "Hopper, Grace" <grace@example.com>',
      [adaLovelace, graceHopper],
    ],
    [
      'several first names',
      'Ada Augusta King <ada@example.com>',
      [{ ...ada, firstName: 'Ada Augusta', lastName: 'King' }],
    ],
    ['a single name', 'Ada <ada@example.com>', [{ ...ada, firstName: 'Ada' }]],
    ['a comma in a quoted address list', '"ada@example.com","grace@example.com"', [ada, grace]],
    ['the address as its own name', 'ada@example.com <ada@example.com>', [ada]],
    ['the quoted address as its own name', "'ada@example.com' <ada@example.com>", [ada]],
    ['brackets without a name', '<ada@example.com>', [ada]],
    ['mail links', 'mailto:ada@example.com\nMAILTO:grace@example.com', [ada, grace]],
    ['a mail link in brackets', 'Ada Lovelace <mailto:ada@example.com>', [adaLovelace]],
    ['cells: first, last, address', 'Ada\tLovelace\tada@example.com', [adaLovelace]],
    ['cells: address, first, last', 'ada@example.com\tAda\tLovelace', [adaLovelace]],
    ['cells: first, address, last', 'Ada\tada@example.com\tLovelace', [adaLovelace]],
    ['cells: whole name, address', 'Ada Lovelace\tada@example.com', [adaLovelace]],
    ['cells: surname and name in one', '"Lovelace, Ada"\tada@example.com', [adaLovelace]],
    ['cells: empty ones around', '\t\tAda\t""\tLovelace\t\tmailto:ada@example.com\t', [adaLovelace]],
    ['cells: addresses only', 'ada@example.com\tgrace@example.com, ada@example.com', [ada, grace, ada]],
    [
      'two-word first name in a cell',
      'Ada Augusta\tKing\tada@example.com',
      [{ ...ada, firstName: 'Ada Augusta', lastName: 'King' }],
    ],
    [
      'letters of any script',
      'Łukasz Żółć <łukasz@przykład.pl>',
      [{ email: 'łukasz@przykład.pl', firstName: 'Łukasz', lastName: 'Żółć' }],
    ],
  ])('reads %s', (_, text, people) => {
    expect(readPeopleList(text)).toEqual({ people, problems: [] })
  })

  it('NEW-12: reads several addresses that commas separate', () => {
    expect(readPeopleList('ada@example.com,grace@example.com, ada@example.com')).toEqual({
      people: [ada, grace, ada],
      problems: [],
    })
  })

  it.each([
    ['a word without an address', 'Ada', ['Ada']],
    ['a blank inside an address', 'ada @example.com', ['ada @example.com']],
    ['a name without brackets', 'Ada Lovelace ada@example.com', ['Ada Lovelace ada@example.com']],
    ['text after the address', 'Ada <ada@example.com> (office)', ['Ada <ada@example.com> (office)']],
    ['a bracket that never closes', 'Ada <ada@example.com, grace', ['Ada <ada@example.com, grace']],
    ['a quote that never closes', '"Lovelace, Ada <ada@example.com>', ['"Lovelace, Ada <ada@example.com>']],
    [
      'a mail link with a subject',
      'mailto:ada@example.com?subject=Hi',
      ['mailto:ada@example.com?subject=Hi'],
    ],
    ['more names than two', '"King, Ada, Lady" <ada@example.com>', ['"King, Ada, Lady" <ada@example.com>']],
    [
      'another address as a name',
      'grace@example.com <ada@example.com>',
      ['grace@example.com <ada@example.com>'],
    ],
    ['a heading of columns', 'First Name\tLast Name\tEmail', ['First Name\tLast Name\tEmail']],
    [
      'more cells than a person has',
      'Ada\tLovelace\tLondon\tada@example.com',
      ['Ada\tLovelace\tLondon\tada@example.com'],
    ],
    [
      'names among addresses in cells',
      'Ada\tada@example.com\tgrace@example.com',
      ['Ada\tada@example.com\tgrace@example.com'],
    ],
    ['empty brackets and quotes', '<>, ""', ['<>', '""']],
  ])('keeps %s as unreadable', (_, text, unreadable) => {
    expect(readPeopleList(text)).toEqual({
      people: [],
      problems: unreadable.map((piece) => ({
        code: 'line.unreadable',
        severity: 'error',
        subject: { kind: 'stage' },
        facts: { line: 1, text: piece },
      })),
    })
  })

  it('tells the line of what it cannot read and reads on', () => {
    const reading = readPeopleList('ada@example.com\r\n\r\nnobody; grace@example.com')
    expect(reading.people).toEqual([ada, grace])
    expect(reading.problems.map(({ facts }) => facts)).toEqual([{ line: 3, text: 'nobody' }])
  })

  it('does not guess that a word before a comma is a surname', () => {
    const reading = readPeopleList('Lovelace, Ada <ada@example.com>')
    expect(reading.people).toEqual([{ ...ada, firstName: 'Ada' }])
    expect(reading.problems.map(({ facts }) => facts)).toEqual([{ line: 1, text: 'Lovelace' }])
  })

  it('leaves a malformed address to the rules instead of correcting it', () => {
    expect(readPeopleList('ada@@example.com; grace@example.com.').people).toEqual([
      { email: 'ada@@example.com' },
      { email: 'grace@example.com.' },
    ])
  })

  it('makes exactly one person or problem of every piece', () => {
    const word = fc.stringMatching(/^[a-zżółć]{1,8}$/)
    const address = fc.tuple(word, word).map(([local, domain]) => `${local}@${domain}.org`)
    const piece = fc.oneof(
      address,
      word,
      fc.tuple(word, word, address).map(([first, last, mail]) => `${first} ${last} <${mail}>`),
      fc.tuple(word, word, address).map(([first, last, mail]) => `"${last}, ${first}" <${mail}>`),
      fc.tuple(word, address).map(([first, mail]) => `${first} ${mail}`),
      address.map((mail) => `mailto:${mail}`),
    )
    const separator = fc.constantFrom('\n', '\r\n', ',', ';', ' ; ', '\n\n \n', ',\u00a0')
    fc.assert(
      fc.property(fc.array(fc.tuple(piece, separator)), (list) => {
        const reading = readPeopleList(list.flat().join(''))
        expect(reading.people.length + reading.problems.length).toBe(list.length)
      }),
    )
  })

  it('loses no line of any text', () => {
    const text = fc.string({
      unit: fc.constantFrom(
        'a',
        '@',
        '.',
        '"',
        '<',
        '>',
        ',',
        ';',
        ' ',
        '\t',
        '\\',
        '\u00a0',
        '\n',
        '\r\n',
        'mailto:',
        "'",
      ),
      maxLength: 60,
    })
    fc.assert(
      fc.property(text, (input) => {
        const lines = input.split(/\r\n|\n/)
        const each = lines.map((line) => readPeopleList(line))
        for (const [index, { people, problems }] of each.entries()) {
          const isBlank = /^[\s,;]*$/.test(lines[index] ?? '')
          expect(people.length + problems.length > 0).toBe(!isBlank)
        }
        expect(readPeopleList(input)).toEqual({
          people: each.flatMap(({ people }) => people),
          problems: each.flatMap(({ problems }, index) =>
            problems.map((one) => ({ ...one, facts: { ...one.facts, line: index + 1 } })),
          ),
        })
      }),
      { numRuns: 2_000 },
    )
  })

  it('keeps every character of an unreadable piece', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,5}$/), { minLength: 1 })
    fc.assert(
      fc.property(words, (list) => {
        const piece = list.join(' ')
        expect(readPeopleList(piece).problems.map(({ facts: { text } }) => text)).toEqual([piece])
      }),
    )
  })

  it('takes time in proportion to the text', () => {
    const elapsed = (text: string): number => {
      const before = performance.now()
      readPeopleList(text)
      return performance.now() - before
    }
    const mixed = 'Ada Lovelace <ada@example.com>\nGrace\tHopper\tgrace@example.com\nnobody;ada@example.com\n'
    expect(elapsed(mixed.repeat(10_000))).toBeLessThan(2_000)
    expect(elapsed('"'.repeat(300_000))).toBeLessThan(2_000)
    expect(elapsed(`a${'"'.repeat(300_000)}`)).toBeLessThan(2_000)
    expect(elapsed('<'.repeat(300_000))).toBeLessThan(2_000)
    expect(elapsed(' '.repeat(300_000))).toBeLessThan(2_000)
    expect(elapsed(`a${' '.repeat(300_000)}b`)).toBeLessThan(2_000)
  })
})
