import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keys, openScreen, type Screen } from '../../packages/tui/test/screen.ts'

const people = ['ada.lovelace@acme.example', 'grace.hopper@acme.example', 'eve.existing@acme.example']

/** The review of the built wizard in 80 columns and 24 rows, on a new practice organization. */
export async function captureReview(): Promise<string> {
  // The frame counts lines below it that name a path: its length must not depend on the machine.
  const directory = mkdtempSync(join(process.platform === 'win32' ? tmpdir() : '/tmp', 'wxcc-docs-'))
  const screen = openScreen(['wizard', '--sandbox-fresh', '--platform', 'new'], {
    columns: 80,
    rows: 24,
    dataDirectory: directory,
  })
  try {
    await walkToReview(screen)
    return screen.text()
  } finally {
    screen.close()
    rmSync(directory, { recursive: true, force: true })
  }
}

async function walkToReview(screen: Screen): Promise<void> {
  await until(screen, 'Step 2 of 13')
  await goOn(screen, '› ( ) New platform')
  await press(screen, keys.space, '› (•) New platform')
  await goOn(screen, '› (•) One by one')
  await goOn(screen, 'Nobody yet')
  await press(screen, `\u001b[200~${people.join('\n')}\u001b[201~`, `${people.length} people`)
  await goOn(screen, '› (•) No license')
  await press(screen, keys.down, '› ( ) Standard Agent')
  await press(screen, keys.space, '› (•) Standard Agent')
  await goOn(screen, '› (•) Leave as it is')
  await goOn(screen, 'What will be written')
}

function press(screen: Screen, key: string, text: string): Promise<unknown> {
  screen.type(key)
  return until(screen, text)
}

/** To the next step, as soon as the organization was looked up. */
async function goOn(screen: Screen, text: string): Promise<void> {
  do {
    screen.type(keys.ctrlN)
    await pause()
  } while ((await until(screen, text, inProgress)) === inProgress)
}

const inProgress = 'something is in progress'
const patience = 30_000

/** The first of the texts that is shown. */
async function until(screen: Screen, ...texts: readonly string[]): Promise<string> {
  const end = Date.now() + patience
  while (Date.now() < end) {
    const found = texts.find((text) => screen.text().includes(text))
    if (found !== undefined) return found
    await pause()
  }
  throw new Error(`The wizard does not show "${texts.join('" or "')}":\n${screen.text()}`)
}

function pause(): Promise<void> {
  return new Promise((done) => setTimeout(done, 50))
}

const begin = '<!-- frame:begin -->'
const end = '<!-- frame:end -->'

/** The page with this frame between its marks. */
export function withFrame(page: string, frame: string): string {
  const from = page.indexOf(begin)
  const to = page.indexOf(end)
  if (from < 0 || to < from) throw new Error(`The page has no ${begin} with ${end} after it`)
  return `${page.slice(0, from + begin.length)}\n\`\`\`text\n${frame}\n\`\`\`\n${page.slice(to)}`
}
