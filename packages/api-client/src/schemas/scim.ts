import { z } from 'zod'
import { optionalFlag, optionalNumber, optionalText } from './tolerant.ts'

export const userUrn = 'urn:ietf:params:scim:schemas:core:2.0:User'
export const bulkUrn = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest'
export const patchUrn = 'urn:ietf:params:scim:api:messages:2.0:PatchOp'

const roleSchema = z.object({ value: z.string(), type: optionalText, display: optionalText })

export const scimUserSchema = z.object({
  id: z.string(),
  userName: z.string(),
  displayName: optionalText,
  active: optionalFlag,
  name: z
    .object({ givenName: optionalText, familyName: optionalText })
    .nullish()
    .transform((name) => name ?? undefined),
  emails: z
    .array(z.object({ value: optionalText, type: optionalText, primary: optionalFlag }))
    .nullish()
    .transform((emails) => emails ?? []),
  roles: z
    .array(roleSchema)
    .nullish()
    .transform((roles) => roles ?? []),
})

/** A user of SCIM 2; `id` is a bare UUID. Source: developer.webex.com/docs/api/v1/scim2-user. */
export type ScimUser = z.output<typeof scimUserSchema>

export const scimPageSchema = z.object({
  totalResults: z.number(),
  itemsPerPage: optionalNumber,
  startIndex: optionalNumber,
  // RFC 7644 lets a server leave the array out when there is nothing.
  Resources: z
    .array(scimUserSchema)
    .nullish()
    .transform((users) => users ?? []),
})

/** Answer of `POST /Bulk`: one entry an operation, in any order; statuses are texts. */
export const scimBulkSchema = z.object({
  Operations: z.array(
    z.object({
      bulkId: optionalText,
      status: z.union([z.string(), z.number()]).transform(Number),
      location: optionalText,
      response: z.unknown().optional(),
    }),
  ),
})
