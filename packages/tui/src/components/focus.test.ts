import { describe, expect, it } from 'vitest'
import type { Action } from '../keys/bindings.ts'
import { type FocusItem, focusedItem, moveFocus } from './focus.ts'

const items: readonly FocusItem[] = [
  { id: 'a1', group: 'a', scopes: [] },
  { id: 'a2', group: 'a', scopes: [] },
  { id: 'b1', group: 'b', scopes: [] },
  { id: 'b2', group: 'b', scopes: [] },
  { id: 'c', group: 'c', scopes: [] },
]

describe('the focus', () => {
  it.each<[Action, string, string]>([
    ['list.down', 'a1', 'a2'],
    ['list.down', 'c', 'c'],
    ['list.up', 'a1', 'a1'],
    ['list.nextGroup', 'a1', 'b1'],
    ['list.nextGroup', 'c', 'c'],
    ['list.previousGroup', 'c', 'b1'],
    ['list.previousGroup', 'a2', 'a1'],
    ['list.first', 'c', 'a1'],
    ['list.last', 'a1', 'c'],
    ['list.pageDown', 'a1', 'c'],
  ])('%s leads from %s to %s', (action, from, to) => {
    expect(moveFocus(items, { id: from, index: 0 }, action).id).toBe(to)
  })

  it('stays among its like when the item disappears', () => {
    const state = moveFocus(items, { id: 'b1', index: 2 }, 'list.down')
    expect(
      focusedItem(
        items.filter(({ id }) => id !== 'b2'),
        state,
      )?.id,
    ).toBe('b1')
  })
})
