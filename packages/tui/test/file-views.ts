import type { Command, CsvDesk, Onboarding, Stage, View } from '@wxcc-onboard/core'
import { parseCsv } from '../src/csv/parse.ts'
import type { FileShelf, ShelfEntry } from '../src/screens/file-shelf.ts'
import { Organization } from './organization.ts'

export const header =
  'First Name,Last Name,User ID/Email (Required),Phone Number,Webex Contact Center Premium Agent,Webex Contact Center Standard Agent'

/** One row of each kind: new, damaged, removed, rejected, doubly licensed. */
export const people = [
  header,
  'Ada,Lovelace,ada@example.com,48123456789,,TRUE',
  'Grace,Hopper,grace@example.com,"4,81E+10",TRUE,',
  'Stan,Standard,stan@example.com,,,FALSE',
  'Bad,Row,bad@example.com,,TREU,',
  'Both,True,both@example.com,,TRUE,TRUE',
].join('\r\n')

/** Files in memory by their paths. */
export function createTestDesk(files: Readonly<Record<string, string>> = { 'people.csv': people }): CsvDesk {
  return {
    parse: parseCsv,
    readFile: async (path) => {
      const text = files[path]
      if (text !== undefined) return { ok: true, value: { path, bytes: new TextEncoder().encode(text) } }
      const facts = { path }
      return {
        ok: false,
        problems: [{ code: 'file.missing', severity: 'error', subject: { kind: 'stage' }, facts }],
      }
    },
    exportPeople: async (order) => ({ ok: true, value: { ...order, rows: 60, width: 6, at: 0 } }),
    writePart: async () => ({ ok: true, value: null }),
  }
}

const at = Date.UTC(2026, 10, 23, 9, 30)

const entries: readonly ShelfEntry[] = [
  { name: 'people.csv', isDirectory: false, size: 414, modifiedAt: at },
  { name: 'people-2025.csv', isDirectory: false, size: 81_920, modifiedAt: at - 86_400_000 },
  { name: 'archive', isDirectory: true, size: 0, modifiedAt: at },
  { name: 'notes.txt', isDirectory: false, size: 12, modifiedAt: at },
]

/** A folder with a few files in it. */
export const shelf: FileShelf = {
  list: (folder) => (folder === '' ? entries : undefined),
  recent: () => ['archive/last.csv'],
  free: (name) => name,
  expand: (typed) => typed,
  shorten: (path) => path,
  placeOf(typed) {
    const slash = typed.lastIndexOf('/')
    return { folder: typed.slice(0, Math.max(0, slash)), part: typed.slice(slash + 1) }
  },
}

export const holder = {
  id: 'stan',
  email: 'stan@example.com',
  firstName: 'Stan',
  lastName: 'Standard',
  status: 'active',
  licenseIds: ['standard'],
  administrator: 'none',
} as const

/** A run on the CSV route, from its beginning. */
export function openFileRun(files?: Readonly<Record<string, string>>): Onboarding {
  const organization = new Organization({ people: [holder] })
  return organization.open({ ports: { ...organization.ports(), csvDesk: createTestDesk(files) } })
}

/** One view of each page of the CSV route, as the engine gives it. */
export async function fileViews(): Promise<Readonly<Record<string, View>>> {
  const onboarding = openFileRun()
  const views: Record<string, View> = {}
  const keep = (name: string) => {
    views[name] = onboarding.getView()
  }
  const go = async (stage: Stage, ...commands: readonly Command[]) => {
    for (const command of [...commands, { type: 'stage.next' } as const]) onboarding.send(command)
    await shown(onboarding, stage)
  }
  await shown(onboarding, 'prerequisites')
  await go('platform')
  await go('route', { type: 'platform.choose', platform: 'new' })
  keep('route')
  await go('export', { type: 'route.choose', route: 'csv' })
  keep('export')
  onboarding.send({ type: 'export.write', order: { what: 'people', columns: 'minimal', path: 'people.csv' } })
  await shown(onboarding, 'export')
  keep('export-written')
  await go('import')
  keep('import')
  onboarding.send({ type: 'file.open', file: { path: 'nowhere.csv' } })
  await shown(onboarding, 'import')
  keep('import-missing')
  onboarding.send({ type: 'file.open', file: { path: 'people.csv' } })
  await shown(onboarding, 'file')
  keep('file-damaged')
  await go('rows', { type: 'repair.choose', repair: 'all' })
  keep('rows')
  await go('mode')
  keep('mode')
  onboarding.send({ type: 'mode.choose', mode: 'add-and-remove' })
  keep('mode-removing')
  await go('review')
  keep('review-file')
  onboarding.send({ type: 'stage.back' })
  await shown(onboarding, 'mode')
  onboarding.send({ type: 'via.choose', via: 'control-hub' })
  keep('mode-by-hand')
  await go('review')
  keep('review-by-hand')
  const { hash = '', removals = 0 } = onboarding.getView().plan ?? {}
  onboarding.send({ type: 'plan.approve', hash, removals })
  await shown(onboarding, 'importing')
  keep('importing')
  await onboarding.stop()
  return { ...views, ...importViews(views['importing'] as View) }
}

/** The second of two files, before and after somebody said that it is imported. */
function importViews(view: View): Readonly<Record<string, View>> {
  const [part] = view.importing?.parts ?? []
  if (view.importing === undefined || part === undefined) throw new Error('nothing is imported')
  const first = {
    ...part,
    path: 'people.part-01-of-2.csv',
    rows: 1_000,
    state: 'settled',
    counts: { done: 997, already: 1, failed: 2 },
  } as const
  const second = {
    ...part,
    path: 'people.part-02-of-2.csv',
    number: 2,
    rows: 730,
    state: 'released',
  } as const
  const importing = { ...view.importing, parts: [first, second], turn: { number: 2, seen: 128 } }
  // As the clock on the wall has it, wherever that is.
  const until = new Date(2026, 10, 23, 10, 42, 10).getTime()
  const trouble = {
    code: 'failure.network',
    severity: 'error',
    subject: { kind: 'stage' },
    facts: { operation: 'GET /people', message: 'connection reset' },
  } as const
  return {
    'importing-second': { ...view, importing },
    'importing-reading': {
      ...view,
      mode: 'working',
      problems: [trouble],
      importing: { ...importing, turn: { ...importing.turn, until } },
    },
  }
}

function shown(onboarding: Onboarding, stage: Stage): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      const view = onboarding.getView()
      if (view.stage !== stage || view.mode === 'working') return
      stop()
      resolve()
    }
    const stop = onboarding.subscribe(look)
    look()
  })
}
