/** What the Users module lets one choose for a contact-center user, in the order of the Bulk Operations file (C-19). */
export const agentFields = [
  'userProfile',
  'enabled',
  'site',
  'teams',
  'skillProfile',
  'desktopProfile',
  'multimediaProfile',
  'externalId',
  'defaultDn',
] as const

export type AgentField = (typeof agentFields)[number]

/** Their names in the Bulk Operations file (help.webex.com imku7e). */
export const agentHeaders: Readonly<Record<AgentField, string>> = {
  userProfile: 'User Profile',
  enabled: 'Contact Center Enabled',
  site: 'Site',
  teams: 'Teams',
  skillProfile: 'Skill Profile',
  desktopProfile: 'Desktop Profile',
  multimediaProfile: 'Multimedia Profile',
  externalId: 'External Id',
  defaultDn: 'Default DN',
}

interface Named {
  readonly id: string
  readonly name: string
}

/** All that can be chosen, by name. */
export interface AgentCatalog {
  readonly sites: readonly Named[]
  readonly teams: readonly (Named & { readonly siteId?: string; readonly isCapacity: boolean })[]
  readonly skillProfiles: readonly Named[]
  readonly desktopProfiles: readonly Named[]
  readonly multimediaProfiles: readonly Named[]
  /** `type` as the API spells it, for example `PREMIUM_AGENT`. */
  readonly userProfiles: readonly (Named & { readonly type?: string })[]
}

/** What is set for someone, by id; undefined where nothing is. */
export interface AgentSettings {
  readonly userProfile?: string
  readonly enabled: boolean
  readonly site?: string
  /** Sorted. */
  readonly teams: readonly string[]
  readonly skillProfile?: string
  readonly desktopProfile?: string
  readonly multimediaProfile?: string
  readonly externalId?: string
  readonly defaultDn?: string
}

/** A contact-center user as they are now. */
export interface Agent {
  readonly id: string
  readonly email: string
  /** The type of their user profile; only Control Hub changes it. */
  readonly profileType?: string
  readonly settings: AgentSettings
}

/** What a row changes of someone. `fields` are those that differ; never empty. */
export interface AgentChange {
  readonly line: number
  readonly email: string
  readonly agentId: string
  readonly before: AgentSettings
  readonly after: AgentSettings
  readonly fields: readonly AgentField[]
}

/** The fields in which two settings differ. */
export function changedFields(before: AgentSettings, after: AgentSettings): readonly AgentField[] {
  return agentFields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
}
