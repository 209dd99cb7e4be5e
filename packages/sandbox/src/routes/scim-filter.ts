import type { Person } from '../organization/people.ts'
import { Refusal } from '../refusal.ts'

type Test = (person: Person) => boolean

const fields: Record<string, (person: Person) => string> = {
  id: (person) => person.id,
  username: (person) => person.email,
  'emails.value': (person) => person.email,
  displayname: (person) => person.displayName,
  nickname: (person) => person.nickName ?? '',
  'name.givenname': (person) => person.givenName ?? '',
  'name.familyname': (person) => person.familyName ?? '',
}

const comparisons: Record<string, (actual: string, wanted: string) => boolean> = {
  eq: (actual, wanted) => actual === wanted,
  sw: (actual, wanted) => actual.startsWith(wanted),
  ew: (actual, wanted) => actual.endsWith(wanted),
}

/** A SCIM filter as a test: comparisons joined by `and`, which binds stronger, and `or`; parentheses group. */
export function scimFilter(filter: string): Test {
  const tokens = tokenize(filter)
  const test = readOr(tokens)
  if (tokens.length > 0) throw invalid(filter)
  return test
}

const tokenize = (filter: string): string[] => filter.match(/"(?:[^"\\]|\\.)*"|[()]|[^\s()"]+|\S/g) ?? []

function readOr(tokens: string[]): Test {
  const left = readAnd(tokens)
  if (tokens[0]?.toLowerCase() !== 'or') return left
  tokens.shift()
  const right = readOr(tokens)
  return (person) => left(person) || right(person)
}

function readAnd(tokens: string[]): Test {
  const left = readTerm(tokens)
  if (tokens[0]?.toLowerCase() !== 'and') return left
  tokens.shift()
  const right = readAnd(tokens)
  return (person) => left(person) && right(person)
}

function readTerm(tokens: string[]): Test {
  if (tokens[0] !== '(') return readComparison(tokens)
  tokens.shift()
  const inner = readOr(tokens)
  if (tokens.shift() !== ')') throw invalid('a parenthesis is not closed')
  return inner
}

function readComparison(tokens: string[]): Test {
  const [name = '', operator = '', literal = ''] = tokens.splice(0, 3)
  const field = fields[name.toLowerCase()]
  const compare = comparisons[operator.toLowerCase()]
  if (field === undefined || compare === undefined || !/^".*"$/s.test(literal)) {
    throw invalid(`${name} ${operator} ${literal}`)
  }
  const wanted = literal.slice(1, -1).replace(/\\(.)/g, '$1').toLowerCase()
  return (person) => compare(field(person).toLowerCase(), wanted)
}

const invalid = (filter: string): Refusal =>
  new Refusal(400, `The filter is not supported: ${filter}`, { scimType: 'invalidFilter' })
