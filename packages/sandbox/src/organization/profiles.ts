import type { AgentLicense } from './licenses.ts'
import type { AdministratorRole } from './roles.ts'

export type ProfileType =
  | 'ADMINISTRATOR'
  | 'ADMINISTRATOR_ONLY'
  | 'SUPERVISOR'
  | 'PREMIUM_AGENT'
  | 'STANDARD_AGENT'

export const profileNames = {
  ADMINISTRATOR: 'Administrator',
  ADMINISTRATOR_ONLY: 'Administrator Only',
  SUPERVISOR: 'Supervisor',
  PREMIUM_AGENT: 'Premium Agent',
  STANDARD_AGENT: 'Standard Agent',
} satisfies Record<ProfileType, string>

/**
 * The default user profile by license and role (help.webex.com n524f2m). Undefined: no contact-center user at all.
 * Sandbox choice: premium with supervisor and administrator, which 1.0 leaves open, becomes Administrator.
 */
export function defaultProfile(
  license: AgentLicense,
  role: AdministratorRole,
  isSupervisor: boolean,
): ProfileType | undefined {
  if (license === 'standard') return 'STANDARD_AGENT'
  if (license === 'none') return role === 'none' ? undefined : 'ADMINISTRATOR_ONLY'
  if (role !== 'none') return 'ADMINISTRATOR'
  return isSupervisor ? 'SUPERVISOR' : 'PREMIUM_AGENT'
}
