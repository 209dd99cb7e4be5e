import { access } from '../access.ts'
import { webexId } from '../ids.ts'
import { asArray, asObject, asText, type JsonObject } from '../json.ts'
import {
  changeLicenses,
  findLicense,
  isAgentLicense,
  type License,
  type LicenseChange,
  licensesOf,
  licenseWebexId,
  listLicenses,
  unitsUsed,
} from '../organization/licenses.ts'
import type { Organization } from '../organization/organization.ts'
import { findPerson, findPersonByEmail, type Person, touch } from '../organization/people.ts'
import { Refusal } from '../refusal.ts'
import { type Answer, type Call, ok, type Register } from '../routing.ts'
import { readCursor, withNextLink, writeCursor } from './pages.ts'

export function registerLicenses(register: Register): void {
  register('GET', '/v1/licenses', access.readLicenses, ({ org }) =>
    ok({ items: listLicenses(org).map((license) => showLicense(org, license)) }),
  )
  register('PATCH', '/v1/licenses/users', access.assignLicenses, assign)
  register('GET', '/v1/licenses/:licenseId', access.readLicenses, one)
}

/** Sandbox choice: no code is published for it; an older Control Hub client used 700000 for "license unavailable". */
const noUnitsLeft = 700000

const mostHolders = 300

function assign(call: Call): Answer {
  const { org, body, fault } = call
  const person = addressee(org, body)
  const changes = requestedChanges(org, body)
  refuseForeignOffers(call, changes)
  const effective = fault?.kind === 'partial' ? changes.slice(0, 1) : changes
  const { exhausted } = changeLicenses(org, person.id, effective)
  if (exhausted.length > 0 && exhausted.length === changes.length) throw noUnits(org, exhausted)
  touch(org, person.id)
  const isPartial = exhausted.length > 0 || fault?.kind === 'partial'
  return { status: isPartial ? 206 : 200, body: showHolding(org, person) }
}

function addressee(org: Organization, body: JsonObject): Person {
  const email = asText(body['email'])
  const id = asText(body['personId'])
  if (email === undefined && id === undefined) throw new Refusal(400, 'Either email or personId is required.')
  const person = id === undefined ? findPersonByEmail(org, email ?? '') : findPerson(org, id)
  if (person === undefined) throw new Refusal(404, 'The requested resource could not be found.')
  return person
}

function requestedChanges(org: Organization, body: JsonObject): LicenseChange[] {
  const requests = asArray(body['licenses']).map(asObject)
  if (requests.length === 0) throw new Refusal(400, 'License assignment failed: licenses is required.')
  return requests.map((request) => {
    const id = asText(request['id']) ?? ''
    const license = findLicense(org, id)
    if (license === undefined) throw new Refusal(400, `License not recognized ${id}`, { errorCode: 400000 })
    return { license, operation: request['operation'] === 'remove' ? 'remove' : 'add' }
  })
}

/** A Contact Center service administrator assigns the two agent licenses and no others (ne93ji). */
function refuseForeignOffers(call: Call, changes: readonly LicenseChange[]): void {
  if (call.token.holder !== 'cc-service-administrator') return
  const other = changes.find(({ license }) => !isAgentLicense(license))
  if (other === undefined) return
  throw new Refusal(403, `A Contact Center service administrator cannot assign ${other.license.name}.`)
}

function noUnits(org: Organization, licenses: readonly License[]): Refusal {
  const ids = licenses.map((license) => licenseWebexId(org, license)).join(', ')
  return new Refusal(400, `No units are left of the following license(s): ${ids}`, { errorCode: noUnitsLeft })
}

const showHolding = (org: Organization, person: Person) => ({
  orgId: webexId('ORGANIZATION', org.id),
  personId: webexId('PEOPLE', person.id),
  email: person.email,
  licenses: licensesOf(org, person.id).map((license) => licenseWebexId(org, license)),
  siteUrls: [],
})

const showLicense = (org: Organization, license: License) => ({
  id: licenseWebexId(org, license),
  name: license.name,
  totalUnits: license.totalUnits,
  consumedUnits: unitsUsed(license),
  consumedByUsers: license.assigned,
  consumedByWorkspaces: license.usedElsewhere,
  ...(license.subscriptionId === null ? {} : { subscriptionId: license.subscriptionId }),
  ...(license.siteUrl === null ? {} : { siteUrl: license.siteUrl, siteType: 'Control Hub managed site' }),
})

function one(call: Call): Answer {
  const { org } = call
  const license = findLicense(org, call.param('licenseId'))
  if (license === undefined) throw new Refusal(404, 'The requested resource could not be found.')
  const shown = showLicense(org, license)
  if (call.query('includeAssignedTo') !== 'user') return ok(shown)
  const limit = Math.min(Number(call.query('limit') ?? mostHolders) || mostHolders, mostHolders)
  const holders = selectHolders(call, license, limit + 1)
  const page = holders.slice(0, limit)
  const last = page.at(-1)
  const next = holders.length > limit && last !== undefined ? writeCursor(last.assignmentSeq) : undefined
  return ok({ ...shown, users: page.map(showHolder) }, withNextLink(call.url, 'next', next))
}

const selectHolders = (call: Call, license: License, limit: number) =>
  call.org.state.all<Person & { assignmentSeq: number }>(
    `SELECT people.*, assignments.seq AS assignmentSeq FROM assignments JOIN people ON people.id = personId
      WHERE licenseId = ? AND assignments.seq > ? AND visibleAt <= ? ORDER BY assignments.seq LIMIT ?`,
    license.id,
    readCursor(call.query('next')),
    call.org.now(),
    limit,
  )

const showHolder = (person: Person) => ({
  id: webexId('PEOPLE', person.id),
  type: 'INTERNAL',
  displayName: person.displayName,
  email: person.email,
})
