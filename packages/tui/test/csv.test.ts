import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createWorkspace, json, type Workspace } from './run-cli.ts'

let at: Workspace

beforeEach(() => {
  at = createWorkspace()
})

afterEach(() => at.remove())

const header =
  'First Name,Last Name,User ID/Email (Required),Webex Contact Center Premium Agent [Sub-A],Webex Contact Center Standard Agent [Sub-A]'

const file = (name: string, ...rows: string[]) => at.file(name, `${[header, ...rows].join('\r\n')}\r\n`)

const mixed = () =>
  file(
    'people.csv',
    'Ada,Lovelace,ada.csv@acme.example,,TRUE',
    'Grace,Hopper,grace.csv@acme.example,TRUE,',
    'Stan,Standard,stan.standard@acme.example,,FALSE',
    'Bad,Row,bad.csv@acme.example,TREU,',
  )

const inMode = (mode: 'add-only' | 'add-and-remove') => ['--mode', mode, '--platform', 'new', '--sandbox']

describe('csv check', () => {
  it('C-7: names line, column and header of what is neither TRUE nor FALSE, and counts every row', async () => {
    const { code, out } = await at.cli(['csv', 'check', mixed(), '--mode', 'add-and-remove'])
    expect(code).toBe(3)
    expect(out).toContain('people.csv:5:4 Webex Contact Center Premium Agent [Sub-A]')
    expect(out).toContain('[C-7]')
    expect(out).toContain('Rows: 4 in the file = 3 understood + 1 rejected')
  })

  it('CSV-10: names who would lose what before anything is carried out', async () => {
    const { out } = await at.cli(['csv', 'check', mixed(), '--mode', 'add-and-remove'])
    expect(out).toMatch(
      /stan\.standard@acme\.example loses, if held, Webex Contact Center Standard Agent \[Sub-A\] \[CSV-10\]/,
    )
  })

  it('C-6: says that FALSE is ignored where services are only added', async () => {
    const { out } = await at.cli(['csv', 'check', mixed(), '--mode', 'add-only'])
    expect(out).toContain('FALSE')
    expect(out).not.toContain('[CSV-10]')
  })

  it.each([
    ['an empty file', ''],
    ['a header alone', `${header}\r\n`],
    ['a file without addresses', 'First Name,Last Name\r\nAda,Lovelace\r\n'],
    ['a spreadsheet that is no CSV', Buffer.from('504b0304140006000800', 'hex')],
    ['NUL bytes', `${header}\r\nA\u0000da,L,a@acme.example,,TRUE\r\n`],
  ])('tells what %s is, without a stack trace', async (_, content) => {
    const { code, out, err } = await at.cli([
      'csv',
      'check',
      at.file('odd.csv', content),
      '--mode',
      'add-only',
    ])
    expect([2, 3]).toContain(code)
    expect(out + err).toMatch(/[✗→]/)
    expect(out + err).not.toMatch(/\bat .*\.js:\d+/)
  })

  it('tells a directory and a missing file apart from a CSV file', async () => {
    mkdirSync(join(at.directory, 'folder.csv'))
    for (const path of ['folder.csv', 'missing.csv']) {
      const { code, err } = await at.cli(['csv', 'check', path, '--mode', 'add-only'])
      expect(code).toBe(2)
      expect(err).toContain(path)
    }
  })

  it('takes a header of three hundred columns', async () => {
    const wide = `${header},${Array.from({ length: 300 }, (_, index) => `Service ${index}`).join(',')}\r\n`
    const row = `Ada,Lovelace,ada.csv@acme.example,,TRUE,${Array(300).fill('').join(',')}\r\n`
    const { code } = await at.cli(['csv', 'check', at.file('wide.csv', wide + row), '--mode', 'add-only'])
    expect(code).toBe(0)
  })
})

describe('csv repair', () => {
  const damaged = () =>
    at.file(
      'phones.csv',
      `${header},Phone Number\r\nAda,Lovelace,ada.csv@acme.example,,TRUE,48123456789\r\nGrace,Hopper,grace.csv@acme.example,TRUE,,"4,81E+10"\r\n`,
    )

  it('CSV-2: repairs nothing without being told to', async () => {
    const { code, err } = await at.cli(['csv', 'repair', damaged(), '-o', 'out.csv'])
    expect(code).toBe(4)
    expect(err).toContain('--repair')
  })

  it('CSV-2: gives a lost + back, lists each repair, and overwrites nothing', async () => {
    const first = await at.cli(['csv', 'repair', damaged(), '-o', 'out.csv', '--repair', 'all'])
    expect(readFileSync(join(at.directory, 'out.csv'), 'utf8')).toContain('+48123456789')
    expect(first.out).toContain('48123456789')
    const again = await at.cli(['csv', 'repair', damaged(), '-o', 'out.csv', '--repair', 'all'])
    expect(again.code).toBe(2)
    expect(again.err).toContain('out.csv')
  })
})

describe('csv split', () => {
  it('C-13: makes parts that Control Hub takes, and loses no row', async () => {
    const rows = Array.from({ length: 25 }, (_, index) => `P,${index},p${index}@acme.example,,TRUE`)
    const { code } = await at.cli(['csv', 'split', file('many.csv', ...rows), '--rows', '10', '--json'])
    expect(code).toBe(0)
    const parts = [1, 2, 3].map((part) =>
      readFileSync(join(at.directory, `many.part-0${part}-of-3.csv`), 'utf8')
        .trimEnd()
        .split('\r\n'),
    )
    expect(parts.map((lines) => [lines[0], lines.length - 1])).toEqual([
      [header, 10],
      [header, 10],
      [header, 5],
    ])
  })
})

describe('export', () => {
  it('CSV-5: writes what check finds nothing wrong with', async () => {
    expect((await at.cli(['export', '--sandbox', '-o', 'people.csv'])).code).toBe(0)
    const { code, out } = await at.cli(['csv', 'check', 'people.csv', '--mode', 'add-only'])
    expect(code).toBe(0)
    expect(out).toContain('Rows: 60 in the file = 60 understood + 0 rejected')
  })
})

describe('apply FILE.csv', () => {
  it('CSV-10: takes a license away only when the number was confirmed', async () => {
    const path = mixed()
    const refused = await at.cli(['apply', path, ...inMode('add-and-remove'), '--yes'])
    expect([refused.code, refused.err]).toEqual([3, expect.stringContaining('--confirm-removals 1')])
    const done = await at.cli([
      'apply',
      path,
      ...inMode('add-and-remove'),
      '--yes',
      '--confirm-removals',
      '1',
      '--operator',
      'auto',
    ])
    expect(done.code).toBe(6)
    expect(done.out).toContain('4 in = 3 done + 0 already so + 0 failed')
    expect(done.out).toContain('1 rejected')
  })

  it('writes the rows to be tried again as a file that imports as it is', async () => {
    await at.cli(['apply', mixed(), ...inMode('add-only'), '--yes', '--operator', 'auto'])
    const failed = join(at.directory, 'people.failed.csv')
    const corrected = readFileSync(failed, 'utf8').replace('TREU', 'TRUE')
    expect(corrected.split('\r\n')[0]).toBe(`${header},Reason,Rule`)
    writeFileSync(failed, corrected)
    const again = await at.cli(['apply', failed, ...inMode('add-only'), '--yes', '--operator', 'auto'])
    expect([again.code, again.out]).toEqual([0, expect.stringContaining('1 in = 1 done')])
  })

  it('is refused with the hash of another content', async () => {
    const path = file('people.csv', 'Ada,Lovelace,ada.csv@acme.example,,TRUE')
    const { plan } = json(await at.cli(['plan', path, ...inMode('add-only'), '--json'])) as unknown as {
      plan: { hash: string }
    }
    file('people.csv', 'Ada,Lovelace,ada.csv@acme.example,TRUE,')
    const applied = await at.cli([
      'apply',
      path,
      ...inMode('add-only'),
      '--approve',
      plan.hash,
      '--operator',
      'auto',
    ])
    expect(applied.code).toBe(3)
  })

  it('CSV-12: leaves the organization the same through Control Hub as through the API', async () => {
    const states = []
    for (const via of ['api', 'control-hub']) {
      const own = createWorkspace()
      const path = own.file('people.csv', readFileSync(mixed()))
      const args = ['apply', path, ...inMode('add-only'), '--yes', '--operator', 'auto', '--via', via]
      const { code, out } = await own.cli(args)
      expect([via, code]).toEqual([via, 6])
      expect(out).toMatch(/Rows: 4 in = /)
      await own.cli(['export', '--sandbox', '-o', 'after.csv'])
      states.push(readFileSync(join(own.directory, 'after.csv'), 'utf8').split('\r\n').toSorted())
      own.remove()
    }
    expect(states[1]).toEqual(states[0])
  })

  it('CSV-1: without somebody at Control Hub it stops at the first part, and goes on when that was imported', async () => {
    const path = file('people.csv', 'Ada,Lovelace,ada.csv@acme.example,,TRUE')
    const waiting = await at.cli(['apply', path, ...inMode('add-only'), '--yes', '--via', 'control-hub'])
    expect(waiting.code).toBe(5)
    expect(waiting.out).toContain('CSV-14')
    const [, id] = /Import (\S+):/.exec(waiting.out)!
    const resumed = await at.cli(['csv', 'resume', id!, '--operator', 'auto'])
    expect([resumed.code, resumed.out]).toEqual([0, expect.stringContaining('1 in = 1 done')])
  })
})
