import { createSandbox, type Sandbox } from '@wxcc-onboard/sandbox'
import { createWorkspace, type Workspace } from './run-cli.ts'

/** A workspace beside a practice organization that is served as a live one is: by addresses and with a token. */
export interface Served {
  readonly at: Workspace
  readonly sandbox: Sandbox
  readonly consoleUrl: string
  /** The options that lead to it. */
  readonly there: readonly string[]
  readonly env: Readonly<Record<string, string>>
  end(): Promise<void>
}

export async function serve(): Promise<Served> {
  const at = createWorkspace()
  const sandbox = createSandbox()
  const { webexUrl, contactCenterUrl, consoleUrl } = await sandbox.listen({ port: 0 })
  return {
    at,
    sandbox,
    consoleUrl,
    there: ['--webex-url', webexUrl, '--contact-center-url', contactCenterUrl],
    env: { WEBEX_TOKEN: sandbox.issueToken() },
    async end() {
      await sandbox.close()
      at.remove()
    },
  }
}

/** Every write takes so many milliseconds, so that there is something to interrupt. */
export function slowWrites(sandbox: Sandbox, milliseconds: number): void {
  const answer = { kind: 'slow', milliseconds } as const
  for (const method of ['POST', 'PATCH'])
    sandbox.addFault({ match: { method, path: '.' }, times: 500, answer })
}
