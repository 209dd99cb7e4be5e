import type { JournalEntry, RunSummary } from '@wxcc-onboard/core'

/** The state of a run after an entry; undefined where it stays as it is. */
export function stateAfter(entry: JournalEntry): RunSummary['state'] | undefined {
  switch (entry.type) {
    case 'plan.made':
    case 'agents.planned':
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

/** How many people a plan is about; undefined for entries that are none. */
export function peopleIn(entry: JournalEntry): number | undefined {
  if (entry.type === 'plan.made') return entry.request.people.length
  return entry.type === 'agents.planned' ? entry.plan.changes.length : undefined
}

export function notOpened(runId: string, { type }: JournalEntry): Error {
  return new Error(`Run ${runId} must begin with run.opened, not ${type}.`)
}
