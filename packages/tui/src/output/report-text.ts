import type { PersonReport, ReportView, SignIn, StepOutcome, TaskView } from '@wxcc-onboard/core'
import { attentionFirst, moreLines, mostInFull, mostNamed } from './most.ts'
import type { Paint, Style } from './paint.ts'
import type { Sentences } from './sentences.ts'
import { problemLines } from './text.ts'

/**
 * What came of each person: every row that went in comes out. Of many, those who went well are counted, and the others
 * named up to a number; `command` tells of everyone.
 */
export function reportLines(
  report: ReportView,
  sentences: Sentences,
  paint: Paint,
  command?: string,
): string[] {
  const { t } = sentences
  const isShort = report.people.length <= mostInFull.report
  const told = isShort ? report.people : attentionFirst(report.people, ({ outcome }) => outcome)
  const named = isShort ? told : told.slice(0, mostNamed)
  return [
    paint('bold', t('output.report.title')),
    ...named.flatMap((person) => personLines(person, sentences, paint)),
    ...moreLines(told.length - named.length, sentences, command),
    '',
    outcomeCounts(report.counts, sentences),
    ...(isShort ? [] : signInLines(report.people, sentences)),
    ...report.tasks.map((task) => taskStateLine(task, sentences)),
    ...(report.isComplete ? [t('output.report.complete')] : []),
  ]
}

/** How many came out how, in one line. */
export function outcomeCounts(
  counts: Readonly<Partial<Record<StepOutcome, number>>>,
  { t, shared }: Sentences,
): string {
  const all = Object.entries(counts) as [StepOutcome, number][]
  return all
    .filter(([, count]) => count > 0)
    .map(([outcome, count]) => t('output.report.counts', { count, outcome: shared.t(`outcome.${outcome}`) }))
    .join(', ')
}

/** How many can sign in, and what keeps the others from it. */
function signInLines(people: readonly PersonReport[], { t, shared }: Sentences): string[] {
  const by = Map.groupBy(people, ({ signIn }) => signIn)
  return signIns.flatMap((signIn) => {
    const some = by.get(signIn) ?? []
    if (some.length === 0) return []
    const reasons = Map.groupBy(
      some.flatMap(({ why }) => why),
      (reason) => reason,
    )
    const why = [...reasons].map(([reason, all]) =>
      t('output.report.reason', { count: all.length, reason: shared.t(`signIn.why.${reason}`) }),
    )
    return t('output.report.sign-in', {
      count: some.length,
      signIn,
      why: why.length === 0 ? undefined : why.join(', '),
    })
  })
}

const signIns: readonly SignIn[] = ['yes', 'after-invitation', 'no']

const signs: Readonly<Record<StepOutcome, readonly [Style, string]>> = {
  done: ['green', '✓'],
  already: ['green', '='],
  unchanged: ['red', '✗'],
  invisible: ['yellow', '?'],
  waiting: ['yellow', '…'],
  skipped: ['yellow', '-'],
  failed: ['red', '✗'],
  'not-attempted': ['yellow', '-'],
}

export function outcomeSign(outcome: StepOutcome, paint: Paint): string {
  const [style, sign] = signs[outcome]
  return paint(style, sign)
}

function personLines(person: PersonReport, sentences: Sentences, paint: Paint): string[] {
  const { t, shared } = sentences
  const reasons = person.why.map((reason) => shared.t(`signIn.why.${reason}`))
  const text = t('output.report.person', {
    outcome: shared.t(`outcome.${person.outcome}`),
    signIn: shared.t(`signIn.${person.signIn}`),
    why: reasons.length === 0 ? undefined : reasons.join(', '),
    verified: shared.t(`ui.report.verified.${person.verifiedBy}`),
  })
  return [
    `${String(person.row).padStart(3)}  ${outcomeSign(person.outcome, paint)} ${person.email}  ${text}`,
    ...person.problems.flatMap((problem) => problemLines(problem, sentences, paint)),
  ]
}

export function taskStateLine(task: TaskView, { t, shared }: Sentences): string {
  const title = shared.t(`task.${task.kind}.title`, task.facts)
  return t('output.apply.task', { title, state: shared.t(`ui.task.state.${task.state}`) })
}
