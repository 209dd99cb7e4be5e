import { type DirectoryPerson, personKey } from '@wxcc-onboard/core'
import { bareId } from '../ids.ts'
import { unlessMissing } from '../resources/options.ts'
import type { Person } from '../schemas/identity.ts'
import type { ScimUser } from '../schemas/scim.ts'
import { gather, inParallel } from './gather.ts'
import { isContactCenterLicense } from './licenses.ts'
import { administratorOf, listedRole, supervisorOf } from './roles.ts'
import { countPeople, type Place, type Session, unlessForbidden } from './session.ts'
import { statusOf } from './status.ts'

export async function findPeople(
  session: Session,
  emails: readonly string[],
  detail: 'all' | 'directory',
  signal: AbortSignal,
): Promise<readonly DirectoryPerson[]> {
  const place = await session.place(signal)
  const found = await gatherPeople(session, place, emails, signal)
  const people = await inParallel([...found], { ...session, signal }, async ([key, person]) => ({
    key,
    person: await withEntitlements(session, person, signal),
  }))
  const all = people.map(({ person }) => person)
  const asked = detail === 'all' ? all : []
  const identityRoles = await readIdentityRoles(session, place, asked, signal)
  return people.map(({ key, person }) => describe(session, key, person, identityRoles.get(bareId(person.id))))
}

function gatherPeople(
  session: Session,
  { partnerOrgId }: Place,
  emails: readonly string[],
  signal: AbortSignal,
) {
  const { client, concurrency } = session
  const addresses = new Map(emails.map((email) => [personKey(email), email.trim()]))
  const options = { orgId: partnerOrgId, signal }
  return gather<Person>({
    wanted: [...addresses.keys()],
    lookUp: async (key) => {
      const matches = await client.people.findByEmail(addresses.get(key) ?? key, options)
      return matches.find((person) => keysOf(person).includes(key))
    },
    pages: () => countPeople(session, client.people.pages(options)),
    keysOf,
    concurrency,
    signal,
  })
}

const keysOf = ({ emails }: Person): readonly string[] => emails.map(personKey)

/** Lists may leave licenses and roles out; the documentation promises them only for a person read by id. */
async function withEntitlements({ client }: Session, person: Person, signal: AbortSignal): Promise<Person> {
  const isComplete = person.licenses !== undefined && person.roles !== undefined
  return isComplete ? person : ((await unlessMissing(client.people.get(person.id, { signal }))) ?? person)
}

/**
 * What Common Identity shows of roles, by UUID. It is asked about those for whom the People API leaves something open:
 * whether a license holder is a supervisor, and whether somebody is a Contact Center service administrator where that
 * role is not listed and so perhaps not shown.
 */
async function readIdentityRoles(
  session: Session,
  { organization }: Place,
  people: readonly Person[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const open = people.filter((person) => isOpen(session, person))
  if (!session.scim.canRead || open.length === 0) return new Map()
  const { client, concurrency } = session
  const users = gather<ScimUser>({
    wanted: open.map(({ id }) => bareId(id)),
    lookUp: (id) => unlessMissing(client.scim.get(organization.id, id, { signal })),
    pages: () => client.scim.pages(organization.id, { signal }),
    keysOf: ({ id }) => [bareId(id)],
    concurrency,
    signal,
  })
  const found = await unlessForbidden(users, undefined)
  if (found === undefined) session.scim.canRead = false
  return new Map([...(found ?? [])].map(([id, { roles }]) => [id, roles.map(({ value }) => value)]))
}

function isOpen(session: Session, { licenses, roles = [] }: Person): boolean {
  if (licenses?.some((id) => isContactCenterLicense(session, id))) return true
  const listed = session.knownRoles()
  return listedRole(listed, 'cc-service') === undefined && administratorOf(roles, listed) === 'none'
}

function describe(
  session: Session,
  key: string,
  person: Person,
  identityRoles: readonly string[] = [],
): DirectoryPerson {
  const { id, firstName, lastName, licenses = [] } = person
  const roles = [...(person.roles ?? []), ...identityRoles]
  const supervisor = supervisorOf(roles)
  return {
    id,
    email: person.emails.find((email) => personKey(email) === key) ?? key,
    ...(firstName === undefined ? {} : { firstName }),
    ...(lastName === undefined ? {} : { lastName }),
    status: statusOf(person),
    licenseIds: licenses,
    administrator: administratorOf(roles, session.knownRoles()),
    ...(supervisor === undefined ? {} : { supervisor }),
  }
}
