import { expect, it } from 'vitest'
import { organizationOfToken, readToken } from './token.ts'

it.each([
  ['abc_P0A1_22222222-2222-4222-8222-2222222222AB', '22222222-2222-4222-8222-2222222222ab'],
  ['a_b_P0A1_22222222-2222-4222-8222-222222222222\n', '22222222-2222-4222-8222-222222222222'],
  ['abc', undefined],
  ['22222222-2222-4222-8222-222222222222', undefined],
  ['abc_P0A1_22222222', undefined],
])('reads the organization after the last underscore of %s', (token, expected) => {
  expect(organizationOfToken(token)).toBe(expected)
})

it('trims what a file or a paste leaves around a token', async () => {
  expect(await readToken(async () => ' abc\n')).toBe('abc')
})

it.each(['', ' ', 'a b', 'a\nb', 'ż'])('refuses %j without repeating it', async (token) => {
  await expect(readToken(token)).rejects.toThrow(
    /^The access token (is empty|has a character that no token has)\.$/,
  )
})
