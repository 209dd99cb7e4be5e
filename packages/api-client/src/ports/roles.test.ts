import { describe, expect, it } from 'vitest'
import { encodeWebexId } from '../ids.ts'
import { administratorOf, meansOf, operatorRoleOf, supervisorOf } from './roles.ts'

const roleId = (raw: string, region = 'us') => encodeWebexId({ region, type: 'ROLE', raw })

const full = { id: roleId('id_full_admin'), name: 'Full Administrator' }
const service = { id: roleId('cjp.admin'), name: 'Contact Center Service Administrator' }

describe('meansOf', () => {
  it('goes by the name that GET /roles lists, whatever its case', () => {
    expect(meansOf([{ ...full, name: 'FULL ADMINISTRATOR' }], 'full')).toBe('api')
    expect(meansOf([{ ...service, name: 'Webex Contact Centre service administrator' }], 'cc-service')).toBe(
      'api',
    )
  })

  it('ADM10-7: a role that is not listed is given by a person', () => {
    expect(meansOf([full], 'cc-service')).toBe('operator')
    expect(meansOf([{ id: 'x', name: 'Full Administrator (read-only)' }], 'full')).toBe('operator')
  })
})

describe('administratorOf', () => {
  it.each([
    [['id_full_admin'], 'full'],
    [['id_user_admin', 'cjp.admin'], 'cc-service'],
    [['id_readonly_admin'], 'read-only'],
    [['id_user_admin', 'atlas-portal.support'], 'none'],
    [[], 'none'],
  ] as const)('of %j is %s', (roles, expected) => {
    expect(
      administratorOf(
        roles.map((raw) => roleId(raw, 'eu')),
        [full],
      ),
    ).toBe(expected)
  })

  it('knows the service administrator by the id that this organization lists', () => {
    const listed = { ...service, id: roleId('atlas-portal.cc') }
    expect(administratorOf([roleId('atlas-portal.cc')], [listed])).toBe('cc-service')
  })
})

it('names the operator a user administrator where that is all they are', () => {
  expect(operatorRoleOf(['id_user_admin'], [])).toBe('user')
  expect(operatorRoleOf(['id_user_admin', 'id_full_admin'], [])).toBe('full')
  expect(operatorRoleOf([], [])).toBe('none')
})

describe('supervisorOf', () => {
  it.each([
    [['cjp.premium_agent', 'cjp.supervisor'], true],
    [['cjp.premium_agent'], false],
    [['id_full_admin'], undefined],
    [[], undefined],
  ])('of %j is %s, for an API that shows no Contact Center role tells nothing', (roles, expected) => {
    expect(supervisorOf(roles)).toBe(expected)
  })
})
