import { describe, expect, it } from 'vitest'
import { defaultProfile } from './profile.ts'

describe('defaultProfile', () => {
  it.each([
    ['LIC10-3: Standard', 'standard', false, 'none', 'standard-agent'],
    ['LICNEW-3: Standard', 'standard', false, 'none', 'standard-agent'],
    ['NEW-26: Standard and full administrator', 'standard', false, 'full', 'standard-agent'],
    ['NEW-26: Standard and service administrator', 'standard', false, 'cc-service', 'standard-agent'],
    ['LIC10-8: Standard and supervisor, should it be', 'standard', true, 'none', 'standard-agent'],
    ['C-11: Standard, supervisor, full', 'standard', true, 'full', 'standard-agent'],
    ['C-11: Standard, supervisor, service', 'standard', true, 'cc-service', 'standard-agent'],
    ['LIC10-6: Premium', 'premium', false, 'none', 'premium-agent'],
    ['LIC10-7: Premium and supervisor', 'premium', true, 'none', 'supervisor'],
    ['ADM10-4: Premium and full administrator', 'premium', false, 'full', 'administrator'],
    ['ADM10-8: Premium and service administrator', 'premium', false, 'cc-service', 'administrator'],
    ['C-5: Premium, supervisor and full administrator', 'premium', true, 'full', 'administrator'],
    ['C-5: Premium, supervisor and service administrator', 'premium', true, 'cc-service', 'administrator'],
    ['SAVE-3: nothing', undefined, false, 'none', undefined],
    ['SAVE-3: supervisor without license', undefined, true, 'none', undefined],
    ['LICNEW-6: full administrator without license', undefined, false, 'full', 'administrator-only'],
    ['LICNEW-6: service administrator without license', undefined, false, 'cc-service', 'administrator-only'],
    ['LICNEW-6: without license, supervisor or not', undefined, true, 'full', 'administrator-only'],
  ] as const)('%s (NEW-27)', (_, license, isSupervisor, administrator, profile) => {
    expect(defaultProfile({ license, isSupervisor, administrator })).toBe(profile)
  })
})
