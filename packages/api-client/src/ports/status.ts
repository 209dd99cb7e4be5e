import type { PersonStatus } from '@wxcc-onboard/core'
import type { Person } from '../schemas/identity.ts'

/** `status: "inactive"` is presence, not the account: only `loginEnabled` tells that somebody may not sign in. */
export function statusOf({ status, invitePending, loginEnabled }: Person): PersonStatus {
  if (status === 'pending' || invitePending === true) return 'pending'
  return loginEnabled === false ? 'inactive' : 'active'
}
