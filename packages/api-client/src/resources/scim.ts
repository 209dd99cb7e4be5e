import { z } from 'zod'
import { endpoint } from '../http/endpoint.ts'
import { type ErrorBody, readErrorBody } from '../http/error-body.ts'
import { scimPages } from '../http/pages.ts'
import type { Send } from '../http/request.ts'
import {
  bulkUrn,
  patchUrn,
  type ScimUser,
  scimBulkSchema,
  scimPageSchema,
  scimUserSchema,
  userUrn,
} from '../schemas/scim.ts'
import type { CallOptions } from './options.ts'

/** A user to create; SCIM demands no name. */
export interface ScimUserDraft {
  readonly email: string
  readonly firstName?: string
  readonly lastName?: string
}

/** One change of a SCIM PATCH; they are done in order. */
export interface ScimOperation {
  readonly op: 'add' | 'replace' | 'remove'
  readonly path: string
  readonly value?: unknown
}

export interface ScimPagesOptions extends CallOptions {
  /** RFC 7644 filter, as in `userName eq "jane.doe@example.com"`. */
  readonly filter?: string
}

/** What a bulk request answers for one user. `id` is a bare UUID, where one was created. */
export interface ScimBulkAnswer {
  readonly status: number
  readonly id: string | undefined
  readonly refusal: ErrorBody
}

/** SCIM 2 users, `/identity/scim/{orgId}/v2/Users`. Ids are bare UUIDs. Needs `identity:people_rw` to write. */
export interface Scim {
  /** The token's own user; any user token may. */
  me(options?: CallOptions): Promise<ScimUser>
  get(orgId: string, id: string, options?: CallOptions): Promise<ScimUser>
  /** Everyone, in pages of up to 100. */
  pages(orgId: string, options?: ScimPagesOptions): AsyncIterable<readonly ScimUser[]>
  /** Never repeated. */
  create(orgId: string, user: ScimUserDraft, options?: CallOptions): Promise<ScimUser>
  /**
   * Up to 100 users in one call (`POST /Bulk`), answered in their order. Never repeated but after 429: whoever is not
   * among the answers may have been created all the same.
   */
  createMany(
    orgId: string,
    users: readonly ScimUserDraft[],
    options?: CallOptions,
  ): Promise<readonly (ScimBulkAnswer | undefined)[]>
  /** Never repeated but after 429. */
  patch(orgId: string, id: string, operations: readonly ScimOperation[], options?: CallOptions): Promise<void>
}

export function createScim(send: Send, origin: string): Scim {
  const users = (orgId: string, ...id: string[]) => ['identity', 'scim', orgId, 'v2', 'Users', ...id]
  const read = async (segments: readonly string[], { signal }: CallOptions = {}) =>
    (await send({ method: 'GET', url: endpoint(origin, segments), schema: scimUserSchema, signal })).value
  return {
    me: (options) => read(['identity', 'scim', 'v2', 'Users', 'me'], options),
    get: (orgId, id, options) => read(users(orgId, id), options),
    pages: (orgId, options) => readPages(send, (query) => endpoint(origin, users(orgId), query), options),
    create: async (orgId, user, { signal } = {}) => {
      const url = endpoint(origin, users(orgId))
      return (await send({ method: 'POST', url, body: newUser(user), schema: scimUserSchema, signal })).value
    },
    createMany: async (orgId, drafts, { signal } = {}) => {
      const operations = drafts.map((user, index) => ({
        method: 'POST',
        path: '/Users',
        bulkId: `user-${index}`,
        data: newUser(user),
      }))
      const body = { schemas: [bulkUrn], failOnErrors: drafts.length, operations }
      const url = endpoint(origin, ['identity', 'scim', orgId, 'v2', 'Bulk'])
      const { value } = await send({ method: 'POST', url, body, schema: scimBulkSchema, signal })
      const answers = new Map(value.Operations.map((answer) => [answer.bulkId, answer]))
      return operations.map(({ bulkId }) => {
        const answer = answers.get(bulkId)
        if (answer === undefined) return undefined
        const { status, location, response } = answer
        const refusal = readErrorBody(response === undefined ? '' : JSON.stringify(response))
        return { status, id: location?.split('/').at(-1), refusal }
      })
    },
    patch: async (orgId, id, operations, { signal } = {}) => {
      const body = { schemas: [patchUrn], Operations: operations }
      await send({
        method: 'PATCH',
        url: endpoint(origin, users(orgId, id)),
        body,
        schema: z.unknown(),
        signal,
      })
    },
  }
}

function newUser({ email, firstName, lastName }: ScimUserDraft) {
  const names = [firstName, lastName].filter((name) => name !== undefined)
  return {
    schemas: [userUrn],
    userName: email,
    userType: 'user',
    active: true,
    emails: [{ value: email, type: 'work', primary: true }],
    ...(names.length === 0
      ? {}
      : { displayName: names.join(' '), name: { givenName: firstName, familyName: lastName } }),
  }
}

async function* readPages(
  send: Send,
  url: (query: Record<string, string | number | undefined>) => string,
  { filter, signal }: ScimPagesOptions = {},
): AsyncGenerator<readonly ScimUser[]> {
  const read = async (startIndex: number) => {
    const page = url({ filter, startIndex, count: 100 })
    return (await send({ method: 'GET', url: page, schema: scimPageSchema, signal })).value
  }
  for await (const page of scimPages(read)) yield page.Resources
}
