import type { OperatorTask } from '../domain/operator-task.ts'
import type { Outcome } from '../domain/outcome.ts'
import type { RefusedRow } from '../plan/importing.ts'

/**
 * Someone who carries out operator tasks without being asked. The sandbox has one, which presses its console's
 * buttons; a real organization has none, for no public API does these things.
 */
export interface OperatorDesk {
  perform(task: OperatorTask, signal: AbortSignal): Promise<Outcome<null>>
  /** Imports the file of an `import-file` task and resolves when that is over, with the rows that failed there. */
  importFile?(task: OperatorTask, signal: AbortSignal): Promise<Outcome<readonly RefusedRow[]>>
}
