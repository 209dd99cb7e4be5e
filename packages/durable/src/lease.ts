import { randomUUID } from 'node:crypto'
import { readlinkSync } from 'node:fs'
import { hostname } from 'node:os'
import process from 'node:process'
import type { Clock, Journal, JournalEntry } from '@wxcc-onboard/core'

/** Who works on a run. Times are epoch milliseconds. */
export interface LeaseHolder {
  readonly pid: number
  readonly host: string
  readonly since: number
  /** From then on anyone may take the run over, unless the holder renews. */
  readonly expiresAt: number
}

/** The right to work on a run; renewed by itself until it is released. */
export interface Lease {
  release(): Promise<void>
}

export type LeaseAnswer =
  | { readonly ok: true; readonly lease: Lease }
  | { readonly ok: false; readonly holder: LeaseHolder }

/**
 * A journal whose runs are worked on by one process at a time. While a lease is in force nobody else can append to its
 * run; `task.changed` alone is anybody's. A process whose lease was taken over cannot append any more, and so writes
 * nothing to Webex any more.
 */
export interface LeasingJournal extends Journal {
  lease(runId: string): Promise<LeaseAnswer>
  /**
   * Whether each run that this journal leased is still its own; what ran out while the process slept, and nobody took, is
   * renewed first. To be asked right before a write goes out (`mayWrite` of the API client).
   */
  holdsItsRuns(): Promise<boolean>
  close(): void
}

/** The process that leases, and whether another one lives. */
export interface LeasingProcess {
  readonly pid: number
  readonly host: string
  /** Processes with the same value see each other's ids: one machine, one namespace of process ids. */
  readonly space: string
  isAlive(pid: number): boolean
}

/** Milliseconds that a lease holds without being renewed. */
export const leaseDuration = 30_000

/** What is kept of a lease. */
export interface KeptLease extends LeaseHolder {
  readonly owner: string
  readonly space: string
}

/** A lease that ran out, or whose process is seen to be dead, keeps nobody away. */
export function isInForce(lease: KeptLease, now: number, self: LeasingProcess): boolean {
  const isDead = lease.space === self.space && !self.isAlive(lease.pid)
  return lease.expiresAt > now && !isDead
}

/** However wrong the clock of a dead holder was, its lease ends within one duration of ours. */
export function clampedExpiry({ expiresAt }: LeaseHolder, now: number): number {
  return Math.min(expiresAt, now + leaseDuration)
}

export function holderOf({ pid, host, since, expiresAt }: KeptLease): LeaseHolder {
  return { pid, host, since, expiresAt }
}

/** What an append to a leased run is judged by. */
export interface Appending {
  readonly runId: string
  readonly type: JournalEntry['type']
  readonly kept: KeptLease | undefined
  /** The lease that the journal which appends took, if it took one. */
  readonly owner: string | undefined
  readonly now: number
  readonly self: LeasingProcess
}

/** Why an entry is refused, said to a person; undefined when nothing speaks against it. */
export function refusalOf({ runId, type, kept, owner, now, self }: Appending): string | undefined {
  if (owner !== undefined && kept?.owner === owner) return undefined
  const isFree = kept === undefined || type === 'task.changed' || !isInForce(kept, now, self)
  if (owner === undefined && isFree) return undefined
  if (kept === undefined) return `another process took run ${runId} over in the meantime.`
  const { pid, host, since } = kept
  return `run ${runId} is being worked on by process ${pid} on ${host} since ${new Date(since).toISOString()}.`
}

/** The lease that a process gets now. */
export function newLease({ pid, host, space }: LeasingProcess, now: number): KeptLease {
  return { owner: randomUUID(), pid, host, space, since: now, expiresAt: now + leaseDuration }
}

/** Calls `renew` three times a duration until the signal is aborted or it says that the lease is lost. */
export async function keepRenewing(renew: () => boolean, clock: Clock, signal: AbortSignal): Promise<void> {
  do {
    await clock.wait(leaseDuration / 3, signal)
  } while (!signal.aborted && renew())
}

export function thisProcess(): LeasingProcess {
  const host = hostname()
  return { pid: process.pid, host, space: `${host} ${processNamespace()}`, isAlive }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}

/** Containers may share a name and a folder, and not see each other's processes. */
function processNamespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid')
  } catch {
    return ''
  }
}

/** Timers that do not keep the process alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  wait: (milliseconds, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve()
      const end = () => {
        clearTimeout(timer)
        signal.removeEventListener('abort', end)
        resolve()
      }
      const timer = setTimeout(end, milliseconds).unref()
      signal.addEventListener('abort', end)
    }),
}
