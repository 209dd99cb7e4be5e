import { createServer } from 'node:net'
import { join } from 'node:path'
import { createSandbox, type Sandbox } from '@wxcc-onboard/sandbox'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createWorkspace, example, json, type Workspace } from './run-cli.ts'

let at: Workspace
let sandbox: Sandbox
let there: string[]

beforeAll(async () => {
  sandbox = createSandbox()
  const { webexUrl, contactCenterUrl } = await sandbox.listen({ port: 0 })
  there = ['--webex-url', webexUrl, '--contact-center-url', contactCenterUrl]
})

afterAll(() => sandbox.close())

beforeEach(() => {
  at = createWorkspace()
})

afterEach(() => at.remove())

const noTrace = (text: string) => expect(text).not.toMatch(/^ +at .*\.js/m)

/** Plans a request on a sandbox that is forgotten. */
async function planFile(content: string | Uint8Array, name = 'request.yaml') {
  const path = at.file(name, content)
  const result = await at.cli(['plan', path, '--sandbox-fresh'])
  noTrace(result.err)
  expect(result.out).toBe('')
  return { ...result, path }
}

const head = 'format: 1\nplatform: new\n'
const ada = 'people:\n  - email: ada@acme.example\n'

describe('A request file', () => {
  const cases: [title: string, content: string, code: number, place: string, message: RegExp][] = [
    ['with an unknown key', `${head}${ada}    licence: premium\n`, 2, '5:5', /"license"/],
    ['with an unknown key at the top', `${head}${ada}sameForEveryone: {}\n`, 2, '5:1', /sameForEveryone/],
    ['with a mistyped value', `${head}${ada}    license: gold\n`, 2, '5:14', /none \| standard \| premium/],
    ['with a number for an address', `${head}people:\n  - email: 12\n`, 2, '4:12', /text/],
    ['with people that are no list', `${head}people: ada@acme.example\n`, 2, '3:9', /list/],
    ['without an address', `${head}people:\n  - firstName: Ada\n`, 2, '4:5', /email/],
    ['of another format', `format: 2\n${ada}`, 2, '1:9', /format/],
    ['with batches too large (ENTRY-7)', `${head}batchSize: 26\n${ada}`, 2, '3:12', /25.*\[ENTRY-7\]/],
    [
      'with an answer that is no platform (PLAT-3)',
      `format: 1\nplatform: 2.0\n${ada}`,
      2,
      '2:11',
      /\[PLAT-3\]/,
    ],
    ['with a key twice', `${head}platform: new\n${ada}`, 2, '3:1', /unique/],
    ['with a broken line', `${head}people:\n  - email: [ada\n`, 2, '5:1', /not valid YAML/],
    [
      'with an address that is none',
      `${head}people:\n  - email: ada(at)acme.example\n`,
      3,
      '4:12',
      /e-mail|@/,
    ],
    ['with the same person twice', `${head}${ada}  - email: ADA@acme.example\n`, 3, '', /more than once/],
    ['with nobody in it', `${head}people: []\n`, 3, '', /Nobody/],
    [
      'with a supervisor who is administrator (ADMNEW-2)',
      `${head}${ada}    license: premium-supervisor\n    administrator: full\n`,
      3,
      '6:20',
      /\[ADMNEW-2\]/,
    ],
  ]

  it.each(cases)('%s is refused with its place and a way on', async (_, content, code, place, message) => {
    const result = await planFile(content)
    expect(result.code).toBe(code)
    expect(result.err).toMatch(message)
    if (place !== '') expect(result.err).toContain(`${result.path}:${place}`)
    expect(result.err).toMatch(/^→ /m)
  })

  it('names all that is wrong with its shape at once, also as data', async () => {
    const path = at.file('request.yaml', `${head}batchSize: 99\npeople:\n  - mail: a\n    license: gold\n`)
    const result = await at.cli(['plan', path, '--sandbox-fresh', '--json'])
    const { problems } = json(result)['error'] as {
      problems: { code: string; place: object; message: string; next: string }[]
    }
    expect(problems.map(({ code }) => code)).toEqual(
      expect.arrayContaining([
        'batch.too-large',
        'request.unknown-key',
        'request.wrong-value',
        'request.missing-key',
      ]),
    )
    for (const { place, message, next } of problems) {
      expect(place).toEqual({ file: path, line: expect.any(Number), column: expect.any(Number) })
      expect([message, next]).not.toContain('')
    }
  })

  it('that is no request at all is told apart', async () => {
    const cases: [string, string | Uint8Array, RegExp][] = [
      ['empty.yaml', '', /nothing, not keys/],
      ['comment.yaml', '# nothing\n', /nothing, not keys/],
      ['list.yaml', '- a\n- b\n', /a list, not keys/],
      ['text.yaml', 'hello\n', /a single value, not keys/],
      ['binary.xlsx', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0, 0, 0, 0]), /is not text/],
      ['latin1.yaml', new Uint8Array([0x66, 0xe9, 0x0a]), /is not text/],
      ['bomb.yaml', bomb(), /alias/],
    ]
    for (const [name, content, message] of cases) {
      const result = await planFile(content, name)
      expect([name, result.code]).toEqual([name, 2])
      expect(result.err).toMatch(message)
    }
  })

  it('that is a directory, missing or huge is told apart', async () => {
    const cases: [string, RegExp][] = [
      [at.directory, /is a directory/],
      [join(at.directory, 'missing.yaml'), /There is no file/],
      [at.file('huge.yaml', Buffer.alloc(17 * 1024 * 1024, 32)), /17 MB/],
    ]
    for (const [path, message] of cases) {
      const { code, err } = await at.cli(['plan', path, '--sandbox-fresh'])
      expect(code).toBe(2)
      expect(err).toMatch(message)
    }
  })

  it('may be JSON, with a byte order mark, and may say platform 1.0 as a number', async () => {
    const request = { format: 1, platform: 'new', people: [{ email: 'ada@acme.example' }] }
    const text = `\ufeff${JSON.stringify(request)}`
    expect((await at.cli(['plan', at.file('a.json', text), '--sandbox-fresh'])).code).toBe(0)
    const yaml = `format: 1\nplatform: 1.0\n${ada}`
    const args = ['plan', at.file('b.yaml', yaml), '--sandbox-fresh', '--platform', '1.0', '--json']
    expect(json(await at.cli(args))['plan']).toMatchObject({ platform: '1.0' })
  })

  it('cannot move the cursor of who reads the refusal', async () => {
    const { err } = await planFile(`${head}people:\n  - email: "\\e[2Jx\\u202e@acme.example"\n`)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: looks for exactly these.
    expect(err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/)
  })

  it('that asks for more units than are free, or for a subscription that is not there, is refused', async () => {
    const crowd = Array.from({ length: 30 }, (_, index) => `  - email: agent${index}@acme.example\n`).join('')
    const short = await planFile(`${head}sameForAll:\n  license: premium\npeople:\n${crowd}`)
    expect(short.code).toBe(3)
    expect(short.err).toMatch(/Premium Agent: \d+ free, \d+ too few/)
    const unknown = await planFile(`${head}subscriptions:\n  premium: Sub-Z\n${ada}    license: premium\n`)
    expect(unknown.code).toBe(3)
    expect(unknown.err).toContain('Sub-Z')
  })
})

describe('Signing in', () => {
  const plan = (args: readonly string[], env: Record<string, string> = {}, input = '') =>
    at.cli(['plan', example('new-platform'), ...there, ...args], { env, input })

  it('takes the token from the environment, a file or standard input', async () => {
    const token = sandbox.issueToken()
    expect((await plan([], { WEBEX_TOKEN: token })).code).toBe(0)
    expect((await plan(['--token-file', at.file('token', `${token}\n`)])).code).toBe(0)
    expect((await plan(['--token-stdin'], {}, `${token}\n`)).code).toBe(0)
  })

  it('with a wrong, expired or powerless token ends with 7 and repeats none of it', async () => {
    const tokens = [
      'wrong-token-wrong-token-wrong-token',
      sandbox.issueToken({ expired: true }),
      sandbox.issueToken({ scopes: ['spark:people_read'] }),
    ]
    for (const token of tokens) {
      const { code, out, err } = await plan([], { WEBEX_TOKEN: token })
      expect([token, code]).toEqual([token, 7])
      expect(err).toContain('does not accept the access token')
      expect(out + err).not.toContain(token)
      noTrace(err)
    }
  })

  it('without a token, an empty one or a strange one says where it is looked for', async () => {
    expect((await plan([])).err).toContain('WEBEX_TOKEN')
    expect((await plan([], { WEBEX_TOKEN: ' ' })).err).toContain('is empty')
    const strange = await plan([], { WEBEX_TOKEN: 'two words-of-a-secret' })
    expect([strange.code, strange.err.includes('words-of-a-secret')]).toEqual([2, false])
  })

  it('never takes a token from a flag, and never repeats one', async () => {
    const secret = 'planted-secret-planted-secret-planted-secret'
    const attempts = [
      ['plan', 'x.yaml', '--token', secret],
      ['plan', 'x.yaml', `--token=${secret}`],
      ['plan', 'x.yaml', `--tokn=${secret}`],
      ['plan', 'x.yaml', secret],
      [secret],
      ['apply', example('new-platform'), '--approve', secret],
      ['plan', example('new-platform'), '--webex-url', secret],
      ['plan', example('new-platform'), '--region', secret],
      ['resume', secret],
    ]
    for (const args of attempts) {
      const { code, out, err } = await at.cli(args, { env: { WEBEX_TOKEN: secret } })
      expect(code).not.toBe(0)
      expect(out + err).not.toContain(secret)
    }
  })

  it('needs a region or says so, and checks addresses', async () => {
    const env = { WEBEX_TOKEN: 'x' }
    const request = example('new-platform')
    const cases: [string[], RegExp][] = [
      [[], /--region with one of us1/],
      [['--region', 'mars1'], /"mars1" is not a region/],
      [['--region', 'us1', '--requests-per-minute', '0'], /"0" is not a number of requests/],
      [['--region', 'us1', '--webex-url', 'ftp://x'], /not an http or https address/],
      [['--region', 'us1', '--webex-url', 'https://webexapis.com/v1'], /without a path/],
    ]
    for (const [args, message] of cases) {
      const { code, err } = await at.cli(['plan', request, ...args], { env })
      expect(code).toBe(2)
      expect(err).toMatch(message)
    }
  })

  it('M14: refuses the organization that was not meant, before any write', async () => {
    const token = sandbox.issueToken()
    const other = '00000000-0000-4000-8000-000000000000'
    const { code, err } = await plan(['--org', other], { WEBEX_TOKEN: token })
    expect(code).toBe(3)
    expect(err).toContain('another organization')
    expect((await plan(['--org', sandbox.orgId], { WEBEX_TOKEN: token })).code).toBe(0)
  })

  it('M14: refuses a saved plan of another organization', async () => {
    const saved = join(at.directory, 'plan.json')
    expect((await plan(['-o', saved], { WEBEX_TOKEN: sandbox.issueToken() })).code).toBe(0)
    const other = createSandbox({ seed: 'empty' })
    const { webexUrl, contactCenterUrl } = await other.listen({ port: 0 })
    const elsewhere = ['--webex-url', webexUrl, '--contact-center-url', contactCenterUrl]
    const env = { WEBEX_TOKEN: other.issueToken() }
    const { code, err } = await at.cli(['apply', saved, '--yes', ...elsewhere], { env })
    const writes = other.requests().filter(({ method }) => method !== 'GET')
    await other.close()
    expect(code).toBe(3)
    expect(err).toContain('another organization')
    expect(writes).toEqual([])
  })

  it('ends with 8 where nobody answers', async () => {
    const env = { WEBEX_TOKEN: 'x' }
    const args = ['--webex-url', 'http://127.0.0.1:9', '--contact-center-url', 'http://127.0.0.1:9']
    const { code, err } = await at.cli(['plan', example('new-platform'), ...args], { env })
    expect(code).toBe(8)
    expect(err).toContain('after 2 attempts so far')
    noTrace(err)
  })
})

describe('This machine', () => {
  it('with a port in use is told apart, with a way on', async () => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as { port: number }
    const { code, err } = await at.cli(['sandbox', '--port', String(port), '--memory'])
    server.close()
    expect(code).toBe(8)
    expect(err).toContain(`Port ${port} is used by another program`)
    expect(err).toContain('--port 0')
    for (const bad of ['x', '70000', '-1', '1.5']) {
      expect((await at.cli(['sandbox', '--port', bad])).code).toBe(2)
    }
  })

  it('with a data directory that cannot be written is told apart, with a way on', async () => {
    const env = { WXCC_ONBOARD_DATA_DIR: join(at.file('file', ''), 'data') }
    const commands = [
      ['plan', example('new-platform'), '--sandbox'],
      ['apply', example('new-platform'), '--yes', '--sandbox'],
      ['sandbox'],
      ['sandbox', 'reset'],
    ]
    for (const args of commands) {
      const { code, err } = await at.cli(args, { env })
      expect([args, code]).toEqual([args, 8])
      expect(err).toContain('WXCC_ONBOARD_DATA_DIR')
      noTrace(err)
    }
  })

  it('whose plan file cannot be written is told so', async () => {
    const target = join(at.file('file', ''), 'plan.json')
    const { code, err } = await at.cli(['plan', example('new-platform'), '--sandbox-fresh', '-o', target])
    expect(code).toBe(8)
    expect(err).toContain('cannot be written')
  })
})

/** A billion laughs. */
function bomb(): string {
  const levels = Array.from({ length: 12 }, (_, level) =>
    level === 0
      ? 'a0: &a0 [x, x, x, x, x, x, x, x, x]'
      : `a${level}: &a${level} [${`*a${level - 1}, `.repeat(9)}]`,
  )
  return `${head}${levels.join('\n')}\n`
}
