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
  /** Where the item was, for when it disappears. */
  readonly index: number
}

const pageLength = 10

/** The item with the focus: the one remembered, or the one now in its place. */
export function focusedItem(items: readonly FocusItem[], state: FocusState): FocusItem | undefined {
  return items.find(({ id }) => id === state.id) ?? items[Math.min(state.index, items.length - 1)]
}

export function moveFocus(items: readonly FocusItem[], state: FocusState, action: Action): FocusState {
  const current = Math.max(
    0,
    items.findIndex(({ id }) => id === focusedItem(items, state)?.id),
  )
  const target = Math.max(0, Math.min(items.length - 1, targetOf(items, current, action)))
  return { id: items[target]?.id, index: target }
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
    focusOn: (id) =>
      setState({
        id,
        index: Math.max(
          0,
          items.findIndex((each) => each.id === id),
        ),
      }),
    advance: () => setState((before) => moveFocus(items, before, 'list.nextGroup')),
  }
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
