import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plan } from '@wxcc-onboard/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createKillWorld, type KillWorld } from './kill-world.ts'
import { type CliResult, createWorkspace, json, type Workspace } from './run-cli.ts'

let world: KillWorld
let colleague: Workspace

beforeAll(async () => {
  world = await createKillWorld(1)
  colleague = createWorkspace()
})

afterAll(async () => {
  colleague.remove()
  await world.close()
})

type Person = { email: string; licenses: string[] }

const cli = (args: readonly string[], at: Workspace = world.at) =>
  at.cli([...args, ...world.there, '--json'], { env: world.env })

const addresses = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}.${index}@acme.example`)

/** A request for these people, as a file beside the data of whoever makes it. */
const requestFor = (at: Workspace, emails: readonly string[], license: string) =>
  at.file(
    'request.json',
    JSON.stringify({
      format: 1,
      platform: 'new',
      route: 'csv',
      sameForAll: { license, administrator: 'keep' },
      people: emails.map((email) => ({ email })),
    }),
  )

/** Somebody else, at another machine, gives these people a license. */
async function meanwhile(emails: readonly string[], license: string): Promise<void> {
  const { code, out } = await cli(['apply', requestFor(colleague, emails, license), '--yes'], colleague)
  expect([0, 5, 6], out).toContain(code)
}

async function savedPlan(emails: readonly string[], license = 'premium') {
  const saved = join(world.at.directory, 'plan.json')
  const { plan } = json(
    await cli(['plan', requestFor(world.at, emails, license), '-o', saved]),
  ) as unknown as {
    plan: Plan
  }
  return { saved, hash: plan.hash }
}

const told = (result: CliResult) =>
  json(result) as unknown as {
    run: { runId: string }
    renewal?: Plan
    report: { counts: Record<string, number> }
    error?: { code: string; message: string }
  }

async function holders(emails: readonly string[]): Promise<Record<string, number>> {
  const people = (await world.console('/people')) as Person[]
  const wanted = new Set(emails)
  const held = people.filter(({ email }) => wanted.has(email)).map(({ licenses }) => licenses.join(' + '))
  return Object.fromEntries([...Map.groupBy(held, (each) => each)].map(([each, all]) => [each, all.length]))
}

describe('A saved plan that meets an organization which moved', () => {
  it('L5: applies 997 of a thousand rows and shows three anew, which are approved by their own hash', async () => {
    const emails = addresses('thousand', 1_000)
    const moved = emails.slice(10, 13)
    await meanwhile(moved, 'none')
    const { saved, hash } = await savedPlan(emails)
    await meanwhile(moved, 'standard')

    const applied = await cli(['apply', saved, '--approve', hash.slice(0, 12)])
    const { run, renewal, report } = told(applied)
    expect(applied.code, applied.err).toBe(10)
    expect([report.counts['waiting'], report.counts['not-attempted']]).toEqual([997, 3])
    expect(renewal?.people.map(({ email }) => email)).toEqual(moved)
    const before = await holders(emails)
    expect(Object.values(before)).toEqual(expect.arrayContaining([997, 3]))

    const wrong = await cli(['resume', run.runId, '--approve', hash.slice(0, 12)])
    expect([wrong.code, told(wrong).error?.code]).toEqual([3, 'approval.differs'])
    const unasked = await cli(['resume', run.runId])
    expect([unasked.code, told(unasked).renewal?.hash]).toEqual([10, renewal?.hash])
    expect(await holders(emails)).toEqual(before)

    const resumed = await cli(['resume', run.runId, '--approve', renewal!.hash.slice(0, 12)])
    expect([resumed.code, resumed.err]).toEqual([5, ''])
    expect(Object.values(await holders(emails))).toEqual([1_000])
    const again = await cli(['resume', run.runId, '--approve', renewal!.hash.slice(0, 12)])
    expect([again.code, told(again).error?.code]).toEqual([2, 'run.nothing-to-approve'])
  }, 180_000)

  it('M4: --yes approves what was saved, not what is planned anew; on resuming it approves that too', async () => {
    const emails = addresses('yes', 2)
    await meanwhile(emails, 'none')
    const { saved } = await savedPlan(emails)
    await meanwhile(emails.slice(0, 1), 'standard')
    const applied = await cli(['apply', saved, '--yes'])
    expect([applied.code, told(applied).renewal?.people.map(({ email }) => email)]).toEqual([
      10,
      emails.slice(0, 1),
    ])
    const resumed = await cli(['resume', told(applied).run.runId, '--yes'])
    expect([resumed.code, resumed.err]).toEqual([5, ''])
    expect(Object.values(await holders(emails))).toEqual([2])
  })

  it('says in words who moved, what would be done, and how to approve it', async () => {
    const emails = addresses('words', 2)
    await meanwhile(emails, 'none')
    const { saved, hash } = await savedPlan(emails)
    await meanwhile(emails.slice(0, 1), 'standard')
    const { out, code } = await world.at.cli(['apply', saved, '--approve', hash, ...world.there], {
      env: world.env,
    })
    expect(code).toBe(10)
    expect(out).toContain('1 row holds, 0 do less, 1 would do something new')
    expect(out).toContain('Is not any more as the approved plan found them: now Standard Agent')
    const run = /as run (\S+)/.exec(out)?.[1] ?? ''
    const kept = await world.at.cli(['status', run])
    expect(kept.out).toContain(`To approve that and go on: wxcc-onboard resume ${run} --approve `)
    expect(out).toMatch(
      /To approve that and go on: wxcc-onboard resume \S+ --approve [0-9a-f]{12} --webex-url/,
    )
  })
})

describe('Two runs for the same people at once', () => {
  it.each([
    ['from two machines', () => colleague],
    ['from one machine', () => world.at],
  ])('%s double neither a person, nor an invitation, nor a unit of a license', async (name, other) => {
    const emails = addresses(name.replaceAll(' ', '-'), 60)
    const before = await organization()
    const results = await Promise.all(
      [world.at, other()].map((at, index) =>
        cli(['apply', requestFor(at, emails, 'premium'), '--yes'], index === 0 ? world.at : at),
      ),
    )
    for (const { code, out } of results) expect([0, 5, 6], out).toContain(code)
    const after = await organization()
    expect([
      after.people - before.people,
      after.invitations - before.invitations,
      after.units - before.units,
    ]).toEqual([60, 60, 60])
  })
})

describe('What cannot be gone on with as it stands', () => {
  it('M14: a plan for another organization is refused before anything is written', async () => {
    const emails = addresses('elsewhere', 2)
    const { saved } = await savedPlan(emails)
    const content = JSON.parse(readFileSync(saved, 'utf8'))
    const organization = { id: '00000000-1111-4222-8333-444455556666', name: 'Elsewhere' }
    writeFileSync(saved, JSON.stringify({ ...content, plan: { ...content.plan, organization } }))
    const { code, out, err } = await cli(['apply', saved, '--yes'])
    expect([code, err]).toEqual([3, ''])
    expect(JSON.parse(out).error.code).toBe('request.another-organization')
    expect(await holders(emails)).toEqual({})
  })

  it('warns of another unfinished run for the same people, in review, from a saved plan and on resuming', async () => {
    const emails = addresses('same', 3)
    const { saved } = await savedPlan(emails)
    const first = await cli(['apply', requestFor(world.at, emails, 'premium'), '--yes'])
    const { runId } = told(first).run
    const codes = (result: CliResult) =>
      (json(result)['problems'] as { code: string; facts: { run: string } }[])
        .filter(({ code }) => code === 'run.same-people')
        .map(({ facts }) => facts.run)
    const review = await cli(['plan', requestFor(world.at, emails.slice(0, 2), 'premium')])
    expect(codes(review)).toContain(runId)
    const second = await cli(['apply', saved, '--yes'])
    expect(codes(second)).toContain(runId)
    const resumed = await cli(['resume', runId])
    expect(codes(resumed)).toContain(told(second).run.runId)
  })

  it('M9: retry --only tries again what failed so, and a wrong class tells which there are', async () => {
    const emails = addresses('only', 3)
    await meanwhile(emails, 'none')
    await refuseLicenses(1)
    const applied = await cli(['apply', requestFor(world.at, emails, 'premium'), '--yes'])
    const { runId } = told(applied).run
    expect(told(applied).report.counts['failed'], applied.out).toBe(1)
    const wrong = await cli(['retry', runId, '--only', 'failed:429,unchanged'])
    expect([wrong.code, told(wrong).error]).toEqual([
      2,
      expect.objectContaining({
        code: 'run.class-unknown',
        next: 'What is left, and of how many people: failed (1), failed:forbidden (1), failed:403 (1).',
      }),
    ])
    const again = await cli(['retry', runId, '--only', 'failed:403'])
    expect([again.code, again.err]).toEqual([5, ''])
    expect(Object.values(await holders(emails))).toEqual([3])
  })

  it('SYNC-3: a run whose people were deleted meanwhile says so row by row, and goes on with the others', async () => {
    const emails = addresses('deleted', 3)
    await refuseLicenses(3)
    const applied = await cli(['apply', requestFor(world.at, emails, 'premium'), '--yes'])
    const { runId } = told(applied).run
    await removePerson(emails[1]!)
    const rows = (result: CliResult) =>
      (
        json(result) as unknown as { report: { people: { email: string; problems: { code: string }[] }[] } }
      ).report.people
        .filter(({ problems }) => problems.some(({ code }) => code === 'plan.row-moved'))
        .map(({ email }) => email)
    const resumed = await cli(['resume', runId])
    expect([resumed.code, rows(resumed)]).toEqual([10, [emails[1]]])
    expect(Object.values(await holders(emails))).toEqual([2])
    const verified = await cli(['verify', runId])
    expect([verified.code, verified.err, rows(verified)]).toEqual([5, '', [emails[1]]])
  })
})

async function refuseLicenses(times: number): Promise<void> {
  await world.console('/faults', {
    match: { method: 'PATCH', path: '/licenses/users$' },
    times,
    answer: { kind: 'status', status: 403 },
  })
}

/** Somebody deletes a person in Control Hub. */
async function removePerson(email: string): Promise<void> {
  const people = (await world.console('/people')) as { id: string; email: string }[]
  const { id = '' } = people.find((person) => person.email === email) ?? {}
  const { status } = await fetch(`${world.there[1]}/v1/people/${id}`, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${world.env['WEBEX_TOKEN']}` },
  })
  expect(status).toBe(204)
}

async function organization() {
  const [people, outbox, licenses] = (await Promise.all(
    ['/people', '/outbox', '/licenses'].map((path) => world.console(path)),
  )) as Record<string, unknown>[][]
  const units = licenses!.map(({ usedUnits }) => Number(usedUnits))
  return {
    people: people!.length,
    invitations: outbox!.length,
    units: units.reduce((sum, each) => sum + each, 0),
  }
}
