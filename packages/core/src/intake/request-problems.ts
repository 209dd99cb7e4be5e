import type * as z from 'zod'
import { manualBatchLimit } from '../domain/platform.ts'
import type { FactValue, Problem, ProblemCode } from '../domain/problem.ts'
import { questionCodes } from '../domain/problem.ts'
import type { RuleId } from '../domain/rule.ts'
import { nearest } from './nearest.ts'
import { quoted } from './quoted.ts'
import { knownKeys } from './request-schema.ts'

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]

/**
 * What is wrong with the shape of a request, from what zod found. A request of another format is not judged any
 * further: its keys may be right there.
 */
export function requestProblems(value: unknown, issues: readonly Issue[]): readonly Problem[] {
  const format = at(value, ['format'])
  if (typeof format === 'number' && format !== 1) {
    return [problem('request.format-unknown', ['format'], { given: format, expected: 1 })]
  }
  const found = issues.flatMap((issue) => problemsOf(issue, value))
  return [...new Map(found.map((one) => [JSON.stringify([one.code, one.subject]), one])).values()]
}

function problemsOf(issue: Issue, value: unknown): readonly Problem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownKey(issue.path, key))
  }
  const given = at(value, issue.path)
  const name = issue.path.at(-1)
  if (given === undefined && typeof name === 'string') {
    return [problem('request.missing-key', issue.path, { key: name })]
  }
  if (issue.path[0] === 'platform') {
    return [problem('platform.not-an-answer', issue.path, { given: quoted(given) }, 'PLAT-3')]
  }
  if (issue.path[0] === 'batchSize' && Number.isInteger(given) && issue.code === 'too_big') {
    const facts = { limit: manualBatchLimit, given: Number(given) }
    return [problem('batch.too-large', issue.path, facts, 'ENTRY-7')]
  }
  return [wrongValue(issue, given)]
}

function unknownKey(path: Path, key: string): Problem {
  const suggestion = nearest(key, knownKeys[String(path[0] ?? '')] ?? [])
  const facts = { key: quoted(key), ...(suggestion === undefined ? {} : { nearest: suggestion }) }
  return problem('request.unknown-key', [...path, facts.key], facts)
}

function wrongValue(issue: Issue, given: unknown): Problem {
  const facts = { expected: expectedBy(issue), ...(given === undefined ? {} : { given: quoted(given) }) }
  const suggestion =
    issue.path[0] === 'acknowledge' && typeof given === 'string' ? nearest(given, questionCodes) : undefined
  return problem('request.wrong-value', issue.path, {
    ...facts,
    ...(suggestion === undefined ? {} : { nearest: suggestion }),
  })
}

/** Facts are data: words for types, the values themselves with `|` between them for a choice. */
function expectedBy(issue: Issue): string {
  if (issue.path[0] === 'batchSize') return `1–${manualBatchLimit}`
  if (issue.path[0] === 'acknowledge' && issue.path.length > 1) return 'code of a question'
  if (issue.code === 'invalid_value') return issue.values.map(String).join(' | ')
  if (issue.code !== 'invalid_type') return issue.code
  return typeNames[issue.expected] ?? issue.expected
}

const typeNames: Readonly<Partial<Record<string, string>>> = {
  string: 'text',
  array: 'list',
  object: 'mapping',
}

function problem(
  code: ProblemCode,
  path: Path,
  facts: Readonly<Record<string, FactValue>>,
  rule?: RuleId,
): Problem {
  const [list, index] = path
  return {
    code,
    severity: 'error',
    ...(rule === undefined ? {} : { rule }),
    subject: { kind: 'request', path: path.map(String).join('.') },
    facts: list === 'people' && typeof index === 'number' ? { ...facts, row: index + 1 } : facts,
  }
}

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  )
}
