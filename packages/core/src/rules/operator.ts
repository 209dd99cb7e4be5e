import { givesAdministrator, licenseOf } from '../domain/entitlement.ts'
import type { DirectoryPerson, Observation } from '../domain/organization.ts'
import { type PersonEntry, personKey } from '../domain/person.ts'
import type { Problem } from '../domain/problem.ts'
import { type Draft, entitlementOf } from '../intake/draft.ts'

/** Whether whoever holds the token may assign licenses to people who exist: a read-only administrator may not. */
export function checkMayLicense(draft: Draft, observation: Observation): readonly Problem[] {
  const { administrator } = observation.operator
  if (administrator !== 'read-only') return []
  const people = draft.people.filter((person) => changesLicense(person, draft, observation)).length
  if (people === 0) return []
  return [
    {
      code: 'operator.cannot-license',
      severity: 'error',
      rule: observation.platform === '1.0' ? 'ADM10-12' : 'ADMNEW-8',
      subject: { kind: 'stage' },
      facts: { administrator, people },
    },
  ]
}

/** Only a full administrator changes administrator roles; what Control Hub is needed for, anybody may do there. */
export function checkMayAppoint(draft: Draft, observation: Observation): readonly Problem[] {
  const { administrator } = observation.operator
  if (administrator === 'full' || administrator === 'unknown') return []
  const people = draft.people.filter((person) => changesRole(person, draft, observation)).length
  if (people === 0) return []
  return [
    {
      code: 'operator.cannot-appoint',
      severity: 'error',
      rule: observation.platform === '1.0' ? 'ADM10-12' : 'ADMNEW-8',
      subject: { kind: 'stage' },
      facts: { administrator, people },
    },
  ]
}

function changesLicense({ email }: PersonEntry, draft: Draft, observation: Observation): boolean {
  const known = observation.people[personKey(email)]
  const choice = entitlementOf(draft, email).license
  if (known === undefined || choice === 'none') return false
  const held = observation.pools.filter(({ id }) => known.licenseIds.includes(id))
  const wanted = licenseOf(choice)
  return choice === 'remove' ? held.length > 0 : held.length !== 1 || held[0]?.license !== wanted
}

function changesRole({ email }: PersonEntry, draft: Draft, observation: Observation): boolean {
  const from = observation.people[personKey(email)]?.administrator ?? 'none'
  const choice = entitlementOf(draft, email).administrator
  const to = givesAdministrator(choice) ? choice : choice === 'remove' ? 'none' : from
  return to !== from && [from, to].every((role) => isByApi(role, observation))
}

function isByApi(role: DirectoryPerson['administrator'], { capabilities }: Observation): boolean {
  if (role === 'cc-service') return capabilities.ccServiceAdministrator === 'api'
  return role === 'none' || capabilities.fullAdministrator === 'api'
}
