import type { OperatorTask } from '@wxcc-onboard/core'
import type { Paint } from './paint.ts'
import type { Sentences } from './sentences.ts'

/** What to do in Control Hub: where, for whom, why, and how we shall know. */
export function taskLines(task: OperatorTask, number: number, sentences: Sentences, paint: Paint): string[] {
  const { t, shared } = sentences
  const { kind, facts, rule, url, verifiedBy, id } = task
  const path = (task.where.find(({ vintage }) => vintage === 'current') ?? task.where[0])?.path ?? []
  const people = new Intl.ListFormat(shared.locale).format(task.people)
  return [
    `  ${number}. ${shared.t(`task.${kind}.title`, facts)} ${paint('dim', `(${t('output.task.id', { id })})`)}`,
    `     ${shared.t(`task.${kind}.do`, facts)}`,
    `     ${t('output.task.where', { path: path.join(' > '), url })}`,
    `     ${t('output.task.who', { people })}`,
    `     ${t('output.task.why', { why: shared.t(`task.${kind}.why`, facts), rule })}`,
    `     ${t('output.task.known', { verifiedBy })}`,
  ]
}
