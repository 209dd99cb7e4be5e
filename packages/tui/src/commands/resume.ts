import { type Exit, Trouble } from '../exit.ts'
import { carryOut } from './carry-out.ts'
import {
  type Context,
  type FormatOptions,
  type OperatorOptions,
  operatorModeOf,
  type PlaceOptions,
} from './context.ts'
import { type RenewalOptions, renewalApproval } from './renewal.ts'
import { findRun, findSummary, takeRun } from './run-record.ts'
import { atRun, open } from './walk.ts'

type ResumeOptions = PlaceOptions & FormatOptions & OperatorOptions & RenewalOptions

/** Goes on with a run under the approval that it has: looks again, then does what is left. */
export async function resume(given: Context<ResumeOptions>, run: string): Promise<Exit> {
  const summary = await findSummary(given.world, run)
  if (summary.state === 'finished') throw new Trouble('run.finished', { run })
  if (summary.state === 'unapproved') throw new Trouble('run.not-approved', { run })
  const mode = operatorModeOf(given.options)
  return atRun(given, summary, mode, async (place, context) => {
    // First the lease, then the record: nobody else adds to it any more.
    await takeRun(place, run)
    const { record } = await findRun(context.world, run)
    const approve = renewalApproval(record, given.options, run)
    const resume = { runId: run, record, ...(approve === undefined ? {} : { approve }) }
    const onboarding = open(context, place, { resume })
    try {
      return await carryOut(context, place, onboarding, mode, undefined, given.options)
    } finally {
      await onboarding.stop()
      const { tellRowsOfRun } = await import('./csv-rows.ts')
      await tellRowsOfRun(context, run, onboarding.getView().report)
    }
  })
}
