import type { OperatorTaskStatus } from '../domain/operator-task.ts'
import type {
  Connection,
  ContactCenterUser,
  DirectoryPerson,
  Observation,
  Organization,
  PlatformReading,
} from '../domain/organization.ts'
import type { Problem } from '../domain/problem.ts'
import type { FileAnswer } from '../intake/csv/file-answers.ts'
import type { Answer, Draft } from '../intake/draft.ts'
import type { ImportPlan } from '../plan/import.ts'
import type { ArrivedRow, ImportedRow, Importing, RefusedRow } from '../plan/importing.ts'
import type { Plan } from '../plan/plan.ts'
import type { RowStanding } from '../plan/replan.ts'
import type { StepResult } from '../plan/step.ts'
import type { ExportOrder } from '../ports/csv-desk.ts'
import type { JournalEvent } from '../ports/journal.ts'
import type { FileContext } from './file-route.ts'
import type { FileChoice } from './open-file.ts'
import type { Results } from './results.ts'

const before = ['signIn', 'prerequisites', 'platform', 'route'] as const
const ofPeople = ['people', 'licenses', 'adminRoles'] as const
const ofFiles = ['export', 'import', 'file', 'rows', 'mode'] as const
const after = [
  'review',
  'saving',
  'operator',
  'syncing',
  'verifying',
  'report',
] as const satisfies readonly Stage[]

/** Every stage: both routes share what is before them and after them. */
export const stages = [
  ...before,
  ...ofPeople,
  ...ofFiles,
  'review',
  'importing',
  'saving',
  'operator',
  'syncing',
  'verifying',
  'report',
] as const

/** The stages of each route, in the order in which they are walked; `importing` comes before saving where files are imported. */
export const routeStages = {
  manual: [...before, ...ofPeople, ...after],
  csv: [...before, ...ofFiles, ...after],
} as const

export type Stage = (typeof stages)[number]

/** What a user interface, a script or an embedding application tells the engine. */
export type Command =
  | Answer
  | FileAnswer
  | { readonly type: 'export.write'; readonly order: ExportOrder }
  /** A path that the CSV desk reads, or the bytes themselves. */
  | { readonly type: 'file.open'; readonly file: FileChoice }
  | { readonly type: 'connection.retry' }
  | { readonly type: 'stage.next' }
  | { readonly type: 'stage.back' }
  | { readonly type: 'stage.jump'; readonly stage: Stage }
  | { readonly type: 'plan.renew' }
  /**
   * Approves the plan, or while saving the rows that were planned anew. `hash` is its own, whole or its first 12 digits
   * or more; `removals` its count, where it takes licenses away.
   */
  | { readonly type: 'plan.approve'; readonly hash: string; readonly removals?: number }
  /** Stops after the steps in flight; the rest is kept for resuming. */
  | { readonly type: 'run.stop' }
  /** Does again what failed or was not attempted, under the same approval. */
  | {
      readonly type: 'run.retry'
      /** Only people for whom something of these classes is left, for example `failed:429`; `openClasses` has them. */
      readonly only?: readonly string[]
    }
  | { readonly type: 'task.claim'; readonly id: string }
  | { readonly type: 'task.skip'; readonly id: string }
  /** Takes back that a file was imported, as long as it is read back. */
  | { readonly type: 'task.reopen'; readonly id: string }
  /** Leaves the operator tasks open and ends as "waiting for operator"; or leaves out rows that nobody approved. */
  | { readonly type: 'task.leave' }

/** What happened, told to whoever listens. The first is always `run.opened` with the version of this list. */
export type Fact =
  | { readonly type: 'run.opened'; readonly version: 1; readonly runId: string }
  | { readonly type: 'organization.connected'; readonly organization: Organization | undefined }
  | { readonly type: 'stage.entered'; readonly stage: Stage }
  | { readonly type: 'command.refused'; readonly command: Command['type']; readonly problem: Problem }
  | { readonly type: 'plan.made'; readonly hash: string }
  | { readonly type: 'plan.approved'; readonly hash: string }
  /** Open rows of the approved plan by what is left of them; `hash` is that of the new ones, which wait. */
  | {
      readonly type: 'plan.renewed'
      readonly rows: Readonly<Record<RowStanding, number>>
      readonly hash?: string
    }
  | { readonly type: 'step.started'; readonly key: string }
  | { readonly type: 'step.settled'; readonly key: string; readonly result: StepResult }
  | { readonly type: 'task.changed'; readonly id: string; readonly status: OperatorTaskStatus }
  /** A file is there to be imported; rows that are as wanted by now, of how many; and what came of them. */
  | {
      readonly type: 'part.released'
      readonly number: number
      readonly of: number
      readonly path: string
      readonly rows: number
    }
  | { readonly type: 'part.seen'; readonly number: number; readonly rows: number; readonly seen: number }
  | {
      readonly type: 'part.settled'
      readonly number: number
      readonly rows: number
      readonly counts: Readonly<Record<ImportedRow['outcome'], number>>
    }
  | { readonly type: 'organization.verified' }
  | { readonly type: 'run.finished' }

/** What was read back after synchronizing; keyed by `personKey`. */
export interface Verification {
  readonly people: Readonly<Record<string, DirectoryPerson>>
  readonly users: Readonly<Record<string, ContactCenterUser>>
  /** False where the Users module could not be read (platform 1.0): then only a person can tell (SYNC-3). */
  readonly canReadUsers: boolean
}

/** A step and what came of it. */
export interface SettledStep {
  readonly key: string
  readonly result: StepResult
}

/** What the actors tell the machine. Never sent by a user interface. */
export type Progress =
  | { readonly type: 'saving.started'; readonly at: number }
  | { readonly type: 'steps.started'; readonly keys: readonly string[] }
  | { readonly type: 'steps.settled'; readonly settled: readonly SettledStep[]; readonly at: number }
  | { readonly type: 'saving.ended'; readonly isStopped: boolean }
  | { readonly type: 'saving.broke'; readonly problem: Problem }
  | { readonly type: 'task.performed'; readonly id: string }
  | { readonly type: 'task.read'; readonly id: string; readonly verifiedFor: readonly string[] }
  | { readonly type: 'watch.troubled'; readonly problem: Problem }
  /** Somebody imported the part by themselves, and these rows failed. */
  | { readonly type: 'part.imported'; readonly refused: readonly RefusedRow[] }
  /** Reading back a part is given up at this time, in epoch milliseconds. */
  | { readonly type: 'part.awaited'; readonly until: number }
  | { readonly type: 'part.read'; readonly rows: readonly ArrivedRow[] }
  | { readonly type: 'part.ended'; readonly problem?: Problem }
  | { readonly type: 'verification.read'; readonly verification: Verification }
  | { readonly type: 'verification.ended'; readonly problem?: Problem }

/** What an interrupted run brings along, or a saved plan: what was approved, and what became of it. */
export interface Resumption {
  readonly plan: Plan
  readonly approvedHash: string
  readonly results: Results
  readonly tasks: Readonly<Record<string, OperatorTaskStatus>>
  /** Rows that were planned anew and are not approved. */
  readonly renewal?: Plan | undefined
  readonly importing?: Importing | undefined
  /** Who is worked on, by `personKey`; everyone where it is undefined. */
  readonly chosen?: readonly string[] | undefined
  /** An approval that is not on record yet; the plan is looked at before it counts. */
  readonly approval?: { readonly hash: string; readonly removals: number }
  /** What is to be on record before anything is written. */
  readonly unrecorded?: readonly JournalEvent[]
}

export interface Input {
  readonly runId: string
  readonly draft: Draft
  readonly resumption?: Resumption
  /** Whether there is a desk that CSV files come from. */
  readonly hasCsvDesk?: boolean
  /** Whether that desk writes files for a person to import. */
  readonly canImport?: boolean
  /** The files that are imported in place of what saving would do for the rows of the request. */
  readonly importPlan?: ImportPlan
}

export interface Context {
  readonly runId: string
  readonly draft: Draft
  readonly file: FileContext
  readonly connection: Connection | undefined
  readonly reading: PlatformReading | undefined
  readonly observation: Observation | undefined
  readonly plan: Plan | undefined
  /** When the plan's people were looked at, in epoch milliseconds; undefined where its rows are to be looked at again. */
  readonly observedAt: number | undefined
  readonly approvedHash: string | undefined
  readonly results: Results
  readonly inFlight: readonly string[]
  /** When saving began, when a step was last settled, and how many were since; epoch milliseconds. */
  readonly pace: { readonly startedAt: number; readonly at: number; readonly settled: number } | undefined
  readonly tasks: Readonly<Record<string, OperatorTaskStatus>>
  readonly verification: Verification | undefined
  /** Trouble with the last call of this stage; cleared when the stage is left or tried again. */
  readonly trouble: readonly Problem[]
  readonly isStopped: boolean
  /** Rows that moved and would do something new; nothing is done for them before this was approved. */
  readonly renewal: Plan | undefined
  /** Who is worked on, by `personKey`; everyone where it is undefined. */
  readonly chosen: readonly string[] | undefined
  /** What other runs of the organization have to do with the plan. */
  readonly others: readonly Problem[]
  /** What approved a plan from outside, until it was looked at. */
  readonly approval: { readonly hash: string; readonly removals: number } | undefined
  /** What the journal must have before anything more is written. */
  readonly unrecorded: readonly JournalEvent[]
  /** What is to be imported for the rows of a request; of a file it is made from the answers. */
  readonly importPlan: ImportPlan | undefined
  /** The approved import, as far as it has come. */
  readonly importing: Importing | undefined
  readonly sight: ImportSight
}

/** What is known of the part whose turn it is, until it is settled. */
export interface ImportSight {
  /** Rows that are as wanted. */
  readonly seen: readonly ArrivedRow[]
  readonly refused: readonly RefusedRow[]
  /** When reading back is given up, in epoch milliseconds; undefined while the import is waited for. */
  readonly until: number | undefined
}

const commandTypes: Readonly<Record<Command['type'], true>> = {
  'trialAccounts.set': true,
  'platform.choose': true,
  'route.choose': true,
  'export.write': true,
  'file.open': true,
  'repair.choose': true,
  'damage.choose': true,
  'mode.choose': true,
  'via.choose': true,
  'bothTrue.choose': true,
  'payer.choose': true,
  'entry.choose': true,
  'batchSize.choose': true,
  'people.add': true,
  'people.edit': true,
  'people.remove': true,
  'license.choose': true,
  'administrator.choose': true,
  'exception.clear': true,
  'subscription.choose': true,
  'problem.acknowledge': true,
  'connection.retry': true,
  'stage.next': true,
  'stage.back': true,
  'stage.jump': true,
  'plan.renew': true,
  'plan.approve': true,
  'run.stop': true,
  'run.retry': true,
  'task.claim': true,
  'task.skip': true,
  'task.reopen': true,
  'task.leave': true,
}

/** Whether an event came from outside; what actors tell is not a command. */
export function isCommand(event: { readonly type: string }): event is Command {
  return Object.hasOwn(commandTypes, event.type)
}
