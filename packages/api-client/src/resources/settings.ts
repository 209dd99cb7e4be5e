import { endpoint } from '../http/endpoint.ts'
import type { Send } from '../http/request.ts'
import { settingSchema } from '../schemas/identity.ts'
import type { CallOptions } from './options.ts'

/** The organization settings API; `allow-admin-invite-emails` is its one documented key. */
export interface Settings {
  /** Whether adding people sends them invitation e-mails. Needs `identity:organizations_read`. */
  readInvitationEmails(orgId: string, options?: CallOptions): Promise<boolean>
}

export const createSettings = (send: Send, origin: string): Settings => ({
  readInvitationEmails: async (orgId, { signal } = {}) => {
    const segments = ['v1', 'settings', 'organizations', orgId, 'settings', 'allow-admin-invite-emails']
    const url = endpoint(origin, segments)
    return (await send({ method: 'GET', url, schema: settingSchema, signal })).value.value
  },
})
