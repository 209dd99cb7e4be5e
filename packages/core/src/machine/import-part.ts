/** @module One file of an import: released, imported by somebody, read back, settled. */
import type { OperatorTask } from '../domain/operator-task.ts'
import type { DirectoryPerson, LicensePool, Organization } from '../domain/organization.ts'
import { type Outcome, problemOfFailure } from '../domain/outcome.ts'
import { personKey } from '../domain/person.ts'
import type { Problem } from '../domain/problem.ts'
import type { ImportPart } from '../plan/import.ts'
import {
  type ArrivedRow,
  hasArrived,
  type ImportedRow,
  type Importing,
  isVisible,
  lateRows,
  type PartSight,
  settledRows,
} from '../plan/importing.ts'
import type { Expectation } from '../plan/plan.ts'
import type { JournalEvent } from '../ports/journal.ts'
import type { Ports } from '../ports/ports.ts'
import { brokenProblem } from './broken.ts'
import { writeDown } from './ledger.ts'
import type { Progress } from './onboarding.types.ts'
import { findOpenImport } from './open-import.ts'
import { nextPause, type Pauses, pauses } from './patience.ts'

export interface PartInput {
  readonly runId: string
  readonly organization: Pick<Organization, 'id'>
  readonly importing: Importing
  readonly part: ImportPart
  /** Those of the part. */
  readonly people: readonly Expectation[]
  readonly task: OperatorTask
  readonly sight: PartSight
  /** When reading back is given up, where that was said before. */
  readonly until: number | undefined
  /** Whether the import is over, so that only what it wrote is waited for. */
  readonly isOver: boolean
  /** What the journal must have first: the plan and its approval. */
  readonly unrecorded: readonly JournalEvent[]
}

type Told<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem }

/** Rows that were as wanted before the part was released, and those that are now; `isOver` where it needs nobody. */
export type Released = Told<{
  readonly before: readonly number[]
  readonly seen: readonly ArrivedRow[]
  readonly isOver: boolean
}>

export type Settled = Told<{ readonly number: number; readonly rows: readonly ImportedRow[] }>

/**
 * Looks, writes down that the part is released, and writes its file. A part that was released before keeps what was
 * seen then, and has its file written once more: nobody knows what became of it.
 */
export async function releasePart(input: PartInput, ports: Ports, signal: AbortSignal): Promise<Released> {
  const { importing, part, people } = input
  const progress = importing.parts[part.number]
  const isFirst = progress === undefined
  const other = isFirst ? await otherImport(input, ports) : undefined
  if (other !== undefined) return { ok: false, problem: other }
  const looked = await look(people, ports, signal)
  if (!looked.ok) return { ok: false, problem: problemOfFailure(looked.failure) }
  const seen = looked.value
  const before = progress?.state === 'released' ? progress.before : seen.map(({ row }) => row)
  const isOver = seen.length === people.length && isTold(input, before, isFirst)
  const release = { type: 'part.released', number: part.number, before } as const
  const fault = await keep([...input.unrecorded, ...(isFirst && !isOver ? [release] : [])], input, ports)
  if (fault !== undefined) return { ok: false, problem: fault }
  const written = isOver ? undefined : await deskOf(ports)(part.path, part.records, signal)
  if (written?.ok === false) return { ok: false, problem: firstOf(written.problems) }
  return { ok: true, value: { before, seen, isOver } }
}

/** Whether rows that are as wanted need no import: where there is more in them than licenses, only once it shows. */
function isTold({ importing, part }: PartInput, before: readonly number[], isFirst: boolean): boolean {
  return isFirst ? importing.plan.scope === 'licenses' : isVisible(importing.plan, part, before.length)
}

export interface WatchPartOptions {
  /** Milliseconds until the second look. */
  readonly pollInterval: number
  /** Milliseconds that what an import wrote may take to show. */
  readonly patience: number
}

/**
 * Until somebody imported the part: looks whether its rows are as wanted, at first often. Once the import is over what
 * it wrote is waited for, but not for ever, and not for rows that Control Hub named as failed.
 */
export async function watchPart(
  input: PartInput,
  ports: Ports,
  { pollInterval, patience }: WatchPartOptions,
  tell: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<void> {
  const { isOver, part, people, importing, sight } = input
  if (!isOver && (await importByDesk(input, ports, tell, signal))) return
  if (!isOver && !isVisible(importing.plan, part, sight.before.size)) return
  const { clock } = ports
  const until = input.until ?? clock.now() + patience
  if (isOver) tell({ type: 'part.awaited', until })
  const seen = new Map(sight.seen)
  const own = pausesOf(input, pollInterval)
  for (let pause = own.first; !signal.aborted; pause = nextPause(pause, own)) {
    // Releasing it has just looked.
    if (!isOver) await clock.wait(pause, signal)
    if (signal.aborted) return
    const looked = await look(lateRows(people, { ...sight, seen }), ports, signal)
    if (signal.aborted) return
    const isLate = isOver && clock.now() >= until
    if (looked.ok) {
      for (const { row, personId } of looked.value) seen.set(row, personId)
      if (looked.value.length > 0) tell({ type: 'part.read', rows: looked.value })
    } else {
      const problem = problemOfFailure(looked.failure)
      if (isLate) return tell({ type: 'part.ended', problem })
      tell({ type: 'watch.troubled', problem })
    }
    if (isLate || lateRows(people, { ...sight, seen }).length === 0) return tell({ type: 'part.ended' })
    if (isOver) await clock.wait(Math.min(pause, Math.max(until - clock.now(), 0)), signal)
  }
}

/** A person takes minutes, and each look costs calls for every row that is missing: up to ten times the first pause. */
function pausesOf({ isOver }: PartInput, pollInterval: number): Pauses {
  return isOver ? pauses.many : { first: pollInterval, longest: pollInterval * 10 }
}

/** Writes down what came of the rows, all at once: a part is settled or it is not. */
export async function settlePart(input: PartInput, ports: Ports): Promise<Settled> {
  const { importing, people, sight, part } = input
  const { number } = part
  const rows = settledRows(importing.plan, people, sight)
  const problem = await keep([{ type: 'part.settled', number, rows }], input, ports)
  return problem === undefined ? { ok: true, value: { number, rows } } : { ok: false, problem }
}

/** Where somebody imports files by themselves (the sandbox's console), they are asked; true when they did it. */
async function importByDesk(
  { task }: PartInput,
  { operatorDesk }: Ports,
  tell: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<boolean> {
  if (operatorDesk?.importFile === undefined) return false
  const imported = await operatorDesk.importFile(task, signal)
  if (signal.aborted) return true
  if (imported.ok) tell({ type: 'part.imported', refused: imported.value })
  else tell({ type: 'watch.troubled', problem: problemOfFailure(imported.failure) })
  return imported.ok
}

/** Rows that are as wanted. Whether somebody is a supervisor costs calls of its own, and is not asked. */
async function look(
  people: readonly Expectation[],
  { directory }: Pick<Ports, 'directory'>,
  signal: AbortSignal,
): Promise<Outcome<readonly ArrivedRow[]>> {
  if (people.length === 0) return { ok: true, value: [] }
  const pools = await directory.readLicensePools(signal)
  if (!pools.ok) return pools
  const emails = people.map(({ email }) => email)
  const found = await directory.findPeople(emails, signal, 'directory')
  if (!found.ok) return found
  return { ok: true, value: arrived(people, found.value, pools.value) }
}

function arrived(
  people: readonly Expectation[],
  found: readonly DirectoryPerson[],
  pools: readonly LicensePool[],
): readonly ArrivedRow[] {
  const byKey = new Map(found.map((person) => [personKey(person.email), person]))
  return people.flatMap((expectation) => {
    const person = byKey.get(personKey(expectation.email))
    return person !== undefined && hasArrived(expectation, person, pools)
      ? [{ row: expectation.row, personId: person.id }]
      : []
  })
}

async function otherImport(
  { organization, runId }: PartInput,
  { journal }: Ports,
): Promise<Problem | undefined> {
  const [other] = await findOpenImport(organization.id, runId, journal)
  return other
}

/** What cannot be recorded must not go on. */
async function keep(
  events: readonly JournalEvent[],
  { runId }: PartInput,
  { journal, clock }: Ports,
): Promise<Problem | undefined> {
  try {
    await writeDown(events, (event) => journal.append(runId, { at: clock.now(), ...event }), journal)
    return undefined
  } catch (error) {
    return brokenProblem(error)
  }
}

function deskOf({ csvDesk }: Ports) {
  if (csvDesk?.writePart === undefined) throw new Error('files to import need a desk that writes them')
  return csvDesk.writePart
}

function firstOf([problem]: readonly Problem[]): Problem {
  if (problem === undefined) throw new Error('a refusal without a problem')
  return problem
}
