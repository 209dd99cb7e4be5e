import type { FailureKind, NewPerson } from '@wxcc-onboard/core'
import { type HttpError, isHttpError } from '../errors.ts'
import { encodeWebexId } from '../ids.ts'
import type { Place, Session } from './session.ts'

/**
 * Creates with SCIM 2, as Cisco advises for provisioning; with `POST /people` where the token has no identity scopes,
 * which is remembered.
 */
export async function createPerson(
  session: Session,
  person: NewPerson,
  signal: AbortSignal,
): Promise<{ readonly personId: string }> {
  const place = await session.place(signal)
  if (session.scim.canWrite) {
    try {
      return await createByScim(session, place, person, signal)
    } catch (error) {
      if (!isHttpError(error) || !lacksScope(error)) throw error
      session.scim.canWrite = false
    }
  }
  return createByPeople(session, place, person, signal)
}

async function createByScim({ client }: Session, place: Place, person: NewPerson, signal: AbortSignal) {
  const { id } = await client.scim.create(place.organization.id, person, { signal })
  return { personId: encodeWebexId({ region: place.region, type: 'PEOPLE', raw: id }) }
}

async function createByPeople(
  { client }: Session,
  { partnerOrgId }: Place,
  { email, firstName, lastName }: NewPerson,
  signal: AbortSignal,
) {
  const names = [firstName, lastName].filter((name) => name !== undefined)
  const draft = {
    emails: [email],
    // The People API refuses a person without any name; SCIM does not.
    displayName: names.length > 0 ? names.join(' ') : email.slice(0, email.lastIndexOf('@')),
    ...(firstName === undefined ? {} : { firstName }),
    ...(lastName === undefined ? {} : { lastName }),
    ...(partnerOrgId === undefined ? {} : { orgId: partnerOrgId }),
  } as const
  const { id } = await client.people.create(draft, { signal })
  return { personId: id }
}

/** Cisco's numbers 4000xx are a verdict on the address; a 403 without one is about the token. */
const lacksScope = ({ status, errorCode }: HttpError): boolean =>
  status === 403 && !/^4000\d\d$|^4001\d\d$/.test(errorCode ?? '')

/** Codes of an older Control Hub: domain claimed elsewhere, person in a different organization, claim needed. */
const foreign: readonly string[] = ['400084', '400090', '400091', '400108']

/** A refusal that is about where the address belongs, or that the person exists. */
export function readCreateRefusal({ errorCode }: HttpError): FailureKind | undefined {
  if (errorCode === undefined) return undefined
  if (foreign.includes(errorCode)) return 'another-organization'
  return errorCode === '400081' || errorCode === 'uniqueness' ? 'conflict' : undefined
}
