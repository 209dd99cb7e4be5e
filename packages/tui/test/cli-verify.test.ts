import { afterEach, beforeEach, expect, it } from 'vitest'
import { deletePerson, takeLicenses } from './colleague.ts'
import { addressOf, createKillWorld, type KillWorld } from './kill-world.ts'
import { type CliResult, json } from './run-cli.ts'

let world: KillWorld

beforeEach(async () => {
  world = await createKillWorld(12)
})

afterEach(() => world.close())

const cli = (...args: string[]): Promise<CliResult> =>
  world.at.cli([...args, ...world.there], { env: world.env })

/** Applies the request of twelve people and synchronizes in the stand-in for Control Hub. */
async function applied(): Promise<string> {
  expect((await cli('apply', world.request, '--yes')).code).toBe(5)
  const { runs } = json(await world.at.cli(['status', '--json'])) as unknown as { runs: { runId: string }[] }
  await world.console('/synchronize-users', {})
  return runs[0]!.runId
}

it('M13: reads a run back at any time, and ends it where that shows everything', async () => {
  const run = await applied()
  const verified = await cli('verify', run)
  expect([verified.code, verified.err]).toEqual([0, ''])
  expect(verified.out).toContain('12 done')
  expect(verified.out).toContain('Everything is as planned.')
  const again = json(await cli('verify', run, '--json'))
  expect(again).toMatchObject({ command: 'verify', exit: 'done', report: { counts: { done: 12 } } })
  expect((await world.at.cli(['status', run])).out).toContain(`Run ${run}: finished`)
})

it('P34: tells who has lost what since, in both languages, and changes nothing', async () => {
  const run = await applied()
  expect((await cli('verify', run)).code).toBe(0)
  const whole = await cli('status', '--drift', run)
  expect([whole.code, whole.err]).toEqual([0, ''])
  expect(whole.out).toContain(`All 12 people of run ${run} still have what it gave.`)

  await deletePerson(world, addressOf(1))
  await takeLicenses(world, addressOf(0))
  await world.console(`/people/${addressOf(10)}/administrator-role`, { role: 'none' })
  await world.console('/synchronize-users', {})
  const before = await world.console('/requests')
  const { code, out } = await cli('status', '--drift', run, '--json')
  const { exit, drift } = JSON.parse(out) as {
    exit: string
    drift: { code: string; subject: object; facts: object }[]
  }
  expect([code, exit]).toEqual([9, 'drift'])
  expect(drift.map(({ code, subject, facts }) => ({ code, subject, facts }))).toEqual([
    lost(0, 'license-lost', { given: 'premium', subscription: 'Sub-A', found: 'none' }),
    lost(0, 'profile-changed', { given: 'administrator', found: 'administrator-only' }),
    lost(1, 'person-deleted', {}),
    lost(10, 'role-changed', { given: 'full', found: 'none' }),
  ])
  expect(writesIn(await world.console('/requests'))).toEqual(writesIn(before))

  const polish = await cli('status', '--drift', run, '--lang', 'pl')
  expect(polish.out).toContain('Nie ma już tej osoby w organizacji.')
  const verified = await cli('verify', run)
  expect(verified.code).toBe(6)
  expect(verified.out).toContain(`wxcc-onboard status --drift ${run}`)
})

it('names what is missing before it asks anybody', async () => {
  const cases: [string[], string][] = [
    [['verify', 'nobody'], 'There is no run nobody'],
    [['status', '--drift'], '--drift needs the id of a run'],
    [['status', '--drift', 'nobody'], 'There is no run nobody'],
    [['verify'], "missing required argument 'run'"],
  ]
  for (const [args, message] of cases) {
    const { code, err } = await cli(...args)
    expect([args, code]).toEqual([args, 2])
    expect(err).toContain(message)
  }
})

it('M14: compares a run with its own organization only', async () => {
  const run = await applied()
  const org = '11111111-2222-4333-8444-555555555555'
  for (const args of [
    ['verify', run],
    ['status', '--drift', run],
  ]) {
    const { code, err } = await cli(...args, '--org', org)
    expect([args, code]).toEqual([args, 3])
    expect(err).toContain('another organization')
  }
})

function lost(index: number, name: string, facts: object) {
  return {
    code: `drift.${name}`,
    subject: { kind: 'person', email: addressOf(index), row: index + 1 },
    facts,
  }
}

function writesIn(requests: unknown): unknown[] {
  return (requests as { method: string }[]).filter(({ method }) => method !== 'GET')
}
