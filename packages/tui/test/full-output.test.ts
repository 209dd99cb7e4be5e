import { existsSync, lstatSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { csvOf, newcomers, standard } from './csv-world.ts'
import { type Served, serve } from './served.ts'

/** A device that takes nothing, as a full disk does. */
const full = '/dev/full'

let served: Served

beforeEach(async (context) => {
  context.skip(!existsSync(full), `there is no ${full} here`)
  served = await serve()
  served.at.file('people.csv', csvOf(newcomers(3, { [standard]: 'TRUE' })))
})

afterEach(() => served?.end())

const addOnly = ['--mode', 'add-only', '--platform', 'new'] as const

describe('Output for which there is no room', () => {
  it.each([
    ['--help'],
    ['--version'],
    ['csv --help'],
    ['schema'],
    ['csv check people.csv --json'],
    ['export -o -'],
    [`plan people.csv ${addOnly.join(' ')}`],
    ['status --ndjson'],
  ])('of "%s" is named, without a stack trace, and ends the program', async (words) => {
    const there = /^(?:export|plan)/.test(words) ? served.there : []
    const { code, err } = await served.at.cli([...words.split(' '), ...there], {
      env: served.env,
      outputTo: full,
    })
    expect([code, err]).toEqual([
      8,
      expect.stringMatching(/^✗ The output cannot be written: the disk is full\.\n→ .*\n$/),
    ])
  })

  it('on standard error ends the program as well', async () => {
    const { code } = await served.at.cli(['nosuch'], { errorsTo: full })
    expect(code).toBe(8)
  })
})

describe('A file to be written that is none', () => {
  it('is a device: it is written to and stays a device', async () => {
    const link = join(served.at.directory, 'out.csv')
    symlinkSync(full, link)
    const repair = ['csv', 'repair', 'people.csv', '--repair', 'none', '--force', '-o', 'out.csv']
    const { code, err } = await served.at.cli(repair)
    expect([code, err]).toEqual([8, expect.stringContaining('out.csv cannot be written: the disk is full.')])
    expect([lstatSync(link).isSymbolicLink(), lstatSync(full).isCharacterDevice()]).toEqual([true, true])
  })

  it('is a link: what it leads to is replaced whole, and the link stays', async () => {
    const link = join(served.at.directory, 'out.csv')
    const target = served.at.file('target.csv', 'old')
    symlinkSync(target, link)
    const repair = ['csv', 'repair', 'people.csv', '--repair', 'none', '--force', '-o', 'out.csv']
    expect((await served.at.cli(repair)).code).toBe(0)
    expect(lstatSync(link).isSymbolicLink()).toBe(true)
    expect(readFileSync(target, 'utf8')).toBe(readFileSync(join(served.at.directory, 'people.csv'), 'utf8'))
  })
})
