import {
  controlHubUrl,
  type Journal,
  type JournalEntry,
  type KeptDraft,
  type OperatorTask,
  type OperatorTaskStatus,
  openPart,
  personKey,
  type ReadRecord,
  type RunRecord,
  type RunSummary,
  readRecord,
  readRequest,
  recordedTasks,
} from '@wxcc-onboard/core'
import type { World } from '../compose.ts'
import { repeatable, Trouble } from '../exit.ts'
import { journalPath, openJournal, type Place, type PlaceKind } from './place.ts'
import { timeText } from './time-text.ts'

export interface KeptSummary extends RunSummary {
  /** Where it was made: on the practice organization, or on one of a token. */
  readonly place: PlaceKind
}

/** A run as its journal tells it, without asking the organization. */
export interface KeptRun {
  readonly summary: KeptSummary
  readonly record: RunRecord
  /** Of a run that was undone nobody has to do any more. */
  readonly tasks: readonly KeptTask[]
}

type KeptTask = OperatorTask & OperatorTaskStatus

const places: readonly PlaceKind[] = ['organization', 'sandbox']

/** All runs of this machine, latest change first. */
export async function listRuns(world: World): Promise<readonly KeptSummary[]> {
  const lists = await Promise.all(places.map((place) => listRunsOf(world, place)))
  return lists.flat().toSorted((a, b) => b.changedAt - a.changedAt)
}

export async function listRunsOf(world: World, place: PlaceKind): Promise<readonly KeptSummary[]> {
  const path = await journalPath(world, place)
  if (world.files.stat(path) === undefined) return []
  const runs = await withJournal(world, path, (journal) => journal.list())
  return runs.map((run) => ({ ...run, place }))
}

/** Answers that were not approved, latest change first; those of a run that has begun since are not among them. */
export async function listDraftsOf(world: World, place: PlaceKind): Promise<readonly KeptDraft[]> {
  const path = await journalPath(world, place)
  if (world.files.stat(path) === undefined) return []
  return withJournal(world, path, async (journal) => {
    const runs = new Set((await journal.list()).map(({ runId }) => runId))
    const drafts = (await journal.drafts?.list()) ?? []
    return drafts.filter((draft) => !runs.has(draft.runId) && readRequest(draft.request).ok)
  })
}

export async function removeDraft(world: World, place: PlaceKind, run: string): Promise<void> {
  await withJournal(world, await journalPath(world, place), async (journal) => journal.drafts?.remove(run))
}

/** A run by its id, wherever it was made. */
export async function findRun(world: World, run: string): Promise<KeptRun> {
  const summary = await findSummary(world, run)
  const reading = readRecord(await loadEntries(world, summary))
  if (!reading.ok) throw unreadable(run, reading)
  const { record } = reading
  const tasks = tasksIn(record)
  const isUndone = record.undoneBy !== undefined
  return { summary, record, tasks: isUndone ? tasks.filter(({ state }) => state !== 'open') : tasks }
}

/** While files are imported nothing else is due, and nothing after they were given up. */
function tasksIn(record: RunRecord): readonly KeptTask[] {
  const { importing, plan } = record
  if (importing?.isCanceled || openPart(importing) !== undefined) return recordedTasks(record)
  return [...discoveredTasks(record), ...plan.tasks].map((task) => ({
    ...task,
    ...statusIn(record, task.id),
  }))
}

/** Why a run cannot be read, as trouble. */
export function unreadable(run: string, reading: Exclude<ReadRecord, { readonly ok: true }>): Trouble {
  const { ok: _, reason, ...facts } = reading
  return new Trouble(`run.${reason}`, { run, ...facts })
}

/** Where a run was made; a journal that cannot be read is no reason not to find the runs of the other. */
export async function findSummary(world: World, run: string): Promise<KeptSummary> {
  const lists = await Promise.allSettled(places.map((place) => listRunsOf(world, place)))
  const runs = lists.flatMap((list) => (list.status === 'fulfilled' ? list.value : []))
  const found = runs.find(({ runId }) => runId === run)
  if (found !== undefined) return found
  const unread = lists.find((list) => list.status === 'rejected')
  if (unread !== undefined) throw unread.reason
  throw new Trouble('run.unknown', { run: repeatable(run) })
}

export async function loadEntries(
  world: World,
  { place, runId }: KeptSummary,
): Promise<readonly JournalEntry[]> {
  return withJournal(world, await journalPath(world, place), (journal) => journal.load(runId))
}

/** Makes a run this process's own until the place is closed: two on one run would hinder each other. */
export async function takeRun({ journal }: Pick<Place, 'journal'>, run: string): Promise<void> {
  const answer = await journal.lease(run)
  if (answer.ok) return
  const { pid, host, since, expiresAt } = answer.holder
  throw new Trouble('run.leased', { run, pid, host, since: timeText(since), until: timeText(expiresAt) })
}

export async function withJournal<T>(
  world: World,
  path: string,
  work: (journal: Journal) => Promise<T>,
): Promise<T> {
  const journal = await openJournal(world, path)
  try {
    return await work(journal)
  } finally {
    journal.close()
  }
}

/** Addresses that turned out to be taken by a trial organization that nobody had told of (PRE-1). */
function discoveredTasks({ plan, results }: RunRecord): readonly OperatorTask[] {
  return plan.steps
    .filter(({ kind, key }) => kind === 'person.create' && results.get(key)?.outcome === 'waiting')
    .map(({ email }) => ({ email, id: `trial-organization:${personKey(email)}` }))
    .filter(({ id }) => plan.tasks.every((task) => task.id !== id))
    .map(({ email, id }) => ({
      id,
      kind: 'trial-organization',
      rule: 'PRE-1',
      people: [email],
      where: [{ vintage: 'documented', path: ['Account', 'Info', 'Delete'] }],
      url: controlHubUrl,
      verifiedBy: 'claim',
      phase: 'saving',
      facts: {},
    }))
}

function statusIn({ tasks }: RunRecord, id: string): OperatorTaskStatus {
  return tasks[id] ?? { state: 'open', verifiedFor: [] }
}
