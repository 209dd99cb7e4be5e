import { describe, expect, it } from 'vitest'
import { numbersText } from './numbers.ts'

describe('which rows', () => {
  it.each([
    [[4], '4'],
    [[2, 3, 5], '2, 3, 5'],
    [[5, 2, 3, 3], '2, 3, 5'],
    [[1, 2, 3, 9, 10, 11, 12], '1–3, 9–12'],
    [Array.from({ length: 12 }, (_, index) => index * 2 + 1), '1, 3, 5, 7, 9, 11, 13, 15, …'],
  ])('%j are told as %s', (rows, text) => {
    expect(numbersText(rows)).toBe(text)
  })
})
