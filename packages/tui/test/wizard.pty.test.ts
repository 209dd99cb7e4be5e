import { afterEach, describe, expect, it } from 'vitest'
import { keys, openScreen, type Screen, type ScreenOptions } from './screen.ts'

let screens: Screen[] = []

afterEach(() => {
  for (const screen of screens) screen.close()
  screens = []
})

function open(args: readonly string[], options?: ScreenOptions): Screen {
  const screen = openScreen(args, options)
  screens.push(screen)
  return screen
}

const patience = { timeout: 15_000 }

describe('The wizard in a terminal', () => {
  it('asks where to work when there is no token, and leaves the terminal as it was', async () => {
    const screen = open([])
    await expect.poll(() => screen.text(), patience).toContain('Practice organization on this machine')
    expect(screen.text()).toContain('Your Webex organization')
    screen.type(keys.ctrlC)
    await expect.poll(() => screen.exitCode(), patience).toBe(0)
    expect(screen.cursorIsVisible()).toBe(true)
    expect(screen.history()).toContain('Nothing was written')
  })

  it('begins at once on the sandbox, and names it', async () => {
    const screen = open(['wizard', '--sandbox-fresh'])
    await expect.poll(() => screen.text(), patience).toContain('Acme Contact Center')
    expect(screen.text()).toContain('sandbox')
    await expect.poll(() => screen.text(), patience).toMatch(/http:\/\/127\.0\.0\.1:\d+\/console/)
    screen.type(keys.ctrlC)
    await expect.poll(() => screen.exitCode(), patience).toBe(0)
  })

  it('gives the keyboard back after Ctrl-C: the shell echoes again', async () => {
    const { execPath } = process
    const { bin } = await import('./screen.ts')
    const screen = open([], {
      command: ['sh', '-c', `"${execPath}" "${bin}" wizard --sandbox-fresh; stty -a; echo shell is back`],
    })
    await expect.poll(() => screen.text(), patience).toContain('Acme Contact Center')
    screen.type(keys.ctrlC)
    await expect.poll(() => screen.history(), patience).toContain('shell is back')
    expect(screen.history()).toMatch(/ icanon/)
    expect(screen.history()).toMatch(/ echo /)
  })

  it('never clears the scrollback and follows a resize', async () => {
    const screen = open(['wizard', '--sandbox-fresh'], { columns: 120, rows: 40 })
    await expect.poll(() => screen.text(), patience).toContain('Acme Contact Center')
    screen.resize(60, 20)
    await expect.poll(() => screen.text(), patience).toContain('Acme Contact Center')
    expect(screen.bytes()).not.toContain('\u001b[3J')
  })

  it('says in the terminal what keeps it from starting', async () => {
    const screen = open(['wizard', '--sandbox'], { dataDirectory: '/dev/null/nowhere' })
    await expect.poll(() => screen.exitCode(), patience).toBe(8)
    expect(screen.history()).toContain('WXCC_ONBOARD_DATA_DIR')
    expect(screen.cursorIsVisible()).toBe(true)
  })
})
