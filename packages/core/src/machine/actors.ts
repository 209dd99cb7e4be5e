import { fromCallback, fromPromise } from 'xstate'
import type { Connection, Observation, PlatformReading } from '../domain/organization.ts'
import type { Outcome } from '../domain/outcome.ts'
import type { Problem } from '../domain/problem.ts'
import type { KnownPeople } from '../intake/csv/request.ts'
import { buildPlan } from '../plan/build.ts'
import { hashPlan } from '../plan/hash.ts'
import { boundToImport, type ImportPlan } from '../plan/import.ts'
import type { Plan } from '../plan/plan.ts'
import type { CsvDesk, DeskAnswer, Exported, ExportOrder } from '../ports/csv-desk.ts'
import type { Ports } from '../ports/ports.ts'
import { brokenProblem } from './broken.ts'
import type { SaveOptions } from './crew.ts'
import {
  type PartInput,
  type Released,
  releasePart,
  type Settled,
  settlePart,
  watchPart,
} from './import-part.ts'
import { type ObserveInput, observe, readHolders } from './observe.ts'
import type { Progress } from './onboarding.types.ts'
import { type FileChoice, type OpenedFile, openFile } from './open-file.ts'
import { findOpenImport } from './open-import.ts'
import { type ReplanInput, type ReplanOutcome, replanRows } from './replan.ts'
import { findSamePeople } from './same-people.ts'
import { type SaveInput, savePlan } from './save.ts'
import { type VerifyInput, verifyPlan } from './verify.ts'
import { type WatchInput, watchTasks } from './watch.ts'

export interface ActorOptions extends SaveOptions {
  /** Milliseconds between two looks at operator tasks. */
  readonly pollInterval: number
}

export interface Planned {
  readonly observation: Observation
  /** Epoch milliseconds. */
  readonly observedAt: number
  readonly plan: Plan
  readonly others: readonly Problem[]
}

export interface PlanInput extends ObserveInput {
  readonly runId: string
  readonly importPlan: ImportPlan | undefined
}

/** The chart's actors with the world behind them. */
export function createActors(ports: Ports, options: ActorOptions) {
  return {
    connect: fromPromise<Outcome<Connection>>(({ signal }) => ports.directory.connect(signal)),
    readPlatform: fromPromise<Outcome<PlatformReading>>(({ signal }) =>
      ports.contactCenter.readPlatform(signal),
    ),
    observe: fromPromise<Outcome<Observation>, ObserveInput>(({ input, signal }) =>
      observe(input, ports, signal),
    ),
    exportPeople: fromPromise<DeskAnswer<Exported>, ExportOrder>(({ input, signal }) =>
      deskOf(ports).exportPeople(input, signal),
    ),
    openFile: fromPromise<DeskAnswer<OpenedFile>, FileChoice>(({ input, signal }) =>
      openFile(input, deskOf(ports), ports.clock, signal),
    ),
    readHolders: fromPromise<Outcome<KnownPeople>, readonly string[]>(({ input, signal }) =>
      readHolders(input, ports, signal),
    ),
    plan: fromPromise<Outcome<Planned>, PlanInput>(async ({ input, signal }) => {
      const observedAt = ports.clock.now()
      const observed = await observe(input, ports, signal)
      if (!observed.ok) return observed
      const plan = await planOf(input, observed.value)
      const others = await othersBeside(plan, input, ports)
      return { ok: true, value: { observation: observed.value, observedAt, plan, others } }
    }),
    releasePart: fromPromise<Released, PartInput>(({ input, signal }) => releasePart(input, ports, signal)),
    watchPart: fromCallback<{ type: 'none' }, PartInput>(({ input, sendBack }) =>
      untilAborted((signal) => watchPart(input, ports, options, sendBack, signal)),
    ),
    settlePart: fromPromise<Settled, PartInput>(({ input }) => settlePart(input, ports)),
    replan: fromPromise<ReplanOutcome, ReplanInput>(({ input, signal }) => replanRows(input, ports, signal)),
    save: fromCallback<{ type: 'stop' }, SaveInput>(({ input, sendBack, receive }) => {
      let isStopping = false
      receive(() => {
        isStopping = true
      })
      const tell = (progress: Progress) => sendBack(progress)
      savePlan(input, ports, options, tell, () => isStopping).catch((error: unknown) =>
        tell({ type: 'saving.broke', problem: brokenProblem(error) }),
      )
    }),
    watch: fromCallback<{ type: 'none' }, WatchInput>(({ input, sendBack }) =>
      untilAborted((signal) => watchTasks(input, ports, options.pollInterval, sendBack, signal)),
    ),
    verify: fromCallback<{ type: 'none' }, VerifyInput>(({ input, sendBack }) =>
      untilAborted((signal) => verifyPlan(input, ports, options, sendBack, signal)),
    ),
  }
}

async function planOf({ draft, importPlan }: PlanInput, observation: Observation): Promise<Plan> {
  const plan = buildPlan(draft, observation)
  return hashPlan(importPlan === undefined ? plan : await boundToImport(plan, importPlan))
}

/** What other runs have to do with a plan: the same people, or an import that is not finished. */
async function othersBeside(plan: Plan, { runId, importPlan }: PlanInput, { journal }: Ports) {
  const open = importPlan === undefined ? [] : await findOpenImport(plan.organization.id, runId, journal)
  return [...open, ...(await findSamePeople(plan, runId, journal))]
}

function deskOf({ csvDesk }: Ports): CsvDesk {
  if (csvDesk === undefined) throw new Error('the CSV route needs a desk')
  return csvDesk
}

/** A job that ends when its actor is stopped. */
function untilAborted(job: (signal: AbortSignal) => Promise<void>): () => void {
  const controller = new AbortController()
  void job(controller.signal)
  return () => controller.abort()
}
