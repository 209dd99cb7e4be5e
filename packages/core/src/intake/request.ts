import * as z from 'zod'
import type { Entitlement } from '../domain/entitlement.ts'
import type { EntryMode } from '../domain/person.ts'
import type { Platform, Route } from '../domain/platform.ts'
import type { Problem, ProblemCode } from '../domain/problem.ts'
import { requestProblems } from './request-problems.ts'
import { requestSchema } from './request-schema.ts'

export interface RequestedPerson extends Partial<Entitlement> {
  readonly email: string
  readonly firstName?: string
  readonly lastName?: string
  /** The subscription that pays for this person, before the one for all. */
  readonly subscription?: string
}

export interface Request {
  readonly format: 1
  readonly organization?: string
  readonly platform?: Platform
  readonly route: Route
  readonly entry: EntryMode
  readonly batchSize: number
  readonly trialAccounts: readonly string[]
  readonly sameForAll: Entitlement
  readonly people: readonly RequestedPerson[]
  readonly subscriptions: { readonly standard?: string; readonly premium?: string }
  readonly acknowledge: readonly ProblemCode[]
}

export type ReadRequest =
  | { readonly ok: true; readonly request: Request }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/**
 * Reads a request from parsed JSON or YAML and fills in what it leaves out. Reports everything that is wrong with
 * its shape; addresses, names and combinations are left to the rules.
 *
 * @example
 * const reading = readRequest({ format: 1, platform: 'new', people: [{ email: 'ada@example.com' }] })
 * if (reading.ok) reading.request.batchSize // 25
 */
export function readRequest(value: unknown): ReadRequest {
  const parsed = requestSchema.safeParse(value)
  if (!parsed.success) return { ok: false, problems: requestProblems(value, parsed.error.issues) }
  const { $schema, ...request } = parsed.data
  const people = request.people.map(defined)
  return {
    ok: true,
    request: defined({
      ...request,
      entry: request.entry ?? entryFor(people),
      people,
      subscriptions: defined(request.subscriptions),
    }),
  }
}

/** The JSON Schema (draft 2020-12) of a request as it may be written, for editors and other programs. */
export function requestJsonSchema(): object {
  return { $id: 'urn:wxcc-onboard:request:1', ...z.toJSONSchema(requestSchema, { io: 'input' }) }
}

/** The radio button that loses nothing of what was given (ENTRY-4). */
function entryFor(people: readonly RequestedPerson[]): EntryMode {
  const hasName = people.some((person) => person.firstName?.trim() || person.lastName?.trim())
  return hasName ? 'names-and-email' : 'email'
}

/** An optional key that was given as `undefined` is a key that was not given. */
function defined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}
