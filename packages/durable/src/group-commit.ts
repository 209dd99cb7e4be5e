import type { JournalEntry } from '@wxcc-onboard/core'
import type { DiskSync } from './disk-sync.ts'

/** An entry on its way to the disk. `text` is the entry as it was when it was appended. */
export interface Appended {
  readonly runId: string
  readonly entry: JournalEntry
  readonly text: string
}

interface Waiting extends Appended {
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

/** Why an entry was not taken, or undefined when it was written. */
export type Refusals = readonly (Error | undefined)[]

/** How long entries are held back to be committed with others, and how many are enough. */
const gathering = { milliseconds: 20, entries: 64 } as const

/**
 * Takes entries in one by one and commits them in groups: what came within a moment, before somebody was in a hurry, or
 * while the group before was on its way to the disk. Each promise resolves when its own entry is there.
 *
 * @param commit writes a group as one transaction, or throws and writes nothing of it
 */
export function createGroupCommit(commit: (group: readonly Appended[]) => Refusals, disk: DiskSync) {
  let waiting: Waiting[] = []
  let committed: Waiting[] = []
  let isUnderWay = false
  let isHurried = false
  let timer: NodeJS.Timeout | undefined

  /** Commits what waits, so that whoever reads finds it; it may not survive a loss of power yet. */
  const flush = () => {
    const group = waiting
    waiting = []
    if (group.length === 0) return
    try {
      const refusals = commit(group)
      for (const [index, one] of group.entries()) {
        const refusal = refusals[index]
        if (refusal === undefined) committed.push(one)
        else one.reject(refusal)
      }
    } catch (error) {
      rejectAll(group, error)
    }
  }
  const takeCommitted = () => {
    const group = committed
    committed = []
    return group
  }
  const carry = async () => {
    isHurried = false
    flush()
    const group = takeCommitted()
    if (group.length > 0) {
      await disk.sync().then(
        () => resolveAll(group),
        (error) => rejectAll(group, error),
      )
    }
    isUnderWay = false
    if (waiting.length + committed.length > 0) gather()
  }
  const gather = () => {
    if (isUnderWay) return
    if (isHurried || waiting.length >= gathering.entries) start()
    else timer ??= setTimeout(start, gathering.milliseconds)
  }
  /** What is appended in one go is committed together, however much it is. */
  const start = () => {
    clearTimeout(timer)
    timer = undefined
    isUnderWay = true
    setImmediate(() => void carry())
  }
  return {
    flush,
    append: (runId: string, entry: JournalEntry): Promise<void> =>
      new Promise((resolve, reject) => {
        waiting.push({ runId, entry, text: JSON.stringify(entry), resolve, reject })
        gather()
      }),
    /** Somebody waits for what was appended: nothing is held back for others any more. */
    hurry: () => {
      if (waiting.length + committed.length === 0) return
      isHurried = true
      gather()
    },
    /** Brings everything to its end at once. */
    close: () => {
      flush()
      const group = takeCommitted()
      try {
        if (group.length > 0) disk.syncNow()
        resolveAll(group)
      } catch (error) {
        rejectAll(group, error)
      }
      disk.close()
    },
  }
}

function resolveAll(group: readonly Waiting[]): void {
  for (const { resolve } of group) resolve()
}

function rejectAll(group: readonly Waiting[], error: unknown): void {
  for (const { reject } of group) reject(error)
}
