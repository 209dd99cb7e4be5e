import type { Connection, Operator } from '@wxcc-onboard/core'
import { ApiError, isSchemaError } from '../errors.ts'
import type { Role } from '../schemas/identity.ts'
import { meansOf, operatorRoleOf } from './roles.ts'
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
  roles: readonly Role[],
  signal: AbortSignal,
): Promise<Operator> {
  const person = await unlessRefused(client.people.me({ signal }), signal)
  if (person?.roles !== undefined) return describe(person.emails[0], operatorRoleOf(person.roles, roles))
  const user = await unlessRefused(client.scim.me({ signal }), signal)
  const email = person?.emails[0] ?? user?.userName
  // SCIM leaves roles out where it does not show them, so their absence is no statement.
  const values = user?.roles.map(({ value }) => value) ?? []
  return describe(email, values.length === 0 ? 'unknown' : operatorRoleOf(values, roles))
}

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
