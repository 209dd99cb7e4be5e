import type { Request } from '../intake/request.ts'
import type { Command, Fact } from '../machine/onboarding.types.ts'
import type { PersonView, View } from '../machine/view.types.ts'
import type { ImportPlan } from '../plan/import.ts'
import type { Plan } from '../plan/plan.ts'
import type { Step, StepResult } from '../plan/step.ts'
import type { Ports } from '../ports/ports.ts'
import type { RunRecord } from './record.ts'

export interface OnboardingOptions {
  readonly ports: Ports
  /** What a new run is called, where it has to be known before it begins. @default the next of `ports.ids` */
  readonly runId?: string
  /** Answers to begin with; the person, or `stage.next`, still walks through the stages. */
  readonly request?: Request
  /**
   * Files that a person imports in Control Hub for the rows of the request, in place of what the engine would write;
   * needs a desk that writes them. `planImport` makes it.
   */
  readonly importPlan?: ImportPlan
  /** Whether the journal keeps the answers until they are approved, so that they can be gone on with. @default false */
  readonly keepsDraft?: boolean
  /** A run to go on with: its id, and its record as `readRecord` folds it from `Journal.load`. */
  readonly resume?: {
    readonly runId: string
    readonly record: RunRecord
    /** Approves the rows that were planned anew and wait in the record, before the run goes on. */
    readonly approve?: Approval
    /** Only people for whom something of these classes is left; see `openClasses`. @default everyone */
    readonly only?: readonly string[]
  }
  /** A plan that was saved and approved: it is carried out where it still holds, and refused where it was edited. */
  readonly approved?: Approval & { readonly request: Request; readonly plan: Plan }
  /** People worked on at the same time while saving. @default 4 */
  readonly concurrency?: number
  /** How long a write may stay invisible before it counts as such, in milliseconds. @default 120_000 */
  readonly visibilityDeadline?: number
  /** How often operator tasks are looked at, in milliseconds. @default 3_000 */
  readonly pollInterval?: number
  /** Milliseconds between two notifications of `subscribe`. @default 100 */
  readonly coalesce?: number
  /** What a listener of `subscribe` or `on` threw. @default thrown again, where nobody catches it */
  readonly onListenerError?: (error: unknown) => void
}

/** The hash of what is approved, whole or its first 12 digits or more. */
export interface Approval {
  readonly hash: string
  /** How many people lose their license by it. @default 0 */
  readonly removals?: number
}

/** The running procedure, without a user interface. */
export interface Onboarding {
  /** The same view until something has happened. */
  getView(): View
  /**
   * One of `View.people` with what they are to be given, what the stage asks and says about them; by row from 1,
   * undefined where there is no such row. Costs nothing for the others, so ask for those in sight.
   */
  getPerson(row: number): PersonView | undefined
  /** A step of the plan by the key that facts and `View.progress` tell. */
  getStep(key: string): Step | undefined
  /** What came of the steps so far, by key; made when asked for. `on('step.settled', …)` tells of each as it comes. */
  getResults(): Readonly<Record<string, StepResult>>
  /** The answers so far as a request: the same run without a screen. */
  getRequest(): Request
  send(command: Command): void
  /** Tells of new views, at most one per `coalesce` milliseconds and never none after the last change. */
  subscribe(listener: (view: View) => void): () => void
  /** Tells of facts; a listener that throws does not disturb others. */
  on<T extends Fact['type'] | '*'>(
    type: T,
    listener: (fact: T extends '*' ? Fact : Extract<Fact, { type: T }>) => void,
  ): () => void
  /** Resolves with the last view when the run ends or is stopped. */
  readonly done: Promise<View>
  /** Stops after the steps in flight and resolves when nothing runs any more. */
  stop(): Promise<void>
}
