import * as fc from 'fast-check'
import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import {
  cell,
  fit,
  line,
  lineWidth,
  sentence,
  tone,
  truncate,
  truncateMiddle,
  widthOf,
  wrap,
} from './line.ts'

const text = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }))

describe('lines', () => {
  it('keeps both ends of an address that is too long', () => {
    expect(truncateMiddle('ada.lovelace@example.com', 15)).toBe('ada.lov…ple.com')
  })

  it('counts wide characters as two columns', () => {
    expect([truncate('佐藤太郎', 5), cell('佐藤', 6), truncateMiddle('佐藤太郎', 5)]).toEqual([
      '佐藤…',
      '佐藤  ',
      '佐…郎',
    ])
  })

  it('measures each sign up to the symbols as a terminal does', () => {
    const signs = Array.from({ length: 0x2800 - 0x20 }, (_, index) => String.fromCodePoint(0x20 + index))
    expect(signs.filter((sign) => widthOf(sign) !== stringWidth(sign))).toEqual([])
  })

  it('wraps at blanks, and inside a word only where it is longer than the row', () => {
    expect(wrap('one two three incomprehensible', 8)).toEqual(['one two', 'three', 'incompre', 'hensible'])
  })

  it('indents the rows after the first by the width of what leads', () => {
    const rows = sentence('a message of some length', 14, 'plain', tone('bad', 'x '))
    expect(rows.map(({ segments }) => segments.map((segment) => segment.text).join(''))).toEqual([
      'x a message of',
      '  some length',
    ])
  })

  it('M18: never makes a row wider than it may be', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 4, max: 60 }), (value, width) => {
        const flat = value.replace(/\s/g, ' ')
        for (const row of wrap(flat, width)) expect(stringWidth(row)).toBeLessThanOrEqual(width)
        expect(stringWidth(truncate(flat, width))).toBeLessThanOrEqual(width)
        expect(stringWidth(truncateMiddle(flat, width))).toBeLessThanOrEqual(width)
        expect(lineWidth(fit(line(flat, tone('good', flat)), width))).toBeLessThanOrEqual(width)
      }),
    )
  })

  it('loses no word when wrapping', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1 }), (words) => {
        expect(wrap(words.join(' '), 12).join(' ')).toBe(words.join(' '))
      }),
    )
  })
})
