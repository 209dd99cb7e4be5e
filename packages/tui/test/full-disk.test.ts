import { copyFileSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { openSqliteJournal } from '@wxcc-onboard/durable/sqlite'
import { beforeEach, describe, expect, it, type TestContext } from 'vitest'
import { csvOf, email, newcomers, premium, type Row, recordsIn, standard } from './csv-world.ts'
import { type CliOptions, type CliResult, json } from './run-cli.ts'
import { type Served, serve, slowWrites } from './served.ts'
import { filling, mountSmallDisk, type SmallDisk } from './small-disk.ts'

let served: Served
let disk: SmallDisk

/** Skips, and says so, where no small disk may be mounted: on CI without an administrator, and beyond Linux. */
beforeEach(async (context: TestContext) => {
  const mounted = mountSmallDisk(1024 * 1024)
  context.skip(mounted === undefined, 'no small disk can be mounted here (tmpfs, as root on Linux)')
  if (mounted === undefined) return
  disk = mounted
  served = await serve()
  return async () => {
    await served.end()
    disk.remove()
  }
})

const cli = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  served.at.cli(args, { env: { ...served.env, ...env } })

const onDisk = (name: string) => join(disk.directory, name)

/** What is there, but for what takes the room. */
const left = (folder = disk.directory) => readdirSync(folder).filter((name) => name !== filling)

const addOnly = ['--mode', 'add-only', '--platform', 'new'] as const

describe('A disk that is full', () => {
  const writing = (): Record<string, [name: string, args: readonly string[]]> => ({
    export: ['out.csv', ['export', ...served.there, '--force', '-o', onDisk('out.csv')]],
    'csv repair': [
      'out.csv',
      ['csv', 'repair', 'people.csv', '--repair', 'none', '--force', '-o', onDisk('out.csv')],
    ],
    'csv split': [
      'people.part-01-of-2.csv',
      ['csv', 'split', 'people.csv', '--rows', '10', '--force', '-d', disk.directory],
    ],
    plan: ['out.csv', ['plan', 'people.csv', ...addOnly, ...served.there, '-o', onDisk('out.csv')]],
  })

  it.each(['export', 'csv repair', 'csv split', 'plan'])(
    'gets no half file of "%s", keeps the old one whole, and is named',
    async (command) => {
      served.at.file('people.csv', csvOf(newcomers(20, { [standard]: 'TRUE' })))
      const [name, args] = writing()[command] ?? ['', []]
      disk.fill()
      const none = await cli(args)
      expect([none.code, none.err]).toEqual([
        8,
        expect.stringContaining(`${name} cannot be written: the disk is full.`),
      ])
      expect(left()).toEqual([])

      disk.makeRoom()
      expect((await cli(args)).code).toBe(0)
      const old = readFileSync(onDisk(name), 'utf8')
      served.at.file('people.csv', csvOf(newcomers(19, { [standard]: 'TRUE' })))
      const before = left()
      disk.fill()
      expect((await cli(args)).code).toBe(8)
      expect([left(), readFileSync(onDisk(name), 'utf8')]).toEqual([before, old])
    },
  )

  it('gets no half failed.csv; what came of each row is told all the same', async () => {
    const wrong: Row = { ...newcomers(3)[2], [premium]: 'TREU' }
    const rows = [...newcomers(2, { [standard]: 'TRUE' }), wrong]
    served.at.file('people.csv', csvOf(rows))
    copyFileSync(join(served.at.directory, 'people.csv'), onDisk('people.csv'))
    const apply = ['apply', onDisk('people.csv'), ...addOnly, '--yes', ...served.there]
    disk.fill()
    const { code, out, err } = await cli(apply)
    expect([code, err]).toEqual([
      8,
      expect.stringContaining('people.failed.csv cannot be written: the disk is full.'),
    ])
    expect(out).toContain('Rows: 3 in = 0 done + 0 already so + 0 failed + 2 waiting')
    expect(left()).toEqual(['people.csv'])

    disk.makeRoom()
    expect((await cli(apply)).code).toBe(5)
    expect(recordsIn(onDisk('people.failed.csv')).map((row) => row[email])).toEqual([wrong[email]])
  })

  it('lets the file of an export stand, and says that it was not remembered', async () => {
    mkdirSync(join(served.at.directory, 'data'))
    symlinkSync(disk.directory, join(served.at.directory, 'data', 'exports'))
    disk.fill()
    const { code, out, err } = await cli(['export', ...served.there, '-o', 'people.csv'])
    expect([code, err]).toEqual([8, expect.stringMatching(/exports.* cannot be written: the disk is full\./)])
    expect(out).toContain('written to people.csv.')
    expect(recordsIn(join(served.at.directory, 'people.csv')).length).toBeGreaterThan(0)
    expect(left()).toEqual([])
  })
})

describe('M8: A disk that gets full in the middle of a run', () => {
  const people = 30
  const data = () => ({ WXCC_ONBOARD_DATA_DIR: onDisk('data') })

  beforeEach(() => {
    slowWrites(served.sandbox, 20)
    const addresses = Array.from({ length: people }, (_, index) => ({ email: `agent.${index}@acme.example` }))
    const request = {
      format: 1,
      platform: 'new',
      sameForAll: { license: 'standard', administrator: 'keep' },
      people: addresses,
    }
    served.at.file('request.json', JSON.stringify(request))
  })

  const written = (what: RegExp) =>
    served.sandbox
      .requests()
      .filter(({ method, path, status }) => method !== 'GET' && what.test(path) && status < 300).length

  const created = () => written(/Users$|people$/)

  /** Fills the disk when the first person was created. */
  async function fillSoon(isOver: () => boolean): Promise<void> {
    while (created() === 0 && !isOver()) await new Promise(setImmediate)
    disk.fill()
  }

  async function applyUntilFull(args: readonly string[], options: CliOptions): Promise<CliResult> {
    let isOver = false
    const applying = served.at.cli(['apply', 'request.json', '--yes', ...args, ...served.there], options)
    await Promise.all([applying.finally(() => (isOver = true)), fillSoon(() => isOver)])
    return applying
  }

  async function goOn(env: Readonly<Record<string, string>>): Promise<void> {
    const before = written(/./)
    expect([created() > 0, created() < people]).toEqual([true, true])
    disk.makeRoom()
    const { runs } = json(await cli(['status', '--json'], env)) as unknown as { runs: { runId: string }[] }
    expect(runs).toHaveLength(1)
    expect(written(/./)).toBe(before)
    const resumed = await cli(['resume', runs[0]?.runId ?? '', ...served.there], env)
    expect([resumed.code, resumed.err]).toEqual([5, ''])
    expect(created()).toBe(people)
  }

  it('and has the journal: the writing to Webex stops, is named, and the run goes on when there is room', async () => {
    const stopped = await applyUntilFull([], { env: { ...served.env, ...data() } })
    expect([stopped.code, stopped.err]).toEqual([8, expect.stringContaining('the disk is full')])
    await goOn(data())
  }, 60_000)

  it('and takes the output: the steps in flight are finished, it is named, and the run goes on', async () => {
    const stopped = await applyUntilFull(['--ndjson'], { env: served.env, outputTo: onDisk('out.ndjson') })
    expect([stopped.code, stopped.err]).toEqual([
      8,
      expect.stringContaining('The output cannot be written: the disk is full.'),
    ])
    expect(stopped.err).not.toMatch(/^ +at /m)
    await goOn({})
  }, 60_000)
})

describe('A disk on which there is no room even for looking', () => {
  it('is named by the commands that only read', async () => {
    const data = { WXCC_ONBOARD_DATA_DIR: onDisk('data') }
    openSqliteJournal(onDisk('data/journal.db')).close()
    disk.fill()
    for (const args of [['status'], ['tasks'], ['resume', 'x', ...served.there]]) {
      const { code, err } = await cli(args, data)
      expect([args[0], code, err]).toEqual([args[0], 8, expect.stringContaining('the disk is full')])
    }
  })
})
