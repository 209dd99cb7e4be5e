import type { Problem } from '../domain/problem.ts'
import type { RequestedPerson } from './request.ts'

export interface PeopleList {
  readonly people: readonly RequestedPerson[]
  readonly problems: readonly Problem[]
}

/**
 * Reads pasted text as people: addresses between line ends, commas or semicolons (NEW-12), `Name Surname <mail>`,
 * `"Surname, Name" <mail>`, `mailto:` links, and spreadsheet cells between tabs. Each piece becomes a person or a
 * problem. Nothing is corrected, and addresses are not judged.
 *
 * @example
 * readPeopleList('Ada Lovelace <ada@example.com>; grace@example.com').people.length // 2
 */
export function readPeopleList(text: string): PeopleList {
  const people: RequestedPerson[] = []
  const problems: Problem[] = []
  for (const [index, line] of text.split(lineEnds).entries()) {
    for (const reading of readLine(line)) {
      if ('email' in reading) people.push(reading)
      else problems.push(unreadable(index + 1, reading.unreadable))
    }
  }
  return { people, problems }
}

const lineEnds = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/u

type Reading = RequestedPerson | { readonly unreadable: string }

function unreadable(line: number, text: string): Problem {
  return { code: 'line.unreadable', severity: 'error', subject: { kind: 'stage' }, facts: { line, text } }
}

function readLine(line: string): readonly Reading[] {
  const cells = line
    .split('\t')
    .map((cell) => cell.trim())
    .filter((cell) => /[^\s,;]/u.test(cell))
  if (cells.length <= 1) return pieces(line).map(readPiece)
  const addressed = cells.filter((cell) => cell.includes('@'))
  if (addressed.length === cells.length) return cells.flatMap(pieces).map(readPiece)
  return [readRow(cells, addressed) ?? { unreadable: line.trim() }]
}

/** Cells of one spreadsheet row: the one with @ is the address, the others are first and last name in that order. */
function readRow(cells: readonly string[], addressed: readonly string[]): RequestedPerson | undefined {
  const [cell, another] = addressed
  if (cell === undefined || another !== undefined) return undefined
  const email = addressOf(unquote(cell))
  const names = cells
    .filter((other) => other !== cell)
    .map(unquote)
    .filter(Boolean)
  if (email === undefined || names.length > 2) return undefined
  const [first = '', last] = names
  if (last !== undefined) return { email, firstName: first, lastName: last }
  return withName(email, first)
}

function readPiece(piece: string): Reading {
  const bracket = piece.endsWith('>') ? piece.lastIndexOf('<') : -1
  const email = addressOf(bracket < 0 ? unquote(piece) : piece.slice(bracket))
  if (email === undefined) return { unreadable: piece }
  const name = bracket < 0 ? '' : unquote(piece.slice(0, bracket).trim())
  return withName(email, name) ?? { unreadable: piece }
}

/** An address as written, without the brackets or the `mailto:` around it. */
function addressOf(text: string): string | undefined {
  const bare = text.startsWith('<') && text.endsWith('>') ? text.slice(1, -1).trim() : text
  const isLink = /^mailto:/i.test(bare)
  const address = isLink ? bare.slice('mailto:'.length) : bare
  if (isLink && /[?%]/.test(address)) return undefined
  return address.includes('@') && !/[\s,;<>]/u.test(address) ? address : undefined
}

/** `Surname, Name`, or words of which the last is the surname; one word is a first name. */
function withName(email: string, name: string): RequestedPerson | undefined {
  if (name === '' || name.replaceAll(/^'|'$/g, '') === email) return { email }
  if (name.includes('@') || /[<>"]/.test(name)) return undefined
  const [surname = '', given, ...rest] = name.split(',').map((part) => part.trim())
  if (given !== undefined) {
    return surname && given && rest.length === 0 ? { email, firstName: given, lastName: surname } : undefined
  }
  const words = name.split(/\s+/u)
  const last = words.length > 1 ? words.pop() : undefined
  const firstName = words.join(' ')
  return last === undefined ? { email, firstName } : { email, firstName, lastName: last }
}

/** What stands between commas and semicolons; those inside quotes or angle brackets separate nothing. */
function pieces(text: string): readonly string[] {
  const found: string[] = []
  let start = 0
  let closer = ''
  let isBlank = true
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index] ?? ''
    if (closer !== '') {
      if (character === '\\' && closer === '"') index += 1
      else if (character === closer) closer = ''
    } else if (character === '<') closer = '>'
    else if (character === '"' && isBlank) closer = '"'
    else if (character === ',' || character === ';') {
      found.push(text.slice(start, index))
      start = index + 1
    }
    isBlank = start > index || (isBlank && character.trim() === '')
  }
  found.push(text.slice(start))
  return found.flatMap((piece) => spaced(piece.trim()))
}

/** Addresses with nothing but blanks between them are one piece each. */
function spaced(piece: string): readonly string[] {
  if (piece === '') return []
  const words = piece.split(/\s+/u)
  return words.every((word) => word.includes('@') && !/[<>"]/.test(word)) ? words : [piece]
}

function unquote(text: string): string {
  const quoted = /^"((?:[^"\\]|\\.|"")*)"$/u.exec(text)?.[1]
  return quoted === undefined ? text : quoted.replaceAll(/\\(.)|"(")/gu, '$1$2').trim()
}
