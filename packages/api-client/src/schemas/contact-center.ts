import { z } from 'zod'
import { optionalFlag, optionalNumber, optionalText, optionalTexts } from './tolerant.ts'

export const contactCenterUserSchema = z.object({
  id: z.string(),
  ciUserId: optionalText,
  email: optionalText,
  active: optionalFlag,
  contactCenterEnabled: optionalFlag,
  userProfileId: optionalText,
  userProfileType: optionalText,
  teamIds: optionalTexts,
  agentProfileId: optionalText,
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

const metaSchema = z
  .object({ page: optionalNumber, totalPages: optionalNumber, totalRecords: optionalNumber })
  .nullish()
  .transform((meta) => meta ?? undefined)

export const contactCenterUsersSchema = z.object({
  meta: metaSchema,
  data: z.array(contactCenterUserSchema),
})

export const userProfilesSchema = z.object({ meta: metaSchema, data: z.array(userProfileSchema) })

// For probes: with `attributes=id` users have nothing else.
export const anyPageSchema = z.object({ data: z.array(z.unknown()) })
