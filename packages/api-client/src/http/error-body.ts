import { z } from 'zod'
import type { ErrorDialect } from '../errors.ts'

/** What an error body says, whichever API wrote it. */
export interface ErrorBody {
  readonly dialect: ErrorDialect
  readonly description?: string
  readonly errorCode?: string
  readonly trackingId?: string
}

const longest = 500

const text = z.string().optional().catch(undefined)
const code = z
  .union([z.string(), z.number()])
  .transform((value) => String(value))
  .optional()
  .catch(undefined)

const rest = z
  .object({
    message: text,
    errors: z
      .array(z.object({ description: text, errorCode: code, code }))
      .optional()
      .catch(undefined),
    trackingId: text,
  })
  .refine(({ message, errors }) => message !== undefined || errors !== undefined)
  .transform(({ message, errors, trackingId }): ErrorBody => {
    const descriptions = errors?.flatMap(({ description }) => description ?? []) ?? []
    const first = errors?.find((error) => (error.errorCode ?? error.code) !== undefined)
    return body('rest', descriptions.join(' ') || message, first?.errorCode ?? first?.code, trackingId)
  })

const messageUrn = /^urn:.*:Error$/
const webexDetails = z.object({ trackingId: text, errorCode: code, details: text })

const scim = z
  .looseObject({ schemas: z.array(z.string()), scimType: text, detail: text, details: text })
  .refine(({ schemas }) => schemas.some((urn) => messageUrn.test(urn)))
  .transform((answer): ErrorBody => {
    const urn = Object.keys(answer).find((key) => messageUrn.test(key))
    const webex = webexDetails.safeParse(urn === undefined ? undefined : answer[urn]).data
    const description = answer.detail ?? answer.details ?? webex?.details ?? answer.scimType
    return body('scim', description, webex?.errorCode ?? answer.scimType, webex?.trackingId)
  })

const contactCenterDetails = z.object({
  key: code,
  reason: text,
  message: z
    .array(z.object({ description: text }))
    .optional()
    .catch(undefined),
})

/** `error` as an object, as a bare string, and the framework's own body without a tracking id. */
const contactCenter = z
  .object({ trackingId: text, error: z.union([z.string(), contactCenterDetails]), message: text })
  .transform(({ trackingId, error, message }): ErrorBody => {
    if (typeof error === 'string') return body('contact-center', message ?? error, undefined, trackingId)
    const descriptions = error.message?.flatMap(({ description }) => description ?? []) ?? []
    return body('contact-center', descriptions.join(' ') || error.reason, error.key, trackingId)
  })

const dialects = z.union([scim, contactCenter, rest])

/**
 * Reads any error body of the Webex APIs: REST, licenses, SCIM, Contact Center in three shapes, a gateway's HTML, and
 * none at all. Never throws.
 */
export function readErrorBody(content: string): ErrorBody {
  const trimmed = content.trim()
  if (trimmed === '') return { dialect: 'empty' }
  if (trimmed.startsWith('<')) return body('html', titleOf(trimmed))
  return dialects.safeParse(parseJson(trimmed)).data ?? body('unknown', trimmed)
}

function body(
  dialect: ErrorDialect,
  description?: string,
  errorCode?: string,
  trackingId?: string,
): ErrorBody {
  return {
    dialect,
    ...(description ? { description: description.slice(0, longest) } : {}),
    ...(errorCode === undefined ? {} : { errorCode }),
    ...(trackingId === undefined ? {} : { trackingId }),
  }
}

const titleOf = (html: string): string | undefined => /<title[^>]*>([^<]*)<\/title>/i.exec(html)?.[1]?.trim()

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    return undefined
  }
}
