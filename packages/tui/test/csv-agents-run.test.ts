import type { ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type LeasingJournal, openSqliteJournal } from '@wxcc-onboard/durable/sqlite'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { csvOf, type Row, recordsIn } from './csv-world.ts'
import { type CliResult, json } from './run-cli.ts'
import { type Served, serve } from './served.ts'

let served: Served

beforeEach(async () => {
  served = await serve()
})

afterEach(() => served.end())

const [grace, jan] = ['grace.kim@acme.example', 'jan.kowalski@acme.example'] as const

const rows: readonly Row[] = [
  { Email: grace, 'Multimedia Profile': 'Voice and chat', 'External Id': 'E-1' },
  { Email: jan, 'Multimedia Profile': 'Voice and chat', 'External Id': 'E-2' },
]

const cli = (...args: string[]): Promise<CliResult> =>
  served.at.cli([...args, ...served.there], { env: served.env })

const here = (...args: string[]): Promise<CliResult> => served.at.cli(args)

function agents(...more: string[]): string[] {
  return ['csv', 'agents', served.at.file('agents.csv', csvOf(rows)), '--platform', 'new', ...more]
}

async function onlyRun() {
  const { runs } = json(await here('status', '--json')) as unknown as {
    runs: { runId: string; state: string; kind: string; people: number }[]
  }
  expect(runs).toHaveLength(1)
  return runs[0]!
}

/** Calls that set agents and were answered. */
const calls = () =>
  served.sandbox.requests().filter(({ method, path }) => method === 'PATCH' && path.endsWith('/user/bulk'))

/** Holds the call that sets agents up, and does something while it is on its way. */
async function whileSending(
  during: (child: ChildProcess) => unknown,
  milliseconds = 1_000,
): Promise<CliResult> {
  const answer = { kind: 'slow', milliseconds } as const
  served.sandbox.addFault({ match: { method: 'PATCH', path: 'user/bulk' }, answer })
  let child: ChildProcess | undefined
  const ended = served.at.cli([...agents('--yes'), ...served.there], {
    env: served.env,
    onStart: (started) => {
      child = started
    },
  })
  await vi.waitFor(
    async () => {
      const response = await fetch(`${served.consoleUrl}/faults`)
      expect(await response.json()).toEqual([])
    },
    { timeout: 15_000 },
  )
  if (child !== undefined) await during(child)
  return ended
}

async function auditOf(run: string): Promise<readonly Record<string, unknown>[]> {
  const { out } = await here('audit', run)
  return out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
}

describe('a run that sets details of agents', () => {
  it('M8: that was killed between intent and result is listed, and gone on with by looking first', async () => {
    expect((await whileSending((child) => child.kill('SIGKILL'))).code).toBe(null)
    await vi.waitFor(() => expect(calls()).toHaveLength(1), { timeout: 10_000 })
    const { runId, state, kind, people } = await onlyRun()
    expect([state, kind, people]).toEqual(['unfinished', 'agents', 2])
    expect((await here('status', runId)).out).toContain(`${grace}  not attempted`)
    expect((await here('status')).out).toContain('2 people, details of agents')

    const resumed = await cli('resume', runId)
    expect([resumed.code, resumed.err]).toEqual([0, ''])
    expect(resumed.out).toContain('Rows: 2 in = 0 done + 2 already so')
    expect(calls()).toHaveLength(1)
    expect((await onlyRun()).state).toBe('finished')
    expect((await cli('resume', runId)).code).toBe(2)
  })

  it('CSV-16: is in its audit trail with the plan, who, each agent before and after', async () => {
    expect((await cli(...agents('--yes'))).code).toBe(0)
    const { runId } = await onlyRun()
    const trail = await auditOf(runId)
    expect(trail.map(({ event }) => event)).toEqual([
      'run.opened',
      'agents.planned',
      'plan.approved',
      'step.intended',
      'step.intended',
      'step.settled',
      'step.settled',
      'run.finished',
      'audit.end',
    ])
    expect(trail[5]).toMatchObject({
      by: expect.stringContaining('@'),
      plan: trail[1]!['plan'],
      kind: 'agent.change',
      email: grace,
      before: { multimediaProfile: 'Default', externalId: null },
      after: { multimediaProfile: 'Voice and chat', externalId: 'E-1' },
      outcome: 'done',
    })
    const hidden = await here('audit', runId, '--pseudonymize')
    expect(hidden.out).not.toMatch(/acme\.example|E-1/)
  })

  it('CSV-16: tells the reason of each refusal, keeps its TrackingID, and tries the rest again', async () => {
    served.sandbox.addFault({
      match: { method: 'PATCH', path: 'user/bulk' },
      times: 20,
      answer: { kind: 'status', status: 400 },
    })
    const failed = await cli(...agents('--yes'))
    expect([failed.code, failed.out]).toEqual([
      6,
      expect.stringContaining('2 in = 0 done + 0 already so + 2 failed'),
    ])
    const { runId, state } = await onlyRun()
    expect(failed.out).toContain(`resume ${runId}`)
    expect(state).toBe('unfinished')
    const [settled] = (await auditOf(runId)).filter(({ event }) => event === 'step.settled')
    expect(settled).toMatchObject({
      outcome: 'failed',
      problem: { facts: { trackingId: expect.any(String), status: 400 } },
    })
    served.sandbox.clearFaults()
    const resumed = await cli('resume', runId)
    expect([resumed.code, resumed.out]).toEqual([0, expect.stringContaining('2 in = 2 done')])
  })

  it('M11: lets the call on its way come to its end, says how to go on, and has nothing left then', async () => {
    const stopped = await whileSending((child) => child.kill('SIGINT'))
    expect([stopped.code, stopped.out]).toEqual([130, expect.stringContaining('2 in = 2 done')])
    expect(stopped.err).toContain('Stopping after')
    expect((await onlyRun()).state).toBe('finished')
  })

  it('M12: is worked on by one process at a time', async () => {
    const first = await whileSending(async () => {
      const second = await cli('resume', (await onlyRun()).runId)
      expect([second.code, second.err]).toEqual([8, expect.stringContaining('worked on')])
    }, 8_000)
    expect(first.code).toBe(0)
  })

  it('M12: writes nothing any more when another process has taken it over', async () => {
    const answer = { kind: 'slow', milliseconds: 1_500 } as const
    served.sandbox.addFault({ match: { method: 'GET', path: 'organizations' }, times: 3, answer })
    let journal: LeasingJournal | undefined
    const lost = await served.at.cli([...agents('--yes'), ...served.there], {
      env: served.env,
      onOutput: (text) => {
        const [, run] = /as run (\S+)/.exec(text) ?? []
        if (journal !== undefined || run === undefined) return
        const path = join(served.at.directory, 'data', 'journal.db')
        const db = new DatabaseSync(path)
        db.exec('UPDATE leases SET expires_at = 0')
        db.close()
        journal = openSqliteJournal(path)
        void journal.lease(run)
      },
    })
    expect([lost.code, lost.err]).toEqual([8, expect.stringContaining('Another process goes on')])
    expect(calls()).toEqual([])
    journal?.close()
    expect((await cli('resume', (await onlyRun()).runId)).code).toBe(0)
  })

  it('M8, L5: tells every row: done, refused, changed by somebody else, rejected', async () => {
    const mixed = [
      ...rows,
      { Email: 'liam.murphy@acme.example', 'External Id': 'E-3' },
      { Email: 'nobody@acme.example' },
    ]
    const path = served.at.file('mixed.csv', csvOf(mixed))
    const answer = { kind: 'status', status: 400 } as const
    served.sandbox.addFault({ match: { method: 'PATCH', path: 'user/bulk' }, answer })
    const apply = ['csv', 'agents', path, '--platform', 'new', '--yes']
    const refused = await cli(...apply)
    expect(refused.code).toBe(6)
    expect(refused.out).toContain('4 in = 0 done + 0 already so + 3 failed + 0 waiting')

    const { runId } = await onlyRun()
    const other = served.at.file('other.csv', csvOf([{ Email: grace, 'External Id': 'X' }]))
    expect((await cli('csv', 'agents', other, '--platform', 'new', '--yes')).code).toBe(0)
    const resumed = await cli('resume', runId)
    expect([resumed.code, resumed.out]).toEqual([
      6,
      expect.stringContaining('somebody changed grace.kim@acme.example'),
    ])
    expect(resumed.out).toContain(
      '4 in = 2 done + 0 already so + 0 failed + 0 waiting + 0 skipped + 1 not attempted + 1 rejected',
    )
    expect(resumed.out).not.toContain('To try the rest again')
    const failed = recordsIn(join(served.at.directory, 'mixed.failed-2.csv'))
    expect(failed.map((row) => [row['Email'], row['Rule']])).toEqual([
      [grace, 'NEW-30'],
      ['nobody@acme.example', 'C-9'],
    ])
    expect((await cli('resume', runId)).code).toBe(2)
  })

  it('M8: lets rows wait that were taken and cannot be read back, and finds them later', async () => {
    const blind = { kind: 'status', status: 403 } as const
    const lost = await whileSending(() => {
      served.sandbox.addFault({ match: { method: 'GET', path: '/user' }, times: 50, answer: blind })
    })
    expect([lost.code, lost.out]).toEqual([
      6,
      expect.stringContaining('0 done + 0 already so + 0 failed + 2 waiting'),
    ])
    served.sandbox.clearFaults()
    const { runId } = await onlyRun()
    expect(lost.out).toContain(`verify ${runId}`)
    const found = await cli('verify', runId)
    expect([found.code, found.out]).toEqual([0, expect.stringContaining('2 done')])
    expect((await onlyRun()).state).toBe('finished')
  })

  it('M10: writes nothing the second time', async () => {
    expect((await cli(...agents('--yes'))).code).toBe(0)
    const again = await cli(...agents('--yes'))
    expect([again.code, again.out]).toEqual([0, expect.stringContaining('0 to change + 2 so already')])
    expect(calls()).toHaveLength(1)
    await onlyRun()
  })

  it('M13: is read back later, and names who is no longer so', async () => {
    expect((await cli(...agents('--yes'))).code).toBe(0)
    const { runId } = await onlyRun()
    const whole = await cli('verify', runId)
    expect([whole.code, whole.out]).toEqual([0, expect.stringContaining('Everything is as planned.')])
    const other = served.at.file('other.csv', csvOf([{ Email: grace, 'External Id': 'X' }]))
    expect((await cli('csv', 'agents', other, '--platform', 'new', '--yes')).code).toBe(0)
    const lost = await cli('verify', runId)
    expect([lost.code, lost.out]).toEqual([
      6,
      expect.stringContaining('Is no longer as the run set it: External Id.'),
    ])
    const drift = await cli('status', '--drift', runId)
    expect([drift.code, drift.err]).toEqual([2, expect.stringContaining('verify')])
  })

  it('L6: is not taken back by a run: what was before is written as a file that sets it again', async () => {
    expect((await cli(...agents('--yes'))).code).toBe(0)
    const { runId } = await onlyRun()
    const refused = await cli('undo', runId, '--yes')
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('-o FILE')])
    const told = await cli('undo', runId, '--plan-only')
    expect(told.out).toContain('~ Multimedia Profile: Default → Voice and chat')
    const written = await cli('undo', runId, '-o', 'before.csv')
    expect(written.out).toContain('2 fields were empty before.')
    expect(readFileSync(join(served.at.directory, 'before.csv'), 'utf8')).toBe(
      ['Email,Multimedia Profile,External Id', `${grace},Default,`, `${jan},Default,`, ''].join('\r\n'),
    )
    const back = await cli('csv', 'agents', 'before.csv', '--platform', 'new', '--yes')
    expect([back.code, back.out]).toEqual([0, expect.stringContaining('2 in = 2 done')])
    const now = await cli(...agents())
    expect(now.out).toContain('~ Multimedia Profile: Default → Voice and chat')
    expect(now.out).not.toContain('External Id')
  })

  it('has no operator tasks, and keeps those of other runs in sight', async () => {
    expect((await cli(...agents('--yes'))).code).toBe(0)
    const tasks = await here('tasks')
    expect([tasks.code, tasks.out, tasks.err]).toEqual([0, 'No open tasks.\n', ''])
  })

  it('M8: warns where another unfinished run is about the same agents', async () => {
    await whileSending((child) => child.kill('SIGKILL'))
    const { runId } = await onlyRun()
    const again = await cli(...agents())
    expect(again.out).toContain(runId)
  })
})
