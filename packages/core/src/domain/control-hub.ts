import type { AdministratorRole } from './entitlement.ts'
import type { MenuPath } from './operator-task.ts'
import type { Platform } from './platform.ts'

/** Where Control Hub is (PLAT-1, ENTRY-1). */
export const controlHubUrl = 'https://admin.webex.com'

/** Ways through Control Hub's menus, in the article's words and, where it moved, today's (C-2). */
export const menuPaths = {
  /** PLAT-2, PLAT-3 */
  serviceDetails: [
    {
      vintage: 'documented',
      path: ['Services', 'Contact Center', 'Settings', 'General', 'Service Details'],
    },
    {
      vintage: 'current',
      path: ['Services', 'Contact Center', 'Tenant settings', 'General', 'Service Details'],
    },
  ],
  /** SYNC-2, NEW-6 */
  synchronize: [
    {
      vintage: 'documented',
      path: ['Services', 'Contact Center', 'Settings', 'General', 'Synchronize Users'],
    },
    {
      vintage: 'current',
      path: ['Services', 'Contact Center', 'Tenant settings', 'General', 'Synchronize Users'],
    },
  ],
  /** ENTRY-2, ENTRY-3 */
  manageUsers: [
    { vintage: 'documented', path: ['Users', 'Manage Users', 'Manually Add or Modify Users'] },
    { vintage: 'current', path: ['Management', 'Users', 'Manage users', 'Manually add users'] },
  ],
  /** CSV-5, NEW-9 */
  manageByCsv: [
    { vintage: 'documented', path: ['Users', 'Manage Users', 'CSV Add or Modify Users'] },
    { vintage: 'current', path: ['Management', 'Users', 'Add users', 'Manage users by CSV'] },
  ],
  /** ADM10-3, ADM10-5, ADMNEW-5 */
  administratorRoles: [
    { vintage: 'documented', path: ['Users', 'User Details', 'Administrator roles'] },
    { vintage: 'current', path: ['Management', 'Users', 'User Details', 'Administrator roles'] },
  ],
  /** SYNC-3 */
  usersModule: [
    { vintage: 'documented', path: ['Management Portal', 'Users'] },
    { vintage: 'current', path: ['Services', 'Contact Center', 'User Management', 'Contact Center Users'] },
  ],
} as const satisfies Record<string, readonly MenuPath[]>

/** The field whose value tells the platform (PLAT-3). */
export const platformField = 'Webex Contact Center platform (details)'

/**
 * The boxes to tick in Administrator roles, in order. On 1.0 the Organization administrator box comes first; it
 * opens the choice and is no role of its own (C-4). The New platform's text names none (ADMNEW-7).
 */
export function administratorBoxes(platform: Platform, role: AdministratorRole): readonly string[] {
  const box = role === 'full' ? 'Full administrator' : 'Contact Center service administrator'
  return platform === '1.0' ? ['Organization administrator', box] : [box]
}

/** The box to clear when a role is removed: whichever the person holds (ADM10-10). */
export function administratorBoxToClear(platform: Platform, role: AdministratorRole): string {
  if (role === 'cc-service') return 'Contact Center service administrator'
  return platform === '1.0' ? 'Organization administrator' : 'Full administrator'
}

/** What to tick on the license screen for a choice: a path through its tree (LIC10-1..8, LICNEW-1..5). */
export function licenseBoxes(
  platform: Platform,
  choice: 'standard' | 'premium' | 'premium-supervisor',
): readonly string[] {
  if (platform === 'new') return ['Licensed agent', newLicenseNames[choice]]
  if (choice === 'standard') return ['Contact Center', 'Standard Agent']
  return ['Contact Center', 'Premium Agent', choice === 'premium' ? 'Agent' : 'Supervisor']
}

const newLicenseNames = {
  standard: 'Standard Agent',
  premium: 'Premium Agent',
  'premium-supervisor': 'Premium Agent - Supervisor Role',
} as const
