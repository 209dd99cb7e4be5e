import type { Agent, AgentChange } from '../domain/agent.ts'
import { type Failure, type Outcome, problemOfFailure } from '../domain/outcome.ts'
import { personKey } from '../domain/person.ts'
import type { Problem } from '../domain/problem.ts'
import { brokenProblem } from '../machine/broken.ts'
import { createLedger } from '../machine/ledger.ts'
import { doubt } from '../machine/patience.ts'
import { isDoubtful } from '../machine/step-result.ts'
import { settingsToWrite, standingOf } from '../plan/agent-effect.ts'
import { agentKey } from '../plan/agent-plan.ts'
import { hasSucceeded, type StepResult } from '../plan/step.ts'
import type { Agents } from '../ports/agents.ts'
import type { JournalEvent } from '../ports/journal.ts'
import type { Ports } from '../ports/ports.ts'
import type { AgentRunRecord } from './agent-record.ts'
import {
  isOver,
  missingAgent,
  movedAgent,
  refusedAgent,
  unchangedAgent,
  unreadAgent,
} from './agent-result.ts'
import { anotherOrganization } from './verify-run.ts'

export interface AgentRunPorts extends Pick<Ports, 'directory' | 'journal' | 'clock'> {
  readonly agents: Agents
}

export interface AgentRunOptions {
  /** Aborted when no further call is to begin; the one on its way comes to its end and is read back. */
  readonly stopping?: AbortSignal
  /** How long an accepted change may not show before it counts as such, in milliseconds. @default 30_000 */
  readonly visibilityDeadline?: number
  /** Milliseconds between two looks. @default 3_000 */
  readonly pollInterval?: number
}

/** The record as it is afterwards, whatever came of it; `problem` is what kept the run from going on. */
export type AgentRun = { readonly record: AgentRunRecord } & (
  | { readonly ok: true }
  | { readonly ok: false; readonly problem: Problem }
)

/** Our choice: how many items one call may have is not documented. */
const mostInACall = 100

/** How many are looked at together: from a list, as far as that is cheaper. Their results are known together. */
const mostInAWave = 1_000

/**
 * Carries out what is left of an approved run of agent details (CSV-16, C-19): looks, leaves alone who is so already
 * and who was changed since the plan, sets the others in calls of a hundred, and reads them back, for an answer proves
 * nothing. The journal has each intent before its call and each result after it, so that a run can be killed at any
 * instant and gone on with by the same function. What refuses the token ends it. Whoever calls it must hold the run
 * alone.
 *
 * @example
 * const reading = readAgentRecord(await journal.load(runId))
 * if (reading.ok) await setUpAgents({ runId, record: reading.record }, { ...ports, agents })
 */
export async function setUpAgents(
  { runId, record }: { readonly runId: string; readonly record: AgentRunRecord },
  ports: AgentRunPorts,
  options: AgentRunOptions = {},
): Promise<AgentRun> {
  const results = new Map(Object.entries(record.results))
  const inDoubt = new Set(record.inDoubt)
  const given = new Set(record.given)
  const after = (): AgentRunRecord => ({
    ...record,
    results: Object.fromEntries(results),
    inDoubt: [...inDoubt],
    given: [...given],
    isFinished: record.plan.changes.every((change) => isOver(results.get(agentKey(change)))),
  })
  const connection = await ports.directory.connect(never)
  if (!connection.ok) return { ok: false, record: after(), problem: problemOfFailure(connection.failure) }
  const { organization, operator } = connection.value
  if (organization.id !== record.organization.id)
    return { ok: false, record: after(), problem: anotherOrganization(record.plan, organization) }
  const by = operator.email === undefined ? {} : { by: operator.email }
  const write = (event: JournalEvent) =>
    ports.journal.append(runId, { at: ports.clock.now(), ...by, ...event })
  const ledger = createLedger(write)
  const crew: Crew = {
    ports,
    deadline: options.visibilityDeadline ?? 30_000,
    pollInterval: options.pollInterval ?? 3_000,
    isStopping: () => options.stopping?.aborted === true,
    intend: async (changes) => {
      const keys = changes.map(agentKey)
      for (const key of keys) inDoubt.add(key)
      await Promise.all(keys.map((key) => ledger.intend({ key })))
    },
    settle: (change, result) => {
      const key = agentKey(change)
      const wasOurs = result.outcome === 'already' && inDoubt.has(key)
      if (result.outcome === 'done' || result.outcome === 'invisible' || wasOurs) given.add(key)
      else if (result.outcome !== 'already') given.delete(key)
      inDoubt.delete(key)
      results.set(key, result)
      ledger.settle({ key }, result, () => undefined)
    },
  }
  try {
    const left = record.plan.changes.filter((change) => !hasSucceeded(results.get(agentKey(change))))
    const failure = await setInWaves(left, crew).finally(() => ledger.written())
    await write({ type: after().isFinished ? 'run.finished' : 'run.stopped' })
    if (failure === undefined) return { ok: true, record: after() }
    return { ok: false, record: after(), problem: problemOfFailure(failure) }
  } catch (error) {
    return { ok: false, record: after(), problem: brokenProblem(error) }
  }
}

interface Crew {
  readonly ports: AgentRunPorts
  readonly deadline: number
  readonly pollInterval: number
  isStopping(): boolean
  /** Resolves when the intents are written. */
  intend(changes: readonly AgentChange[]): Promise<void>
  settle(change: AgentChange, result: StepResult): void
}

type Seen = ReadonlyMap<string, Agent>

/** What became of the changes that were sent: accepted, or refused with a reason. */
interface Attempts {
  readonly answers: ReadonlyMap<AgentChange, Failure | undefined>
  /** What refuses the rest as well. */
  readonly final?: Failure
}

/** Answers what kept it from going on. */
async function setInWaves(changes: readonly AgentChange[], crew: Crew): Promise<Failure | undefined> {
  for (let start = 0; start < changes.length && !crew.isStopping(); start += mostInAWave) {
    const wave = changes.slice(start, start + mostInAWave)
    const seen = await look(wave, crew)
    if (!seen.ok) return seen.failure
    const { answers, final } = await attempt(settleSeen(wave, seen.value, crew), seen.value, crew)
    await readBack(answers, crew)
    if (final !== undefined) return final
  }
  return undefined
}

/** Settles what is so and what cannot be carried out; answers the rest. */
function settleSeen(wave: readonly AgentChange[], seen: Seen, crew: Crew): readonly AgentChange[] {
  return wave.filter((change) => {
    const standing = standingOf(change, seen.get(personKey(change.email)))
    if (standing === 'so') crew.settle(change, { outcome: 'already' })
    if (standing === 'missing') crew.settle(change, missingAgent(change))
    if (standing === 'moved') crew.settle(change, movedAgent(change))
    return standing === 'open'
  })
}

async function attempt(todo: readonly AgentChange[], seen: Seen, crew: Crew): Promise<Attempts> {
  const answers = new Map<AgentChange, Failure | undefined>()
  for (let start = 0; start < todo.length && !crew.isStopping(); start += mostInACall) {
    const batch = todo.slice(start, start + mostInACall)
    await crew.intend(batch)
    const writes = batch.map((change) => ({
      agentId: change.agentId,
      settings: settingsToWrite(change, seen.get(personKey(change.email))),
      fields: change.fields,
    }))
    const answered = await crew.ports.agents.changeAgents(writes, never)
    for (const [index, change] of batch.entries()) {
      const own = answered.ok ? answered.value[index] : answered
      answers.set(change, own === undefined || own.ok ? undefined : own.failure)
    }
    if (!answered.ok && isFinal(answered.failure)) return { answers, final: answered.failure }
  }
  return { answers }
}

/** What refuses the token will refuse the rest as well; what is withheld was not sent. */
function isFinal({ kind }: Failure): boolean {
  return kind === 'unauthorized' || kind === 'forbidden' || kind === 'canceled'
}

/** Looks at everyone whose change was sent until it shows or patience ends: some fields are accepted and stay. */
async function readBack(answers: Attempts['answers'], crew: Crew): Promise<void> {
  const { clock } = crew.ports
  const started = clock.now()
  let open = [...answers.keys()]
  while (open.length > 0) {
    const seen = await look(open, crew)
    const elapsed = clock.now() - started
    open = open.filter((change) => {
      const failure = answers.get(change)
      const result = seen.ok
        ? resultOf(change, { agent: seen.value.get(personKey(change.email)), failure, elapsed }, crew)
        : unseen(change, failure, seen.failure)
      if (result !== undefined) crew.settle(change, result)
      return result === undefined
    })
    if (open.length > 0) await clock.wait(crew.pollInterval, never)
  }
}

interface Sight {
  readonly agent: Agent | undefined
  readonly failure: Failure | undefined
  readonly elapsed: number
}

/** Undefined while it may still come. */
function resultOf(change: AgentChange, sight: Sight, { deadline }: Crew): StepResult | undefined {
  const { agent, failure, elapsed } = sight
  if (standingOf(change, agent) === 'so') return { outcome: 'done' }
  const limit = failure === undefined ? deadline : isDoubtful(failure) ? Math.min(doubt, deadline) : 0
  if (elapsed < limit) return undefined
  return failure === undefined ? unchangedAgent(change, agent) : refusedAgent(change, failure)
}

function unseen(change: AgentChange, failure: Failure | undefined, blindness: Failure): StepResult {
  return failure === undefined ? unreadAgent(change, blindness) : refusedAgent(change, failure)
}

async function look(changes: readonly AgentChange[], { ports }: Crew): Promise<Outcome<Seen>> {
  const found = await ports.agents.findAgents(
    changes.map(({ email }) => email),
    never,
  )
  if (!found.ok) return found
  return { ok: true, value: new Map(found.value.map((agent) => [personKey(agent.email), agent])) }
}

/** A call on its way comes to its end. */
const never = new AbortController().signal
