import type { JsonObject } from '../json.ts'
import type { Organization } from './organization.ts'

export type EntityKind =
  | 'user-profile'
  | 'site'
  | 'team'
  | 'agent-profile'
  | 'skill-profile'
  | 'multimedia-profile'

/** A user of the contact center, as the configuration API shows it. */
export type ContactCenterUser = JsonObject & { readonly id: string; readonly ciUserId: string }

export interface MappedUser {
  readonly user: ContactCenterUser
  /** The default profile of the last mapping: a custom profile stays while license and role stay. */
  readonly mappedProfile: string | null
}

interface UserRow {
  doc: string
  mappedProfile: string | null
}

const parsed = (row: UserRow): MappedUser => ({ user: JSON.parse(row.doc), mappedProfile: row.mappedProfile })

export const listContactCenterUsers = (org: Organization): ContactCenterUser[] =>
  org.state.all<UserRow>('SELECT * FROM contactCenterUsers ORDER BY seq').map((row) => parsed(row).user)

export function findContactCenterUser(
  org: Organization,
  by: 'id' | 'ciUserId',
  value: string,
): MappedUser | undefined {
  const row = org.state.get<UserRow>(`SELECT * FROM contactCenterUsers WHERE ${by} = ?`, value.toLowerCase())
  return row === undefined ? undefined : parsed(row)
}

export function addContactCenterUser(
  org: Organization,
  user: ContactCenterUser,
  mappedProfile: string,
): void {
  org.state.run(
    'INSERT INTO contactCenterUsers (id, ciUserId, mappedProfile, doc) VALUES (?, ?, ?, ?)',
    user.id,
    user.ciUserId,
    mappedProfile,
    JSON.stringify(user),
  )
}

/** Saves what changed, counts the version up and answers the user as it is now. */
export function changeContactCenterUser(
  org: Organization,
  user: ContactCenterUser,
  changes: JsonObject,
  mappedProfile?: string,
): ContactCenterUser {
  const merged = { ...user, ...changes }
  const isSame = JSON.stringify(merged) === JSON.stringify(user) && mappedProfile === undefined
  if (isSame) return user
  const changed = { ...merged, version: Number(user['version']) + 1, lastUpdatedTime: org.now() }
  org.state.run(
    'UPDATE contactCenterUsers SET doc = ?, mappedProfile = coalesce(?, mappedProfile) WHERE id = ?',
    JSON.stringify(changed),
    mappedProfile ?? null,
    user.id,
  )
  return changed
}

export const listEntities = (org: Organization, kind: EntityKind): JsonObject[] =>
  org.state
    .all<{ doc: string }>('SELECT doc FROM contactCenterEntities WHERE kind = ? ORDER BY seq', kind)
    .map(({ doc }) => JSON.parse(doc))

export function addEntity(org: Organization, kind: EntityKind, entity: JsonObject & { id: string }): void {
  const doc = {
    organizationId: org.id,
    version: 0,
    ...entity,
    createdTime: org.now(),
    lastUpdatedTime: org.now(),
  }
  org.state.run(
    'INSERT INTO contactCenterEntities (kind, id, doc) VALUES (?, ?, ?)',
    kind,
    entity.id,
    JSON.stringify(doc),
  )
}
