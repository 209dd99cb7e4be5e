import type { Problem } from '../domain/problem.ts'
import { type Damage, detectDamage } from '../intake/csv/damage.ts'
import type { CsvEncoding } from '../intake/csv/decode.ts'
import type { Dialect } from '../intake/csv/dialect.ts'
import { openCsv } from '../intake/csv/open.ts'
import type { CsvSheet } from '../intake/csv/rows.ts'
import type { CsvLayout } from '../intake/csv/write.ts'
import { sha256 } from '../plan/hash.ts'
import type { Clock } from '../ports/clock.ts'
import type { CsvDesk, DeskAnswer, FileSource } from '../ports/csv-desk.ts'

/** A file as it was read: all that is understood before anything is decided about it. */
export interface OpenedFile {
  readonly path: string
  /** 64 hexadecimal digits. */
  readonly sha256: string
  readonly encoding: CsvEncoding
  readonly dialect: Dialect
  readonly layout: CsvLayout
  readonly sheet: CsvSheet
  readonly said: readonly Problem[]
  readonly damages: readonly Damage[]
  readonly baseline?: { readonly path: string; readonly sheet: CsvSheet; readonly ageInHours?: number }
}

/** A file by the name that the desk reads it under, or its bytes. */
export type FileChoice = { readonly path: string } | FileSource

/** Reads a file and says what it is, or why it is no user file of Control Hub; nothing is corrected. */
export async function openFile(
  choice: FileChoice,
  desk: CsvDesk,
  clock: Clock,
  signal: AbortSignal,
): Promise<DeskAnswer<OpenedFile>> {
  const found =
    'bytes' in choice ? { ok: true as const, value: choice } : await desk.readFile(choice.path, signal)
  if (!found.ok) return found
  const { path, bytes } = found.value
  const opened = openCsv(bytes, desk.parse)
  if (!opened.ok) return opened
  const { encoding, dialect, layout, sheet, problems } = opened
  const baseline = baselineOf(found.value, desk, clock)
  return {
    ok: true,
    value: {
      path,
      sha256: await sha256(new Uint8Array(bytes)),
      encoding,
      dialect,
      layout,
      sheet,
      said: problems,
      damages: detectDamage(sheet, baseline?.sheet),
      ...(baseline === undefined ? {} : { baseline }),
    },
  }
}

const hour = 3_600_000

/** What cannot be read is no baseline; nothing depends on having one. */
function baselineOf({ baseline }: FileSource, desk: CsvDesk, clock: Clock): OpenedFile['baseline'] {
  if (baseline === undefined) return undefined
  const opened = openCsv(baseline.bytes, desk.parse)
  if (!opened.ok) return undefined
  const { path, exportedAt } = baseline
  const age = exportedAt === undefined ? {} : { ageInHours: (clock.now() - exportedAt) / hour }
  return { path, sheet: opened.sheet, ...age }
}
