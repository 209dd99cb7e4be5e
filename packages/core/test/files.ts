import { type OpenedFile, openFile } from '../src/machine/open-file.ts'
import type { CsvDesk, ExportOrder, FileSource } from '../src/ports/csv-desk.ts'
import { parseCsv } from './corpus/reference-csv.ts'

/** A file as somebody keeps it: its text, and the export that it was made from. */
export interface KeptFile {
  readonly text: string
  readonly baseline?: { readonly text: string; readonly exportedAt?: number }
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Files in memory by their paths; `written` is what was ordered. */
export function createCsvDesk(files: Readonly<Record<string, KeptFile>> = {}) {
  const written: ExportOrder[] = []
  const desk: CsvDesk = {
    parse: parseCsv,
    readFile: async (path) => {
      const file = files[path]
      if (file === undefined) return { ok: false, problems: [missing(path)] }
      return { ok: true, value: sourceOf(path, file) }
    },
    exportPeople: async (order) => {
      if (files[order.path] !== undefined) return { ok: false, problems: [missing(order.path)] }
      written.push(order)
      return { ok: true, value: { ...order, rows: 2, width: 5, at: 0 } }
    },
  }
  return { desk, written }
}

export function sourceOf(path: string, { text, baseline }: KeptFile): FileSource {
  if (baseline === undefined) return { path, bytes: bytesOf(text) }
  const { text: exported, ...at } = baseline
  return {
    path,
    bytes: bytesOf(text),
    baseline: { path: `exported-${path}`, bytes: bytesOf(exported), ...at },
  }
}

/** A text as the machine has it when it was opened. */
export async function openedText(text: string, baseline?: string): Promise<OpenedFile> {
  const source = sourceOf('people.csv', {
    text,
    ...(baseline === undefined ? {} : { baseline: { text: baseline } }),
  })
  const clock = { now: () => 0, wait: () => Promise.resolve() }
  const opened = await openFile(source, createCsvDesk().desk, clock, AbortSignal.timeout(5_000))
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems))
  return opened.value
}

function missing(path: string) {
  return { code: 'file.missing', severity: 'error', subject: { kind: 'stage' }, facts: { path } } as const
}
