import { endpoint } from '../http/endpoint.ts'
import type { Send } from '../http/request.ts'
import { type Role, rolesSchema } from '../schemas/identity.ts'
import type { CallOptions } from './options.ts'

/** The Roles API, `/v1/roles`: the administrator roles that the API can assign. */
export interface Roles {
  list(options?: CallOptions): Promise<readonly Role[]>
}

export const createRoles = (send: Send, origin: string): Roles => ({
  list: async ({ signal } = {}) => {
    const call = {
      method: 'GET',
      url: endpoint(origin, ['v1', 'roles']),
      schema: rolesSchema,
      signal,
    } as const
    return (await send(call)).value.items
  },
})
