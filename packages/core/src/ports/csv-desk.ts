import type { Problem } from '../domain/problem.ts'
import type { CsvParser } from '../intake/csv/table.ts'
import type { CsvRecords } from '../intake/csv/write.ts'

/** A CSV file as bytes, wherever it came from. */
export interface FileSource {
  /** How a person names it; nothing is read from there. */
  readonly path: string
  readonly bytes: Uint8Array
  /** The export that it was made from, where that is known. `exportedAt` in epoch milliseconds. */
  readonly baseline?: { readonly path: string; readonly bytes: Uint8Array; readonly exportedAt?: number }
}

/** Everyone, or the header alone (CSV-5); the columns of this procedure, or all that can be filled (NEW-24). */
export interface ExportOrder {
  readonly what: 'people' | 'template'
  readonly columns: 'minimal' | 'all'
  readonly path: string
}

/** A file that was written. `at` in epoch milliseconds. */
export interface Exported extends ExportOrder {
  readonly rows: number
  readonly width: number
  readonly at: number
}

/** Expected trouble with a file is told as problems. */
export type DeskAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Where CSV files come from and go to. Without it the CSV route is not offered. */
export interface CsvDesk {
  readonly parse: CsvParser
  readFile(path: string, signal: AbortSignal): Promise<DeskAnswer<FileSource>>
  /** Writes people of the organization in Control Hub's format and remembers what was written (NEW-22). */
  exportPeople(order: ExportOrder, signal: AbortSignal): Promise<DeskAnswer<Exported>>
  /**
   * Writes a file for a person to import in Control Hub, over whatever has its name: comma, UTF-8, CR LF. Without it
   * that way is not offered.
   */
  writePart?(path: string, records: CsvRecords, signal: AbortSignal): Promise<DeskAnswer<null>>
}
