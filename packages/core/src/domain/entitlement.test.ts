import { describe, expect, it } from 'vitest'
import {
  administratorChoices,
  givesAdministrator,
  isSupervisor,
  licenseChoices,
  licenseOf,
} from './entitlement.ts'

describe('license choices', () => {
  it('LIC10-8: Standard with supervisor cannot be said', () => {
    expect(licenseChoices).toEqual(['none', 'standard', 'premium', 'premium-supervisor', 'remove'])
  })

  it('LIC10-4: the two kinds of Premium use up the same license', () => {
    expect(licenseChoices.map(licenseOf)).toEqual([undefined, 'standard', 'premium', 'premium', undefined])
  })

  it('LICNEW-5: only one of them makes a supervisor', () => {
    expect(licenseChoices.filter(isSupervisor)).toEqual(['premium-supervisor'])
  })
})

describe('administrator choices', () => {
  it('ADM10-1: there are four: nothing, either role, and removal', () => {
    expect(administratorChoices).toEqual(['keep', 'full', 'cc-service', 'remove'])
  })

  it('ADMNEW-4: one role of two is given', () => {
    expect(administratorChoices.filter(givesAdministrator)).toEqual(['full', 'cc-service'])
  })
})
