import { describe, expect, it } from 'vitest'
import { nextLink, nextPageNumber, nextStartIndex } from './pages.ts'

describe('nextLink', () => {
  const url = 'https://webexapis.com/v1/people?max=100'
  const next = 'https://webexapis.com/v1/people?max=100&cursor=a%2Bb'

  it.each([
    [`<${next}>; rel="next"`],
    [`<https://webexapis.com/v1/people?cursor=0>; rel="first", <${next}>; title="x"; rel="next"`],
    [`<${next}>;rel=next`],
    [`</v1/people?max=100&cursor=a%2Bb>; rel="next"`],
    [`<${next}>; rel="last next"`],
  ])('follows %s as it stands', (header) => {
    expect(nextLink(header, url)).toEqual({ next })
  })

  it.each([[undefined], [''], [`<${next}>; rel="prev"`], [`<${next}>; rel="nextish"`], [`<${next}>`]])(
    'takes %s for the last page',
    (header) => {
      expect(nextLink(header, url)).toEqual({})
    },
  )

  it('names another origin instead of following, for the token would go there', () => {
    expect(nextLink('<https://evil.example/v1/people>; rel="next"', url)).toEqual({
      foreign: 'https://evil.example',
    })
    expect(nextLink('<http://webexapis.com/v1/people>; rel="next"', url)).toEqual({
      foreign: 'http://webexapis.com',
    })
  })
})

describe('nextStartIndex', () => {
  it.each([
    [{ totalResults: 250, startIndex: 1, Resources: Array(100) }, 1, 101],
    [{ totalResults: 250, startIndex: 201, Resources: Array(50) }, 201, undefined],
    [{ totalResults: 250, Resources: Array(100) }, 101, 201],
    [{ totalResults: 250, startIndex: 101, Resources: [] }, 101, undefined],
    [{ totalResults: 0, startIndex: 1, Resources: [] }, 1, undefined],
  ])('of page %# is right', (page, startIndex, expected) => {
    expect(nextStartIndex(page, startIndex)).toBe(expected)
  })
})

describe('nextPageNumber', () => {
  it.each([
    ['a full page among several', { meta: { totalPages: 3 }, data: Array(100) }, 0, 1],
    [
      'a short page among several, for the size may have been lowered',
      { meta: { totalPages: 3 }, data: Array(50) },
      1,
      2,
    ],
    ['the last page', { meta: { totalPages: 3 }, data: Array(7) }, 2, undefined],
    ['an empty page', { meta: { totalPages: 3 }, data: [] }, 0, undefined],
    ['a page that does not tell the total', { data: Array(3) }, 0, 1],
  ])('after %s is right', (_name, page, number, expected) => {
    expect(nextPageNumber(page, number)).toBe(expected)
  })
})
