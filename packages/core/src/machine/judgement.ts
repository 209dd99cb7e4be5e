import type { Problem } from '../domain/problem.ts'
import type { Draft } from '../intake/draft.ts'
import { checkStage, type Ground, type JudgedStage } from '../rules/check.ts'
import type { Stage } from './onboarding.types.ts'
import { remembering } from './remember.ts'

const judged: readonly Stage[] = ['prerequisites', 'platform', 'people', 'licenses', 'adminRoles', 'review']

export function isJudged(stage: Stage): stage is JudgedStage {
  return judged.includes(stage)
}

/**
 * What the rules say about a stage, judged once for the same answers and the same observation. From saving on the
 * answers are settled, and results speak instead.
 */
export function problemsOf(stage: Stage, ground: Ground): readonly Problem[] {
  if (!isJudged(stage)) return none
  const { draft, connection, reading, observation } = ground
  const known = judgements(draft, connection, reading, observation)
  const before = known.get(stage)
  if (before !== undefined) return before
  const problems = checkStage(stage, ground)
  known.set(stage, problems)
  return problems
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

const byRow = remembering((problems: readonly Problem[]) =>
  Map.groupBy(problems, ({ subject }) => (subject.kind === 'person' ? subject.row : undefined)),
)
