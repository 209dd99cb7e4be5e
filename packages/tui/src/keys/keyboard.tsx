import { useInput, usePaste } from 'ink'
import { createContext, type ReactNode, type RefObject, use, useEffect, useLayoutEffect, useRef } from 'react'
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

const KeyboardContext = createContext<RefObject<KeyHandlers | undefined> | undefined>(undefined)

/**
 * The only place that reads the keyboard. It stays while pages come and go, so that no key is lost between two of
 * them, and the terminal is not switched back and forth.
 */
export function Keyboard({ children }: { children: ReactNode }) {
  const page = useRef<KeyHandlers>(undefined)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  // One key at a time, so that each sees what the one before it changed.
  const pressAll = ([first, ...rest]: readonly string[]) => {
    if (first === undefined) return
    press(first, page.current)
    if (rest.length > 0) timer.current = setTimeout(() => pressAll(rest), 0)
  }

  useInput((input, key) => {
    const handlers = page.current
    handlers?.onAnyKey?.()
    const name = keyName(input, key)
    if (name !== undefined) return press(name, handlers)
    if (input === '' || key.meta) return
    if (isUnmarkedPaste(input)) return handlers?.onPaste?.(input)
    if (handlers?.isTyping) return handlers.onText?.(input)
    pressAll(Array.from(input, (char) => (char === ' ' ? 'space' : char)))
  })

  usePaste((text) => {
    page.current?.onAnyKey?.()
    page.current?.onPaste?.(text)
  })

  return <KeyboardContext value={page}>{children}</KeyboardContext>
}

/** Makes the page the one that gets the keys. */
export function useKeys(handlers: KeyHandlers): void {
  const page = use(KeyboardContext)
  useLayoutEffect(() => {
    if (page) page.current = handlers
  })
}

function press(key: string, handlers: KeyHandlers | undefined): void {
  if (!handlers) return
  const action = actionFor(key, handlers.scopes, handlers.isTyping)
  if (action) handlers.onAction(action)
  else if (handlers.isTyping && key === 'space') handlers.onText?.(' ')
}
