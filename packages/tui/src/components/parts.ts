import type { Disabled, FieldView, OptionView, Problem } from '@wxcc-onboard/core'
import type { Texts } from '../i18n/texts.ts'
import { symbols, type Tone } from '../theme.ts'
import { headingLine } from './legend.ts'
import { type Line, line, lineWidth, pad, type Segment, sentence, tone, widthOf } from './line.ts'
import { problemsLines } from './problems.ts'
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
  isReasonShown = true,
): Line[] {
  const head = line(
    mark(isFocused),
    tone(refusal === true ? (isFocused ? 'focus' : 'strong') : 'muted', `[ ${label} ]`),
  )
  if (refusal === true || !isReasonShown) return [{ ...head, id: 'continue' }]
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

/** A question that must be confirmed before going on: its text for whom it concerns, and a box to tick. */
export function questionLines(
  problems: readonly Problem[],
  isConfirmed: boolean,
  isFocused: boolean,
  texts: Texts,
  width: number,
): Line[] {
  const box = isConfirmed ? symbols.checked : symbols.unchecked
  return [
    ...problemsLines(problems, texts, width),
    {
      ...line(mark(isFocused), tone(isFocused ? 'focus' : 'plain', `${box} ${texts.t('ui.understood')}`)),
      id: `question:${problems[0]?.code}`,
    },
  ]
}

export function durationText(seconds: number, texts: Texts): string {
  return seconds < 90
    ? texts.t('ui.time.seconds', { count: Math.max(1, Math.round(seconds)) })
    : texts.t('ui.time.minutes', { count: Math.round(seconds / 60) })
}

function masked({ before, after }: TextFieldState): TextFieldState {
  return { before: '•'.repeat([...before].length), after: '•'.repeat([...after].length) }
}
