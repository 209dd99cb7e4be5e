import type { LicensePool } from '@wxcc-onboard/core'
import { describe, expect, it } from 'vitest'
import { texts } from '../../test/show.tsx'
import { poolLines } from './pools.ts'

const pools: readonly LicensePool[] = [
  {
    id: 'a',
    license: 'premium',
    name: 'Contact Center Premium Agent',
    subscriptionId: 'Sub-A',
    total: 25,
    assigned: 19,
    activated: 12,
  },
  {
    id: 'b',
    license: 'premium',
    name: 'Contact Center Premium Agent',
    subscriptionId: 'Sub114552',
    total: 2500,
    assigned: 2500,
  },
  {
    id: 'c',
    license: 'standard',
    name: 'Contact center Standard Agent',
    total: 60,
    assigned: 24,
    activated: 24,
  },
]

function told(of: readonly LicensePool[], width: number): string[] {
  return poolLines(of, texts, width).map(({ segments }) => segments.map(({ text }) => text).join(''))
}

describe('the units of licenses', () => {
  it('C-17: are told as free, assigned and activated, in 60 columns', () => {
    const lines = told(pools, 59)
    expect(lines).toEqual([
      'Units                      free  assigned  activated     of',
      '  Premium Agent, Sub-A        6        19         12     25',
      '  Premium Age…, Sub114552     0     2,500          –  2,500',
      '  Standard Agent             36        24         24     60',
      '',
    ])
  })

  it('leave a column out that nothing is known for', () => {
    expect(told(pools.slice(1, 2), 79)).toEqual([
      'Units                       free  assigned     of',
      '  Premium Agent, Sub114552     0     2,500  2,500',
      '',
    ])
  })

  it('are sentences where a table does not fit', () => {
    expect(told(pools.slice(0, 1), 39)).toEqual([
      'Units',
      '  Premium Agent, Sub-A: 6 of 25 free,',
      '  19 assigned, 12 activated',
      '',
    ])
  })

  it('are not there before they were read', () => {
    expect(told([], 79)).toEqual([])
  })
})
