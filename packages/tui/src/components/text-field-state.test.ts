import { describe, expect, it } from 'vitest'
import {
  editText,
  fieldOf,
  insertText,
  type TextFieldAction,
  textOf,
  visiblePart,
} from './text-field-state.ts'

describe('a text field', () => {
  it.each<[string, readonly TextFieldAction[], string, string]>([
    ['moves by what a person sees as one character', ['left', 'left'], 'née ', '👩‍👩‍👧z'],
    ['goes to the start', ['start'], '', 'née 👩‍👩‍👧z'],
    ['goes to the end again', ['start', 'end'], 'née 👩‍👩‍👧z', ''],
    ['erases whole characters', ['erase', 'erase'], 'née ', ''],
    ['erases the word before', ['eraseWord'], 'née ', ''],
    ['erases the blank and the word before it', ['eraseWord', 'eraseWord'], '', ''],
    ['erases all before', ['left', 'eraseLine'], '', 'z'],
    ['erases what comes after', ['start', 'eraseNext'], '', 'ée 👩‍👩‍👧z'],
    ['stays at the start', ['start', 'left', 'erase'], '', 'née 👩‍👩‍👧z'],
  ])('%s', (_, actions, before, after) => {
    expect(actions.reduce(editText, fieldOf('née 👩‍👩‍👧z'))).toEqual({ before, after })
  })

  it('takes pasted breaks as blanks and leaves control characters out', () => {
    expect(textOf(insertText(fieldOf('a'), 'b\r\nc\td\u0007'))).toBe('ab c d')
  })

  it('inserts where the caret is', () => {
    expect(insertText(editText(fieldOf('ac'), 'left'), 'b')).toEqual({ before: 'ab', after: 'c' })
  })

  it('M18: shows the part around the caret, wide characters and all', () => {
    expect(visiblePart(fieldOf('佐藤太郎@example.jp'), 11)).toEqual({ text: 'example.jp', caret: 10 })
    expect(visiblePart(editText(fieldOf('佐藤太郎@example.jp'), 'start'), 8)).toEqual({
      text: '佐藤太',
      caret: 0,
    })
  })
})
