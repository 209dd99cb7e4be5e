import type { Agent, AgentCatalog, AgentChange, AgentSettings } from '../src/domain/agent.ts'
import type { Failure, Outcome } from '../src/domain/outcome.ts'
import { personKey } from '../src/domain/person.ts'
import { planAgents } from '../src/plan/agent-plan.ts'
import type { Agents, AgentWrite } from '../src/ports/agents.ts'
import type { JournalEntry } from '../src/ports/journal.ts'
import { type AgentRunRecord, readAgentRecord } from '../src/run/agent-record.ts'
import { type AgentRunOptions, setUpAgents } from '../src/run/agent-run.ts'
import { approveAgents } from '../src/run/approve-agents.ts'
import { createVirtualClock } from './clock.ts'
import { createWorld, organization } from './world.ts'

export const catalog: AgentCatalog = {
  sites: [{ id: 'krk', name: 'Krakow' }],
  teams: [{ id: 't-krk', name: 'Support', siteId: 'krk', isCapacity: false }],
  skillProfiles: [{ id: 's', name: 'General' }],
  desktopProfiles: [],
  multimediaProfiles: [],
  userProfiles: [],
}

const bare: AgentSettings = { enabled: true, teams: [] }

export const addressOf = (index: number) => `a${index}@acme.example`

/** Changes of so many agents, who are all bare at first. */
export function changesOf(count: number): readonly AgentChange[] {
  return Array.from({ length: count }, (_, index) => ({
    line: index + 2,
    email: addressOf(index),
    agentId: `agent-${index}`,
    before: bare,
    after: { ...bare, site: 'krk', teams: ['t-krk'], externalId: `E-${index}` },
    fields: ['site', 'teams', 'externalId'],
  }))
}

/** What becomes of one item: refused, refused although it took effect, or accepted and forgotten. */
export type Mishap =
  | { readonly kind: 'refused' | 'refused-after'; readonly failure: Failure }
  | { readonly kind: 'forgotten' }

export interface AgentWorldOptions {
  readonly count: number
  readonly mishap?: (write: AgentWrite) => Mishap | undefined
  /** Refuses a whole call, the first counting 1. */
  readonly refuse?: (call: number) => Failure | undefined
  /** Refuses a look, the first counting 1. */
  readonly blind?: (look: number) => Failure | undefined
  /** Milliseconds until a change shows. */
  readonly visibleAfter?: number
  /** After so many entries the process is dead: nothing is written, sent or answered any more. */
  readonly diesAfter?: number
  /** A call that takes effect and whose answer the process does not live to see, the first counting 1. */
  readonly diesAtCall?: number
}

/** Contact Center, a journal and a clock in memory, behind core's ports. */
export function createAgentWorld(options: AgentWorldOptions) {
  const clock = createVirtualClock()
  const agents = new Map<string, Agent>(
    changesOf(options.count).map(({ email, agentId: id }) => [email, { id, email, settings: bare }]),
  )
  let coming: { readonly from: number; readonly agent: Agent }[] = []
  const entries: JournalEntry[] = []
  const calls: (readonly AgentWrite[])[] = []
  let looks = 0
  let deathAt = options.diesAfter ?? Number.POSITIVE_INFINITY
  let died = Promise.withResolvers<undefined>()
  const dead = <T>() => {
    died.resolve(undefined)
    return new Promise<T>(() => undefined)
  }
  const isDead = () => entries.length >= deathAt

  const write = (one: AgentWrite): Outcome<null> => {
    const mishap = options.mishap?.(one)
    const agent = [...agents.values()].find(({ id }) => id === one.agentId)
    if (agent === undefined) throw new Error(`nobody has the id ${one.agentId}`)
    const given = Object.fromEntries(one.fields.map((field) => [field, one.settings[field]]))
    const settings = { ...agent.settings, ...given, enabled: one.settings.enabled }
    const isKept = mishap === undefined || mishap.kind === 'refused-after'
    if (isKept)
      coming.push({ from: clock.now() + (options.visibleAfter ?? 0), agent: { ...agent, settings } })
    return mishap === undefined || mishap.kind === 'forgotten'
      ? { ok: true, value: null }
      : { ok: false, failure: mishap.failure }
  }

  const port: Agents = {
    readCatalog: async () => ({ ok: true, value: catalog }),
    findAgents: async (emails) => {
      if (isDead()) return dead()
      looks += 1
      const failure = options.blind?.(looks)
      if (failure !== undefined) return { ok: false, failure }
      for (const { from, agent } of coming) if (from <= clock.now()) agents.set(agent.email, agent)
      coming = coming.filter(({ from }) => from > clock.now())
      return { ok: true, value: emails.flatMap((email) => agents.get(personKey(email)) ?? []) }
    },
    changeAgents: async (writes) => {
      if (isDead()) return dead()
      calls.push(writes)
      const failure = options.refuse?.(calls.length)
      if (failure !== undefined) return { ok: false, failure }
      const value = writes.map(write)
      if (calls.length !== options.diesAtCall) return { ok: true, value }
      deathAt = 0
      return dead()
    },
  }
  const ports = {
    ...createWorld().ports,
    clock,
    agents: port,
    journal: {
      append: async (_: string, entry: JournalEntry) => {
        if (isDead()) return dead<void>()
        entries.push(entry)
      },
      load: async () => [...entries],
      list: async () => [],
    },
  }

  const revive = (diesAfter = Number.POSITIVE_INFINITY) => {
    died = Promise.withResolvers()
    deathAt = entries.length + diesAfter
  }

  return {
    ports,
    revive,
    agents,
    entries,
    calls,
    /** How many agents were sent, over all calls. */
    sent: () => calls.flat().length,
    setting: (index: number) => agents.get(addressOf(index))?.settings,
    /** Approves the changes and carries them out; undefined where the process died meanwhile. */
    apply: async (changes = changesOf(options.count), more: AgentRunOptions = {}) => {
      const plan = await planAgents(organization, changes)
      return untilDead(async () => {
        const approved = await approveAgents(plan, { hash: plan.hash, catalog, runId: 'run' }, ports, never)
        if (!approved.ok) throw new Error(approved.problem.code)
        return setUpAgents(approved, ports, more)
      })
    },
    /** Another process goes on with the run, which dies after so many more entries. */
    resume: async (diesAfter = Number.POSITIVE_INFINITY) => {
      revive(diesAfter)
      const record = recordIn(entries)
      return untilDead(() => setUpAgents({ runId: 'run', record }, ports))
    },
  }

  function untilDead<T>(work: () => Promise<T>): Promise<T | undefined> {
    return Promise.race([work(), died.promise])
  }
}

export function recordIn(entries: readonly JournalEntry[]): AgentRunRecord {
  const reading = readAgentRecord(entries)
  if (!reading.ok) throw new Error(reading.reason)
  return reading.record
}

const never = new AbortController().signal
