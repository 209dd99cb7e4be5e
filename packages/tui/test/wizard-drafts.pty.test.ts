import { join } from 'node:path'
import type { KeptDraft } from '@wxcc-onboard/core'
import { openSqliteJournal } from '@wxcc-onboard/durable/sqlite'
import { afterEach, expect, it } from 'vitest'
import { createWorkspace } from './run-cli.ts'
import { keys, openScreen, type Screen } from './screen.ts'

let screens: Screen[] = []

afterEach(() => {
  for (const screen of screens) screen.close()
  screens = []
})

const patience = { timeout: 20_000 }

function open(dataDirectory: string) {
  const screen = openScreen(['wizard', '--sandbox'], { dataDirectory, columns: 100, rows: 40 })
  screens.push(screen)
  return {
    screen,
    shows: (text: string | RegExp) => expect.poll(() => screen.text(), patience).toMatch(text),
  }
}

it('M11: offers the answers of a wizard that was killed, goes on at the same screen, and throws them away', async () => {
  const at = createWorkspace()
  const dataDirectory = at.env.WXCC_ONBOARD_DATA_DIR
  const kept = async (): Promise<readonly KeptDraft[]> => {
    const journal = openSqliteJournal(join(dataDirectory, 'sandbox-journal.db'))
    try {
      return (await journal.drafts?.list()) ?? []
    } finally {
      journal.close()
    }
  }

  const first = open(dataDirectory)
  await first.shows('Step 2 of 13')
  first.screen.type(keys.ctrlN)
  await first.shows('What does the field show')
  first.screen.type(keys.enter)
  await first.shows(/\(•\) New platform/)
  first.screen.type(keys.ctrlN)
  await first.shows(/› \(•\) One by one/)
  first.screen.type(keys.enter)
  await first.shows('Step 5 of 13')
  first.screen.type('ada.draft@acme.example')
  await first.shows('ada.draft@acme.example')
  first.screen.type(keys.enter)
  await first.shows('1 person')
  first.screen.type(keys.ctrlN)
  await first.shows('Step 6 of 13')
  first.screen.type(keys.down)
  await first.shows(/› \(.\) Standard Agent/)
  first.screen.type(keys.enter)
  await first.shows(/\(•\) Standard Agent/)
  await expect
    .poll(
      async () => (await kept()).map(({ stage, request }) => [stage, request.sameForAll.license]),
      patience,
    )
    .toEqual([['licenses', 'standard']])
  first.screen.child.kill('SIGKILL')
  await expect.poll(() => first.screen.exitCode(), patience).toBeTypeOf('number')

  const second = open(dataDirectory)
  await second.shows('There is 1 unfinished run')
  await second.shows(/Acme Contact Center.*1 person, not approved, at Licenses/)
  second.screen.type(keys.enter)
  await second.shows('Step 6 of 13')
  await second.shows(/\(•\) Standard Agent/)
  second.screen.type(keys.ctrlC)
  await second.shows('Leave now?')
  second.screen.type('y')
  await expect.poll(() => second.screen.exitCode(), patience).toBe(0)
  expect(second.screen.history()).toContain('Your answers are kept')

  const third = open(dataDirectory)
  await third.shows('There is 1 unfinished run')
  third.screen.type('d')
  await third.shows('Step 2 of 13')
  expect(await kept()).toEqual([])
  third.screen.type(keys.ctrlC)
  await expect.poll(() => third.screen.exitCode(), patience).toBe(0)
  expect(third.screen.history()).not.toContain('Your answers are kept')
  at.remove()
})
