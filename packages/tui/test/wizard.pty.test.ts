import { join } from 'node:path'
import type { AgentCatalog, AgentPlan } from '@wxcc-onboard/core'
import { openSqliteJournal } from '@wxcc-onboard/durable/sqlite'
import { afterEach, describe, expect, it } from 'vitest'
import { createWorkspace, json } from './run-cli.ts'
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

const noNames: AgentCatalog = {
  sites: [],
  teams: [],
  skillProfiles: [],
  desktopProfiles: [],
  multimediaProfiles: [],
  userProfiles: [],
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

  it('gives the terminal back when it is told to end', async () => {
    const screen = open(['wizard', '--sandbox-fresh'])
    await expect.poll(() => screen.text(), patience).toContain('Acme Contact Center')
    screen.child.kill('SIGTERM')
    await expect.poll(() => screen.exitCode(), patience).toBeTypeOf('number')
    expect(screen.cursorIsVisible()).toBe(true)
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

describe('Walking through the wizard', () => {
  it('L3, L10: leads to a plan that the printed command gives too, and on to the report', async () => {
    const at = createWorkspace()
    const dataDirectory = at.env.WXCC_ONBOARD_DATA_DIR
    const screen = open(['wizard', '--sandbox'], { dataDirectory, columns: 100, rows: 45 })
    const shows = (text: string | RegExp) => expect.poll(() => screen.text(), patience).toMatch(text)

    await shows('Step 2 of 13 · Trial accounts')
    await shows(/127\.0\.0\.1:\d+\/console/)
    const consoleUrl = /http:\S+\/console/.exec(screen.text())![0]
    screen.type(keys.ctrlN)
    await shows('What does the field show')
    screen.type(keys.enter)
    await shows('› [ Continue ]')
    screen.type(keys.enter)
    await shows(/› \(•\) One by one/)
    screen.type(keys.enter)
    await shows('Step 5 of 13')
    screen.type('ada.pty@acme.example')
    await shows('ada.pty@acme.example')
    screen.type(keys.enter)
    await shows('1 person')
    screen.type(keys.ctrlN)
    await shows('Step 6 of 13')
    screen.type(keys.down)
    await shows(/› \(.\) Standard Agent/)
    screen.type(keys.enter)
    await shows(/\(•\) Standard Agent/)
    screen.type(keys.ctrlN)
    await shows('Step 7 of 13')
    screen.type(keys.ctrlN)
    await shows(/apply \S+ --approve\s+[0-9a-f]{12}/)

    const [, request, hash] = /apply (\S+) --approve ([0-9a-f]{12})/.exec(
      screen.text().replaceAll(/ *\\?\n */g, ' '),
    )!
    const planned = json(await at.cli(['plan', request!, '--sandbox', '--json']))['plan'] as { hash: string }
    expect(planned.hash.slice(0, 12)).toBe(hash)

    screen.type(keys.enter)
    await expect.poll(() => screen.text(), patience).not.toContain('Enter to the approval')
    screen.type('yes')
    await shows('> yes')
    screen.type(keys.enter)
    await shows('Step 11 of 13')
    await fetch(`${consoleUrl}/synchronize-users`, { method: 'POST' })
    await shows('Step 13 of 13')
    await shows('Everything is as planned')
    screen.type('q')
    await expect.poll(() => screen.exitCode(), patience).toBe(0)
    expect((json(await at.cli(['status', '--json']))['runs'] as { state: string }[])[0]!.state).toBe(
      'finished',
    )
    at.remove()
  })

  it('M11: offers a run that sets details of agents, and goes on with it in the terminal', async () => {
    const at = createWorkspace()
    const dataDirectory = at.env.WXCC_ONBOARD_DATA_DIR
    const path = at.file('agents.csv', 'Email,External Id\ngrace.kim@acme.example,E-1\n')
    const planned = await at.cli(['csv', 'agents', path, '--platform', 'new', '--sandbox', '--json'])
    const { plan } = json(planned) as unknown as { plan: AgentPlan }
    const journal = openSqliteJournal(join(dataDirectory, 'sandbox-journal.db'))
    const run = '20261123-000000-kill'
    const { organization, hash } = plan
    await journal.append(run, { at: 1, type: 'run.opened', format: 1, organization })
    await journal.append(run, { at: 2, type: 'agents.planned', plan, names: noNames })
    await journal.append(run, { at: 3, type: 'plan.approved', hash })
    await journal.append(run, { at: 4, type: 'step.intended', key: 'agent:grace.kim@acme.example' })
    journal.close()
    const screen = open(['wizard', '--sandbox'], { dataDirectory })
    await expect.poll(() => screen.text(), patience).toContain('1 person · details of agents')
    screen.type(keys.enter)
    await expect.poll(() => screen.exitCode(), patience).toBe(0)
    expect(screen.history()).toContain('Rows: 1 in = 1 done')
    expect((await at.cli(['status', run])).out).toContain('grace.kim@acme.example  done')
    at.remove()
  })

  it('M11: offers the run that was left, and goes on with it', async () => {
    const at = createWorkspace()
    const dataDirectory = at.env.WXCC_ONBOARD_DATA_DIR
    const request = at.file(
      'request.yaml',
      'format: 1\nplatform: new\npeople: [{ email: ada@acme.example, license: standard }]\n',
    )
    expect((await at.cli(['apply', request, '--yes', '--sandbox'])).code).toBe(5)
    const screen = open(['wizard', '--sandbox'], { dataDirectory })
    await expect.poll(() => screen.text(), patience).toContain('1 unfinished run')
    screen.type(keys.enter)
    await expect.poll(() => screen.text(), patience).toContain('Synchronize users')
    screen.type(keys.ctrlC)
    await expect.poll(() => screen.text(), patience).toContain('Leave now?')
    screen.type('y')
    await expect.poll(() => screen.exitCode(), patience).toBe(130)
    expect(screen.history()).toContain('wxcc-onboard resume')
    at.remove()
  })
})
