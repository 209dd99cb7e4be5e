import { endpoint } from '../http/endpoint.ts'
import { type ErrorBody, readErrorBody } from '../http/error-body.ts'
import { numberedPages } from '../http/pages.ts'
import type { Send } from '../http/request.ts'
import {
  anyPageSchema,
  bulkSchema,
  type ContactCenterApiUser,
  type ContactCenterEntity,
  contactCenterUserSchema,
  contactCenterUsersSchema,
  entitiesSchema,
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
  /** The user of an address; undefined where there is none. */
  findUserByEmail(
    orgId: string,
    email: string,
    options?: CallOptions,
  ): Promise<ContactCenterApiUser | undefined>
  /** All of a kind. */
  entities(orgId: string, kind: EntityKind, options?: CallOptions): Promise<readonly ContactCenterEntity[]>
  /**
   * Changes users, each by its own fields; what is left out stays. Answers for each in their order, undefined where
   * the API said nothing of it. Repeated like a PUT: setting the same values twice sets them once. Needs
   * `cjp:config_write`.
   */
  changeUsers(
    orgId: string,
    changes: readonly UserChange[],
    options?: CallOptions,
  ): Promise<readonly (ItemAnswer | undefined)[]>
}

export type EntityKind = 'site' | 'team' | 'skill-profile' | 'agent-profile' | 'multimedia-profile'

/** A user's id beside the fields to set, named as the API names them. */
export type UserChange = { readonly id: string } & Readonly<Record<string, unknown>>

/** What the API says of one item of a bulk change. */
export interface ItemAnswer {
  readonly status: number
  readonly refusal: ErrorBody
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
    findUserByEmail: async (orgId, email, { signal } = {}) => {
      const users = url(orgId, ['v2', 'user'], { filter: `email==${email}`, page: 0, pageSize: 1 })
      const { value } = await send({ method: 'GET', url: users, schema: contactCenterUsersSchema, signal })
      return value.data[0]
    },
    entities: (orgId, kind, options) =>
      readEntities(send, (page) => url(orgId, ['v2', kind], { page, pageSize }), options),
    changeUsers: (orgId, changes, options) =>
      changeUsers(send, url(orgId, ['user', 'bulk']), changes, options),
  }
}

async function changeUsers(
  send: Send,
  url: string,
  changes: readonly UserChange[],
  { signal }: CallOptions = {},
): Promise<readonly (ItemAnswer | undefined)[]> {
  const items = changes.map((item, itemIdentifier) => ({ itemIdentifier, item, requestAction: 'SAVE' }))
  const call = {
    method: 'PATCH',
    url,
    body: { items },
    schema: bulkSchema,
    signal,
    isRepeatable: true,
  } as const
  const { value } = await send(call)
  const answers = new Map(value.items.map((answer) => [answer.itemIdentifier, answer]))
  return items.map(({ itemIdentifier }) => {
    const answer = answers.get(itemIdentifier)
    if (answer === undefined) return undefined
    const { status, apiError } = answer
    return { status, refusal: readErrorBody(apiError == null ? '' : JSON.stringify(apiError)) }
  })
}

async function readEntities(
  send: Send,
  url: (page: number) => string,
  { signal }: CallOptions = {},
): Promise<readonly ContactCenterEntity[]> {
  const entities: ContactCenterEntity[] = []
  const read = async (page: number) =>
    (await send({ method: 'GET', url: url(page), schema: entitiesSchema, signal })).value
  for await (const page of numberedPages(read)) entities.push(...page.data)
  return entities
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
