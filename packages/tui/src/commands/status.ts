import type { RunRecord, Step, StepOutcome } from '@wxcc-onboard/core'
import type { Exit } from '../exit.ts'
import { attentionFirst, moreLines, mostInFull, mostNamed } from '../output/most.ts'
import { createPaint, type Paint } from '../output/paint.ts'
import { outcomeCounts, outcomeSign } from '../output/report-text.ts'
import type { Sentences } from '../output/sentences.ts'
import { taskLines } from '../output/task-text.ts'
import { commandFor } from './command-for.ts'
import type { Context } from './context.ts'
import { tellRenewal } from './renewal.ts'
import { findSummary, type KeptSummary, listRuns } from './run-list.ts'
import { findRun, type KeptRun } from './run-record.ts'
import { timeText } from './time-text.ts'

/** Shows the runs kept on this machine, or one of them; no organization is asked. */
export async function status(context: Context, run?: string): Promise<Exit> {
  const { world } = context
  if (run === undefined) {
    tellRuns(context, await listRuns(world))
    return 'done'
  }
  const summary = await findSummary(world, run)
  if (summary.kind === 'agents') {
    const { tellAgentRun } = await import('./csv-agents-run.ts')
    return tellAgentRun(context, summary)
  }
  tellRun(context, await findRun(world, run))
  return 'done'
}

function tellRuns({ output, sentences }: Context, runs: readonly KeptSummary[]): void {
  output.result('runs', runs)
  if (runs.length === 0) output.say(sentences.t('output.status.none'))
  for (const { runId, organization, people, state, changedAt, place, kind } of runs) {
    const facts = {
      run: runId,
      organization: organization.name,
      people,
      state,
      place,
      kind: kind ?? 'people',
      changed: timeText(changedAt),
    }
    output.say(sentences.t('output.status.run', facts))
  }
}

function tellRun(context: Context, { summary, record, tasks }: KeptRun): void {
  const { world, output, sentences } = context
  const { t } = sentences
  const paint = createPaint(world.stdout)
  output.result('run', { ...summary, ...record, tasks })
  output.say(paint('bold', t('output.status.title', { run: summary.runId, state: summary.state })))
  output.say(summary.organization.name)
  output.say(
    t('output.status.opened', { opened: timeText(summary.openedAt), changed: timeText(summary.changedAt) }),
  )
  const { results, plan, undoneBy } = record
  if (undoneBy !== undefined) output.say(t('output.status.undone', { run: undoneBy }))
  if (plan.undo !== undefined) output.say(t('output.status.undoes', { run: plan.undo.runId }))
  const { steps } = plan
  const settled = steps.filter(({ key }) => results.get(key) !== undefined).length
  output.say(t('output.status.steps', { settled, total: steps.length }))
  for (const line of stepLines(record, summary.runId, sentences, paint)) output.say(line)
  const open = tasks.filter(({ state }) => state === 'open')
  for (const [index, task] of open.entries()) {
    output.say(taskLines(task, index + 1, sentences, paint).join('\n'))
  }
  if (record.renewal !== undefined) {
    const options = { ...context.options, sandbox: summary.place === 'sandbox' }
    tellRenewal({ ...context, options }, record.renewal, summary.runId)
  }
  if (summary.state === 'unfinished' || open.length > 0) {
    output.say(t('output.plan.how', { command: commandFor({}, 'resume', summary.runId) }))
  }
}

/** Each step; of many those that did not succeed, and how many came out how. */
function stepLines(
  { plan: { steps }, results }: RunRecord,
  run: string,
  sentences: Sentences,
  paint: Paint,
): string[] {
  const outcomeOf = ({ key }: Step): StepOutcome => results.get(key)?.outcome ?? 'not-attempted'
  const isShort = steps.length <= mostInFull.plan
  const told = isShort ? steps : attentionFirst(steps, outcomeOf)
  const named = isShort ? told : told.slice(0, mostNamed)
  const counts = Object.fromEntries(
    [...Map.groupBy(steps, outcomeOf)].map(([outcome, some]) => [outcome, some.length]),
  )
  return [
    ...named.map((step) => {
      const outcome = outcomeOf(step)
      return `  ${outcomeSign(outcome, paint)} ${step.key}  ${sentences.shared.t(`outcome.${outcome}`)}`
    }),
    ...moreLines(told.length - named.length, sentences, commandFor({}, 'status', run, '--json')),
    ...(isShort ? [] : [outcomeCounts(counts, sentences)]),
  ]
}
