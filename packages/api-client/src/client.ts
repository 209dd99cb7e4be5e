import { setTimeout } from 'node:timers/promises'
import { Agent, type Dispatcher } from 'undici'
import manifest from '../package.json' with { type: 'json' }
import { organizationOfToken, readToken, type TokenSource } from './auth/token.ts'
import { documentedBudget } from './http/pace.ts'
import type { Time } from './http/rate-limit.ts'
import { type AttemptReport, type CallCount, createTransport } from './http/request.ts'
import { defaultRetryLimits, type RetryLimits } from './http/retry.ts'
import { type ContactCenterApi, createContactCenter } from './resources/contact-center.ts'
import { createLicenses, type Licenses } from './resources/licenses.ts'
import { createOrganizations, type Organizations } from './resources/organizations.ts'
import { createPeople, type People } from './resources/people.ts'
import { createRoles, type Roles } from './resources/roles.ts'
import { createScim, type Scim } from './resources/scim.ts'
import { createSettings, type Settings } from './resources/settings.ts'

/** The regions of Webex Contact Center, as its host names spell them. */
export type ContactCenterRegion = 'us1' | 'eu1' | 'eu2' | 'anz1' | 'ca1' | 'jp1' | 'sg1' | 'in1'

/**
 * Origins of the Contact Center configuration API by region: United States, United Kingdom, Europe (Frankfurt),
 * Australia, Canada, Japan, Singapore, India. The token does not tell the region.
 */
export const contactCenterOrigins: Readonly<Record<ContactCenterRegion, string>> = {
  us1: 'https://api.wxcc-us1.cisco.com',
  eu1: 'https://api.wxcc-eu1.cisco.com',
  eu2: 'https://api.wxcc-eu2.cisco.com',
  anz1: 'https://api.wxcc-anz1.cisco.com',
  ca1: 'https://api.wxcc-ca1.cisco.com',
  jp1: 'https://api.wxcc-jp1.cisco.com',
  sg1: 'https://api.wxcc-sg1.cisco.com',
  in1: 'https://api.wxcc-in1.cisco.com',
}

/** Milliseconds. */
export interface Timeouts {
  /** To establish a connection; has no effect on a `dispatcher` of your own. @default 10000 */
  readonly connect?: number
  /** For an attempt to answer. @default 30000 */
  readonly answer?: number
}

/** Where the APIs are and how to speak to them. */
export interface WebexClientOptions {
  /** Origin of the Webex REST and SCIM APIs. @default 'https://webexapis.com' */
  readonly webexUrl?: string
  /** Origin of the Contact Center configuration API: see `contactCenterOrigins`. Without it there is no such API. */
  readonly contactCenterUrl?: string
  /** An access token, or a function that gives a fresh one; it is asked before every request. */
  readonly token: TokenSource
  /** REST id or UUID of the organization to work in, for partners whose token sees several. */
  readonly orgId?: string
  /** Begins the TrackingID of every request. @default 'WXCCONBOARD' */
  readonly trackingIdPrefix?: string
  readonly timeouts?: Timeouts
  readonly retry?: Partial<RetryLimits>
  /**
   * Requests a minute that a host allows, which all requests to it keep to together; `Infinity` for as many as it takes.
   * Cisco documents 300 for Contact Center and nothing for the other APIs. After a 429 a lower budget is learnt.
   * @default 300
   */
  readonly requestsPerMinute?: number
  /**
   * Asked right before each attempt that changes something, after waits and pauses; where it says no, the request is not
   * sent and fails with `WithheldError`. A program whose run another process may take over asks its lease here.
   *
   * @default every request may
   */
  readonly mayWrite?: () => boolean | Promise<boolean>
  /** Epoch milliseconds, injected for tests. */
  readonly now?: () => number
  /** Waits between retries, injected for tests; resolves early when the signal aborts. */
  readonly wait?: (milliseconds: number, signal: AbortSignal) => Promise<void>
  /** A proxy or a mock; closing it stays with its owner. */
  readonly dispatcher?: Dispatcher
  /** Hears of every attempt. */
  readonly onRequest?: (report: AttemptReport) => void
}

/** The public Webex APIs that onboarding needs. Operations throw `ApiError`, `SchemaError` or the abort reason. */
export interface WebexClient {
  readonly people: People
  readonly licenses: Licenses
  readonly roles: Roles
  readonly organizations: Organizations
  readonly settings: Settings
  readonly scim: Scim
  /** Undefined without `contactCenterUrl`. */
  readonly contactCenter: ContactCenterApi | undefined
  /** `orgId` of the options, as given. */
  readonly orgId: string | undefined
  /** UUID of the organization that the token belongs to, where its layout tells. Rejects like `token` itself. */
  tokenOrganization(): Promise<string | undefined>
  /** What was sent since the client was made. */
  calls(): CallCount
  /** Closes the connections, unless the dispatcher is yours. */
  close(): Promise<void>
}

/**
 * Makes a client. Nothing is sent before the first operation.
 *
 * @example
 * ```ts
 * const client = createWebexClient({ token, contactCenterUrl: contactCenterOrigins.eu1 })
 * for await (const page of client.people.pages()) console.log(page.length)
 * ```
 */
export function createWebexClient(options: WebexClientOptions): WebexClient {
  const dispatcher = options.dispatcher ?? ownAgent(options.timeouts)
  const budget = options.requestsPerMinute ?? documentedBudget
  if (!(budget >= 1)) throw new RangeError(`requestsPerMinute must be 1 or more, not ${budget}`)
  const { send, calls } = createTransport({
    dispatcher,
    token: options.token,
    time: timeOf(options),
    limits: { ...defaultRetryLimits, ...options.retry },
    budget,
    timeout: options.timeouts?.answer ?? 30_000,
    trackingIdPrefix: options.trackingIdPrefix ?? 'WXCCONBOARD',
    userAgent: `wxcc-onboard/${manifest.version}`,
    mayWrite: options.mayWrite ?? (() => true),
    onRequest: options.onRequest,
  })
  const webex = originOf(options.webexUrl ?? 'https://webexapis.com')
  return {
    people: createPeople(send, webex),
    licenses: createLicenses(send, webex),
    roles: createRoles(send, webex),
    organizations: createOrganizations(send, webex),
    settings: createSettings(send, webex),
    scim: createScim(send, webex),
    contactCenter: options.contactCenterUrl
      ? createContactCenter(send, originOf(options.contactCenterUrl))
      : undefined,
    orgId: options.orgId,
    tokenOrganization: async () => organizationOfToken(await readToken(options.token)),
    calls,
    close: async () => {
      if (dispatcher !== options.dispatcher) await dispatcher.close()
    },
  }
}

const ownAgent = (timeouts: Timeouts | undefined): Agent =>
  new Agent({ connect: { timeout: timeouts?.connect ?? 10_000 } })

const timeOf = ({ now = Date.now, wait = waitForReal }: WebexClientOptions): Time => ({ now, wait })

async function waitForReal(milliseconds: number, signal: AbortSignal): Promise<void> {
  try {
    await setTimeout(milliseconds, undefined, { signal })
  } catch {
    // Aborted: whoever waits asks the signal.
  }
}

/** Throws `TypeError` for what is no URL; a path would be dropped silently, so it is refused too. */
function originOf(url: string): string {
  const { origin, pathname } = new URL(url)
  if (pathname !== '/') throw new TypeError(`${origin}${pathname} has a path; give the origin, ${origin}`)
  return origin
}
