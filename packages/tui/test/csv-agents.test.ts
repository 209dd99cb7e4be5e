import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { csvOf, email, hashOf, premium, type Row, recordsIn } from './csv-world.ts'
import { createWorkspace, json, type Workspace } from './run-cli.ts'

let at: Workspace

beforeEach(() => {
  at = createWorkspace()
})

afterEach(() => at.remove())

const onNew = ['--platform', 'new', '--sandbox'] as const

const file = (rows: readonly Row[], name = 'agents.csv') => at.file(name, csvOf(rows))

const two = (): string =>
  file([
    { Email: 'grace.kim@acme.example', 'Multimedia Profile': 'Voice and chat', 'External Id': 'E-1' },
    { Email: 'jan.kowalski@acme.example', 'Multimedia Profile': '', 'External Id': 'E-2' },
  ])

describe('csv agents on the New platform', () => {
  it('CSV-16: changes nothing without approval, then sets, reads back and tells every row', async () => {
    const path = two()
    const plan = await at.cli(['csv', 'agents', path, ...onNew])
    expect([plan.code, plan.out]).toEqual([0, expect.stringContaining('2 rows = 2 to change + 0 so already')])
    expect(plan.out).toContain('~ Multimedia Profile: Default → Voice and chat')
    const again = await at.cli(['csv', 'agents', path, ...onNew, '--json'])
    expect((json(again)['plan'] as { hash: string }).hash.slice(0, 12)).toBe(hashOf(plan))
    const wrong = await at.cli(['csv', 'agents', path, ...onNew, '--approve', '0123456789ab'])
    expect(wrong.code).toBe(3)
    const done = await at.cli(['csv', 'agents', path, ...onNew, '--approve', hashOf(plan)])
    expect([done.code, done.out]).toEqual([0, expect.stringContaining('Rows: 2 in = 2 done + 0 already so')])
    const after = await at.cli(['csv', 'agents', path, ...onNew])
    expect([after.code, after.out]).toEqual([0, expect.stringContaining('0 to change + 2 so already')])
  })

  it('C-19: rejects what Contact Center does not know and sets up the others', async () => {
    const path = file([
      { Email: 'grace.kim@acme.example', Site: 'Krakow', Teams: 'Krakow Suport' },
      { Email: 'jan.kowalski@acme.example', Site: 'Krakow', Teams: 'Chicago Support' },
      { Email: 'nina.nowak@acme.example', Site: 'Krakow', Teams: '' },
      { Email: 'liam.murphy@acme.example', 'Skill Profile': 'Billing' },
    ])
    const done = await at.cli(['csv', 'agents', path, ...onNew, '--yes'])
    expect([done.code, done.out]).toEqual([6, expect.stringMatching(/4 in = 1 done .* 3 rejected/)])
    expect(done.out).toContain('did you mean "Krakow Support"?')
    expect(done.out).toContain('agents.csv:3:')
    expect(done.out).toContain('nina.nowak@acme.example is not in the Users module. [C-9]')
    const failed = recordsIn(join(at.directory, 'agents.failed.csv'))
    expect(failed.map((row) => [row['Email'], row['Rule']])).toEqual([
      ['grace.kim@acme.example', 'CSV-16'],
      ['jan.kowalski@acme.example', 'CSV-16'],
      ['nina.nowak@acme.example', 'C-9'],
    ])
    expect((await at.cli(['csv', 'agents', join(at.directory, 'agents.failed.csv'), ...onNew])).code).toBe(6)
  })

  it('asks before anybody moves to another site', async () => {
    const path = file([{ Email: 'grace.kim@acme.example', Site: 'Chicago', Teams: 'Chicago Support' }])
    const refused = await at.cli(['csv', 'agents', path, ...onNew, '--yes'])
    expect([refused.code, refused.err]).toEqual([
      3,
      expect.stringContaining('--acknowledge agent.site-changes'),
    ])
    const sure = await at.cli([
      ...['csv', 'agents', path, ...onNew, '--yes', '--acknowledge', 'agent.site-changes'],
    ])
    expect([sure.code, sure.out]).toEqual([0, expect.stringContaining('1 in = 1 done')])
  })

  it('NEW-30: writes users for Bulk Operations with the documented header, and sees when they arrived', async () => {
    const path = two()
    const written = await at.cli(['csv', 'agents', path, ...onNew, '--via', 'control-hub', '--rows', '1'])
    expect([written.code, written.out]).toEqual([5, expect.stringContaining('one after another')])
    const first = readFileSync(join(at.directory, 'agents.agents.part-01-of-2.csv'), 'utf8')
    expect(first).toBe(
      [
        'Email,User Profile,Contact Center Enabled,Site,Teams,Skill Profile,Desktop Profile,Multimedia Profile,External Id,Default DN',
        'grace.kim@acme.example,Premium Agent,On,Krakow,Krakow Support,General,Agent Desktop,Voice and chat,E-1,',
        '',
      ].join('\r\n'),
    )
    const twice = await at.cli(['csv', 'agents', path, ...onNew, '--via', 'control-hub', '--rows', '1'])
    expect([twice.code, twice.err]).toEqual([2, expect.stringContaining('--force')])
    const many = await at.cli(['csv', 'agents', path, ...onNew, '--via', 'control-hub', '--rows', '5001'])
    expect([many.code, many.err]).toEqual([2, expect.stringContaining('5,000')])
  })

  it('C-9: takes the details from the file that a run was made from, once everyone is synchronized', async () => {
    const path = file(
      [
        {
          [email]: 'new.1@acme.example',
          'First Name': 'New',
          'Last Name': 'One',
          [premium]: 'TRUE',
          Site: 'Krakow',
          Team: 'Krakow Support',
          'Desktop Profile': 'Agent Desktop',
          'Multimedia Profile': 'Default',
        },
      ],
      'people.csv',
    )
    const early = await at.cli(['csv', 'agents', path, ...onNew])
    expect([early.code, early.out]).toEqual([6, expect.stringContaining('not in the Users module')])
    const applied = await at.cli([
      ...['apply', path, '--mode', 'add-only', ...onNew, '--yes', '--operator', 'auto'],
    ])
    expect([applied.code, applied.out]).toEqual([0, expect.stringContaining('csv agents')])
    const [, run = ''] = /as run (\S+)/.exec(applied.out) ?? []
    const done = await at.cli(['csv', 'agents', run, ...onNew, '--yes'])
    expect([done.code, done.out]).toEqual([0, expect.stringContaining('1 in = 1 done')])
  })

  it('CSV-16: names the command that writes the people of a run, which changes nothing as it stands', async () => {
    const path = file(
      [
        { [email]: 'grace.kim@acme.example', [premium]: 'TRUE' },
        { [email]: 'new.1@acme.example', 'First Name': 'New', 'Last Name': 'One', [premium]: 'TRUE' },
      ],
      'people.csv',
    )
    const apply = ['apply', path, '--mode', 'add-only', ...onNew, '--yes']
    const applied = await at.cli([...apply, '--operator', 'auto'])
    expect(applied.code).toBe(0)
    const [, command = '', run = ''] =
      /(csv agents (\S+) --platform new -o agents.csv --sandbox)/.exec(applied.out) ?? []
    const written = await at.cli(command.split(' '))
    expect([written.code, written.out]).toEqual([0, expect.stringContaining('2 people are in agents.csv')])
    expect(recordsIn(join(at.directory, 'agents.csv')).map((row) => [row['Email'], row['Site']])).toEqual([
      ['grace.kim@acme.example', 'Krakow'],
      ['new.1@acme.example', ''],
    ])
    const plan = await at.cli(['csv', 'agents', 'agents.csv', ...onNew])
    expect([plan.code, plan.out]).toEqual([0, expect.stringContaining('0 to change + 2 so already')])
    const twice = await at.cli(command.split(' '))
    expect([twice.code, twice.err]).toEqual([2, expect.stringContaining('--force')])
    const set = await at.cli([...command.replace('agents.csv', 'other.csv').split(' '), '--yes'])
    expect([set.code, set.err]).toEqual([2, expect.stringContaining('-o')])
    expect((await at.cli(['csv', 'agents', run, ...onNew])).err).toContain('Skill Profile')
  })

  it.each([
    ['no platform', ['csv', 'agents', 'agents.csv', '--sandbox'], '--platform'],
    ['a template', ['csv', 'agents', 'agents.csv', ...onNew, '--template', 'agents.csv'], '--template'],
    ['no such file', ['csv', 'agents', 'nothing.csv', ...onNew], 'nothing.csv'],
    ['a file for -o', ['csv', 'agents', 'agents.csv', ...onNew, '-o', 'x.csv'], '-o'],
    ['no such run', ['csv', 'agents', '20260101-000000-abcd', ...onNew], '20260101-000000-abcd'],
    ['no details', ['csv', 'agents', 'people.csv', ...onNew], 'Skill Profile'],
    ['nobody', ['csv', 'agents', 'empty.csv', ...onNew], 'nobody in it'],
  ])('refuses %s with what to do next', async (_, args, named) => {
    two()
    at.file('people.csv', 'Email\na@acme.example\n')
    at.file('empty.csv', 'Email,Site\n')
    const { code, err } = await at.cli(args)
    expect([code, err]).toEqual([2, expect.stringContaining(named)])
  })
})

describe('csv agents on 1.0', () => {
  const on10 = ['--platform', '1.0'] as const

  it('CSV-17: fills the template under its own header, and invents nothing', async () => {
    const path = two()
    at.file('template.csv', '"Login";Multimedia Profile;"Team Name"\n')
    const open = await at.cli(['csv', 'agents', path, ...on10, '--template', 'template.csv'])
    expect([open.code, open.err]).toEqual([2, expect.stringContaining('Login, Team Name')])
    const filled = await at.cli([
      ...['csv', 'agents', path, ...on10, '--template', 'template.csv', '-o', 'upload.csv'],
      ...['--column', 'Login=Email', '--column', 'Team Name='],
    ])
    expect([filled.code, filled.out]).toEqual([0, expect.stringContaining('External Id')])
    expect(readFileSync(join(at.directory, 'upload.csv'), 'utf8')).toBe(
      '"Login";Multimedia Profile;"Team Name"\ngrace.kim@acme.example;Voice and chat;\njan.kowalski@acme.example;;\n',
    )
  })

  it.each([
    ['no template', [], '--template'],
    ['an API', ['--template', 'template.csv', '--yes'], 'no public API'],
    ['a column that is not there', ['--template', 'template.csv', '--column', 'Login=Mail'], 'Login=Mail'],
  ])('C-19: refuses %s', async (_, more, named) => {
    two()
    at.file('template.csv', 'Login\n')
    const { code, err } = await at.cli(['csv', 'agents', 'agents.csv', ...on10, ...more])
    expect([code, err]).toEqual([2, expect.stringContaining(named)])
  })
})
