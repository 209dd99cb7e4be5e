import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bin, cleanEnv } from './screen.ts'

export interface CliResult {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export interface CliOptions {
  readonly env?: Readonly<Record<string, string>>
  readonly input?: string
  readonly cwd?: string
  /** Files or devices in the place of the pipes. */
  readonly outputTo?: string
  readonly errorsTo?: string
  onStart?(child: ChildProcess): void
  onOutput?(text: string, child: ChildProcess): void
}

/** The built program without a terminal, as a script runs it. */
function runCli(args: readonly string[], options: CliOptions = {}): Promise<CliResult> {
  const opened = [options.outputTo, options.errorsTo].map((path) => path && openSync(path, 'w'))
  const child = spawn(process.execPath, [bin, ...args], {
    env: { ...cleanEnv(), ...options.env },
    stdio: ['pipe', ...opened.map((file) => file || ('pipe' as const))],
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
  }) as ChildProcess
  for (const file of opened) if (file) closeSync(file)
  options.onStart?.(child)
  // A program that ends at once reads nothing.
  child.stdin?.on('error', () => undefined)
  child.stdin?.end(options.input ?? '')
  let [out, err] = ['', '']
  child.stdout?.on('data', (chunk: Buffer) => {
    out += chunk.toString()
    options.onOutput?.(out, child)
  })
  child.stderr?.on('data', (chunk: Buffer) => {
    err += chunk.toString()
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, out, err }))
  })
}

/** A directory of its own for a test: request files in it, and the program's data. */
export function createWorkspace() {
  const directory = mkdtempSync(join(tmpdir(), 'wxcc-cli-'))
  const env = { WXCC_ONBOARD_DATA_DIR: join(directory, 'data') }
  return {
    directory,
    env,
    file(name: string, content: string | Uint8Array): string {
      const path = join(directory, name)
      writeFileSync(path, content)
      return path
    },
    cli: (args: readonly string[], options: CliOptions = {}) =>
      runCli(args, { ...options, cwd: directory, env: { ...env, ...options.env } }),
    remove: () => rmSync(directory, { recursive: true, force: true }),
  }
}

export type Workspace = ReturnType<typeof createWorkspace>

export function example(name: 'new-platform' | 'platform-1.0'): string {
  return fileURLToPath(new URL(`../../../examples/${name}.yaml`, import.meta.url))
}

/** The one document of `--json`. */
export function json(result: CliResult): Record<string, unknown> & { exitCode: number } {
  return JSON.parse(result.out)
}

/** The facts of `--ndjson`. */
export function lines(result: CliResult): ({ type: string } & Record<string, unknown>)[] {
  return result.out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
}
