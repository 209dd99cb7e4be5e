import { type ExportOrder, menuPaths } from '@wxcc-onboard/core'
import { useEffect, useState } from 'react'
import type { FocusItem } from '../components/focus.ts'
import { blank, type Line, line, sentence, tone, widthOf } from '../components/line.ts'
import { menuLines } from '../components/menu.ts'
import { mark, textFieldLine } from '../components/parts.ts'
import { useShell, useWidth } from '../components/shell.ts'
import { useTextFields } from '../components/use-text-fields.ts'
import type { Texts } from '../i18n/texts.ts'
import type { Action } from '../keys/bindings.ts'
import { symbols } from '../theme.ts'
import { FormPage } from './form-page.tsx'
import type { ScreenProps } from './screen.ts'
import { WorkingPage } from './sign-in.tsx'
import { useStageForm } from './use-stage-form.ts'

const have = 'have'

const items: readonly FocusItem[] = [
  { id: have, group: 'what', scopes: ['option', 'list'] },
  { id: 'people', group: 'what', scopes: ['option', 'list'] },
  { id: 'template', group: 'what', scopes: ['option', 'list'] },
  { id: 'columns', group: 'how', scopes: ['cycle', 'list'] },
  { id: 'path', group: 'how', scopes: ['text', 'list'], isTyping: true },
]

const suggested = { people: 'people.csv', template: 'template.csv' } as const

/** A file of the organization as it is, in Control Hub's format, or one that is there already (CSV-5, CSV-6). */
export function ExportScreen(props: ScreenProps) {
  const { view, stage, send, files } = props
  const { texts, notify } = useShell()
  const width = useWidth()
  const fields = useTextFields<'path'>()
  const [columns, setColumns] = useState<ExportOrder['columns']>('minimal')
  const exported = view.file?.exported
  const form = useStageForm(props, items, { initial: exported ? 'continue' : have })
  const { focus } = form
  const { focusOn } = focus
  const path = (what: ExportOrder['what']) => {
    const typed = fields.value('path').trim()
    return typed === '' ? files.free(suggested[what]) : files.expand(typed)
  }
  const end = view.mode === 'working' ? undefined : view.problems.length > 0 ? 'path' : exported?.at
  // After writing the way leads on; after trouble to what can be changed.
  useEffect(() => {
    if (end !== undefined) focusOn(end === 'path' ? 'path' : 'continue')
  }, [end])
  if (view.mode === 'working') return <WorkingPage text="ui.file.exporting" />

  const write = (what: ExportOrder['what']) =>
    send({ type: 'export.write', order: { what, columns, path: path(what) } })
  const onAction = (action: Action) => {
    if (focus.id === 'path' && fields.edit('path', action)) return
    if (action === 'text.submit') return notify(texts.t('ui.file.export.choose'))
    if (action.startsWith('cycle.')) return setColumns(columns === 'minimal' ? 'all' : 'minimal')
    const isChosen = action === 'option.accept' || action === 'option.choose'
    if (isChosen && focus.id === have) return form.tryNext()
    if (isChosen && (focus.id === 'people' || focus.id === 'template')) return write(focus.id)
    form.handle(action)
  }

  const body: Line[] = [
    ...sentence(texts.t('ui.file.export.intro'), width),
    ...menuLines(menuPaths.manageByCsv, texts, width),
    blank,
    ...choiceLine(have, '', focus.id, texts, width),
    ...(['people', 'template'] as const).flatMap((what) =>
      choiceLine(what, files.shorten(path(what)), focus.id, texts, width),
    ),
    blank,
    ...howLines(focus.id, columns, fields.field('path'), texts, width),
    ...(exported === undefined ? [] : writtenLines(props, texts, width)),
    ...form.tail,
  ]
  return (
    <FormPage
      form={form}
      key={stage.id}
      body={[body]}
      holdsTop
      onAction={onAction}
      onText={(text) => fields.insert('path', text)}
      onPaste={(text) => focus.id === 'path' && fields.insert('path', text.trim())}
    />
  )
}

function choiceLine(
  id: string,
  path: string,
  focus: string | undefined,
  { t }: Texts,
  width: number,
): Line[] {
  const key = `ui.file.export.${id}` as 'ui.file.export.have'
  const head = line(mark(focus === id), tone(focus === id ? 'focus' : 'plain', t(key)))
  const hint = t(`${key}.hint`, { path })
  const fits = widthOf(t(key)) + 4 + widthOf(hint) <= width
  if (fits) return [{ ...line(...head.segments, tone('muted', `  ${hint}`)), id }]
  return [{ ...head, id }, ...sentence(hint, width, 'muted', { text: '    ' })]
}

function howLines(
  focus: string | undefined,
  columns: ExportOrder['columns'],
  path: Parameters<typeof textFieldLine>[0],
  texts: Texts,
  width: number,
): Line[] {
  const { t } = texts
  const labels = [t('ui.file.export.columns'), t('ui.file.export.path')]
  const labelWidth = Math.max(...labels.map(widthOf))
  const isFocused = focus === 'columns'
  const text = `${labels[0]?.padEnd(labelWidth)} ‹ ${t(`ui.file.export.columns.${columns}`)} ›`
  return [
    { ...line(mark(isFocused), tone(isFocused ? 'focus' : 'plain', text)), id: 'columns' },
    textFieldLine(path, {
      id: 'path',
      isFocused: focus === 'path',
      texts,
      width,
      label: labels[1] ?? '',
      labelWidth,
    }),
  ]
}

/** What was written, and what is to be done with it before it is imported (CSV-2 to CSV-11). */
function writtenLines({ view, files }: ScreenProps, texts: Texts, width: number): Line[] {
  const exported = view.file?.exported
  if (exported === undefined) return []
  const { rows, width: columns } = exported
  const path = files.shorten(exported.path)
  const done = tone('good', `${symbols.done} `)
  return [
    blank,
    ...sentence(texts.t('ui.file.export.written', { path, rows, columns }), width, 'good', done),
    ...(['rows', 'flags', 'editor'] as const).flatMap((key) =>
      sentence(texts.t(`ui.file.edit.${key}`), width, 'plain', { text: '  ' }),
    ),
  ]
}
