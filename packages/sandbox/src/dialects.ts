import { randomUUID } from 'node:crypto'
import type { Refusal } from './refusal.ts'

export type Dialect = 'rest' | 'scim' | 'contact-center' | 'console'

export function dialectOf(path: string): Dialect {
  if (path === '/console' || path.startsWith('/console/')) return 'console'
  if (path.startsWith('/identity/scim/')) return 'scim'
  return path.startsWith('/organization/') ? 'contact-center' : 'rest'
}

const trackingPrefix = { rest: 'ROUTERGW', scim: 'NA', 'contact-center': 'ccconfig', console: 'SANDBOX' }

export const newTrackingId = (dialect: Dialect): string => `${trackingPrefix[dialect]}_${randomUUID()}`

type Wording = (refusal: Refusal, trackingId: string) => unknown

const rest: Wording = (refusal, trackingId) => ({
  message: refusal.message,
  errors: [
    {
      description: refusal.message,
      ...(refusal.errorCode === undefined ? {} : { errorCode: refusal.errorCode }),
    },
  ],
  trackingId,
})

// Sandbox choice: `detail` as RFC 7644 has it; a live system was seen to say `details` at the top level too.
const scim: Wording = (refusal, trackingId) => ({
  schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
  status: String(refusal.status),
  ...(refusal.scimType === undefined ? {} : { scimType: refusal.scimType }),
  detail: refusal.message,
  'urn:scim:schemas:extension:cisco:webexidentity:api:messages:2.0:Error': {
    trackingId,
    errorCode: String(refusal.errorCode ?? refusal.status),
    details: refusal.message,
  },
})

const contactCenter: Wording = (refusal, trackingId) => ({
  trackingId,
  error: {
    key: String(refusal.status),
    reason: refusal.message,
    message: [{ description: refusal.message, code: String(refusal.status), references: [] }],
  },
})

const console: Wording = (refusal) => ({
  error: refusal.message,
  next: refusal.next ?? 'Open /console to see what this sandbox holds.',
  ...refusal.facts,
})

const wordings = { rest, scim, 'contact-center': contactCenter, console } satisfies Record<Dialect, Wording>

/** The error body of the given API for a refused request. */
export const wordRefusal = (dialect: Dialect, refusal: Refusal, trackingId: string): unknown =>
  wordings[dialect](refusal, trackingId)

/** What a gateway in front of the APIs answers instead of their own error body. */
export const gatewayPage = (status: number): string =>
  `<html>\r\n<head><title>${status}</title></head>\r\n<body><center><h1>${status}</h1></center></body>\r\n</html>\r\n`
