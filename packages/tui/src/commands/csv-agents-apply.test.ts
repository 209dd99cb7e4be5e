import type { Agent, AgentCatalog, AgentChange, Agents, AgentWrite, Failure } from '@wxcc-onboard/core'
import { describe, expect, it } from 'vitest'
import type { World } from '../compose.ts'
import type { PreparedAgents } from '../csv/agents.ts'
import type { RowBalance } from '../csv/rows.ts'
import { createSentences } from '../output/sentences.ts'
import type { Context } from './context.ts'
import { applyAgents } from './csv-agents-apply.ts'
import type { Place } from './place.ts'

const catalog: AgentCatalog = {
  sites: [],
  teams: [],
  skillProfiles: [],
  desktopProfiles: [],
  multimediaProfiles: [],
  userProfiles: [],
}

const before = { enabled: true, teams: [] }

function prepare(count: number): PreparedAgents {
  const changes = Array.from(
    { length: count },
    (_, index): AgentChange => ({
      line: index + 2,
      email: `a${index}@acme.example`,
      agentId: `agent-${index}`,
      before,
      after: { ...before, externalId: `E-${index}` },
      fields: ['externalId'],
    }),
  )
  const records = changes.map(({ line, email }) => ({ line, cells: [email] }))
  const judged = { changes, already: [], rejected: [], problems: [] }
  const table = { headers: ['Email'], headerLine: 1, records }
  const layout = { delimiter: ',', newline: 'lf', hasBom: false }
  const file = { path: 'agents.csv', table, layout } as unknown as PreparedAgents['file']
  const plan = { format: 1, organization: { id: 'o', name: 'O' }, changes, hash: 'f'.repeat(64) } as const
  return { file, catalog, judged, plan, problems: [] }
}

/** Contact Center behind our port: what is refused, what is accepted and forgotten, and how many calls there were. */
function createContactCenter(
  failureOf: (write: AgentWrite) => Failure | 'forgotten' | undefined = () => undefined,
) {
  const agents = new Map<string, Agent>()
  const calls: number[] = []
  const port: Agents = {
    readCatalog: async () => ({ ok: true, value: catalog }),
    findAgents: async (emails) => ({ ok: true, value: emails.flatMap((email) => agents.get(email) ?? []) }),
    changeAgents: async (writes) => {
      calls.push(writes.length)
      const value = writes.map((write) => {
        const failure = failureOf(write)
        if (typeof failure === 'object') return { ok: false, failure } as const
        const email = `${write.agentId.replace('agent-', 'a')}@acme.example`
        if (failure === undefined) agents.set(email, { id: write.agentId, email, settings: write.settings })
        return { ok: true, value: null } as const
      })
      const final = value.find((one) => !one.ok && one.failure.kind === 'forbidden')
      return final?.ok === false ? final : { ok: true, value }
    },
  }
  return { port, calls }
}

/** Carries the plan out and answers with what was told of the rows and written. */
async function apply(prepared: PreparedAgents, port: Agents, interruptAfter?: number) {
  const results: Record<string, unknown> = {}
  const written: string[] = []
  let interrupt: () => void = () => undefined
  let calls = 0
  const world = {
    onInterrupt: (listener: () => void) => {
      interrupt = listener
      return () => undefined
    },
    files: { stat: () => undefined, write: (path: string) => written.push(path) },
  } as unknown as World
  const output = { say: () => undefined, result: (name: string, value: unknown) => (results[name] = value) }
  const context = { world, output, sentences: createSentences(), options: {} } as unknown as Context
  const clock = { now: () => 0, wait: async () => undefined }
  const place = { kind: 'sandbox', ports: { clock } } as unknown as Place
  const watched: Agents = {
    ...port,
    changeAgents: (...given) => {
      calls += 1
      if (calls === interruptAfter) interrupt()
      return port.changeAgents(...given)
    },
  }
  const ending = await applyAgents(context, place, watched, prepared).catch(
    (error: { code: string }) => error.code,
  )
  return { ending, rows: results['rows'] as RowBalance, written }
}

describe('setting the details of agents', () => {
  it('NEW-30: sends a hundred in a call and reads everyone back', async () => {
    const { port, calls } = createContactCenter()
    const { ending, rows, written } = await apply(prepare(250), port)
    expect([ending, calls, rows.done, written]).toEqual(['done', [100, 100, 50], 250, []])
  })

  it('counts as failed what is refused, and what is accepted and not seen afterwards', async () => {
    const refused: Failure = { kind: 'invalid', operation: 'PATCH', message: 'not found for given site' }
    const { port } = createContactCenter(({ agentId }) =>
      agentId === 'agent-0' ? refused : agentId === 'agent-1' ? 'forgotten' : undefined,
    )
    const { ending, rows, written } = await apply(prepare(3), port)
    expect([ending, rows.done, rows.failed, written]).toEqual(['incomplete', 1, 2, ['agents.failed.csv']])
    const { results } = rows as unknown as { results: { outcome: string; reason?: string }[] }
    expect(results.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['failed', 'not found for given site'],
      ['failed', undefined],
      ['done', undefined],
    ])
  })

  it('stops at a token that is refused: the rest is not attempted', async () => {
    const forbidden: Failure = { kind: 'forbidden', operation: 'PATCH', message: 'no cjp:config_write' }
    const { port, calls } = createContactCenter(() => forbidden)
    const { ending, rows } = await apply(prepare(150), port)
    expect([ending, calls, rows.failed, rows['not-attempted']]).toEqual(['incomplete', [100], 100, 50])
  })

  it('Ctrl-C lets the call on its way come to its end and tells every row', async () => {
    const { port, calls } = createContactCenter()
    const { ending, rows } = await apply(prepare(250), port, 1)
    expect([ending, calls, rows.done, rows['not-attempted']]).toEqual(['agents.stopped', [100], 100, 150])
  })
})
