import type { Disabled } from '../domain/disabled.ts'
import type { AdministratorChoice, LicenseChoice } from '../domain/entitlement.ts'
import type { OperatorTask, OperatorTaskState } from '../domain/operator-task.ts'
import type { LicensePool, Operator, Organization, PersonStatus } from '../domain/organization.ts'
import type { EntryMode, PersonEntry } from '../domain/person.ts'
import type { FactValue, Problem } from '../domain/problem.ts'
import type { RuleId } from '../domain/rule.ts'
import type { Damage } from '../intake/csv/damage.ts'
import type { FileAnswers } from '../intake/csv/file-answers.ts'
import type { ImportMode } from '../intake/csv/mode.ts'
import type { CsvReading, CsvSheet } from '../intake/csv/rows.ts'
import type { CsvScope } from '../intake/csv/way.ts'
import type { ImportedRow } from '../plan/importing.ts'
import type { Plan } from '../plan/plan.ts'
import type { StepOutcome } from '../plan/step.ts'
import type { Exported } from '../ports/csv-desk.ts'
import type { Command, Stage } from './onboarding.types.ts'
import type { OpenedFile } from './open-file.ts'

/** Keys of the text catalog that fields and options carry; a catalog must have each of them. */
export const labelKeys = [
  'field.trialAccounts',
  'field.platform',
  'field.entry',
  'field.batchSize',
  'field.people',
  'field.license',
  'field.administrator',
  'field.subscription.standard',
  'field.subscription.premium',
  'field.route',
  'field.repair',
  'field.bothTrue',
  'field.payer.standard',
  'field.payer.premium',
  'field.mode',
  'field.via',
  'option.platform.1.0',
  'option.platform.new',
  'option.entry.email',
  'option.entry.names-and-email',
  'option.batchSize.25',
  'option.batchSize.1',
  'option.license.1.0.none',
  'option.license.1.0.standard',
  'option.license.1.0.premium',
  'option.license.1.0.premium-supervisor',
  'option.license.new.none',
  'option.license.new.standard',
  'option.license.new.premium',
  'option.license.new.premium-supervisor',
  'option.administrator.keep',
  'option.administrator.full',
  'option.administrator.cc-service',
  'option.administrator.remove',
  'option.subscription',
  'option.route.manual',
  'option.route.csv',
  'option.repair.all',
  'option.repair.none',
  'option.repair.each',
  'option.bothTrue.reject',
  'option.bothTrue.keep-premium',
  'option.payer',
  'option.mode.add-only',
  'option.mode.add-and-remove',
  'option.via.api',
  'option.via.control-hub',
] as const

export type LabelKey = (typeof labelKeys)[number]

/** One choice of a field. `labelKey` is a key of the text catalog. Disabled choices are shown, never hidden. */
export interface OptionView {
  readonly value: string
  readonly labelKey: LabelKey
  readonly rule?: RuleId
  readonly isSuggested?: boolean
  readonly disabled?: Disabled
  readonly facts?: Readonly<Record<string, FactValue>>
}

/** One question of a stage. `command` is the type of the command that answers it. */
export interface FieldView {
  readonly id: string
  readonly kind: 'choice' | 'addresses' | 'people'
  readonly labelKey: LabelKey
  /** The person it is about; absent where it is the same for all. */
  readonly email?: string
  readonly command: Command['type']
  /** Undefined where nothing was answered, and of `people`, who are in `View.people`. */
  readonly value: string | readonly string[] | undefined
  readonly options: readonly OptionView[]
  readonly rule?: RuleId
}

export type StageStatus = 'done' | 'current' | 'upcoming'

/** One stage as any user interface needs it. `titleKey` is a key of the text catalog. */
export interface StageView {
  readonly id: Stage
  readonly titleKey: `stage.${Stage}`
  readonly status: StageStatus
  readonly rules: readonly RuleId[]
  readonly docsUrl: string
  /** The questions that are asked once for all; those about one person are in `PersonView`. */
  readonly fields: readonly FieldView[]
  readonly disabled?: Disabled
}

/** A person as entered, with what they are to be given and what the current stage asks and says about them. */
export interface PersonView extends PersonEntry {
  readonly batch: number
  readonly license: LicenseChoice
  readonly administrator: AdministratorChoice
  /** Whether license or administrator differ from "the same for all". */
  readonly isException: boolean
  /** Undefined until the organization was looked at. */
  readonly known?: {
    readonly status: PersonStatus | 'absent'
    readonly license: 'none' | 'standard' | 'premium'
    readonly administrator: string
  }
  /** What the current stage says about them. */
  readonly problems: readonly Problem[]
  /** What the current stage asks about them. */
  readonly fields: readonly FieldView[]
}

export interface TaskView extends OperatorTask {
  readonly state: OperatorTaskState
  readonly verifiedFor: readonly string[]
}

export interface ProgressView {
  readonly total: number
  readonly settled: number
  readonly counts: Readonly<Record<StepOutcome, number>>
  /** Keys of the steps in flight. */
  readonly inFlight: readonly string[]
  /** Steps a minute so far; undefined until something is settled. */
  readonly perMinute?: number
  /** Seconds, estimated from what is settled; undefined until something is. */
  readonly secondsLeft?: number
}

/** `yes` nothing is missing · `after-invitation` they must accept it first · `no` see `why`. */
export type SignIn = 'yes' | 'after-invitation' | 'no'

export const signInReasons = [
  'invitation-pending',
  'invitation-not-sent',
  'person-missing',
  'license-missing',
  'no-agent-license',
  'not-synchronized',
  'profile-differs',
  'not-enabled',
  'team-missing',
  'desktop-profile-missing',
  'role-not-verified',
  'role-open',
  'users-module-unread',
  'inactive',
] as const

export type SignInReason = (typeof signInReasons)[number]

export interface PersonReport {
  readonly row: number
  readonly email: string
  readonly outcome: StepOutcome
  readonly signIn: SignIn
  readonly why: readonly SignInReason[]
  /** `reading` all of it was read back · `claim` a part rests on a person's word · `nothing` neither. */
  readonly verifiedBy: 'reading' | 'claim' | 'nothing'
  readonly problems: readonly Problem[]
}

export interface ReportView {
  readonly people: readonly PersonReport[]
  /** Rows in = the sum of these, always. */
  readonly counts: Readonly<Record<StepOutcome, number>>
  readonly tasks: readonly TaskView[]
  readonly isComplete: boolean
  readonly canRetry: boolean
}

/** What one import mode would do, told before it is chosen. */
export interface ModeView {
  readonly understood: number
  readonly rejected: number
  /** People who would lose a license that they hold. */
  readonly losing: readonly Problem[]
}

/** The file of the CSV route, as far as the run has come with it. Long lists are the run's own and never copied. */
export interface FileView {
  readonly isOffered: boolean
  readonly exported: Exported | undefined
  readonly opened: OpenedFile | undefined
  readonly answers: FileAnswers
  /** The file with the repairs that were agreed to. */
  readonly sheet: CsvSheet | undefined
  readonly repaired: readonly Damage[]
  /** Rows in = understood + rejected; what is said of single rows, by line. */
  readonly rows:
    | {
        readonly in: number
        readonly understood: number
        readonly rejected: number
        readonly problems: readonly Problem[]
      }
    | undefined
  readonly modes: Readonly<Record<ImportMode, ModeView>> | undefined
  /** The rows under the mode that was chosen: row n of `View.people` is the nth of those understood. */
  readonly reading: CsvReading | undefined
}

/** A file that a person imports in Control Hub; `counts` once it is settled. */
export interface PartView {
  /** From 1. */
  readonly number: number
  readonly path: string
  readonly rows: number
  readonly state: 'queued' | 'released' | 'settled'
  readonly counts?: Readonly<Record<ImportedRow['outcome'], number>>
}

export interface ImportView {
  readonly mode: ImportMode
  readonly scope: CsvScope
  /** The file that the rows are of. */
  readonly path: string
  readonly parts: readonly PartView[]
  /** The part whose turn it is: rows that are as wanted, and until when it is read back, in epoch milliseconds. */
  readonly turn: { readonly number: number; readonly seen: number; readonly until?: number } | undefined
  readonly isCanceled: boolean
}

/**
 * What a user interface needs, as plain data. What there is of each person or step is asked for one by one
 * (`Onboarding.getPerson`, `getStep`), since there may be tens of thousands.
 */
export interface View {
  readonly runId: string
  readonly organization: Organization | undefined
  readonly operator: Operator | undefined
  readonly stage: Stage
  /** `asking` awaits answers · `working` awaits the outside · `failed` awaits a retry · `ended`. */
  readonly mode: 'asking' | 'working' | 'failed' | 'ended'
  readonly position: { readonly number: number; readonly of: number }
  readonly stages: readonly StageView[]
  /** Problems of the current stage. */
  readonly problems: readonly Problem[]
  readonly entry: EntryMode
  /** As entered, in rows from 1; the same array until somebody is added, changed or removed. */
  readonly people: readonly PersonEntry[]
  /** Undefined where people are entered one by one. */
  readonly file: FileView | undefined
  readonly batchSize: number
  readonly batches: readonly number[]
  readonly acknowledged: readonly string[]
  readonly pools: readonly LicensePool[]
  readonly plan: Plan | undefined
  /** Rows that moved since their plan was approved and would do something new: a plan of its own to approve. */
  readonly renewal: Plan | undefined
  readonly isApproved: boolean
  /** Files that a person imports in Control Hub; undefined where the engine does everything itself. */
  readonly importing: ImportView | undefined
  readonly progress: ProgressView | undefined
  readonly tasks: readonly TaskView[]
  readonly report: ReportView | undefined
  /** What may be sent now; a refused command says why. */
  readonly can: Readonly<Record<'next' | 'back' | 'approve' | 'stop' | 'retry', Disabled | true>>
}
