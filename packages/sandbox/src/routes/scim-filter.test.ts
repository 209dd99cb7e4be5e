import { expect, it } from 'vitest'
import type { Person } from '../organization/people.ts'
import { Refusal } from '../refusal.ts'
import { scimFilter } from './scim-filter.ts'

const person = (id: string, email: string, familyName: string) => ({ id, email, familyName }) as Person

const people = [person('1', 'a+b@acme.example', 'O"Hara'), person('2', 'c@acme.example', 'Żak')]

const found = (filter: string) => people.filter(scimFilter(filter)).map(({ id }) => id)

it.each([
  ['userName eq "A+B@acme.example"', ['1']],
  ['username EQ "c@acme.example"', ['2']],
  ['name.familyName sw "ża"', ['2']],
  ['name.familyName eq "O\\"Hara"', ['1']],
  ['id eq "1" or id eq "2" and userName eq "x"', ['1']],
  ['(id eq "1" or id eq "2") and userName sw "c"', ['2']],
])('finds by %s', (filter, ids) => {
  expect(found(filter)).toEqual(ids)
})

it.each([
  'externalId pr',
  'userName eq x',
  'userName xx "a"',
  '(id eq "1"',
  'id eq "1" id eq "2"',
  '',
  'emails[type eq "work"]',
])('refuses %s', (filter) => {
  expect(() => scimFilter(filter)).toThrow(Refusal)
})
