import { z } from 'zod'
import { optionalFlag, optionalNumber, optionalText, optionalTexts } from './tolerant.ts'

// Loose: `PUT /people/{id}` replaces the whole person, so fields that we don't know must come back with it.
export const personSchema = z.looseObject({
  id: z.string(),
  emails: z.array(z.string()),
  displayName: optionalText,
  firstName: optionalText,
  lastName: optionalText,
  roles: optionalTexts,
  licenses: optionalTexts,
  status: optionalText,
  invitePending: optionalFlag,
  loginEnabled: optionalFlag,
})

/**
 * A person of the People API. `roles` and `licenses` are undefined where the token may not see them. Other fields are
 * kept as they came. Source: developer.webex.com/docs/api/v1/people.
 */
export type Person = z.output<typeof personSchema>

export const peoplePageSchema = z.object({ items: z.array(personSchema), notFoundIds: optionalTexts })

const licenseSchema = z.object({
  id: z.string(),
  name: z.string(),
  totalUnits: optionalNumber,
  consumedUnits: optionalNumber,
  consumedByUsers: optionalNumber,
  consumedByWorkspaces: optionalNumber,
  subscriptionId: optionalText,
  siteUrl: optionalText,
})

/** A license of one subscription. Source: developer.webex.com/docs/api/v1/licenses. */
export type License = z.output<typeof licenseSchema>

export const licensesSchema = z.object({ items: z.array(licenseSchema) })

export const licenseAssignmentSchema = z.object({
  personId: optionalText,
  email: optionalText,
  licenses: optionalTexts,
  pendingLicenses: optionalTexts,
})

const roleSchema = z.object({ id: z.string(), name: z.string() })

/** An administrator role that can be assigned. Source: developer.webex.com/docs/api/v1/roles. */
export type Role = z.output<typeof roleSchema>

export const rolesSchema = z.object({ items: z.array(roleSchema) })

const organizationSchema = z.object({ id: z.string(), displayName: z.string() })

/** An organization that the token sees. Source: developer.webex.com/docs/api/v1/organizations. */
export type OrganizationEntry = z.output<typeof organizationSchema>

export const organizationsSchema = z.object({ items: z.array(organizationSchema) })

export const settingSchema = z.object({
  key: optionalText,
  value: z.union([z.boolean(), z.enum(['true', 'false']).transform((value) => value === 'true')]),
})
