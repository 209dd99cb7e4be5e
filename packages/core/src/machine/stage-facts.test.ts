import { describe, expect, it } from 'vitest'
import { manualRouteRules, type RuleId } from '../domain/rule.ts'
import { routeStages, stages } from './onboarding.types.ts'
import { rulesOf, stageFacts } from './stage-facts.ts'

function stagesWith(rule: RuleId): readonly string[] {
  return stages.filter((stage) => stageFacts[stage].rules.includes(rule))
}

describe('stageFacts', () => {
  it('has every rule of the manual route in at least one stage', () => {
    expect(manualRouteRules().filter((rule) => stagesWith(rule).length === 0)).toEqual([])
  })

  it('names each rule once in a stage', () => {
    for (const stage of stages) expect([...new Set(stageFacts[stage].rules)]).toEqual(stageFacts[stage].rules)
  })

  it('ADM10-12: refers to the article that tells what each role may do', () => {
    expect(stagesWith('ADM10-12').map((stage) => stageFacts[stage as 'adminRoles'].docsUrl)).toEqual([
      'https://help.webex.com/article/ne93ji',
    ])
  })

  it('ADMNEW-8: refers to the same article on the New platform', () => {
    expect(stagesWith('ADMNEW-8')).toEqual(['adminRoles'])
    expect(stageFacts.adminRoles.docsUrl).toBe('https://help.webex.com/article/ne93ji')
  })

  it('SAVE-4: explains profiles where they are verified and reported', () => {
    expect(stagesWith('SAVE-4')).toEqual(['verifying', 'report'])
  })

  it('C-18: refers to the article on deleting an organization', () => {
    expect(stagesWith('C-18').map((stage) => stageFacts[stage as 'prerequisites'].docsUrl)).toEqual([
      'https://help.webex.com/article/npf3a8e',
    ])
  })

  it('SYNC-4: saves, then synchronizes, then verifies', () => {
    expect(stages.slice(stages.indexOf('saving'))).toEqual([
      'saving',
      'operator',
      'syncing',
      'verifying',
      'report',
    ])
  })

  it('PRE-3: the prerequisite is the first question, the platform the second', () => {
    expect(routeStages.manual.slice(0, 5)).toEqual(['signIn', 'prerequisites', 'platform', 'route', 'people'])
  })
})

describe('rulesOf', () => {
  it('PLAT-4: on 1.0 the rules of the New platform are left out', () => {
    expect(rulesOf('adminRoles', '1.0')).toEqual([
      ...Array.from({ length: 12 }, (_, index) => `ADM10-${index + 1}`),
      'C-4',
      'C-5',
      'C-10',
      'C-11',
    ])
  })

  it('PLAT-5: on the New platform those of 1.0 are left out', () => {
    expect(rulesOf('licenses', 'new')).toEqual([
      ...Array.from({ length: 6 }, (_, index) => `LICNEW-${index + 1}`),
      'C-17',
    ])
  })

  it('PLAT-6: before the platform is known, both count', () => {
    for (const stage of stages) expect(rulesOf(stage, undefined)).toEqual(stageFacts[stage].rules)
  })

  it('loses no rule on both platforms together', () => {
    for (const stage of stages) {
      const both = new Set([...rulesOf(stage, '1.0'), ...rulesOf(stage, 'new')])
      expect(stageFacts[stage].rules.filter((rule) => !both.has(rule))).toEqual([])
    }
  })
})
