import { describe, expect, it } from 'vitest'
import {
  administratorBoxes,
  administratorBoxToClear,
  controlHubUrl,
  licenseBoxes,
  menuPaths,
  platformField,
} from './control-hub.ts'
import { licenseChoices } from './entitlement.ts'
import { platformOffers, platforms } from './platform.ts'

describe('the way to Control Hub', () => {
  it('PLAT-1: begins at admin.webex.com', () => {
    expect(controlHubUrl).toBe('https://admin.webex.com')
  })

  it('PLAT-2: leads to Service Details, as documented and as it is today', () => {
    expect(menuPaths.serviceDetails).toEqual([
      {
        vintage: 'documented',
        path: ['Services', 'Contact Center', 'Settings', 'General', 'Service Details'],
      },
      {
        vintage: 'current',
        path: ['Services', 'Contact Center', 'Tenant settings', 'General', 'Service Details'],
      },
    ])
  })

  it('PLAT-3: names the field to read as the screen does', () => {
    expect(platformField).toBe('Webex Contact Center platform (details)')
  })

  it('ENTRY-2: leads to Users and Manage Users', () => {
    expect(menuPaths.manageUsers.map(({ path }) => path.slice(0, -1))).toEqual([
      ['Users', 'Manage Users'],
      ['Management', 'Users', 'Manage users'],
    ])
  })

  it('ENTRY-3: ends at adding or modifying manually', () => {
    expect(menuPaths.manageUsers.map(({ path }) => path.at(-1))).toEqual([
      'Manually Add or Modify Users',
      'Manually add users',
    ])
  })

  it('ADM10-5: leads to the administrator roles in the details of a user', () => {
    expect(menuPaths.administratorRoles).toEqual([
      { vintage: 'documented', path: ['Users', 'User Details', 'Administrator roles'] },
      { vintage: 'current', path: ['Management', 'Users', 'User Details', 'Administrator roles'] },
    ])
  })

  it('SYNC-2: leads to Synchronize Users', () => {
    expect(menuPaths.synchronize[0]).toEqual({
      vintage: 'documented',
      path: ['Services', 'Contact Center', 'Settings', 'General', 'Synchronize Users'],
    })
  })

  it('SYNC-3: leads to the Users module', () => {
    expect(menuPaths.usersModule).toEqual([
      { vintage: 'documented', path: ['Management Portal', 'Users'] },
      {
        vintage: 'current',
        path: ['Services', 'Contact Center', 'User Management', 'Contact Center Users'],
      },
    ])
  })

  it('C-2: shows the documented way first and the current one beside it, everywhere', () => {
    for (const paths of Object.values(menuPaths))
      expect(paths.map(({ vintage }) => vintage)).toEqual(['documented', 'current'])
  })

  it('C-2: today the button is in the tenant settings (NEW-6)', () => {
    expect(menuPaths.synchronize[1].path).toEqual([
      'Services',
      'Contact Center',
      'Tenant settings',
      'General',
      'Synchronize Users',
    ])
  })
})

describe('licenseBoxes', () => {
  it.each([
    ['LIC10-1: on 1.0, Contact Center opens the choice of', 'standard', ['Contact Center', 'Standard Agent']],
    ['LIC10-6: on 1.0, the role Agent under', 'premium', ['Contact Center', 'Premium Agent', 'Agent']],
    [
      'LIC10-7: on 1.0, the role Supervisor under',
      'premium-supervisor',
      ['Contact Center', 'Premium Agent', 'Supervisor'],
    ],
  ] as const)('%s %s', (_, choice, boxes) => {
    expect(licenseBoxes('1.0', choice)).toEqual(boxes)
  })

  it('LIC10-5: exactly one role is chosen under Premium', () => {
    expect(
      (['premium', 'premium-supervisor'] as const).map((one) => licenseBoxes('1.0', one).slice(2)),
    ).toEqual([['Agent'], ['Supervisor']])
  })

  it('LIC10-8: no role is chosen under Standard', () => {
    expect(licenseBoxes('1.0', 'standard').slice(2)).toEqual([])
  })

  it('LICNEW-1: on the New platform, Licensed agent opens the choice of one type', () => {
    expect(
      (['standard', 'premium', 'premium-supervisor'] as const).map((one) => licenseBoxes('new', one)),
    ).toEqual([
      ['Licensed agent', 'Standard Agent'],
      ['Licensed agent', 'Premium Agent'],
      ['Licensed agent', 'Premium Agent - Supervisor Role'],
    ])
  })

  it('starts with the box of its platform', () => {
    for (const platform of platforms)
      for (const choice of licenseChoices)
        if (choice !== 'none' && choice !== 'remove')
          expect(licenseBoxes(platform, choice)[0]).toBe(platformOffers[platform].licenseBox)
  })
})

describe('administratorBoxes', () => {
  it('ADM10-3: on 1.0, Organization administrator comes first for a full administrator', () => {
    expect(administratorBoxes('1.0', 'full')[0]).toBe('Organization administrator')
  })

  it('ADM10-4: on 1.0, Full administrator is chosen after it', () => {
    expect(administratorBoxes('1.0', 'full')).toEqual(['Organization administrator', 'Full administrator'])
  })

  it('ADM10-7: on 1.0, Organization administrator comes first for a service administrator, too', () => {
    expect(administratorBoxes('1.0', 'cc-service')[0]).toBe('Organization administrator')
  })

  it('ADM10-8: on 1.0, Contact Center service administrator is ticked after it', () => {
    expect(administratorBoxes('1.0', 'cc-service')).toEqual([
      'Organization administrator',
      'Contact Center service administrator',
    ])
  })

  it('C-4: on 1.0 the service administrator has two boxes, on the New platform one', () => {
    expect(platforms.map((platform) => administratorBoxes(platform, 'cc-service').length)).toEqual([2, 1])
  })

  it('ADMNEW-5: on the New platform, Full administrator', () => {
    expect(administratorBoxes('new', 'full')).toEqual(['Full administrator'])
  })

  it('ADMNEW-6: on the New platform, Contact Center service administrator', () => {
    expect(administratorBoxes('new', 'cc-service')).toEqual(['Contact Center service administrator'])
  })

  it('ADMNEW-7: the New platform names no Organization administrator', () => {
    const boxes = (['full', 'cc-service'] as const).flatMap((role) => [
      ...administratorBoxes('new', role),
      administratorBoxToClear('new', role),
    ])
    expect(boxes).not.toContain('Organization administrator')
  })
})

describe('administratorBoxToClear', () => {
  it.each([
    ['1.0', 'full', 'Organization administrator'],
    ['1.0', 'cc-service', 'Contact Center service administrator'],
    ['new', 'full', 'Full administrator'],
    ['new', 'cc-service', 'Contact Center service administrator'],
  ] as const)('ADM10-10: on %s, who is %s has the box %s cleared', (platform, role, box) => {
    expect(administratorBoxToClear(platform, role)).toBe(box)
  })
})
