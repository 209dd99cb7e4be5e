import type { Failure, FailureKind, NewPerson, Outcome } from '@wxcc-onboard/core'
import { type HttpError, isHttpError } from '../errors.ts'
import { encodeWebexId } from '../ids.ts'
import type { ScimBulkAnswer } from '../resources/scim.ts'
import { kindOfStatus } from './failure.ts'
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

/** Creates up to 100 people with one SCIM Bulk request, or one by one where the token has no identity scopes. */
export async function createPeople(
  session: Session,
  people: readonly NewPerson[],
  one: (person: NewPerson) => Promise<Outcome<{ readonly personId: string }>>,
  signal: AbortSignal,
): Promise<readonly Outcome<{ readonly personId: string }>[]> {
  const place = await session.place(signal)
  if (session.scim.canWrite) {
    try {
      const answers = await session.client.scim.createMany(place.organization.id, people, { signal })
      return answers.map((answer) => outcomeOfBulk(answer, place))
    } catch (error) {
      if (!isHttpError(error) || !lacksScope(error)) throw error
      session.scim.canWrite = false
    }
  }
  const outcomes: Outcome<{ readonly personId: string }>[] = []
  for (const person of people) outcomes.push(await one(person))
  return outcomes
}

const bulkOperation = 'POST /identity/scim/{orgId}/v2/Bulk'

function outcomeOfBulk(
  answer: ScimBulkAnswer | undefined,
  { region }: Place,
): Outcome<{ readonly personId: string }> {
  if (answer?.status === 201 && answer.id !== undefined)
    return { ok: true, value: { personId: encodeWebexId({ region, type: 'PEOPLE', raw: answer.id }) } }
  return { ok: false, failure: bulkFailure(answer) }
}

/** An operation that is missing from the answer, or answered 200, may have had its effect: looking tells. */
function bulkFailure(answer: ScimBulkAnswer | undefined): Failure {
  if (answer === undefined)
    return { kind: 'unreadable', operation: bulkOperation, message: 'The answer leaves this person out.' }
  const { status, refusal } = answer
  const { errorCode, trackingId, description = '' } = refusal
  return {
    kind: status < 300 ? 'conflict' : (readCreateRefusal({ errorCode }) ?? kindOfStatus(status)),
    operation: bulkOperation,
    message: description,
    status,
    ...(errorCode === undefined ? {} : { errorCode }),
    ...(trackingId === undefined ? {} : { trackingId }),
  }
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
export function readCreateRefusal({
  errorCode,
}: {
  readonly errorCode?: string | undefined
}): FailureKind | undefined {
  if (errorCode === undefined) return undefined
  if (foreign.includes(errorCode)) return 'another-organization'
  return errorCode === '400081' || errorCode === 'uniqueness' ? 'conflict' : undefined
}
