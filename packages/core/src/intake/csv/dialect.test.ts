import { describe, expect, it } from 'vitest'
import { sniffDialect } from './dialect.ts'

describe('sniffDialect', () => {
  it.each([
    ['commas', 'First Name,Last Name,Email\nAda,Lovelace,a@b.c\n', ','],
    ['semicolons of German and Polish Excel', 'First Name;Last Name;Email\nAda;Lovelace;a@b.c\n', ';'],
    ['tabs', 'First Name\tLast Name\tEmail\nAda\tLovelace\ta@b.c\n', '\t'],
    [
      'semicolons with commas inside cells',
      'Name;Title;Email\nAda;Countess, programmer;a@b.c\nGrace;Admiral, USN;g@b.c',
      ';',
    ],
    ['commas with semicolons inside cells', 'Name,Teams,Email\nAda,x;y;z,a@b.c\nGrace,x;y,g@b.c\n', ','],
    [
      'a quoted header with the other delimiter in it',
      '"Name, first";"Name, last";Email\nAda;Lovelace;a@b.c\n',
      ';',
    ],
    ['rows that end early', 'A,B,C,D\nAda\nGrace\nAlan;x\n', ','],
    ['a header alone', 'First Name;Email', ';'],
    ['a line break in a quoted cell', 'A;"B,\n,,,,"\n1;2\n', ';'],
  ])('finds %s', (_, text, delimiter) => {
    expect(sniffDialect(text)).toMatchObject({ delimiter, reason: 'header-and-rows' })
  })

  it.each([
    ['sep=;\r\nA;B,C\r\n1;2,3', ';', 7],
    ['"sep=,"\nA,B;C;D\n', ',', 8],
    ['SEP=\t\nA\tB', '\t', 6],
    ['sep=;;;\nA;B;C\n', ';', 8],
  ])('understands the line %j', (text, delimiter, start) => {
    expect(sniffDialect(text)).toMatchObject({ delimiter, start, reason: 'sep-line', skippedLines: 1 })
  })

  it('says what it counted, and when nothing speaks for any delimiter', () => {
    expect(sniffDialect('Email\nada@example.com\n')).toEqual({
      delimiter: ',',
      reason: 'single-column',
      counts: { ',': 0, ';': 0, '\t': 0 },
      start: 0,
      skippedLines: 0,
    })
    expect(sniffDialect('A;B,C;D')).toMatchObject({ counts: { ',': 1, ';': 2, '\t': 0 } })
  })

  it('lets someone choose, and still steps over the sep line', () => {
    expect(sniffDialect('sep=;\nA;B', ',')).toMatchObject({ delimiter: ',', reason: 'chosen', start: 6 })
  })
})
