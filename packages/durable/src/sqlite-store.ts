import type { DatabaseSync } from 'node:sqlite'
import type { JournalEntry, RunSummary } from '@wxcc-onboard/core'
import { addLink, firstLink } from './chain.ts'
import { notOpened, peopleIn, stateAfter } from './summary.ts'

/** Writes entries into an open database and keeps the list of its runs. A batch belongs into a transaction. */
export function createStore(db: DatabaseSync) {
  const selectLast = db.prepare('SELECT seq, link FROM entries WHERE run_id = ? ORDER BY seq DESC LIMIT 1')
  const selectRun = db.prepare('SELECT 1 FROM runs WHERE run_id = ?')
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
  const selectAgents = db.prepare(
    "SELECT 1 FROM entries WHERE run_id = ? AND seq = 2 AND type = 'agents.planned'",
  )
  const selectRuns = db.prepare('SELECT * FROM runs ORDER BY changed_at DESC, opened_at DESC, run_id DESC')

  /** Behind its opening a run has its plan. Where that does not read, the line is told as it stands. */
  const kindOf = ({ run_id: run }: RunRow): Pick<RunSummary, 'kind'> => {
    try {
      return selectAgents.get(run) === undefined ? {} : { kind: 'agents' }
    } catch {
      return {}
    }
  }

  return {
    /** Entries that are written together: what they have in common is read and written once. */
    openBatch: (): Batch => {
      const ends = new Map<string, End>()
      const endOf = (run: string): End | undefined => {
        const known = ends.get(run)
        if (known !== undefined || selectRun.get(run) === undefined) return known
        const last = selectLast.get(run) as unknown as Link | undefined
        const end = { ...(last ?? { seq: 0, link: firstLink(run) }), change: undefined }
        ends.set(run, end)
        return end
      }
      return {
        write(run, entry, text) {
          const { at, type } = entry
          if (entry.type === 'run.opened') {
            insertRun.run(run, entry.organization.id, entry.organization.name, at, at)
          }
          const end = endOf(run)
          if (end === undefined) return notOpened(run, entry)
          end.seq += 1
          end.link = addLink(end.link, text)
          insertEntry.run(run, end.seq, at, type, text, end.link)
          end.change = changeBy(entry, end.change)
          return undefined
        },
        close() {
          for (const [run, { change }] of ends) if (change !== undefined) touchRun.run({ run, ...change })
        },
      }
    },
    list: (): readonly RunSummary[] =>
      (selectRuns.all() as unknown as RunRow[]).map((row) => ({ ...asSummary(row), ...kindOf(row) })),
  }
}

export type Store = ReturnType<typeof createStore>

export interface Batch {
  /** `text` is the entry as JSON. Answers why it was not taken where the run was never opened. */
  write(run: string, entry: JournalEntry, text: string): Error | undefined
  /** Brings the list of runs up to date. */
  close(): void
}

interface Link {
  readonly seq: number
  readonly link: string
}

/** Where a run ends so far, and what of it is new in the list of runs. */
interface End {
  seq: number
  link: string
  change: Change | undefined
}

interface Change {
  readonly at: number
  readonly people: number | null
  readonly state: RunSummary['state'] | null
}

function changeBy(entry: JournalEntry, before: Change | undefined): Change {
  return {
    at: entry.at,
    people: peopleIn(entry) ?? before?.people ?? null,
    state: stateAfter(entry) ?? before?.state ?? null,
  }
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
