import { type DirectoryPerson, type PersonStatus, personKey } from '@wxcc-onboard/core'
import { isHttpError } from '../errors.ts'
import { bareId } from '../ids.ts'
import { unlessMissing } from '../resources/options.ts'
import type { Person } from '../schemas/identity.ts'
import type { ScimUser } from '../schemas/scim.ts'
import { gather, inParallel } from './gather.ts'
import { isContactCenterLicense } from './licenses.ts'
import { administratorOf, supervisorOf } from './roles.ts'
import type { Place, Session } from './session.ts'

export async function findPeople(
  session: Session,
  emails: readonly string[],
  signal: AbortSignal,
): Promise<readonly DirectoryPerson[]> {
  const place = await session.place(signal)
  const found = await gatherPeople(session, place, emails, signal)
  const people = await inParallel([...found], { ...session, signal }, async ([key, person]) => ({
    key,
    person: await withEntitlements(session, person, signal),
  }))
  const supervisors = await readSupervisors(
    session,
    place,
    people.map(({ person }) => person),
    signal,
  )
  return people.map(({ key, person }) => describe(session, key, person, supervisors.get(bareId(person.id))))
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
    pages: () => client.people.pages(options),
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

/** Of those who hold a Contact Center license: nobody else can be a supervisor. */
async function readSupervisors(
  session: Session,
  { organization }: Place,
  people: readonly Person[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, boolean | undefined>> {
  const holders = people.filter(({ licenses }) => licenses?.some((id) => isContactCenterLicense(session, id)))
  if (!session.scim.canRead || holders.length === 0) return new Map()
  const { client, concurrency } = session
  try {
    const users = await gather<ScimUser>({
      wanted: holders.map(({ id }) => bareId(id)),
      lookUp: (id) => unlessMissing(client.scim.get(organization.id, id, { signal })),
      pages: () => client.scim.pages(organization.id, { signal }),
      keysOf: ({ id }) => [bareId(id)],
      concurrency,
      signal,
    })
    return new Map([...users].map(([id, user]) => [id, supervisorOf(user.roles.map(({ value }) => value))]))
  } catch (error) {
    if (!isHttpError(error) || error.status !== 403) throw error
    session.scim.canRead = false
    return new Map()
  }
}

function describe(
  session: Session,
  key: string,
  person: Person,
  scimSupervisor: boolean | undefined,
): DirectoryPerson {
  const { id, firstName, lastName, licenses = [], roles = [] } = person
  const supervisor = scimSupervisor ?? supervisorOf(roles)
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

/** `status: "inactive"` is presence, not the account: only `loginEnabled` tells that somebody may not sign in. */
function statusOf({ status, invitePending, loginEnabled }: Person): PersonStatus {
  if (status === 'pending' || invitePending === true) return 'pending'
  return loginEnabled === false ? 'inactive' : 'active'
}
