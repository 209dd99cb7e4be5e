import { createSandbox, resetSandboxState } from '@wxcc-onboard/sandbox'
import { type Exit, repeatable, Trouble } from '../exit.ts'
import type { Context, FormatOptions } from './context.ts'
import { journalPath, readPlatform, sandboxStatePath } from './place.ts'

interface SandboxOptions extends FormatOptions {
  readonly port?: string
  readonly platform?: string
  readonly memory?: boolean
  /** The first line is the address as JSON; trouble stays text on standard error. */
  readonly isAddressJson?: boolean
}

/** Serves the practice organization until it is interrupted. */
export async function serveSandbox(context: Context<SandboxOptions>): Promise<Exit> {
  const { world, options, sentences, output } = context
  const port = readPort(options.port ?? '0')
  const sandbox = createSandbox({
    ...(options.platform === undefined ? {} : { platform: readPlatform(options.platform) }),
    state: options.memory === true ? ':memory:' : await sandboxStatePath(world),
  })
  try {
    const ending = interrupted(context)
    const { webexUrl, contactCenterUrl, consoleUrl } = await sandbox.listen({ port })
    const { orgId, platform } = sandbox
    const address = { webexUrl, contactCenterUrl, consoleUrl, orgId, token: sandbox.issueToken(), platform }
    if (options.isAddressJson === true) world.stdout.write(`${JSON.stringify(address)}\n`)
    else output.say(sentences.t('output.sandbox.serving', address))
    await ending
  } finally {
    await sandbox.close()
  }
  return 'done'
}

export async function resetSandbox({ world, sentences, output }: Context): Promise<Exit> {
  const path = await sandboxStatePath(world)
  resetSandboxState(path)
  for (const tail of ['', '-wal', '-shm']) world.files.remove(`${await journalPath(world, 'sandbox')}${tail}`)
  output.say(sentences.t('output.sandbox.reset', { path }))
  output.result('sandbox', { path, isReset: true })
  return 'done'
}

function interrupted({ world }: Context): Promise<void> {
  return new Promise((resolve) => {
    const stop = world.onInterrupt(() => {
      stop()
      resolve()
    })
  })
}

function readPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (!(port <= 65_535)) throw new Trouble('port.malformed', { port: repeatable(text) })
  return port
}
