import type { Key } from 'ink'
import { describe, expect, it } from 'vitest'
import { actionFor, type Binding, bindings, type Scope, usableKeys } from './bindings.ts'
import { isUnmarkedPaste, keyName } from './key-name.ts'

const key = (change: Partial<Key> = {}) => change as Key

describe('the key table', () => {
  it('M17: gives no key two meanings where it works', () => {
    const together: readonly Scope[][] = [
      ['option', 'list', 'forward', 'backward', 'page'],
      ['button', 'list', 'forward', 'backward', 'page'],
      ['question', 'list', 'forward', 'backward', 'page'],
      ['people', 'list', 'forward', 'backward', 'page'],
      ['addresses', 'list', 'forward', 'backward', 'page'],
      ['cycle', 'exception', 'list', 'forward', 'backward', 'page'],
      ['rows', 'list', 'forward', 'backward', 'page'],
      ['row', 'scroll', 'backward', 'page'],
      ['damages', 'list', 'forward', 'backward', 'page'],
      ['scroll', 'plan', 'review', 'backward', 'page'],
      ['scroll', 'task', 'page'],
      ['scroll', 'saving', 'page'],
      ['scroll', 'failed', 'page'],
      ['scroll', 'report', 'page'],
    ]
    for (const scopes of together) {
      const keys = scopes.flatMap((scope) =>
        Object.values<Binding>(bindings[scope]).flatMap((binding) => binding.keys),
      )
      expect([scopes, keys.filter((each, index) => keys.indexOf(each) !== index)]).toEqual([scopes, []])
    }
  })

  it('M1: back, help, leave and continue work while typing', () => {
    for (const binding of [
      bindings.backward.back,
      bindings.page.help,
      bindings.page.leave,
      bindings.forward.next,
    ])
      expect(usableKeys(binding, true)).not.toEqual([])
  })

  it('takes single characters as text while typing', () => {
    const scopes: Scope[] = ['text', 'list', 'page']
    expect([
      actionFor('q', scopes, true),
      actionFor('q', scopes, false),
      actionFor('?', scopes, true),
    ]).toEqual([undefined, 'page.leave', undefined])
  })

  it('lets the text field have Home and End before the list', () => {
    expect(actionFor('home', ['text', 'list'], true)).toBe('text.start')
  })
})

describe('the names of keys', () => {
  it.each([
    ['\r', key({ return: true }), 'enter'],
    ['\n', key(), 'enter'],
    ['', key({ tab: true, shift: true }), 'shift+tab'],
    ['n', key({ ctrl: true }), 'ctrl+n'],
    [' ', key(), 'space'],
    ['ab', key(), undefined],
  ])('%j is %s', (input, flags, name) => {
    expect(keyName(input, flags)).toBe(name)
  })

  it('a line break with text around it was pasted, whatever the terminal says', () => {
    expect(['a\r', 'a@b.org\nc', '\r', 'abc'].map(isUnmarkedPaste)).toEqual([true, true, false, false])
  })
})
