import { expect, it } from 'vitest'
import { Refusal } from '../refusal.ts'
import { rsql } from './rsql.ts'

const users = [
  { id: '1', email: 'a+b@acme.example', firstName: 'Ann Lee', active: true, teamIds: ['x', 'y'] },
  { id: '2', email: 'b@acme.example', firstName: 'Bob', active: false },
]

const found = (filter: string) => users.filter(rsql(filter)).map(({ id }) => id)

it.each([
  ['email==a+b@acme.example', ['1']],
  ['email=="A+B@acme.example"', ['1']],
  ["firstName=='Ann Lee'", ['1']],
  ['active!=true', ['2']],
  ['id=in=(1,2)', ['1', '2']],
  ['id=out=(1)', ['2']],
  ['active==true;firstName==Bob', []],
  ['active==true,firstName==Bob', ['1', '2']],
  ['(id==1,id==2);active==false', ['2']],
  ['teamIds==y', ['1']],
])('finds by %s', (filter, ids) => {
  expect(found(filter)).toEqual(ids)
})

it.each([
  'email=x',
  'email==',
  'id=in=1',
  '(id==1',
  'id==1)',
  'organizationId==1',
  '',
  'id==1 firstName==Bob',
])('refuses %s', (filter) => {
  expect(() => rsql(filter)).toThrow(Refusal)
})

it('refuses fields beyond the allowed ones', () => {
  expect(() => rsql('email==x', ['id'])).toThrow(Refusal)
})
