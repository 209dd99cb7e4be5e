import type { Problem } from '../domain/problem.ts'
import type { Journal, JournalEntry } from '../ports/journal.ts'

/**
 * Imports of an organization that are not finished: Control Hub takes one file at a time, and which one is whose
 * nobody could tell (CSV-1). A journal that does not read says nothing here.
 */
export async function findOpenImport(
  organization: string,
  runId: string,
  journal: Pick<Journal, 'list' | 'load'>,
): Promise<readonly Problem[]> {
  const runs = await journal.list().catch(() => [])
  const others = runs.filter(
    (run) => run.state === 'unfinished' && run.runId !== runId && run.organization.id === organization,
  )
  const found = await Promise.all(
    others.map(async (other) => {
      const path = openImportIn(await journal.load(other.runId).catch(() => []))
      return path === undefined ? [] : [problemOf(other.runId, path)]
    }),
  )
  return found.flat()
}

/** The file of an import that has parts left. */
function openImportIn(entries: readonly JournalEntry[]): string | undefined {
  const planned = entries.findLast((entry) => entry.type === 'import.planned')
  const isCanceled = entries.some(({ type }) => type === 'import.canceled')
  if (planned === undefined || isCanceled) return undefined
  const settled = new Set(entries.flatMap((entry) => (entry.type === 'part.settled' ? [entry.number] : [])))
  const { parts, source } = planned.import
  return parts.every(({ number }) => settled.has(number)) ? undefined : source.path
}

function problemOf(run: string, path: string): Problem {
  return {
    code: 'import.open',
    severity: 'error',
    rule: 'CSV-1',
    subject: { kind: 'stage' },
    facts: { run, path },
  }
}
