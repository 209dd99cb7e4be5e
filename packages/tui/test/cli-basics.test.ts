import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { schemaText } from '../src/commands/schema.ts'
import { exitCodes } from '../src/exit.ts'
import { createWorkspace, json, lines, type Workspace } from './run-cli.ts'
import { bin, cleanEnv } from './screen.ts'

let at: Workspace

beforeEach(() => {
  at = createWorkspace()
})

afterEach(() => at.remove())

const doc = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../../docs/${name}`, import.meta.url)), 'utf8')

describe('The command line', () => {
  it('tells its version and nothing else', async () => {
    for (const flag of ['--version', '-V']) {
      const { code, out, err } = await at.cli([flag])
      expect([code, err]).toEqual([0, ''])
      expect(out).toMatch(/^\d+\.\d+\.\d+\n$/)
    }
  })

  it('names every command and every exit code in its help', async () => {
    const { code, out } = await at.cli(['--help'])
    expect(code).toBe(0)
    for (const name of [
      'wizard',
      'start',
      'plan',
      'apply',
      'status',
      'tasks',
      'resume',
      'sandbox',
      'schema',
    ]) {
      expect(out).toMatch(new RegExp(`^ {2}${name} `, 'm'))
    }
    for (const exit of Object.values(exitCodes)) expect(out).toMatch(new RegExp(`\\b${exit}\\b`))
  })

  it('documents the same exit codes that it uses', () => {
    const table = doc('exit-codes.md')
    for (const [exit, code] of Object.entries(exitCodes)) {
      expect(table).toMatch(new RegExp(`^\\| ${code} \\| \`${exit}\` \\|`, 'm'))
    }
  })

  it('prints the schema of a request, and the one in the docs is current', async () => {
    const { code, out } = await at.cli(['schema'])
    expect(code).toBe(0)
    expect(out).toBe(schemaText())
    // "vitest -u" brings it up to date.
    await expect(schemaText()).toMatchFileSnapshot('../../../docs/request.schema.json')
  })

  it('M6: refuses the wizard where there is no terminal, and names the commands instead', async () => {
    for (const args of [[], ['wizard'], ['--sandbox']]) {
      const { code, out, err } = await at.cli(args)
      expect([code, out]).toEqual([4, ''])
      expect(err).toContain('standard input is none')
      expect(err).toContain('wxcc-onboard plan REQUEST.yaml')
      expect(err).toContain('wxcc-onboard apply')
    }
  })

  it('answers a wrong command, option or argument with 2 and the way to the help', async () => {
    const cases: [string[], string][] = [
      [['frobnicate'], "unknown command 'frobnicate'"],
      [['plan'], "missing required argument 'request'"],
      [['plan', 'a', 'b'], 'too many arguments'],
      [['plan', 'a', '--frob'], "unknown option '--frob'"],
      [['apply', 'a', '--operator', 'maybe'], 'Allowed choices are leave, wait, auto'],
      [['apply', 'a', '--yes', '--approve', 'abcdefabcdef'], 'cannot be used with'],
      [['tasks', 'x', 'undo', 'y'], 'Allowed choices are done, skip'],
    ]
    for (const [args, message] of cases) {
      const { code, out, err } = await at.cli(args)
      expect([args, code, out]).toEqual([args, 2, ''])
      expect(err).toContain(message)
      expect(err).toContain('wxcc-onboard --help')
      expect(err).not.toMatch(/^ +at /m)
    }
  })

  it('gives the same refusal as data with --json and --ndjson', async () => {
    const one = await at.cli(['plan', 'missing.yaml', '--sandbox-fresh', '--json'])
    expect(one.err).toBe('')
    expect(json(one)).toMatchObject({
      version: 1,
      command: 'plan',
      exit: 'usage',
      exitCode: 2,
      error: { code: 'file.missing', facts: { path: 'missing.yaml' } },
    })
    const many = await at.cli(['plan', 'missing.yaml', '--sandbox-fresh', '--ndjson'])
    expect(lines(many).map(({ type }) => type)).toEqual(['output.opened', 'output.ended'])
    expect(lines(many)[0]).toMatchObject({ version: 1, command: 'plan' })
  })

  it('M19: colors only where asked, and never carries meaning by color', async () => {
    const plain = await at.cli(['nope'], { env: { NO_COLOR: '1' } })
    const colored = await at.cli(['nope'], { env: { FORCE_COLOR: '1' } })
    expect(plain.err).not.toContain('\u001b')
    expect(colored.err).toContain('\u001b[')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: strips the colors.
    expect(colored.err.replaceAll(/\u001b\[\d+m/g, '')).toBe(plain.err)
  })

  it('ends quietly when nobody reads on', async () => {
    const result = await at.cli(['schema'], { onStart: (child) => child.stdout?.destroy() })
    expect(result.err).toBe('')
  })
})

describe('The bin', () => {
  const olderNode = "data:text/javascript,Object.defineProperty(process.versions,'node',{value:'20.1.0'})"

  it('goes on with the newer Node.js of the workspace when it is started with an old one', async () => {
    const { code, out, err } = await run([process.execPath, '--import', olderNode, bin, '--version'])
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(/^\d+\.\d+\.\d+\n$/)
  })

  it('says what is needed when there is no newer Node.js to be found', async () => {
    const lonely = at.file('wxcc-onboard.mjs', readFileSync(bin))
    const { code, err } = await run([process.execPath, '--import', olderNode, lonely, '--version'])
    expect(code).toBe(1)
    expect(err).toContain('needs Node.js 22.19 or later; this is 20.1.0')
  })
})

function run([file = '', ...args]: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) =>
    execFile(file, args, { env: cleanEnv() }, (error, out, err) =>
      resolve({ code: Number(error?.code ?? 0), out, err }),
    ),
  )
}
