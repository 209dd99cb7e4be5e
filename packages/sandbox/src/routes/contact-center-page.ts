import type { JsonObject } from '../json.ts'
import { Refusal } from '../refusal.ts'
import { type Answer, type Call, ok } from '../routing.ts'
import { rsql } from './rsql.ts'

const mostPerPage = 100

/** A `v2` list: 0-based pages under `meta`, with server-relative links. */
export function answerPage(call: Call, entities: readonly JsonObject[], searched: readonly string[]): Answer {
  const found = search(call, filtered(call, entities), searched)
  const page = wholeNumber(call.query('page'), 0)
  const pageSize = Math.min(wholeNumber(call.query('pageSize'), mostPerPage) || mostPerPage, mostPerPage)
  const totalPages = Math.ceil(found.length / pageSize)
  return ok({
    meta: {
      orgid: call.org.id,
      page,
      pageSize,
      totalPages,
      totalRecords: found.length,
      links: pageLinks(call.url, page, totalPages),
    },
    data: picked(call, found.slice(page * pageSize, (page + 1) * pageSize)),
  })
}

/** A `v1` list: the bare array, filtered by id only. */
export function answerArray(call: Call, entities: readonly JsonObject[]): Answer {
  return ok(picked(call, filtered(call, entities, ['id'])))
}

function filtered(
  call: Call,
  entities: readonly JsonObject[],
  allowed?: readonly string[],
): readonly JsonObject[] {
  const filter = call.query('filter')
  return filter === undefined ? entities : entities.filter(rsql(filter, allowed))
}

function search(
  call: Call,
  entities: readonly JsonObject[],
  searched: readonly string[],
): readonly JsonObject[] {
  const wanted = call.query('search')
  if (wanted === undefined) return entities
  const [, field, value] = wanted.match(/^field=="?(\w+)"?;value=="?([^"]*)"?$/) ?? []
  const fields = field === undefined ? searched : [field]
  const keyword = (value ?? wanted).replaceAll('"', '').toLowerCase()
  return entities.filter((entity) =>
    fields.some((name) =>
      String(entity[name] ?? '')
        .toLowerCase()
        .includes(keyword),
    ),
  )
}

function picked(call: Call, entities: readonly JsonObject[]): readonly JsonObject[] {
  const attributes = call.query('attributes')?.split(',')
  if (attributes === undefined) return entities
  return entities.map((entity) =>
    Object.fromEntries(Object.entries(entity).filter(([name]) => attributes.includes(name))),
  )
}

function pageLinks(url: URL, page: number, totalPages: number) {
  const link = (number: number) => {
    const target = new URL(url)
    target.searchParams.set('page', String(number))
    return `${target.pathname}${target.search}`
  }
  return {
    self: link(page),
    first: link(0),
    last: link(Math.max(totalPages - 1, 0)),
    ...(page + 1 < totalPages ? { next: link(page + 1) } : {}),
    ...(page > 0 ? { prev: link(page - 1) } : {}),
  }
}

function wholeNumber(text: string | undefined, otherwise: number): number {
  const value = text === undefined ? otherwise : Number(text)
  if (Number.isInteger(value) && value >= 0) return value
  throw new Refusal(400, `${text} is not a page number.`)
}
