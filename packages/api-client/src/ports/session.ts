import type { Organization } from '@wxcc-onboard/core'
import type { WebexClient } from '../client.ts'
import { isHttpError } from '../errors.ts'
import { bareId, decodeWebexId } from '../ids.ts'
import type { OrganizationEntry, Role } from '../schemas/identity.ts'
import { Refused } from './failure.ts'

/** The organization that the ports work in. */
export interface Place {
  readonly organization: Organization
  /** The region segment of REST ids. */
  readonly region: string
  /** Given to operations only where a partner aims at a customer, as the API asks. */
  readonly partnerOrgId: string | undefined
}

/** What the ports of one client learn and share. */
export interface Session {
  readonly client: WebexClient
  readonly concurrency: number
  /** Reads the place anew. */
  connect(signal: AbortSignal): Promise<Place>
  /** The place, read when it is not known yet. */
  place(signal: AbortSignal): Promise<Place>
  readRoles(signal: AbortSignal): Promise<readonly Role[]>
  /** The listed roles, read when they are not known yet. */
  roles(signal: AbortSignal): Promise<readonly Role[]>
  /** The listed roles as far as they are known, without a call. */
  knownRoles(): readonly Role[]
  /** Ids of the Contact Center licenses, remembered from the last reading of the pools. */
  readonly poolIds: Set<string>
  /** Whether SCIM answers this token; a refusal is remembered. */
  readonly scim: { canRead: boolean; canWrite: boolean }
  /** How many people a list showed at most. */
  readonly seen: { people: number | undefined }
}

/** The pages as they come, and how many people they had. */
export async function* countPeople<T>(
  { seen }: Session,
  pages: AsyncIterable<readonly T[]>,
): AsyncGenerator<readonly T[]> {
  let count = 0
  for await (const page of pages) {
    count += page.length
    seen.people = Math.max(seen.people ?? 0, count)
    yield page
  }
}

export function createSession(client: WebexClient, concurrency: number): Session {
  let place: Place | undefined
  let roles: readonly Role[] | undefined
  const connect = async (signal: AbortSignal) => {
    place = await readPlace(client, signal)
    return place
  }
  const readRoles = async (signal: AbortSignal) => {
    roles = await unlessForbidden(client.roles.list({ signal }), [])
    return roles
  }
  return {
    client,
    concurrency,
    connect,
    place: async (signal) => place ?? connect(signal),
    readRoles,
    roles: async (signal) => roles ?? readRoles(signal),
    knownRoles: () => roles ?? [],
    poolIds: new Set(),
    scim: { canRead: true, canWrite: true },
    seen: { people: undefined },
  }
}

/** The answer, or something else where the token may not see it. */
export async function unlessForbidden<T, U>(answer: Promise<T>, otherwise: U): Promise<T | U> {
  try {
    return await answer
  } catch (error) {
    if (isHttpError(error) && error.status === 403) return otherwise
    throw error
  }
}

async function readPlace(client: WebexClient, signal: AbortSignal): Promise<Place> {
  const visible = await client.organizations.list({ signal })
  const own = await client.tokenOrganization()
  const wanted = client.orgId === undefined ? own : bareId(client.orgId)
  const entry = chooseOrganization(visible, wanted, client.orgId !== undefined)
  const id = bareId(entry.id)
  const isCustomer = client.orgId !== undefined && id !== own
  return {
    organization: { id, name: entry.displayName },
    region: decodeWebexId(entry.id)?.region ?? 'us',
    partnerOrgId: isCustomer ? entry.id : undefined,
  }
}

function chooseOrganization(
  visible: readonly OrganizationEntry[],
  wanted: string | undefined,
  isExplicit: boolean,
): OrganizationEntry {
  const [first, ...others] = visible
  const chosen = visible.find(({ id }) => bareId(id) === wanted)
  if (chosen !== undefined) return chosen
  // One alone needs no choice, unless somebody made another.
  if (first !== undefined && others.length === 0 && !isExplicit) return first
  throw new Refused({
    kind: visible.length === 0 || isExplicit ? 'not-found' : 'invalid',
    operation: 'GET /v1/organizations',
    message: messageFor(visible.length, isExplicit),
  })
}

function messageFor(count: number, isExplicit: boolean): string {
  if (count === 0) return 'The token sees no organization.'
  if (isExplicit) return `The token does not see the chosen organization among the ${count} that it sees.`
  return `The token sees ${count} organizations and does not tell which is its own; choose one.`
}
