import { useInput, usePaste } from 'ink'
import { useEffect, useRef } from 'react'
import { type Action, actionFor, type Scope } from './bindings.ts'
import { isUnmarkedPaste, keyName } from './key-name.ts'

export interface KeyHandlers {
  readonly scopes: readonly Scope[]
  /** A text field has the focus: single characters are text. */
  readonly isTyping: boolean
  onAction(action: Action): void
  onText?(text: string): void
  onPaste?(text: string): void
  /** Any key at all, before it acts. */
  onAnyKey?(): void
}

/** The only place that reads the keyboard. */
export function useKeys(handlers: KeyHandlers): void {
  const latest = useRef(handlers)
  latest.current = handlers
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  const press = (key: string) => {
    const { scopes, isTyping, onAction } = latest.current
    const action = actionFor(key, scopes, isTyping)
    if (action) onAction(action)
    else if (isTyping && key === 'space') latest.current.onText?.(' ')
  }

  // One key at a time, so that each sees what the one before it changed.
  const pressAll = ([first, ...rest]: readonly string[]) => {
    if (first === undefined) return
    press(first)
    if (rest.length > 0) timer.current = setTimeout(() => pressAll(rest), 0)
  }

  useInput((input, key) => {
    latest.current.onAnyKey?.()
    const name = keyName(input, key)
    if (name !== undefined) return press(name)
    if (input === '' || key.meta) return
    if (isUnmarkedPaste(input)) return latest.current.onPaste?.(input)
    if (latest.current.isTyping) return latest.current.onText?.(input)
    pressAll(Array.from(input, (char) => (char === ' ' ? 'space' : char)))
  })

  usePaste((text) => {
    latest.current.onAnyKey?.()
    latest.current.onPaste?.(text)
  })
}
