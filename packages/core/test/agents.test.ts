import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agentKey, planAgents } from '../src/plan/agent-plan.ts'
import type { StepOutcome } from '../src/plan/step.ts'
import { type AgentRun, setUpAgents } from '../src/run/agent-run.ts'
import { approveAgents } from '../src/run/approve-agents.ts'
import { readRecord } from '../src/run/record.ts'
import { verifyAgents } from '../src/run/verify-agents.ts'
import { keepVerified } from '../src/run/verify-run.ts'
import {
  type AgentWorldOptions,
  addressOf,
  catalog,
  changesOf,
  createAgentWorld,
  recordIn,
} from './agent-world.ts'
import { failureOf, organization } from './world.ts'

/** How many have which outcome. */
function countsIn(run: AgentRun | undefined): Partial<Record<StepOutcome, number>> {
  const outcomes = [...(run?.record.results.values() ?? [])].map(({ outcome }) => outcome)
  return Object.fromEntries([...Map.groupBy(outcomes, (one) => one)].map(([one, all]) => [one, all.length]))
}

const never = new AbortController().signal

const approve = async (change: (plan: Awaited<ReturnType<typeof planAgents>>) => object, hash?: string) => {
  const world = createAgentWorld({ count: 1 })
  const plan = await planAgents(organization, changesOf(1))
  const changed = { ...plan, ...change(plan) }
  const said = await approveAgents(changed, { hash: hash ?? changed.hash, catalog }, world.ports, never)
  return [said.ok ? 'ok' : said.problem.code, world.entries.length]
}

describe('a plan of agent details', () => {
  it('L4, M14: is approved by its hash, whole as it was made, and for its organization alone', async () => {
    expect(await approve(() => ({}))).toEqual(['ok', 3])
    expect(await approve(() => ({}), '0123456789ab')).toEqual(['plan.not-approved', 0])
    expect(await approve(() => ({ changes: changesOf(2) }))).toEqual(['plan.edited', 0])
    const elsewhere = await planAgents({ id: 'another', name: 'Other' }, changesOf(1))
    expect(await approve(() => elsewhere, elsewhere.hash)).toEqual(['request.another-organization', 0])
  })
})

describe('a run that sets agent details', () => {
  it('CSV-16: has in its journal the plan, its approval, each intent before its call and each result after it', async () => {
    const world = createAgentWorld({ count: 2 })
    const run = await world.apply()
    expect([run?.ok, countsIn(run), run?.record.isFinished]).toEqual([true, { done: 2 }, true])
    expect(
      world.entries.map((entry) => ('key' in entry ? `${entry.type} ${entry.key}` : entry.type)),
    ).toEqual([
      'run.opened',
      'agents.planned',
      'plan.approved',
      `step.intended agent:${addressOf(0)}`,
      `step.intended agent:${addressOf(1)}`,
      `step.settled agent:${addressOf(0)}`,
      `step.settled agent:${addressOf(1)}`,
      'run.finished',
    ])
    expect(world.entries.every(({ by }) => by?.includes('@'))).toBe(true)
    expect(recordIn(world.entries)).toEqual(run?.record)
    expect(run?.record.names).toEqual({ ...catalog, skillProfiles: [] })
    expect(readRecord(world.entries)).toEqual({ ok: false, reason: 'agents' })
  })

  it('NEW-30: sends a hundred in a call and looks at a thousand together', async () => {
    const world = createAgentWorld({ count: 1_150 })
    const run = await world.apply()
    expect(world.calls.map((writes) => writes.length)).toEqual([...Array(11).fill(100), 50])
    expect(countsIn(run)).toEqual({ done: 1_150 })
  })

  it('M8: that was killed after any entry is gone on with to the same end, and sends nobody twice who was seen', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 4 }),
        async (count, deaths) => {
          const world = createAgentWorld({ count, diesAfter: 3 + (deaths[0] ?? 0) })
          await world.apply()
          for (const after of deaths.slice(1)) await world.resume(after)
          const run = await world.resume()
          expect(run?.record.isFinished).toBe(true)
          expect(run?.record.inDoubt).toEqual([])
          for (const [index, { after }] of changesOf(count).entries())
            expect(world.setting(index)).toEqual(after)
          expect(run?.record.given.toSorted()).toEqual(changesOf(count).map(agentKey).toSorted())
          const sent = world.sent()
          await world.resume()
          expect(world.sent()).toBe(sent)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('M8: looks before it writes where the call had gone out and its answer was never seen', async () => {
    const world = createAgentWorld({ count: 2, diesAtCall: 1 })
    expect(await world.apply()).toBeUndefined()
    expect(recordIn(world.entries).inDoubt).toHaveLength(2)
    const run = await world.resume()
    expect([countsIn(run), world.sent()]).toEqual([{ already: 2 }, 2])
    expect(run?.record.given).toHaveLength(2)
  })

  it('M10: is the same when it is applied twice: the second plan sends nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 130 }), async (count) => {
        const world = createAgentWorld({ count })
        await world.apply()
        const sent = world.sent()
        expect(countsIn(await world.apply())).toEqual({ already: count })
        expect(world.sent()).toBe(sent)
      }),
      { numRuns: 20 },
    )
  })

  it('L5: leaves alone whoever was changed since the plan, and whether somebody is enabled', async () => {
    const world = createAgentWorld({ count: 3 })
    const moved = { enabled: true, teams: [], externalId: 'by hand' }
    world.agents.set(addressOf(0), { id: 'agent-0', email: addressOf(0), settings: moved })
    world.agents.set(addressOf(1), {
      id: 'agent-1',
      email: addressOf(1),
      settings: { enabled: false, teams: [] },
    })
    world.agents.delete(addressOf(2))
    const run = await world.apply()
    expect(countsIn(run)).toEqual({ 'not-attempted': 1, done: 1, failed: 1 })
    const codes = [...(run?.record.results.values() ?? [])].map(({ problem }) => problem?.code)
    expect(codes.toSorted()).toEqual(['agent.moved', 'agent.user-missing', undefined])
    expect(world.setting(0)).toEqual(moved)
    expect(world.setting(1)?.enabled).toBe(false)
    expect(world.entries.at(-1)?.type).toBe('run.stopped')
  })

  it('CSV-16: an answer proves nothing: what is accepted and stays as it was is told with its fields', async () => {
    const world = createAgentWorld({
      count: 2,
      mishap: ({ agentId }) => (agentId === 'agent-0' ? { kind: 'forgotten' } : undefined),
    })
    const run = await world.apply()
    expect(run?.record.results.get(`agent:${addressOf(0)}`)).toEqual({
      outcome: 'unchanged',
      problem: expect.objectContaining({
        code: 'agent.unchanged',
        facts: { line: 2, email: addressOf(0), headers: ['Site', 'Teams', 'External Id'] },
      }),
    })
    expect(countsIn(await world.resume())).toEqual({ unchanged: 1, done: 1 })
  })

  it('CSV-16: a refusal after the effect is seen as done, and waits for what shows late', async () => {
    const world = createAgentWorld({
      count: 2,
      visibleAfter: 2_000,
      mishap: () => ({ kind: 'refused-after', failure: failureOf('unavailable') }),
    })
    expect(countsIn(await world.apply())).toEqual({ done: 2 })
    const late = createAgentWorld({ count: 2, visibleAfter: 20_000 })
    expect(countsIn(await late.apply())).toEqual({ done: 2 })
  })

  it('M13: is read back at any time: what was lost is named, what shows only now is kept', async () => {
    const world = createAgentWorld({ count: 3, diesAtCall: 1 })
    await world.apply()
    world.revive()
    const late = await verifyAgents(recordIn(world.entries), world.ports, never)
    if (!late.ok) throw new Error(late.problem.code)
    expect([late.report.counts.done, late.report.isComplete, late.news.at(-1)]).toEqual([
      3,
      true,
      { type: 'run.finished' },
    ])
    await keepVerified('run', late, world.ports)
    const now = { id: 'agent-1', email: addressOf(1), settings: { ...world.setting(1)!, externalId: 'X' } }
    world.agents.set(addressOf(1), now)
    world.agents.delete(addressOf(2))
    const read = await verifyAgents(recordIn(world.entries), world.ports, never)
    if (!read.ok) throw new Error(read.problem.code)
    expect([read.news, read.report.isComplete]).toEqual([[], false])
    expect(
      read.report.agents.map(({ outcome, problems: [problem] }) => [
        outcome,
        problem?.code,
        problem?.facts['headers'],
      ]),
    ).toEqual([
      ['done', undefined, undefined],
      ['invisible', 'drift.agent-changed', ['External Id']],
      ['invisible', 'agent.user-missing', undefined],
    ])
  })

  it('stops at a token that is refused: the rest is not attempted', async () => {
    const world = createAgentWorld({ count: 250, refuse: () => failureOf('forbidden') })
    const run = await world.apply()
    expect(run).toMatchObject({ ok: false, problem: { code: 'failure.forbidden' } })
    expect([world.calls.length, countsIn(run)]).toEqual([1, { failed: 100 }])
    expect(world.entries.at(-1)?.type).toBe('run.stopped')
  })

  it('M11: lets the call on its way come to its end and is read back, and begins no other', async () => {
    const stopping = new AbortController()
    const world = createAgentWorld({
      count: 250,
      mishap: () => {
        stopping.abort()
        return undefined
      },
    })
    const run = await world.apply(undefined, { stopping: stopping.signal })
    expect([run?.ok, world.calls.length, countsIn(run)]).toEqual([true, 1, { done: 100 }])
    expect(run?.record.isFinished).toBe(false)
    expect(countsIn(await world.resume())).toEqual({ done: 250 })
  })

  it('M8: sends nothing that could not be written down before', async () => {
    const world = createAgentWorld({ count: 2 })
    const { append } = world.ports.journal
    world.ports.journal.append = async (run, entry) => {
      if (entry.type === 'step.intended') throw new Error('the disk is full')
      return append(run, entry)
    }
    expect(await world.apply()).toMatchObject({ ok: false, problem: { code: 'journal.failed' } })
    expect(world.calls).toEqual([])
  })

  it('L4: does not go on with a plan that is not the one that was approved', async () => {
    const world = createAgentWorld({ count: 2, diesAfter: 3 })
    await world.apply()
    world.revive()
    const record = recordIn(world.entries)
    const changes = record.plan.changes.map((change) => ({
      ...change,
      after: { ...change.after, site: 'x' },
    }))
    const edited = { ...record, plan: { ...record.plan, changes } }
    const run = await setUpAgents({ runId: 'run', record: edited }, world.ports)
    expect(run).toMatchObject({ ok: false, problem: { code: 'plan.edited' } })
    expect(world.calls).toEqual([])
  })

  it('M12: says that another process goes on with the run, and sends nothing more', async () => {
    const world = createAgentWorld({
      count: 250,
      refuse: (call) => (call > 1 ? failureOf('canceled') : undefined),
    })
    const { append } = world.ports.journal
    world.ports.journal.append = async (run, entry) => {
      if (world.calls.length > 1) throw Object.assign(new Error('taken over'), { code: 'leased' })
      return append(run, entry)
    }
    const run = await world.apply()
    expect(run).toMatchObject({ ok: false, problem: { code: 'journal.taken-over' } })
    expect(world.calls).toHaveLength(2)
    expect(recordIn(world.entries).inDoubt).toHaveLength(200)
  })

  const failures = ['invalid', 'unavailable', 'timeout', 'conflict', 'network', 'forbidden'] as const

  it('keeps every row, whatever goes wrong: each is counted once, and only who is so counts as done', async () => {
    const mishap = fc.oneof(
      { weight: 3, arbitrary: fc.constant(undefined) },
      fc.constant({ kind: 'forgotten' } as const),
      fc.record({
        kind: fc.constantFrom('refused' as const, 'refused-after' as const),
        failure: fc.constantFrom(...failures).map((kind) => failureOf(kind)),
      }),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(mishap, { minLength: 1, maxLength: 12 }),
        fc.option(fc.constantFrom(...failures), { nil: undefined }),
        fc.option(fc.nat(4), { nil: undefined }),
        async (mishaps, refused, blindAt) => {
          const options: AgentWorldOptions = {
            count: mishaps.length,
            mishap: ({ agentId }) => mishaps[Number(agentId.slice('agent-'.length))],
            refuse: (call) => (call === 1 && refused !== undefined ? failureOf(refused) : undefined),
            blind: (look) => (look === blindAt ? failureOf('network') : undefined),
          }
          const world = createAgentWorld(options)
          const run = await world.apply()
          const { results, inDoubt } = recordIn(world.entries)
          expect(inDoubt).toEqual([])
          expect(results).toEqual(run?.record.results)
          for (const [index, change] of changesOf(mishaps.length).entries()) {
            const { outcome } = results?.get(agentKey(change)) ?? {}
            if (outcome === 'done') expect(world.setting(index)).toEqual(change.after)
            if (outcome === 'failed' || outcome === 'unchanged')
              expect([`${index}`, results?.get(agentKey(change))?.problem?.code]).toEqual([
                `${index}`,
                expect.any(String),
              ])
          }
        },
      ),
      { numRuns: 100 },
    )
  })
})
