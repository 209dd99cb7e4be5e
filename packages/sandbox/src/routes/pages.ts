import { Refusal } from '../refusal.ts'

/** An opaque cursor: clients must follow the link as it stands. */
export const writeCursor = (seq: number): string => Buffer.from(`after:${seq}`).toString('base64url')

export function readCursor(cursor: string | undefined): number {
  if (cursor === undefined) return 0
  const seq = Buffer.from(cursor, 'base64url')
    .toString('utf8')
    .match(/^after:(\d+)$/)?.[1]
  if (seq === undefined) throw new Refusal(400, 'The cursor is not valid.')
  return Number(seq)
}

/** RFC 5988, `rel="next"` only; no header on the last page. */
export function withNextLink(
  url: URL,
  parameter: string,
  cursor: string | undefined,
): { [name: string]: string } {
  if (cursor === undefined) return {}
  const next = new URL(url)
  next.searchParams.set(parameter, cursor)
  return { link: `<${next}>; rel="next"` }
}
