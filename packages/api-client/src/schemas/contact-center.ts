import { z } from 'zod'
import { optionalFlag, optionalNumber, optionalText, optionalTexts } from './tolerant.ts'

export const contactCenterUserSchema = z.object({
  id: z.string(),
  ciUserId: optionalText,
  firstName: optionalText,
  lastName: optionalText,
  email: optionalText,
  active: optionalFlag,
  contactCenterEnabled: optionalFlag,
  userProfileId: optionalText,
  userProfileType: optionalText,
  siteId: optionalText,
  teamIds: optionalTexts,
  skillProfileId: optionalText,
  agentProfileId: optionalText,
  multimediaProfileId: optionalText,
  externalIdentifier: optionalText,
  // Spelled so by the API.
  deafultDialledNumber: optionalText,
})

/**
 * A user of the Contact Center configuration API. `ciUserId` is the UUID inside the People id; `agentProfileId` is the
 * desktop profile. Source: developer.webex.com/webex-contact-center/docs/api/v1/users.
 */
export type ContactCenterApiUser = z.output<typeof contactCenterUserSchema>

const userProfileSchema = z.object({
  id: z.string(),
  name: optionalText,
  profileType: optionalText,
})

/** A user profile of Contact Center. Source: developer.webex.com/webex-contact-center/docs/api/v1/user-profiles. */
export type UserProfile = z.output<typeof userProfileSchema>

const entitySchema = z.object({
  id: z.string(),
  name: optionalText,
  siteId: optionalText,
  teamType: optionalText,
})

/**
 * A site, team or profile of Contact Center. `siteId` and `teamType` are those of teams. Source:
 * developer.webex.com/webex-contact-center/docs/api/v1/{site,team,skill-profile,agent-profile,multimedia-profile}.
 */
export type ContactCenterEntity = z.output<typeof entitySchema>

/** The 207 of a bulk change: each item has a status of its own; items that matched nothing are left out. */
export const bulkSchema = z.object({
  items: z.array(
    z.object({
      itemIdentifier: z.number(),
      status: z.union([z.number(), z.string().transform(Number)]),
      apiError: z.unknown().optional(),
    }),
  ),
})

const metaSchema = z
  .object({ page: optionalNumber, totalPages: optionalNumber, totalRecords: optionalNumber })
  .nullish()
  .transform((meta) => meta ?? undefined)

export const contactCenterUsersSchema = z.object({
  meta: metaSchema,
  data: z.array(contactCenterUserSchema),
})

export const userProfilesSchema = z.object({ meta: metaSchema, data: z.array(userProfileSchema) })

export const entitiesSchema = z.object({ meta: metaSchema, data: z.array(entitySchema) })

// For probes: with `attributes=id` users have nothing else.
export const anyPageSchema = z.object({ data: z.array(z.unknown()) })
