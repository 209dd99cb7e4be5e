import type { Onboarding, Plan, View } from '@wxcc-onboard/core'
import { keepRunRows } from '../csv/run-rows.ts'
import { type Exit, repeatable, Trouble } from '../exit.ts'
import { type ApplyOptions, approvedOf, checkApproved, checkCurrent, editedTrouble } from './approval.ts'
import { carryOut } from './carry-out.ts'
import { commandFor } from './command-for.ts'
import { type Context, operatorModeOf } from './context.ts'
import { takeImports } from './csv-import-checks.ts'
import { reviewCsv, tellCsvPlan } from './csv-plan.ts'
import { type CarryOutOptions, type Prepared, prepareCsv } from './csv-prepare.ts'
import { tellRows } from './csv-rows.ts'
import type { Place } from './place.ts'
import { takeRun } from './run-list.ts'
import { tellSamePeople } from './same-people.ts'
import { contradiction, type SavedPlan } from './saved-plan.ts'
import { inPlace, open } from './walk.ts'

export type ApplyCsvOptions = ApplyOptions & CarryOutOptions

/** Carries out the rows of a file: the same engine, plan, approval and report as on every other route. */
export async function applyCsv(
  given: Context<ApplyCsvOptions>,
  path: string,
  saved?: SavedPlan,
): Promise<Exit> {
  const context = { ...given, options: optionsOf(given.options, saved) }
  const { options, world } = context
  const mode = operatorModeOf(options)
  return inPlace(context, mode, async (place) => {
    const prepared = await prepareCsv(context, place, path, saved?.csv?.sha256)
    if (saved !== undefined && prepared.via === 'api' && hasRowsOf(saved, prepared))
      return applySavedRows(context, place, prepared, saved)
    const { onboarding, view, plan } = await reviewCsv(context, place, prepared)
    try {
      tellCsvPlan(context, prepared, { view, plan })
      checkCurrent(plan, saved?.plan, options.approve, path)
      checkRemovals(plan, options.confirmRemovals)
      if (prepared.importPlan !== undefined) await beginImport(context, place, view)
      await takeRun(place, view.runId)
      await keepRunRows(world, view.runId, rowsOf(prepared))
      const begin = () => onboarding.send({ type: 'plan.approve', hash: plan.hash, removals: plan.removals })
      return await carryOutRows(context, place, onboarding, { prepared, plan, begin })
    } finally {
      await onboarding.stop()
      tellRowsOf(context, prepared, onboarding)
    }
  })
}

/** A second file that is started too early is refused by Control Hub, or runs into the first one (CSV-1). */
async function beginImport(
  { options }: Context<ApplyCsvOptions>,
  place: Place,
  { problems, plan }: View,
): Promise<void> {
  const open = problems.find(({ code }) => code === 'import.open')?.facts
  if (open !== undefined) {
    const [id, path] = [String(open['run']), String(open['path'])]
    const command = commandFor(options, 'csv', 'resume', id)
    throw new Trouble('csv.import-open', {
      id,
      path,
      command,
      cancel: commandFor(options, 'csv', 'cancel', id),
    })
  }
  if (plan !== undefined) await takeImports(place, plan.organization.id)
}

/** A saved plan goes ahead where its rows still hold; `--yes` approves nothing that is planned anew meanwhile. */
async function applySavedRows(
  context: Context<ApplyCsvOptions>,
  place: Place,
  prepared: Prepared,
  saved: SavedPlan,
): Promise<Exit> {
  const { options, world } = context
  const { plan } = saved
  const { path } = prepared.judged.file
  tellCsvPlan(context, prepared, { view: { problems: [] }, plan })
  checkApproved(plan, options.approve, path)
  checkRemovals(plan, options.confirmRemovals)
  const runId = place.ports.ids.next()
  await takeRun(place, runId)
  await tellSamePeople(context, place, runId, plan)
  await keepRunRows(world, runId, rowsOf(prepared))
  const approved = approvedOf(saved, options.org, plan.removals)
  const onboarding = open(context, place, { runId, approved })
  try {
    return await carryOutRows(context, place, onboarding, { prepared, plan })
  } catch (error) {
    throw editedTrouble(error, path, plan)
  } finally {
    await onboarding.stop()
    tellRowsOf(context, prepared, onboarding)
  }
}

interface Rows {
  readonly prepared: Prepared
  readonly plan: Plan
  readonly begin?: () => void
}

async function carryOutRows(
  context: Context<ApplyCsvOptions>,
  place: Place,
  onboarding: Onboarding,
  { prepared, plan, begin }: Rows,
): Promise<Exit> {
  const { options, output, sentences } = context
  const { runId } = onboarding.getView()
  output.say(`\n${sentences.t('output.apply.begin', { hash: plan.hash.slice(0, 12), run: runId })}`)
  const exit = await carryOut(context, place, onboarding, operatorModeOf(options), begin)
  return exit === 'done' && prepared.judged.reading.rejected.length > 0 ? 'incomplete' : exit
}

function tellRowsOf(context: Context, { judged }: Prepared, onboarding: Onboarding): void {
  const view = onboarding.getView()
  const { report, isApproved, importing } = view
  // While files are imported nobody has to try again yet.
  if (isApproved && report !== undefined && importing?.turn === undefined)
    tellRows(context, judged, view, report)
}

/** Whether the file is read today as it was when the plan was saved, row for row. */
function hasRowsOf({ plan }: SavedPlan, { judged }: Prepared): boolean {
  const { rows } = judged.reading
  return rows.length === plan.people.length && rows.every(({ email }, at) => email === plan.people[at]?.email)
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
