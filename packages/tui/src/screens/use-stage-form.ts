import type { FieldView, OptionView, Problem } from '@wxcc-onboard/core'
import { type Focus, type FocusItem, useFocus } from '../components/focus.ts'
import { blank, type Line, line, tone } from '../components/line.ts'
import { buttonLines, optionId, problemsLines, questionLines, reasonText } from '../components/parts.ts'
import { useShell, useWidth } from '../components/shell.ts'
import { useSpinner } from '../components/spinner.ts'
import type { Action } from '../keys/bindings.ts'
import { answerOf } from './answers.ts'
import type { ScreenProps } from './screen.ts'

export interface StageForm {
  readonly focus: Focus
  /** Problems, and questions to confirm. */
  readonly problems: readonly Line[]
  /** Problems and the way on: the end of every form. */
  readonly tail: readonly Line[]
  /** True when the action belonged to the form. */
  handle(action: Action): boolean
}

/** What all forms have in common: options, questions to confirm, Continue. */
export function useStageForm(
  { view, stage, send }: ScreenProps,
  items: readonly FocusItem[],
  initial?: string,
): StageForm {
  const shell = useShell()
  const width = useWidth()
  const spin = useSpinner(view.mode === 'working')
  const questions = questionsOf(view.problems)
  const focus = useFocus(
    [
      ...items,
      ...questions.map(
        ({ code }): FocusItem => ({
          id: `question:${code}`,
          group: 'questions',
          scopes: ['question', 'list'],
        }),
      ),
      { id: 'continue', group: 'continue', scopes: ['button', 'list'] },
    ],
    initial,
  )

  const choose = (action: Action) => {
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

  const problems = tailProblems(view.problems, questions, view.acknowledged, focus.id, shell.texts, width)
  return {
    focus,
    problems,
    tail: [
      ...problems,
      blank,
      ...(view.mode === 'working'
        ? [line(tone('accent', `${spin} `), shell.texts.t('ui.looking'))]
        : buttonLines(
            shell.texts.t('ui.continue'),
            focus.id === 'continue',
            view.can.next,
            shell.texts,
            width,
          )),
    ],
    handle(action) {
      if (focus.move(action)) return true
      if (action === 'button.press') send({ type: 'stage.next' })
      else if (action === 'question.toggle') {
        const code = questions.find((question) => focus.id === `question:${question.code}`)?.code
        if (code)
          send({ type: 'problem.acknowledge', code, isAcknowledged: !view.acknowledged.includes(code) })
      } else if (action === 'option.accept' || action === 'option.choose') return choose(action)
      else return false
      return true
    },
  }
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

function tailProblems(
  problems: readonly Problem[],
  questions: readonly Problem[],
  acknowledged: readonly string[],
  focus: string | undefined,
  texts: Parameters<typeof problemsLines>[1],
  width: number,
): Line[] {
  if (problems.length === 0) return []
  const repeated = problems.filter(
    (problem) => problem.severity === 'question' && !questions.includes(problem),
  )
  return [
    blank,
    ...problemsLines(
      [...problems.filter(({ severity }) => severity !== 'question'), ...repeated],
      texts,
      width,
    ),
    ...questions.flatMap((question) =>
      questionLines(
        question,
        acknowledged.includes(question.code),
        focus === `question:${question.code}`,
        texts,
        width,
      ),
    ),
  ]
}
