/** One action of the keyboard. `isMinor` ones are in the help, not in the legend. */
export interface Binding {
  readonly keys: readonly string[]
  readonly isMinor?: true
}

/**
 * Every key of the wizard, by where it works. This table drives the handlers, the legend, `?` and the docs.
 * Plain letters and `?` are typed characters while a text field has the focus; Esc and Ctrl keys work there too.
 */
export const bindings = {
  option: { accept: { keys: ['enter'] }, choose: { keys: ['space'] } },
  button: { press: { keys: ['enter', 'space'] } },
  question: { toggle: { keys: ['space', 'enter'] } },
  cycle: { next: { keys: ['right'] }, previous: { keys: ['left'], isMinor: true } },
  people: { edit: { keys: ['enter', 'e'] }, remove: { keys: ['d', 'delete'] } },
  addresses: { remove: { keys: ['d', 'delete'] } },
  draft: { remove: { keys: ['d', 'delete'] } },
  exception: { clear: { keys: ['x'] } },
  path: { complete: { keys: ['tab'] } },
  rows: { open: { keys: ['enter'] }, filter: { keys: ['f'] } },
  row: { next: { keys: ['right'] }, previous: { keys: ['left'], isMinor: true } },
  damages: { toggle: { keys: ['space', 'enter'] } },
  text: {
    submit: { keys: ['enter'] },
    left: { keys: ['left'], isMinor: true },
    right: { keys: ['right', 'ctrl+f'], isMinor: true },
    start: { keys: ['home', 'ctrl+a'], isMinor: true },
    end: { keys: ['end', 'ctrl+e'], isMinor: true },
    erase: { keys: ['backspace'], isMinor: true },
    eraseNext: { keys: ['delete', 'ctrl+d'], isMinor: true },
    eraseWord: { keys: ['ctrl+w'], isMinor: true },
    eraseLine: { keys: ['ctrl+u'], isMinor: true },
  },
  list: {
    down: { keys: ['down'] },
    up: { keys: ['up'], isMinor: true },
    nextGroup: { keys: ['tab'] },
    previousGroup: { keys: ['shift+tab'], isMinor: true },
    pageDown: { keys: ['pagedown'], isMinor: true },
    pageUp: { keys: ['pageup'], isMinor: true },
    first: { keys: ['home'], isMinor: true },
    last: { keys: ['end'], isMinor: true },
  },
  scroll: {
    down: { keys: ['down'] },
    up: { keys: ['up'], isMinor: true },
    pageDown: { keys: ['pagedown', 'space'], isMinor: true },
    pageUp: { keys: ['pageup'], isMinor: true },
    first: { keys: ['home'], isMinor: true },
    last: { keys: ['end'], isMinor: true },
  },
  plan: { approve: { keys: ['enter', 'tab'] } },
  review: { renew: { keys: ['ctrl+r'] } },
  moved: { later: { keys: ['l'] } },
  failed: { retry: { keys: ['r', 'enter'] } },
  saving: { stop: { keys: ['s'] } },
  task: { done: { keys: ['d'] }, skip: { keys: ['s'] }, later: { keys: ['l'] } },
  imported: { done: { keys: ['d'] }, later: { keys: ['l'] } },
  reading: { enough: { keys: ['w'] }, undo: { keys: ['n'] }, later: { keys: ['l'] } },
  report: { retry: { keys: ['r'] } },
  help: { close: { keys: ['esc', '?', 'q', 'ctrl+b', 'ctrl+g', 'ctrl+c', 'ctrl+o'] } },
  confirm: { yes: { keys: ['y', 'ctrl+c'] }, no: { keys: ['n', 'esc'] } },
  forward: { next: { keys: ['ctrl+n'] } },
  backward: { back: { keys: ['esc', 'ctrl+b'] }, jump: { keys: ['ctrl+o'] } },
  page: { help: { keys: ['?', 'ctrl+g'] }, leave: { keys: ['q', 'ctrl+c'] } },
} as const satisfies Record<string, Record<string, Binding>>

export type Scope = keyof typeof bindings

/** For example `page.help`: scope and name of an action. */
export type Action = { [S in Scope]: `${S}.${keyof (typeof bindings)[S] & string}` }[Scope]

/** Where the catalog says what the action does. */
export type ActionKey = `key.${Action}`

export interface BoundAction {
  readonly action: Action
  readonly binding: Binding
}

/** The actions of the scopes, in the order given: the first that knows a key takes it from the later ones. */
export function actionsOf(scopes: readonly Scope[]): BoundAction[] {
  const taken = new Set<string>()
  return scopes.flatMap((scope) =>
    Object.entries<Binding>(bindings[scope]).flatMap(([name, binding]) => {
      const keys = binding.keys.filter((key) => !taken.has(key))
      for (const key of keys) taken.add(key)
      return keys.length > 0 ? [{ action: `${scope}.${name}` as Action, binding: { ...binding, keys } }] : []
    }),
  )
}

/** What the key does here; while typing, single characters are text and never an action. */
export function actionFor(key: string, scopes: readonly Scope[], isTyping: boolean): Action | undefined {
  if (isTyping && (isCharacter(key) || key === 'space')) return undefined
  return actionsOf(scopes).find(({ binding }) => binding.keys.includes(key))?.action
}

/** Keys that do something here, first the ones that work while typing. */
export function usableKeys(binding: Binding, isTyping: boolean): readonly string[] {
  return binding.keys.filter((key) => !isTyping || !(isCharacter(key) || key === 'space'))
}

function isCharacter(key: string): boolean {
  return [...key].length === 1
}
