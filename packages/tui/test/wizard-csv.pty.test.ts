import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { createWorkspace, json, type Workspace } from './run-cli.ts'
import { keys, openScreen, type Screen } from './screen.ts'

let ends: (() => void)[] = []

afterEach(() => {
  for (const end of ends) end()
  ends = []
})

const patience = { timeout: 20_000 }

const header =
  'First Name,Last Name,User ID/Email (Required),Phone Number,Webex Contact Center Premium Agent [Sub-A],Webex Contact Center Standard Agent [Sub-A]'

const csv = (...rows: readonly string[]) => `${[header, ...rows].join('\r\n')}\r\n`

/** One row of each kind: damaged, new, removed, rejected, doubly licensed. */
const mixed = csv(
  'Ada,Lovelace,ada.csv@acme.example,48123456789,,TRUE',
  'Grace,Hopper,grace.csv@acme.example,,TRUE,',
  'Stan,Standard,stan.standard@acme.example,,,FALSE',
  'Bad,Row,bad.csv@acme.example,,TREU,',
  'Both,True,both.csv@acme.example,,TRUE,TRUE',
)

interface Size {
  readonly columns: number
  readonly rows: number
}

/** The built wizard in a folder with a file, on a sandbox of its own, at the choice of the way. */
async function openAtWay(at: Workspace, { columns, rows }: Size, language: 'en' | 'pl' = 'en') {
  const options = ['--sandbox', '--platform', 'new', ...(language === 'pl' ? ['--lang', 'pl'] : [])]
  const dataDirectory = at.env.WXCC_ONBOARD_DATA_DIR
  const screen: Screen = openScreen(['wizard', ...options], {
    dataDirectory,
    columns,
    rows,
    cwd: at.directory,
  })
  ends.push(screen.close, at.remove)
  const shows = (text: string | RegExp) => expect.poll(() => screen.text(), patience).toMatch(text)
  const press = (key: string) => screen.type(key)
  const words = language === 'en' ? english : polish
  await shows(words.trial)
  press(keys.ctrlN)
  await shows(words.field)
  await shows(/› \(.\) New platform/)
  press(keys.enter)
  await shows(/\(•\) New platform/)
  await shows(words.go)
  press(keys.ctrlN)
  await shows(words.oneByOne)
  return {
    screen,
    shows,
    press,
    words,
    /** Types a text and waits until it stands there: Enter in the same write would be lost. */
    async enter(text: string, shown: string | RegExp = text) {
      screen.type(text)
      await shows(shown)
      press(keys.enter)
    },
    synchronize: async () => {
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

const english = {
  trial: 'Step 2 of 13',
  field: 'What does the field show',
  go: '[ Continue ]',
  oneByOne: /› \(•\) One by one/,
  byFile: /› \(.\) With a CSV file/,
  export: /› I have a file/,
  import: /Step 6 of 15 · File/,
} as const

const polish = {
  trial: 'Krok 2 z 13',
  field: 'Co pokazuje to pole',
  go: '[ Dalej ]',
  oneByOne: /› \(•\) Pojedynczo/,
  byFile: /› \(.\) Plikiem CSV/,
  export: /› Mam plik/,
  import: /Krok 6 z 15 · Plik/,
} as const

describe('The CSV branch in a terminal', () => {
  it('CSV-18: from the file to the report in 80 by 24, with the plan that the command line gives', async () => {
    const at = createWorkspace()
    at.file('people.csv', mixed)
    const { screen, shows, press, enter, words, synchronize } = await openAtWay(at, { columns: 80, rows: 24 })
    press(keys.down)
    await shows(words.byFile)
    press(keys.enter)
    await shows(words.export)
    press(keys.enter)

    await shows(words.import)
    await shows(/people\.csv +\d+ kB/)
    screen.type('peo')
    await shows('File peo')
    press(keys.tab)
    await shows('File people.csv')
    press(keys.enter)

    await shows('people.csv: 5 rows, 6 columns')
    expect(screen.text()).toContain('Premium     Webex Contact Center Premium Agent [Sub-A]')
    await shows(/› \( \) All that can be: 1 cell/)
    press(keys.enter)
    await shows(/\(•\) All that can be/)
    await shows('› [ Continue ]')
    press(keys.enter)

    await shows('5 rows = 3 understood + 2 left out')
    await shows(/5 ✗ bad\.csv@acme\.example +Premium Agent \[Sub-A\]: "TREU"/)
    press(keys.tab)
    await shows(/› +Rule/)
    press(keys.tab)
    await shows(/› 5 ✗ bad/)
    press(keys.enter)
    await shows('Line 5 of the file')
    await shows('Next: Write TRUE or FALSE, or leave the cell empty.')
    press(keys.escape)
    await shows('5 rows = 3 understood')
    press(keys.ctrlN)

    await shows('1 person would lose a license')
    await shows(/4 ! stan\.standar\S+ +loses Standard Agent \[Sub-A\]/)
    press(keys.down)
    await shows(/› \( \) Add and remove services/)
    press(keys.enter)
    await shows(/\(•\) Add and remove services/)
    await shows('› [ Continue ]')
    press(keys.enter)

    await shows('Step 10 of 15')
    await shows(/4 ~ change stan\.standard@acme\.example +− Standard Agent/)
    press(keys.enter)
    await shows(/› > /)
    screen.resize(80, 50)
    await shows(/Plan [0-9a-f]{12}/)
    const [hash] = /Plan [0-9a-f]{12}/.exec(screen.text()) ?? []
    const options = [
      '--mode',
      'add-and-remove',
      '--platform',
      'new',
      '--repair',
      'all',
      '--sandbox',
      '--json',
    ]
    const { plan } = json(await at.cli(['plan', 'people.csv', ...options])) as unknown as {
      plan: { hash: string }
    }
    expect(hash).toBe(`Plan ${plan.hash.slice(0, 12)}`)
    screen.resize(80, 24)
    await enter('2', '> 2')
    await shows('Not approved')
    expect(screen.text()).toContain('type 1')
    await enter('1', '> 1')

    await shows('Press Synchronize Users')
    await synchronize()
    await shows('Step 15 of 15')
    await shows('5 rows = 3 done + 2 left out')
    await shows(/people\.failed\.csv/)
    await shows('Details of agents (site, teams, profiles) come now (CSV-16).')
    await shows(/csv agents \d{8}-\d{6}-\w+ --platform new -o/)
    const failed = readFileSync(join(at.directory, 'people.failed.csv'), 'utf8').split('\r\n')
    expect(failed[0]).toBe(`${header},Reason,Rule`)
    expect(failed[1]).toMatch(/^Bad,Row,bad\.csv@acme\.example,,TREU,,.*C-7$/)
    expect(failed[2]).toMatch(/^Both,True,both\.csv@acme\.example,,TRUE,TRUE,.*C-8$/)
    press('q')
    await expect.poll(() => screen.exitCode(), patience).toBe(6)
  })

  it('NEW-22: writes the live organization, goes back from every page and keeps the answers, in Polish and 60 columns', async () => {
    const at = createWorkspace()
    const { shows, press, words } = await openAtWay(at, { columns: 60, rows: 24 }, 'pl')
    press(keys.down)
    await shows(words.byFile)
    press(keys.enter)
    await shows(words.export)
    press(keys.down)
    await shows(/› Zapisz plik wszystkich osób/)
    press(keys.enter)
    await shows(/Zapisano people\.csv: \d+ osób, 6 kolumn\./)
    await shows('› [ Dalej ]')
    expect(readFileSync(join(at.directory, 'people.csv'), 'utf8')).toContain('[Sub-A]')
    press(keys.enter)

    await shows(words.import)
    await shows('Ostatnio używane')
    press(keys.down)
    await shows(/› people\.csv/)
    press(keys.enter)
    await shows(/Krok 7 z 15/)
    await shows('Porównano z eksportem o tej samej nazwie')
    await shows('Arkusz ani edytor nie uszkodził żadnej komórki.')
    press(keys.ctrlN)
    await shows(/Krok 8 z 15/)
    press(keys.ctrlN)
    await shows('Co znaczy FALSE?')
    await shows(/› \( \) Add services only/)
    press(keys.enter)
    await shows(/\(•\) Add services only/)
    for (const step of [8, 7, 6, 5, 4]) {
      press(keys.escape)
      await shows(`Krok ${step} z 15`)
    }
    await shows(/› \(•\) Plikiem CSV/)
    for (const step of [5, 6, 7, 8, 9]) {
      press(keys.ctrlN)
      await shows(`Krok ${step} z 15`)
      await shows('[ Dalej ]')
    }
    await shows(/\(•\) Add services only/)
    press(keys.ctrlN)
    await shows('Krok 10 z 15')
    await shows(/nowe: 0/)
  })

  it('CSV-12: says in place what is wrong with a choice, and repairs nothing that is not ticked', async () => {
    const at = createWorkspace()
    at.file('people.csv', mixed)
    at.file('empty.csv', '')
    at.file('workbook.csv', Buffer.from('504b0304140006000800', 'hex'))
    at.file('nul.csv', `${header}\r\nA\u0000da,L,a@acme.example,,TRUE,\r\n`)
    at.file('bulk.csv', 'Email,Contact Center Enabled,User Profile\r\na@acme.example,Yes,Agent\r\n')
    const { screen, shows, press, enter, words } = await openAtWay(at, { columns: 80, rows: 30 })
    press(keys.down)
    await shows(words.byFile)
    press(keys.enter)
    await shows(words.export)
    press(keys.enter)
    await shows(words.import)
    for (const [name, said] of [
      ['nowhere.csv', 'There is no file'],
      [`${at.directory}/`, 'is a directory'],
      ['empty.csv', 'The file is empty'],
      ['workbook.csv', 'This is no CSV file'],
      ['nul.csv', 'NUL bytes'],
      ['bulk.csv', 'Bulk Operations'],
    ] as const) {
      await enter(name, new RegExp(`› File .*${name.slice(-9)}$`, 'm'))
      await shows(said)
      press('\u0015')
      await shows(/› File *$/m)
    }
    await enter('people.csv', 'File people.csv')
    await shows('people.csv: 5 rows')
    for (const option of ['None', 'Those that I tick']) {
      press(keys.down)
      await shows(new RegExp(`› \\( \\) ${option}`))
    }
    press(keys.enter)
    await shows(/\(•\) Those that I tick below \(0\)/)
    press(keys.tab)
    await shows(/› \[ \] 2 "48123456789" → "\+48123456789"/)
    press(keys.space)
    await shows(/\[x\] 2 "48123456789"/)
    await shows('Those that I tick below (1)')
    press(keys.ctrlN)
    await shows('1 cell was put right.')
    expect(screen.text()).toContain('Step 8 of 15')
  })
})
