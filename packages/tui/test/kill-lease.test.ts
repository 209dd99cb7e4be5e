import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { example, json } from './run-cli.ts'
import { type Served, serve } from './served.ts'

let served: Served
let at: Served['at']
let sandbox: Served['sandbox']
let there: Served['there']
let env: Served['env']

beforeEach(async () => {
  served = await serve()
  ;({ at, sandbox, there, env } = served)
})

afterEach(() => served.end())

/** An apply that waits for a person, and what is asked of it meanwhile. */
async function whileWaiting(during: (runId: string, pid: number) => Promise<void>, end: NodeJS.Signals) {
  let begun = false
  const meanwhile = Promise.withResolvers<void>()
  const waiting = at.cli(['apply', example('new-platform'), '--yes', '--operator', 'wait', ...there], {
    env,
    onOutput: (text, child) => {
      const [, runId] = /as run (\S+)/.exec(text) ?? []
      if (begun || runId === undefined || !text.includes('Waiting for a person')) return
      begun = true
      during(runId, child.pid ?? 0)
        .then(meanwhile.resolve, meanwhile.reject)
        .finally(() => child.kill(end))
    },
  })
  await meanwhile.promise
  await waiting
}

/** As if the time of every lease had passed. */
function endLeases(): void {
  const db = new DatabaseSync(join(at.directory, 'data', 'journal.db'))
  db.exec('UPDATE leases SET expires_at = 0')
  db.close()
}

const writes = () => sandbox.requests().filter(({ method }) => method !== 'GET')

describe('M12: A run that another process works on', () => {
  it('is refused with who has it and until when, and resumed when that process has ended', async () => {
    let run = ''
    await whileWaiting(async (runId, pid) => {
      run = runId
      const text = await at.cli(['resume', runId, ...there], { env })
      expect(text.code).toBe(8)
      expect(text.err).toMatch(new RegExp(`Run ${runId} is being worked on by process ${pid} on .+ since 20`))
      expect(text.err).toMatch(/can be taken over at 20\d\d-\d\d-\d\d/)
      const { error } = json(await at.cli(['resume', runId, '--json', ...there], { env })) as unknown as {
        error: { code: string; facts: object }
      }
      expect(error.code).toBe('run.leased')
      expect(error.facts).toMatchObject({ run: runId, pid })
    }, 'SIGINT')
    expect((await at.cli(['resume', run, ...there], { env })).code).toBe(5)
  })

  it('can be resumed at once when that process was killed', async () => {
    let run = ''
    await whileWaiting(async (runId) => {
      run = runId
    }, 'SIGKILL')
    expect((await at.cli(['resume', run, ...there], { env })).code).toBe(5)
  })

  it('is left alone by a process that was stopped for longer than its lease, whatever it was about to write', async () => {
    // When it is stopped it waits to send again what was refused.
    sandbox.addFault({
      match: { method: 'POST', path: '.' },
      times: 500,
      answer: { kind: 'status', status: 429, retryAfter: '3' },
    })
    let first: ChildProcess | undefined
    let run = ''
    const stopped = at.cli(['apply', example('new-platform'), '--yes', ...there], {
      env,
      onOutput: (text, child) => {
        first = child
        run = /as run (\S+)/.exec(text)?.[1] ?? run
      },
    })
    const refused = () => sandbox.requests().filter(({ status }) => status === 429).length
    await expect.poll(refused, { timeout: 20_000 }).toBeGreaterThan(0)
    first?.kill('SIGSTOP')
    sandbox.clearFaults()
    endLeases()
    expect((await at.cli(['resume', run, ...there], { env })).code).toBe(5)
    const before = writes()
    first?.kill('SIGCONT')
    const { code, err } = await stopped
    expect([code, err]).toEqual([8, expect.stringContaining('Another process goes on with this run')])
    expect(err).toContain(`another process took run ${run} over`)
    expect(writes()).toEqual(before)
  })

  it('can be looked at, and its tasks marked, meanwhile', async () => {
    await whileWaiting(async (runId) => {
      expect((await at.cli(['status', runId])).code).toBe(0)
      expect((await at.cli(['tasks', runId, 'done', 'synchronize'])).code).toBe(0)
    }, 'SIGINT')
  })
})
