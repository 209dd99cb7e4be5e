/** @module How an import changes the context: names of the chart → data. */
import { personKey } from '../domain/person.ts'
import {
  type ArrivedRow,
  type ImportedRow,
  type Importing,
  importedSteps,
  importTask,
  importTaskId,
  newImport,
  openPart,
  type PartSight,
  peopleOfPart,
  withPart,
} from '../plan/importing.ts'
import type { JournalEvent } from '../ports/journal.ts'
import { plannedImport } from './file-route.ts'
import type { PartInput, Released } from './import-part.ts'
import type { Context, Fact, ImportSight } from './onboarding.types.ts'
import { remembering } from './remember.ts'
import { afterSettling } from './results.ts'
import { statusOf } from './tasks.ts'

export const noSight: ImportSight = { seen: [], refused: [], until: undefined }

/** What the journal must have of files to import, before their approval. */
export function importEvents(context: Context): readonly JournalEvent[] {
  const plan = plannedImport(context)
  return plan === undefined ? [] : [{ type: 'import.planned', import: plan }]
}

/** The import that is approved with the plan. */
export function approvedImport(context: Context): Importing | undefined {
  const plan = plannedImport(context)
  return plan === undefined ? undefined : newImport(plan)
}

export function partInput(context: Context): PartInput {
  const { plan, importing, runId, unrecorded, sight } = context
  const part = openPart(importing)
  if (plan === undefined || importing === undefined || part === undefined)
    throw new Error('no part to import')
  return {
    runId,
    unrecorded,
    importing,
    part,
    organization: plan.organization,
    people: peopleOfPart(plan, part),
    task: importTask(importing, part, plan),
    sight: partSight(importing, sight, part.number),
    until: sight.until,
    isOver: isClaimed(context),
  }
}

/** Whether a person says that the part was imported, now or before the run was interrupted. */
export function isClaimed({ importing, tasks }: Pick<Context, 'importing' | 'tasks'>): boolean {
  const part = openPart(importing)
  return part !== undefined && statusOf(tasks, importTaskId(part)).state === 'claimed'
}

export function afterReleasing(context: Context, released: Released): Partial<Context> {
  const part = openPart(context.importing)
  if (!released.ok || part === undefined || context.importing === undefined) return {}
  const { before, seen } = released.value
  return {
    importing: withPart(context.importing, part.number, { state: 'released', before }),
    sight: { ...noSight, refused: context.sight.refused, seen },
    unrecorded: [],
  }
}

export function afterSeeing({ sight }: Context, rows: readonly ArrivedRow[]): Partial<Context> {
  const before = new Set(sight.seen.map(({ row }) => row))
  return { sight: { ...sight, seen: [...sight.seen, ...rows.filter(({ row }) => !before.has(row))] } }
}

export function afterPart(context: Context, rows: readonly ImportedRow[]): Partial<Context> {
  const { plan, importing, results, tasks } = context
  const part = openPart(importing)
  if (plan === undefined || importing === undefined || part === undefined) return {}
  const id = importTaskId(part)
  const isComplete = rows.every(({ outcome }) => outcome !== 'failed')
  const { verifiedFor, state } = statusOf(tasks, id)
  return {
    importing: withPart(importing, part.number, { state: 'settled', rows }),
    results: afterSettling(results, importedSteps(plan, rows)),
    tasks: {
      ...tasks,
      [id]: { state: isComplete && state === 'open' ? 'verified' : 'claimed', verifiedFor },
    },
    sight: noSight,
  }
}

/** What is told of the part whose turn it is, when its file is there. */
export function releaseFact({ importing }: Context): Fact {
  const { number, path, rows } = turnOf(importing)
  return { type: 'part.released', number, of: importing?.plan.parts.length ?? 0, path, rows }
}

export function sightFact({ importing, sight }: Context): Fact {
  const { number, rows } = turnOf(importing)
  return { type: 'part.seen', number, rows, seen: sight.seen.length }
}

export function settledFact({ number, rows }: { number: number; rows: readonly ImportedRow[] }): Fact {
  return { type: 'part.settled', number, rows: rows.length, counts: countRows(rows) }
}

function turnOf(importing: Importing | undefined) {
  const part = openPart(importing)
  if (part === undefined) throw new Error('no part has its turn')
  return { ...part, rows: part.to - part.from + 1 }
}

export function countRows(rows: readonly ImportedRow[]): Readonly<Record<ImportedRow['outcome'], number>> {
  const counts = { done: 0, already: 0, failed: 0 }
  for (const { outcome } of rows) counts[outcome] += 1
  return counts
}

/** What came of each row of the plan; `waiting` where its part was released, undefined where it is not imported. */
export const rowOutcomes = remembering((importing: Importing) => {
  const outcomes = new Map<number, ImportedRow | 'waiting' | 'not-attempted'>()
  for (const { number, from, to } of importing.plan.parts) {
    const progress = importing.parts[number]
    if (progress?.state === 'settled') for (const row of progress.rows) outcomes.set(row.row, row)
    else {
      const isWaiting = progress !== undefined && !importing.isCanceled
      for (let row = from; row <= to; row += 1) outcomes.set(row, isWaiting ? 'waiting' : 'not-attempted')
    }
  }
  return outcomes
})

export function partSight({ parts }: Importing, sight: ImportSight, number: number): PartSight {
  const progress = parts[number]
  return {
    before: new Set(progress?.state === 'released' ? progress.before : []),
    seen: new Map(sight.seen.map(({ row, personId }) => [row, personId])),
    refused: new Map(sight.refused.map(({ email, reason }) => [personKey(email), reason])),
  }
}
