/** @module Where the wizard's CSV files come from and go to; everything that it needs is loaded when it is needed. */
import { resolve } from 'node:path'
import {
  type CsvDesk,
  type CsvParser,
  type CsvRecords,
  controlHubLayout,
  type DeskAnswer,
  type Exported,
  type ExportOrder,
  type FileSource,
  type Problem,
} from '@wxcc-onboard/core'
import type { World } from '../compose.ts'
import { Trouble } from '../exit.ts'
import type { PlaceOptions } from './context.ts'
import type { Place } from './place.ts'

export function createCsvDesk(world: World, place: Promise<Place>, options: PlaceOptions): CsvDesk {
  let parser: CsvParser | undefined
  return {
    parse(text, given) {
      if (parser === undefined) throw new Error('a file is read before it is parsed')
      return parser(text, given)
    },
    async readFile(path) {
      parser = (await import('../csv/parse.ts')).parseCsv
      return answered(() => readSource(world, path))
    },
    exportPeople: (order) => answered(async () => writePeople(world, await place, options, order)),
    writePart: (path, records) => answered(() => writePart(world, path, records)),
  }
}

async function readSource(world: World, path: string): Promise<FileSource> {
  const [{ readCsvBytes }, { findExport }] = await Promise.all([
    import('../csv/file.ts'),
    import('../csv/baseline.ts'),
  ])
  const bytes = readCsvBytes(world, path)
  const baseline = await findExport(world, path)
  return { path: resolve(path), bytes, ...(baseline === undefined ? {} : { baseline }) }
}

async function writePeople(
  world: World,
  place: Place,
  { org }: PlaceOptions,
  order: ExportOrder,
): Promise<Exported> {
  const [{ readEveryone }, { exportRecords }, { stringifyCsv }, { rememberExport }, { writeText }] =
    await Promise.all([
      import('./everyone.ts'),
      import('../csv/export.ts'),
      import('../csv/stringify.ts'),
      import('../csv/baseline.ts'),
      import('./read-text.ts'),
    ])
  const path = resolve(order.path)
  if (world.files.stat(path) !== undefined) throw new Trouble('file.exists', { path: order.path })
  const { organization, licenses, people } = await readEveryone(place, {
    template: order.what === 'template',
    ...(org === undefined ? {} : { org }),
  })
  const records = exportRecords(licenses, people, { isMinimal: order.columns === 'minimal' })
  const text = stringifyCsv(records, controlHubLayout)
  writeText(world, path, text)
  if (order.what === 'people') await rememberExport(world, path, text, organization)
  return { ...order, path, rows: people.length, width: records[0]?.length ?? 0, at: world.clock.now() }
}

async function writePart(world: World, path: string, records: CsvRecords): Promise<null> {
  const [{ stringifyCsv }, { writeText }] = await Promise.all([
    import('../csv/stringify.ts'),
    import('./read-text.ts'),
  ])
  writeText(world, path, stringifyCsv(records, controlHubLayout))
  return null
}

const ofFiles = [
  'file.missing',
  'file.directory',
  'file.too-large',
  'file.unreadable',
  'file.exists',
  'file.unwritable',
] as const

/** Trouble that a person can do something about, as problems of the page. */
async function answered<T>(work: () => Promise<T>): Promise<DeskAnswer<T>> {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    const problem = error instanceof Trouble ? problemOf(error) : undefined
    if (problem === undefined) throw error
    return { ok: false, problems: [problem] }
  }
}

const ofConnections = {
  'sign-in.refused': 'failure.forbidden',
  'connection.failed': 'failure.network',
} as const

/** Undefined where it is none of a person's doing. */
function problemOf({ code, facts }: Trouble): Problem | undefined {
  const subject = { kind: 'stage' } as const
  const own = ofFiles.find((each) => each === code)
  if (own !== undefined) return { code: own, severity: 'error', subject, facts: { ...facts } }
  if (code !== 'sign-in.refused' && code !== 'connection.failed') return undefined
  const told = { operation: 'export', message: String(facts['reason']) }
  return { code: ofConnections[code], severity: 'error', subject, facts: told }
}
