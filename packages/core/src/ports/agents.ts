import type { Agent, AgentCatalog, AgentField, AgentSettings } from '../domain/agent.ts'
import type { Outcome } from '../domain/outcome.ts'

/** What is to be set for one contact-center user: the fields, with their values among the settings. */
export interface AgentWrite {
  readonly agentId: string
  readonly settings: AgentSettings
  readonly fields: readonly AgentField[]
}

/** The details of contact-center users: what can be chosen, what is set, and setting it (CSV-16, C-19). */
export interface Agents {
  readCatalog(signal: AbortSignal): Promise<Outcome<AgentCatalog>>
  /** Those of the addresses that the Users module has. Fresh, never from a cache. */
  findAgents(emails: readonly string[], signal: AbortSignal): Promise<Outcome<readonly Agent[]>>
  /**
   * Sets the details of up to 100 users in one call and answers an outcome for each, in their order. `ok` does not
   * prove the effect: read it back. Safe to repeat.
   */
  changeAgents(writes: readonly AgentWrite[], signal: AbortSignal): Promise<Outcome<readonly Outcome<null>[]>>
}
