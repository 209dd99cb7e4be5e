import type { DatabaseSync } from 'node:sqlite'
import type { Clock, JournalEntry } from '@wxcc-onboard/core'
import { JournalError } from './journal-error.ts'
import {
  clampedExpiry,
  holderOf,
  isInForce,
  type KeptLease,
  type LeaseHolder,
  type LeasingProcess,
  leaseDuration,
  newLease,
  refusalOf,
} from './lease.ts'

/** Takes, renews, checks and gives back the leases of one open journal. Every call belongs into a transaction. */
export function createLeases(db: DatabaseSync, path: string, clock: Clock, self: LeasingProcess) {
  const select = db.prepare(
    'SELECT owner, pid, host, space, since, expires_at AS expiresAt FROM leases WHERE run_id = ?',
  )
  const put = db.prepare('INSERT OR REPLACE INTO leases VALUES (?, ?, ?, ?, ?, ?, ?)')
  const prolong = db.prepare('UPDATE leases SET expires_at = ? WHERE run_id = ? AND owner = ?')
  const drop = db.prepare('DELETE FROM leases WHERE run_id = ? AND owner = ?')
  const held = new Map<string, string>()
  const read = (runId: string) => select.get(runId) as KeptLease | undefined

  return {
    /** Who has the run already, or undefined when it is ours from now on. */
    take(runId: string): LeaseHolder | undefined {
      const now = clock.now()
      const kept = read(runId)
      if (kept !== undefined && isInForce(kept, now, self)) {
        const expiresAt = clampedExpiry(kept, now)
        prolong.run(expiresAt, runId, kept.owner)
        return holderOf({ ...kept, expiresAt })
      }
      const { owner, pid, host, space, since, expiresAt } = newLease(self, now)
      put.run(runId, owner, pid, host, space, since, expiresAt)
      held.set(runId, owner)
      return undefined
    },
    /** Whether it is still ours. */
    renew: (runId: string): boolean =>
      prolong.run(clock.now() + leaseDuration, runId, held.get(runId) ?? '').changes > 0,
    release(runId: string): void {
      drop.run(runId, held.get(runId) ?? '')
      held.delete(runId)
    },
    held: () => [...held.keys()],
    /** Whether nobody took over what was taken; what ran out meanwhile is renewed. */
    holdsAll(): boolean {
      const now = clock.now()
      return [...held].every(([runId, owner]) => {
        const kept = read(runId)
        if (kept?.owner !== owner) return false
        return kept.expiresAt > now || prolong.run(now + leaseDuration, runId, owner).changes > 0
      })
    },
    /** Judges entries that are written together: refuses those of a run that another process works on. */
    openCheck(): (runId: string, entry: JournalEntry) => JournalError | undefined {
      const now = clock.now()
      const known = new Map<string, KeptLease | undefined>()
      return (runId, { type }) => {
        if (!known.has(runId)) known.set(runId, read(runId))
        const [kept, owner] = [known.get(runId), held.get(runId)]
        const refusal = refusalOf({ runId, type, kept, owner, now, self })
        return refusal === undefined ? undefined : new JournalError(path, 'leased', refusal)
      }
    },
  }
}

export type Leases = ReturnType<typeof createLeases>
