import { type Exit, Trouble } from '../exit.ts'
import { carryOut } from './carry-out.ts'
import type { Context, FormatOptions, OperatorOptions, PlaceOptions } from './context.ts'
import { readRun } from './run-record.ts'
import { inPlace, open } from './walk.ts'

type ResumeOptions = PlaceOptions & FormatOptions & OperatorOptions

/** Goes on with a run under the approval that it has: looks again, then does what is left. */
export async function resume(context: Context<ResumeOptions>, run: string): Promise<Exit> {
  const mode = context.options.operator ?? 'leave'
  return inPlace(context, mode, async (place) => {
    const { record } = await readRun(place.ports.journal, run)
    checkOrganization(record.organization.id, context.options.org)
    if (record.isFinished) throw new Trouble('run.finished', { run })
    const onboarding = open(context, place, { resume: { runId: run, record } })
    try {
      return await carryOut(context, place, onboarding, mode)
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
