import { useMemo } from 'react'
import type { FocusItem } from '../components/focus.ts'
import { type Block, blank, sentence, tone, widthOf } from '../components/line.ts'
import { cycled, cycleLine } from '../components/parts.ts'
import { useShell, useWidth } from '../components/shell.ts'
import type { Action } from '../keys/bindings.ts'
import { symbols } from '../theme.ts'
import { answerOf } from './answers.ts'
import { FormPage } from './form-page.tsx'
import type { ScreenProps } from './screen.ts'
import { useRowsTable } from './use-rows-table.tsx'
import { useStageForm } from './use-stage-form.ts'

const noProblems = [] as const

/** What the rows ask for, judged by themselves: what is wrong with which, before the organization is asked. */
export function RowsScreen(props: ScreenProps) {
  const { view, stage, send } = props
  const { texts } = useShell()
  const width = useWidth()
  const { rows, sheet, repaired = [] } = view.file ?? {}
  const table = useRowsTable({
    problems: rows?.problems ?? noProblems,
    sheet,
    title: 'ui.file.rows.problems',
  })
  const items = useMemo(
    () => stage.fields.map(({ id }): FocusItem => ({ id, group: 'fields', scopes: ['cycle', 'list'] })),
    [stage.fields],
  )
  const form = useStageForm(props, items, {
    after: table.items,
    initial: view.can.next === true ? 'continue' : (items[0]?.id ?? 'continue'),
  })
  const { focus } = form
  if (table.open) return table.open

  const onAction = (action: Action) => {
    const field = stage.fields.find(({ id }) => id === focus.id)
    if (field && action.startsWith('cycle.')) {
      const { option } = cycled(field, action === 'cycle.next' ? 1 : -1)
      const answer = option && answerOf(field, option.value)
      return answer && send(answer)
    }
    if (!table.handle(action, focus.id)) form.handle(action)
  }

  const { in: all = 0, understood = 0, rejected = 0 } = rows ?? {}
  const isWhole = rejected === 0
  const lead = tone(isWhole ? 'good' : 'caution', `${isWhole ? symbols.done : symbols.caution} `)
  const label = Math.max(0, ...stage.fields.map(({ labelKey }) => widthOf(texts.t(labelKey))))
  const body: Block[] = [
    [
      ...sentence(texts.t('ui.file.rows.counts', { in: all, understood, rejected }), width, 'strong', lead),
      ...(isWhole ? [] : sentence(texts.t('ui.file.rows.rejected'), width, 'plain', { text: '  ' })),
      ...(repaired.length === 0
        ? []
        : sentence(texts.t('ui.file.rows.repaired', { count: repaired.length }), width, 'plain', {
            text: '  ',
          })),
      ...(stage.fields.length === 0 ? [] : [blank]),
      ...stage.fields.map((field) => cycleLine(field, focus.id === field.id, texts, label)),
    ],
    form.tail,
    ...table.blocks(focus.id),
  ]
  return <FormPage form={form} body={body} holdsTop onAction={onAction} />
}
