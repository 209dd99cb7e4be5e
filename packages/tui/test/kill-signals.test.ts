import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { openSqliteJournal } from '@wxcc-onboard/durable/sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { example, json } from './run-cli.ts'
import { bin, cleanEnv, openScreen } from './screen.ts'
import { type Served, serve, slowWrites } from './served.ts'

let served: Served
let at: Served['at']
let sandbox: Served['sandbox']
let there: Served['there']
let env: Served['env']

beforeEach(async () => {
  served = await serve()
  ;({ at, sandbox, there, env } = served)
  slowWrites(sandbox, 300)
})

afterEach(() => served.end())

const request = example('new-platform')

interface KeptRun {
  readonly runId: string
  readonly state: string
}

async function onlyRun(): Promise<KeptRun> {
  const { runs } = json(await at.cli(['status', '--json'])) as unknown as { runs: KeptRun[] }
  expect(runs).toHaveLength(1)
  return runs[0]!
}

/** Steps that were begun and have no result. */
async function inDoubt(runId: string): Promise<readonly string[]> {
  const journal = openSqliteJournal(join(at.directory, 'data', 'journal.db'))
  const entries = await journal.load(runId)
  journal.close()
  const settled = entries.flatMap((entry) => (entry.type === 'step.settled' ? [entry.key] : []))
  return entries.flatMap((entry) =>
    entry.type === 'step.intended' && !settled.includes(entry.key) ? [entry.key] : [],
  )
}

/** Nothing is in doubt, nothing was begun for everybody, and the rest is done on resuming. */
async function expectCleanStop(): Promise<void> {
  const { runId, state } = await onlyRun()
  expect(state).toBe('unfinished')
  expect(await inDoubt(runId)).toEqual([])
  sandbox.clearFaults()
  expect((await at.cli(['resume', runId, ...there], { env })).code).toBe(5)
}

describe('M11: A run by command', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'is stopped after the steps in flight by %s, and kept',
    async (signal) => {
      let isSent = false
      const { code, err } = await at.cli(['apply', request, '--yes', ...there], {
        env,
        onOutput: (text, child) => {
          if (isSent || !text.includes('create: done')) return
          isSent = true
          child.kill(signal)
          // A closing terminal says it more than once.
          if (signal === 'SIGHUP') child.kill(signal)
        },
      })
      expect([code, err]).toEqual([130, expect.stringContaining('Stopping after the steps in flight')])
      await expectCleanStop()
    },
  )

  it('is stopped after the steps in flight when nobody reads its output any more', async () => {
    const child = spawn(process.execPath, [bin, 'apply', request, '--yes', ...there], {
      env: { ...cleanEnv(), ...at.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let told = ''
    child.stdout.on('data', (chunk: Buffer) => {
      told += chunk.toString()
      if (told.includes('create: done')) child.stdout.destroy()
    })
    child.stderr.resume()
    expect(await new Promise((resolve) => child.once('close', resolve))).toBe(130)
    await expectCleanStop()
  })

  it('is left by Ctrl-C while it waits for a person, and goes on from there', async () => {
    sandbox.clearFaults()
    let isSent = false
    const { code } = await at.cli(['apply', request, '--yes', '--operator', 'wait', ...there], {
      env,
      onOutput: (text, child) => {
        if (isSent || !text.includes('Waiting for a person')) return
        isSent = true
        child.kill('SIGINT')
      },
    })
    expect(code).toBe(130)
    await expectCleanStop()
  })
})

describe('M11: The wizard', () => {
  const modes = (bytes: string, on: string, off: string) => [
    bytes.includes(on),
    bytes.lastIndexOf(off) > bytes.lastIndexOf(on),
  ]

  it.each(['SIGTERM', 'SIGHUP', 'SIGINT'])(
    'gives the terminal back as it was on %s, and ends with 130',
    async (signal) => {
      const screen = openScreen(['--sandbox-fresh'])
      try {
        await expect.poll(screen.text, { timeout: 20_000 }).toContain('Trial accounts')
        screen.child.kill(signal)
        await expect.poll(screen.exitCode, { timeout: 20_000 }).toBe(130)
        expect(screen.cursorIsVisible()).toBe(true)
        const [usesPaste, endsPaste] = modes(screen.bytes(), '\u001b[?2004h', '\u001b[?2004l')
        expect(usesPaste).toBe(endsPaste)
        expect(screen.history()).toContain('Nothing was written')
      } finally {
        screen.close()
      }
    },
  )
})
