/** @module A file under the options of the command line. */
import {
  type CsvScope,
  type CsvVia,
  type FileGround,
  type ImportMode,
  type JudgedRows,
  judgeFile,
  type Mended,
  readImportMode,
} from '@wxcc-onboard/core'
import { repeatable, Trouble } from '../exit.ts'
import type { Baseline } from './baseline.ts'
import type { CsvFile, ReadOptions } from './file.ts'

export const repairModes = ['all', 'none', 'ask'] as const

export type RepairMode = (typeof repairModes)[number]

export interface JudgeOptions extends ReadOptions {
  readonly mode?: string
  readonly repair?: RepairMode
  /** Ids, or `premium=ID` and `standard=ID`. */
  readonly subscription?: readonly string[]
  readonly bothTrue?: 'reject' | 'keep-premium'
  readonly acknowledge?: readonly string[]
}

export interface Ground extends Omit<FileGround, 'baseline' | 'exportAgeInHours'> {
  readonly via: CsvVia
  readonly scope: CsvScope
  readonly baseline?: Baseline
}

export interface Judged extends Mended, JudgedRows {
  readonly file: CsvFile
  readonly mode: ImportMode
  readonly scope: CsvScope
}

/** Everything about a file once mode and way are known. Damage that nobody decided about stays a question. */
export function judge(
  file: CsvFile,
  mended: Mended,
  options: JudgeOptions,
  { baseline, ...ground }: Ground,
): Judged {
  const policy = {
    isRepairDecided: options.repair !== undefined,
    bothTrue: options.bothTrue ?? 'reject',
    subscriptions: readSubscriptions(options.subscription),
  }
  const judged = judgeFile(mended, file.problems, policy, {
    ...ground,
    ...(baseline === undefined ? {} : { baseline: baseline.sheet }),
    ...(baseline?.ageInHours === undefined ? {} : { exportAgeInHours: baseline.ageInHours }),
  })
  return { ...mended, ...judged, file, mode: ground.mode, scope: ground.scope }
}

export function readMode(given: string | undefined): ImportMode | undefined {
  if (given === undefined) return undefined
  const mode = readImportMode(given)
  if (mode === undefined) throw new Trouble('csv.mode-unknown', { mode: repeatable(given) })
  return mode
}

/** Only Control Hub can carry out every column. */
export function scopeOf({ via, allColumns }: { via?: CsvVia; allColumns?: boolean }): CsvScope {
  if (allColumns !== true) return 'licenses'
  if (via !== 'control-hub') throw new Trouble('csv.scope-elsewhere')
  return 'all-columns'
}

function readSubscriptions(given: readonly string[] = []): { standard?: string; premium?: string } {
  const chosen: { standard?: string; premium?: string } = {}
  for (const one of given) {
    const [, license, id] = /^(standard|premium)=(.*)$/.exec(one) ?? []
    if (license !== 'premium') chosen.standard = id ?? one
    if (license !== 'standard') chosen.premium = id ?? one
  }
  return chosen
}
