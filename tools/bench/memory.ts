import { median } from './measure.ts'
import type { Figure } from './row.ts'

/** Megabytes of a file, and at the peak of each process: `start` did nothing with it, `parse` was csv-parse alone. */
export interface Memory {
  readonly rows: number
  readonly file: number
  readonly peaks: Readonly<Record<string, readonly number[]>>
}

/** How much faster than the file that memory grows which is taken beyond a process that does nothing; 1 is as fast. */
export function growthFigure(name: string, what: string, files: readonly Memory[]): Figure {
  const [small, large] = [files[0], files.at(-1)]
  const own = beyondStart(what, files)
  const sizes = [small, large].map((memory) => memory?.rows.toLocaleString('en') ?? '')
  return {
    what: `memory from ${sizes.join(' to ')} rows: ${name}`,
    value: growth(own) / growth(files.map(({ file }) => file)),
    unit: `× the growth of the file (${shown(own)}; csv-parse alone ${shown(beyondStart('parse', files))})`,
    limit: { atMost: 1 },
  }
}

function beyondStart(what: string, files: readonly Memory[]): readonly number[] {
  return files.map(({ peaks }) => medianOf(peaks[what]) - medianOf(peaks['start']))
}

function growth(values: readonly number[]): number {
  return (values.at(-1) ?? Number.NaN) / (values[0] ?? Number.NaN)
}

function medianOf(values: readonly number[] | undefined): number {
  return values === undefined ? Number.NaN : median(values)
}

function shown(megabytes: readonly number[]): string {
  return `${megabytes.map((one) => one.toFixed(0)).join(' to ')} MB`
}
