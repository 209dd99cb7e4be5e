import { asTexts, type JsonObject } from '../json.ts'
import { type ContactCenterUser, type EntityKind, listEntities } from '../organization/contact-center.ts'
import type { Organization } from '../organization/organization.ts'
import { Refusal } from '../refusal.ts'

const ownedByControlHub = ['firstName', 'lastName', 'email', 'active', 'ciUserId']

/** Other fields, userLevelSummariesInclusion among them, are answered 200 and ignored, as live systems do. */
export const writableFields = [
  'userProfileId',
  'contactCenterEnabled',
  'siteId',
  'teamIds',
  'skillProfileId',
  'agentProfileId',
  'multimediaProfileId',
  'deafultDialledNumber',
  'externalIdentifier',
  'workPhone',
  'mobile',
  'timezone',
  'preferredSupervisorTeamId',
  'userLevelWellnessBreakReminders',
]

const references: Record<string, EntityKind> = {
  siteId: 'site',
  skillProfileId: 'skill-profile',
  agentProfileId: 'agent-profile',
  multimediaProfileId: 'multimedia-profile',
}

/** What of a write takes effect; throws what the configuration API refuses. */
export function writableChanges(org: Organization, user: ContactCenterUser, body: JsonObject): JsonObject {
  refuseWrongTypes(body)
  refuseOwnedByControlHub(user, body)
  refuseStaleVersion(user, body)
  refuseUnknownReferences(org, body)
  refuseProfileType(org, user, body)
  refuseTeams(org, asTexts(body['teamIds']), String(body['siteId'] ?? user['siteId'] ?? ''))
  const given = writableFields.filter((field) => body[field] !== undefined)
  const changes = Object.fromEntries(given.map((field) => [field, body[field] ?? undefined]))
  return 'siteId' in changes && changes['siteId'] !== user['siteId'] ? movedTo(org, changes) : changes
}

/** Another site takes the person out of the teams of the old one. */
function movedTo(org: Organization, changes: JsonObject): JsonObject {
  const site = listEntities(org, 'site').find((entity) => entity['id'] === changes['siteId'])
  return { teamIds: [], ...changes, siteName: site?.['name'] }
}

function refuseWrongTypes(body: JsonObject): void {
  const wrong = writableFields.find((field) => body[field] !== undefined && !isWellTyped(field, body[field]))
  if (wrong !== undefined) throw new Refusal(400, `${wrong} has the wrong type.`)
}

function isWellTyped(field: string, value: unknown): boolean {
  if (field === 'contactCenterEnabled') return typeof value === 'boolean'
  if (field === 'teamIds') return Array.isArray(value) && asTexts(value).length === value.length
  return value === null || typeof value === 'string'
}

function refuseOwnedByControlHub(user: ContactCenterUser, body: JsonObject): void {
  const changed = ownedByControlHub.find((field) => body[field] !== undefined && body[field] !== user[field])
  if (changed === undefined) return
  throw new Refusal(400, `This configuration cannot be changed. Original value is ${String(user[changed])}`)
}

function refuseStaleVersion(user: ContactCenterUser, body: JsonObject): void {
  if (body['version'] === undefined || body['version'] === user['version']) return
  throw new Refusal(412, 'The entity was changed in the meantime.')
}

function refuseUnknownReferences(org: Organization, body: JsonObject): void {
  for (const [field, kind] of Object.entries(references)) {
    const id = body[field]
    if (typeof id !== 'string') continue
    if (!listEntities(org, kind).some((entity) => entity['id'] === id)) {
      throw new Refusal(400, `${kind} ${id} was not found.`)
    }
  }
}

/** The type of a profile can be changed only from Control Hub. */
function refuseProfileType(org: Organization, user: ContactCenterUser, body: JsonObject): void {
  const id = body['userProfileId']
  if (id === undefined || id === null) return
  const profile = listEntities(org, 'user-profile').find((entity) => entity['id'] === id)
  if (profile === undefined) throw new Refusal(400, `user-profile ${String(id)} was not found.`)
  if (profile['profileType'] === user['userProfileType']) return
  throw new Refusal(
    400,
    'Changing the profile type for a user is supported only from Cisco Webex Control Hub.',
  )
}

function refuseTeams(org: Organization, teamIds: readonly string[], siteId: string): void {
  const teams = listEntities(org, 'team')
  for (const teamId of teamIds) {
    const team = teams.find((entity) => entity['id'] === teamId)
    if (team === undefined || team['siteId'] !== siteId) {
      throw new Refusal(400, `team ${teamId} not found for given site`)
    }
    if (team['teamType'] === 'CAPACITY') throw new Refusal(400, 'Capacity based teams are not allowed')
  }
}
