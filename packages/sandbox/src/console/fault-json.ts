import type { Fault, FaultAnswer } from '../faults.ts'
import { asObject, asText, type JsonObject } from '../json.ts'
import { Refusal } from '../refusal.ts'

/** A fault from JSON or from the text of one. `times` may be "Infinity", which JSON cannot say as a number. */
export function parseFault(input: unknown): Fault {
  const fault = asObject(typeof input === 'string' ? parseText(input) : input)
  const match = asObject(fault['match'])
  const path = asText(match['path'])
  if (path === undefined) throw malformed('match.path is a regular expression for the path')
  const method = asText(match['method'])
  const body = asText(match['body'])
  for (const source of [path, body ?? '']) refuseBadExpression(source)
  return {
    match: { path, ...(method === undefined ? {} : { method }), ...(body === undefined ? {} : { body }) },
    times: readTimes(fault['times']),
    answer: readAnswer(asObject(fault['answer'])),
  }
}

function parseText(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw malformed('it is not JSON')
  }
}

function refuseBadExpression(source: string): void {
  try {
    new RegExp(source)
  } catch {
    throw malformed(`${source} is no regular expression`)
  }
}

function readTimes(value: unknown): number {
  if (value === undefined) return 1
  const times = Number(value)
  if (times === Number.POSITIVE_INFINITY || (Number.isInteger(times) && times > 0)) return times
  throw malformed('times is a positive number or "Infinity"')
}

function readAnswer(answer: JsonObject): FaultAnswer {
  switch (answer['kind']) {
    case 'status':
      return readStatusAnswer(answer)
    case 'slow':
      return { kind: 'slow', milliseconds: readNumber(answer, 'milliseconds') }
    case 'reset':
      return { kind: 'reset', when: answer['when'] === 'after' ? 'after' : 'before' }
    case 'partial':
    case 'unchanged':
      return { kind: answer['kind'] }
    case 'error-after-effect':
      return { kind: 'error-after-effect', status: readStatus(answer) }
    default:
      throw malformed('answer.kind is status, slow, reset, partial, unchanged or error-after-effect')
  }
}

function readStatusAnswer(answer: JsonObject): FaultAnswer {
  const retryAfter = answer['retryAfter']
  return {
    kind: 'status',
    status: readStatus(answer),
    ...(retryAfter === undefined ? {} : { retryAfter: String(retryAfter) }),
    ...(answer['html'] === true ? { html: true } : {}),
  }
}

function readStatus(answer: JsonObject): number {
  const status = readNumber(answer, 'status')
  if (status >= 200 && status <= 599) return status
  throw malformed('answer.status is an HTTP status')
}

function readNumber(answer: JsonObject, name: string): number {
  const value = answer[name]
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value
  throw malformed(`answer.${name} is a number`)
}

const malformed = (reason: string): Refusal =>
  new Refusal(400, `This is not a fault: ${reason}.`, {
    next: 'Send for example {"match":{"path":"/v1/people"},"times":1,"answer":{"kind":"status","status":503}}.',
  })
