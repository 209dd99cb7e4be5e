import type { OperatorTask, Plan, Step } from '@wxcc-onboard/core'
import { cell, type LazyLines, line, tone, truncate } from '../components/line.ts'
import type { TextKey, Texts } from '../i18n/texts.ts'
import type { Tone } from '../theme.ts'

/** One line of the plan as a difference: a symbol with a word, who, and what. */
export interface PlanRow {
  readonly word: TextKey
  readonly tone: Tone
  readonly email: string
  readonly what: string
}

/** What the plan writes and what is left to a person, row by row in the order of the plan. */
export function planRows(plan: Plan, texts: Texts): PlanRow[] {
  const pools = new Map(
    plan.units.map(({ poolId, name, subscriptionId }) => [
      poolId,
      [name, subscriptionId].filter(Boolean).join(', '),
    ]),
  )
  return [
    ...plan.steps.flatMap((step) => rowsOf(step, pools, texts)),
    ...plan.tasks.flatMap((task) => byHand(task, texts)),
  ]
}

export function planLines(rows: readonly PlanRow[], texts: Texts, width: number): LazyLines {
  const email = Math.max(12, Math.min(36, Math.floor((width - 14) / 2)))
  return {
    size: rows.length,
    indexOf: () => -1,
    at(index) {
      const row = rows[index]
      if (!row) return line()
      return line(
        tone(row.tone, `  ${cell(texts.t(row.word), 10)}`),
        ` ${cell(row.email, email)} `,
        tone('muted', truncate(row.what, Math.max(1, width - email - 14))),
      )
    },
  }
}

/** How many people lose a license that they hold; what a typed confirmation asks for (M5). */
export function removalsOf(plan: Plan): number {
  return plan.steps.filter((step) => step.kind === 'license.change' && step.remove.length > 0).length
}

function rowsOf(step: Step, pools: ReadonlyMap<string, string>, { t }: Texts): PlanRow[] {
  const { email } = step
  switch (step.kind) {
    case 'person.create':
      return [
        {
          word: 'ui.review.create',
          tone: 'good',
          email,
          what: [step.firstName, step.lastName].filter(Boolean).join(' '),
        },
      ]
    case 'license.change':
      return [
        ...step.add.map(
          (id): PlanRow => ({
            word: 'ui.review.license.add',
            tone: 'good',
            email,
            what: pools.get(id) ?? id,
          }),
        ),
        ...step.remove.map(
          (id): PlanRow => ({
            word: 'ui.review.license.remove',
            tone: 'bad',
            email,
            what: pools.get(id) ?? id,
          }),
        ),
      ]
    case 'administrator.change':
      return [
        {
          word: 'ui.review.role',
          tone: 'caution',
          email,
          what: t('ui.review.roleChange', { from: t(`ui.role.${step.from}`), to: t(`ui.role.${step.to}`) }),
        },
      ]
  }
}

function byHand({ kind, people, facts }: OperatorTask, { t }: Texts): PlanRow[] {
  if (kind !== 'administrator-role' && kind !== 'supervisor-role') return []
  const what = t(`task.${kind}.title`, facts)
  return people.map((email) => ({ word: 'ui.review.byHand', tone: 'caution', email, what }))
}
