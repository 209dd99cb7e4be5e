/** @module Runs kept in memory: for tests, and for programs that keep them elsewhere. */
import type { Clock, JournalEntry, KeptDraft, RunSummary } from '@wxcc-onboard/core'
import { JournalError } from './journal-error.ts'
import {
  clampedExpiry,
  holderOf,
  isInForce,
  type KeptLease,
  keepRenewing,
  type LeasingJournal,
  type LeasingProcess,
  leaseDuration,
  newLease,
  refusalOf,
  systemClock,
  thisProcess,
} from './lease.ts'
import { notOpened, peopleIn, stateAfter } from './summary.ts'

/** What several memory journals have in common; made by `createMemoryStore`. */
export interface MemoryStore {
  readonly entries: Map<string, JournalEntry[]>
  readonly summaries: Map<string, RunSummary>
  readonly leases: Map<string, KeptLease>
  readonly drafts: Map<string, KeptDraft>
}

export interface MemoryJournalOptions {
  /** Runs that other journals share. @default a store of its own */
  readonly store?: MemoryStore
  /** What leases are timed by. @default the system's */
  readonly clock?: Clock
  /** Whose leases they are. @default this process */
  readonly process?: LeasingProcess
}

export function createMemoryStore(): MemoryStore {
  return { entries: new Map(), summaries: new Map(), leases: new Map(), drafts: new Map() }
}

/**
 * A journal that lasts as long as its store.
 *
 * @example
 * const onboarding = createOnboarding({ ports: { ...ports, journal: createMemoryJournal() } })
 */
export function createMemoryJournal(options: MemoryJournalOptions = {}): LeasingJournal {
  const { store = createMemoryStore(), clock = systemClock, process: self = thisProcess() } = options
  const held = new Map<string, string>()
  const closing = new AbortController()
  const release = (runId: string) => {
    if (store.leases.get(runId)?.owner === held.get(runId)) store.leases.delete(runId)
    held.delete(runId)
  }
  return {
    append: async (runId, entry) => {
      const [kept, owner, now] = [store.leases.get(runId), held.get(runId), clock.now()]
      const refusal = refusalOf({ runId, type: entry.type, kept, owner, now, self })
      if (refusal !== undefined) throw new JournalError('in memory', 'leased', refusal)
      write(store, runId, entry)
    },
    load: async (runId) => [...(store.entries.get(runId) ?? [])],
    list: async () => [...store.summaries.values()].toSorted(latestFirst),
    drafts: {
      keep: async (draft) => {
        store.drafts.set(draft.runId, structuredClone(draft))
      },
      list: async () => [...store.drafts.values()].toSorted((a, b) => b.changedAt - a.changedAt),
      remove: async (runId) => {
        store.drafts.delete(runId)
      },
    },
    lease: async (runId) => {
      const now = clock.now()
      const kept = store.leases.get(runId)
      if (kept !== undefined && isInForce(kept, now, self)) {
        const clamped = { ...kept, expiresAt: clampedExpiry(kept, now) }
        store.leases.set(runId, clamped)
        return { ok: false, holder: holderOf(clamped) }
      }
      const lease = newLease(self, now)
      store.leases.set(runId, lease)
      held.set(runId, lease.owner)
      const released = new AbortController()
      const signal = AbortSignal.any([closing.signal, released.signal])
      void keepRenewing(() => renew(store, runId, lease.owner, clock), clock, signal)
      return {
        ok: true,
        lease: {
          release: async () => {
            released.abort()
            release(runId)
          },
        },
      }
    },
    holdsItsRuns: async () =>
      [...held].every(([runId, owner]) => {
        const kept = store.leases.get(runId)
        return kept?.owner === owner && (kept.expiresAt > clock.now() || renew(store, runId, owner, clock))
      }),
    close: () => {
      closing.abort()
      for (const runId of [...held.keys()]) release(runId)
    },
  }
}

function renew({ leases }: MemoryStore, runId: string, owner: string, clock: Clock): boolean {
  const kept = leases.get(runId)
  if (kept?.owner !== owner) return false
  leases.set(runId, { ...kept, expiresAt: clock.now() + leaseDuration })
  return true
}

function write({ entries, summaries }: MemoryStore, runId: string, entry: JournalEntry): void {
  const before =
    summaries.get(runId) ?? (entry.type === 'run.opened' ? emptySummary(runId, entry) : undefined)
  if (before === undefined) throw notOpened(runId, entry)
  summaries.set(runId, {
    ...before,
    changedAt: entry.at,
    people: peopleIn(entry) ?? before.people,
    state: stateAfter(entry) ?? before.state,
    ...(entry.type === 'agents.planned' ? { kind: 'agents' } : {}),
  })
  const kept = entries.get(runId) ?? []
  // A copy: what was appended does not change any more.
  kept.push(structuredClone(entry))
  entries.set(runId, kept)
}

function emptySummary(runId: string, entry: JournalEntry & { type: 'run.opened' }): RunSummary {
  const { at, organization } = entry
  return { runId, organization, openedAt: at, changedAt: at, people: 0, state: 'unapproved' }
}

function latestFirst(a: RunSummary, b: RunSummary): number {
  return b.changedAt - a.changedAt || b.openedAt - a.openedAt || (a.runId < b.runId ? 1 : -1)
}
