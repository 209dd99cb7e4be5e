import type { OperatorTask } from '@wxcc-onboard/core'
import { mostInFull } from './most.ts'
import type { Paint } from './paint.ts'
import type { Sentences } from './sentences.ts'

/** Of more people than anybody reads in a sentence. */
const few = 10

/** What to do in Control Hub: where, for whom, why, and how we shall know. Not `isWhole`: of many people the first. */
export function taskLines(
  task: OperatorTask,
  number: number,
  sentences: Sentences,
  paint: Paint,
  { isWhole = false }: { readonly isWhole?: boolean } = {},
): string[] {
  const { t, shared } = sentences
  const { kind, facts, rule, url, verifiedBy, id } = task
  const path = (task.where.find(({ vintage }) => vintage === 'current') ?? task.where[0])?.path ?? []
  const named = isWhole || task.people.length <= mostInFull.report ? task.people : task.people.slice(0, few)
  const people = new Intl.ListFormat(shared.locale).format(named)
  const more = task.people.length - named.length
  return [
    `  ${number}. ${shared.t(`task.${kind}.title`, facts)} ${paint('dim', `(${t('output.task.id', { id })})`)}`,
    `     ${shared.t(`task.${kind}.do`, facts)}`,
    `     ${t('output.task.where', { path: path.join(' > '), url })}`,
    `     ${t('output.task.who', { people, more: more === 0 ? undefined : more })}`,
    `     ${t('output.task.why', { why: shared.t(`task.${kind}.why`, facts), rule })}`,
    `     ${t('output.task.known', { verifiedBy })}`,
  ]
}
