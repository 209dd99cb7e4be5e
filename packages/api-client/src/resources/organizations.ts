import { endpoint } from '../http/endpoint.ts'
import type { Send } from '../http/request.ts'
import { type OrganizationEntry, organizationsSchema } from '../schemas/identity.ts'
import type { CallOptions } from './options.ts'

/** The Organizations API, `/v1/organizations`: one for an ordinary administrator, several for partners. */
export interface Organizations {
  list(options?: CallOptions): Promise<readonly OrganizationEntry[]>
}

export const createOrganizations = (send: Send, origin: string): Organizations => ({
  list: async ({ signal } = {}) => {
    const url = endpoint(origin, ['v1', 'organizations'])
    return (await send({ method: 'GET', url, schema: organizationsSchema, signal })).value.items
  },
})
