import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { takeLicenses } from './colleague.ts'
import { addressOf, createKillWorld, type KillWorld } from './kill-world.ts'
import { json } from './run-cli.ts'

/** More than are named one by one, of those who need somebody to look at them. */
const count = 60

let world: KillWorld
let run = ''

const cli = (...args: string[]) => world.at.cli([...args, ...world.there], { env: world.env })

/** What is said behind the heading, without what was told while it went on. */
const behind = (out: string, heading: string) => out.slice(out.indexOf(`\n${heading}\n`))

const addressesIn = (text: string) => new Set(text.match(/agent\.\d{4}@acme\.example/g))

beforeAll(async () => {
  world = await createKillWorld(count)
})

afterAll(() => world.close())

describe('what is told of more people than anybody reads', () => {
  it('L7: a plan takes as long as the pace allows, and its hash says nothing of time', async () => {
    const plans = await Promise.all(
      ['300', '60', 'unlimited'].map(async (given) => {
        const pace = ['--requests-per-minute', given]
        const [told, data] = await Promise.all([
          cli('plan', world.request, ...pace),
          cli('plan', world.request, ...pace, '--json'),
        ])
        const { plan, forecast } = json(data) as unknown as {
          plan: { hash: string; forecast: { calls: number } }
          forecast: object
        }
        const line = told.out.split('\n').find((one) => one.startsWith('About '))
        return { line, forecast, planned: plan.forecast, hash: plan.hash }
      }),
    )
    const calls = plans[0]?.planned.calls ?? 0
    expect(plans.map(({ line }) => line)).toEqual([
      `About ${calls} calls, ${Math.ceil(calls / 5)} seconds at 300 requests a minute.`,
      `About ${calls} calls, ${Math.round(calls / 60)} minutes at 60 requests a minute.`,
      `About ${calls} calls.`,
    ])
    expect(plans.map(({ forecast }) => forecast)).toEqual([
      { calls, seconds: Math.ceil(calls / 5), requestsPerMinute: 300 },
      { calls, seconds: calls, requestsPerMinute: 60 },
      { calls },
    ])
    expect(plans.map(({ planned }) => planned)).toEqual(plans.map(() => ({ calls })))
    expect(new Set(plans.map(({ hash }) => hash)).size).toBe(1)
  })

  it('M8: apply names those who wait up to a number, counts all, and says where everyone is', async () => {
    const { code, out } = await cli('apply', world.request, '--yes')
    expect(code).toBe(5)
    run = /resume (\d{8}-\d{6}-\w{4})/.exec(out)?.[1] ?? ''
    expect(out).toContain(`${count} to create`)
    const report = behind(out, 'Report')
    expect(addressesIn(report).size).toBe(50)
    expect(report).toContain(`… and 10 more. Everyone: wxcc-onboard verify ${run} --json`)
    expect(report).toContain(`${count} waits for Control Hub`)
    expect(report).toContain(`${addressOf(9)} and 50 more; \`tasks RUN\` names all`)
    expect(addressesIn((await world.at.cli(['tasks', run])).out).size).toBe(count)
  })

  it('M8: verify counts those who went well, and names nobody; --json has everyone', async () => {
    await world.console('/synchronize-users', {})
    const { code, out } = await cli('verify', run)
    expect([code, addressesIn(out).size]).toEqual([0, 0])
    expect(out).toContain(`${count} done`)
    expect(out).toContain('can sign in after accepting the invitation')
    const { report } = json(await cli('verify', run, '--json')) as unknown as {
      report: { people: unknown[] }
    }
    expect(report.people).toHaveLength(count)
    const status = await world.at.cli(['status', run])
    expect([addressesIn(status.out).size, status.out]).toEqual([0, expect.stringMatching(/^\d+ done$/m)])
  })

  it('M5: undo is planned in numbers, and names the first of those who lose something', async () => {
    const { out } = await cli('undo', run, '--plan-only', '--delete-created')
    expect(out).toContain(`${count} to be deleted`)
    expect(out).toContain('… and 10 more; --json names them all')
    expect(addressesIn(out).size).toBe(50)
  })

  it('P34: drift names as many as anybody reads', async () => {
    for (let index = 0; index < 52; index += 1) await takeLicenses(world, addressOf(index))
    const { code, out } = await cli('status', '--drift', run)
    expect([code, addressesIn(out).size]).toEqual([9, 50])
    expect(out).toContain('52 people of run')
    expect(out).toContain(`… and 2 more. Everyone: wxcc-onboard status --drift ${run} --json`)
  })
})
