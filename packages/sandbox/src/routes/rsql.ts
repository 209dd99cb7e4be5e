import type { JsonObject } from '../json.ts'
import { Refusal } from '../refusal.ts'

type Test = (entity: JsonObject) => boolean

const notFilterable = ['organizationId', 'xspVersion', 'createdTime', 'lastUpdatedTime']

/** An RSQL filter as a test: `;` is and, `,` is or, parentheses group; values bare or in quotes. */
export function rsql(filter: string, allowed?: readonly string[]): Test {
  const tokens = filter.match(/"[^"]*"|'[^']*'|=in=|=out=|==|!=|[();,]|[^\s();,=!"']+|\S/g) ?? []
  const test = readOr(tokens, allowed)
  if (tokens.length > 0) throw invalid(filter)
  return test
}

function readOr(tokens: string[], allowed: readonly string[] | undefined): Test {
  const left = readAnd(tokens, allowed)
  if (tokens[0] !== ',') return left
  tokens.shift()
  const right = readOr(tokens, allowed)
  return (entity) => left(entity) || right(entity)
}

function readAnd(tokens: string[], allowed: readonly string[] | undefined): Test {
  const left = readTerm(tokens, allowed)
  if (tokens[0] !== ';') return left
  tokens.shift()
  const right = readAnd(tokens, allowed)
  return (entity) => left(entity) && right(entity)
}

function readTerm(tokens: string[], allowed: readonly string[] | undefined): Test {
  if (tokens[0] !== '(') return readComparison(tokens, allowed)
  tokens.shift()
  const inner = readOr(tokens, allowed)
  if (tokens.shift() !== ')') throw invalid('a parenthesis is not closed')
  return inner
}

function readComparison(tokens: string[], allowed: readonly string[] | undefined): Test {
  const field = tokens.shift() ?? ''
  const operator = tokens.shift() ?? ''
  if (!/^\w+$/.test(field) || notFilterable.includes(field)) throw invalid(field)
  if (allowed !== undefined && !allowed.includes(field)) throw invalid(field)
  const wanted = readValues(tokens, operator)
  const isIn: Test = (entity) => textsOf(entity[field]).some((text) => wanted.includes(text))
  return operator === '!=' || operator === '=out=' ? (entity) => !isIn(entity) : isIn
}

function readValues(tokens: string[], operator: string): string[] {
  if (operator === '==' || operator === '!=') return [readValue(tokens)]
  if (operator !== '=in=' && operator !== '=out=') throw invalid(operator)
  if (tokens.shift() !== '(') throw invalid(operator)
  const values = [readValue(tokens)]
  while (tokens[0] === ',') {
    tokens.shift()
    values.push(readValue(tokens))
  }
  if (tokens.shift() !== ')') throw invalid(operator)
  return values
}

function readValue(tokens: string[]): string {
  const value = tokens.shift()
  if (value === undefined || /^[();,]$/.test(value)) throw invalid('a value is missing')
  return value.replace(/^(["'])(.*)\1$/, '$2').toLowerCase()
}

const textsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).map((item) => String(item ?? '').toLowerCase())

const invalid = (part: string): Refusal => new Refusal(400, `The filter is not supported: ${part}`)
