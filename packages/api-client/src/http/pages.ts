import type { z } from 'zod'
import { SchemaError } from '../errors.ts'
import type { Answer, Call, Send } from './request.ts'

/**
 * The `rel="next"` of a `Link` header (RFC 8288), to be followed verbatim; undefined on the last page. A target at
 * another origin is refused with `foreign`: the token would go there too.
 */
export function nextLink(header: string | undefined, url: string): { next?: string; foreign?: string } {
  const links = [...(header ?? '').matchAll(/<([^>]*)>([^<]*)/g)]
  const target = links.find(([, , parameters]) =>
    /;\s*rel\s*=\s*"?[^";]*\bnext\b/i.test(parameters ?? ''),
  )?.[1]
  if (target === undefined) return {}
  const next = new URL(target, url)
  return next.origin === new URL(url).origin ? { next: next.href } : { foreign: next.origin }
}

/** Pages of the REST APIs: cursors in the `Link` header. */
export async function* linkedPages<S extends z.ZodType>(
  send: Send,
  first: Call<S>,
): AsyncGenerator<z.output<S>> {
  let url: string | undefined = first.url
  while (url !== undefined) {
    const answer: Answer<z.output<S>> = await send({ ...first, url })
    yield answer.value
    const { next, foreign } = nextLink(answer.link, url)
    if (foreign !== undefined) {
      throw new SchemaError({ path: 'header Link', message: `the next page is at ${foreign}` }, answer.facts)
    }
    url = next
  }
}

interface ScimPage {
  readonly totalResults: number
  readonly startIndex?: number | undefined
  readonly Resources: readonly unknown[]
}

/** Where the next SCIM page starts (RFC 7644 §3.4.2.4, counted from 1); undefined after the last. */
export function nextStartIndex(page: ScimPage, startIndex: number): number | undefined {
  const next = (page.startIndex ?? startIndex) + page.Resources.length
  return page.Resources.length === 0 || next > page.totalResults ? undefined : next
}

/** Pages of SCIM 2: `startIndex` and `count`. */
export async function* scimPages<T extends ScimPage>(
  read: (startIndex: number) => Promise<T>,
): AsyncGenerator<T> {
  let startIndex: number | undefined = 1
  while (startIndex !== undefined) {
    const page: T = await read(startIndex)
    yield page
    startIndex = nextStartIndex(page, startIndex)
  }
}

interface NumberedPage {
  readonly meta?: { readonly totalPages?: number | undefined } | undefined
  readonly data: readonly unknown[]
}

/**
 * The number of the next Contact Center page, counted from 0. A page shorter than asked for proves nothing: the API
 * silently lowers a `pageSize` that it finds too large.
 */
export function nextPageNumber(page: NumberedPage, number: number): number | undefined {
  const isLast = page.meta?.totalPages === undefined ? false : number + 1 >= page.meta.totalPages
  return page.data.length === 0 || isLast ? undefined : number + 1
}

/** Pages of the Contact Center configuration API: `page` and `pageSize`. */
export async function* numberedPages<T extends NumberedPage>(
  read: (page: number) => Promise<T>,
): AsyncGenerator<T> {
  let number: number | undefined = 0
  while (number !== undefined) {
    const page: T = await read(number)
    yield page
    number = nextPageNumber(page, number)
  }
}
