import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { spawn } from '@lydell/node-pty'
import type { Terminal as HeadlessTerminal } from '@xterm/headless'

// It is CommonJS whose names Node does not find by import.
const { Terminal } = createRequire(import.meta.url)('@xterm/headless') as typeof import('@xterm/headless')

export const bin = fileURLToPath(new URL('../bin/wxcc-onboard.js', import.meta.url))

export interface ScreenOptions {
  readonly columns?: number
  readonly rows?: number
  readonly env?: Readonly<Record<string, string>>
  /** Where runs and the sandbox live; a new directory when absent. */
  readonly dataDirectory?: string
  /** The folder to start in. @default this process's */
  readonly cwd?: string
  /** Instead of the program: a command and its arguments. */
  readonly command?: readonly string[]
}

export const keys = {
  enter: '\r',
  escape: '\u001b',
  tab: '\t',
  up: '\u001b[A',
  down: '\u001b[B',
  right: '\u001b[C',
  left: '\u001b[D',
  space: ' ',
  backspace: '\u007f',
  ctrlC: '\u0003',
  ctrlN: '\u000e',
} as const

/** The built program in a terminal of its own. Type, then poll `text()` with `expect.poll`; never sleep. */
export function openScreen(args: readonly string[], options: ScreenOptions = {}) {
  const { columns = 100, rows = 30 } = options
  const directory = options.dataDirectory ?? mkdtempSync(join(tmpdir(), 'wxcc-screen-'))
  const [file = process.execPath, ...rest] = options.command ?? [process.execPath, bin, ...args]
  const terminal = new Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 5_000 })
  const child = spawn(file, rest, {
    name: 'xterm-256color',
    cols: columns,
    rows,
    env: { ...cleanEnv(), WXCC_ONBOARD_DATA_DIR: directory, ...options.env },
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
  })
  let bytes = ''
  let exitCode: number | undefined
  child.onData((data) => {
    bytes += data
    terminal.write(data)
  })
  // Programs ask the terminal things, and wait for its answers.
  terminal.onData((data) => {
    if (exitCode === undefined) child.write(data)
  })
  child.onExit((end) => {
    exitCode = end.exitCode
  })
  return {
    directory,
    child,
    /** What the terminal shows now, without trailing blanks. */
    text: () => linesOf(terminal, terminal.buffer.active.baseY, terminal.rows),
    /** Everything that was ever on it, scrollback first. */
    history: () => linesOf(terminal, 0, terminal.buffer.active.baseY + terminal.rows),
    /** Every byte that the program wrote. */
    bytes: () => bytes,
    exitCode: () => exitCode,
    cursorIsVisible: () => bytes.lastIndexOf('\u001b[?25h') >= bytes.lastIndexOf('\u001b[?25l'),
    type: (text: string) => child.write(text),
    resize(newColumns: number, newRows: number) {
      child.resize(newColumns, newRows)
      terminal.resize(newColumns, newRows)
    },
    close() {
      if (exitCode === undefined) child.kill('SIGKILL')
      terminal.dispose()
      if (options.dataDirectory === undefined) rmSync(directory, { recursive: true, force: true })
    },
  }
}

export type Screen = ReturnType<typeof openScreen>

/** Under CI Ink draws nothing before it ends; and no token or setting of the host may leak into a test. */
export function cleanEnv(): Record<string, string> {
  const unwanted =
    /^(CI|CONTINUOUS_INTEGRATION|BUILD_NUMBER|GITHUB_.*|WEBEX_.*|WXCC_.*|NO_COLOR|FORCE_COLOR|LANG|LC_.*|NODE_OPTIONS|VITEST.*)$/
  const kept = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !unwanted.test(entry[0]),
  )
  // Organizations of tests are not Cisco's: nothing is gained by going easy on them.
  const pace = { WXCC_ONBOARD_REQUESTS_PER_MINUTE: 'unlimited' }
  return { ...Object.fromEntries(kept), ...pace, LANG: 'en_US.UTF-8' }
}

function linesOf(terminal: HeadlessTerminal, from: number, count: number): string {
  const { active } = terminal.buffer
  return Array.from(
    { length: count },
    (_, index) => active.getLine(from + index)?.translateToString(true) ?? '',
  )
    .join('\n')
    .trimEnd()
}
