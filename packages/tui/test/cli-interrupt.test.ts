import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type CliResult, example, json } from './run-cli.ts'
import { type Served, serve, slowWrites } from './served.ts'

let served: Served
let at: Served['at']
let sandbox: Served['sandbox']
let there: Served['there']
let env: Served['env']

beforeEach(async () => {
  served = await serve()
  ;({ at, sandbox, there, env } = served)
  slowWrites(sandbox, 250)
})

afterEach(() => served.end())

const request = example('new-platform')

/** Of the example's six, one exists and one waits for a trial organization to be deleted. */
const newPeople = 4

/** Applies the example and sends signals as soon as the first step is settled. */
function applyAnd(...signals: NodeJS.Signals[]): Promise<CliResult> {
  let isSent = false
  return at.cli(['apply', request, '--yes', ...there], {
    env,
    onOutput: (text, child) => {
      if (isSent || !text.includes('create: done')) return
      isSent = true
      for (const signal of signals) child.kill(signal)
    },
  })
}

async function onlyRun() {
  const { runs } = json(await at.cli(['status', '--json'])) as unknown as {
    runs: { runId: string; state: string }[]
  }
  expect(runs).toHaveLength(1)
  return runs[0]!
}

/** How many requests created a person. */
function creations(): number {
  return sandbox
    .requests()
    .filter(({ method, path, status }) => method === 'POST' && /Users$|people$/.test(path) && status < 300)
    .length
}

describe('M11: A run that was stopped', () => {
  it('by Ctrl-C finishes what is in flight, says how to go on, and goes on', async () => {
    const stopped = await applyAnd('SIGINT')
    expect(stopped.code).toBe(130)
    expect(stopped.err).toContain('Stopping after the steps in flight')
    const { runId, state } = await onlyRun()
    expect(state).toBe('unfinished')
    expect(stopped.err).toContain(`wxcc-onboard resume ${runId}`)

    sandbox.clearFaults()
    const resumed = await at.cli(['resume', runId, ...there], { env })
    expect(resumed.code).toBe(5)
    expect(creations()).toBe(newPeople)
    const status = await at.cli(['status', runId])
    expect(status.out).toContain('✓ license:grace.hopper@acme.example')
  })

  it('by Ctrl-C twice leaves at once, and goes on', async () => {
    const stopped = await applyAnd('SIGINT', 'SIGINT')
    expect(stopped.code).toBe(130)
    sandbox.clearFaults()
    const { runId } = await onlyRun()
    expect((await at.cli(['resume', runId, ...there], { env })).code).toBe(5)
    expect(creations()).toBe(newPeople)
  })

  it('by a kill is resumed, and nobody is created twice', async () => {
    const killed = await applyAnd('SIGKILL')
    expect(killed.code).toBe(null)
    sandbox.clearFaults()
    const { runId } = await onlyRun()
    expect((await at.cli(['resume', runId, ...there], { env })).code).toBe(5)
    expect(creations()).toBe(newPeople)
  })

  it('by the loss of its token ends with 7 or 6 and can be resumed with a new one', async () => {
    sandbox.clearFaults()
    sandbox.addFault({
      match: { method: 'POST', path: 'Users|people' },
      times: 500,
      answer: { kind: 'status', status: 401 },
    })
    const { code, err } = await at.cli(['apply', request, '--yes', ...there], { env })
    expect([5, 6, 7]).toContain(code)
    expect(err).not.toMatch(/^ +at /m)
    sandbox.clearFaults()
    const { runId } = await onlyRun()
    expect((await at.cli(['resume', runId, ...there], { env })).code).toBe(5)
  })
})
