import { setAdministratorRole, setSupervisor } from '../organization/console-roles.ts'
import {
  clearBlockers,
  deleteTrialOrganization,
  listTrialOrganizations,
} from '../organization/foreign-addresses.ts'
import { listOutbox } from '../organization/invitations.ts'
import { listLicenses, unitsUsed } from '../organization/licenses.ts'
import { type Organization, type Platform, platformOf, setPlatform } from '../organization/organization.ts'
import { signIn } from '../organization/people.ts'
import type { AdministratorRole } from '../organization/roles.ts'
import { showLicenses, showPeople, showPerson, showUsersModule } from '../organization/roster.ts'
import { lastSynchronization, requestSynchronization } from '../organization/synchronization.ts'
import { Refusal } from '../refusal.ts'
import { type Answer, ok } from '../routing.ts'
import { type ConsoleCall, readFlag } from './call.ts'
import { parseFault } from './fault-json.ts'

export const serviceDetails = ({ org }: ConsoleCall): Answer => ok(showServiceDetails(org))

export function chooseService({ org, body }: ConsoleCall): Answer {
  setPlatform(org, readPlatform(body['platform']))
  return ok(showServiceDetails(org))
}

export function showServiceDetails(org: Organization) {
  const platform = platformOf(org)
  const value = platform === '1.0' ? '1.0' : 'New platform'
  return { platform, field: 'Webex Contact Center platform (details)', value }
}

export const synchronization = ({ org }: ConsoleCall): Answer => ok(showSynchronization(org))

export const synchronize = ({ org }: ConsoleCall): Answer => ok(requestSynchronization(org))

export const showSynchronization = (org: Organization) =>
  lastSynchronization(org) ?? { id: null, state: 'never requested', requestedAt: null, completedAt: null }

export const supervisor = ({ org, email, body }: ConsoleCall): Answer =>
  ok(showPerson(org, setSupervisor(org, email, readFlag('supervisor', body['supervisor']))))

export const signInFirst = ({ org, email }: ConsoleCall): Answer => ok(showPerson(org, signIn(org, email)))

export const administratorRole = ({ org, email, body }: ConsoleCall): Answer =>
  ok(showPerson(org, setAdministratorRole(org, email, readRole(body['role']))))

export const trialOrganizations = ({ org }: ConsoleCall): Answer => ok(listTrialOrganizations(org))

export const removeTrialOrganization = ({ org, email }: ConsoleCall): Answer =>
  ok(deleteTrialOrganization(org, email))

export const removeBlockers = ({ org, email }: ConsoleCall): Answer => ok(clearBlockers(org, email))

export const outbox = ({ org }: ConsoleCall): Answer => ok(listOutbox(org))

export const people = ({ org }: ConsoleCall): Answer => ok(showPeople(org))

export const licenses = ({ org }: ConsoleCall): Answer => ok(showLicenses(org))

/** Buys or returns units of a license. */
export function resizeLicense({ org, body }: ConsoleCall): Answer {
  const { offer, subscriptionId, totalUnits } = body
  const license = listLicenses(org).find(
    (listed) => listed.offer === offer && listed.subscriptionId === (subscriptionId ?? null),
  )
  if (license === undefined) {
    throw new Refusal(404, 'This organization has no such license.', {
      next: 'GET /console/licenses lists offer and subscriptionId of each.',
    })
  }
  const units = Number(totalUnits)
  if (!Number.isInteger(units) || units < unitsUsed(license)) {
    throw new Refusal(400, 'totalUnits is a number, and not below what is used.', {
      next: 'Send {"offer":"CJPSTD","subscriptionId":"Sub-A","totalUnits":1000}.',
    })
  }
  org.state.run('UPDATE licenses SET totalUnits = ? WHERE id = ?', units, license.id)
  return ok(showLicenses(org))
}

export const usersModule = ({ org }: ConsoleCall): Answer => ok(showUsersModule(org))

export const requests = ({ log }: ConsoleCall): Answer => ok(log.list())

export const faults = (call: ConsoleCall): Answer => ok(call.faults.list())

export function addFault(call: ConsoleCall): Answer {
  const { body } = call
  call.faults.add(parseFault(typeof body['fault'] === 'string' ? body['fault'] : body))
  return { status: 201, body: call.faults.list() }
}

export function clearFaults(call: ConsoleCall): Answer {
  call.faults.clear()
  return ok(call.faults.list())
}

function readPlatform(value: unknown): Platform {
  if (value === '1.0' || value === 'new') return value
  throw new Refusal(400, 'platform is "1.0" or "new".', { next: 'Send {"platform":"new"}.' })
}

function readRole(value: unknown): AdministratorRole {
  if (value === 'none' || value === 'full' || value === 'cc-service') return value
  throw new Refusal(400, 'role is "none", "full" or "cc-service".', { next: 'Send {"role":"none"}.' })
}
