import { createActor, toPromise } from 'xstate'
import type { Route } from '../domain/platform.ts'
import { isOver, type Step } from '../plan/step.ts'
import type { JournalEvent } from '../ports/journal.ts'
import type { Ports } from '../ports/ports.ts'
import { type Crew, eachAtMost, intendingAhead, type SaveOptions, whyNot } from './crew.ts'
import { createLedger, type Ledger, writeDown } from './ledger.ts'
import type { Progress, SettledStep } from './onboarding.types.ts'
import { openBooks, type Results } from './results.ts'
import { saveInWaves } from './save-waves.ts'
import { createStepMachine } from './step.actors.ts'

export interface SaveInput {
  readonly runId: string
  readonly route: Route
  /** Approved ones, in order. */
  readonly steps: readonly Step[]
  /** What is settled already; those that succeeded or were skipped are left alone. */
  readonly results: Results
  /** What the journal must have before the first write: the plan and its approval. */
  readonly unrecorded: readonly JournalEvent[]
}

/**
 * Steps whose intents are begun before their turn, for each person who is worked on: so many that a journal writes
 * results and intents together, a dozen at a time, while nobody waits for it.
 */
const stepsAhead = 8

/**
 * Carries out an approved plan, batch after batch (ENTRY-7, CSV-1). On the manual route the people of a batch go side
 * by side; with a CSV file's thousands they go in waves, which cost fewer calls. The journal has the approval before
 * the first write, each intent before its write and each result after it. `isStopping` is asked before every step;
 * steps in flight are finished.
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
  await writeDown(input.unrecorded, write, ports.journal)
  tell({ type: 'saving.started', at: ports.clock.now() })
  const books = openBooks(input.results)
  const isBulk = input.route === 'csv'
  const teller = createTeller(tell, ports, isBulk ? 100 : 1)
  const ledger = createLedger(write, ports.journal)
  const crew = createCrew({ ports, options, books, isStopping }, ledger, teller)
  const batches = batchesOf(input.steps.filter(({ key }) => !isOver(books.get(key))))
  const work = isBulk ? saveInWaves : savingSideBySide(batches, crew)
  try {
    for (const batch of batches) await work(batch, crew)
  } finally {
    await ledger.written().finally(teller.flush)
  }
  tell({ type: 'saving.ended', isStopped: isStopping() })
}

function createCrew(
  given: Pick<Crew, 'ports' | 'options' | 'books' | 'isStopping'>,
  ledger: Ledger,
  teller: Teller,
): Crew {
  return {
    ...given,
    intend: ledger.intend,
    begin: (step) => {
      teller.started(step.key)
      ledger.intend(step)
    },
    cleared: ledger.cleared,
    end: (step, result) => {
      given.books.set(step.key, result)
      ledger.settle(step, result, () => teller.settled({ key: step.key, result }))
    },
    pass: (step, result) => {
      given.books.set(step.key, result)
      const told = () => teller.settled({ key: step.key, result })
      if (ledger.isIntended(step)) ledger.settle(step, result, told)
      else told()
    },
  }
}

/** Each person's steps one after another, as many people at a time as there may be. */
function savingSideBySide(
  batches: readonly (readonly Step[])[],
  crew: Crew,
): (batch: readonly Step[]) => Promise<void> {
  const { concurrency, patience } = crew.options
  const machine = createStepMachine(crew)
  const intendFrom = intendingAhead(batches.flatMap(byPerson).flat(), stepsAhead * concurrency, crew)
  const take = async (step: Step) => {
    crew.begin(step)
    const actor = createActor(machine, { input: { step, patience } })
    const done = toPromise(actor)
    actor.start()
    crew.end(step, await done)
  }
  return (batch) =>
    eachAtMost(concurrency, byPerson(batch), async (steps) => {
      for (const step of steps) {
        intendFrom(step)
        const reason = whyNot(step, crew)
        if (reason === undefined) await take(step)
        else crew.pass(step, reason)
      }
    })
}

type Teller = ReturnType<typeof createTeller>

/** Tells of steps in lots: thousands told one by one would cost more than carrying them out. */
function createTeller(tell: (progress: Progress) => void, { clock }: Ports, lot: number) {
  let keys: string[] = []
  let settled: SettledStep[] = []
  const flush = () => {
    if (keys.length > 0) tell({ type: 'steps.started', keys })
    if (settled.length > 0) tell({ type: 'steps.settled', settled, at: clock.now() })
    keys = []
    settled = []
  }
  return {
    flush,
    started(key: string): void {
      keys.push(key)
      if (keys.length >= lot) flush()
    },
    settled(step: SettledStep): void {
      settled.push(step)
      if (settled.length >= lot) flush()
    },
  }
}

function batchesOf(steps: readonly Step[]): readonly (readonly Step[])[] {
  const batches = Map.groupBy(steps, ({ batch }) => batch)
  return [...batches.entries()].toSorted(([a], [b]) => a - b).map(([, batch]) => batch)
}

function byPerson(steps: readonly Step[]): readonly (readonly Step[])[] {
  return [...Map.groupBy(steps, ({ email }) => email).values()]
}
