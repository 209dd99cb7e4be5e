import { type Exit, Trouble } from '../exit.ts'
import { carryOut } from './carry-out.ts'
import {
  type Context,
  type FormatOptions,
  type OperatorOptions,
  operatorModeOf,
  type PlaceOptions,
} from './context.ts'
import { findRun, findSummary, takeRun } from './run-record.ts'
import { inPlace, open } from './walk.ts'

type ResumeOptions = PlaceOptions & FormatOptions & OperatorOptions

/** Goes on with a run under the approval that it has: looks again, then does what is left. */
export async function resume(context: Context<ResumeOptions>, run: string): Promise<Exit> {
  const summary = await findSummary(context.world, run)
  checkOrganization(summary.organization.id, context.options.org)
  if (summary.state === 'finished') throw new Trouble('run.finished', { run })
  if (summary.state === 'unapproved') throw new Trouble('run.not-approved', { run })
  const mode = operatorModeOf(context.options)
  const there = { ...context, options: { ...context.options, sandbox: summary.place === 'sandbox' } }
  return inPlace(there, mode, async (place) => {
    // First the lease, then the record: nobody else adds to it any more.
    await takeRun(place, run)
    const { record } = await findRun(context.world, run)
    const onboarding = open(there, place, { resume: { runId: run, record } })
    try {
      return await carryOut(there, place, onboarding, mode)
    } finally {
      await onboarding.stop()
      const { tellRowsOfRun } = await import('./csv-rows.ts')
      await tellRowsOfRun(there, run, onboarding.getView().report)
    }
  })
}

function checkOrganization(actual: string, meant: string | undefined): void {
  if (meant !== undefined && meant.toLowerCase() !== actual.toLowerCase()) {
    throw new Trouble('request.another-organization')
  }
}
