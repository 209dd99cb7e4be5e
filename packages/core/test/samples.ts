import type { ContactCenterUser, DirectoryPerson, Observation } from '../src/domain/organization.ts'
import { personKey } from '../src/domain/person.ts'
import { type Draft, draftOf } from '../src/intake/draft.ts'
import { buildPlan } from '../src/plan/build.ts'
import type { Expectation } from '../src/plan/plan.ts'
import { organization, premiumPool, requestFor, standardPool } from './world.ts'

type Known = Partial<DirectoryPerson> & { readonly email: string }
type KnownUser = Partial<ContactCenterUser> & Pick<ContactCenterUser, 'email' | 'profile'>

/** The draft of a request that leaves out whatever the test is not about. */
export function draftFor(written: object): Draft {
  return draftOf(requestFor(written))
}

/** An organization on the New platform that can do everything by API, but for what the test is about. */
export function observationFor(
  given: Partial<Omit<Observation, 'people' | 'users'>> & {
    readonly people?: readonly Known[]
    readonly users?: readonly KnownUser[]
  } = {},
): Observation {
  const { people = [], users = [], ...others } = given
  return {
    organization,
    operator: { email: 'operator@acme.example', administrator: 'full' },
    platform: 'new',
    capabilities: { fullAdministrator: 'api', ccServiceAdministrator: 'api', contactCenterUsers: 'api' },
    pools: [standardPool, premiumPool],
    invitationEmails: true,
    ...others,
    people: Object.fromEntries(people.map((person) => [personKey(person.email), personFor(person)])),
    users: Object.fromEntries(users.map((user) => [personKey(user.email), userFor(user)])),
  }
}

/** Platform 1.0: no Users module to be read, and administrator roles by hand. */
export function observationOf10(given: Parameters<typeof observationFor>[0] = {}): Observation {
  return observationFor({
    platform: '1.0',
    capabilities: {
      fullAdministrator: 'operator',
      ccServiceAdministrator: 'operator',
      contactCenterUsers: 'operator',
    },
    ...given,
  })
}

export function personFor(person: Known): DirectoryPerson {
  return {
    id: `id-of-${person.email}`,
    status: 'active',
    licenseIds: [],
    administrator: 'none',
    ...person,
  }
}

function userFor(user: KnownUser): ContactCenterUser {
  return {
    id: `user-of-${user.email}`,
    personId: `id-of-${user.email}`,
    isActive: true,
    isContactCenterEnabled: true,
    hasTeam: true,
    hasDesktopProfile: true,
    ...user,
  }
}

/** The plan of a request in an organization. */
export function planFor(written: object, observation: Observation = observationFor()) {
  return buildPlan(draftFor({ platform: observation.platform, ...written }), observation)
}

/** What the plan expects of the only person in it. */
export function expectationFor(written: object, observation?: Observation): Expectation | undefined {
  return planFor(written, observation).people[0]
}
