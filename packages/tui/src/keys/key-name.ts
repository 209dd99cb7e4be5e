import type { Key } from 'ink'

const named = [
  ['return', 'enter'],
  ['escape', 'esc'],
  ['upArrow', 'up'],
  ['downArrow', 'down'],
  ['leftArrow', 'left'],
  ['rightArrow', 'right'],
  ['pageUp', 'pageup'],
  ['pageDown', 'pagedown'],
  ['home', 'home'],
  ['end', 'end'],
  ['backspace', 'backspace'],
  ['delete', 'delete'],
] as const satisfies readonly (readonly [keyof Key, string])[]

/** The name of a key as the table of bindings writes it; undefined for text. */
export function keyName(input: string, key: Key): string | undefined {
  if (key.tab) return key.shift ? 'shift+tab' : 'tab'
  const name = named.find(([flag]) => key[flag])?.[1]
  if (name) return name
  if (input === '\n') return 'enter'
  if (key.ctrl) return input === '' ? undefined : `ctrl+${input}`
  if (input === ' ') return 'space'
  return undefined
}

/**
 * Characters of one write, which a slow line delivers together. A chunk with a line break and more in it was
 * pasted by a terminal without bracketed paste: it is text, and its Enter must not act.
 */
export function isUnmarkedPaste(input: string): boolean {
  return [...input].length > 1 && /[\r\n]/.test(input)
}
