import { z } from 'zod'
import { isHttpError, isTimeoutError } from '../errors.ts'
import { endpoint } from '../http/endpoint.ts'
import { linkedPages } from '../http/pages.ts'
import type { Send } from '../http/request.ts'
import { type Person, peoplePageSchema, personSchema } from '../schemas/identity.ts'
import type { CallOptions, OrganizationOptions } from './options.ts'

/** A person to create. One of `displayName`, `firstName` and `lastName` is required. */
export interface PersonDraft {
  readonly emails: readonly [string]
  readonly displayName?: string
  readonly firstName?: string
  readonly lastName?: string
  readonly orgId?: string
}

export interface CallingOptions extends CallOptions {
  /** Whether Webex Calling fields are read and written too. */
  readonly callingData?: boolean
}

/** The People API, `/v1/people`. */
export interface People {
  /** The token's own person; service apps have none and get 404 or 403. */
  me(options?: CallOptions): Promise<Person>
  /** By REST id or bare UUID. */
  get(id: string, options?: CallingOptions): Promise<Person>
  /** Everyone of this organization whom the API finds by the address; empty when nobody. */
  findByEmail(email: string, options?: OrganizationOptions): Promise<readonly Person[]>
  /** Everyone, in pages as large as the API gives. */
  pages(options?: OrganizationOptions): AsyncIterable<readonly Person[]>
  /** Never repeated: an error may come after the person was created, so look by address first. */
  create(person: PersonDraft, options?: CallOptions): Promise<Person>
  /** Replaces the whole person; read it first. */
  replace(id: string, person: Readonly<Record<string, unknown>>, options?: CallingOptions): Promise<void>
  /** Licenses and roles go with the person. Repeated where the connection breaks; then it may find nobody (404). */
  delete(id: string, options?: CallOptions): Promise<void>
}

export function createPeople(send: Send, origin: string): People {
  const url = (segments: readonly string[], query?: Parameters<typeof endpoint>[2]) =>
    endpoint(origin, ['v1', 'people', ...segments], query)
  const read = async (path: string, { callingData, signal }: CallingOptions = {}) => {
    const call = { method: 'GET', url: url([path], { callingData }), schema: personSchema, signal } as const
    return (await send(call)).value
  }
  return {
    me: (options) => read('me', options),
    get: read,
    findByEmail: async (email, { orgId, signal } = {}) => {
      const call = {
        method: 'GET',
        url: url([], { email, orgId }),
        schema: peoplePageSchema,
        signal,
      } as const
      return (await send(call)).value.items
    },
    pages: (options) => readPages(send, (max) => url([], { max, orgId: options?.orgId }), options),
    create: async (body, { signal } = {}) =>
      (await send({ method: 'POST', url: url([]), body, schema: personSchema, signal })).value,
    replace: async (id, body, { callingData, signal } = {}) => {
      // 200 with the person or 204 with nothing, by the documentation's choice.
      const call = {
        method: 'PUT',
        url: url([id], { callingData }),
        body,
        schema: z.unknown(),
        signal,
      } as const
      await send(call)
    },
    delete: async (id, { signal } = {}) => {
      const call = {
        method: 'DELETE',
        url: url([id]),
        schema: z.unknown(),
        signal,
        isRepeatable: true,
      } as const
      await send(call)
    },
  }
}

/**
 * More than the documented 100 may be asked for: an API that allows less answers less, with a link to the rest
 * (developer.webex.com, REST API basics). After a 504 its documentation advises to lower `max`.
 */
const pageSizes = [1_000, 100] as const

async function* readPages(
  send: Send,
  url: (max: number) => string,
  { signal }: CallOptions = {},
): AsyncGenerator<readonly Person[]> {
  const [large, usual] = pageSizes
  let hasBegun = false
  try {
    for await (const people of readPagesOf(large)) {
      hasBegun = true
      yield people
    }
  } catch (error) {
    if (hasBegun || !isTooLarge(error)) throw error
    yield* readPagesOf(usual)
  }

  async function* readPagesOf(max: number) {
    const first = { method: 'GET', url: url(max), schema: peoplePageSchema, signal } as const
    for await (const page of linkedPages(send, first)) yield page.items
  }
}

const isTooLarge = (error: unknown): boolean =>
  isTimeoutError(error) || (isHttpError(error) && [400, 504].includes(error.status))
