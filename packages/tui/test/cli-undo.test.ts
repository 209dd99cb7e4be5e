import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { changeLicenses, findPerson, replacePerson, takeLicenses } from './colleague.ts'
import {
  addressOf,
  approvedRuns,
  createKillWorld,
  entriesOf,
  type KillWorld,
  organizationOf,
  runAndKill,
} from './kill-world.ts'
import { type CliResult, json } from './run-cli.ts'

let world: KillWorld

/** An organization of its own for each test, and a request for so many people. */
function withPeople(count: number): void {
  beforeEach(async () => {
    world = await createKillWorld(count)
  })
}

afterEach(() => world.close())

const cli = (...args: string[]): Promise<CliResult> =>
  world.at.cli([...args, ...world.there], { env: world.env })

const synchronize = () => world.console('/synchronize-users', {})

async function applied(): Promise<string> {
  expect((await cli('apply', world.request, '--yes')).code).toBe(5)
  await synchronize()
  const [run] = await runs()
  expect((await cli('verify', run!.runId)).code).toBe(0)
  return run!.runId
}

async function runs(): Promise<{ runId: string; state: string }[]> {
  const { runs } = json(await world.at.cli(['status', '--json']))
  return runs as { runId: string; state: string }[]
}

interface Planned {
  readonly plan: {
    readonly hash: string
    readonly removals: number
    readonly steps: { key: string; kind: string }[]
    readonly tasks: { id: string }[]
  }
  readonly problems: { code: string; message: string; subject: { email?: string } }[]
}

async function planned(run: string, ...more: string[]): Promise<Planned> {
  const result = await cli('undo', run, '--plan-only', '--json', ...more)
  expect([result.code, result.err]).toEqual([0, ''])
  return json(result) as unknown as Planned
}

interface Reported {
  readonly people: { outcome: string; problems: { code: string }[] }[]
}

/** What undoing brings back: not the invitations, and no Contact Center user, who stays as an inactive one. */
async function withoutTraces() {
  const { people, licenses } = await organizationOf(world)
  return { people, licenses }
}

describe('undo', () => {
  withPeople(6)

  it('L6: restores the organization as far as it can, and says beforehand what it cannot', async () => {
    const before = await withoutTraces()
    const review = await cli('plan', world.request)
    expect(review.out).toContain('6 new people are deleted only on request, and only before they sign in.')
    expect(review.out).toContain('invitations')

    const run = await applied()
    const applyAgain = await cli('apply', world.request, '--yes')
    expect([applyAgain.code, (await runs()).length]).toEqual([0, 2])
    const shown = await cli('undo', run, '--plan-only', '--delete-created')
    expect(shown.out).toContain(`Undoing run ${run}`)
    expect(shown.out).toContain('delete the person')
    expect(shown.out).toContain('6 invitations went out and cannot be called back.')
    const how = /wxcc-onboard (undo .*) --webex-url/.exec(shown.out)?.[1]?.split(' ') ?? []
    expect(how).toEqual(['undo', run, '--delete-created', '--approve', how[4], '--confirm-removals', '6'])

    const undone = await cli(...how)
    expect([undone.code, undone.err]).toEqual([0, ''])
    expect(await withoutTraces()).toEqual(before)
    const [own] = await runs()
    expect((await world.at.cli(['status', run])).out).toContain(`Run ${own!.runId} undoes this one.`)
    expect((await world.at.cli(['status', own!.runId])).out).toContain(`This run undoes run ${run}.`)
    expect((await world.at.cli(['resume', run])).err).toContain('is finished')

    const drift = await cli('status', '--drift', run)
    expect([drift.code, drift.out.includes(`Run ${own!.runId} undoes this one.`)]).toEqual([9, true])
    expect((await cli('verify', own!.runId)).code).toBe(0)

    const twice = await planned(run, '--delete-created')
    expect([twice.plan.steps, twice.plan.tasks]).toEqual([[], []])
    const nothing = await cli('undo', run, '--yes')
    expect([nothing.code, nothing.out.includes('There is nothing to do.')]).toEqual([0, true])
  })

  it('is offered after an apply', async () => {
    const { out } = await cli('apply', world.request, '--yes')
    const [run] = await runs()
    expect(out).toContain(`wxcc-onboard undo ${run!.runId} --plan-only --webex-url`)
  })

  it('leaves people who were created, and who has signed in although asked', async () => {
    const run = await applied()
    const kept = await planned(run)
    expect(kept.plan.steps.filter(({ kind }) => kind === 'person.delete')).toEqual([])
    await world.console(`/people/${addressOf(1)}/sign-in`, {})
    const asked = await planned(run, '--delete-created')
    expect(asked.plan.steps.filter(({ kind }) => kind === 'person.delete')).toHaveLength(5)
    expect(asked.problems.map(({ code, subject }) => [code, subject.email])).toEqual([
      ['undo.invitation-sent', undefined],
      ['undo.person-signed-in', addressOf(1)],
    ])
  })

  it('L5: does not touch what a colleague changed meanwhile, and says why in both languages', async () => {
    const run = await applied()
    const { licenses, id } = await findPerson(world, addressOf(1))
    const [premium] = (await findPerson(world, addressOf(0))).licenses
    await changeLicenses(world, id, [
      ...licenses.map((license) => ({ id: license, operation: 'remove' })),
      { id: premium, operation: 'add' },
    ])
    await takeLicenses(world, addressOf(2))
    await world.console(`/people/${addressOf(0)}/administrator-role`, { role: 'none' })
    const { plan, problems } = await planned(run)
    expect(plan.steps.map(({ key }) => key)).toEqual([
      `license:${addressOf(0)}`,
      ...[3, 4, 5].map((index) => `license:${addressOf(index)}`),
    ])
    const moved = problems.filter(({ code }) => code === 'undo.license-moved')
    expect(moved.map(({ subject, message }) => [subject.email, message])).toEqual([
      [
        addressOf(1),
        'The license is not touched, because somebody changed it since: the run left Standard Agent (Sub-A), now it is Premium Agent (Sub-A).',
      ],
    ])
    const polish = await cli('undo', run, '--plan-only', '--lang', 'pl')
    expect(polish.out).toContain('Licencja zostaje, bo ktoś ją od tego czasu zmienił')
  })

  it('L6: deletes nobody whom a colleague created anew under the same address, before the plan or after it', async () => {
    const run = await applied()
    const early = await replacePerson(world, addressOf(1))
    const saved = join(world.at.directory, 'undo.json')
    const shown = await cli('undo', run, '-o', saved, '--delete-created')
    expect(shown.out).toContain(
      `${addressOf(1)}: Was created by the run and deleted since; who has the address now is somebody else`,
    )
    const late = await replacePerson(world, addressOf(2))
    const { plan } = JSON.parse(readFileSync(saved, 'utf8')) as { plan: { hash: string; removals: number } }
    expect(plan.removals).toBe(5)
    const approve = ['--approve', plan.hash.slice(0, 12), '--confirm-removals', '5']
    const done = await cli('apply', saved, ...approve, '--json')
    const { report } = json(done) as unknown as { report: Reported }
    expect(report.people.map(({ outcome, problems }) => [outcome, problems[0]?.code])).toEqual([
      ['done', undefined],
      ['skipped', 'undo.moved'],
      ...Array.from({ length: 3 }, () => ['done', undefined]),
    ])
    const left = [await findPerson(world, addressOf(1)), await findPerson(world, addressOf(2))]
    expect(left.map(({ id, licenses }) => [id, licenses.length])).toEqual([
      [early, 1],
      [late, 1],
    ])
  })

  it('M4: a saved plan is refused where it was edited, and carried out row by row where it holds', async () => {
    const run = await applied()
    const saved = join(world.at.directory, 'undo.json')
    const { out } = await cli('undo', run, '-o', saved, '--delete-created')
    expect(out).toContain(`wxcc-onboard apply ${saved} --approve`)
    const content = JSON.parse(readFileSync(saved, 'utf8'))
    const approve = ['--approve', content.plan.hash.slice(0, 12), '--confirm-removals', '6']

    writeFileSync(saved, JSON.stringify({ ...content, plan: { ...content.plan, steps: [] } }))
    const edited = await cli('apply', saved, ...approve)
    expect([edited.code, edited.err.includes('was changed after it was saved')]).toEqual([3, true])
    writeFileSync(saved, JSON.stringify(content))
    await takeLicenses(world, addressOf(5))
    await world.console(`/people/${addressOf(4)}/administrator-role`, { role: 'full' })
    const done = await cli('apply', saved, ...approve, '--json')
    const { exit, report } = json(done) as unknown as { exit: string; report: Reported }
    expect([done.code, exit]).toEqual([6, 'incomplete'])
    expect(report.people.map(({ outcome, problems }) => [outcome, problems[0]?.code])).toEqual([
      ...Array.from({ length: 4 }, () => ['done', undefined]),
      ['skipped', 'undo.moved'],
      ['skipped', 'undo.moved'],
    ])
    const { people } = await organizationOf(world)
    const left = people.map(({ email }) => String(email)).filter((email) => email.startsWith('agent.'))
    expect(left).toEqual([addressOf(4), addressOf(5)])
  })

  it.each(['new', '1.0'])(
    'L10: on platform %s waits for a person to take roles away, and is finished on resuming',
    async (platform) => {
      const sandbox = (...args: string[]) => world.at.cli([...args, '--sandbox'])
      const people = [
        { email: 'nina.nowak@acme.example', license: 'premium-supervisor' },
        { email: 'zoe.new@acme.example', license: 'premium', administrator: 'cc-service' },
      ]
      const request = world.at.file('roles.json', JSON.stringify({ format: 1, platform, people }))
      const applied = await sandbox('apply', request, '--yes', '--operator', 'auto', '--platform', platform)
      expect([applied.code, applied.err]).toEqual([0, ''])
      const [run] = await runs()
      const undone = await sandbox('undo', run!.runId, '--yes', '--confirm-removals', '1')
      expect([undone.code, undone.err]).toEqual([5, ''])
      const [own] = await runs()
      const { tasks } = json(await world.at.cli(['tasks', own!.runId, '--json'])) as unknown as {
        tasks: { id: string; people: string[] }[]
      }
      expect(tasks.slice(0, 2).map(({ id, people: whom }) => [id, whom])).toEqual([
        ['administrator-role:remove-cc-service', ['zoe.new@acme.example']],
        ['supervisor-role:remove', ['nina.nowak@acme.example']],
      ])
      const resumed = await sandbox('resume', own!.runId, '--operator', 'auto')
      expect([resumed.code, resumed.err]).toEqual([0, ''])
      expect(resumed.out).toContain('Take away the supervisor role: read back')
      const again = json(await sandbox('undo', run!.runId, '--plan-only', '--json')) as unknown as Planned
      expect([again.plan.steps, again.plan.tasks]).toEqual([[], []])
    },
  )

  it('writes nothing without approval, count, run or organization', async () => {
    const run = await applied()
    const before = await organizationOf(world)
    const { plan } = await planned(run)
    const approve = ['--approve', plan.hash.slice(0, 12)]
    const cases: [string[], number, string][] = [
      [['undo', run], 2, 'Nothing is taken back without an approval.'],
      [['undo', run, '--approve', 'abc'], 2, 'is not the hash of a plan'],
      [['undo', run, '--approve', 'abcdefabcdef'], 3, 'approved was abcdefabcdef'],
      [['undo', run, ...approve], 3, '6 people lose a license'],
      [['undo', run, ...approve, '--confirm-removals', '5'], 3, 'confirmed was 5'],
      [['undo', run, ...approve, '--delete-created', '--confirm-removals', '6'], 3, 'approved was'],
      [['undo', run, '--yes', '--plan-only'], 2, "cannot be used with option '--yes'"],
      [['undo', 'nobody', '--yes'], 2, 'There is no run nobody'],
      [['undo', run, '--yes', '--org', '11111111-2222-4333-8444-555555555555'], 3, 'another organization'],
      [['undo', run, '--yes', '--operator', 'auto'], 2, '--operator auto works on the sandbox only'],
    ]
    for (const [args, code, message] of cases) {
      const result = await cli(...args)
      expect([args, result.code]).toEqual([args, code])
      expect(result.err).toContain(message)
    }
    expect(await organizationOf(world)).toEqual(before)
    expect(await approvedRuns(world)).toEqual([run])
  })
})

describe('undo of runs that did not come to their end', () => {
  withPeople(30)

  it('L6: takes back what a killed run had done, in doubt too', async () => {
    const before = await withoutTraces()
    const wasKilled = await runAndKill(world, ['apply', world.request, '--yes'], {
      steps: 5,
      milliseconds: 3,
    })
    const [run] = await approvedRuns(world)
    expect([wasKilled, run === undefined]).toEqual([true, false])
    const { plan } = await planned(run!, '--delete-created')
    const undone = await cli(
      'undo',
      run!,
      '--delete-created',
      '--yes',
      '--confirm-removals',
      String(plan.removals),
    )
    expect([undone.code, undone.err]).toEqual([0, ''])
    expect(await withoutTraces()).toEqual(before)
  })

  it('M11: is resumed after each of several kills, and deletes nobody twice', async () => {
    const before = await withoutTraces()
    const run = await applied()
    let args = ['undo', run, '--delete-created', '--yes', '--confirm-removals', '30']
    for (const instant of [
      { steps: 2, milliseconds: 2 },
      { steps: 4, milliseconds: 0 },
      { steps: 6, milliseconds: 5 },
    ]) {
      expect(await runAndKill(world, args, instant)).toBe(true)
      const [own] = await runs()
      expect(own).toMatchObject({ state: 'unfinished' })
      args = ['resume', own!.runId]
    }
    const resumed = await cli(...args)
    expect([resumed.code, resumed.err]).toEqual([0, ''])
    expect(await withoutTraces()).toEqual(before)
    const settled = (await entriesOf(world, args[1] ?? '')).flatMap((entry) =>
      entry.type === 'step.settled' ? [entry.key] : [],
    )
    expect(settled.toSorted()).toEqual(Array.from({ length: 30 }, (_, index) => `delete:${addressOf(index)}`))
    const deletions = (
      (await world.console('/requests')) as { method: string; path: string; status: number }[]
    )
      .filter(({ method, status }) => method === 'DELETE' && status === 204)
      .map(({ path }) => path)
    expect([deletions.length, new Set(deletions).size]).toEqual([30, 30])
  })

  it('is refused while another process has one of the two', async () => {
    const run = await applied()
    const journal = (await import('@wxcc-onboard/durable/sqlite')).openSqliteJournal(
      join(world.at.directory, 'data', 'journal.db'),
    )
    try {
      await journal.lease(run)
      const { code, err } = await cli('undo', run, '--yes')
      expect([code, err.includes('is being worked on by process')]).toEqual([8, true])
    } finally {
      journal.close()
    }
  })
})
