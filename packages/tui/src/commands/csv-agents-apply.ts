/** @module Setting the details of agents through the public API, as a run that can be gone on with. */
import {
  type AgentReport,
  type AgentRunRecord,
  agentReportOf,
  approveAgents,
  type Problem,
  setUpAgents,
} from '@wxcc-onboard/core'
import type { PreparedAgents } from '../csv/agents.ts'
import { type Exit, leaveAtOnce, Trouble, troubleOfProblems } from '../exit.ts'
import { problemList } from '../output/csv-text.ts'
import { createPaint } from '../output/paint.ts'
import { commandFor } from './command-for.ts'
import type { Context, PlaceOptions } from './context.ts'
import type { AgentsOptions } from './csv-agents.ts'
import { keepAgentRows, tellAgentRows } from './csv-agents-rows.ts'
import { agentsOf, type Place } from './place.ts'
import { takeRun } from './run-list.ts'
import { sandboxPace } from './walk.ts'

const never = new AbortController().signal

export async function applyAgents(
  context: Context<AgentsOptions>,
  place: Place,
  prepared: PreparedAgents,
): Promise<Exit> {
  const { plan, catalog } = prepared
  const runId = place.ports.ids.next()
  await takeRun(place, runId)
  await keepAgentRows(context, runId, prepared)
  const approved = await approveAgents(plan, { hash: plan.hash, catalog, runId }, place.ports, never)
  if (!approved.ok) throw agentTrouble(approved.problem)
  return carryOutAgents(context, place, approved)
}

/** Carries out what is left of a run, tells every row, and says how to go on where it did not come to its end. */
export async function carryOutAgents(
  context: Context<PlaceOptions>,
  place: Place,
  { runId, record }: { readonly runId: string; readonly record: AgentRunRecord },
): Promise<Exit> {
  const { output, sentences, options } = context
  const hash = record.plan.hash.slice(0, 12)
  output.say(`\n${sentences.t('output.agents.begin', { hash, run: runId })}`)
  output.result('run', { runId })
  const interruption = watchInterrupts(context)
  try {
    const run = await setUpAgents(
      { runId, record },
      { ...place.ports, agents: agentsOf(place) },
      {
        stopping: interruption.signal,
        ...(place.kind === 'sandbox' ? { visibilityDeadline: sandboxPace.visibilityDeadline } : {}),
      },
    )
    const report = agentReportOf(run.record)
    tellTroubles(context, report)
    const balance = await tellAgentRows(context, runId, report)
    if (interruption.signal.aborted && run.ok) throw new Trouble('command.interrupted', { run: runId })
    if (!run.ok) throw agentTrouble(run.problem)
    if (!run.record.isFinished)
      output.say(sentences.t('output.report.incomplete', { command: commandFor(options, 'resume', runId) }))
    return balance.done + balance.already < balance.in ? 'incomplete' : 'done'
  } finally {
    interruption.stop()
  }
}

/** Why something was not set; the rows to try again have each reason. */
function tellTroubles({ world, output, sentences }: Context, { agents }: AgentReport): void {
  const problems = agents.flatMap((agent) => agent.problems)
  for (const line of problemList(problems, sentences, createPaint(world.stdout))) output.say(line)
}

/** Any interruption lets the call on its way come to its end; Ctrl-C after one leaves at once. */
function watchInterrupts({ world, output, sentences }: Context) {
  const stopping = new AbortController()
  const stop = world.onInterrupt((cause) => {
    if (stopping.signal.aborted && cause === 'SIGINT') leaveAtOnce('interrupted')
    if (stopping.signal.aborted) return
    output.note(sentences.t('output.apply.stopping'))
    stopping.abort()
  })
  return { signal: stopping.signal, stop }
}

/** Where the agents cannot be looked at or set at all, that is a matter of the connection, not of the plan. */
export function agentTrouble(problem: Problem): Trouble {
  const trouble = troubleOfProblems([problem])
  if (trouble.code !== 'plan.blocked') return trouble
  return new Trouble('connection.failed', { reason: String(problem.facts['message'] ?? problem.code) })
}
