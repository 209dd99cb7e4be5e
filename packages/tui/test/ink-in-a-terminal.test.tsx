import { EventEmitter } from 'node:events'
import { Terminal } from '@xterm/headless'
import { render } from 'ink'
import { afterEach, describe, expect, it } from 'vitest'
import { App } from '../src/app.tsx'
import { createFakeOnboarding, type FakeOnboarding } from './fake-onboarding.ts'
import { fixtures } from './fixtures.ts'
import { texts } from './show.tsx'
import { counts } from './views.ts'

const columns = 80
const rows = 24

/** Ink on a terminal that is looked at as a person does: cells, cursor, scrollback; and the bytes it was sent. */
function openTerminal(onboarding: FakeOnboarding) {
  const terminal = new Terminal({ cols: columns, rows, allowProposedApi: true, convertEol: true })
  const written: string[] = []
  const stdout = Object.assign(new EventEmitter(), {
    columns,
    rows,
    isTTY: true,
    write(bytes: string) {
      written.push(bytes)
      terminal.write(bytes)
      return true
    },
  })
  const stdin = Object.assign(new EventEmitter(), {
    isTTY: true,
    data: '',
    setEncoding: () => undefined,
    setRawMode: () => undefined,
    ref: () => undefined,
    unref: () => undefined,
    resume: () => undefined,
    pause: () => undefined,
    read(): string | null {
      const { data } = stdin
      stdin.data = ''
      return data === '' ? null : data
    },
  })
  const instance = render(<App onboarding={onboarding} texts={texts} onLeave={() => undefined} />, {
    stdout: stdout as unknown as NodeJS.WriteStream,
    stdin: stdin as unknown as NodeJS.ReadStream,
    interactive: true,
    patchConsole: false,
    exitOnCtrlC: false,
    incrementalRendering: true,
  })
  const line = (row: number) => terminal.buffer.active.getLine(row)?.translateToString(true) ?? ''
  return {
    written,
    type(text: string) {
      stdin.data += text
      stdin.emit('readable')
    },
    screen: () => Array.from({ length: terminal.buffer.active.length }, (_, row) => line(row)).join('\n'),
    cursor() {
      const { baseY, cursorX, cursorY } = terminal.buffer.active
      return { x: cursorX, text: line(baseY + cursorY) }
    },
    resize(width: number, height: number) {
      terminal.resize(width, height)
      Object.assign(stdout, { columns: width, rows: height })
      stdout.emit('resize')
    },
    close: () => instance.unmount(),
  }
}

let close: (() => void) | undefined

afterEach(() => close?.())

function open(name: string) {
  const onboarding = createFakeOnboarding(fixtures[name]!)
  const terminal = openTerminal(onboarding)
  close = terminal.close
  return { onboarding, terminal }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the sequences that clear a screen or its scrollback
const clears = /\u001b\[[23]J|\u001bc/

describe('in a terminal', () => {
  it('the cursor stands where the next character goes, after wide ones too', async () => {
    const { terminal } = open('people-none')
    await expect.poll(() => terminal.cursor()).toEqual({ x: 10, text: '› Address' })
    terminal.type('佐藤a')
    await expect.poll(() => terminal.cursor()).toEqual({ x: 15, text: '› Address 佐藤a' })
    terminal.type('\u001b[D')
    await expect.poll(() => terminal.cursor().x).toBe(14)
  })

  it('asks the terminal to mark pastes', async () => {
    const { terminal } = open('people-none')
    await expect.poll(() => terminal.written.join('')).toContain('\u001b[?2004h')
  })

  it('typing never clears the screen and writes little', async () => {
    const { terminal } = open('people')
    await expect.poll(() => terminal.screen()).toContain('Add · 30 people')
    const before = terminal.written.length
    for (const character of 'ada@example.com') {
      terminal.type(character)
      await new Promise((done) => setTimeout(done, 5))
    }
    await expect.poll(() => terminal.screen()).toContain('ada@example.com')
    const bytes = terminal.written.slice(before).join('')
    expect(bytes).not.toMatch(clears)
    expect(bytes.length).toBeLessThan(15 * 200)
  })

  it('settled steps go up into the scrollback, once each, while the live part stays', async () => {
    const { onboarding, terminal } = open('saving')
    const saving = fixtures['saving']!
    for (let settled = 0; settled < 57; settled += 1) {
      const key = `create:p${settled}@example.com`
      onboarding.tell({ type: 'step.settled', key, result: { outcome: 'done' } })
      if (settled % 7 !== 0) continue
      const progress = { ...saving.progress!, settled, counts: counts({ done: settled }) }
      onboarding.show({ ...saving, progress })
      await expect.poll(() => terminal.screen()).toContain(`${settled} of 60 steps`)
    }
    await expect.poll(() => terminal.screen()).toContain('p56@example.com')
    const screen = terminal.screen()
    expect(screen.match(/create: done/g)).toHaveLength(57)
    expect(screen.match(/of 60 steps/g)).toHaveLength(1)
    expect(terminal.written.join('')).not.toMatch(clears)
  })

  it('M18: follows the window', async () => {
    const { terminal } = open('people')
    await expect.poll(() => terminal.screen()).toContain('person30@example.com')
    terminal.resize(60, 16)
    await expect.poll(() => terminal.screen().trimEnd().split('\n').slice(-1)[0]).toContain('Ctrl+G help')
    await expect.poll(() => terminal.screen()).toContain('› Address')
  })
})
