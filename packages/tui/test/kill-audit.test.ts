import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createSandbox, type FaultAnswer } from '@wxcc-onboard/sandbox'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createWorkspace, example, json, type Workspace } from './run-cli.ts'

let at: Workspace

beforeEach(() => {
  at = createWorkspace()
})

afterEach(() => at.remove())

async function applied(): Promise<string> {
  const { code } = await at.cli([
    'apply',
    example('new-platform'),
    '--yes',
    '--sandbox',
    '--operator',
    'auto',
  ])
  expect(code).toBe(0)
  const { runs } = json(await at.cli(['status', '--json'])) as unknown as { runs: { runId: string }[] }
  return runs[0]?.runId ?? ''
}

describe('The audit trail by command', () => {
  it('is printed, saved, found whole, and its first broken line named', async () => {
    const run = await applied()
    const printed = await at.cli(['audit', run])
    const lines = printed.out.trimEnd().split('\n')
    expect(JSON.parse(lines[0]!)).toMatchObject({ n: 1, run, event: 'run.opened', previous: null })
    expect(JSON.parse(lines[0]!).by).toMatch(/@/)
    const path = join(at.directory, 'trail.ndjson')
    expect((await at.cli(['audit', run, '--output', path])).out).toContain(`${lines.length} lines`)
    expect(readFileSync(path, 'utf8')).toBe(printed.out)
    expect((await at.cli(['audit', 'verify', path])).code).toBe(0)

    at.file('trail.ndjson', printed.out.replace('"outcome":"done"', '"outcome":"already"'))
    const broken = lines.findIndex((line) => line.includes('"outcome":"done"')) + 1
    const verdict = await at.cli(['audit', 'verify', path])
    expect(verdict.code).toBe(3)
    expect(verdict.err).toContain(`Line ${broken} of ${path} was changed after it was written`)
  })

  it('has no address in it when it is pseudonymized, and the same names every time', async () => {
    const run = await applied()
    const [one, two] = [
      await at.cli(['audit', run, '--pseudonymize']),
      await at.cli(['audit', run, '--pseudonymize']),
    ]
    expect(one.out).toBe(two.out)
    expect(one.out).not.toContain('acme.example')
    expect(one.out).toMatch(/person-[0-9a-f]{12}@pseudonym\.invalid/)
  })

  it('says so when there is no such run or file', async () => {
    expect((await at.cli(['audit', 'nobody'])).code).toBe(2)
    expect((await at.cli(['audit', 'verify', 'nothing.ndjson'])).code).toBe(2)
    const run = await applied()
    expect((await at.cli(['audit', run, '--output', join(at.file('a-file', ''), 'x')])).code).toBe(8)
  })
})

/** Every file below a directory, as bytes. */
function filesOf(directory: string): readonly string[] {
  return readdirSync(directory).flatMap((name) => {
    const path = join(directory, name)
    return statSync(path).isDirectory() ? filesOf(path) : [path]
  })
}

const faults: readonly (FaultAnswer | undefined)[] = [
  undefined,
  { kind: 'status', status: 401 },
  { kind: 'status', status: 500 },
  { kind: 'status', status: 503, html: true },
  { kind: 'reset', when: 'after' },
  { kind: 'error-after-effect', status: 400 },
]

describe('L14: The access token', () => {
  it('is in no file and no output, whatever the run meets with', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...faults),
        fc.constantFrom([], ['--json'], ['--ndjson']),
        fc.constantFrom('Users|people', 'licenses', '.'),
        fc.boolean(),
        async (answer, format, path, isStolen) => {
          const sandbox = createSandbox()
          const { webexUrl, contactCenterUrl } = await sandbox.listen({ port: 0 })
          const there = ['--webex-url', webexUrl, '--contact-center-url', contactCenterUrl]
          const token = isStolen ? `not-a-good-token-${'Ab3_'.repeat(12)}` : sandbox.issueToken()
          if (answer !== undefined) sandbox.addFault({ match: { path }, times: 3, answer })
          const env = { WEBEX_TOKEN: token, WXCC_ONBOARD_DEBUG: '1' }
          const results = [
            await at.cli(['apply', example('new-platform'), '--yes', ...format, ...there], { env }),
          ]
          const { runs } = json(await at.cli(['status', '--json'])) as unknown as {
            runs: { runId: string }[]
          }
          for (const { runId } of runs.slice(0, 1)) {
            results.push(await at.cli(['resume', runId, ...format, ...there], { env }))
            results.push(await at.cli(['audit', runId, '-o', join(at.directory, 'trail.ndjson')]))
          }
          await sandbox.close()
          for (const { out, err } of results) expect(`${out}${err}`.includes(token)).toBe(false)
          for (const file of filesOf(at.directory))
            expect(readFileSync(file).includes(token), file).toBe(false)
        },
      ),
      { numRuns: 8, seed: 4 },
    )
  }, 120_000)
})
