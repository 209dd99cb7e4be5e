import { access } from '../access.ts'
import { webexId } from '../ids.ts'
import { isoTime, type Organization, readSetting } from '../organization/organization.ts'
import { ok, type Register } from '../routing.ts'

export function registerOrganizations(register: Register): void {
  register('GET', '/v1/organizations', access.readOrganizations, ({ org }) =>
    ok({ items: [showOrganization(org)] }),
  )
  register('GET', '/v1/organizations/:orgId', access.readOrganizations, ({ org }) =>
    ok(showOrganization(org)),
  )
}

const showOrganization = (org: Organization) => ({
  id: webexId('ORGANIZATION', org.id),
  displayName: org.name,
  created: isoTime(Number(readSetting(org.state, 'created'))),
})
