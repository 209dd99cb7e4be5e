/** @module Setting the details of agents through the public API: in calls of a hundred, each person read back. */
import {
  type Agent,
  type AgentChange,
  type Agents,
  changedFields,
  type Failure,
  personKey,
  problemOfFailure,
} from '@wxcc-onboard/core'
import type { PreparedAgents } from '../csv/agents.ts'
import type { RowResult } from '../csv/rows.ts'
import { type Exit, Trouble } from '../exit.ts'
import type { Context } from './context.ts'
import type { AgentsOptions } from './csv-agents.ts'
import { tellResults } from './csv-rows.ts'
import type { Place } from './place.ts'

/** Our choice: how many items one call may have is not documented. */
const mostInACall = 100

/** Why a change was refused; none where it was accepted. Changes that are missing were not attempted. */
type Answers = ReadonlyMap<AgentChange, Failure | undefined>

export async function applyAgents(
  context: Context<AgentsOptions>,
  place: Place,
  agents: Agents,
  prepared: PreparedAgents,
): Promise<Exit> {
  const { output, sentences, world } = context
  const { judged, file, plan } = prepared
  output.say(`\n${sentences.t('output.agents.begin', { hash: plan.hash.slice(0, 12) })}`)
  const stopping = new AbortController()
  const stopListening = world.onInterrupt(() => stopping.abort())
  try {
    const answers = await changeAll(plan.changes, agents, stopping.signal)
    const held = await readBack(plan.changes, answers, place, agents)
    const balance = tellResults(context, file, resultsOf(prepared, answers, held), file.table.records.length)
    if (stopping.signal.aborted) throw new Trouble('agents.stopped')
    return balance.failed + balance['not-attempted'] + judged.rejected.length > 0 ? 'incomplete' : 'done'
  } finally {
    stopListening()
  }
}

/** Ctrl-C lets the call come to its end that is on its way. */
async function changeAll(
  changes: readonly AgentChange[],
  agents: Agents,
  stopping: AbortSignal,
): Promise<Answers> {
  const answers = new Map<AgentChange, Failure | undefined>()
  for (let start = 0; start < changes.length && !stopping.aborted; start += mostInACall) {
    const batch = changes.slice(start, start + mostInACall)
    const writes = batch.map(({ agentId, after: settings, fields }) => ({ agentId, settings, fields }))
    const outcome = await agents.changeAgents(writes, AbortSignal.timeout(10 * 60_000))
    for (const [index, change] of batch.entries()) {
      const own = outcome.ok ? outcome.value[index] : outcome
      if (own !== undefined) answers.set(change, own.ok ? undefined : own.failure)
    }
    if (!outcome.ok && isFinal(outcome.failure)) break
  }
  return answers
}

/** What refuses the token will refuse the rest as well. */
function isFinal({ kind }: Failure): boolean {
  return kind === 'unauthorized' || kind === 'forbidden'
}

const looks = { sandbox: { count: 3, wait: 250 }, organization: { count: 5, wait: 3_000 } } as const

interface Held {
  /** Those who are as the plan wants them. */
  readonly changes: ReadonlySet<AgentChange>
  /** Why the others could not be read. */
  readonly failure?: Failure
}

/** Looks at everyone whose change was sent. An answer proves nothing: some fields are accepted and stay as they were. */
async function readBack(
  changes: readonly AgentChange[],
  answers: Answers,
  { kind, ports }: Place,
  agents: Agents,
): Promise<Held> {
  const { count, wait } = looks[kind]
  const held = new Set<AgentChange>()
  // What was accepted may show late; the others are looked at once, for a refusal may come after the effect.
  const isAccepted = (change: AgentChange) => answers.has(change) && answers.get(change) === undefined
  let missing = changes
  for (let look = 0; look < count && missing.length > 0; look += 1) {
    if (look > 0) await ports.clock.wait(wait, AbortSignal.any([]))
    const signal = AbortSignal.timeout(10 * 60_000)
    const found = await agents.findAgents(
      missing.map(({ email }) => email),
      signal,
    )
    if (!found.ok) return { changes: held, failure: found.failure }
    const now = new Map(found.value.map((agent) => [personKey(agent.email), agent]))
    for (const change of missing) if (isAsPlanned(change, now.get(personKey(change.email)))) held.add(change)
    missing = missing.filter((change) => !held.has(change) && isAccepted(change))
  }
  return { changes: held }
}

function isAsPlanned({ after, fields }: AgentChange, agent: Agent | undefined): boolean {
  if (agent === undefined) return false
  const different = changedFields(agent.settings, after)
  return fields.every((field) => !different.includes(field))
}

function resultsOf(
  { judged }: PreparedAgents,
  answers: Answers,
  { changes: held, failure: unread }: Held,
): readonly RowResult[] {
  const changed = judged.changes.map((change): RowResult => {
    const { line, email } = change
    if (held.has(change)) return { line, email, outcome: 'done', problems: [] }
    if (!answers.has(change)) return { line, email, outcome: 'not-attempted', problems: [] }
    const failure = answers.get(change)
    if (failure === undefined) {
      const reason = unread === undefined ? {} : { reason: unread.message }
      return { line, email, outcome: 'failed', problems: [], ...reason }
    }
    const problem = problemOfFailure(failure, { kind: 'person', email, row: line })
    const problems = [{ rule: 'NEW-30', ...problem } as const]
    return { line, email, outcome: 'failed', problems, reason: failure.message }
  })
  const already = judged.already.map(
    ({ line, email }): RowResult => ({ line, email, outcome: 'already', problems: [] }),
  )
  const rejected = judged.rejected.map((row): RowResult => ({ ...row, outcome: 'rejected' }))
  return [...changed, ...already, ...rejected].toSorted((a, b) => a.line - b.line)
}
