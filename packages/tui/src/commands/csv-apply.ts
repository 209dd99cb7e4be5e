import type { Plan } from '@wxcc-onboard/core'
import { keepRunRows } from '../csv/run-rows.ts'
import { type Exit, repeatable, Trouble } from '../exit.ts'
import { type ApplyOptions, checkCurrent } from './approval.ts'
import { carryOut } from './carry-out.ts'
import { type Context, operatorModeOf } from './context.ts'
import { reviewCsv, tellCsvPlan } from './csv-plan.ts'
import { type CarryOutOptions, type Prepared, prepareCsv } from './csv-prepare.ts'
import { tellRows } from './csv-rows.ts'
import { takeRun } from './run-record.ts'
import { contradiction, type SavedPlan } from './saved-plan.ts'
import { inPlace } from './walk.ts'

export type ApplyCsvOptions = ApplyOptions & CarryOutOptions

/** Carries out the rows of a file: the same engine, plan, approval and report as on every other route. */
export async function applyCsv(
  given: Context<ApplyCsvOptions>,
  path: string,
  saved?: SavedPlan,
): Promise<Exit> {
  const context = { ...given, options: optionsOf(given.options, saved) }
  const { options, output, sentences, world } = context
  const mode = operatorModeOf(options)
  return inPlace(context, mode, async (place) => {
    const prepared = await prepareCsv(context, place, path, saved?.csv?.sha256)
    const { onboarding, view, plan } = await reviewCsv(context, place, prepared)
    try {
      tellCsvPlan(context, prepared, { view, plan })
      checkCurrent(plan, saved?.plan, options.approve, path)
      checkRemovals(plan, options.confirmRemovals)
      if (prepared.via === 'control-hub') {
        const { beginImport } = await import('./csv-import.ts')
        return await beginImport(context, place, prepared, plan)
      }
      await takeRun(place, view.runId)
      await keepRunRows(world, view.runId, rowsOf(prepared))
      output.say(`\n${sentences.t('output.apply.begin', { hash: plan.hash.slice(0, 12), run: view.runId })}`)
      const begin = () => onboarding.send({ type: 'plan.approve', hash: plan.hash, removals: plan.removals })
      const exit = await carryOut(context, place, onboarding, mode, begin)
      return exit === 'done' && prepared.judged.reading.rejected.length > 0 ? 'incomplete' : exit
    } finally {
      const { report, isApproved } = onboarding.getView()
      await onboarding.stop()
      if (isApproved && report !== undefined) tellRows(context, prepared.judged, report)
    }
  })
}

function rowsOf({ judged: { file, sheet, reading } }: Prepared) {
  return { path: file.path, sha256: file.sha256, rowsIn: sheet.table.records.length, reading }
}

/** A saved plan brings its options along; one that is given again may not say anything else. */
function optionsOf(options: ApplyCsvOptions, saved: SavedPlan | undefined): ApplyCsvOptions {
  if (saved?.csv === undefined) return options
  const found = contradiction(options, saved.csv.options)
  if (found !== undefined) throw new Trouble('csv.option-planned', { option: optionName(found) })
  return { ...options, ...(saved.csv.options as ApplyCsvOptions) }
}

function optionName(name: string): string {
  return `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}

/** The number of people who lose their license is said by hand, whatever else is approved (CSV-10). */
function checkRemovals({ removals }: Plan, given: string | undefined): void {
  if (removals === 0 && (given === undefined || given === '0')) return
  if (given === String(removals)) return
  throw new Trouble('csv.removals-unconfirmed', { removals, given: repeatable(given ?? 'none') })
}
