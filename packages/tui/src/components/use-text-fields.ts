import { useState } from 'react'
import type { Action } from '../keys/bindings.ts'
import {
  editText,
  emptyField,
  fieldOf,
  insertText,
  type TextFieldAction,
  type TextFieldState,
  textOf,
} from './text-field-state.ts'

export interface TextFields<Name extends string> {
  field(name: Name): TextFieldState
  value(name: Name): string
  insert(name: Name, text: string): void
  /** True when the action edits text. */
  edit(name: Name, action: Action): boolean
  reset(values?: Partial<Record<Name, string>>): void
}

/** Several one-line texts by name. */
export function useTextFields<Name extends string>(): TextFields<Name> {
  const [fields, setFields] = useState<Partial<Record<Name, TextFieldState>>>({})
  const field = (name: Name) => fields[name] ?? emptyField
  const change = (name: Name, next: (state: TextFieldState) => TextFieldState) =>
    setFields((before) => ({ ...before, [name]: next(before[name] ?? emptyField) }))
  return {
    field,
    value: (name) => textOf(field(name)),
    insert: (name, text) => change(name, (state) => insertText(state, text)),
    edit(name, action) {
      const edit = editOf(action)
      if (edit) change(name, (state) => editText(state, edit))
      return edit !== undefined
    },
    reset: (values = {}) =>
      setFields(
        Object.fromEntries(
          Object.entries<string | undefined>(values).map(([name, value]) => [name, fieldOf(value ?? '')]),
        ) as Partial<Record<Name, TextFieldState>>,
      ),
  }
}

function editOf(action: Action): TextFieldAction | undefined {
  return action.startsWith('text.') && action !== 'text.submit'
    ? (action.slice('text.'.length) as TextFieldAction)
    : undefined
}
