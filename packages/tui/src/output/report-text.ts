import type { PersonReport, ReportView, StepOutcome, TaskView } from '@wxcc-onboard/core'
import type { Paint, Style } from './paint.ts'
import type { Sentences } from './sentences.ts'
import { problemLines } from './text.ts'

/** What came of each person: every row that went in comes out. */
export function reportLines(report: ReportView, sentences: Sentences, paint: Paint): string[] {
  const { t, shared } = sentences
  const counts = Object.entries(report.counts) as [StepOutcome, number][]
  return [
    paint('bold', t('output.report.title')),
    ...report.people.flatMap((person) => personLines(person, sentences, paint)),
    '',
    counts
      .filter(([, count]) => count > 0)
      .map(([outcome, count]) =>
        t('output.report.counts', { count, outcome: shared.t(`outcome.${outcome}`) }),
      )
      .join(', '),
    ...report.tasks.map((task) => taskStateLine(task, sentences)),
    ...(report.isComplete ? [t('output.report.complete')] : []),
  ]
}

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
