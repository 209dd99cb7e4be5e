import { rawId } from '../ids.ts'
import type { Person } from '../organization/people.ts'
import { Refusal } from '../refusal.ts'
import { type Answer, type Call, ok } from '../routing.ts'
import { readCursor, withNextLink, writeCursor } from './pages.ts'
import { showPerson } from './person-json.ts'

const mostIds = 85
const mostPerPage = 1000

interface Condition {
  readonly sql: string
  readonly values: readonly (string | number)[]
}

/** `GET /v1/people`: the filters narrow together; pages follow the `Link` header. */
export function listPeoplePage(call: Call): Answer {
  const max = pageSize(call)
  const ids = requestedIds(call)
  const people = selectPeople(call, ids, max + 1)
  const page = people.slice(0, max)
  const items = page.map((person) => showPerson(call.org, person))
  const last = page.at(-1)
  const next = people.length > max && last !== undefined ? writeCursor(last.seq) : undefined
  return ok({ notFoundIds: notFound(ids, page), items }, withNextLink(call.url, 'cursor', next))
}

function selectPeople(call: Call, ids: readonly string[] | undefined, limit: number): Person[] {
  const conditions = [
    { sql: 'visibleAt <= ?', values: [call.org.now()] },
    { sql: 'seq > ?', values: [readCursor(call.query('cursor'))] },
    ...optionalConditions(call, ids),
  ]
  const where = conditions.map(({ sql }) => sql).join(' AND ')
  return call.org.state.all<Person>(
    `SELECT * FROM people WHERE ${where} ORDER BY seq LIMIT ?`,
    ...conditions.flatMap(({ values }) => values),
    limit,
  )
}

function optionalConditions(call: Call, ids: readonly string[] | undefined): Condition[] {
  const email = call.query('email')
  const displayName = call.query('displayName')
  const roles = call.query('roles')
  return [
    ...(email === undefined ? [] : [{ sql: 'email = ?', values: [email] }]),
    ...(displayName === undefined ? [] : [{ sql: 'startsWith(displayName, ?)', values: [displayName] }]),
    ...(ids === undefined ? [] : [{ sql: `id IN (${marks(ids)})`, values: ids }]),
    ...(roles === undefined ? [] : [roleCondition(roles)]),
  ]
}

function roleCondition(roles: string): Condition {
  const values = roles.split(',').map((id) => rawId('ROLE', id) ?? id)
  return { sql: `id IN (SELECT personId FROM personRoles WHERE role IN (${marks(values)}))`, values }
}

const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ')

function requestedIds(call: Call): string[] | undefined {
  const ids = call.query('id')?.split(',')
  if (ids !== undefined && ids.length > mostIds)
    throw new Refusal(400, `At most ${mostIds} ids may be given.`)
  return ids?.map((id) => rawId('PEOPLE', id) ?? id)
}

/** Null when no ids were asked for, as live answers have it. */
function notFound(ids: readonly string[] | undefined, found: readonly Person[]): string[] | null {
  return ids?.filter((id) => !found.some((person) => person.id === id)) ?? null
}

function pageSize(call: Call): number {
  const max = Number(call.query('max') ?? '100')
  if (!Number.isInteger(max) || max < 1) throw new Refusal(400, 'max must be a positive number.')
  return Math.min(max, mostPerPage)
}
