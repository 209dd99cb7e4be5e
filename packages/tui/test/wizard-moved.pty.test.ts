import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { createWorkspace, json } from './run-cli.ts'
import { keys, openScreen, type Screen } from './screen.ts'

let screens: Screen[] = []

afterEach(() => {
  for (const screen of screens) screen.close()
  screens = []
})

const patience = { timeout: 20_000 }

it('M4: asks about people who moved when a run is gone on with, and does what is approved then', async () => {
  const at = createWorkspace()
  const people = ['ada', 'grace'].map((name) => ({ email: `${name}.moved@acme.example` }))
  const requestFor = (name: string, who: readonly object[], license: string) =>
    at.file(
      name,
      JSON.stringify({
        format: 1,
        platform: 'new',
        sameForAll: { license, administrator: 'keep' },
        people: who,
      }),
    )
  const applied = async (path: string) =>
    (await at.cli(['apply', path, '--yes', '--operator', 'auto', '--sandbox'])).code
  expect(await applied(requestFor('none.json', people, 'none'))).toBe(0)
  const saved = join(at.directory, 'plan.json')
  await at.cli(['plan', requestFor('premium.json', people, 'premium'), '--sandbox', '-o', saved])
  expect(await applied(requestFor('standard.json', people.slice(0, 1), 'standard'))).toBe(0)
  expect(await applied(saved)).toBe(10)

  const screen = openScreen(['wizard', '--sandbox'], {
    dataDirectory: at.env.WXCC_ONBOARD_DATA_DIR,
    columns: 100,
    rows: 45,
  })
  screens.push(screen)
  const shows = (text: string | RegExp) => expect.poll(() => screen.text(), patience).toMatch(text)
  await shows('There is 1 unfinished run')
  screen.type(keys.enter)
  await shows('1 person has changed since the plan was approved')
  await shows(/ada\.moved@acme\.example/)
  expect(screen.text()).not.toContain('grace.moved@acme.example')
  screen.type(keys.enter)
  await shows(/› > /)
  screen.type('1')
  await shows('> 1')
  screen.type(keys.enter)
  await shows('Step 11 of 13')
  screen.type(keys.ctrlC)
  await shows('Leave now?')
  screen.type('y')
  await expect.poll(() => screen.exitCode(), patience).toBe(130)
  const { plan } = json(
    await at.cli(['plan', join(at.directory, 'premium.json'), '--sandbox', '--json']),
  ) as unknown as { plan: { steps: unknown[] } }
  expect(plan.steps).toEqual([])
  at.remove()
})
