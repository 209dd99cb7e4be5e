import { describe, expect, it } from 'vitest'
import { encodeWebexId } from './ids.ts'
import { agentLicenseOf } from './license-names.ts'

const idOf = (offer: string) =>
  encodeWebexId({
    region: 'us',
    type: 'LICENSE',
    raw: `22222222-2222-4222-8222-222222222222:${offer}_11111111-1111-4111-8111-111111111111`,
  })

describe('by name', () => {
  it.each([
    ['Contact Center Premium Agent', 'premium'],
    ['Contact center Standard Agent', 'standard'],
    ['Webex Contact Center Premium Agent', 'premium'],
    ['Webex Contact Center standard', 'standard'],
    ['Cisco Webex Contact Centre Premium', 'premium'],
    ['Cisco Contact Center Standard Agent', 'standard'],
    ['  contact  center premium agent ', 'premium'],
    ['Webex Contact Center Premium Agent [Sub121331]', 'premium'],
    ['Webex Contact Center Standard [Sub-A] (Suspended)', 'standard'],
    ['Webex Contact Center Standard Agent (Suspended)', 'standard'],
  ])('%s is %s', (name, expected) => {
    expect(agentLicenseOf({ name })).toBe(expected)
  })

  it.each([
    'Customer Experience - Essential',
    'Epic Desktop Connector for Webex Contact Center',
    'Salesforce Desktop Connector',
    'Contact Center Premium Agent Bundle',
    'My Contact Center Premium Agent',
    'Contact Center Supervisor',
    'Webex Calling - Professional',
    'Contact Center',
    '',
  ])('%s is neither', (name) => {
    expect(agentLicenseOf({ name })).toBeUndefined()
  })
})

describe('by offer code', () => {
  it('the code inside the id wins over the name', () => {
    expect(agentLicenseOf({ id: idOf('CJPSTD'), name: 'Contact Center Premium Agent' })).toBe('standard')
    expect(agentLicenseOf({ id: idOf('CJPPRM'), name: 'Agente Premium' })).toBe('premium')
  })

  it('another code leaves the decision to the name', () => {
    expect(
      agentLicenseOf({ id: idOf('EPC'), name: 'Epic Desktop Connector for Webex Contact Center' }),
    ).toBeUndefined()
    expect(agentLicenseOf({ id: 'opaque', name: 'Contact Center Premium Agent' })).toBe('premium')
  })
})
