import type { State } from '../state.ts'

/** `1.0` or the New platform, as the field "Webex Contact Center platform (details)" names them. */
export type Platform = '1.0' | 'new'

/** The organization in the box: its tables, its clock and how slow it is. */
export interface Organization {
  readonly id: string
  readonly name: string
  readonly state: State
  readonly now: () => number
  /** Milliseconds; of an import for each of its rows. */
  readonly delays: { readonly visibility: number; readonly synchronize: number; readonly import: number }
  readonly listsServiceAdministrator: boolean
}

export function readSetting(state: State, key: string): string | undefined {
  return state.get<{ value: string }>('SELECT value FROM settings WHERE key = ?', key)?.value
}

export function writeSetting(state: State, key: string, value: string): void {
  state.run(
    'INSERT INTO settings VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    key,
    value,
  )
}

export const platformOf = (org: Organization): Platform =>
  readSetting(org.state, 'platform') === '1.0' ? '1.0' : 'new'

export const setPlatform = (org: Organization, platform: Platform): void =>
  writeSetting(org.state, 'platform', platform)

export const invitesByMail = (org: Organization): boolean =>
  readSetting(org.state, 'allow-admin-invite-emails') !== 'false'

export const isoTime = (epoch: number): string => new Date(epoch).toISOString()
