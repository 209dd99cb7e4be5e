import type { DatabaseSync } from 'node:sqlite'
import type { JournalEntry, RunSummary } from '@wxcc-onboard/core'
import { addLink, firstLink } from './chain.ts'
import { DamagedRun } from './journal-error.ts'
import { notOpened, stateAfter } from './summary.ts'

/** The entries and the list of runs in an open database. `write` belongs into a transaction. */
export function createStore(db: DatabaseSync) {
  const selectLast = db.prepare('SELECT seq, link FROM entries WHERE run_id = ? ORDER BY seq DESC LIMIT 1')
  const insertEntry = db.prepare(
    'INSERT INTO entries (run_id, seq, at, type, entry, link) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const insertRun = db.prepare(
    `INSERT INTO runs (run_id, organization_id, organization_name, opened_at, changed_at, people, state)
     VALUES (?, ?, ?, ?, ?, 0, 'unapproved') ON CONFLICT (run_id) DO NOTHING`,
  )
  const touchRun = db.prepare(
    `UPDATE runs SET changed_at = :at, people = coalesce(:people, people), state = coalesce(:state, state)
     WHERE run_id = :run`,
  )
  const selectEntries = db.prepare('SELECT seq, entry, link FROM entries WHERE run_id = ? ORDER BY seq')
  const selectRuns = db.prepare('SELECT * FROM runs ORDER BY changed_at DESC, opened_at DESC, run_id DESC')

  return {
    write(run: string, entry: JournalEntry): void {
      const { at, type } = entry
      if (entry.type === 'run.opened') {
        insertRun.run(run, entry.organization.id, entry.organization.name, at, at)
      }
      const people = entry.type === 'plan.made' ? entry.request.people.length : null
      const { changes } = touchRun.run({ run, at, people, state: stateAfter(entry) ?? null })
      if (changes === 0) throw notOpened(run, entry)
      const last = (selectLast.get(run) as unknown as Link | undefined) ?? { seq: 0, link: firstLink(run) }
      const text = JSON.stringify(entry)
      insertEntry.run(run, last.seq + 1, at, type, text, addLink(last.link, text))
    },
    load: (run: string): readonly JournalEntry[] => {
      const rows = selectEntries.all(run) as unknown as (Link & { entry: string })[]
      let link = firstLink(run)
      return rows.map((row, index) => {
        link = addLink(link, row.entry)
        if (row.seq !== index + 1 || row.link !== link) throw new DamagedRun(run, index + 1)
        return JSON.parse(row.entry) as JournalEntry
      })
    },
    list: (): readonly RunSummary[] => (selectRuns.all() as unknown as RunRow[]).map(asSummary),
  }
}

interface Link {
  readonly seq: number
  readonly link: string
}

interface RunRow {
  run_id: string
  organization_id: string
  organization_name: string
  opened_at: number
  changed_at: number
  people: number
  state: RunSummary['state']
}

const states: readonly unknown[] = ['unapproved', 'unfinished', 'finished']

/** SQLite does not look at its own rules when it reads, so a line that is not as it was written is called damaged. */
function asSummary(row: RunRow): RunSummary {
  const { run_id, organization_id, organization_name, opened_at, changed_at, people, state } = row
  const isWhole =
    [run_id, organization_id, organization_name].every((text) => typeof text === 'string') &&
    [opened_at, changed_at, people].every(isPlausible) &&
    states.includes(state)
  return {
    runId: String(run_id),
    organization: { id: String(organization_id), name: String(organization_name) },
    openedAt: isPlausible(opened_at) ? opened_at : 0,
    changedAt: isPlausible(changed_at) ? changed_at : 0,
    people: isPlausible(people) ? people : 0,
    state: isWhole ? state : 'damaged',
  }
}

/** What a `Date` can hold. */
function isPlausible(number: unknown): boolean {
  return typeof number === 'number' && number >= 0 && number <= 8.64e15
}
