import { execFile } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { csvOf, email, newcomers, premium, type Row, standard } from './csv-world.ts'
import { createWorkspace, json, type Workspace } from './run-cli.ts'
import { bin, cleanEnv } from './screen.ts'

let at: Workspace

beforeEach(() => {
  at = createWorkspace()
})

afterEach(() => at.remove())

const place = ['--platform', 'new', '--sandbox'] as const
const addOnly = ['--mode', 'add-only'] as const

const file = (rows: readonly Row[], name = 'people.csv') => at.file(name, csvOf(rows))

interface Told {
  readonly code: string
  readonly severity: string
  readonly rule: string
  readonly facts: Readonly<Record<string, unknown>>
}

/** The problems of some codes that a command tells as data, whether it ends well or not. */
async function told(args: readonly string[], ...codes: readonly string[]): Promise<readonly Told[]> {
  const { problems = [], error } = json(await at.cli([...args, '--json'])) as unknown as {
    problems?: Told[]
    error?: { problems?: Told[] }
  }
  return [...problems, ...(error?.problems ?? [])].filter(({ code }) => codes.includes(code))
}

describe('What hurts later', () => {
  it('CSV-6: an address that was changed is asked about, for it would make a second person (P18)', async () => {
    await at.cli(['export', '--sandbox', '-o', 'people.csv'])
    const path = file([
      {
        'First Name': 'Grace',
        'Last Name': 'Kim',
        [email]: 'grace.kim-park@acme.example',
        [standard]: 'TRUE',
      },
    ])
    const refused = await at.cli(['plan', path, ...addOnly, ...place])
    expect([refused.code, refused.err]).toEqual([3, expect.stringContaining('grace.kim@acme.example')])
    expect(refused.err).toContain('--acknowledge csv.renamed')
    const sure = await at.cli(['plan', path, ...addOnly, ...place, '--acknowledge', 'csv.renamed'])
    expect(sure.code).toBe(0)
    const mistyped = await at.cli(['plan', path, ...addOnly, ...place, '--acknowledge', 'csv.rename'])
    expect([mistyped.code, mistyped.err]).toEqual([2, expect.stringContaining('csv.rename is not the code')])
  })

  it('CSV-6: without an export, whoever has the name of a new person is named (P18)', async () => {
    const path = file([
      {
        'First Name': 'Grace',
        'Last Name': 'Kim',
        [email]: 'grace.kim-park@acme.example',
        [standard]: 'TRUE',
      },
    ])
    const [renamed] = await told(['plan', path, ...addOnly, ...place], 'csv.renamed')
    expect([renamed?.severity, renamed?.facts['known']]).toEqual(['warning', ['grace.kim@acme.example']])
  })

  it('NEW-24: cells of read-only columns that are not as they were exported are named (P19)', async () => {
    await at.cli(['export', '--sandbox', '--all-columns', '-o', 'people.csv'])
    const path = join(at.directory, 'people.csv')
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace(/(eve\.existing@acme\.example),Active/, '$1,Inactive'),
    )
    expect(await told(['csv', 'check', 'people.csv', ...addOnly], 'csv.read-only-edited')).toEqual([
      expect.objectContaining({
        severity: 'warning',
        rule: 'NEW-24',
        facts: expect.objectContaining({ header: 'User Status', found: 'Inactive', known: 'Active' }),
      }),
    ])
  })

  it('NEW-22: an export that is older than a day is said to be stale (P30)', async () => {
    await at.cli(['export', '--sandbox', '-o', 'people.csv'])
    expect(await told(['csv', 'check', 'people.csv', ...addOnly], 'csv.export-stale')).toEqual([])
    const index = join(at.directory, 'data', 'exports', 'index.json')
    const kept = JSON.parse(readFileSync(index, 'utf8'))
    kept.exports[0].at -= 50 * 3_600_000
    writeFileSync(index, JSON.stringify(kept))
    const [stale] = await told(['csv', 'check', 'people.csv', ...addOnly], 'csv.export-stale')
    expect(stale?.facts).toEqual({ hours: 50, limit: 24 })
  })

  it('NEW-18: TRUE under a suspended service refuses the file and names the column (P20)', async () => {
    const suspended = `${premium} (Suspended)`
    const path = file([
      { [email]: 'new.1@acme.example', [suspended]: 'TRUE' },
      { [email]: 'new.2@acme.example', [suspended]: 'FALSE' },
    ])
    const refused = await at.cli(['plan', path, ...addOnly, ...place])
    expect([refused.code, refused.err]).toEqual([3, expect.stringContaining(suspended)])
    expect(await told(['csv', 'check', path, ...addOnly], 'csv.suspended-true')).toEqual([
      expect.objectContaining({ facts: { header: suspended, lines: [2], count: 1 } }),
    ])
  })

  it('NEW-23: new people without a last name are named (P21)', async () => {
    const path = file([
      { 'First Name': 'Ada', 'Last Name': '', [email]: 'new.1@acme.example', [standard]: 'TRUE' },
      { 'First Name': '', 'Last Name': '', [email]: 'grace.kim@acme.example', [standard]: '' },
    ])
    const missing = await told(['plan', path, ...addOnly, ...place], 'csv.last-name-missing')
    expect(missing.map(({ facts }) => facts['line'])).toEqual([2])
  })

  it('CSV-6: of an address that is there twice both lines are named, and the later row is rejected (P32)', async () => {
    const path = file([...newcomers(2), { [email]: 'NEW.1@acme.example' }])
    const { code, out } = await at.cli(['csv', 'check', path, ...addOnly])
    expect(code).toBe(3)
    expect(out).toContain('NEW.1@acme.example is in the file twice (lines 2 and 4). [CSV-6]')
    expect(out).toContain('Rows: 3 in the file = 2 understood + 1 rejected')
  })

  it('C-17: more licenses than a subscription has are asked about, with its numbers (P22, P23)', async () => {
    const path = file(newcomers(30, { [premium]: 'TRUE' }))
    const refused = await at.cli(['plan', path, ...addOnly, ...place])
    expect([refused.code, refused.err]).toEqual([3, expect.stringContaining('Sub-A')])
    expect(refused.err).toContain('license.units-short')
    const sure = await at.cli(['plan', path, ...addOnly, ...place, '--acknowledge', 'license.units-short'])
    expect([sure.code, sure.out]).toEqual([0, expect.stringMatching(/Sub-A.*25/s)])
  })

  it('CSV-3: cells that a spreadsheet would compute are named and never carried out', async () => {
    const path = at.file(
      'people.csv',
      `First Name,${email},${standard}\r\n"=HYPERLINK(""http://x"")",new.1@acme.example,TRUE\r\nAda,=A1&B1,TRUE\r\n`,
    )
    const { code, out } = await at.cli(['csv', 'check', path, ...addOnly])
    expect(code).toBe(3)
    expect(out).toMatch(/people\.csv:2:1 First Name/)
    expect(out).toMatch(/people\.csv:3:2 User ID/)
  })
})

describe('Places that cannot be written', () => {
  it.each([
    ['export', ['export', '--sandbox', '-o', 'blocker/out.csv']],
    ['plan', ['plan', 'people.csv', ...addOnly, ...place, '-o', 'blocker/plan.json']],
    ['csv repair', ['csv', 'repair', 'people.csv', '--repair', 'none', '-o', 'blocker/out.csv']],
    ['csv split', ['csv', 'split', 'people.csv', '-d', 'blocker']],
    [
      'apply',
      ['apply', 'people.csv', ...addOnly, ...place, '--via', 'control-hub', '--yes', '-d', 'blocker'],
    ],
  ])('%s names the file and the reason', async (_, args) => {
    file(newcomers(1))
    at.file('blocker', 'a file where the folder should be')
    const { code, err } = await at.cli(args)
    expect([code, err]).toEqual([8, expect.stringMatching(/blocker.*not a directory/)])
    expect(readFileSync(join(at.directory, 'blocker'), 'utf8')).toBe('a file where the folder should be')
  })

  it('leaves the whole old file, or none, when there is no room for the new one', async () => {
    file(newcomers(200))
    const old = csvOf(newcomers(1))
    at.file('out.csv', old)
    const limited = `ulimit -f 8; exec "${process.execPath}" "${bin}" csv repair people.csv --repair none --force -o out.csv`
    const { code, stderr } = await promisify(execFile)('sh', ['-c', limited], {
      cwd: at.directory,
      env: { ...cleanEnv(), ...at.env },
    }).then(
      () => ({ code: 0, stderr: '' }),
      (error: { code: number; stderr: string }) => error,
    )
    expect([code, stderr]).toEqual([8, expect.stringContaining('out.csv')])
    expect(readFileSync(join(at.directory, 'out.csv'), 'utf8')).toBe(old)
    expect(readdirSync(at.directory).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })
})
