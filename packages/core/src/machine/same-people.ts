import { personKey } from '../domain/person.ts'
import type { Problem } from '../domain/problem.ts'
import type { Plan } from '../plan/plan.ts'
import type { Journal, JournalEntry } from '../ports/journal.ts'

/** Unfinished runs that are looked into, the latest first: a person goes on with few at a time. */
const mostRuns = 10
const mostNamed = 5

/**
 * Other unfinished runs of the organization that are about the same people. Nothing is doubled by that, for every step
 * looks before it does; but each may undo what the other intended. A journal that does not read says nothing here.
 */
export async function findSamePeople(
  {
    organization,
    people,
  }: Pick<Plan, 'organization'> & { readonly people: readonly { readonly email: string }[] },
  runId: string,
  journal: Pick<Journal, 'list' | 'load'>,
): Promise<readonly Problem[]> {
  const runs = await journal.list().catch(() => [])
  const others = runs
    .filter((run) => run.state === 'unfinished' && run.runId !== runId)
    .filter((run) => run.organization.id === organization.id)
    .slice(0, mostRuns)
  const own = new Map(people.map(({ email }) => [personKey(email), email]))
  const found = await Promise.all(
    others.map(async (other) => {
      const entries: readonly JournalEntry[] = await journal.load(other.runId).catch(() => [])
      const both = peopleOf(entries).flatMap(({ email }) => own.get(personKey(email)) ?? [])
      return both.length === 0 ? [] : [problemOf(other.runId, both)]
    }),
  )
  return found.flat()
}

/** Whom the plan made last is about, of either kind. */
function peopleOf(entries: readonly JournalEntry[]): readonly { readonly email: string }[] {
  const made = entries.findLast((entry) => entry.type === 'plan.made' || entry.type === 'agents.planned')
  if (made?.type === 'agents.planned') return made.plan.changes
  return made?.plan.people ?? []
}

function problemOf(run: string, both: readonly string[]): Problem {
  return {
    code: 'run.same-people',
    severity: 'warning',
    subject: { kind: 'stage' },
    facts: { run, people: both.length, named: both.slice(0, mostNamed) },
  }
}
