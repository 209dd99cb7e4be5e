import type { JournalEntry, RunSummary } from '@wxcc-onboard/core'

/** The state of a run after an entry; undefined where it stays as it is. */
export function stateAfter(entry: JournalEntry): RunSummary['state'] | undefined {
  switch (entry.type) {
    case 'plan.made':
      return 'unapproved'
    case 'plan.approved':
    case 'step.intended':
      return 'unfinished'
    case 'run.finished':
    case 'undo.approved':
      return 'finished'
    default:
      return undefined
  }
}

export function notOpened(runId: string, { type }: JournalEntry): Error {
  return new Error(`Run ${runId} must begin with run.opened, not ${type}.`)
}
