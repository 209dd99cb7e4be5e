import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type CliResult, createWorkspace, example, json, type Workspace } from './run-cli.ts'

let at: Workspace

beforeEach(() => {
  at = createWorkspace()
})

afterEach(() => at.remove())

interface Address {
  readonly webexUrl: string
  readonly contactCenterUrl: string
  readonly consoleUrl: string
  readonly orgId: string
  readonly token: string
  readonly platform: string
}

/** Serves the practice organization while `work` goes on, then ends it as Ctrl-C does. */
async function serving(
  args: readonly string[],
  work: (address: Address) => Promise<void>,
): Promise<CliResult> {
  let end = () => undefined as unknown
  let tell: (line: string) => void = () => undefined
  const firstLine = new Promise<string>((resolve) => {
    tell = resolve
  })
  const server = at.cli(['sandbox', '--json', ...args], {
    onStart: (child) => {
      end = () => child.kill('SIGINT')
    },
    onOutput: (text) => {
      if (text.includes('\n')) tell(text)
    },
  })
  try {
    await work(JSON.parse(await firstLine))
  } finally {
    end()
  }
  return server
}

const flagsOf = ({ webexUrl, contactCenterUrl }: Address) => [
  '--webex-url',
  webexUrl,
  '--contact-center-url',
  contactCenterUrl,
]

describe('The sandbox command', () => {
  it('serves an organization that another process works on, and ends on Ctrl-C', async () => {
    const served = await serving(['--platform', '1.0'], async (address) => {
      expect(address.platform).toBe('1.0')
      const env = { WEBEX_TOKEN: address.token }
      const args = ['plan', example('platform-1.0'), ...flagsOf(address), '--org', address.orgId, '--json']
      const planned = await at.cli(args, { env })
      expect([planned.code, planned.err]).toEqual([0, ''])
      expect((await fetch(address.consoleUrl)).status).toBe(200)
    })
    expect([served.code, served.err]).toEqual([0, ''])
  })

  it('keeps what was changed until it is reset, together with its runs', async () => {
    const planSteps = async () =>
      (
        json(await at.cli(['plan', example('new-platform'), '--sandbox', '--json']))['plan'] as {
          steps: unknown[]
        }
      ).steps.length
    const before = await planSteps()
    await at.cli(['apply', example('new-platform'), '--yes', '--operator', 'auto', '--sandbox'])
    expect(await planSteps()).toBe(0)
    const reset = await at.cli(['sandbox', 'reset'])
    expect([reset.code, reset.err]).toEqual([0, ''])
    expect(await planSteps()).toBe(before)
    expect(json(await at.cli(['status', '--json']))['runs']).toEqual([])
  })

  it('tells people where it listens and how to use it', async () => {
    let end = () => undefined as unknown
    const { code, out } = await at.cli(['sandbox', '--memory'], {
      onStart: (child) => {
        end = () => child.kill('SIGINT')
      },
      onOutput: (text) => {
        if (text.includes('Ctrl-C')) end()
      },
    })
    expect(code).toBe(0)
    expect(out).toMatch(/export WEBEX_TOKEN=/)
    expect(out).toMatch(/http:\/\/127\.0\.0\.1:\d+\/console/)
  })
})

describe('Waiting for a person', () => {
  it('L10: goes on by itself when the person has done it', async () => {
    await serving([], async (address) => {
      const press = (path: string, body?: object, method = 'POST') =>
        fetch(`${address.consoleUrl}${path}`, {
          method,
          headers: { 'content-type': 'application/json' },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        })
      const request = at.file(
        'request.yaml',
        'format: 1\nplatform: new\npeople:\n  - email: ada@acme.example\n    license: premium-supervisor\n',
      )
      let pressed = 0
      const { code, out } = await at.cli(
        ['apply', request, '--yes', '--operator', 'wait', ...flagsOf(address)],
        {
          env: { WEBEX_TOKEN: address.token },
          onOutput: (text) => {
            if (
              pressed === 0 &&
              text.includes('Give the supervisor role (task') &&
              text.includes('Waiting')
            ) {
              pressed = 1
              void press('/people/ada@acme.example/supervisor', { supervisor: true }).then(() =>
                press('/synchronize-users'),
              )
            }
          },
        },
      )
      expect(pressed).toBe(1)
      expect(code).toBe(0)
      expect(out).toContain('Give the supervisor role: read back')
      expect(out).toContain('Everything is as planned.')
    })
  })
})

describe('L14: A token', () => {
  it('is in no output and in no file', async () => {
    await serving(['--memory'], async (address) => {
      const env = { WEBEX_TOKEN: address.token, WXCC_ONBOARD_DEBUG: '1' }
      const saved = join(at.directory, 'plan.json')
      const commands = [
        ['plan', example('new-platform'), '-o', saved],
        ['apply', saved, '--yes', '--ndjson'],
        ['plan', example('new-platform'), '--json'],
      ]
      for (const args of commands) {
        const { out, err } = await at.cli([...args, ...flagsOf(address)], { env })
        expect(out).not.toBe('')
        expect(out + err).not.toContain(address.token)
      }
      const names = readdirSync(at.directory, { recursive: true, withFileTypes: true }).filter((entry) =>
        entry.isFile(),
      )
      expect(names.length).toBeGreaterThan(1)
      for (const entry of names) {
        expect(readFileSync(join(entry.parentPath, entry.name), 'latin1')).not.toContain(address.token)
      }
    })
  })
})
