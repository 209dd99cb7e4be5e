import { endpoint } from '../http/endpoint.ts'
import type { Send } from '../http/request.ts'
import { type License, licenseAssignmentSchema, licensesSchema } from '../schemas/identity.ts'
import type { CallOptions, OrganizationOptions } from './options.ts'

/** One line of a license change. */
export interface LicenseOperation {
  readonly id: string
  readonly operation: 'add' | 'remove'
}

/** What one person is to be given and what to lose, at once. Ids as in `License.id`. */
export interface LicenseAssignment {
  readonly personId: string
  readonly orgId?: string | undefined
  readonly licenses: readonly LicenseOperation[]
}

/** What the person holds after a change. `isPartial` (206) says that a part was not done, without saying which. */
export interface LicenseAnswer {
  readonly held: readonly string[]
  readonly isPartial: boolean
}

/** The Licenses API, `/v1/licenses`. */
export interface Licenses {
  list(options?: OrganizationOptions): Promise<readonly License[]>
  /** `PATCH /licenses/users`: adds and removes at once; doing it twice does it once, so it is repeated. */
  change(assignment: LicenseAssignment, options?: CallOptions): Promise<LicenseAnswer>
}

export function createLicenses(send: Send, origin: string): Licenses {
  const url = (segments: readonly string[], orgId?: string) =>
    endpoint(origin, ['v1', 'licenses', ...segments], { orgId })
  return {
    list: async ({ orgId, signal } = {}) =>
      (await send({ method: 'GET', url: url([], orgId), schema: licensesSchema, signal })).value.items,
    change: async (body, { signal } = {}) => {
      const { status, value } = await send({
        method: 'PATCH',
        url: url(['users']),
        body,
        schema: licenseAssignmentSchema,
        signal,
        isRepeatable: true,
      })
      return { held: value.licenses ?? [], isPartial: status === 206 }
    },
  }
}
