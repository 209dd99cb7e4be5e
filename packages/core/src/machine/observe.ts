import type {
  Capabilities,
  Connection,
  ContactCenterUser,
  DirectoryPerson,
  Observation,
  PlatformReading,
} from '../domain/organization.ts'
import type { Outcome } from '../domain/outcome.ts'
import { personKey } from '../domain/person.ts'
import type { KnownPeople } from '../intake/csv/request.ts'
import type { Draft } from '../intake/draft.ts'
import type { Ports } from '../ports/ports.ts'

export interface ObserveInput {
  readonly draft: Draft
  readonly connection: Connection | undefined
  readonly reading: PlatformReading | undefined
}

/** Reads everything that planning looks at: people, licenses, settings, and what the Users module knows. */
export async function observe(
  input: ObserveInput,
  ports: Ports,
  signal: AbortSignal,
): Promise<Outcome<Observation>> {
  const { draft, connection, reading } = input
  if (connection === undefined || draft.platform === undefined)
    throw new Error('observing needs a connection and a platform')
  const { directory } = ports
  const [pools, invitationEmails, people] = await Promise.all([
    directory.readLicensePools(signal),
    directory.readInvitationEmails(signal),
    directory.findPeople(uniqueAddresses(draft.people), signal),
  ])
  if (!pools.ok) return pools
  if (!invitationEmails.ok) return invitationEmails
  if (!people.ok) return people
  const capabilities = capabilitiesOf(connection, reading?.evidence === 'contact-center-api-answers')
  const users = await readUsers(people.value, capabilities, ports, signal)
  if (!users.ok) return users
  const size = directory.size?.()
  return {
    ok: true,
    value: {
      organization: connection.organization,
      operator: connection.operator,
      platform: draft.platform,
      capabilities,
      pools: pools.value,
      invitationEmails: invitationEmails.value,
      ...(size === undefined ? {} : { size }),
      people: byKey(people.value),
      users: byKey(users.value),
    },
  }
}

/** Who of a file is there and what they hold; without it nobody knows what FALSE takes away. */
export async function readHolders(
  emails: readonly string[],
  { directory }: Ports,
  signal: AbortSignal,
): Promise<Outcome<KnownPeople>> {
  const [pools, people] = await Promise.all([
    directory.readLicensePools(signal),
    directory.findPeople(emails, signal),
  ])
  if (!pools.ok) return pools
  if (!people.ok) return people
  return { ok: true, value: { pools: pools.value, people: byKey(people.value) } }
}

/** What the Users module knows of people; nothing where it cannot be read through an API (platform 1.0). */
export function readUsers(
  people: readonly DirectoryPerson[],
  capabilities: Pick<Capabilities, 'contactCenterUsers'>,
  { contactCenter }: Pick<Ports, 'contactCenter'>,
  signal: AbortSignal,
): Promise<Outcome<readonly ContactCenterUser[]>> {
  if (capabilities.contactCenterUsers === 'operator' || people.length === 0)
    return Promise.resolve({ ok: true, value: [] })
  return contactCenter.findUsers(
    people.map(({ email, id }) => ({ email, personId: id })),
    signal,
  )
}

export function byKey<T extends { readonly email: string }>(
  items: readonly T[],
): Readonly<Record<string, T>> {
  return Object.fromEntries(items.map((item) => [personKey(item.email), item]))
}

function capabilitiesOf(connection: Connection, isReadable: boolean): Capabilities {
  return {
    fullAdministrator: connection.administratorRoles.full,
    ccServiceAdministrator: connection.administratorRoles['cc-service'],
    contactCenterUsers: isReadable ? 'api' : 'operator',
  }
}

function uniqueAddresses(people: readonly { readonly email: string }[]): readonly string[] {
  return [...new Map(people.map(({ email }) => [personKey(email), email])).values()]
}
