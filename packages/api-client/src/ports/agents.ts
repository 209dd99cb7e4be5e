import type {
  Agent,
  AgentCatalog,
  AgentField,
  AgentSettings,
  Agents,
  AgentWrite,
  Outcome,
} from '@wxcc-onboard/core'
import type { ContactCenterApi, ItemAnswer, UserChange } from '../resources/contact-center.ts'
import type { ContactCenterApiUser, ContactCenterEntity } from '../schemas/contact-center.ts'
import { kindOfStatus, outcomeOf, Refused } from './failure.ts'
import { gather } from './gather.ts'
import type { Session } from './session.ts'

/** Users as they were last read; a change repeats of them what the API asks for, so that it is whole. */
type LastRead = Map<string, ContactCenterApiUser>

export function createAgentsPort(session: Session): Agents {
  const lastRead: LastRead = new Map()
  return {
    readCatalog: (signal) => outcomeOf('readCatalog', signal, () => readCatalog(session, signal)),
    findAgents: (emails, signal) =>
      outcomeOf('findAgents', signal, async () => {
        const users = await findUsers(session, emails, signal)
        for (const user of users) lastRead.set(user.id, user)
        return users.map(agentOf)
      }),
    changeAgents: (writes, signal) =>
      outcomeOf('changeAgents', signal, () => changeAgents(session, writes, lastRead, signal)),
  }
}

async function apiOf({ client, place }: Session, signal: AbortSignal) {
  const { contactCenter } = client
  if (contactCenter === undefined)
    throw new Refused({
      kind: 'not-found',
      operation: 'PATCH /organization/{orgId}/user/bulk',
      message: 'The region of Contact Center was not given, so its users cannot be changed.',
    })
  return { contactCenter, orgId: (await place(signal)).organization.id }
}

async function readCatalog(session: Session, signal: AbortSignal): Promise<AgentCatalog> {
  const { contactCenter, orgId } = await apiOf(session, signal)
  const read = async (kind: Parameters<typeof contactCenter.entities>[1]) =>
    named(await contactCenter.entities(orgId, kind, { signal }))
  const [sites, teams, skillProfiles, desktopProfiles, multimediaProfiles, profiles] = await Promise.all([
    read('site'),
    read('team'),
    read('skill-profile'),
    read('agent-profile'),
    read('multimedia-profile'),
    contactCenter.userProfiles(orgId, { signal }),
  ])
  return {
    sites,
    teams: teams.map(({ teamType, ...team }) => ({ ...team, isCapacity: teamType === 'CAPACITY' })),
    skillProfiles,
    desktopProfiles,
    multimediaProfiles,
    userProfiles: profiles.flatMap(({ id, name, profileType: type }) =>
      name === undefined ? [] : [{ id, name, ...(type === undefined ? {} : { type }) }],
    ),
  }
}

/** What has no name cannot be chosen by it. */
function named(entities: readonly ContactCenterEntity[]) {
  return entities.flatMap(({ id, name, siteId, teamType }) =>
    name === undefined ? [] : [{ id, name, teamType, ...(siteId === undefined ? {} : { siteId }) }],
  )
}

async function findUsers(
  session: Session,
  emails: readonly string[],
  signal: AbortSignal,
): Promise<readonly ContactCenterApiUser[]> {
  const { contactCenter, orgId } = await apiOf(session, signal)
  const wanted = [...new Set(emails.map((email) => email.toLowerCase()))]
  const users = await gather<ContactCenterApiUser>({
    wanted,
    lookUp: (email) => lookUp(contactCenter, orgId, email, signal),
    pages: () => contactCenter.userPages(orgId, { signal }),
    keysOf: ({ email }) => (email === undefined ? [] : [email.toLowerCase()]),
    concurrency: session.concurrency,
    signal,
  })
  return [...users.values()]
}

/** Only plain addresses are known to work in a filter; for others the list is read. */
async function lookUp(
  api: ContactCenterApi,
  orgId: string,
  email: string,
  signal: AbortSignal,
): Promise<ContactCenterApiUser | undefined> {
  if (/^[\w.+-]+@[\w.-]+$/.test(email)) return api.findUserByEmail(orgId, email, { signal })
  for await (const page of api.userPages(orgId, { signal })) {
    const user = page.find((one) => one.email?.toLowerCase() === email)
    if (user !== undefined) return user
  }
  return undefined
}

function agentOf(user: ContactCenterApiUser): Agent {
  const { id, email = '', userProfileType, contactCenterEnabled = false, teamIds = [] } = user
  const texts = Object.entries(apiFields).flatMap(([field, name]) => {
    const value = name === undefined ? undefined : user[name]
    return typeof value === 'string' && value !== '' ? [[field, value]] : []
  })
  const settings: AgentSettings = {
    ...Object.fromEntries(texts),
    enabled: contactCenterEnabled,
    teams: teamIds.toSorted(),
  }
  return { id, email, settings, ...(userProfileType === undefined ? {} : { profileType: userProfileType }) }
}

/** How the API names what is one text. */
const apiFields = {
  userProfile: 'userProfileId',
  site: 'siteId',
  skillProfile: 'skillProfileId',
  desktopProfile: 'agentProfileId',
  multimediaProfile: 'multimediaProfileId',
  externalId: 'externalIdentifier',
  defaultDn: 'deafultDialledNumber',
} as const satisfies { readonly [field in AgentField]?: keyof ContactCenterApiUser }

async function changeAgents(
  session: Session,
  writes: readonly AgentWrite[],
  lastRead: LastRead,
  signal: AbortSignal,
): Promise<readonly Outcome<null>[]> {
  const { contactCenter, orgId } = await apiOf(session, signal)
  const changes = writes.map((write) => changeOf(write, lastRead.get(write.agentId)))
  const answers = await contactCenter.changeUsers(orgId, changes, { signal })
  return answers.map(outcomeOfItem)
}

/**
 * The specification asks for these of every write, though its example leaves them out: they are sent as they are.
 * Another site goes with its teams, for it takes away the old ones.
 */
function changeOf(
  { agentId, settings, fields }: AgentWrite,
  user: ContactCenterApiUser | undefined,
): UserChange {
  const { firstName, lastName, email, ciUserId, userProfileId, active } = user ?? {}
  const sent = fields.includes('site') ? [...fields, 'teams' as const] : fields
  return {
    id: agentId,
    firstName,
    lastName,
    email,
    ciUserId,
    userProfileId,
    active,
    contactCenterEnabled: settings.enabled,
    ...Object.fromEntries(sent.map((field) => [apiNameOf(field), settings[field]])),
  }
}

function apiNameOf(field: AgentField): string {
  if (field === 'enabled') return 'contactCenterEnabled'
  return field === 'teams' ? 'teamIds' : apiFields[field]
}

const operation = 'PATCH /organization/{orgId}/user/bulk'

function outcomeOfItem(answer: ItemAnswer | undefined): Outcome<null> {
  if (answer === undefined) {
    const message = 'The answer says nothing of this user.'
    return { ok: false, failure: { kind: 'not-found', operation, message } }
  }
  const { status, refusal } = answer
  if (status >= 200 && status < 300) return { ok: true, value: null }
  const { description = `status ${status}`, errorCode, trackingId } = refusal
  return {
    ok: false,
    failure: {
      kind: kindOfStatus(status),
      operation,
      message: description,
      status,
      ...(errorCode === undefined ? {} : { errorCode }),
      ...(trackingId === undefined ? {} : { trackingId }),
    },
  }
}
