import type { FieldView } from '@wxcc-onboard/core'
import { useMemo } from 'react'
import { type Block, blank, type Line, sentence, tone } from '../components/line.ts'
import { choiceLines } from '../components/parts.ts'
import { useShell, useWidth } from '../components/shell.ts'
import type { Texts } from '../i18n/texts.ts'
import type { Action } from '../keys/bindings.ts'
import { symbols } from '../theme.ts'
import { FormPage } from './form-page.tsx'
import type { ScreenProps } from './screen.ts'
import { FailedPage, WorkingPage } from './sign-in.tsx'
import { useRowsTable } from './use-rows-table.tsx'
import { optionItems, useStageForm } from './use-stage-form.ts'

const noProblems = [] as const

/** What FALSE means, beside who would lose what: as Control Hub asks when a file is imported (CSV-13). */
export function ModeScreen(props: ScreenProps) {
  const { view, send } = props
  if (view.mode === 'failed')
    return <FailedPage view={view} onRetry={() => send({ type: 'connection.retry' })} />
  if (view.mode === 'working') return <WorkingPage text="ui.file.looking" />
  return <ModePage {...props} />
}

function ModePage(props: ScreenProps) {
  const { view, stage } = props
  const { texts } = useShell()
  const width = useWidth()
  const { rows, sheet, modes, answers } = view.file ?? {}
  const mode = answers?.mode
  const losing = modes?.['add-and-remove'].losing ?? noProblems
  const table = useRowsTable({
    problems: mode === undefined ? losing : (rows?.problems ?? noProblems),
    sheet,
    title: mode === undefined ? 'ui.file.mode.losing' : 'ui.file.rows.problems',
  })
  const [via, field] = stage.fields
  const items = useMemo(() => stage.fields.flatMap(optionItems), [stage.fields])
  const form = useStageForm(props, items, {
    after: table.items,
    initial: mode === undefined ? 'mode=add-only' : 'continue',
  })
  const { focus } = form
  if (table.open) return table.open

  const onAction = (action: Action) => {
    if (!table.handle(action, focus.id)) form.handle(action)
  }
  const takesAway = mode === 'add-and-remove' && losing.length > 0
  const { understood = 0, rejected = 0 } = rows ?? {}
  const body: Block[] = [
    [
      ...(via ? choiceLines(via, focus.id, texts, width) : []),
      ...(answers?.via === 'control-hub' ? importLines(via, texts, width) : []),
      blank,
      ...(field ? choiceLines(field, focus.id, texts, width) : []),
      ...sentence(
        texts.t('ui.file.mode.counts', { count: losing.length }),
        width,
        losing.length > 0 && mode !== 'add-only' ? 'caution' : 'muted',
        { text: '      ' },
      ),
      ...(takesAway
        ? sentence(
            texts.t('ui.file.mode.typed', { count: losing.length }),
            width,
            'bad',
            tone('bad', `${symbols.caution} `),
          )
        : []),
      ...(mode === undefined
        ? []
        : [blank, ...sentence(texts.t('ui.file.mode.rows', { understood, rejected }), width)]),
    ],
    form.tail,
    ...table.blocks(focus.id),
  ]
  return <FormPage form={form} body={body} holdsTop onAction={onAction} />
}

function importLines(via: FieldView | undefined, texts: Texts, width: number): Line[] {
  const { facts } = via?.options.find(({ value }) => value === 'control-hub') ?? {}
  return sentence(texts.t('ui.file.mode.import', facts), width, 'muted', { text: '      ' })
}
