import { openCsv } from '../src/intake/csv/open.ts'
import { requestOfRows } from '../src/intake/csv/request.ts'
import type { CsvScope } from '../src/intake/csv/way.ts'
import type { CsvRecords } from '../src/intake/csv/write.ts'
import { type ImportPlan, planImport } from '../src/plan/import.ts'
import type { RefusedRow } from '../src/plan/importing.ts'
import type { Ports } from '../src/ports/ports.ts'
import { judgeFile, mendSheet } from '../src/rules/judge-file.ts'
import { parseCsv } from './corpus/reference-csv.ts'
import { createCsvDesk } from './files.ts'
import { premiumPool, standardPool, type World } from './world.ts'

export const header =
  'First Name,Last Name,User ID/Email (Required),Title,Webex Contact Center Premium Agent [Sub-A],Contact Center Role'

export const csv = (...rows: readonly string[]) => `${[header, ...rows].join('\r\n')}\r\n`

/** As many newcomers with Premium. */
export const newcomers = (count: number) =>
  csv(...Array.from({ length: count }, (_, index) => `New,${index + 1},${address(index + 1)},,TRUE,`))

export const address = (number: number) => `p${number}@acme.example`

export interface PreparedOptions {
  readonly rowLimit?: number
  readonly scope?: CsvScope
  readonly known?: Parameters<typeof requestOfRows>[1]
}

/** A text as the command line has it when it is planned: a request, and the files to import. */
export function prepared(
  text: string,
  { rowLimit = 1_000, scope = 'licenses', known }: PreparedOptions = {},
) {
  const read = openCsv(new TextEncoder().encode(text), parseCsv)
  if (!read.ok) throw new Error('unreadable')
  const people = known ?? { people: {}, pools: [standardPool, premiumPool] }
  const mended = mendSheet(read.sheet, [], () => false)
  const policy = { isRepairDecided: true }
  const judged = judgeFile(mended, [], policy, { mode: 'add-only', via: 'control-hub', scope, rowLimit })
  const { rows } = judged.reading
  const importPlan: ImportPlan = planImport({
    sheet: mended.sheet,
    rows,
    source: { path: 'people.csv', sha256: '0'.repeat(64) },
    rowLimit,
    losingLines: judged.problems
      .filter(({ code }) => code === 'csv.service-removed')
      .map(({ facts }) => Number(facts['line'])),
    mode: 'add-only',
    scope,
    known: people,
  })
  return { request: requestOfRows(judged.reading, people, { platform: 'new' }), importPlan }
}

/** What Control Hub does with a file: creates who is not there, and gives what is TRUE. */
export function importRecords(world: World, [headers = [], ...rows]: CsvRecords): void {
  const cellOf = (cells: readonly string[], part: string) =>
    cells[headers.findIndex((name) => name.includes(part))] ?? ''
  for (const cells of rows) {
    const email = cellOf(cells, 'Email')
    const licenseIds = cellOf(cells, 'Premium') === 'TRUE' ? [premiumPool.id] : []
    if (world.person(email) !== undefined) world.change(email, { licenseIds })
    else world.add({ email, licenseIds, lastName: cellOf(cells, 'Last') })
  }
}

/** Ports with a desk that writes parts, by their paths; `importsItself` answers what failed of a file. */
export function withImportDesk(world: World, importsItself?: (records: CsvRecords) => readonly RefusedRow[]) {
  const files = new Map<string, CsvRecords>()
  const { operatorDesk } = world.ports
  const ports: Ports = {
    ...world.ports,
    csvDesk: {
      ...createCsvDesk().desk,
      writePart: async (path, records) => {
        files.set(path, records)
        return { ok: true, value: null }
      },
    },
    ...(operatorDesk === undefined
      ? {}
      : {
          operatorDesk: {
            ...operatorDesk,
            ...(importsItself === undefined
              ? {}
              : {
                  importFile: async ({ facts }) => ({
                    ok: true,
                    value: importsItself(files.get(String(facts['path'])) ?? []),
                  }),
                }),
          },
        }),
  }
  return { world: { ...world, ports }, files }
}
