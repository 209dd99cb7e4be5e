import type { EntryMode, FieldView, PersonEntry, PersonView } from '@wxcc-onboard/core'
import { useMemo } from 'react'
import type { FocusItem } from '../components/focus.ts'
import { headingLine } from '../components/legend.ts'
import { type Block, blank, type Line, line, sentence, tone, widthOf } from '../components/line.ts'
import { Page } from '../components/page.tsx'
import { cycled, cycleLine, textFieldLine } from '../components/parts.ts'
import { type Column, numberWidth, peopleRows, rowId, rowOf, tableHead } from '../components/people-table.ts'
import { problemsLines } from '../components/problems.ts'
import { useShell, useWidth } from '../components/shell.ts'
import type { Texts } from '../i18n/texts.ts'
import type { Action } from '../keys/bindings.ts'
import { answerOf } from './answers.ts'
import { fieldsOf } from './people-form.ts'
import type { ScreenProps } from './screen.ts'
import { type PeopleForm, usePeopleForm } from './use-people-form.ts'
import { useStageForm } from './use-stage-form.ts'

/** Who is to be added (ENTRY-4 to ENTRY-9): how, in which batches, and the list itself. */
export function PeopleScreen(props: ScreenProps) {
  const { view, stage, personAt, send } = props
  const { texts } = useShell()
  const width = useWidth()
  const choices = useMemo(() => stage.fields.filter(({ kind }) => kind === 'choice'), [stage.fields])
  const { entry } = view
  const items = useMemo(() => itemsOf(view.people, entry, choices), [view.people, entry, choices])
  const people = usePeopleForm(props)
  const form = useStageForm(props, items, { initial: 'email' })
  const { focus } = form

  const onNext = () => (people.flush() ? form.tryNext() : form.next())
  const onAction = (action: Action) => {
    if (action === 'button.press') return onNext()
    if (people.handle(action, focus)) return
    const field = choices.find(({ id }) => id === focus.id)
    if (field && action.startsWith('cycle.')) {
      const { option } = cycled(field, action === 'cycle.next' ? 1 : -1)
      const answer = option && answerOf(field, option.value)
      return answer && send(answer)
    }
    const person = personAt(rowOf(focus.id))
    if (person && action === 'people.edit') return people.edit(person, focus)
    if (person && action === 'people.remove') return send({ type: 'people.remove', row: person.row })
    form.handle(action)
  }

  const label = Math.max(...choices.map(({ labelKey }) => widthOf(texts.t(labelKey))), 0)
  const columns = columnsOf(props, texts, width)
  const body: Block[] = [
    choices.map((field) => cycleLine(field, focus.id === field.id, texts, label)),
    [
      blank,
      headingLine(countText(props, texts)),
      ...(view.people.length > 0 ? [tableHead(columns, numberWidth(view.people))] : []),
    ],
    peopleRows(view.people, personAt, columns, focus.id, texts),
    formLines(props, people, focus.id, texts, width),
    form.tail,
  ]
  return (
    <Page
      body={body}
      focus={focus.id}
      scopes={focus.item?.scopes ?? []}
      isTyping={focus.item?.isTyping ?? false}
      onAction={onAction}
      onNext={onNext}
      onBack={people.editing ? () => people.stopEditing(focus) : undefined}
      onText={(text) => people.fields.insert(nameAt(props, focus.id), text)}
      onPaste={(text) => people.paste(text, focus)}
    />
  )
}

function itemsOf(
  people: readonly PersonEntry[],
  entry: EntryMode,
  choices: readonly FieldView[],
): FocusItem[] {
  return [
    ...choices.map(({ id }): FocusItem => ({ id, group: 'how', scopes: ['cycle', 'list'] })),
    ...people.map(({ row }): FocusItem => ({ id: rowId(row), group: 'rows', scopes: ['people', 'list'] })),
    ...fieldsOf(entry).map(
      (id): FocusItem => ({ id, group: 'form', scopes: ['text', 'list'], isTyping: true }),
    ),
  ]
}

function nameAt({ view }: ScreenProps, focus: string | undefined) {
  return fieldsOf(view.entry).find((name) => name === focus) ?? 'email'
}

function columnsOf({ view }: ScreenProps, texts: Texts, width: number): Column[] {
  const hasProblems = view.problems.some(
    ({ subject }) => subject.kind === 'person' && subject.row !== undefined,
  )
  const room = width - 6 - numberWidth(view.people) - (hasProblems ? Math.min(24, Math.floor(width / 3)) : 0)
  const isNamed = view.entry === 'names-and-email' && room >= 44
  const name = isNamed ? Math.min(14, Math.floor(room / 4)) : 0
  const email = Math.min(48, room - (isNamed ? 2 * name + 2 : 0))
  const first = ({ firstName = '' }: PersonView) => firstName
  const last = ({ lastName = '' }: PersonView) => lastName
  const { t } = texts
  return [
    ...(isNamed ? [{ title: t('ui.people.table.first'), width: name, text: first }] : []),
    ...(isNamed ? [{ title: t('ui.people.table.last'), width: name, text: last }] : []),
    { title: t('ui.people.table.email'), width: email, text: (person) => person.email },
  ]
}

function countText({ view }: ScreenProps, { t }: Texts): string {
  const count = view.people.length
  if (view.batches.length < 2) return t('ui.people.count', { people: count })
  return t('ui.people.batches', {
    people: count,
    count: view.batches.length,
    sizes: batchSizes(view.batches),
  })
}

/** `25 + 5`; many batches of one size as `39 × 25 + 3`. */
export function batchSizes(batches: readonly number[]): string {
  const groups: { size: number; count: number }[] = []
  for (const size of batches) {
    const last = groups.at(-1)
    if (last?.size === size) last.count += 1
    else groups.push({ size, count: 1 })
  }
  return groups
    .flatMap(({ size, count }) =>
      count > 3 ? [`${count} × ${size}`] : Array.from({ length: count }, () => `${size}`),
    )
    .join(' + ')
}

/** Says once more how many there are: the head of a long table is out of sight here. */
function addText(props: ScreenProps, texts: Texts): string {
  const add = texts.t('ui.people.add')
  return props.view.people.length > 5 ? `${add} · ${countText(props, texts)}` : add
}

function formLines(
  props: ScreenProps,
  { fields, editing, unread }: PeopleForm,
  focus: string | undefined,
  texts: Texts,
  width: number,
): Line[] {
  const { view } = props
  const names = fieldsOf(view.entry)
  const labels = names.map((name) => texts.t(`ui.people.${name}`))
  const labelWidth = Math.max(...labels.map(widthOf))
  return [
    blank,
    headingLine(editing ? texts.t('ui.people.edit', { row: editing.row }) : addText(props, texts)),
    ...names.map((name, index) =>
      textFieldLine(fields.field(name), {
        id: name,
        isFocused: focus === name,
        texts,
        width,
        label: labels[index] ?? '',
        labelWidth,
      }),
    ),
    ...(view.people.length === 0 && !editing
      ? sentence(texts.t('ui.people.hint'), width, 'muted', { text: '  ' })
      : []),
    ...(unread.length > 0
      ? [line(tone('bad', texts.t('ui.people.unread', { lines: unread.length, first: '' })))]
      : []),
    ...problemsLines(unread, texts, width),
  ]
}
