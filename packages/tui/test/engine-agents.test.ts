import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type AgentRow,
  type Agents,
  agentReportOf,
  approveAgents,
  type JournalEntry,
  judgeAgents,
  type Outcome,
  planAgents,
  readAgentRecord,
  setUpAgents,
  walkToReview,
} from '@wxcc-onboard/core'
import { openSqliteJournal } from '@wxcc-onboard/durable/sqlite'
import type { FaultAnswer } from '@wxcc-onboard/sandbox'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Engine, openEngine } from './engine.ts'

let directory: string

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'wxcc-agents-'))
})

afterEach(() => rmSync(directory, { recursive: true, force: true }))

const never = new AbortController().signal

function unwrap<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.failure.message)
  return outcome.value
}

const agentsOf = ({ ports }: Engine): Agents => {
  if (ports.agents === undefined) throw new Error('no agents')
  return ports.agents
}

/** What rows change of the organization as it is now. */
async function judge(engine: Engine, rows: readonly AgentRow[]) {
  const agents = agentsOf(engine)
  const catalog = unwrap(await agents.readCatalog(never))
  const found = unwrap(
    await agents.findAgents(
      rows.map(({ email }) => email),
      never,
    ),
  )
  const { organization } = unwrap(await engine.ports.directory.connect(never))
  const judged = judgeAgents(rows, found, catalog)
  return { judged, catalog, plan: await planAgents(organization, judged.changes) }
}

const calls = ({ sandbox }: Engine) =>
  sandbox.requests().filter(({ method, path }) => method === 'PATCH' && path.endsWith('/user/bulk')).length

/** Ports of a process that dies after so many entries: nothing is written down or sent any more. */
function mortal(engine: Engine, path: string, life: number) {
  const journal = openSqliteJournal(path)
  const agents = agentsOf(engine)
  let left = life
  const dead = () => new Error('this process is dead')
  return {
    close: () => journal.close(),
    ports: {
      ...engine.ports,
      agents: {
        ...agents,
        changeAgents: (...given: Parameters<Agents['changeAgents']>) =>
          left <= 0 ? Promise.reject(dead()) : agents.changeAgents(...given),
      },
      journal: {
        ...journal,
        append: async (run: string, entry: JournalEntry) => {
          left -= 1
          if (left < 0) throw dead()
          await journal.append(run, entry)
        },
      },
    },
  }
}

/** Lives one after another go on with the run, as long as it was approved; the last one has all the time. */
async function liveThrough(engine: Engine, path: string, lives: readonly number[]): Promise<void> {
  for (const life of [...lives, Number.POSITIVE_INFINITY]) {
    const { ports, close } = mortal(engine, path, life)
    const reading = readAgentRecord(await ports.journal.load('run'))
    if (!reading.ok) throw new Error(reading.reason)
    if (life === Number.POSITIVE_INFINITY) engine.sandbox.clearFaults()
    await setUpAgents({ runId: 'run', record: reading.record }, ports)
    close()
  }
}

const people = ['grace.kim', 'jan.kowalski', 'liam.murphy'].map((name) => `${name}@acme.example`)

const rowsOfSome = fc.subarray(people, { minLength: 1 }).chain((some) =>
  fc.tuple(
    ...some.map((email, index) =>
      fc.record({
        email: fc.constant(email),
        line: fc.constant(index + 2),
        given: fc.record(
          {
            externalId: fc.constantFrom('E-1', 'E-2'),
            skillProfile: fc.constantFrom('Billing', 'General'),
            multimediaProfile: fc.constantFrom('Voice and chat', 'Default'),
          },
          { requiredKeys: [] },
        ),
      }),
    ),
  ),
)

const faults: readonly (FaultAnswer | undefined)[] = [
  undefined,
  { kind: 'status', status: 503 },
  { kind: 'status', status: 400 },
  { kind: 'reset', when: 'after' },
  { kind: 'error-after-effect', status: 500 },
  { kind: 'unchanged' },
]

it('M8, M10: agents are as planned, whatever was refused and whenever it was killed, and the second time nothing is sent', async () => {
  let run = 0
  await fc.assert(
    fc.asyncProperty(
      rowsOfSome,
      fc.constantFrom(...faults),
      fc.array(fc.nat(9), { maxLength: 3 }),
      async (rows, answer, lives) => {
        const path = join(directory, `runs-${++run}.db`)
        const engine = await openEngine()
        try {
          const { judged, catalog, plan } = await judge(engine, rows)
          const first = openSqliteJournal(path)
          const ports = { ...engine.ports, journal: first }
          const approval = { hash: plan.hash, catalog, runId: 'run' }
          expect((await approveAgents(plan, approval, ports, never)).ok).toBe(true)
          first.close()
          if (answer !== undefined)
            engine.sandbox.addFault({ match: { method: 'PATCH', path: 'user/bulk' }, times: 2, answer })
          await liveThrough(engine, path, lives)

          const journal = openSqliteJournal(path)
          const reading = readAgentRecord(await journal.load('run'))
          journal.close()
          if (!reading.ok) throw new Error(reading.reason)
          const report = agentReportOf(reading.record)
          expect([report.isComplete, report.agents.length]).toEqual([true, judged.changes.length])
          expect([reading.record.isFinished, reading.record.inDoubt]).toEqual([true, []])
          const sent = calls(engine)
          const again = await judge(engine, rows)
          expect([again.plan.changes, again.judged.already.length]).toEqual([[], rows.length])
          await liveThrough(engine, path, [])
          expect(calls(engine)).toBe(sent)
        } finally {
          await engine.close()
        }
      },
    ),
    { numRuns: 25 },
  )
}, 120_000)

it('NEW-30: sets 250 agents in three calls, and looks at them by pages before and after', async () => {
  const engine = await openEngine({ units: 500 })
  const emails = Array.from({ length: 250 }, (_, index) => `new.${index}@acme.example`)
  const onboarding = engine.open({
    route: 'csv',
    sameForAll: { license: 'premium', administrator: 'keep' },
    people: emails.map((email) => ({ email })),
  })
  const { plan } = await walkToReview(onboarding)
  onboarding.send({ type: 'plan.approve', hash: plan?.hash ?? '' })
  await onboarding.done
  const rows = emails.map((email, index) => ({ email, line: index + 2, given: { externalId: `E-${index}` } }))
  const { catalog, plan: details } = await judge(engine, rows)
  const approval = { hash: details.hash, catalog, runId: 'run' }
  const approved = await approveAgents(details, approval, engine.ports, never)
  if (!approved.ok) throw new Error(approved.problem.code)
  const before = engine.sandbox.requests().length
  const run = await setUpAgents(approved, { ...engine.ports, agents: agentsOf(engine) })
  expect(agentReportOf(run.record).counts.done).toBe(250)
  expect(calls(engine)).toBe(3)
  expect(engine.sandbox.requests().length - before).toBeLessThanOrEqual(15)
  await engine.close()
})
