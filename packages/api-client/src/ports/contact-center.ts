import type { ContactCenter, ContactCenterUser, PlatformReading, ProfileType } from '@wxcc-onboard/core'
import { ApiError, isHttpError, isSchemaError } from '../errors.ts'
import { bareId } from '../ids.ts'
import type { ContactCenterApi } from '../resources/contact-center.ts'
import type { ContactCenterApiUser } from '../schemas/contact-center.ts'
import { outcomeOf, Refused } from './failure.ts'
import { gather } from './gather.ts'
import type { Session } from './session.ts'

type Sought = readonly { readonly email: string; readonly personId: string }[]

export const createContactCenterPort = (session: Session): ContactCenter => ({
  readPlatform: (signal) => outcomeOf('readPlatform', signal, () => readPlatform(session, signal)),
  findUsers: (people, signal) => outcomeOf('findUsers', signal, () => findUsers(session, people, signal)),
})

/** No public API tells the platform; that the configuration API serves an organization is the best hint there is. */
async function readPlatform(session: Session, signal: AbortSignal): Promise<PlatformReading> {
  const { contactCenter } = session.client
  if (contactCenter === undefined) return { evidence: 'none' }
  const { organization } = await session.place(signal)
  try {
    await contactCenter.probe(organization.id, { signal })
    return { suggestion: 'new', evidence: 'contact-center-api-answers' }
  } catch (error) {
    if (signal.aborted || !(error instanceof ApiError || isSchemaError(error))) throw error
    const isRefused = isHttpError(error) && [401, 403, 404].includes(error.status)
    return { evidence: isRefused ? 'contact-center-api-refuses' : 'none' }
  }
}

async function findUsers(
  session: Session,
  people: Sought,
  signal: AbortSignal,
): Promise<ContactCenterUser[]> {
  const { client, concurrency } = session
  const { contactCenter } = client
  if (contactCenter === undefined) throw noRegion()
  const { id: orgId } = (await session.place(signal)).organization
  const users = await gather<ContactCenterApiUser>({
    wanted: [...new Set(people.map(({ personId }) => bareId(personId)))],
    lookUp: (id) => contactCenter.findUser(orgId, id, { signal }),
    pages: () => contactCenter.userPages(orgId, { signal }),
    keysOf: ({ ciUserId }) => (ciUserId === undefined ? [] : [bareId(ciUserId)]),
    concurrency,
    signal,
  })
  const profiles = await readProfiles(contactCenter, orgId, [...users.values()], signal)
  return people.flatMap((person) => {
    const user = users.get(bareId(person.personId))
    return user === undefined ? [] : [describe(person, user, profiles)]
  })
}

const noRegion = () =>
  new Refused({
    kind: 'not-found',
    operation: 'GET /organization/{orgId}/v2/user',
    message: 'The region of Contact Center was not given, so its users cannot be read.',
  })

/** Types of user profiles by id; not read where the users say their type themselves. */
async function readProfiles(
  contactCenter: ContactCenterApi,
  orgId: string,
  users: readonly ContactCenterApiUser[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string | undefined>> {
  if (users.every(({ userProfileType }) => userProfileType !== undefined)) return new Map()
  const profiles = await contactCenter.userProfiles(orgId, { signal })
  return new Map(profiles.map(({ id, profileType }) => [id, profileType]))
}

function describe(
  { email, personId }: Sought[number],
  user: ContactCenterApiUser,
  profiles: ReadonlyMap<string, string | undefined>,
): ContactCenterUser {
  return {
    id: user.id,
    personId,
    email: user.email ?? email,
    isActive: user.active ?? false,
    isContactCenterEnabled: user.contactCenterEnabled ?? false,
    profile: profileOf(user.userProfileType ?? profiles.get(user.userProfileId ?? '')),
    hasTeam: (user.teamIds ?? []).length > 0,
    hasDesktopProfile: Boolean(user.agentProfileId),
  }
}

const profileTypes: Readonly<Record<string, ProfileType>> = {
  STANDARD_AGENT: 'standard-agent',
  PREMIUM_AGENT: 'premium-agent',
  SUPERVISOR: 'supervisor',
  ADMINISTRATOR: 'administrator',
  ADMINISTRATOR_ONLY: 'administrator-only',
}

const profileOf = (type: string | undefined): ProfileType => profileTypes[type ?? ''] ?? 'other'
