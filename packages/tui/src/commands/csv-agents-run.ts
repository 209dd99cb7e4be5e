/** @module Runs that set details of agents, after the fact: told, gone on with, read back, and what was before them. */
import {
  type AgentChange,
  type AgentRunRecord,
  agentKey,
  agentReportOf,
  controlHubLayout,
  formerAgents,
  keepVerified,
  readAgentRecord,
  verifyAgents,
} from '@wxcc-onboard/core'
import { stringifyCsv } from '../csv/stringify.ts'
import type { Exit } from '../exit.ts'
import { agentOutcomeLines, formerAgentLines } from '../output/agents-text.ts'
import { problemData } from '../output/output.ts'
import { createPaint } from '../output/paint.ts'
import { safe } from '../output/safe.ts'
import { commandFor } from './command-for.ts'
import type { Context, PlaceOptions } from './context.ts'
import { agentTrouble, carryOutAgents } from './csv-agents-apply.ts'
import { refuseOverwriting } from './csv-repair.ts'
import { agentsOf } from './place.ts'
import { writeText } from './read-text.ts'
import { type KeptSummary, loadEntries, takeRun } from './run-list.ts'
import { unreadable } from './run-record.ts'
import { timeText } from './time-text.ts'
import { atRun } from './walk.ts'

const never = new AbortController().signal

/** Goes on with a run under the approval that it has: looks again, then sets what is left. */
export function resumeAgents(given: Context<PlaceOptions>, summary: KeptSummary): Promise<Exit> {
  return atRun(given, summary, 'leave', async (place, context) => {
    const { runId } = summary
    // First the lease, then the record: nobody else adds to it any more.
    await takeRun(place, runId)
    return carryOutAgents(context, place, { runId, record: await recordOf(context, summary) })
  })
}

/** Reads everyone of a run back and says what came of each; what shows for the first time is kept in the run. */
export function verifyAgentRun(given: Context<PlaceOptions>, summary: KeptSummary): Promise<Exit> {
  return atRun(given, summary, 'leave', async (place, context) => {
    const { output, sentences, options } = context
    const { runId } = summary
    await takeRun(place, runId)
    const record = await recordOf(context, summary)
    const verified = await verifyAgents(record, { ...place.ports, agents: agentsOf(place) }, never)
    if (!verified.ok) throw agentTrouble(verified.problem)
    await keepVerified(runId, verified, place.ports)
    const { report } = verified
    const everyone = commandFor(options, 'verify', runId, '--json')
    const paint = createPaint(context.world.stdout)
    output.say(agentOutcomeLines(report, sentences, paint, everyone).join('\n'))
    output.result('report', {
      ...report,
      agents: report.agents.map(({ problems, ...agent }) => ({
        ...agent,
        problems: problems.map((problem) => problemData(problem, sentences)),
      })),
    })
    if (report.isComplete) output.say(sentences.t('output.report.complete'))
    else if (report.canRetry)
      output.say(sentences.t('output.report.incomplete', { command: commandFor(options, 'resume', runId) }))
    return report.isComplete ? 'done' : 'incomplete'
  })
}

/** Shows a run as its journal tells it; nobody is asked. */
export async function tellAgentRun(context: Context, summary: KeptSummary): Promise<Exit> {
  const { world, output, sentences } = context
  const { t } = sentences
  const { runId, state, openedAt, changedAt, organization } = summary
  const paint = createPaint(world.stdout)
  const record = await recordOf(context, summary)
  const report = agentReportOf(record)
  output.result('run', { ...summary, ...record, ...report })
  output.say(paint('bold', t('output.status.title', { run: runId, state })))
  output.say(organization.name)
  output.say(t('output.status.opened', { opened: timeText(openedAt), changed: timeText(changedAt) }))
  output.say(t('output.status.agents', { people: report.agents.length }))
  const everyone = commandFor({}, 'status', runId, '--json')
  output.say(agentOutcomeLines(report, sentences, paint, everyone).join('\n'))
  if (state === 'unfinished') output.say(t('output.plan.how', { command: commandFor({}, 'resume', runId) }))
  return 'done'
}

/** Says what the run found and changed, and writes it as a file that sets it again under an approval of its own. */
export async function tellFormerAgents(
  context: Context<PlaceOptions & { readonly output?: string; readonly force?: boolean }>,
  summary: KeptSummary,
): Promise<Exit> {
  const { world, output, sentences, options } = context
  const { t } = sentences
  const { runId, place } = summary
  const record = await recordOf(context, summary)
  const changes = givenChanges(record)
  const { records, blanks } = formerAgents(changes, record.names)
  const paint = createPaint(world.stdout)
  output.say(t('output.agents.former', { run: runId, people: changes.length }))
  const everyone = commandFor({}, 'undo', runId, '--json')
  for (const line of formerAgentLines(changes, record.names, sentences, paint, everyone)) output.say(line)
  output.result('former', changes)
  if (changes.length === 0) return 'done'
  if (blanks > 0) output.say(t('output.agents.former-blank', { count: blanks }))
  const there = { ...options, sandbox: place === 'sandbox' }
  if (options.output === undefined) {
    const command = commandFor(there, 'undo', runId, '-o', 'before.csv')
    output.say(t('output.agents.former-how', { command }))
    return 'done'
  }
  refuseOverwriting(context, options.output)
  writeText(world, options.output, stringifyCsv(records, controlHubLayout))
  const command = commandFor(there, 'csv', 'agents', options.output, '--platform', 'new')
  output.say(safe(t('output.agents.former-written', { path: options.output, command })))
  output.result('written', [options.output])
  return 'done'
}

/** What is the run's own doing, or may be. */
function givenChanges({ plan, given }: AgentRunRecord): readonly AgentChange[] {
  const keys = new Set(given)
  return plan.changes.filter((change) => keys.has(agentKey(change)))
}

async function recordOf({ world }: Context, summary: KeptSummary): Promise<AgentRunRecord> {
  const reading = readAgentRecord(await loadEntries(world, summary))
  if (!reading.ok) throw unreadable(summary.runId, reading)
  return reading.record
}
