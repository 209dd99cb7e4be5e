import { openClasses, type RunRecord } from '@wxcc-onboard/core'
import { type Exit, repeatable, Trouble } from '../exit.ts'
import { carryOut } from './carry-out.ts'
import {
  type Context,
  type FormatOptions,
  type OperatorOptions,
  operatorModeOf,
  type PlaceOptions,
} from './context.ts'
import { goOnWithImport } from './csv-import-checks.ts'
import { type RenewalOptions, renewalApproval } from './renewal.ts'
import { findSummary, takeRun } from './run-list.ts'
import { findRun } from './run-record.ts'
import { tellSamePeople } from './same-people.ts'
import { atRun, open } from './walk.ts'

type ResumeOptions = PlaceOptions &
  FormatOptions &
  OperatorOptions &
  RenewalOptions & { readonly only?: readonly string[]; readonly imported?: string }

/** Goes on with a run under the approval that it has: looks again, then does what is left. */
export async function resume(given: Context<ResumeOptions>, run: string): Promise<Exit> {
  const summary = await findSummary(given.world, run)
  if (summary.state === 'finished') throw new Trouble('run.finished', { run })
  if (summary.state === 'unapproved') throw new Trouble('run.not-approved', { run })
  if (summary.kind === 'agents') {
    if (given.options.only !== undefined)
      throw new Trouble('command.misused', { reason: '--only is not for runs that set details of agents' })
    const { resumeAgents } = await import('./csv-agents-run.ts')
    return resumeAgents(given, summary)
  }
  const mode = operatorModeOf(given.options)
  return atRun(given, summary, mode, async (place, context) => {
    // First the lease, then the record: nobody else adds to it any more.
    await takeRun(place, run)
    await goOnWithImport(context, place, run, (await findRun(context.world, run)).record)
    const { record } = await findRun(context.world, run)
    const approve = renewalApproval(record, given.options, run)
    const { only } = given.options
    checkClasses(record, only, run)
    await tellSamePeople(context, place, run, record.plan)
    const resume = {
      runId: run,
      record,
      ...(approve === undefined ? {} : { approve }),
      ...(only === undefined ? {} : { only }),
    }
    const onboarding = open(context, place, { resume })
    try {
      return await carryOut(context, place, onboarding, mode, undefined, given.options)
    } finally {
      await onboarding.stop()
      const { tellRowsOfRun } = await import('./csv-rows.ts')
      await tellRowsOfRun(context, run, onboarding.getView())
    }
  })
}

/** A class that nothing is left of is a mistake: nothing would be done, and nobody would know why. */
function checkClasses({ plan, results }: RunRecord, only: readonly string[] | undefined, run: string): void {
  const there = openClasses(plan, (key) => results.get(key))
  const unknown = only?.find((name) => there[name] === undefined)
  if (unknown === undefined) return
  const classes = Object.entries(there).map(([name, people]) => `${name} (${people})`)
  throw new Trouble('run.class-unknown', { run, given: repeatable(unknown), classes: classes.join(', ') })
}
