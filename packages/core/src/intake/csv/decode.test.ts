import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeCsv } from './decode.ts'
import { encodeLegacy, type LegacyEncoding, legacyPage } from './legacy.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

function wide(text: string, order: 'le' | 'be'): Uint8Array {
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const code = character.charCodeAt(0)
      const pair = [code & 0xff, code >> 8]
      return order === 'le' ? pair : pair.toReversed()
    }),
  )
}

function legacy(text: string, encoding: LegacyEncoding): Uint8Array {
  return encodeLegacy(text, legacyPage(encoding))!
}

const polish = 'First Name,Last Name\r\nŻaneta,Gęśląjaźń\r\nŁukasz,Żółć\r\n'
const german = 'First Name;Last Name\nJürgen;Weiß\nFrançois;Lefèvre\nIñigo;Muñoz\n'

describe('decodeCsv', () => {
  it.each([
    [
      'UTF-8',
      utf8(polish),
      { utf8: utf8(polish), encoding: 'utf-8', hasBom: false, isGuess: false, newline: 'crlf' },
    ],
    [
      'UTF-8 with its mark',
      utf8(`\ufeff${polish}`),
      { utf8: utf8(polish), encoding: 'utf-8', hasBom: true, isGuess: false, newline: 'crlf' },
    ],
    [
      'UTF-16 with its mark',
      wide(`\ufeff${polish}`, 'le'),
      { encoding: 'utf-16le', hasBom: true, isGuess: false, newline: 'crlf' },
    ],
    [
      'UTF-16 without it',
      wide(polish, 'le'),
      { encoding: 'utf-16le', hasBom: false, isGuess: false, newline: 'crlf' },
    ],
    [
      'UTF-16 the other way round',
      wide(`\ufeff${polish}`, 'be'),
      { encoding: 'utf-16be', hasBom: true, isGuess: false, newline: 'crlf' },
    ],
    [
      'what Polish Excel writes',
      legacy(polish, 'windows-1250'),
      { encoding: 'windows-1250', hasBom: false, isGuess: true, newline: 'crlf' },
    ],
  ])('reads %s', (_, bytes, how) => {
    expect(decodeCsv(bytes)).toEqual({ ok: true, text: polish, ...how })
  })

  it.each([
    ['German and French', german],
    ['only letters that both code pages have', 'a,b\nJürgen,Weiß\nJosé,Gómez\n'],
    ['a Scandinavian name', 'a,b\nSøren,Ærø\nÅsa,Nyström\n'],
  ])('reads %s as Western European', (_, text) => {
    expect(decodeCsv(legacy(text, 'windows-1252'))).toMatchObject({ text, encoding: 'windows-1252' })
  })

  it.each([
    ['a single Polish ń before a consonant', 'a,b\nJan,Kamiński\n'],
    ['a Czech name', 'a,b\nJiří,Dvořák\nŠárka,Nováková\n'],
  ])('reads %s as Central European', (_, text) => {
    expect(decodeCsv(legacy(text, 'windows-1250'))).toMatchObject({ text, encoding: 'windows-1250' })
  })

  it('says that a code page is a guess only where another one would read otherwise, and follows a choice', () => {
    const both = legacy('a\nJürgen', 'windows-1252')
    expect(decodeCsv(both)).toMatchObject({ isGuess: false })
    expect(decodeCsv(legacy('a\nIñigo', 'windows-1252'), { legacy: 'windows-1250' })).toMatchObject({
      text: 'a\nIńigo',
      isGuess: false,
    })
  })

  it('tells which line ends the file has', () => {
    expect(['a\r\nb', 'a\nb', 'a\rb', 'a'].map((text) => decodeCsv(utf8(text)))).toMatchObject([
      { newline: 'crlf' },
      { newline: 'lf' },
      { newline: 'cr' },
      { newline: 'lf' },
    ])
  })

  it.each([
    ['nothing', new Uint8Array()],
    ['a byte order mark alone', utf8('\ufeff')],
    ['blank lines', utf8('\r\n \r\n')],
  ])('CSV-6: refuses a file of %s as empty', (_, bytes) => {
    expect(decodeCsv(bytes)).toEqual({
      ok: false,
      problems: [
        { code: 'csv.empty', severity: 'error', rule: 'CSV-6', subject: { kind: 'stage' }, facts: {} },
      ],
    })
  })

  it.each([
    ['xlsx', 'PK\u0003\u0004\u0014\0\u0006\0[Content_Types].xml'],
    ['ods', 'PK\u0003\u0004\0\0mimetypeapplication/vnd.oasis.opendocument.spreadsheet'],
    ['zip', 'PK\u0003\u0004\0\0export.csv'],
    ['xls', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
    ['gzip', '\x1f\x8b\x08\0'],
    ['pdf', '%PDF-1.7\n'],
    ['png', '\x89PNG\r\n\x1a\n'],
    ['jpeg', '\xff\xd8\xff\xe0'],
    ['gif', 'GIF89a'],
    ['sqlite', 'SQLite format 3\0'],
    ['html', '\n<!DOCTYPE html><title>Sign in</title>'],
    ['xml', '<?xml version="1.0"?>'],
    ['rtf', '{\\rtf1\\ansi First Name'],
    ['nul-bytes', 'First Name,Last Name\nAda,Love\0lace\n'],
  ])('names a file that is %s instead of reading it', (kind, start) => {
    const bytes = Uint8Array.from(start, (character) => character.charCodeAt(0))
    const reading = decodeCsv(bytes)
    expect(reading.ok ? [] : reading.problems.map(({ code, facts }) => [code, facts['kind']])).toEqual([
      ['csv.binary', kind],
    ])
  })

  it('names UTF-16 that was cut off in the middle of a character, and NUL characters in it', () => {
    expect(decodeCsv(wide(`\ufeff${polish}`, 'le').slice(0, -1))).toMatchObject({
      problems: [{ facts: { kind: 'cut-off' } }],
    })
    expect(decodeCsv(wide('\ufeffa,b\0', 'le'))).toMatchObject({
      problems: [{ facts: { kind: 'nul-bytes' } }],
    })
  })

  it('gives back any text that was written as UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.boolean(), (inner, hasBom) => {
        const text = `Name,${inner.replaceAll(/[\0\ufeff]/g, '')}`
        expect(decodeCsv(utf8(hasBom ? `\ufeff${text}` : text))).toMatchObject({
          text,
          encoding: 'utf-8',
          hasBom,
        })
      }),
    )
  })

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => typeof decodeCsv(bytes).ok === 'boolean'),
    )
  })
})
