import { access } from '../access.ts'
import { wordRefusal } from '../dialects.ts'
import { asArray, asObject, asText, isObject, type JsonObject } from '../json.ts'
import {
  type ContactCenterUser,
  changeContactCenterUser,
  findContactCenterUser,
  listContactCenterUsers,
  listEntities,
} from '../organization/contact-center.ts'
import { Refusal } from '../refusal.ts'
import { type Answer, type Call, ok } from '../routing.ts'
import { answerArray, answerPage } from './contact-center-page.ts'
import type { ContactCenterRegister } from './contact-center-register.ts'
import { writableChanges, writableFields } from './contact-center-user-write.ts'

export function registerContactCenterUsers(register: ContactCenterRegister): void {
  register('GET', '/v2/user', access.readContactCenter, (call) =>
    answerPage(call, listContactCenterUsers(call.org), ['firstName', 'lastName', 'email']),
  )
  register('GET', '/user', access.readContactCenter, (call) =>
    answerArray(call, listContactCenterUsers(call.org)),
  )
  register('PATCH', '/user/bulk', access.writeContactCenter, patchMany)
  for (const path of ['/user/by-ci-user-id/:id', '/v2/user/by-ci-user-id/:id']) {
    register('GET', path, access.readContactCenter, byCiUserId)
  }
  register('GET', '/user/:id', access.readContactCenter, (call) => ok(userNamed(call, call.param('id'))))
  register('PUT', '/user/:id', access.writeContactCenter, (call) => ok(replace(call)))
  register('PATCH', '/user/:id', access.writeContactCenter, (call) =>
    ok(patch(call, call.param('id'), call.body)),
  )
}

const required = [
  'firstName',
  'lastName',
  'email',
  'ciUserId',
  'userProfileId',
  'contactCenterEnabled',
  'active',
] as const

const clearable = writableFields.filter((field) => field !== 'userProfileId')

function byCiUserId(call: Call): Answer {
  const found = findContactCenterUser(call.org, 'ciUserId', call.param('id'))
  if (found === undefined) throw new Refusal(404, `User with ciUserId ${call.param('id')} was not found.`)
  const withProfile = call.query('includeUserProfile') === 'true' && call.url.pathname.includes('/v2/')
  return ok(
    withProfile ? { ...found.user, userProfileGranularAccessData: profileOf(call, found.user) } : found.user,
  )
}

const profileOf = (call: Call, user: ContactCenterUser): JsonObject | undefined =>
  listEntities(call.org, 'user-profile').find(({ id }) => id === user['userProfileId'])

function replace(call: Call): ContactCenterUser {
  const missing = required.find((field) => call.body[field] === undefined)
  if (missing !== undefined) throw new Refusal(400, `${missing} is required.`)
  const cleared = Object.fromEntries(clearable.map((field) => [field, field === 'teamIds' ? [] : null]))
  return patch(call, call.param('id'), { ...cleared, ...call.body })
}

/** Absent fields stay; null clears. */
function patch(call: Call, id: string, body: JsonObject): ContactCenterUser {
  const user = userNamed(call, id)
  return changeContactCenterUser(call.org, user, writableChanges(call.org, user, body))
}

function userNamed(call: Call, id: string): ContactCenterUser {
  const found = findContactCenterUser(call.org, 'id', id)
  if (found === undefined) throw new Refusal(404, `User ${id} was not found.`)
  return found.user
}

function patchMany(call: Call): Answer {
  const items = asArray(call.body['items']).filter(isObject)
  return { status: 207, body: { items: items.map((item) => patchOne(call, item)) } }
}

function patchOne(call: Call, request: JsonObject): JsonObject {
  const item = asObject(request['item'])
  const id = asText(item['id']) ?? ''
  const echo = { itemIdentifier: request['itemIdentifier'] ?? 0, operationType: 'UPDATE' }
  try {
    call.org.state.part(() => patch(call, id, item))
    return { ...echo, status: 200, href: `/organization/${call.org.id}/user/${id}` }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { ...echo, status: error.status, apiError: wordRefusal('contact-center', error, call.trackingId) }
  }
}
