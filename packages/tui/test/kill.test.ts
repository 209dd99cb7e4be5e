import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  addressOf,
  approvedRuns,
  createKillWorld,
  createRandom,
  entriesOf,
  type Instant,
  type KillWorld,
  organizationOf,
  runAndKill,
} from './kill-world.ts'
import { json } from './run-cli.ts'

/** `WXCC_KILLS=100 WXCC_KILL_PEOPLE=300` for the whole test of the issue; a run of CI has less time. */
const kills = Number(process.env['WXCC_KILLS'] ?? 15)
const people = Number(process.env['WXCC_KILL_PEOPLE'] ?? 300)
const seed = Number(process.env['WXCC_KILL_SEED'] ?? 20_261_122)

const minutes = 60_000

let undisturbed: KillWorld
let disturbed: KillWorld
/** How many steps the plan has. */
let steps: number

beforeAll(async () => {
  ;[undisturbed, disturbed] = await Promise.all([createKillWorld(people), createKillWorld(people)])
  // Writes that take their time are more often in the air when the process dies.
  for (const method of ['POST', 'PATCH'])
    await disturbed.console('/faults', { match: { method, path: '.' }, times: 100_000, answer: slow })
  const { code, err } = await undisturbed.at.cli(
    ['apply', undisturbed.request, '--yes', ...undisturbed.there],
    {
      env: undisturbed.env,
    },
  )
  expect([code, err]).toEqual([5, ''])
  const [run = ''] = await approvedRuns(undisturbed)
  const made = (await entriesOf(undisturbed, run)).find(({ type }) => type === 'plan.made')
  steps = made?.type === 'plan.made' ? made.plan.steps.length : 0
}, 5 * minutes)

afterAll(async () => {
  await Promise.all([undisturbed?.close(), disturbed?.close()])
})

const slow = { kind: 'slow', milliseconds: 25 } as const

/** Milliseconds in which the program starts, signs in, plans or looks again, and begins to write. */
const startup = 500

/** How many steps may settle between the instant that was meant and the death. */
const latency = 5

/** One in five dies while it starts; the others after so many more steps that the work lasts for all of them. */
function instantOf(random: () => number): Instant {
  if (random() < 0.2) return { steps: 0, milliseconds: random() * startup }
  const most = Math.max(0, (1.6 * steps) / kills - latency)
  return { steps: 1 + Math.floor(random() * most), milliseconds: random() * 25 }
}

describe(`M8: A run for ${people} people that is killed ${kills} times at random instants (seed ${seed})`, () => {
  let runId: string
  let died = 0

  beforeAll(async () => {
    const random = createRandom(seed)
    for (let kill = 0; kill < kills; kill += 1) {
      const [known] = await approvedRuns(disturbed)
      const args = known === undefined ? ['apply', disturbed.request, '--yes'] : ['resume', known]
      if (await runAndKill(disturbed, args, instantOf(random))) died += 1
    }
    const runs = await approvedRuns(disturbed)
    expect(runs).toHaveLength(1)
    runId = runs[0] ?? ''
    const resumed = await disturbed.at.cli(['resume', runId, ...disturbed.there], { env: disturbed.env })
    expect([resumed.code, resumed.err]).toEqual([5, ''])
  }, 20 * minutes)

  it('was really killed while it worked', async () => {
    expect(died).toBe(kills)
    const entries = await entriesOf(disturbed, runId)
    const intents = entries.filter(({ type }) => type === 'step.intended').length
    const results = entries.filter(({ type }) => type === 'step.settled').length
    expect(intents).toBeGreaterThan(results)
  })

  it('leaves the organization as an undisturbed run does: nobody and no unit twice, no second invitation', async () => {
    const [left, meant] = [await organizationOf(disturbed), await organizationOf(undisturbed)]
    expect(left).toEqual(meant)
    expect(new Set(left.people.map((person) => person['email'])).size).toBe(left.people.length)
  })

  it('has settled every step of the plan exactly once', async () => {
    const entries = await entriesOf(disturbed, runId)
    const { plan } = entries.find((entry) => entry.type === 'plan.made') ?? {}
    const good = entries.flatMap((entry) =>
      entry.type === 'step.settled' && ['done', 'already'].includes(entry.result.outcome) ? [entry.key] : [],
    )
    expect(good.toSorted()).toEqual(plan?.steps.map(({ key }) => key).toSorted())
    const last = new Map(entries.flatMap((entry) => ('key' in entry ? [[entry.key, entry.type]] : [])))
    expect(new Set(last.values())).toEqual(new Set(['step.settled']))
  })

  it('reports every row of the request once, and ends well when users are synchronized', async () => {
    for (const world of [undisturbed, disturbed]) {
      await world.console('/synchronize-users', {})
      const [run = ''] = await approvedRuns(world)
      const resumed = await world.at.cli(['resume', run, '--json', ...world.there], { env: world.env })
      const { report } = json(resumed) as unknown as {
        report: { people: { email: string; outcome: string }[] }
      }
      expect(resumed.code).toBe(0)
      expect(report.people.map(({ email }) => email)).toEqual(
        Array.from({ length: people }, (_, index) => addressOf(index)),
      )
    }
    expect(await organizationOf(disturbed)).toEqual(await organizationOf(undisturbed))
  })
})
