import type { Onboarding, View } from '@wxcc-onboard/core'
import { expect } from 'vitest'
import { createFakeOnboarding } from './fake-onboarding.ts'
import { fixtures } from './fixtures.ts'
import { Organization } from './organization.ts'
import { type Screen, showApp } from './show.tsx'

export const patience = { timeout: 15_000 }

let open: readonly (() => Promise<void> | void)[] = []

/** Ends what the test began. */
export async function endAll(): Promise<void> {
  for (const close of open) await close()
  open = []
}

export function atEnd(...closes: readonly (() => Promise<void> | void)[]): void {
  open = [...open, ...closes]
}

export async function start(
  organization = new Organization(),
): Promise<{ onboarding: Onboarding; screen: Screen }> {
  const onboarding = organization.open()
  const screen = await showApp(onboarding)
  atEnd(screen.unmount, () => onboarding.stop())
  await at(screen, 'Trial accounts')
  return { onboarding, screen }
}

export async function fake(name: keyof typeof fixtures | View, props: Parameters<typeof showApp>[1] = {}) {
  const view = typeof name === 'string' ? fixtures[name] : (name as View)
  const onboarding = createFakeOnboarding(view as View)
  const screen = await showApp(onboarding, props)
  atEnd(screen.unmount)
  return { onboarding, screen }
}

export async function at(screen: Screen, stage: string): Promise<void> {
  await expect
    .poll(
      () =>
        screen
          .frame()
          .split('\n')
          .find((row) => row.startsWith('Step')),
      patience,
    )
    .toContain(stage)
}

/** Through the first two stages, with everyone in the list. */
export async function withPeople(screen: Screen, list: string): Promise<void> {
  await screen.press('ctrl+n')
  await at(screen, 'Platform')
  await screen.press('enter', 'enter')
  await at(screen, 'Way')
  await screen.press('enter')
  await at(screen, 'People')
  await screen.paste(list)
}
