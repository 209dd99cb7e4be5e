/** Core's ports on the Webex APIs: the one place where the client meets onboarding. */
import type { Agents, ContactCenter, Directory } from '@wxcc-onboard/core'
import type { WebexClient } from './client.ts'
import { createAgentsPort } from './ports/agents.ts'
import { createContactCenterPort } from './ports/contact-center.ts'
import { createDirectoryPort } from './ports/directory.ts'
import { createSession } from './ports/session.ts'

/** How the ports use the client. */
export interface PortsOptions {
  /** Reads that may be on their way at once. @default 4 */
  readonly concurrency?: number
}

/** The ports that this package provides; the others are the host's. */
export interface WebexPorts {
  readonly directory: Directory
  readonly contactCenter: ContactCenter
  readonly agents: Agents
}

/**
 * Makes core's directory and contact-center ports. They answer with data (`Outcome`) whatever the APIs do and throw
 * only for bugs. The two share what they learn: the organization, its roles, and which APIs refuse the token.
 *
 * @example
 * ```ts
 * const { directory } = createPorts(createWebexClient({ token }))
 * const connection = await directory.connect(AbortSignal.timeout(60_000))
 * ```
 */
export function createPorts(client: WebexClient, options: PortsOptions = {}): WebexPorts {
  const session = createSession(client, options.concurrency ?? 4)
  return {
    directory: createDirectoryPort(session),
    contactCenter: createContactCenterPort(session),
    agents: createAgentsPort(session),
  }
}
