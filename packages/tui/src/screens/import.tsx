import { useMemo } from 'react'
import { headingLine } from '../components/legend.ts'
import {
  type Block,
  blank,
  cell,
  type LazyLines,
  type Line,
  line,
  tone,
  widthOf,
} from '../components/line.ts'
import { mark, textFieldLine } from '../components/parts.ts'
import { problemsLines } from '../components/problems.ts'
import { useShell, useWidth } from '../components/shell.ts'
import { type TextFields, useTextFields } from '../components/use-text-fields.ts'
import type { Texts } from '../i18n/texts.ts'
import type { Action } from '../keys/bindings.ts'
import {
  type Choice,
  type Choices,
  choiceAt,
  choicesOf,
  completion,
  itemsOf,
  nameOf,
  unquoted,
} from './file-choices.ts'
import type { FileShelf, ShelfEntry } from './file-shelf.ts'
import { FormPage } from './form-page.tsx'
import type { ScreenProps } from './screen.ts'
import { WorkingPage } from './sign-in.tsx'
import { useStageForm } from './use-stage-form.ts'

/** Which file: typed with completion, of those used lately, or of a folder (CSV-12). */
export function ImportScreen(props: ScreenProps) {
  const fields = useTextFields<'path'>()
  if (props.view.mode === 'working') return <WorkingPage text="ui.file.opening" />
  return <ImportPage {...props} fields={fields} />
}

function ImportPage(props: ScreenProps & { readonly fields: TextFields<'path'> }) {
  const { view, send, files, fields } = props
  const { texts, notify } = useShell()
  const width = useWidth()
  const typed = fields.value('path')
  const choices = useMemo(() => choicesOf(files, typed, view.file), [files, typed, view.file])
  const items = useMemo(() => itemsOf(choices), [choices])
  const form = useStageForm(props, items, { initial: 'path' })
  const { focus } = form

  const open = (path: string) => send({ type: 'file.open', file: { path } })
  const take = (choice: Choice) => {
    if (!choice.isFolder) return open(choice.path)
    fields.reset({ path: `${files.shorten(choice.path)}/` })
    focus.focusOn('path')
  }
  const submit = () => {
    const [only, ...others] = choices.found
    const isPart = typed.trim() !== '' && !typed.endsWith('/')
    if (typed.trim() === '' && view.file?.opened === undefined) return form.handle('list.down')
    if (typed.trim() === '') return form.next()
    if (isPart && only && others.length === 0) return take(only)
    open(files.expand(typed))
  }
  const complete = () => {
    const completed = completion(typed, choices.found.map(nameOf))
    if (completed === typed) notify(texts.t('ui.file.import.nothing', { part: typed }))
    else fields.reset({ path: completed })
  }
  const onAction = (action: Action) => {
    if (action === 'path.complete') return complete()
    if (focus.id === 'path' && action === 'text.submit') return submit()
    if (focus.id === 'path' && fields.edit('path', action)) return
    const choice = choiceAt(choices, focus.id)
    if (choice && (action === 'option.accept' || action === 'option.choose')) return take(choice)
    form.handle(action)
  }

  const body: Block[] = [
    headLines(props, focus.id, texts, width),
    ...choiceBlocks(choices, focus.id, files, texts, width),
    view.file?.opened === undefined ? [] : [blank, ...form.button],
  ]
  return (
    <FormPage
      form={form}
      body={body}
      holdsTop
      onAction={onAction}
      onText={(text) => fields.insert('path', text)}
      onPaste={(text) => fields.insert('path', unquoted(text.trim()))}
    />
  )
}

/** What is wrong with the file that was chosen, and the line in which one is typed. */
function headLines(
  { view, fields }: ScreenProps & { readonly fields: TextFields<'path'> },
  focus: string | undefined,
  texts: Texts,
  width: number,
): Line[] {
  const label = texts.t('ui.file.import.path')
  const wrong = view.problems.filter(({ code }) => code !== 'file.none')
  return [
    ...(wrong.length > 0 ? [...problemsLines(wrong, texts, width), blank] : []),
    textFieldLine(fields.field('path'), {
      id: 'path',
      isFocused: focus === 'path',
      texts,
      width,
      label,
      labelWidth: widthOf(label),
    }),
  ]
}

function choiceBlocks(
  choices: Choices,
  focus: string | undefined,
  files: FileShelf,
  texts: Texts,
  width: number,
): Block[] {
  const { lately, found, folder, isReadable } = choices
  const { t } = texts
  const place = `${files.shorten(folder)}`
  return [
    lately.length === 0
      ? []
      : [
          blank,
          headingLine(t('ui.file.import.lately')),
          ...lately.map((choice, index) => choiceLine(choice, `lately:${index}`, focus, texts, width)),
        ],
    [blank, headingLine(t('ui.file.import.folder', { folder: place }))],
    isReadable
      ? found.length === 0
        ? [line(tone('muted', `  ${t('ui.file.import.none')}`))]
        : foundLines(found, focus, texts, width)
      : [line(tone('caution', `  ${t('ui.file.import.unreadable')}`))],
  ]
}

function foundLines(
  found: readonly Choice[],
  focus: string | undefined,
  texts: Texts,
  width: number,
): LazyLines {
  return {
    size: found.length,
    indexOf: (id) => (id.startsWith('found:') ? Number(id.slice('found:'.length)) : -1),
    at(index) {
      const choice = found[index]
      return choice ? choiceLine(choice, `found:${index}`, focus, texts, width) : line()
    },
  }
}

function choiceLine(
  { name, isFolder, entry }: Choice,
  id: string,
  focus: string | undefined,
  texts: Texts,
  width: number,
): Line {
  const isFocused = focus === id
  const details = entry === undefined || isFolder ? '' : detailsOf(entry, texts)
  const room = Math.max(12, Math.min(48, width - 4 - widthOf(details)))
  const isUserFile = entry === undefined || /\.(?:csv|tsv)$/i.test(name)
  return {
    ...line(
      mark(isFocused),
      tone(isFocused ? 'focus' : isUserFile ? 'plain' : 'muted', cell(isFolder ? `${name}/` : name, room)),
      tone('muted', ` ${details}`),
    ),
    id,
  }
}

function detailsOf({ size, modifiedAt }: ShelfEntry, texts: Texts): string {
  const date = new Intl.DateTimeFormat(texts.locale, { dateStyle: 'short', timeStyle: 'short' })
  return `${sizeText(size, texts).padStart(8)}  ${date.format(modifiedAt)}`
}

function sizeText(bytes: number, { locale }: Texts): string {
  const units = ['kilobyte', 'megabyte', 'gigabyte'] as const
  const step = Math.min(units.length, Math.max(1, Math.floor(Math.log10(Math.max(1, bytes)) / 3)))
  const format = {
    style: 'unit',
    unit: units[step - 1],
    unitDisplay: 'short',
    maximumFractionDigits: 0,
  } as const
  return new Intl.NumberFormat(locale, format).format(Math.ceil(bytes / 1000 ** step))
}
