import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plan } from '@wxcc-onboard/core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type CliResult, createWorkspace, example, json, lines, type Workspace } from './run-cli.ts'

let at: Workspace

beforeEach(() => {
  at = createWorkspace()
})

afterEach(() => at.remove())

const planOf = (result: CliResult) => json(result)['plan'] as Plan

const stateOf = async () => {
  const { runs } = json(await at.cli(['status', '--json'])) as unknown as {
    runs: { runId: string; state: string; place: string; people: number }[]
  }
  return runs
}

const platforms = [
  { name: 'new-platform', platform: 'new', people: 6 },
  { name: 'platform-1.0', platform: '1.0', people: 5 },
] as const

describe.each(platforms)('The $name example on the sandbox', ({ name, platform, people }) => {
  const onSandbox = ['--sandbox', '--platform', platform]

  it('is planned without a write, and the same plan comes again', async () => {
    const first = await at.cli(['plan', example(name), ...onSandbox, '--json'])
    const second = await at.cli(['plan', example(name), ...onSandbox, '--json'])
    expect([first.code, first.err]).toEqual([0, ''])
    expect(planOf(first).people).toHaveLength(people)
    expect(planOf(second).hash).toBe(planOf(first).hash)
    expect(await stateOf()).toEqual([])
  })

  it('is shown as text with units, tasks, invitations, hash and the next command', async () => {
    const { code, out } = await at.cli(['plan', example(name), ...onSandbox])
    expect(code).toBe(0)
    for (const part of [
      /\+ create the person/,
      /License units/,
      /Control Hub/,
      /invitations/,
      /Hash [0-9a-f]{64}/,
    ]) {
      expect(out).toMatch(part)
    }
    expect(out).toMatch(/wxcc-onboard apply .* --approve [0-9a-f]{12} --sandbox/)
  })

  it('is applied, waits for a person, takes their word, and is finished on resuming', async () => {
    const saved = join(at.directory, 'plan.json')
    const planned = await at.cli(['plan', example(name), ...onSandbox, '-o', saved, '--json'])
    const { hash } = planOf(planned)

    const applied = await at.cli(['apply', saved, '--approve', hash.slice(0, 12), ...onSandbox])
    expect([applied.code, applied.err]).toEqual([5, ''])
    const [run] = await stateOf()
    expect(run).toMatchObject({ state: 'unfinished', place: 'sandbox', people })
    expect(applied.out).toContain(`wxcc-onboard resume ${run!.runId}`)

    const tasks = await at.cli(['tasks', run!.runId])
    expect(tasks.out).toContain('(task synchronize)')
    expect((await at.cli(['tasks', run!.runId, 'done', 'synchronize'])).code).toBe(0)
    expect((await at.cli(['tasks', run!.runId, 'done', 'synchronize'])).code).toBe(2)

    const resumed = await at.cli(['resume', run!.runId, '--operator', 'auto', '--ndjson'])
    expect(resumed.code).toBe(0)
    expect(lines(resumed).at(-1)).toEqual({ type: 'output.ended', exit: 'done', exitCode: 0 })
    expect(await stateOf()).toMatchObject([{ runId: run!.runId, state: 'finished' }])
    expect((await at.cli(['resume', run!.runId])).err).toContain('is finished')
  })

  it('M10: writes nothing the second time', async () => {
    await at.cli(['apply', example(name), '--yes', '--operator', 'auto', ...onSandbox])
    const again = await at.cli(['plan', example(name), ...onSandbox, '--json'])
    expect(planOf(again).steps).toEqual([])
    const applied = await at.cli(['apply', example(name), '--yes', '--operator', 'auto', ...onSandbox])
    expect([applied.code, applied.err]).toEqual([0, ''])
  })

  it('M7: tells facts as they happen with --ndjson, the version first and the ending last', async () => {
    const result = await at.cli([
      'apply',
      example(name),
      '--yes',
      '--sandbox-fresh',
      '--platform',
      platform,
      '--ndjson',
    ])
    expect([result.code, result.err]).toEqual([0, ''])
    const facts = lines(result)
    expect(facts[0]).toMatchObject({ type: 'output.opened', version: 1, command: 'apply' })
    const types = facts.map(({ type }) => type)
    expect(types).toContain('plan.approved')
    expect(types).toContain('step.settled')
    expect(types.at(-2)).toBe('output.report')
    expect(types.at(-1)).toBe('output.ended')
  })
})

describe('Starting without a terminal', () => {
  it('says so, carries the example out as text on a sandbox of its own, and does it again', async () => {
    for (const platform of ['new', 'new', '1.0']) {
      const { code, out, err } = await at.cli(['start', '--platform', platform])
      expect([code, err]).toEqual([0, ''])
      expect(out).toContain('This is no terminal')
      expect(out).toContain('Everything is as planned.')
    }
  })
})

describe('An approval', () => {
  const request = example('new-platform')

  it('M4: is of one plan: another hash writes nothing', async () => {
    const { code, err } = await at.cli(['apply', request, '--approve', 'abcdefabcdef', '--sandbox'])
    expect(code).toBe(3)
    expect(err).toContain('Nothing was written')
    expect(await stateOf()).toEqual([])
  })

  it('is needed', async () => {
    const { code, err } = await at.cli(['apply', request, '--sandbox'])
    expect(code).toBe(2)
    expect(err).toContain('--approve HASH')
    for (const given of ['abc', 'ABCDEFABCDEF', 'yes']) {
      expect((await at.cli(['apply', request, '--approve', given, '--sandbox'])).code).toBe(2)
    }
  })

  it('M4: of a saved plan is void when the file was edited', async () => {
    const saved = join(at.directory, 'plan.json')
    await at.cli(['plan', request, '--sandbox', '-o', saved])
    const content = JSON.parse(readFileSync(saved, 'utf8'))
    const edits = [
      { ...content, plan: { ...content.plan, invitations: 0 } },
      { ...content, plan: { ...content.plan, steps: content.plan.steps.slice(1) } },
      { ...content, request: { ...content.request, people: content.request.people.slice(1) } },
    ]
    for (const edited of edits) {
      writeFileSync(saved, JSON.stringify(edited))
      const { code, err } = await at.cli(['apply', saved, '--yes', '--sandbox'])
      expect(code).toBe(3)
      expect(err).toContain('Nothing was written')
    }
    for (const broken of [
      { ...content, format: 2 },
      { ...content, plan: {} },
      { ...content, request: {} },
    ]) {
      writeFileSync(saved, JSON.stringify(broken))
      const { code, err } = await at.cli(['apply', saved, '--yes', '--sandbox'])
      expect(code).toBe(2)
      expect(err).toContain('is not a plan as this version saves it')
    }
    expect(await stateOf()).toEqual([])
  })

  it('L5: of a saved plan does nothing where somebody has done everything since', async () => {
    const saved = join(at.directory, 'plan.json')
    await at.cli(['plan', request, '--sandbox', '-o', saved])
    await at.cli(['apply', request, '--yes', '--operator', 'auto', '--sandbox'])
    const again = await at.cli(['apply', saved, '--yes', '--operator', 'auto', '--sandbox', '--ndjson'])
    expect([again.code, again.err]).toEqual([0, ''])
    const settled = lines(again).filter(({ type }) => type === 'step.settled')
    expect(settled.length).toBeGreaterThan(0)
    for (const { result } of settled) expect(result).toEqual(expect.objectContaining({ outcome: 'already' }))
  })

  it('is not asked for on a saved plan that is passed for a request', async () => {
    const saved = join(at.directory, 'plan.json')
    await at.cli(['plan', request, '--sandbox', '-o', saved])
    const { code, err } = await at.cli(['plan', saved, '--sandbox'])
    expect(code).toBe(2)
    expect(err).toContain('is a saved plan, not a request')
  })
})

describe('What a person does in Control Hub', () => {
  it('is pressed by itself on the sandbox only', async () => {
    const args = ['apply', example('new-platform'), '--yes', '--operator', 'auto', '--region', 'us1']
    const { code, err } = await at.cli(args, { env: { WEBEX_TOKEN: 'x' } })
    expect(code).toBe(2)
    expect(err).toContain('no public API does what a person does in Control Hub')
  })

  it('is listed for all runs, and a wrong run or task is named', async () => {
    await at.cli(['apply', example('new-platform'), '--yes', '--sandbox'])
    const [run] = await stateOf()
    expect((await at.cli(['tasks'])).out).toContain(`tasks ${run!.runId} done `)
    const cases: [string[], string][] = [
      [['tasks', 'nobody'], 'There is no run nobody'],
      [['status', 'nobody'], 'There is no run nobody'],
      [['resume', 'nobody'], 'There is no run nobody'],
      [['tasks', run!.runId, 'done', 'nothing'], 'has no task nothing'],
      [['tasks', run!.runId, 'done'], 'needs the id of a task'],
    ]
    for (const [args, message] of cases) {
      const { code, err } = await at.cli(args)
      expect([args, code]).toEqual([args, 2])
      expect(err).toContain(message)
    }
  })

  it('PRE-1: includes a trial organization that shows only when the person is created', async () => {
    const request = at.file(
      'tom.yaml',
      'format: 1\nplatform: new\npeople: [{ email: tom.trial@acme.example }]\n',
    )
    expect((await at.cli(['apply', request, '--yes', '--sandbox'])).code).toBe(5)
    const [run] = await stateOf()
    const id = 'trial-organization:tom.trial@acme.example'
    expect((await at.cli(['tasks', run!.runId])).out).toContain(`(task ${id})`)
    expect((await at.cli(['tasks', run!.runId, 'done', id])).code).toBe(0)
    const resumed = await at.cli(['resume', run!.runId, '--operator', 'auto'])
    expect([resumed.code, resumed.err]).toEqual([0, ''])
  })
})
