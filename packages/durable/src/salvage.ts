import { DatabaseSync } from 'node:sqlite'
import type { Salvage } from './journal-error.ts'
import { createEntryReader } from './sqlite-entries.ts'

const nothing: Salvage = { readable: [], damaged: [] }

/** Reads every run of a damaged file by itself, without writing to it. */
export function readSalvage(path: string): Salvage {
  if (path === ':memory:') return nothing
  try {
    const db = new DatabaseSync(path, { readOnly: true })
    try {
      return judgeRuns(db)
    } finally {
      db.close()
    }
  } catch {
    return nothing
  }
}

function judgeRuns(db: DatabaseSync): Salvage {
  const read = createEntryReader(db)
  const runs = [...new Set([...runIds(db, 'runs'), ...runIds(db, 'entries')])]
  const readable = runs.filter((runId) => succeeds(() => read(runId).length > 0))
  return { readable, damaged: runs.filter((runId) => !readable.includes(runId)) }
}

/** As far as the table can be walked. */
function runIds(db: DatabaseSync, table: 'runs' | 'entries'): readonly string[] {
  const found: string[] = []
  succeeds(() => {
    for (const { id } of db.prepare(`SELECT DISTINCT run_id AS id FROM ${table}`).iterate())
      found.push(String(id))
    return true
  })
  return found
}

function succeeds(read: () => boolean): boolean {
  try {
    return read()
  } catch {
    return false
  }
}
