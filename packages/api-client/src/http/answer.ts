import { z } from 'zod'
import { type CallFacts, HttpError, SchemaError } from '../errors.ts'
import { readErrorBody } from './error-body.ts'
import { redact } from './redact.ts'

export interface RawAnswer {
  readonly status: number
  readonly content: string
  readonly trackingId: string | undefined
  readonly retryAfter: number | undefined
}

/** The error for an answer that is not a success. */
export function refusalOf(answer: RawAnswer, facts: CallFacts, secrets: readonly string[]): HttpError {
  const { dialect, description, errorCode, trackingId } = readErrorBody(answer.content)
  const refusal = {
    status: answer.status,
    dialect,
    description: redact(description ?? `no explanation was given (${dialect} body)`, secrets),
    errorCode,
    retryAfter: answer.retryAfter,
  }
  return new HttpError(refusal, { ...facts, trackingId: trackingId ?? answer.trackingId ?? facts.trackingId })
}

/** The body of a successful answer, as the schema describes it. Throws `SchemaError`. */
export function readAnswer<S extends z.ZodType>(schema: S, answer: RawAnswer, facts: CallFacts): z.output<S> {
  const known = { ...facts, trackingId: answer.trackingId ?? facts.trackingId }
  const parsed = schema.safeParse(parseJson(answer.content, known))
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const path = z.core.toDotPath(issue?.path ?? [])
  throw new SchemaError({ path, message: redact(issue?.message ?? 'not as documented') }, known, {
    cause: parsed.error,
  })
}

function parseJson(content: string, facts: CallFacts): unknown {
  if (content === '') return undefined
  try {
    return JSON.parse(content)
  } catch {
    // Without the parser's error as cause: its message quotes the answer.
    const message = content.trimStart().startsWith('<') ? 'HTML instead of JSON' : 'not JSON'
    throw new SchemaError({ path: '', message }, facts)
  }
}
