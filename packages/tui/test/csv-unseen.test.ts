import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readRecord, verifyRun, walkToReview } from '@wxcc-onboard/core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { balanceOf, isConserved, isToBeTriedAgain, rowResults, unseenIn } from '../src/csv/rows.ts'
import { takeLicenses } from './colleague.ts'
import { csvOf, newcomers, standard } from './csv-world.ts'
import { type Engine, openEngine } from './engine.ts'
import { createKillWorld, type KillWorld } from './kill-world.ts'
import { json } from './run-cli.ts'

const signal = new AbortController().signal

const people = newcomers(3).flatMap(({ 'User ID/Email (Required)': email }) =>
  email === undefined ? [] : [{ email }],
)

const rows = people.map(({ email }, index) => ({ line: index + 2, email }))

/** Waits for what never shows are over at once, since the clock of an engine passes by waiting. */
async function carriedOut(engine: Engine) {
  const onboarding = engine.open({
    route: 'csv',
    entry: 'email',
    sameForAll: { license: 'standard', administrator: 'keep' },
    subscriptions: { standard: 'Sub-A' },
    people,
  })
  const { plan, runId } = await walkToReview(onboarding)
  onboarding.subscribe(({ stage }) => {
    if (stage === 'syncing') onboarding.send({ type: 'task.leave' })
  })
  onboarding.send({ type: 'plan.approve', hash: plan?.hash ?? '' })
  const { report } = await onboarding.done
  await onboarding.stop()
  return { runId, results: rowResults({ reading: { rows, rejected: [] } }, report), report }
}

describe('rows that were accepted and do not show', () => {
  it('M9: wait until they are read back; nobody is asked to import them again', async () => {
    const engine = await openEngine({ units: 100, sandbox: { delays: { visibility: 60 * 60_000 } } })
    try {
      const { runId, results, report } = await carriedOut(engine)
      expect(report?.isComplete).toBe(false)
      const balance = balanceOf(results, rows.length)
      expect([isConserved(balance), balance.waiting, unseenIn(results)]).toEqual([true, 3, 3])
      expect(results.some(isToBeTriedAgain)).toBe(false)
      expect(new Set(results.flatMap(({ problems }) => problems.map(({ code }) => code)))).toContain(
        'result.invisible',
      )

      await engine.clock.wait(60 * 60_000)
      const reading = readRecord(await engine.journal.load(runId))
      if (!reading.ok) throw new Error(reading.reason)
      const verified = await verifyRun(reading.record, engine.ports, signal)
      const created = verified.ok ? verified.news.filter(({ type }) => type === 'step.settled') : []
      const found = await engine.ports.directory.findPeople(
        people.map(({ email }) => email),
        signal,
      )
      const ids = new Map(found.ok ? found.value.map(({ email, id }) => [email, id]) : [])
      expect(created.map((event) => 'result' in event && event.result)).toEqual(
        rows.map(({ email }) => ({ outcome: 'done', personId: ids.get(email) })),
      )
      // What creating answered is the id that looking gives: undoing compares the two.
      expect([...reading.record.created.values()]).toEqual([...ids.values()])
    } finally {
      await engine.close()
    }
  })

  it('M9: failed where the API accepted them and nothing changed', async () => {
    const engine = await openEngine({ units: 100 })
    try {
      const path = '/licenses/users'
      engine.sandbox.addFault({ match: { method: 'PATCH', path }, times: 1, answer: { kind: 'unchanged' } })
      const { results } = await carriedOut(engine)
      const balance = balanceOf(results, rows.length)
      expect([isConserved(balance), balance.failed, balance.waiting]).toEqual([true, 1, 2])
      expect(
        results.filter(isToBeTriedAgain).map(({ problems }) => problems.map(({ code }) => code)),
      ).toEqual([['result.unchanged']])
    } finally {
      await engine.close()
    }
  })
})

describe('reading a run of a file back', () => {
  let world: KillWorld
  const cli = (...args: string[]) => world.at.cli([...args, ...world.there], { env: world.env })

  beforeEach(async () => {
    world = await createKillWorld(1)
  })

  afterEach(() => world.close())

  it('SYNC-3: tells every row once more, why one does not show, and what to do; it ends with 6', async () => {
    const path = world.at.file('people.csv', csvOf(newcomers(2, { [standard]: 'TRUE' })))
    const begun = await cli('apply', path, '--mode', 'add-only', '--platform', 'new', '--yes')
    expect([begun.code, begun.out]).toEqual([5, expect.stringContaining('2 in = 0 done')])
    const [, run = ''] = /resume (\d{8}-\d{6}-\w{4})/.exec(begun.out) ?? []
    await world.console('/synchronize-users', {})
    await takeLicenses(world, 'new.2@acme.example')

    const told = await cli('verify', run)
    expect(told.code).toBe(6)
    expect(told.out).toMatch(/2 in = 1 done .* 0 failed \+ 1 waiting/)
    expect(told.out).toContain('1 of those waiting was accepted and does not show yet;')
    expect(told.out).toContain(`wxcc-onboard verify ${run}`)
    expect(existsSync(join(world.at.directory, 'people.failed.csv'))).toBe(false)

    const { rows: data, unseen } = json(await cli('verify', run, '--json')) as unknown as {
      rows: { results: { outcome: string; waitsFor?: string; problems: { code: string; next: string }[] }[] }
      unseen: { count: number }
    }
    expect(unseen.count).toBe(1)
    expect(data.results.map(({ outcome, waitsFor }) => [outcome, waitsFor])).toEqual([
      ['done', undefined],
      ['waiting', 'reading'],
    ])
    expect(data.results[1]?.problems).toEqual([
      expect.objectContaining({ code: 'result.not-shown', next: expect.stringContaining('verify RUN') }),
    ])
  })
})
