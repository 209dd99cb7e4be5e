import type { DatabaseSync } from 'node:sqlite'
import type { JournalEntry } from '@wxcc-onboard/core'
import { addLink, firstLink } from './chain.ts'
import { DamagedRun } from './journal-error.ts'

/** Rows that are read together: all rows of a long run at once would leave much to clean up. */
const lotSize = 1_000

/** Reads the entries of a run out of an open database. */
export function createEntryReader(db: DatabaseSync): (run: string) => readonly JournalEntry[] {
  const selectTexts = db.prepare(
    `SELECT entry FROM entries WHERE run_id = ? AND seq > ? ORDER BY seq LIMIT ${lotSize}`,
  )
  selectTexts.setReturnArrays(true)
  const selectLast = db.prepare('SELECT seq, link FROM entries WHERE run_id = ? ORDER BY seq DESC LIMIT 1')

  return (run) => {
    const entries: JournalEntry[] = []
    let link = firstLink(run)
    let last: Pick<EntryRow, 'seq' | 'link'> | undefined
    try {
      for (let lot = lotSize; lot === lotSize; ) {
        const rows = selectTexts.all(run, entries.length) as unknown as [text: string][]
        for (const [text] of rows) {
          link = addLink(link, text)
          entries.push(JSON.parse(text) as JournalEntry)
        }
        lot = rows.length
      }
      last = selectLast.get(run) as Pick<EntryRow, 'seq' | 'link'> | undefined
    } catch (error) {
      throw firstBroken(db, run) ?? error
    }
    // The last link fits only if every entry before it is as it was written: the others need not be read.
    if (last !== undefined && (entries.length !== last.seq || link !== last.link))
      throw firstBroken(db, run) ?? new DamagedRun(run, entries.length)
    return entries
  }
}

interface EntryRow {
  readonly seq: number
  readonly entry: string
  readonly link: string
}

/** The first entry that is not as it was written, or not where it was; undefined where all are. */
function firstBroken(db: DatabaseSync, run: string): DamagedRun | undefined {
  const select = db.prepare('SELECT seq, entry, link FROM entries WHERE run_id = ? ORDER BY seq')
  let [link, count] = [firstLink(run), 0]
  try {
    for (const { seq, entry, link: kept } of select.iterate(run) as Iterable<unknown> as Iterable<EntryRow>) {
      link = addLink(link, entry)
      count += 1
      if (seq !== count || kept !== link) return new DamagedRun(run, count)
    }
  } catch (error) {
    // A number that is none any more: what was written always fits.
    if ((error as { code?: unknown }).code !== 'ERR_OUT_OF_RANGE') throw error
    return new DamagedRun(run, count + 1)
  }
  return undefined
}
