import { describe, expect, it } from 'vitest'
import { sheetOf } from '../../../test/corpus/reference-csv.ts'
import { readRoleList, withRoles } from './role-file.ts'
import { readRows } from './rows.ts'

const listOf = (...rows: readonly string[]) => readRoleList(sheetOf('Email,Contact Center Role', ...rows))

const header = 'User ID/Email (Required),Webex Contact Center premium,Contact Center Role'
const readingOf = (...rows: readonly string[]) => readRows(sheetOf(header, ...rows), { mode: 'add-only' })

describe('roles from a second file', () => {
  it('CSV-11: gives the row of an address its role, whatever the case of the address', () => {
    const list = listOf('ADA@acme.example,Supervisor', 'grace@acme.example,')
    const { rows, rejected, problems } = withRoles(
      readingOf('ada@acme.example,TRUE,', 'grace@acme.example,TRUE,agent'),
      list,
    )
    expect(list.problems).toEqual([])
    expect(rows.map(({ email, role }) => [email, role])).toEqual([
      ['ada@acme.example', 'supervisor'],
      ['grace@acme.example', 'agent'],
    ])
    expect([rejected, problems]).toEqual([[], []])
  })

  it('CSV-11: rejects a row that names another role itself, and loses none', () => {
    const { rows, rejected } = withRoles(
      readingOf('ada@acme.example,TRUE,agent', 'grace@acme.example,TRUE,'),
      listOf('ada@acme.example,Supervisor'),
    )
    expect(rows.map(({ email }) => email)).toEqual(['grace@acme.example'])
    expect(
      rejected.map(({ line, problems }) => [line, problems.map(({ code, facts }) => [code, facts['roles']])]),
    ).toEqual([[2, [['csv.role-conflict', ['agent', 'supervisor']]]]])
  })

  it('CSV-11: asks about addresses that no row has', () => {
    const { problems } = withRoles(
      readingOf('ada@acme.example,TRUE,'),
      listOf('nobody@acme.example,Supervisor', 'ada@acme.example,Supervisor'),
    )
    expect(problems.map(({ code, severity, facts }) => [code, severity, facts])).toEqual([
      ['csv.role-without-row', 'question', { count: 1, people: ['nobody@acme.example'] }],
    ])
  })

  it('CSV-11: names roles that are none, addresses with two roles, and a file without roles', () => {
    const twice = listOf('ada@acme.example,boss', 'x@acme.example,agent', 'x@acme.example,supervisor')
    expect(twice.problems.map(({ code, facts }) => [code, facts['line']])).toEqual([
      ['csv.role-rejected', 2],
      ['csv.role-conflict', 4],
    ])
    const without = readRoleList(sheetOf('Email,First Name', 'ada@acme.example,Ada'))
    expect(without.problems.map(({ code }) => code)).toEqual(['csv.no-role-column'])
  })
})
