import { describe, expect, it } from 'vitest'
import { manualBatchLimit, platformOffers, platforms } from './platform.ts'

describe('platformOffers', () => {
  it('PLAT-4: 1.0 has the licenses and administrators of its own screen', () => {
    expect(platformOffers['1.0']).toEqual({
      fieldValue: '1.0',
      licenseBox: 'Contact Center',
      licenses: [
        { choice: 'none', rule: 'LIC10-1' },
        { choice: 'standard', rule: 'LIC10-3' },
        { choice: 'premium', rule: 'LIC10-6' },
        { choice: 'premium-supervisor', rule: 'LIC10-7' },
      ],
      administrators: [
        { role: 'full', rule: 'ADM10-4' },
        { role: 'cc-service', rule: 'ADM10-8' },
      ],
      supervisorAndAdministrator: 'asked',
      administratorNeeds: 'premium',
    })
  })

  it('PLAT-5: the New platform has those of its own', () => {
    expect(platformOffers.new).toEqual({
      fieldValue: 'New platform',
      licenseBox: 'Licensed agent',
      licenses: [
        { choice: 'none', rule: 'LICNEW-6' },
        { choice: 'standard', rule: 'LICNEW-3' },
        { choice: 'premium', rule: 'LICNEW-4' },
        { choice: 'premium-supervisor', rule: 'LICNEW-5' },
      ],
      administrators: [
        { role: 'full', rule: 'ADMNEW-5' },
        { role: 'cc-service', rule: 'ADMNEW-6' },
      ],
      supervisorAndAdministrator: 'refused',
      administratorNeeds: 'anything',
    })
  })

  it('PLAT-3: the field has two values and no third', () => {
    expect(platforms.map((platform) => platformOffers[platform].fieldValue)).toEqual(['1.0', 'New platform'])
  })

  it('LIC10-1: the box is called Contact Center', () => {
    expect(platformOffers['1.0'].licenseBox).toBe('Contact Center')
  })

  it('LICNEW-1: the box is called Licensed agent', () => {
    expect(platformOffers.new.licenseBox).toBe('Licensed agent')
  })

  it('C-5: supervisor and administrator at once are asked about on 1.0 and refused on the New platform', () => {
    expect(platforms.map((platform) => platformOffers[platform].supervisorAndAdministrator)).toEqual([
      'asked',
      'refused',
    ])
  })

  it('C-11: an administrator needs Premium on 1.0 and nothing on the New platform', () => {
    expect(platforms.map((platform) => platformOffers[platform].administratorNeeds)).toEqual([
      'premium',
      'anything',
    ])
  })
})

describe('manualBatchLimit', () => {
  it('ENTRY-7: the manual screen takes 25 people', () => {
    expect(manualBatchLimit).toBe(25)
  })
})
