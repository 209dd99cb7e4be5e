import { type Exit, Trouble } from '../exit.ts'
import { carryOut } from './carry-out.ts'
import {
  type Context,
  type FormatOptions,
  type OperatorOptions,
  operatorModeOf,
  type PlaceOptions,
} from './context.ts'
import { findRun } from './run-record.ts'
import { inPlace, open } from './walk.ts'

type ResumeOptions = PlaceOptions & FormatOptions & OperatorOptions

/** Goes on with a run under the approval that it has: looks again, then does what is left. */
export async function resume(context: Context<ResumeOptions>, run: string): Promise<Exit> {
  const { record, summary } = await findRun(context.world, run)
  checkOrganization(record.organization.id, context.options.org)
  if (record.isFinished) throw new Trouble('run.finished', { run })
  const mode = operatorModeOf(context.options)
  const there = { ...context, options: { ...context.options, sandbox: summary.place === 'sandbox' } }
  return inPlace(there, mode, async (place) => {
    const onboarding = open(there, place, { resume: { runId: run, record } })
    try {
      return await carryOut(there, place, onboarding, mode)
    } finally {
      await onboarding.stop()
    }
  })
}

function checkOrganization(actual: string, meant: string | undefined): void {
  if (meant !== undefined && meant.toLowerCase() !== actual.toLowerCase()) {
    throw new Trouble('request.another-organization')
  }
}
