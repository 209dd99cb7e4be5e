import { afterEach, describe, expect, it } from 'vitest'
import { Organization } from '../test/organization.ts'
import { showApp } from '../test/show.tsx'
import { at, atEnd, endAll, patience, start, withPeople } from '../test/wizard.ts'

afterEach(endAll)

describe('the wizard on the engine', () => {
  it('walks from the token to the report', async () => {
    const organization = new Organization()
    const { onboarding, screen } = await start(organization)
    await withPeople(screen, 'ada@example.com\ngrace@example.com')
    await screen.press('ctrl+n')
    await at(screen, 'Licenses')
    await screen.press('down', 'down', 'enter', 'ctrl+n')
    await at(screen, 'Administrators')
    await screen.press('ctrl+n')
    await at(screen, 'Review')
    await expect.poll(() => screen.frame(), patience).toContain('Nothing is written before you approve')
    expect(organization.people.size).toBe(0)
    await screen.press('enter')
    await screen.type('yes')
    await screen.press('enter')
    await at(screen, 'Synchronizing')
    organization.synchronize()
    await at(screen, 'Report')
    expect(screen.frame()).toContain('✓ Everything is as planned.')
    expect(onboarding.getView().report?.counts.done).toBe(2)
  })

  it('M1: goes back from wrong answers too, and keeps every answer', async () => {
    const { onboarding, screen } = await start()
    await screen.type('trial@example.com')
    await screen.press('enter')
    await withPeople(screen, 'ada@example.com\nnonsense@\ngrace@example.com')
    await screen.press('esc')
    await at(screen, 'Way')
    await screen.press('ctrl+b')
    await at(screen, 'Platform')
    await screen.press('ctrl+b')
    await at(screen, 'Trial accounts')
    expect(screen.frame()).toContain('trial@example.com')
    await screen.press('ctrl+n', 'ctrl+n', 'ctrl+n')
    await at(screen, 'People')
    expect(onboarding.getView().people.map(({ email }) => email)).toEqual([
      'ada@example.com',
      'nonsense@',
      'grace@example.com',
    ])
  })

  it('M1: jumps to an earlier step from a list of all', async () => {
    const { screen } = await start()
    await withPeople(screen, 'ada@example.com')
    await screen.press('ctrl+o', 'up', 'up', 'up', 'enter')
    await at(screen, 'Trial accounts')
  })

  it('ENTRY-9: leads to the row that keeps from going on', async () => {
    const { screen } = await start()
    await withPeople(screen, 'ada@example.com\nbad@\ngrace@example.com')
    await screen.press('ctrl+n')
    expect(screen.frame()).toContain('› 2 ✗ bad@')
    expect(screen.frame()).toContain('! Not yet: correct the problems first.')
  })

  it('ADMNEW-2: says why a supervisor cannot be administrator, and passes the choice over', async () => {
    const { onboarding, screen } = await start()
    await withPeople(screen, 'ada@example.com')
    await screen.press('ctrl+n')
    await at(screen, 'Licenses')
    await screen.press('down', 'down', 'down', 'enter', 'ctrl+n')
    await at(screen, 'Administrators')
    expect(screen.frame()).toContain('( ) Full administrator – not together with Supervisor Role (ADMNEW-2)')
    await screen.press('down', 'space')
    expect(screen.frame()).toContain('! not together with Supervisor Role (ADMNEW-2)')
    expect(onboarding.getPerson(1)?.administrator).toBe('keep')
  })

  it('takes keys that a slow line delivers together one by one', async () => {
    const { onboarding, screen } = await start()
    await withPeople(screen, 'a@example.com\nb@example.com\nc@example.com')
    await screen.press('up')
    await screen.type('dd')
    await expect
      .poll(() => onboarding.getView().people.map(({ email }) => email), patience)
      .toEqual(['a@example.com'])
  })

  it('tells why it cannot connect, and connects again on request', async () => {
    const organization = new Organization()
    organization.isReachable = false
    const onboarding = organization.open()
    const screen = await showApp(onboarding)
    atEnd(screen.unmount, () => onboarding.stop())
    await expect
      .poll(() => screen.frame(), patience)
      .toContain('Webex cannot be reached: getaddrinfo ENOTFOUND webexapis.com')
    organization.isReachable = true
    await screen.press('r')
    await at(screen, 'Trial accounts')
  })
})
