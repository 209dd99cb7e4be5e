import { access } from '../access.ts'
import { isUuid } from '../ids.ts'
import type { JsonObject } from '../json.ts'
import {
  createPerson,
  deletePerson,
  findPerson,
  listPeople,
  type Person,
  replacePerson,
} from '../organization/people.ts'
import { tokenPerson } from '../organization/token-person.ts'
import { Refusal } from '../refusal.ts'
import { type Answer, type Call, ok, type Register } from '../routing.ts'
import { scimFilter } from './scim-filter.ts'
import { patchUser } from './scim-patch.ts'
import { refuseContactCenterRoles, roleValues, writeRoles } from './scim-roles.ts'
import { draftOfUser, showUser } from './scim-user-json.ts'

const users = '/identity/scim/:orgId/v2/Users'

export function registerScimUsers(register: Register): void {
  register('GET', '/identity/scim/v2/Users/me', access.readScimSelf, (call) =>
    shown(call, tokenPerson(call.org, call.token)),
  )
  register('POST', users, access.writeScim, (call) => ({
    ...shown(call, createUser(call, call.body)),
    status: 201,
  }))
  register('GET', users, access.readScim, list)
  register('GET', `${users}/:userId`, access.readScim, (call) => shown(call, named(call)))
  register('PUT', `${users}/:userId`, access.writeScim, (call) => shown(call, replaceUser(call)))
  register('PATCH', `${users}/:userId`, access.writeScim, (call) =>
    shown(call, patchUser(call, named(call), call.body)),
  )
  register('DELETE', `${users}/:userId`, access.writeScim, (call) => {
    deletePerson(call.org, named(call))
    return { status: 204 }
  })
}

/** Creates the user that a `POST` describes, single or in bulk. */
export function createUser(call: Call, body: JsonObject): Person {
  const roles = roleValues(body['roles'])
  const draft = draftOfUser(body)
  refuseContactCenterRoles(call.org, undefined, roles)
  const person = createPerson(call.org, draft)
  writeRoles(call, person, roles)
  return person
}

export function userNamed(call: Call, id: string): Person {
  const person = isUuid(id) ? findPerson(call.org, id) : undefined
  if (person === undefined) throw new Refusal(404, `User ${id} does not exist.`)
  return person
}

function replaceUser(call: Call): Person {
  const person = named(call)
  const changed = replacePerson(call.org, person, draftOfUser(call.body))
  writeRoles(call, changed, roleValues(call.body['roles']))
  return changed
}

function list(call: Call): Answer {
  const filter = call.query('filter')
  const test = filter === undefined ? () => true : scimFilter(filter)
  const found = listPeople(call.org).filter(test)
  const startIndex = Math.max(1, wholeNumber(call.query('startIndex'), 1))
  const count = Math.min(wholeNumber(call.query('count'), 100), 500)
  const page = found.slice(startIndex - 1, startIndex - 1 + count)
  return ok({
    schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
    totalResults: found.length,
    itemsPerPage: page.length,
    startIndex,
    Resources: page.map((person) => showUser(call.org, person, call.url.origin)),
  })
}

function wholeNumber(text: string | undefined, otherwise: number): number {
  const value = text === undefined ? otherwise : Number(text)
  if (Number.isInteger(value) && value >= 0) return value
  throw new Refusal(400, `${text} is not a number.`, { scimType: 'invalidValue' })
}

const named = (call: Call): Person => userNamed(call, call.param('userId'))

const shown = (call: Call, person: Person): Answer => ok(showUser(call.org, person, call.url.origin))
