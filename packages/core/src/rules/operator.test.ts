import { describe, expect, it } from 'vitest'
import { draftFor, observationFor } from '../../test/samples.ts'
import { checkMayAppoint, checkMayLicense } from './operator.ts'

const email = 'ada@acme.example'

describe('checkMayLicense', () => {
  const observation = observationFor({
    operator: { administrator: 'read-only' },
    people: [{ email, licenseIds: ['standard-a'] }],
  })

  it('ADMNEW-8: a read-only administrator gives no license to somebody who exists', () => {
    expect(checkMayLicense(draftFor({ people: [{ email, license: 'premium' }] }), observation)).toEqual([
      {
        code: 'operator.cannot-license',
        severity: 'error',
        rule: 'ADMNEW-8',
        subject: { kind: 'stage' },
        facts: { administrator: 'read-only', people: 1 },
      },
    ])
  })

  it.each([{ license: 'standard' }, { license: 'none' }])('ADMNEW-8: %j changes nothing', (wanted) => {
    expect(checkMayLicense(draftFor({ people: [{ email, ...wanted }] }), observation)).toEqual([])
  })

  it.each(['full', 'user', 'cc-service', 'unknown'] as const)(
    'ADMNEW-8: of a %s administrator nothing is known against it',
    (administrator) => {
      const other = { ...observation, operator: { administrator } }
      expect(checkMayLicense(draftFor({ people: [{ email, license: 'premium' }] }), other)).toEqual([])
    },
  )
})

describe('checkMayAppoint', () => {
  const draft = draftFor({
    platform: '1.0',
    people: [{ email, license: 'premium', administrator: 'full' }],
  })

  it.each(['user', 'cc-service', 'read-only', 'none'] as const)(
    'ADM10-12: one who is "%s" makes nobody an administrator',
    (administrator) => {
      const observation = observationFor({ platform: '1.0', operator: { administrator } })
      expect(checkMayAppoint(draft, observation)).toEqual([
        {
          code: 'operator.cannot-appoint',
          severity: 'error',
          rule: 'ADM10-12',
          subject: { kind: 'stage' },
          facts: { administrator, people: 1 },
        },
      ])
    },
  )

  it('ADM10-12: does not matter where the role is given by hand, is held already, or a full administrator asks', () => {
    const operator = { administrator: 'user' } as const
    const byHand = { fullAdministrator: 'operator', ccServiceAdministrator: 'operator' } as const
    const capabilities = { ...byHand, contactCenterUsers: 'api' } as const
    expect(checkMayAppoint(draft, observationFor({ operator, capabilities }))).toEqual([])
    const people = [{ email, administrator: 'full' }] as const
    expect(checkMayAppoint(draft, observationFor({ operator, people }))).toEqual([])
    expect(checkMayAppoint(draft, observationFor())).toEqual([])
  })
})
