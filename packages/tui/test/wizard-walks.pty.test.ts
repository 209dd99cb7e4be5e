import { afterEach, describe, expect, it } from 'vitest'
import { createWorkspace, json } from './run-cli.ts'
import { keys, openScreen, type Screen } from './screen.ts'

let screens: Screen[] = []

afterEach(() => {
  for (const screen of screens) screen.close()
  screens = []
})

const patience = { timeout: 20_000 }

/** A wizard on a sandbox of its own, and the hands of a person in front of it. */
async function openWizard(platform: 'new' | '1.0', size: { columns: number; rows: number }) {
  const at = createWorkspace()
  const dataDirectory = at.env.WXCC_ONBOARD_DATA_DIR
  const screen = openScreen(['wizard', '--sandbox', '--platform', platform], { dataDirectory, ...size })
  screens.push(screen)
  const shows = (text: string | RegExp) => expect.poll(() => screen.text(), patience).toMatch(text)
  const press = (key: string) => screen.type(key)
  await shows('Step 2 of 13')
  await shows(/127\.0\.0\.1:\d+\/console|sandbox/)
  return {
    at,
    screen,
    shows,
    press,
    /** Types a text and waits until it stands there: Enter in the same write would be lost. */
    async enter(text: string) {
      screen.type(text)
      await shows(text)
      press(keys.enter)
    },
    paste: (text: string) => screen.type(`\u001b[200~${text}\u001b[201~`),
    async choosePlatform() {
      await shows('What does the field show')
      if (platform === '1.0') press(keys.down)
      await shows(platform === '1.0' ? /› \(.\) 1\.0/ : /› \(.\) New platform/)
      press(keys.enter)
      await shows(platform === '1.0' ? /\(•\) 1\.0/ : /\(•\) New platform/)
      await shows('[ Continue ]')
      press(keys.ctrlN)
      await shows(/› \(•\) One by one/)
      press(keys.enter)
      await shows('Step 5 of 13')
    },
    async approve() {
      await shows(/Plan [0-9a-f]{12}/)
      press(keys.enter)
      await shows(/› > /)
      screen.type('yes')
      await shows('> yes')
      press(keys.enter)
    },
    /** What the command line plans for a request file, as the review names it. */
    async plannedFrom(request: object) {
      const file = at.file('request.json', JSON.stringify(request))
      const { plan } = json(await at.cli(['plan', file, '--sandbox', '--json'])) as unknown as {
        plan: { hash: string }
      }
      return `Plan ${plan.hash.slice(0, 12)}`
    },
    consoleUrl: async () => {
      await shows(/127\.0\.0\.1:\d+\/console/)
      return /http:\S+\/console/.exec(screen.text())![0]
    },
    async leave() {
      press('q')
      await expect.poll(() => screen.exitCode(), patience).toBe(0)
      at.remove()
    },
  }
}

const post = (url: string, body: object = {}) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
  })

describe('The whole procedure in a terminal', () => {
  it('New platform: a trial account, a supervisor who cannot be administrator, back from review, and on by the console', async () => {
    const wizard = await openWizard('new', { columns: 100, rows: 50 })
    const { screen, shows, press } = wizard

    await wizard.enter('tom.trial@acme.example')
    await shows('1 address')
    press(keys.ctrlN)
    await wizard.choosePlatform()
    wizard.paste('Sue Visor <sue.pty@acme.example>\ntom.trial@acme.example\n')
    await shows('2 people')
    press(keys.ctrlN)

    await shows('Step 6 of 13')
    for (const option of ['Standard Agent', 'Premium Agent']) {
      press(keys.down)
      await shows(new RegExp(`› \\(.\\) ${option} `))
    }
    press(keys.space)
    await shows(/\(•\) Premium Agent /)
    press(keys.tab)
    await shows(/› \(.\) Sub-A/)
    press(keys.tab)
    await shows(/› 1 +sue\.pty/)
    press(keys.right)
    await shows(/sue\.pty@acme\.example +Premium Agent - Supervisor Role/)
    press(keys.ctrlN)

    await shows('Step 7 of 13')
    press(keys.tab)
    await shows(/› 1 +sue\.pty/)
    press(keys.right)
    await shows(/not together with Supervisor Role \(ADMNEW-2\)/)
    expect(screen.text()).toMatch(/› 1 +sue\.pty@acme\.example +Leave as it is/)
    press(keys.ctrlN)

    await shows(/Plan [0-9a-f]{12}/)
    const [hash] = /Plan [0-9a-f]{12}/.exec(screen.text())!
    expect(
      await wizard.plannedFrom({
        format: 1,
        platform: 'new',
        trialAccounts: ['tom.trial@acme.example'],
        sameForAll: { license: 'premium' },
        people: [
          { email: 'sue.pty@acme.example', license: 'premium-supervisor' },
          { email: 'tom.trial@acme.example' },
        ],
      }),
    ).toBe(hash)
    press(keys.escape)
    await shows('Step 7 of 13')
    press(keys.escape)
    await shows(/sue\.pty@acme\.example +Premium Agent - Supervisor Role/)
    press(keys.ctrlN)
    await shows('Step 7 of 13')
    press(keys.ctrlN)
    await shows(hash)
    await wizard.approve()

    await shows('Have the trial organization deleted')
    const consoleUrl = await wizard.consoleUrl()
    expect(
      (await fetch(`${consoleUrl}/trial-organizations/tom.trial@acme.example`, { method: 'DELETE' })).ok,
    ).toBe(true)
    press('d')
    await shows('Give the supervisor role')
    await post(`${consoleUrl}/people/sue.pty@acme.example/supervisor`, { supervisor: true })
    await shows('Press Synchronize Users')
    await post(`${consoleUrl}/synchronize-users`)
    await shows('Step 13 of 13')
    await shows(/2 done/)
    expect(screen.history()).toContain('✓ tom.trial@acme.example')
    await wizard.leave()
  })

  it('1.0: a supervisor, a full administrator after Premium, and what only a person can tell', async () => {
    const wizard = await openWizard('1.0', { columns: 100, rows: 50 })
    const { screen, shows, press } = wizard
    press(keys.ctrlN)
    await wizard.choosePlatform()
    wizard.paste('sam.pty@acme.example\nanna.pty@acme.example\n')
    await shows('2 people')
    press(keys.ctrlN)
    await shows('Step 6 of 13')
    expect(screen.text()).toContain('LIC10-7')
    for (const option of ['Standard Agent', 'Premium Agent – Agent']) {
      press(keys.down)
      await shows(new RegExp(`› \\(.\\) ${option} `))
    }
    press(keys.space)
    await shows(/\(•\) Premium Agent – Agent/)
    press(keys.tab)
    await shows(/› \(.\) Sub-A/)
    press(keys.tab)
    await shows(/› 1 +sam\.pty/)
    press(keys.right)
    await shows(/sam\.pty@acme\.example +Premium Agent – Supervisor/)
    press(keys.ctrlN)
    await shows('Step 7 of 13')
    press(keys.tab)
    await shows(/› 1 +sam\.pty/)
    press(keys.down)
    await shows(/› 2 +anna\.pty/)
    press(keys.right)
    await shows(/anna\.pty@acme\.example +Full administrator/)
    press(keys.ctrlN)
    await shows(/Plan [0-9a-f]{12}/)
    expect(
      await wizard.plannedFrom({
        format: 1,
        platform: '1.0',
        people: [
          { email: 'sam.pty@acme.example', license: 'premium-supervisor' },
          { email: 'anna.pty@acme.example', license: 'premium', administrator: 'full' },
        ],
      }),
    ).toBe(/Plan [0-9a-f]{12}/.exec(screen.text())![0])
    await wizard.approve()

    await shows('Give the supervisor role')
    const consoleUrl = await wizard.consoleUrl()
    await post(`${consoleUrl}/people/sam.pty@acme.example/supervisor`, { supervisor: true })
    await shows('Press Synchronize Users')
    expect(screen.text()).toContain('cannot be read back')
    await post(`${consoleUrl}/synchronize-users`)
    press('d')
    await shows('Find the people in the list')
    press('d')
    await shows('Step 13 of 13')
    await shows(/2 done/)
    expect(screen.text()).toContain('done as you said, not read back')
    await wizard.leave()
  })

  it('ENTRY-7: thirty people are 25 and 5, with progress, in 80 by 24', async () => {
    const wizard = await openWizard('new', { columns: 80, rows: 24 })
    const { screen, shows, press } = wizard
    press(keys.ctrlN)
    await wizard.choosePlatform()
    wizard.paste(Array.from({ length: 30 }, (_, index) => `p${index + 1}.pty@acme.example`).join('\n'))
    await shows('30 people')
    await shows(/25 (\+|and) 5/)
    press(keys.ctrlN)
    await shows('Step 6 of 13')
    press(keys.down)
    await shows(/› \(.\) Standard Agent/)
    press(keys.space)
    await shows(/\(•\) Standard Agent/)
    press(keys.ctrlN)
    await shows('Step 7 of 13')
    press(keys.ctrlN)
    await shows('Step 8 of 13')
    await shows(/Enter to the approval/)
    press(keys.enter)
    await shows(/› > /)
    screen.type('yes')
    await shows('> yes')
    press(keys.enter)
    await shows('Press Synchronize Users')
    expect(screen.history().match(/✓ p\d+\.pty@acme\.example {2}create: done/g)).toHaveLength(30)
    const consoleUrl = await wizard.consoleUrl()
    await post(`${consoleUrl}/synchronize-users`)
    await shows('Step 13 of 13')
    await shows(/30 done/)
    await wizard.leave()
  })

  it('P22: a license pool that runs out is asked about before, and told of after', async () => {
    const wizard = await openWizard('new', { columns: 100, rows: 50 })
    const { screen, shows, press } = wizard
    press(keys.ctrlN)
    await wizard.choosePlatform()
    wizard.paste(Array.from({ length: 10 }, (_, index) => `q${index + 1}.pty@acme.example`).join('\n'))
    await shows('10 people')
    press(keys.ctrlN)
    await shows('Step 6 of 13')
    for (const option of ['Standard Agent', 'Premium Agent']) {
      press(keys.down)
      await shows(new RegExp(`› \\(.\\) ${option} `))
    }
    press(keys.space)
    await shows(/8 free, 2 too few/)
    press(keys.ctrlN)
    await shows('confirm the questions first')
    await shows(/› \[ \] I understand/)
    press(keys.space)
    await shows(/\[x\] I understand/i)
    press(keys.ctrlN)
    await shows('Step 7 of 13')
    press(keys.ctrlN)
    await wizard.approve()
    await shows('Press Synchronize Users')
    await post(`${await wizard.consoleUrl()}/synchronize-users`)
    await shows('Step 13 of 13')
    await shows(/8 done/)
    await shows(/2 failed/)
    expect(screen.history()).toMatch(/q\d+\.pty@acme\.example {2}licenses: failed/)
    press('q')
    await expect.poll(() => screen.exitCode(), patience).not.toBe(undefined)
    expect(screen.exitCode()).toBe(6)
    const { runs } = json(await wizard.at.cli(['status', '--json'])) as unknown as {
      runs: { state: string }[]
    }
    expect(runs.map(({ state }) => state)).toEqual(['unfinished'])
    wizard.at.remove()
  })
})
