import { platformOf } from '../organization/organization.ts'
import { Refusal } from '../refusal.ts'
import type { Call, Register } from '../routing.ts'

export type ContactCenterRegister = Register

/** Registers below `/organization/{orgid}` and closes the configuration API on platform 1.0. */
export function onContactCenter(register: Register): ContactCenterRegister {
  return (method, path, access, handler) => {
    register(method, `/organization/:orgId${path}`, access, (call) => {
      refuseOn10(call)
      return handler(call)
    })
  }
}

/** Sandbox choice: no document says how the configuration API answers for a 1.0 tenant. */
function refuseOn10(call: Call): void {
  if (platformOf(call.org) === 'new') return
  throw new Refusal(403, 'Access denied - Client is forbidden access to the resource')
}
