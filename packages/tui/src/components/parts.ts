import type { Disabled, FieldView, OptionView, Problem } from '@wxcc-onboard/core'
import type { TextKey, Texts } from '../i18n/texts.ts'
import { symbols, type Tone } from '../theme.ts'
import { headingLine } from './legend.ts'
import { type Line, line, lineWidth, pad, type Segment, sentence, tone, widthOf } from './line.ts'
import { type TextFieldState, visiblePart } from './text-field-state.ts'

/** Room for the mark of the focus, which every line that can have it begins with. */
export function mark(isFocused: boolean): Segment {
  return tone('focus', isFocused ? `${symbols.focus} ` : '  ')
}

export function reasonText(disabled: Disabled, texts: Texts): string {
  const rule = disabled.rule ? ` ${texts.t('ui.rule', { rule: disabled.rule })}` : ''
  return texts.t(`disabled.${disabled.code}`, disabled.facts) + rule
}

export function optionId(field: FieldView, option: OptionView): string {
  return `${field.id}=${option.value}`
}

/** A question with all its answers; what cannot be chosen stands there with the reason. */
export function choiceLines(
  field: FieldView,
  focus: string | undefined,
  texts: Texts,
  width: number,
): Line[] {
  return [
    headingLine(texts.t(field.labelKey)),
    ...field.options.flatMap((option) =>
      optionLines(option, field.value === option.value, {
        id: optionId(field, option),
        isFocused: focus === optionId(field, option),
        texts,
        width,
      }),
    ),
  ]
}

interface Place {
  readonly id: string
  readonly isFocused: boolean
  readonly texts: Texts
  readonly width: number
}

function optionLines(option: OptionView, isChosen: boolean, { id, isFocused, texts, width }: Place): Line[] {
  const label = texts.t(option.labelKey, option.facts)
  const name: Tone = option.disabled ? 'muted' : isFocused ? 'focus' : 'plain'
  const head = line(mark(isFocused), tone(name, `${isChosen ? symbols.chosen : symbols.open} ${label}`))
  if (option.disabled) {
    const reason = texts.t('ui.because', { reason: reasonText(option.disabled, texts) })
    if (lineWidth(head) + 1 + widthOf(reason) <= width)
      return [{ ...line(...head.segments, tone('muted', ` ${reason}`)), id }]
    return [{ ...head, id }, ...sentence(reason, width, 'muted', { text: '      ' })]
  }
  const hints = [
    option.isSuggested ? texts.t('ui.suggested') : '',
    option.rule ? texts.t('ui.rule', { rule: option.rule }) : '',
  ]
  const hint = hints.filter(Boolean).join(' ')
  const fits = hint !== '' && lineWidth(head) + 2 + widthOf(hint) <= width
  return [{ ...line(...head.segments, fits ? tone('muted', `  ${hint}`) : undefined), id }]
}

/** A question on one line, whose answer the arrow keys change. */
export function cycleLine(field: FieldView, isFocused: boolean, texts: Texts, label: number): Line {
  const chosen = field.options.find(({ value }) => value === field.value)
  return {
    ...line(
      mark(isFocused),
      pad(texts.t(field.labelKey), label),
      tone(isFocused ? 'focus' : 'plain', `  ‹ ${chosen ? texts.t(chosen.labelKey, chosen.facts) : ''} ›`),
    ),
    id: field.id,
  }
}

/** The answer after (or before) the present one that can be chosen, and those left out because they cannot. */
export function cycled(
  field: FieldView,
  step: 1 | -1,
): { option?: OptionView; skipped: readonly OptionView[] } {
  const { options } = field
  const start = options.findIndex(({ value }) => value === field.value)
  const skipped: OptionView[] = []
  for (let count = 1; count <= options.length; count += 1) {
    const option = options[(start + step * count + options.length * 2) % options.length]
    if (option && !option.disabled) return { option, skipped }
    if (option) skipped.push(option)
  }
  return { skipped }
}

export function buttonLines(
  label: string,
  isFocused: boolean,
  refusal: Disabled | true,
  texts: Texts,
  width: number,
): Line[] {
  const head = line(
    mark(isFocused),
    tone(refusal === true ? (isFocused ? 'focus' : 'strong') : 'muted', `[ ${label} ]`),
  )
  if (refusal === true) return [{ ...head, id: 'continue' }]
  const reason = ` ${texts.t('ui.because', { reason: reasonText(refusal, texts) })}`
  if (lineWidth(head) + widthOf(reason) <= width)
    return [{ ...line(...head.segments, tone('muted', reason)), id: 'continue' }]
  return [{ ...head, id: 'continue' }, ...sentence(reason.trim(), width, 'muted', { text: '    ' })]
}

interface FieldPlace extends Place {
  readonly label: string
  readonly labelWidth: number
  readonly isMasked?: boolean
}

export function textFieldLine(state: TextFieldState, place: FieldPlace): Line {
  const lead = `${pad(place.label, place.labelWidth)} `
  const room = Math.max(4, place.width - widthOf(lead) - 3)
  const shown = place.isMasked ? masked(state) : state
  const { text, caret } = visiblePart(shown, room)
  const start = 2 + widthOf(lead)
  return {
    ...line(
      mark(place.isFocused),
      tone(place.isFocused ? 'focus' : 'plain', lead),
      text === '' && !place.isFocused ? tone('muted', '…') : text,
    ),
    id: place.id,
    ...(place.isFocused ? { cursor: start + caret } : {}),
  }
}

const problemTones: Readonly<Record<Problem['severity'], readonly [Tone, string]>> = {
  error: ['bad', symbols.failed],
  question: ['caution', symbols.question],
  warning: ['caution', symbols.caution],
  notice: ['muted', symbols.notice],
}

export function problemTone(problem: Problem): readonly [Tone, string] {
  return problemTones[problem.severity]
}

export function problemText(problem: Problem, texts: Texts): string {
  const rule = problem.rule ? ` ${texts.t('ui.rule', { rule: problem.rule })}` : ''
  return texts.t(`problem.${problem.code}`, factsOf(problem)) + rule
}

/** What is wrong, where, by which rule, and what to do. */
export function problemLines(problem: Problem, texts: Texts, width: number, isSubjectShown = true): Line[] {
  const [name, symbol] = problemTone(problem)
  const { t } = texts
  const text = problemText(problem, texts)
  const where = isSubjectShown ? located(problem, text, texts) : text
  const word = t(`ui.severity.${problem.severity}`)
  const next: TextKey = `problem.${problem.code}.next`
  return [
    ...sentence(where, width, name, tone(name, `${symbol} ${word}: `)),
    ...(problem.severity === 'notice'
      ? []
      : sentence(t('ui.next', { text: t(next, factsOf(problem)) }), width, 'plain', { text: '    ' })),
  ]
}

const longestRepeat = 3

/** Many problems; what is alike is counted after the third. */
export function problemsLines(problems: readonly Problem[], texts: Texts, width: number): Line[] {
  const byCode = new Map<string, Problem[]>()
  for (const problem of problems) byCode.set(problem.code, [...(byCode.get(problem.code) ?? []), problem])
  return [...byCode.values()].flatMap((alike) => [
    ...alike.slice(0, longestRepeat).flatMap((problem) => problemLines(problem, texts, width)),
    ...(alike.length > longestRepeat
      ? [line(tone('muted', `    ${texts.t('ui.andMore', { count: alike.length - longestRepeat })}`))]
      : []),
  ])
}

/** A question that must be confirmed before going on: its text, and a box to tick. */
export function questionLines(
  problem: Problem,
  isConfirmed: boolean,
  isFocused: boolean,
  texts: Texts,
  width: number,
): Line[] {
  const box = isConfirmed ? symbols.checked : symbols.unchecked
  return [
    ...problemLines(problem, texts, width),
    {
      ...line(mark(isFocused), tone(isFocused ? 'focus' : 'plain', `${box} ${texts.t('ui.understood')}`)),
      id: `question:${problem.code}`,
    },
  ]
}

export function durationText(seconds: number, texts: Texts): string {
  return seconds < 90
    ? texts.t('ui.time.seconds', { count: Math.max(1, Math.round(seconds)) })
    : texts.t('ui.time.minutes', { count: Math.round(seconds / 60) })
}

function located({ subject }: Problem, text: string, { t }: Texts): string {
  if (subject.kind !== 'person') return text
  if (subject.row === undefined) return t('ui.about', { email: subject.email, text })
  return t('ui.row', { row: subject.row, email: subject.email, text })
}

function factsOf({ subject, facts }: Problem): Problem['facts'] {
  if (subject.kind === 'person')
    return { email: subject.email, ...(subject.row === undefined ? {} : { row: subject.row }), ...facts }
  return subject.kind === 'request' ? { path: subject.path, ...facts } : facts
}

function masked({ before, after }: TextFieldState): TextFieldState {
  return { before: '•'.repeat([...before].length), after: '•'.repeat([...after].length) }
}
