import { expect, it } from 'vitest'
import { defaultProfile } from './profiles.ts'

it.each([
  ['standard', 'none', false, 'STANDARD_AGENT'],
  ['standard', 'full', false, 'STANDARD_AGENT'],
  ['standard', 'cc-service', false, 'STANDARD_AGENT'],
  ['premium', 'none', false, 'PREMIUM_AGENT'],
  ['premium', 'none', true, 'SUPERVISOR'],
  ['premium', 'full', false, 'ADMINISTRATOR'],
  ['premium', 'cc-service', false, 'ADMINISTRATOR'],
  ['premium', 'full', true, 'ADMINISTRATOR'],
  ['none', 'full', false, 'ADMINISTRATOR_ONLY'],
  ['none', 'cc-service', false, 'ADMINISTRATOR_ONLY'],
  ['none', 'none', false, undefined],
] as const)('NEW-27: %s license, role %s, supervisor %s gives %s', (license, role, isSupervisor, profile) => {
  expect(defaultProfile(license, role, isSupervisor)).toBe(profile)
})
