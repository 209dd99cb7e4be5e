import type { Onboarding } from '@wxcc-onboard/core'
import { afterEach, describe, expect, it } from 'vitest'
import { header, openFileRun, people } from '../../test/file-views.ts'
import { fixtures } from '../../test/fixtures.ts'
import { type Screen, showApp } from '../../test/show.tsx'
import { at, atEnd, endAll, fake, patience } from '../../test/wizard.ts'

afterEach(endAll)

/** The wizard on the page `Export` of the CSV route. */
async function startByFile(files?: Readonly<Record<string, string>>) {
  const onboarding: Onboarding = openFileRun(files)
  const screen: Screen = await showApp(onboarding)
  atEnd(screen.unmount, () => onboarding.stop())
  await at(screen, 'Trial accounts')
  await screen.press('ctrl+n')
  await at(screen, 'Platform')
  await screen.press('enter', 'enter')
  await at(screen, 'Way')
  await screen.press('down', 'enter')
  await at(screen, 'Export')
  return { onboarding, screen }
}

describe('the CSV route on the screen', () => {
  it('CSV-18: goes from Enter to Enter up to the mode, which has to be chosen', async () => {
    const { onboarding, screen } = await startByFile()
    await screen.press('enter')
    await at(screen, 'File')
    await screen.type('people.csv')
    await screen.press('enter')
    await at(screen, 'Contents')
    expect(screen.frame()).toContain('UTF-8, lines end with CR LF, cells divided by ","')
    await screen.press('enter')
    expect(onboarding.getView().file?.answers.repair).toBe('all')
    await screen.press('enter')
    await at(screen, 'Rows')
    expect(screen.frame()).toContain('! 5 rows = 3 understood + 2 left out')
    await screen.press('enter')
    await at(screen, 'Mode')
    await expect.poll(() => screen.frame(), patience).toContain('What does FALSE mean?')
    await screen.press('ctrl+n')
    expect(screen.frame()).toContain('Not yet: correct the problems first.')
    await screen.press('down', 'enter')
    expect(onboarding.getView().file?.answers.mode).toBe('add-and-remove')
    await screen.press('enter')
    await at(screen, 'Review')
    await expect.poll(() => screen.frame(), patience).toContain('4 ~ change stan@example.com')
  })

  it('M1: goes back from page to page, and the file is still there', async () => {
    const { onboarding, screen } = await startByFile()
    await screen.press('enter')
    await at(screen, 'File')
    await screen.type('people.csv')
    await screen.press('enter')
    await at(screen, 'Contents')
    await screen.press('down', 'enter', 'enter')
    await at(screen, 'Rows')
    for (const stage of ['Contents', 'File', 'Export', 'Way']) {
      await screen.press('esc')
      await at(screen, stage)
    }
    await screen.press('enter')
    await at(screen, 'Export')
    await screen.press('enter')
    await at(screen, 'File')
    await screen.press('enter')
    await at(screen, 'Contents')
    expect(onboarding.getView().file?.answers.repair).toBe('none')
  })

  it('CSV-2: repairs the cells that are ticked and no others', async () => {
    const { onboarding, screen } = await fake('file-damaged')
    await screen.press('down', 'down', 'tab', 'tab', 'space')
    expect(onboarding.sent).toEqual([{ type: 'damage.choose', key: '2:3:plus-lost', isRepaired: true }])
    expect(screen.frame()).toContain('"48123456789" → "+48123456789"')
  })

  it('C-7: leaves one rule at a time, and shows the whole row with what to do next', async () => {
    const { screen } = await fake('rows')
    await screen.press('tab', 'tab')
    expect(screen.frame()).toMatch(/› 5 ✗ bad@example\.com/)
    await screen.press('f')
    expect(screen.frame()).toContain('Rule ‹ C-7 › 1 line')
    expect(screen.frame()).not.toContain('both@example.com')
    await screen.press('enter')
    expect(screen.frame()).toContain('Line 5 of the file')
    expect(screen.frame()).toMatch(/Webex Contact Center Premium Agent +TREU/)
    expect(screen.frame()).toContain('Next: Write TRUE or FALSE, or leave the cell empty.')
    await screen.press('esc', 'f', 'f', 'enter', 'right')
    expect(screen.frame()).toContain('Line 6 of the file')
    await screen.press('left')
    expect(screen.frame()).toContain('Line 5 of the file')
  })

  it('CSV-10: names who would lose a license before the mode is chosen', async () => {
    const { screen } = await fake('mode')
    expect(screen.frame()).toContain('1 person would lose a license')
    expect(screen.frame()).toMatch(/4 ! stan@example\.com +loses/)
  })

  it('CSV-12: says what is wrong with a file where it was typed', async () => {
    const { onboarding, screen } = await startByFile({ 'page.csv': '<!DOCTYPE html><html></html>' })
    await screen.press('enter')
    await at(screen, 'File')
    await screen.type('nowhere.csv')
    await screen.press('enter')
    await expect.poll(() => screen.frame(), patience).toContain('There is no file nowhere.csv.')
    expect(screen.frame()).toContain('File nowhere.csv')
    await screen.press('ctrl+u')
    await screen.type('page.csv')
    await screen.press('enter')
    await expect.poll(() => screen.frame(), patience).toContain('This is no CSV file')
    expect(onboarding.getView().stage).toBe('import')
  })

  it('NEW-22: writes a file where somebody wants it, and leads on', async () => {
    const { onboarding, screen } = await startByFile()
    await screen.press('tab', 'right', 'down')
    await screen.type('mine.csv')
    await screen.press('shift+tab', 'down', 'enter')
    await expect
      .poll(() => screen.frame(), patience)
      .toContain('60 people in 6 columns, written to mine.csv.')
    expect(onboarding.getView().file?.exported).toEqual({
      ...{ what: 'people', columns: 'all', path: 'mine.csv' },
      ...{ rows: 60, width: 6, at: 0 },
    })
    expect(screen.frame()).toContain('› [ Continue ]')
  })

  it('M8: tells every row, and where those to try again were written', async () => {
    const none = { already: 0, failed: 1, waiting: 0, skipped: 0, 'not-attempted': 0 }
    const outcome = { balance: { in: 6, done: 3, ...none, rejected: 2 }, failedFile: 'people.failed.csv' }
    const outcomes = { get: () => outcome, subscribe: () => () => undefined }
    const { screen } = await fake(fixtures['report']!, { outcomes })
    expect(screen.frame()).toContain('6 rows = 3 done + 1 failed + 2 left out')
    expect(screen.frame()).toContain('people.failed.csv')
  })

  it.each([
    [true, 'The file has details of agents; they come now (CSV-16):'],
    [false, 'Details of agents (site, teams, profiles) come now (CSV-16). To write'],
  ])('CSV-16: names the command for the details of agents; in the file: %s', async (isInFile, said) => {
    const none = { already: 0, failed: 0, waiting: 0, skipped: 0, 'not-attempted': 0, rejected: 0 }
    const outcome = { balance: { in: 5, done: 5, ...none }, agents: { isInFile, command: 'csv agents x' } }
    const outcomes = { get: () => outcome, subscribe: () => () => undefined }
    const { screen } = await fake(fixtures['report']!, { outcomes })
    expect(screen.frame()).toContain(said)
    expect(screen.frame()).toContain('    csv agents x')
  })

  it('M8: names the command that reads back what does not show yet', async () => {
    const none = { already: 0, failed: 0, skipped: 0, 'not-attempted': 0, rejected: 0 }
    const unseen = { count: 2, command: 'wxcc-onboard verify run-1' }
    const outcome = { balance: { in: 5, done: 2, waiting: 3, ...none }, unseen }
    const outcomes = { get: () => outcome, subscribe: () => () => undefined }
    const { screen } = await fake(fixtures['report']!, { outcomes })
    expect(screen.frame()).toContain('5 rows = 2 done + 3 waiting')
    expect(screen.frame()).toContain('2 of those waiting were accepted and do not show yet')
    expect(screen.frame()).toContain('    wxcc-onboard verify run-1')
  })

  it('L1: shows of twenty thousand rows those in sight, and goes to the last at once', async () => {
    const many = Array.from({ length: 20_000 }, (_, row) => `P,${row},p${row}@example.com,,TREU,`)
    const { screen } = await startByFile({
      'many.csv': [header, ...many, people.split('\r\n')[1]].join('\r\n'),
    })
    await screen.press('enter')
    await at(screen, 'File')
    await screen.type('many.csv')
    await screen.press('enter')
    await at(screen, 'Contents')
    await screen.press('tab', 'tab', 'enter')
    await screen.press('ctrl+n')
    if (screen.frame().includes('Not yet')) await screen.press('enter', 'ctrl+n')
    await at(screen, 'Rows')
    expect(screen.frame()).toContain('What is said of single rows (20,000)')
    await screen.press('end')
    expect(screen.frame()).toMatch(/› 20001 ✗ p19999@example\.com/)
  })
})
