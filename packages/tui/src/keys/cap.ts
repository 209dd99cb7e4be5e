const caps: Readonly<Record<string, string>> = {
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
  enter: 'Enter',
  esc: 'Esc',
  space: 'Space',
  tab: 'Tab',
  'shift+tab': 'Shift+Tab',
  pageup: 'PgUp',
  pagedown: 'PgDn',
  home: 'Home',
  end: 'End',
  delete: 'Del',
  backspace: 'Backspace',
}

/** A key as it is printed on the keyboard. */
export function capOf(key: string): string {
  const control = /^ctrl\+(.)$/.exec(key)?.[1]
  return control ? `Ctrl+${control.toUpperCase()}` : (caps[key] ?? key)
}
