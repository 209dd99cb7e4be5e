import { keepVerified, type ReportView, verifyRun } from '@wxcc-onboard/core'
import { type Exit, Trouble, troubleOfProblems } from '../exit.ts'
import { tellReport } from './carry-out.ts'
import { commandFor } from './command-for.ts'
import type { Context, FormatOptions, PlaceOptions } from './context.ts'
import { findSummary, takeRun } from './run-list.ts'
import { findRun } from './run-record.ts'
import { atRun } from './walk.ts'

type VerifyOptions = PlaceOptions & FormatOptions

const never = new AbortController().signal

/** Reads everyone of a run back and says what came of each; what shows for the first time is kept in the run. */
export async function verify(given: Context<VerifyOptions>, run: string): Promise<Exit> {
  const summary = await findSummary(given.world, run)
  if (summary.state === 'unapproved') throw new Trouble('run.not-approved', { run })
  if (summary.kind === 'agents') {
    const { verifyAgentRun } = await import('./csv-agents-run.ts')
    return verifyAgentRun(given, summary)
  }
  return atRun(given, summary, 'leave', async (place, context) => {
    await takeRun(place, run)
    const { record } = await findRun(context.world, run)
    const verified = await verifyRun(record, place.ports, never)
    if (!verified.ok) throw troubleOfProblems([verified.problem])
    await keepVerified(run, verified, place.ports)
    tellReport(context, { runId: run, report: verified.report })
    const { tellRowsRead } = await import('./csv-rows.ts')
    await tellRowsRead(context, run, verified.report)
    if (record.undoneBy !== undefined)
      context.output.say(context.sentences.t('output.status.undone', { run: record.undoneBy }))
    return ending(context, run, verified.report)
  })
}

function ending(
  { output, sentences, options }: Context<VerifyOptions>,
  run: string,
  report: ReportView,
): Exit {
  const { t } = sentences
  if (report.tasks.some(({ state }) => state === 'open')) {
    output.say(t('output.report.waiting', { run, command: commandFor(options, 'resume', run) }))
    return 'waiting'
  }
  if (report.isComplete) return 'done'
  if (report.canRetry)
    output.say(t('output.report.incomplete', { command: commandFor(options, 'resume', run) }))
  else output.say(t('output.verify.lost', { command: commandFor(options, 'status', '--drift', run) }))
  return 'incomplete'
}
