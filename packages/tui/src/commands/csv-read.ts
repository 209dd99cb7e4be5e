/** @module What the CSV commands have in common before anything is planned. */
import {
  type CsvScope,
  type CsvVia,
  type Damage,
  type Mended,
  mendSheet,
  type ProblemCode,
  problemCodes,
  type RoleList,
  readRoleList,
} from '@wxcc-onboard/core'
import { type Baseline, findBaseline } from '../csv/baseline.ts'
import { type CsvFile, damagesOf, placedInFile, readCsvFile } from '../csv/file.ts'
import { type Ground, type Judged, type JudgeOptions, type RepairMode, scopeOf } from '../csv/judge.ts'
import { readRowLimit } from '../csv/parts.ts'
import { type PlacedProblem, repeatable, Trouble } from '../exit.ts'
import { problemList } from '../output/csv-text.ts'
import { problemData } from '../output/output.ts'
import { createPaint } from '../output/paint.ts'
import type { Context, FormatOptions } from './context.ts'
import { tellReading } from './long-work.ts'

export interface CsvOptions extends JudgeOptions, FormatOptions {
  readonly baseline?: string
  /** A second file, with roles. */
  readonly roles?: string
  readonly via?: CsvVia
  readonly allColumns?: boolean
  readonly rows?: string
}

export interface OpenedCsv {
  readonly file: CsvFile
  readonly baseline: Baseline | undefined
}

export async function openFile(context: Context<CsvOptions>, path: string): Promise<OpenedCsv> {
  const { world, options } = context
  tellReading(context, path)
  const file = readCsvFile(world, path, options)
  return { file, baseline: await findBaseline(world, path, options.baseline) }
}

/** What rows are judged by, as far as the options tell it. */
export function groundOf(
  { world, options }: Context<CsvOptions>,
  { baseline }: OpenedCsv,
): Omit<Ground, 'mode'> & { readonly via: CsvVia; readonly scope: CsvScope; readonly rowLimit: number } {
  const roles = options.roles === undefined ? undefined : readRoles(world, options.roles)
  return {
    via: options.via ?? 'api',
    scope: scopeOf(options),
    rowLimit: readRowLimit(options.rows),
    ...(baseline === undefined ? {} : { baseline }),
    ...(roles === undefined ? {} : { roles }),
  }
}

function readRoles(world: Context['world'], path: string): RoleList {
  const { sheet } = readCsvFile(world, path)
  const list = readRoleList(sheet)
  if (list.problems.length === 0) return list
  const problems = list.problems.map((problem) => placedInFile(problem, path, sheet))
  throw new Trouble('csv.roles-unusable', { path, problems: problems.length }, { problems })
}

/** Codes of questions that are answered with yes; one that does not exist is a typing error. */
export function acknowledgedCodes({ acknowledge = [] }: CsvOptions): readonly ProblemCode[] {
  return acknowledge.map((given) => {
    const code = problemCodes.find((known) => known === given)
    if (code === undefined) throw new Trouble('csv.code-unknown', { given: repeatable(given) })
    return code
  })
}

/** The file as it is taken: with the repairs that somebody agreed to. */
export async function mendFile(
  context: Context<CsvOptions>,
  { file, baseline }: OpenedCsv,
  mode = context.options.repair,
): Promise<Mended> {
  const damages = damagesOf(file, baseline?.sheet)
  return mendSheet(file.sheet, damages, await consentTo(context, damages, mode))
}

/** Which damages are repaired: those that a flag agrees to, or that a person at the keys does. */
async function consentTo(
  context: Context<CsvOptions>,
  damages: readonly Damage[],
  mode: RepairMode | undefined,
): Promise<(damage: Damage) => boolean> {
  if (mode !== 'ask') return () => mode === 'all'
  const { world } = context
  if (damages.every(({ proposed }) => proposed === undefined)) return () => false
  if (!world.hasTerminal || context.output.format !== 'text') throw new Trouble('csv.repair-unasked')
  const { askForRepairs } = await import('./csv-ask.ts')
  return askForRepairs(context, damages)
}

export function placedProblems({ problems, file, sheet }: Judged): readonly PlacedProblem[] {
  return problems
    .map((problem) => placedInFile(problem, file.path, sheet))
    .toSorted((a, b) => (a.place?.line ?? 0) - (b.place?.line ?? 0))
}

export function tellProblems(
  { world, output, sentences }: Context,
  problems: readonly PlacedProblem[],
): void {
  const lines = problemList(problems, sentences, createPaint(world.stdout))
  if (lines.length > 0) output.say(`\n${lines.join('\n')}`)
  output.result(
    'problems',
    problems.map((problem) => problemData(problem, sentences)),
  )
}
