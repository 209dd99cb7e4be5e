import { createHash } from 'node:crypto'

export type WebexIdType = 'PEOPLE' | 'ORGANIZATION' | 'ROLE' | 'LICENSE' | 'APPLICATION'

const bareUuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

export const isUuid = (value: string): boolean => bareUuid.test(value)

export function webexId(type: WebexIdType, raw: string): string {
  return Buffer.from(`ciscospark://us/${type}/${raw}`).toString('base64url')
}

/** The raw part of a Webex id, whatever its region; a bare UUID stands for itself. */
export function rawId(type: WebexIdType, id: string): string | undefined {
  if (isUuid(id)) return id.toLowerCase()
  const decoded = Buffer.from(id, 'base64url').toString('utf8')
  return decoded.match(new RegExp(`^ciscospark://[^/]+/${type}/(.+)$`))?.[1]
}

/** The same name gives the same UUID in every sandbox, so that transcripts and pictures stay equal. */
export function namedUuid(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
