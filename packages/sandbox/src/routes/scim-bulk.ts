import { access } from '../access.ts'
import { wordRefusal } from '../dialects.ts'
import { asArray, asObject, asText, type JsonObject } from '../json.ts'
import { deletePerson, type Person } from '../organization/people.ts'
import { Refusal } from '../refusal.ts'
import { type Answer, type Call, ok, type Register } from '../routing.ts'
import { patchUser } from './scim-patch.ts'
import { userLocation, userVersion } from './scim-user-json.ts'
import { createUser, userNamed } from './scim-users.ts'

const mostOperations = 100

export function registerScimBulk(register: Register): void {
  register('POST', '/identity/scim/:orgId/v2/Bulk', access.writeScim, bulk)
}

/** Every operation stands for itself; after `failOnErrors` failures the rest is not tried and not answered. */
function bulk(call: Call): Answer {
  const operations = asArray(call.body['operations'] ?? call.body['Operations']).map(asObject)
  if (operations.length > mostOperations) {
    throw new Refusal(400, `A bulk request holds at most ${mostOperations} operations.`, {
      scimType: 'tooMany',
    })
  }
  const failuresAllowed = readFailOnErrors(call.body['failOnErrors'])
  const results: JsonObject[] = []
  let failures = 0
  for (const operation of operations) {
    const result = attempt(call, operation)
    results.push(result)
    if (Number(result['status']) >= 400) failures += 1
    if (failures >= failuresAllowed) break
  }
  return ok({ schemas: ['urn:ietf:params:scim:api:messages:2.0:BulkResponse'], Operations: results })
}

/** Sandbox choice: without failOnErrors every operation is tried, as RFC 7644 has it. */
function readFailOnErrors(value: unknown): number {
  if (value === undefined) return Number.POSITIVE_INFINITY
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 100) return value
  throw new Refusal(400, 'failOnErrors is a number from 1 to 100.', { scimType: 'invalidValue' })
}

function attempt(call: Call, operation: JsonObject): JsonObject {
  const method = asText(operation['method']) ?? ''
  const bulkId = asText(operation['bulkId'])
  const echo = { method, ...(bulkId === undefined ? {} : { bulkId }) }
  try {
    return { ...echo, ...call.org.state.part(() => perform(call, method, operation)) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const response = wordRefusal('scim', error, call.trackingId)
    return { ...echo, status: String(error.status), response }
  }
}

function perform(call: Call, method: string, operation: JsonObject): JsonObject {
  const path = asText(operation['path']) ?? ''
  const data = asObject(operation['data'])
  const id = path.match(/^\/Users\/([^/]+)$/)?.[1]
  if (method === 'POST' && path === '/Users') {
    if (operation['bulkId'] === undefined)
      throw new Refusal(400, 'bulkId is required.', { scimType: 'invalidValue' })
    return done(call, '201', createUser(call, data))
  }
  if (method === 'PATCH' && id !== undefined)
    return done(call, '200', patchUser(call, userNamed(call, id), data))
  if (method === 'DELETE' && id !== undefined) {
    deletePerson(call.org, userNamed(call, id))
    return { status: '204' }
  }
  throw new Refusal(400, `This sandbox cannot ${method} ${path} in bulk.`, { scimType: 'invalidPath' })
}

const done = (call: Call, status: string, person: Person): JsonObject => ({
  status,
  location: userLocation(call.org, call.url.origin, person.id),
  version: userVersion(person),
})
