import { graphemes, widthOf } from './line.ts'

/** A text with a caret in it, as the text before and the text after. */
export interface TextFieldState {
  readonly before: string
  readonly after: string
}

export type TextFieldAction =
  | 'left'
  | 'right'
  | 'start'
  | 'end'
  | 'erase'
  | 'eraseNext'
  | 'eraseWord'
  | 'eraseLine'

export const emptyField: TextFieldState = { before: '', after: '' }

export function fieldOf(value: string): TextFieldState {
  return { before: value, after: '' }
}

export function textOf({ before, after }: TextFieldState): string {
  return before + after
}

/** Inserts on one line: breaks and tabs become blanks, other control characters vanish. */
export function insertText(state: TextFieldState, text: string): TextFieldState {
  const clean = text
    .replace(/[\r\n\t]+/g, ' ')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
    .replace(/[\u0000-\u001f\u007f-\u009f]/g, '')
  return { ...state, before: state.before + clean }
}

export function editText(state: TextFieldState, action: TextFieldAction): TextFieldState {
  const { before, after } = state
  const last = graphemes(before).at(-1) ?? ''
  const first = graphemes(after)[0] ?? ''
  switch (action) {
    case 'left':
      return { before: before.slice(0, before.length - last.length), after: last + after }
    case 'right':
      return { before: before + first, after: after.slice(first.length) }
    case 'start':
      return { before: '', after: before + after }
    case 'end':
      return { before: before + after, after: '' }
    case 'erase':
      return { before: before.slice(0, before.length - last.length), after }
    case 'eraseNext':
      return { before, after: after.slice(first.length) }
    case 'eraseWord':
      return { before: before.replace(/\S*\s*$/u, ''), after }
    case 'eraseLine':
      return { before: '', after }
  }
}

/** What of the field is visible in `width` columns, and the column of the caret in it. */
export function visiblePart(state: TextFieldState, width: number): { text: string; caret: number } {
  const room = Math.max(1, width - 1)
  let start = graphemes(state.before)
  while (widthOf(start.join('')) > room) start = start.slice(1)
  const before = start.join('')
  const caret = widthOf(before)
  let text = before
  for (const part of graphemes(state.after)) {
    if (widthOf(text + part) > room) break
    text += part
  }
  return { text, caret }
}
