import type { Connection, Operator } from '@wxcc-onboard/core'
import { ApiError, isSchemaError } from '../errors.ts'
import type { Role } from '../schemas/identity.ts'
import { listedRole, meansOf, operatorRoleOf } from './roles.ts'
import type { Session } from './session.ts'

export async function connect(session: Session, signal: AbortSignal): Promise<Connection> {
  const { organization } = await session.connect(signal)
  const roles = await session.readRoles(signal)
  return {
    organization,
    operator: await readOperator(session, roles, signal),
    administratorRoles: { full: meansOf(roles, 'full'), 'cc-service': meansOf(roles, 'cc-service') },
  }
}

/** Service apps are nobody, and a token may not see itself: that is no reason to stop. */
async function readOperator(
  { client }: Session,
  listed: readonly Role[],
  signal: AbortSignal,
): Promise<Operator> {
  const person = await unlessRefused(client.people.me({ signal }), signal)
  const known = person?.roles === undefined ? 'unknown' : operatorRoleOf(person.roles, listed)
  if (!mayHideService(known, listed)) return describe(person?.emails[0], known)
  const user = await unlessRefused(client.scim.me({ signal }), signal)
  // SCIM leaves roles out where it does not show them, so their absence is no statement.
  const values = user?.roles.map(({ value }) => value) ?? []
  const role = values.length === 0 ? known : operatorRoleOf([...values, ...(person?.roles ?? [])], listed)
  return describe(person?.emails[0] ?? user?.userName, role)
}

/** A service administrator may look like less where the People API does not know the role. */
const mayHideService = (known: Operator['administrator'], listed: readonly Role[]): boolean =>
  known === 'unknown' || (listedRole(listed, 'cc-service') === undefined && ['none', 'user'].includes(known))

const describe = (email: string | undefined, administrator: Operator['administrator']): Operator => ({
  ...(email === undefined ? {} : { email }),
  administrator,
})

async function unlessRefused<T>(answer: Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  try {
    return await answer
  } catch (error) {
    if (!signal.aborted && (error instanceof ApiError || isSchemaError(error))) return undefined
    throw error
  }
}
