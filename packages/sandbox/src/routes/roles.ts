import { access } from '../access.ts'
import { rawId } from '../ids.ts'
import { listedRoles, type Role, roleId } from '../organization/roles.ts'
import { Refusal } from '../refusal.ts'
import { type Answer, type Call, ok, type Register } from '../routing.ts'

export function registerRoles(register: Register): void {
  register('GET', '/v1/roles', access.readRoles, ({ org }) => ok({ items: listedRoles(org).map(showRole) }))
  register('GET', '/v1/roles/:roleId', access.readRoles, one)
}

function one(call: Call): Answer {
  const ci = rawId('ROLE', call.param('roleId'))
  const role = listedRoles(call.org).find((candidate) => candidate.ci === ci)
  if (role === undefined) throw new Refusal(404, 'The requested resource could not be found.')
  return ok(showRole(role))
}

const showRole = ({ ci, name }: Role) => ({ id: roleId(ci), name })
