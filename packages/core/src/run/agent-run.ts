import type { AgentChange } from '../domain/agent.ts'
import { problemOfFailure } from '../domain/outcome.ts'
import type { Problem } from '../domain/problem.ts'
import { brokenProblem } from '../machine/broken.ts'
import { createLedger } from '../machine/ledger.ts'
import { editedProblem } from '../machine/refusals.ts'
import { agentKey, isWholeAgentPlan } from '../plan/agent-plan.ts'
import { hasSucceeded, type StepResult } from '../plan/step.ts'
import type { Agents } from '../ports/agents.ts'
import type { JournalEvent } from '../ports/journal.ts'
import type { Ports } from '../ports/ports.ts'
import type { AgentRunRecord } from './agent-record.ts'
import { isOver } from './agent-result.ts'
import { type AgentCrew, setInWaves } from './agent-waves.ts'
import { anotherOrganization } from './verify-run.ts'

export interface AgentRunPorts extends Pick<Ports, 'directory' | 'journal' | 'clock'> {
  readonly agents: Agents
}

export interface AgentRunOptions {
  /** Aborted when no further call is to begin; the one on its way comes to its end and is read back. */
  readonly stopping?: AbortSignal
  /** How long an accepted change may not show before it counts as such, in milliseconds. @default 30_000 */
  readonly visibilityDeadline?: number
}

/** The record as it is afterwards, whatever came of it; `problem` is what kept the run from going on. */
export type AgentRun = { readonly record: AgentRunRecord } & (
  | { readonly ok: true }
  | { readonly ok: false; readonly problem: Problem }
)

/**
 * Carries out what is left of an approved run of agent details (CSV-16, C-19): looks, leaves alone who is so already
 * and who was changed since the plan, sets the others in calls of a hundred, and reads them back, for an answer proves
 * nothing. The journal has each intent before its call and each result after it, so that a run can be killed at any
 * instant and gone on with by the same function. What refuses the token ends it, and a record whose plan is not the one
 * that its hash is of is refused (L4). Whoever calls it must hold the run
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
  const books = openAgentBooks(record)
  const stuck = (problem: Problem): AgentRun => ({ ok: false, record: books.record(), problem })
  if (!(await isWholeAgentPlan(record.plan))) return stuck(editedProblem(record.plan))
  const connection = await ports.directory.connect(never)
  if (!connection.ok) return stuck(problemOfFailure(connection.failure))
  const { organization, operator } = connection.value
  if (organization.id !== record.organization.id) return stuck(anotherOrganization(record.plan, organization))
  const by = operator.email === undefined ? {} : { by: operator.email }
  const write = (event: JournalEvent) =>
    ports.journal.append(runId, { at: ports.clock.now(), ...by, ...event })
  const ledger = createLedger(write, ports.journal)
  const crew: AgentCrew = {
    agents: ports.agents,
    clock: ports.clock,
    deadline: options.visibilityDeadline ?? 30_000,
    isStopping: () => options.stopping?.aborted === true,
    intend: async (changes) => {
      const keys = changes.map(agentKey)
      books.intend(keys)
      for (const key of keys) ledger.intend({ key })
      await Promise.all(keys.map((key) => ledger.cleared({ key })))
    },
    settle: (change, result) => {
      const key = agentKey(change)
      books.settle(key, result)
      ledger.settle({ key }, result, () => undefined)
    },
  }
  try {
    const failure = await setInWaves(books.left(), crew).finally(() => ledger.written())
    const after = books.record()
    await write({ type: after.isFinished ? 'run.finished' : 'run.stopped' })
    return failure === undefined ? { ok: true, record: after } : stuck(problemOfFailure(failure))
  } catch (error) {
    return stuck(brokenProblem(error))
  }
}

/** What the run knows by now, as its journal tells it. */
function openAgentBooks(before: AgentRunRecord) {
  const { changes } = before.plan
  const results = new Map(before.results)
  const inDoubt = new Set(before.inDoubt)
  const given = new Set(before.given)
  return {
    left: (): readonly AgentChange[] =>
      changes.filter((change) => !hasSucceeded(results.get(agentKey(change)))),
    intend: (keys: readonly string[]) => {
      for (const key of keys) inDoubt.add(key)
    },
    settle: (key: string, result: StepResult) => {
      const isOurs = result.outcome === 'already' && inDoubt.has(key)
      if (result.outcome === 'done' || result.outcome === 'invisible' || isOurs) given.add(key)
      else if (result.outcome !== 'already') given.delete(key)
      inDoubt.delete(key)
      results.set(key, result)
    },
    record: (): AgentRunRecord => ({
      ...before,
      results,
      inDoubt: [...inDoubt],
      given: [...given],
      isFinished: changes.every((change) => isOver(results.get(agentKey(change)))),
    }),
  }
}

/** A call on its way comes to its end. */
const never = new AbortController().signal
