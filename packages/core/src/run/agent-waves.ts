import type { Agent, AgentChange } from '../domain/agent.ts'
import type { Failure, Outcome } from '../domain/outcome.ts'
import { personKey } from '../domain/person.ts'
import { nextPause, patienceAfter, pauses } from '../machine/patience.ts'
import { settingsToWrite, standingOf } from '../plan/agent-effect.ts'
import type { StepResult } from '../plan/step.ts'
import type { Agents } from '../ports/agents.ts'
import type { Clock } from '../ports/clock.ts'
import { missingAgent, movedAgent, refusedAgent, unchangedAgent, unreadAgent } from './agent-result.ts'

/** What the waves ask of the run. */
export interface AgentCrew {
  readonly agents: Agents
  readonly clock: Clock
  /** Milliseconds that an accepted change may take to show. */
  readonly deadline: number
  isStopping(): boolean
  /** Resolves when the intents are written. */
  intend(changes: readonly AgentChange[]): Promise<void>
  settle(change: AgentChange, result: StepResult): void
}

/** Our choice: how many items one call may have is not documented. */
const mostInACall = 100

/** How many are looked at together: from a list, as far as that is cheaper. Their results are known together. */
const mostInAWave = 1_000

/** Looks at a wave, sets who is to be set, looks again, and goes on to the next; answers what kept it from going on. */
export async function setInWaves(
  changes: readonly AgentChange[],
  crew: AgentCrew,
): Promise<Failure | undefined> {
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

type Seen = ReadonlyMap<string, Agent>

/** What became of the changes that were sent: accepted, or refused with a reason. */
interface Attempts {
  readonly answers: ReadonlyMap<AgentChange, Failure | undefined>
  /** What refuses the rest as well. */
  readonly final?: Failure
}

/** Settles what is so and what cannot be carried out; answers the rest. */
function settleSeen(wave: readonly AgentChange[], seen: Seen, crew: AgentCrew): readonly AgentChange[] {
  return wave.filter((change) => {
    const standing = standingOf(change, seen.get(personKey(change.email)))
    if (standing === 'so') crew.settle(change, { outcome: 'already' })
    if (standing === 'missing') crew.settle(change, missingAgent(change))
    if (standing === 'moved') crew.settle(change, movedAgent(change))
    return standing === 'open'
  })
}

async function attempt(todo: readonly AgentChange[], seen: Seen, crew: AgentCrew): Promise<Attempts> {
  const answers = new Map<AgentChange, Failure | undefined>()
  for (let start = 0; start < todo.length && !crew.isStopping(); start += mostInACall) {
    const batch = todo.slice(start, start + mostInACall)
    await crew.intend(batch)
    const writes = batch.map((change) => ({
      agentId: change.agentId,
      settings: settingsToWrite(change, seen.get(personKey(change.email))),
      fields: change.fields,
    }))
    const answered = await crew.agents.changeAgents(writes, never)
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
async function readBack(answers: Attempts['answers'], crew: AgentCrew): Promise<void> {
  const { clock } = crew
  const started = clock.now()
  let open = [...answers.keys()]
  for (let pause: number = pauses.many.first; open.length > 0; pause = nextPause(pause, pauses.many)) {
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
    if (open.length > 0) await clock.wait(pause, never)
  }
}

interface Sight {
  readonly agent: Agent | undefined
  readonly failure: Failure | undefined
  readonly elapsed: number
}

/** Undefined while it may still come. */
function resultOf(change: AgentChange, sight: Sight, { deadline }: AgentCrew): StepResult | undefined {
  const { agent, failure, elapsed } = sight
  if (standingOf(change, agent) === 'so') return { outcome: 'done' }
  if (elapsed < patienceAfter(failure, deadline)) return undefined
  return failure === undefined ? unchangedAgent(change, agent) : refusedAgent(change, failure)
}

function unseen(change: AgentChange, failure: Failure | undefined, blindness: Failure): StepResult {
  return failure === undefined ? unreadAgent(change, blindness) : refusedAgent(change, failure)
}

async function look(changes: readonly AgentChange[], { agents }: AgentCrew): Promise<Outcome<Seen>> {
  const found = await agents.findAgents(
    changes.map(({ email }) => email),
    never,
  )
  if (!found.ok) return found
  return { ok: true, value: new Map(found.value.map((agent) => [personKey(agent.email), agent])) }
}

/** A call on its way comes to its end. */
const never = new AbortController().signal
