import { useState } from 'react'
import type { Action, Scope } from '../keys/bindings.ts'

/** Something on a page that can have the focus. `group` is what Tab goes between. */
export interface FocusItem {
  readonly id: string
  readonly group: string
  readonly scopes: readonly Scope[]
  readonly isTyping?: boolean
}

export interface FocusState {
  readonly id: string | undefined
  /** Where the item was and among which, for when it disappears. */
  readonly index: number
  readonly group?: string | undefined
}

const pageLength = 10

/** The item with the focus: the one remembered, or the one now in its place among its like. */
export function focusedItem(items: readonly FocusItem[], state: FocusState): FocusItem | undefined {
  const index = indexOfItem(items, state)
  if (index >= 0) return items[index]
  const here = items[Math.min(state.index, items.length - 1)]
  if (here?.group === state.group) return here
  return items.findLast(({ group }, index) => group === state.group && index <= state.index) ?? here
}

/** Looks where it was first: among thousands it is there, unless something was added or removed. */
function indexOfItem(items: readonly FocusItem[], { id, index }: FocusState): number {
  return items[index]?.id === id ? index : items.findIndex((item) => item.id === id)
}

export function moveFocus(items: readonly FocusItem[], state: FocusState, action: Action): FocusState {
  const found = indexOfItem(items, state)
  const focused = found < 0 ? focusedItem(items, state) : undefined
  const current = found < 0 ? Math.max(0, focused ? items.indexOf(focused) : 0) : found
  const target = Math.max(0, Math.min(items.length - 1, targetOf(items, current, action)))
  return stateAt(items, target)
}

export interface Focus {
  readonly item: FocusItem | undefined
  readonly id: string | undefined
  /** True when the action moved the focus. */
  move(action: Action): boolean
  focusOn(id: string): void
  /** To the next group, as after an answer. */
  advance(): void
}

export function useFocus(items: readonly FocusItem[], initial?: string): Focus {
  const [state, setState] = useState<FocusState>({ id: initial, index: 0 })
  const item = focusedItem(items, state)
  return {
    item,
    id: item?.id,
    move(action) {
      if (!action.startsWith('list.')) return false
      setState((before) => moveFocus(items, before, action))
      return true
    },
    focusOn(id) {
      const index = items.findIndex((each) => each.id === id)
      setState(index < 0 ? { id, index: 0 } : stateAt(items, index))
    },
    advance: () => setState((before) => moveFocus(items, before, 'list.nextGroup')),
  }
}

function stateAt(items: readonly FocusItem[], index: number): FocusState {
  return { id: items[index]?.id, index, group: items[index]?.group }
}

function targetOf(items: readonly FocusItem[], current: number, action: Action): number {
  const group = items[current]?.group
  switch (action) {
    case 'list.down':
      return current + 1
    case 'list.up':
      return current - 1
    case 'list.pageDown':
      return current + pageLength
    case 'list.pageUp':
      return current - pageLength
    case 'list.first':
      return 0
    case 'list.last':
      return items.length - 1
    case 'list.nextGroup': {
      const next = items.findIndex((item, index) => index > current && item.group !== group)
      return next < 0 ? items.length - 1 : next
    }
    case 'list.previousGroup': {
      const previous = items.findLast((item, index) => index < current && item.group !== group)?.group
      return Math.max(
        0,
        items.findIndex((item) => item.group === previous),
      )
    }
    default:
      return current
  }
}
