import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  csvOf,
  email,
  everyone,
  hashOf,
  newcomers,
  premium,
  type Row,
  recordsIn,
  role,
  standard,
} from './csv-world.ts'
import { createWorkspace, json, type Workspace } from './run-cli.ts'

let at: Workspace

beforeEach(() => {
  at = createWorkspace()
})

afterEach(() => at.remove())

const place = ['--platform', 'new', '--sandbox'] as const

const file = (rows: readonly Row[], name = 'people.csv') => at.file(name, csvOf(rows))

const apply = (path: string, mode: 'add-only' | 'add-and-remove', ...more: readonly string[]) =>
  at.cli(['apply', path, '--mode', mode, ...place, '--yes', '--operator', 'auto', ...more])

describe('Licenses', () => {
  const stan = 'stan.standard@acme.example'

  it('NEW-4: Standard becomes Premium where the file takes Standard away, and is refused where it does not', async () => {
    const path = file([{ [email]: stan, [premium]: 'TRUE', [standard]: 'FALSE' }])
    const refused = await apply(path, 'add-only')
    expect([refused.code, refused.err]).toEqual([3, expect.stringContaining('[NEW-4]')])
    const done = await apply(path, 'add-and-remove')
    expect([done.code, done.out]).toEqual([0, expect.stringContaining('1 in = 1 done')])
    expect(done.out).toContain(`− line 2: ${stan} loses ${standard} [CSV-10]`)
    const after = (await everyone(at)).get(stan)
    expect([after?.[premium], after?.[standard]]).toEqual(['TRUE', 'FALSE'])
  })

  it('C-8: TRUE under both rejects the row, unless Premium is to be kept', async () => {
    const path = file([{ [email]: 'new.1@acme.example', [premium]: 'TRUE', [standard]: 'TRUE' }])
    const refused = await apply(path, 'add-only')
    expect([refused.code, refused.err]).toEqual([3, expect.stringContaining('[C-8]')])
    const done = await apply(path, 'add-only', '--both-true', 'keep-premium')
    expect(done.code).toBe(0)
    const after = (await everyone(at)).get('new.1@acme.example')
    expect([after?.[premium], after?.[standard]]).toEqual(['TRUE', 'FALSE'])
  })
})

describe('Synchronizing', () => {
  it('CSV-15: waits for a person after the rows, for everyone who got a license, and ends when it is done', async () => {
    const path = file(newcomers(2, { [standard]: 'TRUE' }))
    const begun = await apply(path, 'add-only', '--operator', 'leave')
    expect([begun.code, begun.out]).toEqual([5, expect.stringContaining('Synchronize users')])
    const [, run = ''] = /resume (\S+)/.exec(begun.out) ?? []
    const { out } = await at.cli(['tasks', run])
    for (const { [email]: address } of newcomers(2)) expect(out).toContain(address)
    const done = await at.cli(['resume', run, '--sandbox', '--operator', 'auto'])
    expect([done.code, done.out]).toEqual([0, expect.stringContaining('2 in = 2 done')])
  })
})

describe('Roles', () => {
  const rows: Row[] = [
    { [email]: 'new.1@acme.example', [premium]: 'TRUE', [role]: 'Supervisor' },
    { [email]: 'new.2@acme.example', [premium]: '', [role]: 'Full administrator' },
    { [email]: 'new.3@acme.example', [premium]: 'TRUE', [role]: '' },
  ]
  const withoutRoles = rows.map(({ [role]: _, ...row }) => row)

  it.each([
    ['a column of their own', () => file(rows), []],
    ['a second file', () => file(withoutRoles), ['--roles', 'roles.csv']],
  ])('CSV-11: come after the rows from %s', async (_, makeFile, options) => {
    at.file('roles.csv', csvOf(rows.map((row) => ({ Email: row[email] ?? '', [role]: row[role] ?? '' }))))
    const done = await apply(makeFile(), 'add-only', ...options)
    expect([done.code, done.err]).toEqual([0, expect.any(String)])
    expect(done.out).toContain('3 in = 3 done')
    const again = await at.cli([
      ...['plan', join(at.directory, 'people.csv'), '--mode', 'add-only', ...place, ...options],
    ])
    expect(again.out + again.err).toMatch(/nothing|unchanged|0 /i)
  })

  it('CSV-11: a second file may not contradict the rows, nor name people whom no row has', async () => {
    const path = file(rows)
    at.file('roles.csv', `Email,${role}\nnew.1@acme.example,agent\nnobody@acme.example,supervisor\n`)
    const refused = await at.cli([...['plan', path, '--mode', 'add-only', ...place, '--roles', 'roles.csv']])
    expect([refused.code, refused.err]).toEqual([3, expect.stringContaining('nobody@acme.example')])
    const sure = await at.cli([
      ...['plan', path, '--mode', 'add-only', ...place, '--roles', 'roles.csv'],
      ...['--acknowledge', 'csv.role-without-row'],
    ])
    expect([sure.code, sure.out]).toEqual([0, expect.stringContaining('2 understood + 1 rejected')])
    expect(sure.out).toContain('new.1@acme.example is given several roles: supervisor and agent. [CSV-11]')
  })

  it('CSV-11: a second file without roles, or with wrong ones, is refused by line', async () => {
    const path = file(rows)
    at.file('roles.csv', `Email,${role}\nnew.1@acme.example,boss\n`)
    const wrong = await at.cli(['plan', path, '--mode', 'add-only', ...place, '--roles', 'roles.csv'])
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringMatching(/roles\.csv:2:2 .*"boss" is no role/)])
    at.file('roles.csv', 'Email\nnew.1@acme.example\n')
    const none = await at.cli(['plan', path, '--mode', 'add-only', ...place, '--roles', 'roles.csv'])
    expect([none.code, none.err]).toEqual([2, expect.stringContaining(role)])
  })
})

describe('Rows', () => {
  it('are told once more when a run is resumed', async () => {
    const path = file(newcomers(3, { [premium]: 'TRUE' }))
    const waiting = await at.cli(['apply', path, '--mode', 'add-only', ...place, '--yes'])
    expect([waiting.code, waiting.out]).toEqual([5, expect.stringMatching(/3 in = .* 3 waiting/)])
    const [, run = ''] = /resume (\d{8}-\d{6}-\w{4})/.exec(waiting.out) ?? []
    const resumed = await at.cli(['resume', run, '--operator', 'auto', '--json'])
    expect(resumed.code).toBe(0)
    expect(json(resumed)['rows']).toEqual(
      expect.objectContaining({ in: 3, done: 3, failed: 0, waiting: 0, rejected: 0 }),
    )
  })

  it('that failed are written with their own cells, reason and rule, and import again as they are', async () => {
    const rows = newcomers(7, { [premium]: 'TRUE', Title: '"Lead, night"' })
    const done = await apply(file(rows), 'add-only', '--acknowledge', 'license.units-short')
    expect([done.code, done.out]).toEqual([6, expect.stringMatching(/7 in = 6 done .* 1 failed/)])
    const failedPath = join(at.directory, 'people.failed.csv')
    const [failed] = recordsIn(failedPath)
    expect(failed).toEqual({
      'First Name': 'New',
      'Last Name': 'Person 7',
      [email]: 'new.7@acme.example',
      [premium]: 'TRUE',
      Title: 'Lead, night',
      Reason: expect.stringMatching(/\w{5}/),
      Rule: expect.stringMatching(/^[A-Z]+\d*-\d+$/),
    })
    const again = await apply(failedPath, 'add-only', '--acknowledge', 'license.units-short')
    expect([again.code, again.out]).toEqual([6, expect.stringMatching(/1 in = 0 done .* 1 failed/)])
    expect(recordsIn(join(at.directory, 'people.failed.failed.csv'))).toEqual([failed])
  })

  it('PRE-1: of people in another organization wait, and nobody waits for a desk that cannot help', async () => {
    const done = await apply(file([...newcomers(1), { [email]: 'otto.other@acme.example' }]), 'add-only')
    expect([done.code, done.out]).toEqual([5, expect.stringMatching(/2 in = 0 done .* 2 waiting/)])
  })
})

describe('An approval', () => {
  it('SAVE-5: is of one plan under one set of options, which the command repeats', async () => {
    const path = file([{ [email]: 'new.1@acme.example', [premium]: 'TRUE', [standard]: 'TRUE' }])
    const plan = await at.cli([
      ...['plan', path, '--mode', 'add-only', ...place, '--both-true', 'keep-premium'],
      ...['--delimiter', 'comma', '--repair', 'none'],
    ])
    const command = plan.out.match(/wxcc-onboard apply .*/)?.[0] ?? ''
    expect(command).toContain('--both-true keep-premium')
    expect(command).toContain('--delimiter comma')
    writeFileSync(path, readFileSync(path, 'utf8').replace('new.1', 'new.2'))
    const refused = await at.cli([
      ...['apply', path, '--mode', 'add-only', ...place, '--both-true', 'keep-premium'],
      ...['--approve', hashOf(plan)],
    ])
    expect(refused.code).toBe(3)
  })
})
