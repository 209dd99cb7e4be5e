import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { csvOf, email, importsOf, newcomers, premium, type Row, recordsIn } from './csv-world.ts'
import { createWorkspace, type Workspace } from './run-cli.ts'
import { keys, openScreen, type Screen } from './screen.ts'

let ends: (() => void)[] = []

afterEach(() => {
  for (const end of ends) end()
  ends = []
})

const patience = { timeout: 20_000 }

interface Size {
  readonly columns: number
  readonly rows: number
}

/** The built wizard on a workspace's practice organization; whoever opens it a second time finds what is there. */
function openWizard(at: Workspace, { columns, rows }: Size, language: 'en' | 'pl') {
  const screen: Screen = openScreen(['wizard', '--sandbox', '--platform', 'new', '--lang', language], {
    dataDirectory: at.env.WXCC_ONBOARD_DATA_DIR,
    columns,
    rows,
    cwd: at.directory,
  })
  ends = [screen.close, ...ends]
  const shows = (text: string | RegExp) => expect.poll(() => screen.text(), patience).toMatch(text)
  return {
    screen,
    shows,
    press: (key: string) => screen.type(key),
    async enter(text: string, shown: string | RegExp = text) {
      screen.type(text)
      await shows(shown)
      screen.type(keys.enter)
    },
    /** Does in place of Control Hub what the page asks for. */
    async importInConsole(path: string) {
      await shows(/127\.0\.0\.1:\d+\/console/)
      const [url] = /http:\S+\/console/.exec(screen.text()) ?? []
      const response = await fetch(`${url}/csv/import?mode=add-only&name=${basename(path)}`, {
        method: 'POST',
        headers: { 'content-type': 'text/csv', accept: 'application/json' },
        body: readFileSync(path),
      })
      expect(response.ok).toBe(true)
    },
    async synchronize() {
      await shows(/127\.0\.0\.1:\d+\/console/)
      const [url] = /http:\S+\/console/.exec(screen.text()) ?? []
      await fetch(`${url}/synchronize-users`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: '{}',
      })
    },
  }
}

type Wizard = ReturnType<typeof openWizard>

/** From the first page to the mode, with the file that is in the folder. */
async function goToMode({ shows, press, enter }: Wizard, words: typeof english | typeof polish) {
  await shows(words.trial)
  press(keys.ctrlN)
  await shows(/› \(.\) New platform/)
  press(keys.enter)
  await shows(/\(•\) New platform/)
  press(keys.ctrlN)
  await shows(words.oneByOne)
  press(keys.down)
  await shows(words.byFile)
  press(keys.enter)
  await shows(words.have)
  press(keys.enter)
  await shows(/people\.csv +\d+ kB/)
  await enter('people.csv', words.file)
  await shows(/people\.csv: [\d ,.]+/)
  press(keys.ctrlN)
  await shows(words.rows)
  press(keys.ctrlN)
  await shows(words.mode)
}

const english = {
  trial: 'Step 2 of 13',
  oneByOne: /› \(•\) One by one/,
  byFile: /› \(.\) With a CSV file/,
  have: /› I have a file/,
  file: 'File people.csv',
  rows: 'Step 8 of 15',
  mode: 'Who carries it out?',
} as const

const polish = {
  trial: 'Krok 2 z 13',
  oneByOne: /› \(•\) Pojedynczo/,
  byFile: /› \(.\) Plikiem CSV/,
  have: /› Mam plik/,
  file: 'Plik people.csv',
  rows: 'Krok 8 z 15',
  mode: 'Kto to wykona?',
} as const

describe('Importing files in Control Hub from the wizard', () => {
  it('CSV-1: goes in two parts, is killed at the second, goes on there, and ends with every row', async () => {
    const at = createWorkspace()
    ends.push(at.remove)
    const rows: Row[] = newcomers(1_002, { [premium]: '' }).map((row, index) =>
      index < 2 ? { ...row, [premium]: 'TRUE' } : row,
    )
    const otto = { ...rows[0], [email]: 'otto.other@acme.example', [premium]: '' }
    at.file('people.csv', csvOf([...rows, otto]))
    const part = (number: number) => join(at.directory, `people.part-0${number}-of-2.csv`)
    const first = openWizard(at, { columns: 80, rows: 24 }, 'en')
    await goToMode(first, english)
    await first.shows(/› \( \) Add services only/)
    first.press(keys.up)
    await first.shows(/› \( \) I import 2 files in Control Hub/)
    first.press(keys.enter)
    await first.shows(/\(•\) I import 2 files/)
    await first.shows('Step 9 of 16')
    await first.shows(/› \( \) Add services only/)
    first.press(keys.enter)
    await first.shows('› [ Continue ]')
    first.press(keys.enter)
    await first.shows('You import 2 files in Control Hub, with Add services only')
    first.press(keys.enter)
    await first.shows('for the first file')
    await first.enter('yes', '> yes')

    await first.shows('Import part 1 of 2, 1,000 rows')
    await first.shows('0 of 1,000 rows are as wanted so far')
    await first.shows('2 Choose Add services only, click Submit.')
    expect([existsSync(part(1)), existsSync(part(2))]).toEqual([true, false])
    await first.importInConsole(part(1))
    await first.shows('Import part 2 of 2, 3 rows')
    await first.shows('people.part-01-of-2.csv  1,000 done, 0 already so, 0 failed')
    first.screen.child.kill('SIGKILL')
    await expect.poll(() => first.screen.exitCode(), patience).toBeDefined()

    const second = openWizard(at, { columns: 80, rows: 24 }, 'en')
    await second.shows('There is 1 unfinished run')
    second.press(keys.enter)
    await second.shows('Import part 2 of 2, 3 rows')
    await second.shows('people.part-01-of-2.csv  1,000 done')
    await second.importInConsole(part(2))
    await second.shows('2 of 3 rows are as wanted so far')
    second.press('d')
    await second.shows('The import is over, as you said.')
    second.press('w')
    await second.shows('Press Synchronize Users')
    await second.synchronize()
    await second.shows('Step 14 of 14')
    await second.shows('1,003 rows = 1,002 done + 1 failed')
    await second.shows(/people\.failed\.csv/)
    const [failed, ...others] = recordsIn(join(at.directory, 'people.failed.csv'))
    expect([failed?.[email], failed?.['Reason'], others]).toEqual([
      'otto.other@acme.example',
      'It was not seen afterwards.',
      [],
    ])
    second.press('q')
    await expect.poll(() => second.screen.exitCode(), patience).toBe(6)
    expect((await importsOf(at)).map(({ fileName }) => fileName).toSorted()).toEqual([
      'people.part-01-of-2.csv',
      'people.part-02-of-2.csv',
    ])
  })

  it('CSV-14: is left, gone on with and taken back, in Polish and 60 columns', async () => {
    const at = createWorkspace()
    ends.push(at.remove)
    at.file('people.csv', csvOf(newcomers(2)))
    const wizard = openWizard(at, { columns: 60, rows: 24 }, 'pl')
    const { shows, press, screen } = wizard
    await goToMode(wizard, polish)
    await shows(/› \( \) Add services only/)
    press(keys.up)
    await shows(/› \( \) Ja, importując 1 plik w Control Hub/)
    press(keys.enter)
    await shows('Krok 9 z 16')
    await shows(/› \( \) Add services only/)
    press(keys.enter)
    await shows('› [ Dalej ]')
    press(keys.enter)
    await shows('Krok 10 z 16')
    await shows(/w trybie Add\s+services only: 1 plik/)
    press(keys.enter)
    await shows(/› > /)
    await wizard.enter('tak', '> tak')
    await shows('Zaimportuj plik, 2 wiersze')
    press('d')
    await shows('Import według Ciebie się skończył.')
    press('n')
    await shows('1 Kliknij Import')
    press('l')
    await shows('Część 1 czeka na import w Control Hub')
    expect(screen.text()).not.toContain('failed.csv')
    press('r')
    await shows('Zaimportuj plik, 2 wiersze')
    await wizard.importInConsole(join(at.directory, 'people.part-01-of-1.csv'))
    await shows('Naciśnij Synchronize Users')
    press('d')
    await shows('Krok 16 z 16')
    await shows('2 wiersze = 2 zrobione')
    press('q')
    await expect.poll(() => screen.exitCode(), patience).toBe(0)
  })
})
