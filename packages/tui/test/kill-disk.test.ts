import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { createWebexClient } from '@wxcc-onboard/api-client'
import { createPorts } from '@wxcc-onboard/api-client/ports'
import { createOnboarding, readRecord, walkToReview } from '@wxcc-onboard/core'
import { openSqliteJournal } from '@wxcc-onboard/durable/sqlite'
import { createSandbox } from '@wxcc-onboard/sandbox'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createWorkspace, example, type Workspace } from './run-cli.ts'

let at: Workspace
let journalPath: string

beforeEach(() => {
  at = createWorkspace()
  journalPath = join(at.directory, 'data', 'sandbox-journal.db')
})

afterEach(() => at.remove())

const apply = () => at.cli(['apply', example('new-platform'), '--yes', '--sandbox'])

describe('A disk that gets full in the middle of a run', () => {
  it('stops the writing to Webex, is told, and the run goes on when there is room', async () => {
    const sandbox = createSandbox()
    const { webexUrl, contactCenterUrl } = await sandbox.listen({ port: 0 })
    const client = createWebexClient({
      webexUrl,
      contactCenterUrl,
      token: sandbox.issueToken(),
      requestsPerMinute: Number.POSITIVE_INFINITY,
    })
    const path = join(at.directory, 'runs.db')
    const open = (maximumBytes?: number) =>
      openSqliteJournal(path, maximumBytes === undefined ? {} : { maximumBytes })
    const clock = {
      now: () => Date.now(),
      wait: () => new Promise<void>((resolve) => setTimeout(resolve, 5)),
    }
    const portsWith = (journal: ReturnType<typeof open>) => ({
      ...createPorts(client),
      journal,
      clock,
      ids: { next: () => 'run' },
    })
    const writes = () =>
      sandbox.requests().filter(({ method }) => method === 'POST' || method === 'PATCH').length
    try {
      // The plan fits, and about half of what comes after it.
      const small = open(72 * 1024)
      const people = Array.from({ length: 30 }, (_, index) => ({ email: `agent.${index}@acme.example` }))
      const onboarding = createOnboarding({
        ports: portsWith(small),
        request: {
          format: 1,
          route: 'manual',
          platform: 'new',
          entry: 'email',
          batchSize: 25,
          trialAccounts: [],
          sameForAll: { license: 'standard', administrator: 'keep' },
          people,
          subscriptions: {},
          acknowledge: [],
        },
      })
      const { plan } = await walkToReview(onboarding)
      onboarding.send({ type: 'plan.approve', hash: plan?.hash ?? '' })
      await expect
        .poll(() => [onboarding.getView().stage, onboarding.getView().mode], { timeout: 20_000 })
        .toEqual(['saving', 'failed'])
      const { problems } = onboarding.getView()
      expect(problems.map(({ code }) => code)).toEqual(['journal.failed'])
      expect(String(problems[0]?.facts['message'])).toContain('the disk is full')
      const before = writes()
      await onboarding.stop()
      small.close()
      expect(writes()).toBe(before)
      expect(before).toBeGreaterThan(0)
      expect(before).toBeLessThan(2 * people.length)

      const roomy = open()
      const reading = readRecord(await roomy.load('run'))
      if (!reading.ok) throw new Error(reading.reason)
      const resumed = createOnboarding({
        ports: portsWith(roomy),
        resume: { runId: 'run', record: reading.record },
      })
      await expect.poll(() => resumed.getView().stage, { timeout: 20_000 }).toMatch(/operator|syncing/)
      await resumed.stop()
      roomy.close()
      const created = sandbox
        .requests()
        .filter(
          ({ method, path: to, status }) => method === 'POST' && /Users$|people$/.test(to) && status < 300,
        )
      expect(created).toHaveLength(people.length)
    } finally {
      await client.close()
      await sandbox.close()
    }
  })
})

describe('A journal that cannot be used', () => {
  it('of a later version is refused by every command, and kept', async () => {
    await apply()
    const db = new DatabaseSync(journalPath)
    db.exec("UPDATE meta SET value = '99' WHERE key = 'format'")
    db.close()
    const before = readFileSync(journalPath)
    for (const args of [
      ['status'],
      ['resume', 'x', '--sandbox'],
      ['tasks'],
      ['audit', 'x'],
      ['apply', example('new-platform'), '--yes', '--sandbox'],
    ]) {
      const { code, err } = await at.cli(args)
      expect([args[0], code]).toEqual([args[0], 8])
      expect(err).toContain('its format is 99')
    }
    expect(readFileSync(journalPath)).toEqual(before)
  })

  it('because it stands in a folder that cannot be written is named before anything is written to Webex', async () => {
    writeFileSync(join(at.directory, 'data'), 'a file where the folder should be')
    const { code, err } = await apply()
    expect([code, err]).toEqual([8, expect.stringContaining('WXCC_ONBOARD_DATA_DIR')])
  })

  it.skipIf(process.getuid?.() === 0)('because its folder is read-only is named', async () => {
    mkdirSync(join(at.directory, 'data'))
    chmodSync(join(at.directory, 'data'), 0o500)
    expect((await apply()).code).toBe(8)
    chmodSync(join(at.directory, 'data'), 0o700)
  })

  it('of one place does not hide the runs of the other', async () => {
    await apply()
    writeFileSync(join(at.directory, 'data', 'journal.db'), 'nothing like a database '.repeat(100))
    const [run = ''] = /\d{8}-\d{6}-\w{4}/.exec((await at.cli(['tasks', 'x'])).err) ?? []
    const db = new DatabaseSync(journalPath)
    const { run_id: id } = db.prepare('SELECT run_id FROM runs').get() ?? {}
    db.close()
    expect(run).toBe('')
    expect((await at.cli(['status', String(id)])).code).toBe(0)
  })

  it.each([
    ['is not as it has to be', { type: 'step.settled', key: 'x', result: 'done' }, 8, /from entry \d+ on/],
    ['a later version wrote', { type: 'step.postponed', key: 'x' }, 3, /newer version/],
  ])('with an entry that %s is refused by every command, and kept', async (_, entry, exit, told) => {
    await apply()
    const run = runIds()[0] ?? ''
    const journal = openSqliteJournal(journalPath)
    await journal.append(run, { at: 1, ...entry } as never)
    journal.close()
    const before = entries()
    for (const args of [
      ['status', run],
      ['resume', run],
      ['audit', run],
      ['verify', run],
    ]) {
      const { code, err } = await at.cli(args)
      expect([args[0], code, err]).toEqual([args[0], exit, expect.stringMatching(told)])
    }
    expect(entries()).toEqual(before)
  })

  it('with bytes that turned over never crashes "status", and its runs that read well are named', async () => {
    await apply()
    const [first] = runIds()
    await apply()
    const whole = readFileSync(journalPath)
    const show = async () => {
      const results = [
        await at.cli(['status']),
        await at.cli(['status', String(first)]),
        await at.cli(['tasks']),
      ]
      for (const { code, err } of results) {
        expect([0, 2, 3, 8], err).toContain(code)
        expect(err).not.toMatch(/^ +at |bug of wxcc-onboard/m)
      }
    }
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 })), {
          minLength: 1,
          maxLength: 8,
        }),
        async (flips) => {
          const bytes = Buffer.from(whole)
          for (const [index, mask] of flips) bytes[index] = bytes[index]! ^ mask
          writeFileSync(journalPath, bytes)
          await show()
        },
      ),
      { numRuns: 12 },
    )
    writeFileSync(journalPath, whole)
    const db = new DatabaseSync(journalPath)
    db.exec(`UPDATE entries SET entry = replace(entry, 'done', 'dune') WHERE run_id = '${first}'`)
    db.close()
    const { code, err } = await at.cli(['status', String(first)])
    expect(code).toBe(8)
    expect(err).toContain(`run ${first} is damaged at entry`)
    expect(err).toContain(`Runs in it that read well: ${runIds().find((id) => id !== first)}`)
  }, 60_000)
})

function entries(): readonly unknown[] {
  const db = new DatabaseSync(journalPath)
  const kept = db.prepare('SELECT * FROM entries').all()
  db.close()
  return kept
}

function runIds(): readonly string[] {
  const db = new DatabaseSync(journalPath)
  const ids = db.prepare('SELECT run_id FROM runs').all()
  db.close()
  return ids.map(({ run_id: id }) => String(id))
}
