import type { FieldView, OptionView, Problem, View } from '@wxcc-onboard/core'
import { useMemo, useState } from 'react'
import { type Focus, type FocusItem, useFocus } from '../components/focus.ts'
import { blank, type Line, line, sentence, tone } from '../components/line.ts'
import { buttonLines, optionId, questionLines, reasonText } from '../components/parts.ts'
import { rowId } from '../components/people-table.ts'
import { groupsOf, nextText, problemsLines } from '../components/problems.ts'
import { type Shell, useShell, useWidth } from '../components/shell.ts'
import { useSpinner } from '../components/spinner.ts'
import type { Action } from '../keys/bindings.ts'
import { symbols } from '../theme.ts'
import { answerOf } from './answers.ts'
import type { ScreenProps } from './screen.ts'

export interface StageForm {
  readonly focus: Focus
  /** What keeps from going on and can be put right. */
  readonly errors: readonly Line[]
  /** What is worth knowing, without errors and questions. */
  readonly remarks: readonly Line[]
  /** Questions to confirm. */
  readonly questions: readonly Line[]
  /** The way on by itself. */
  readonly button: readonly Line[]
  /** Problems and the way on: the end of every form. */
  readonly tail: readonly Line[]
  /** True when the action belonged to the form. */
  handle(action: Action): boolean
  /** To the next stage; where that is refused, says why and goes to the cause. */
  next(): void
  /** To the next stage with what was just sent, about which the view does not tell yet. */
  tryNext(): void
}

export interface StageFormOptions {
  /** What has the focus at first. */
  readonly initial?: string | undefined
  /** What comes behind the way on: lists that may be long. */
  readonly after?: readonly FocusItem[]
  /** Instead of the button that goes on. */
  readonly last?: FocusItem
  /** Problems that the page tells elsewhere. */
  readonly isTold?: (problem: Problem) => boolean
}

const none: readonly FocusItem[] = []

const toContinue: FocusItem = { id: 'continue', group: 'continue', scopes: ['button', 'list'] }

/** What all forms have in common: options, questions to confirm, and the way on. */
export function useStageForm(
  props: ScreenProps,
  items: readonly FocusItem[],
  { initial, after = none, last = toContinue, isTold }: StageFormOptions = {},
): StageForm {
  const { view, send } = props
  const shell = useShell()
  const [isTried, setTried] = useState(false)
  const questions = useMemo(() => questionsOf(view.problems), [view.problems])
  const all = useMemo(
    () => [...items, ...questions.map(questionItem), last, ...after],
    [items, questions, last, after],
  )
  const focus = useFocus(all, initial)

  const tryNext = () => {
    setTried(true)
    send({ type: 'stage.next' })
  }

  const next = () => {
    const refusal = view.stage === 'review' || view.stage === 'saving' ? view.can.approve : view.can.next
    if (refusal === true) return send({ type: 'stage.next' })
    setTried(true)
    const cause = blockerOf(view, all)
    if (cause) focus.focusOn(cause)
    shell.notify(shell.texts.t('ui.notYet', { reason: reasonText(refusal, shell.texts) }))
  }

  const handle = (action: Action) => {
    if (focus.move(action)) return true
    if (action === 'button.press') next()
    else if (action === 'question.toggle') {
      const code = questions.find((question) => focus.id === `question:${question.code}`)?.code
      if (code) send({ type: 'problem.acknowledge', code, isAcknowledged: !view.acknowledged.includes(code) })
    } else if (action === 'option.accept' || action === 'option.choose')
      return choose(props, shell, focus, action)
    else return false
    return true
  }

  return { focus, next, tryNext, handle, ...useFormLines(view, focus.id, isTried, isTold) }
}

/** Answers that a stage begins without. They are asked for calmly until somebody tries to go on. */
const unanswered: readonly Problem['code'][] = [
  'platform.unanswered',
  'people.none',
  'file.none',
  'csv.repair-open',
  'csv.mode-open',
]

function useFormLines(
  view: View,
  focus: string | undefined,
  isTried: boolean,
  isTold: StageFormOptions['isTold'],
) {
  const { texts } = useShell()
  const width = useWidth()
  const isWorking = view.mode === 'working'
  const spin = useSpinner(isWorking)
  const { problems, acknowledged } = view
  const isUnanswered = useMemo(() => problems.some(({ code }) => unanswered.includes(code)), [problems])
  const isCalm = !isTried && isUnanswered
  const lines = useMemo(() => {
    const rest = problems.filter((problem) => problem.severity !== 'question' && !isTold?.(problem))
    const hints = isCalm ? rest.filter(({ code }) => unanswered.includes(code)) : []
    const told = rest.filter((problem) => !hints.includes(problem))
    return {
      hints: hints.flatMap((hint) =>
        sentence(nextText(hint, texts), width, 'muted', tone('muted', `${symbols.notice} `)),
      ),
      errors: problemsLines(
        told.filter(({ severity }) => severity === 'error'),
        texts,
        width,
      ),
      remarks: problemsLines(
        told.filter(({ severity }) => severity !== 'error'),
        texts,
        width,
      ),
    }
  }, [problems, texts, width, isCalm, isTold])
  const asked = useMemo(
    () => groupsOf(problems.filter(({ severity }) => severity === 'question')),
    [problems],
  )
  const questions = asked.flatMap((alike) => {
    const code = alike[0]?.code ?? ''
    return questionLines(alike, acknowledged.includes(code), focus === `question:${code}`, texts, width)
  })
  const button = isWorking
    ? [line(tone('accent', `${spin} `), texts.t('ui.looking'))]
    : buttonLines(texts.t('ui.continue'), focus === 'continue', view.can.next, texts, width, !isCalm)
  const said = [...lines.hints, ...lines.errors, ...lines.remarks, ...questions]
  const tail = [...(said.length > 0 ? [blank] : []), ...said, blank, ...button]
  return { ...lines, questions, button, tail }
}

function choose({ stage, send }: ScreenProps, shell: Shell, focus: Focus, action: Action): boolean {
  const found = optionAt(stage.fields, focus.id)
  if (!found) return false
  const { field, option } = found
  if (option.disabled) {
    shell.notify(reasonText(option.disabled, shell.texts))
    return true
  }
  const answer = answerOf(field, option.value)
  if (answer) send(answer)
  if (action === 'option.accept') focus.advance()
  return true
}

function questionItem({ code }: Problem): FocusItem {
  return { id: `question:${code}`, group: 'questions', scopes: ['question', 'list'] }
}

/** The options of a choice, as things that can have the focus. */
export function optionItems(field: FieldView): FocusItem[] {
  return field.options.map((option) => ({
    id: optionId(field, option),
    group: field.id,
    scopes: ['option', 'list'],
  }))
}

function optionAt(fields: readonly FieldView[], id: string | undefined) {
  for (const field of fields) {
    const option: OptionView | undefined = field.options.find((each) => optionId(field, each) === id)
    if (option) return { field, option }
  }
  return undefined
}

function questionsOf(problems: readonly Problem[]): Problem[] {
  const asked = problems.filter(({ severity }) => severity === 'question')
  return [...new Map(asked.map((problem) => [problem.code, problem])).values()]
}

/** Questions of a page that are answered by choosing. */
const fieldOf: Partial<Record<Problem['code'], string>> = {
  'csv.repair-open': 'repair',
  'csv.mode-open': 'mode',
}

/** The first thing on the page that keeps from going on: a row with an error, or a question not confirmed. */
function blockerOf({ problems, acknowledged }: View, items: readonly FocusItem[]): string | undefined {
  const errors = problems.filter(({ severity }) => severity === 'error')
  const field = errors.flatMap(({ code }) => fieldOf[code] ?? [])[0]
  if (field !== undefined) return items.find(({ group }) => group === field)?.id
  if (errors.length > 0) {
    const rows = errors.flatMap(({ subject }) => (subject.kind === 'person' ? [subject.row ?? Infinity] : []))
    const first = rowId(rows.reduce((a, b) => Math.min(a, b), Infinity))
    return items.find(({ id }) => id === first)?.id
  }
  const question = problems.find(
    ({ code, severity }) => severity === 'question' && !acknowledged.includes(code),
  )
  return question && `question:${question.code}`
}
