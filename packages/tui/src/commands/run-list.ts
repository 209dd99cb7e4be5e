/** @module Which runs and unapproved answers are kept here. Their records are read elsewhere: that takes the schemas. */
import type { Journal, JournalEntry, KeptDraft, RunSummary } from '@wxcc-onboard/core'
import type { World } from '../compose.ts'
import { repeatable, Trouble } from '../exit.ts'
import { journalPath, openJournal, type Place, type PlaceKind } from './place.ts'
import { timeText } from './time-text.ts'

export interface KeptSummary extends RunSummary {
  /** Where it was made: on the practice organization, or on one of a token. */
  readonly place: PlaceKind
}

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
  const drafts = await withJournal(world, path, async (journal) => {
    const runs = new Set((await journal.list()).map(({ runId }) => runId))
    return ((await journal.drafts?.list()) ?? []).filter(({ runId }) => !runs.has(runId))
  })
  if (drafts.length === 0) return []
  const { readableDrafts } = await import('./readable-drafts.ts')
  return readableDrafts(drafts)
}

export async function removeDraft(world: World, place: PlaceKind, run: string): Promise<void> {
  await withJournal(world, await journalPath(world, place), async (journal) => journal.drafts?.remove(run))
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
