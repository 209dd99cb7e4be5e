import { Refusal } from '../refusal.ts'
import { agentLicenseOf, licensesOf } from './licenses.ts'
import { type Organization, platformOf } from './organization.ts'
import { findPersonByEmail, type Person, touch } from './people.ts'
import { type AdministratorRole, administratorRoleOf, rolesOf, setRoles } from './roles.ts'

const organizationRoles = ['id_full_admin', 'cjp.admin', 'id_readonly_admin']

const roleOf: Record<AdministratorRole, readonly string[]> = {
  none: [],
  full: ['id_full_admin'],
  'cc-service': ['cjp.admin'],
}

/** Ticks or clears *Premium Agent - Supervisor Role* in Control Hub, which no public API does. */
export function setSupervisor(org: Organization, email: string, isSupervisor: boolean): Person {
  const person = personOf(org, email)
  if (isSupervisor) refuseSupervisor(org, person)
  org.state.run('UPDATE people SET supervisor = ? WHERE id = ?', isSupervisor ? 1 : 0, person.id)
  return touch(org, person.id)
}

/** Sets *Administrator roles* in User Details; the other roles of the person stay. */
export function setAdministratorRole(org: Organization, email: string, role: AdministratorRole): Person {
  const person = personOf(org, email)
  const others = rolesOf(org, person.id).filter((held) => !organizationRoles.includes(held))
  setRoles(org, person, [...others, ...roleOf[role]])
  return touch(org, person.id)
}

function refuseSupervisor(org: Organization, person: Person): void {
  if (agentLicenseOf(licensesOf(org, person.id)) !== 'premium') {
    throw new Refusal(409, `${person.email} has no premium license, and a supervisor needs one.`, {
      next: 'Give the person the license "Contact Center Premium Agent" first.',
    })
  }
  if (platformOf(org) === 'new' && administratorRoleOf(rolesOf(org, person.id)) !== 'none') {
    throw new Refusal(
      409,
      `On the New platform ${person.email} cannot be supervisor and administrator at once.`,
      {
        next: 'Take the administrator role away first.',
      },
    )
  }
}

function personOf(org: Organization, email: string): Person {
  const person = findPersonByEmail(org, email)
  if (person !== undefined) return person
  throw new Refusal(404, `${email} is not in this organization.`, {
    next: 'GET /console/people lists who is.',
  })
}
