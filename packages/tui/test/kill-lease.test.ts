import { createSandbox, type Sandbox } from '@wxcc-onboard/sandbox'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createWorkspace, example, json, type Workspace } from './run-cli.ts'

let at: Workspace
let sandbox: Sandbox
let there: string[]
let env: Record<string, string>

beforeEach(async () => {
  at = createWorkspace()
  sandbox = createSandbox()
  const { webexUrl, contactCenterUrl } = await sandbox.listen({ port: 0 })
  there = ['--webex-url', webexUrl, '--contact-center-url', contactCenterUrl]
  env = { WEBEX_TOKEN: sandbox.issueToken() }
})

afterEach(async () => {
  await sandbox.close()
  at.remove()
})

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

  it('can be looked at, and its tasks marked, meanwhile', async () => {
    await whileWaiting(async (runId) => {
      expect((await at.cli(['status', runId])).code).toBe(0)
      expect((await at.cli(['tasks', runId, 'done', 'synchronize'])).code).toBe(0)
    }, 'SIGINT')
  })
})
