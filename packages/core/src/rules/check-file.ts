import type { Problem, ProblemCode } from '../domain/problem.ts'
import { csvProblem } from '../intake/csv/csv-problem.ts'
import type { Damage } from '../intake/csv/damage.ts'
import type { FileAnswers } from '../intake/csv/file-answers.ts'
import type { ImportMode } from '../intake/csv/mode.ts'
import { isFileBlocker, type JudgedRows } from './judge-file.ts'

/** The stages of the CSV route, in the order in which they are walked. */
export type FileStage = 'export' | 'import' | 'file' | 'rows' | 'mode'

/** What the stages of a file are judged by. What is undefined is not known yet. */
export interface FileStageGround {
  readonly answers: FileAnswers
  readonly opened: { readonly said: readonly Problem[]; readonly damages: readonly Damage[] } | undefined
  /** Read as if services were only added, without the organization. */
  readonly alone: JudgedRows | undefined
  readonly modes: Readonly<Record<ImportMode, JudgedRows>> | undefined
}

/** Everything that is to be said about one stage of the CSV route, but for what concerns single rows. */
export function checkFileStage(stage: FileStage, ground: FileStageGround): readonly Problem[] {
  const { opened, answers, alone, modes } = ground
  switch (stage) {
    case 'export':
      return []
    case 'import':
      return opened === undefined ? [csvProblem('file.none', 'error', 'CSV-12')] : []
    case 'file':
      return opened === undefined ? [] : [...opened.said, ...checkRepair(opened.damages, answers)]
    case 'rows':
      return alone === undefined ? [] : [...wholeProblems(alone, beforeMode), ...checkAnybody(alone)]
    case 'mode': {
      if (answers.mode === undefined) return [csvProblem('csv.mode-open', 'error', 'CSV-13')]
      const judged = modes?.[answers.mode]
      return judged === undefined ? [] : [...wholeProblems(judged, withMode), ...checkAnybody(judged)]
    }
  }
}

/** What keeps from going on from a stage of the CSV route. */
export function fileStageBlockers(
  problems: readonly Problem[],
  acknowledged: readonly string[],
): readonly Problem[] {
  return problems.filter((problem) => isFileBlocker(problem, acknowledged))
}

/** What is said of single rows, by line. The rows of a mode that is not chosen yet are told without it. */
export function rowProblems({ problems }: JudgedRows, isModeKnown: boolean): readonly Problem[] {
  return problems.filter(
    (problem) => typeof problem.facts['line'] === 'number' && (isModeKnown || !ofModes.has(problem.code)),
  )
}

/** The rows that take a license from somebody (CSV-10). */
export function losingRows({ problems }: JudgedRows): readonly Problem[] {
  return problems.filter(({ code }) => code === 'csv.license-removed')
}

/** Repair is decided by a person's word, whatever it is (CSV-2 to CSV-4). */
function checkRepair(damages: readonly Damage[], { repair }: FileAnswers): readonly Problem[] {
  if (damages.length === 0 || repair !== undefined) return []
  return [csvProblem('csv.repair-open', 'error', 'CSV-2', { count: damages.length })]
}

function checkAnybody({ reading }: JudgedRows): readonly Problem[] {
  if (reading.rows.length > 0) return []
  return [csvProblem('csv.nobody', 'error', 'CSV-6', { rejected: reading.rejected.length })]
}

/** Of the file as a whole, and questions about rows: rows that are wrong are left out, questions are not. */
function wholeProblems(
  { problems }: JudgedRows,
  toldElsewhere: ReadonlySet<ProblemCode>,
): readonly Problem[] {
  return problems.filter(
    ({ code, severity, facts }) =>
      !toldElsewhere.has(code) && (severity === 'question' || typeof facts['line'] !== 'number'),
  )
}

/** The choice of the mode names removals, and their number is confirmed with the plan. */
const withMode: ReadonlySet<ProblemCode> = new Set(['csv.removals'])
const beforeMode: ReadonlySet<ProblemCode> = new Set([
  'csv.removals',
  'csv.false-ignored',
  'csv.service-false-ignored',
  'csv.columns-unneeded',
])

/** What depends on whether FALSE counts. */
const ofModes: ReadonlySet<ProblemCode> = new Set([
  'csv.license-removed',
  'csv.service-removed',
  'csv.exchange-needs-false',
])
