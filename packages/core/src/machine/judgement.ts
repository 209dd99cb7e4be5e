import type { Problem } from '../domain/problem.ts'
import type { Draft } from '../intake/draft.ts'
import type { Plan } from '../plan/plan.ts'
import { undoLimits } from '../plan/undo-limits.ts'
import { blockersOf, checkStage, type Ground, type JudgedStage } from '../rules/check.ts'
import { checkFileStage, type FileStage, fileStageBlockers } from '../rules/check-file.ts'
import { type FileContext, plannedDraft } from './file-route.ts'
import type { Context, Stage } from './onboarding.types.ts'
import { remembering, rememberingEach } from './remember.ts'

/** The stages before saving: those whose answers are judged. */
export type AnsweredStage = JudgedStage | FileStage

const judged: readonly Stage[] = [
  'prerequisites',
  'platform',
  'route',
  'people',
  'licenses',
  'adminRoles',
  'review',
] satisfies readonly JudgedStage[]

const ofFiles: readonly Stage[] = ['export', 'import', 'file', 'rows', 'mode'] satisfies readonly FileStage[]

export function isAnswered(stage: Stage): stage is AnsweredStage {
  return judged.includes(stage) || isFileStage(stage)
}

function isFileStage(stage: Stage): stage is FileStage {
  return ofFiles.includes(stage)
}

/**
 * What the rules say about a stage, judged once for the same answers and the same observation. From saving on the
 * answers are settled, and results speak instead.
 */
export function problemsOf(stage: Stage, context: Context): readonly Problem[] {
  if (isFileStage(stage)) return problemsOfFile(stage, context.file)
  if (!isAnswered(stage)) return none
  const { connection, reading, observation } = context
  const draft = plannedDraft(context)
  const known = judgements(draft, connection, reading, observation)
  const before = known.get(stage)
  if (before !== undefined) return before
  const problems = checkStage(stage, { draft, connection, reading, observation })
  known.set(stage, problems)
  return problems
}

/** Problems that keep from going on from a stage. */
export function blockersIn(
  stage: Stage,
  problems: readonly Problem[],
  { draft }: Context,
): readonly Problem[] {
  return isFileStage(stage) ? fileStageBlockers(problems, draft.acknowledged) : blockersOf(problems, draft)
}

/** What of other runs keeps a plan from being approved. */
export function blockersBeside(others: readonly Problem[]): readonly Problem[] {
  return others.filter(({ severity }) => severity === 'error')
}

/** What undoing could not take back of a plan. */
export function limitsOf(plan: Plan | undefined): readonly Problem[] {
  return plan === undefined ? none : limits(plan)
}

/** Problems about one person, by row. */
export function problemsOfRow(problems: readonly Problem[], row: number): readonly Problem[] {
  return byRow(problems).get(row) ?? none
}

const none: readonly Problem[] = []

const judgements = remembering(
  (_: Draft, ..._rest: readonly [Ground['connection'], Ground['reading'], Ground['observation']]) =>
    new Map<JudgedStage, readonly Problem[]>(),
)

const problemsOfFile = rememberingEach<FileContext, FileStage, readonly Problem[]>(checkFileStage)

const limits = remembering(undoLimits)

const byRow = remembering((problems: readonly Problem[]) =>
  Map.groupBy(problems, ({ subject }) => (subject.kind === 'person' ? subject.row : undefined)),
)
