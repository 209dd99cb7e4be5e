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
