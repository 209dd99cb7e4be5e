import type { DirectoryPerson } from '../domain/organization.ts'
import type { Failure, Outcome } from '../domain/outcome.ts'
import { personKey } from '../domain/person.ts'
import { type CreatePerson, type Step, stepKinds } from '../plan/step.ts'
import { isMoved, isSo } from '../plan/step-effect.ts'
import { type Crew, eachAtMost, intendingAhead, whyNot } from './crew.ts'
import { nextPause, patienceAfter, pauses } from './patience.ts'
import { act } from './step.actors.ts'
import {
  type Answer,
  answeredId,
  blindResult,
  lateResult,
  movedResult,
  nobodyResult,
  refusedResult,
  shownResult,
} from './step-result.ts'

type Sight = ReadonlyMap<string, DirectoryPerson>

/** What became of an attempt: accepted, or refused with a reason. */
interface Attempt {
  readonly failure?: Failure
  /** Whom the API says that it created. */
  readonly personId?: string | undefined
}

type Attempts = ReadonlyMap<Step, Attempt>

/** Most people that one call creates. */
const bulkSize = 100

/** Steps whose intents are begun before their turn: a write is quick, a disk may not be. */
const stepsAhead = 2 * bulkSize

/**
 * The steps of a batch in waves, one kind after another. A wave looks at everyone together, does what is to be done,
 * and looks at everyone together again: the same look, do, look again as for one person, at a fraction of the calls.
 */
export async function saveInWaves(batch: readonly Step[], crew: Crew): Promise<void> {
  let seen: Sight | undefined
  for (const kind of stepKinds)
    seen = await saveWave(
      batch.filter((step) => step.kind === kind),
      seen,
      crew,
    )
}

/** Answers what was seen last, which the next wave begins with: nothing was written since. */
async function saveWave(
  steps: readonly Step[],
  known: Sight | undefined,
  crew: Crew,
): Promise<Sight | undefined> {
  const due = steps.filter((step) => {
    const reason = whyNot(step, crew)
    if (reason !== undefined) crew.pass(step, reason)
    return reason === undefined
  })
  if (due.length === 0) return known
  const seen = await lookBefore(due, known, crew)
  if (!seen.ok) {
    for (const step of due) crew.end(step, blindResult(step, seen.failure, false))
    return undefined
  }
  const todo = settleSeen(due, seen.value, crew)
  const attempts = await attemptAll(todo, seen.value, crew)
  return settleAttempts(attempts, seen.value, crew)
}

/** What was seen after the wave before counts, for nothing was written since; the others are looked at. */
async function lookBefore(
  due: readonly Step[],
  known: Sight | undefined,
  crew: Crew,
): Promise<Outcome<Sight>> {
  const unseen = due.filter(({ email }) => known?.has(personKey(email)) !== true)
  if (unseen.length === 0) return { ok: true, value: known ?? new Map() }
  const seen = await look(unseen, crew)
  return seen.ok ? { ok: true, value: new Map([...(known ?? []), ...seen.value]) } : seen
}

/** Settles what is so already, and what cannot be done for want of a person; answers the rest. */
function settleSeen(steps: readonly Step[], seen: Sight, crew: Crew): readonly Step[] {
  const todo: Step[] = []
  for (const step of steps) {
    const person = seen.get(personKey(step.email))
    if (isSo(step, person)) crew.end(step, shownResult(step, 'already', person?.id))
    else if (person === undefined && step.kind !== 'person.create') crew.end(step, nobodyResult(step))
    else if (isMoved(step, person)) crew.end(step, movedResult(step))
    else todo.push(step)
  }
  return todo
}

async function attemptAll(steps: readonly Step[], seen: Sight, crew: Crew): Promise<Attempts> {
  const attempts = new Map<Step, Attempt>()
  const isTogether = crew.ports.directory.createPeople !== undefined
  const creations = !isTogether ? [] : steps.filter((step) => step.kind === 'person.create')
  const intendLots = intendingAhead(creations, stepsAhead - 1, crew)
  for (let from = 0; from < creations.length; from += bulkSize) {
    const lot = creations.slice(from, from + bulkSize)
    intendLots(lot[0])
    await attemptTogether(lot, attempts, crew)
  }
  const others = steps.filter((step) => !creations.includes(step as CreatePerson))
  const { concurrency } = crew.options
  const intendFrom = intendingAhead(others, stepsAhead, crew)
  await eachAtMost(concurrency, others, async (step) => {
    intendFrom(step)
    if (isBegun(step, crew)) {
      await crew.cleared(step)
      const personId = seen.get(personKey(step.email))?.id ?? ''
      const answered = await act(step, personId, { directory: crew.ports.directory, signal: never })
      attempts.set(step, attemptOf(answered))
    }
  })
  return attempts
}

async function attemptTogether(
  steps: readonly CreatePerson[],
  attempts: Map<Step, Attempt>,
  crew: Crew,
): Promise<void> {
  const begun = steps.filter((step) => isBegun(step, crew))
  const { directory } = crew.ports
  if (begun.length === 0 || directory.createPeople === undefined) return
  await Promise.all(begun.map((step) => crew.cleared(step)))
  const people = begun.map(({ email, firstName, lastName }) => ({
    email,
    ...(firstName === undefined ? {} : { firstName }),
    ...(lastName === undefined ? {} : { lastName }),
  }))
  const answered = await directory.createPeople(people, never)
  for (const [index, step] of begun.entries()) {
    const one = answered.ok ? answered.value[index] : answered
    attempts.set(step, one === undefined ? {} : attemptOf(one))
  }
}

function attemptOf(answered: Outcome<Answer>): Attempt {
  return answered.ok ? { personId: answeredId(answered) } : { failure: answered.failure }
}

/** Whether the intent is being written down; not where the run is stopping. */
function isBegun(step: Step, crew: Crew): boolean {
  const reason = whyNot(step, crew)
  if (reason !== undefined) crew.pass(step, reason)
  else crew.begin(step)
  return reason === undefined
}

/** Looks again until everything shows or patience ends, and settles each as soon as it can be said. */
async function settleAttempts(attempts: Attempts, before: Sight, crew: Crew): Promise<Sight | undefined> {
  const { clock } = crew.ports
  const started = clock.now()
  let open = [...attempts.keys()]
  let seen: Sight | undefined = before
  for (let pause: number = pauses.many.first; open.length > 0; pause = nextPause(pause, pauses.many)) {
    const looked = await look(open, crew)
    if (!looked.ok) {
      for (const step of open) {
        const { failure, personId } = attempts.get(step) ?? {}
        crew.end(step, blindResult(step, looked.failure, failure === undefined, personId))
      }
      return undefined
    }
    seen = new Map([...(seen ?? []), ...looked.value])
    open = settleShown(open, attempts, looked.value, clock.now() - started, crew)
    if (open.length > 0) await clock.wait(pause, never)
  }
  return seen
}

/** Settles what shows, what was refused for good and what is too late; answers what is still to come. */
function settleShown(
  steps: readonly Step[],
  attempts: Attempts,
  seen: Sight,
  elapsed: number,
  crew: Crew,
): Step[] {
  const { patience } = crew.options
  const open: Step[] = []
  for (const step of steps) {
    const { failure, personId } = attempts.get(step) ?? {}
    const person = seen.get(personKey(step.email))
    if (isSo(step, person)) crew.end(step, shownResult(step, 'done', person?.id))
    else if (elapsed < patienceAfter(failure, patience)) open.push(step)
    else if (failure === undefined) crew.end(step, lateResult(step, patience, personId))
    else crew.end(step, refusedResult(step, failure))
  }
  return open
}

async function look(steps: readonly Step[], { ports }: Crew): Promise<Outcome<Sight>> {
  const found = await ports.directory.findPeople(
    steps.map(({ email }) => email),
    never,
    'directory',
  )
  if (!found.ok) return found
  return { ok: true, value: new Map(found.value.map((person) => [personKey(person.email), person])) }
}

/** Steps in flight are finished, so nothing aborts them. */
const never = new AbortController().signal
