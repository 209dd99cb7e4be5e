import { expect, it } from 'vitest'
import { endpoint } from './endpoint.ts'

it('escapes a plus and a blank so that every gateway reads them alike', () => {
  expect(endpoint('https://x.example', ['v1', 'people'], { email: 'jane+cc@example.com', q: 'a b' })).toBe(
    'https://x.example/v1/people?email=jane%2Bcc%40example.com&q=a%20b',
  )
})

it('keeps a segment a segment, and leaves out what is undefined', () => {
  expect(endpoint('https://x.example', ['v1', 'people', '../licenses'], { max: 100, orgId: undefined })).toBe(
    'https://x.example/v1/people/..%2Flicenses?max=100',
  )
})
