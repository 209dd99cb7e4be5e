import { describe, expect, it } from 'vitest'
import { shelf } from '../../test/file-views.ts'
import { choicesOf, completion, unquoted } from './file-choices.ts'

describe('choosing a file', () => {
  it('CSV-12: names files that fit what is typed, user files first', () => {
    const { found, lately } = choicesOf(shelf, 'PEO', undefined)
    expect(found.map(({ name }) => name)).toEqual(['people.csv', 'people-2025.csv'])
    expect(lately).toEqual([])
    expect(choicesOf(shelf, '', undefined).found.map(({ name, isFolder }) => [name, isFolder])).toEqual([
      ['people.csv', false],
      ['people-2025.csv', false],
      ['archive', true],
      ['notes.txt', false],
    ])
  })

  it('tells a folder that cannot be read from an empty one', () => {
    expect(choicesOf(shelf, 'nowhere/x', undefined)).toEqual({
      folder: 'nowhere',
      isReadable: false,
      lately: [],
      found: [],
    })
  })

  it.each([
    ['pe', ['people.csv', 'people-2025.csv'], 'people'],
    ['people.', ['people.csv'], 'people.csv'],
    ['dir/ar', ['archive/'], 'dir/archive/'],
    ['zzz', ['people.csv'], 'zzz'],
    ['', ['one.csv'], 'one.csv'],
  ])('completes %j among %j to %j', (typed, names, completed) => {
    expect(completion(typed, names)).toBe(completed)
  })

  it.each([
    ["'/home/a b/people.csv'", '/home/a b/people.csv'],
    ['"people.csv"', 'people.csv'],
    ['/home/a\\ b/people.csv', '/home/a b/people.csv'],
  ])('takes %s as a terminal pastes a dragged file', (pasted, path) => {
    expect(unquoted(pasted)).toBe(path)
  })
})
