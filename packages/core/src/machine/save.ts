import { createActor, toPromise } from 'xstate'
import type { Problem } from '../domain/problem.ts'
import type { Request } from '../intake/request.ts'
import type { Plan } from '../plan/build.ts'
import { hasSucceeded, type Step, type StepResult } from '../plan/step.ts'
import type { JournalEvent } from '../ports/journal.ts'
import type { Ports } from '../ports/ports.ts'
import type { Progress } from './onboarding.types.ts'
import { createStepMachine } from './step.actors.ts'

export interface SaveInput {
  readonly runId: string
  readonly request: Request
  readonly plan: Plan
  readonly approvedHash: string
  /** What is settled already; those that succeeded or were skipped are left alone. */
  readonly results: Readonly<Record<string, StepResult>>
  readonly isRecorded: boolean
}

export interface SaveOptions {
  /** People worked on at the same time. */
  readonly concurrency: number
  /** Milliseconds that an accepted write may take to show. */
  readonly patience: number
}

/**
 * Carries out an approved plan: batch after batch (ENTRY-7), people of a batch side by side, steps of a person one
 * after another. The journal has the approval before the first write, each intent before its write and each result
 * after it. `isStopping` is asked before every step; steps in flight are finished.
 */
export async function savePlan(
  input: SaveInput,
  ports: Ports,
  options: SaveOptions,
  tell: (progress: Progress) => void,
  isStopping: () => boolean,
): Promise<void> {
  const write = (event: JournalEvent) =>
    ports.journal.append(input.runId, { at: ports.clock.now(), ...event })
  const machine = createStepMachine(ports)
  const results: Record<string, StepResult> = { ...input.results }
  if (!input.isRecorded) await recordApproval(input, write)
  tell({ type: 'saving.started', at: ports.clock.now() })

  async function take(step: Step): Promise<void> {
    tell({ type: 'step.started', key: step.key })
    await write({ type: 'step.intended', key: step.key })
    const actor = createActor(machine, { input: { step, patience: options.patience } })
    const done = toPromise(actor)
    actor.start()
    const result = await done
    await write({ type: 'step.settled', key: step.key, result })
    settle(step, result)
  }

  function settle(step: Step, result: StepResult): void {
    results[step.key] = result
    tell({ type: 'step.settled', key: step.key, result, at: ports.clock.now() })
  }

  async function walk(steps: readonly Step[]): Promise<void> {
    for (const step of steps) {
      const missing = step.after.find((key) => !hasSucceeded(results[key]))
      if (missing !== undefined) settle(step, notAttempted(step, { after: missing }, results[missing]))
      else if (isStopping()) settle(step, notAttempted(step, { stopped: true }))
      else await take(step)
    }
  }

  for (const batch of batchesOf(input.plan.steps.filter((step) => isOpen(results[step.key]))))
    await eachAtMost(options.concurrency, batch, walk)
  tell({ type: 'saving.ended', isStopped: isStopping() })
}

async function recordApproval(
  { plan, request, approvedHash }: SaveInput,
  write: (event: JournalEvent) => Promise<void>,
): Promise<void> {
  await write({ type: 'run.opened', format: 1, organization: plan.organization })
  await write({ type: 'plan.made', request, plan })
  await write({ type: 'plan.approved', hash: approvedHash })
}

function isOpen(result: StepResult | undefined): boolean {
  return !hasSucceeded(result) && result?.outcome !== 'skipped'
}

/** A step that waits for an operator passes its waiting on to those that come after it. */
function notAttempted(step: Step, facts: Problem['facts'], before?: StepResult): StepResult {
  if (before?.outcome === 'waiting') return { outcome: 'waiting' }
  const { email, row } = step
  return {
    outcome: 'not-attempted',
    problem: {
      code: 'result.not-attempted',
      severity: 'warning',
      subject: { kind: 'person', email, row },
      facts,
    },
  }
}

/** Steps by batch, and within a batch by person, each in the order of the plan. */
function batchesOf(steps: readonly Step[]): readonly (readonly (readonly Step[])[])[] {
  const batches = new Map<number, Map<string, Step[]>>()
  for (const step of steps) {
    const people = batches.get(step.batch) ?? new Map<string, Step[]>()
    people.set(step.email, [...(people.get(step.email) ?? []), step])
    batches.set(step.batch, people)
  }
  return [...batches.entries()].toSorted(([a], [b]) => a - b).map(([, people]) => [...people.values()])
}

/** When a piece of work throws, no new piece is begun; those in flight are finished before it is thrown on. */
async function eachAtMost<T>(
  limit: number,
  items: readonly T[],
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = [...items]
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift())
      await work(item).catch((error: unknown) => {
        queue.length = 0
        throw error
      })
  }
  const ended = await Promise.allSettled(Array.from({ length: Math.min(limit, items.length) }, worker))
  const broken = ended.find((end) => end.status === 'rejected')
  if (broken !== undefined) throw broken.reason
}
