import type { AdministratorChoice, FieldView, LicenseChoice, PersonView, Problem } from '@wxcc-onboard/core'
import { useMemo } from 'react'
import type { FocusItem } from '../components/focus.ts'
import { headingLine } from '../components/legend.ts'
import { type Block, blank, type Line, sentence } from '../components/line.ts'
import { choiceLines, cycled, reasonText } from '../components/parts.ts'
import { type Column, numberWidth, peopleRows, rowId, rowOf } from '../components/people-table.ts'
import { useShell, useWidth } from '../components/shell.ts'
import type { TextKey, Texts } from '../i18n/texts.ts'
import type { Action } from '../keys/bindings.ts'
import { answerOf } from './answers.ts'
import { FormPage } from './form-page.tsx'
import type { ScreenProps } from './screen.ts'
import { optionItems, useStageForm } from './use-stage-form.ts'

interface EntitlementProps extends ScreenProps {
  readonly given: (person: PersonView) => LicenseChoice | AdministratorChoice
  readonly command: 'license.choose' | 'administrator.choose'
  readonly notes: readonly Line[]
  /** What stands below a question, for example what follows from leaving it open. */
  readonly asideOf?: (field: FieldView) => readonly Line[]
  /** Problems that the notes tell already. */
  readonly isTold?: (problem: Problem) => boolean
}

/** One answer for all, and rows for those who get something else: licenses and administrator roles alike. */
export function EntitlementPage(props: EntitlementProps) {
  const { view, stage, personAt, send, given, command, asideOf, isTold } = props
  const { texts, notify } = useShell()
  const width = useWidth()
  const shared = useMemo(
    () => stage.fields.filter(({ kind, email }) => kind === 'choice' && email === undefined),
    [stage.fields],
  )
  const items = useMemo(
    () => [...shared.flatMap(optionItems), ...view.people.map(({ row }) => rowItem(row))],
    [shared, view.people],
  )
  const all = shared.find((field) => field.command === command)
  const chosen = all?.options.find(({ value }) => value === all.value)
  const initial = all && chosen ? `${all.id}=${chosen.value}` : undefined
  const form = useStageForm(props, items, { initial, ...(isTold ? { isTold } : {}) })

  const person = personAt(rowOf(form.focus.id))
  const onAction = (action: Action) => {
    if (!person || !all) return form.handle(action)
    if (action === 'exception.clear') return send({ type: 'exception.clear', email: person.email })
    if (!action.startsWith('cycle.')) return form.handle(action)
    const field = fieldFor(person, props, all)
    const { option, skipped } = cycled(field, action === 'cycle.next' ? 1 : -1)
    const [refused] = skipped
    if (refused?.disabled)
      notify(
        texts.t('ui.leftOut', {
          option: texts.t(refused.labelKey, refused.facts),
          reason: reasonText(refused.disabled, texts),
        }),
      )
    const answer = option && answerOf(field, option.value, person.email)
    if (answer) send(answer)
  }

  const columns = columnsOf(props, all, given, texts, width)
  const body: Block[] = [
    shared.flatMap((field) => [
      ...choiceLines(field, form.focus.id, texts, width),
      ...(asideOf?.(field) ?? []),
      blank,
    ]),
    [...props.notes, headingLine(texts.t('ui.single'))],
    sentence(texts.t('ui.single.hint'), width, 'muted'),
    peopleRows(view.people, personAt, columns, form.focus.id, texts),
    form.tail,
  ]
  return (
    <FormPage
      form={form}
      body={body}
      scopes={person?.isException ? exceptionScopes : (form.focus.item?.scopes ?? [])}
      onAction={onAction}
    />
  )
}

function rowItem(row: number): FocusItem {
  return { id: rowId(row), group: 'rows', scopes: ['cycle', 'list'] }
}

const exceptionScopes = ['cycle', 'exception', 'list'] as const

/** The person's own field where the engine gives one, since what is disabled depends on the person. */
function fieldFor(person: PersonView, { given, command }: EntitlementProps, all: FieldView): FieldView {
  const own = person.fields.find((field) => field.command === command)
  return own ?? { ...all, value: given(person) }
}

function columnsOf(
  { view }: ScreenProps,
  all: FieldView | undefined,
  given: EntitlementProps['given'],
  texts: Texts,
  width: number,
): Column[] {
  const labels = new Map<string, TextKey>(all?.options.map(({ value, labelKey }) => [value, labelKey]))
  const nameOf = (person: PersonView) => {
    const key = labels.get(given(person))
    const differs =
      person.isException && given(person) !== all?.value ? ` (${texts.t('ui.single.exception')})` : ''
    return `${key ? texts.t(key) : given(person)}${differs}`
  }
  const room = width - 7 - numberWidth(view.people)
  const choice = Math.min(42, Math.max(Math.floor(room * 0.5), room - 30))
  const email = Math.min(40, room - choice)
  return [
    { title: '', width: email, text: (person) => person.email },
    { title: '', width: choice, text: nameOf, tone: (person) => (person.isException ? 'accent' : 'muted') },
  ]
}
