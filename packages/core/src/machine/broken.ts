import type { Problem } from '../domain/problem.ts'

/** A run that cannot be recorded must not go on writing. */
export function brokenProblem(error: unknown): Problem {
  const message = error instanceof Error ? error.message : String(error)
  const isTakenOver = error instanceof Error && 'code' in error && error.code === 'leased'
  const code = isTakenOver ? 'journal.taken-over' : 'journal.failed'
  return { code, severity: 'error', subject: { kind: 'stage' }, facts: { message } }
}
