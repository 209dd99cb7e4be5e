import { endpoint } from '../http/endpoint.ts'
import { numberedPages } from '../http/pages.ts'
import type { Send } from '../http/request.ts'
import {
  anyPageSchema,
  type ContactCenterApiUser,
  contactCenterUserSchema,
  contactCenterUsersSchema,
  type UserProfile,
  userProfilesSchema,
} from '../schemas/contact-center.ts'
import { type CallOptions, unlessMissing } from './options.ts'

/** The Contact Center configuration API. `orgId` is a bare UUID. Needs `cjp:config_read`. */
export interface ContactCenterApi {
  /** Resolves when the API answers for the organization; it does on the New platform. */
  probe(orgId: string, options?: CallOptions): Promise<void>
  /** The user of a person's UUID; undefined while not synchronized. */
  findUser(orgId: string, ciUserId: string, options?: CallOptions): Promise<ContactCenterApiUser | undefined>
  /** All users, in pages of up to 100. */
  userPages(orgId: string, options?: CallOptions): AsyncIterable<readonly ContactCenterApiUser[]>
  userProfiles(orgId: string, options?: CallOptions): Promise<readonly UserProfile[]>
}

const pageSize = 100

export function createContactCenter(send: Send, origin: string): ContactCenterApi {
  const url = (orgId: string, path: readonly string[], query?: Parameters<typeof endpoint>[2]) =>
    endpoint(origin, ['organization', orgId, ...path], query)
  return {
    probe: async (orgId, { signal } = {}) => {
      const users = url(orgId, ['v2', 'user'], { page: 0, pageSize: 1, attributes: 'id' })
      await send({ method: 'GET', url: users, schema: anyPageSchema, signal })
    },
    findUser: async (orgId, ciUserId, { signal } = {}) => {
      const user = url(orgId, ['user', 'by-ci-user-id', ciUserId])
      const call = { method: 'GET', url: user, schema: contactCenterUserSchema, signal } as const
      return (await unlessMissing(send(call)))?.value
    },
    userPages: (orgId, options) =>
      readUsers(send, (page) => url(orgId, ['v2', 'user'], { page, pageSize }), options),
    userProfiles: (orgId, options) =>
      readProfiles(send, (page) => url(orgId, ['v3', 'user-profile'], { page, pageSize }), options),
  }
}

async function* readUsers(
  send: Send,
  url: (page: number) => string,
  { signal }: CallOptions = {},
): AsyncGenerator<readonly ContactCenterApiUser[]> {
  const read = async (page: number) =>
    (await send({ method: 'GET', url: url(page), schema: contactCenterUsersSchema, signal })).value
  for await (const page of numberedPages(read)) yield page.data
}

async function readProfiles(
  send: Send,
  url: (page: number) => string,
  { signal }: CallOptions = {},
): Promise<readonly UserProfile[]> {
  const profiles: UserProfile[] = []
  const read = async (page: number) =>
    (await send({ method: 'GET', url: url(page), schema: userProfilesSchema, signal })).value
  for await (const page of numberedPages(read)) profiles.push(...page.data)
  return profiles
}
