import { namedUuid } from '../ids.ts'
import type { EntityKind } from '../organization/contact-center.ts'
import { profileNames } from '../organization/profiles.ts'

export interface SeedEntity {
  readonly kind: EntityKind
  readonly entity: { readonly id: string; readonly [key: string]: unknown }
}

const id = (kind: EntityKind, name: string): string => namedUuid(`${kind}/${name}`)

const multimedia = (name: string, chat: number, social: number): SeedEntity => ({
  kind: 'multimedia-profile',
  entity: {
    id: id('multimedia-profile', name),
    name,
    chat,
    email: 1,
    telephony: 1,
    social,
    active: true,
    blendingModeEnabled: false,
    blendingMode: 'BLENDED',
    systemDefault: name === 'Default',
  },
})

const site = (name: string): SeedEntity => ({
  kind: 'site',
  entity: {
    id: id('site', name),
    name,
    active: true,
    multimediaProfileId: id('multimedia-profile', 'Default'),
    systemDefault: false,
  },
})

const team = (name: string, siteName: string, teamType: 'AGENT' | 'CAPACITY' = 'AGENT'): SeedEntity => ({
  kind: 'team',
  entity: {
    id: id('team', name),
    name,
    teamType,
    teamStatus: 'IN_SERVICE',
    active: true,
    siteId: id('site', siteName),
    siteName,
    userIds: [],
    rankQueuesForTeam: false,
    systemDefault: false,
  },
})

const desktopProfile = (name: string): SeedEntity => ({
  kind: 'agent-profile',
  entity: {
    id: id('agent-profile', name),
    name,
    parentType: 'ORGANIZATION',
    accessWrapUpCode: 'ALL',
    accessIdleCode: 'ALL',
    accessQueue: 'ALL',
    accessEntryPoint: 'ALL',
    accessBuddyTeam: 'ALL',
    agentDNValidation: 'ALL',
    loginVoiceOptions: ['AGENT_DN', 'EXTENSION', 'BROWSER'],
    active: true,
    systemDefault: false,
  },
})

const skillProfile = (name: string): SeedEntity => ({
  kind: 'skill-profile',
  entity: { id: id('skill-profile', name), name, activeSkills: [] },
})

const userProfile = (name: string, profileType: string, systemDefault: boolean): SeedEntity => ({
  kind: 'user-profile',
  entity: {
    id: id('user-profile', name),
    name,
    profileType,
    active: true,
    permissionAccessLevel: 'PROVISIONED_VALUE',
    resourceAccessLevel: 'ALL',
    systemDefault,
  },
})

export const defaultEntities: readonly SeedEntity[] = [
  ...Object.entries(profileNames).map(([type, name]) => userProfile(name, type, true)),
  multimedia('Default', 1, 1),
]

/** The everyday settings of the seeded users live here too. */
export const acmeEntities: readonly SeedEntity[] = [
  userProfile('Premium Agent - Billing', 'PREMIUM_AGENT', false),
  multimedia('Voice and chat', 3, 0),
  site('Krakow'),
  site('Chicago'),
  team('Krakow Support', 'Krakow'),
  team('Chicago Support', 'Chicago'),
  team('Chicago Overflow', 'Chicago', 'CAPACITY'),
  desktopProfile('Agent Desktop'),
  desktopProfile('Supervisor Desktop'),
  skillProfile('General'),
  skillProfile('Billing'),
]

export const everydaySettings = {
  siteId: id('site', 'Krakow'),
  siteName: 'Krakow',
  teamIds: [id('team', 'Krakow Support')],
  agentProfileId: id('agent-profile', 'Agent Desktop'),
  multimediaProfileId: id('multimedia-profile', 'Default'),
  skillProfileId: id('skill-profile', 'General'),
}
