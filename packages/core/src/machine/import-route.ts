/** @module Whether a person imports the rows of a file in Control Hub, and as which files. */
import type { Disabled } from '../domain/disabled.ts'
import type { KnownPeople } from '../intake/csv/request.ts'
import type { CsvReading } from '../intake/csv/rows.ts'
import { type ImportPlan, planImport } from '../plan/import.ts'
import { csvRowLimits } from '../rules/bulk-limits.ts'
import type { FileContext } from './file-route.ts'
import type { Context } from './onboarding.types.ts'

/** Why nobody can import files for the rows of this file; undefined where somebody can. */
export function importRefusal(
  { canImport }: Pick<FileContext, 'canImport'>,
  trialAccounts: number,
): Disabled | undefined {
  if (!canImport) return { code: 'no-import-desk', facts: {} }
  if (trialAccounts === 0) return undefined
  return { code: 'trial-accounts-first', rule: 'PRE-1', facts: { count: trialAccounts } }
}

/** Whether the rows of the file are imported in Control Hub. */
export function isByHand({ draft, file }: Pick<Context, 'draft' | 'file'>): boolean {
  return file.answers.via === 'control-hub' && importRefusal(file, draft.trialAccounts.length) === undefined
}

/** The files as they are planned; undefined where the file is not decided about yet. */
export function importPlanOf(
  { opened, mended, answers: { mode } }: FileContext,
  { rows }: CsvReading,
  known: KnownPeople,
): ImportPlan | undefined {
  if (opened === undefined || mended === undefined || mode === undefined) return undefined
  const { path, sha256 } = opened
  return planImport({
    sheet: mended.sheet,
    rows,
    source: { path, sha256 },
    rowLimit: csvRowLimits.contactCenter,
    losingLines: [],
    mode,
    scope: 'licenses',
    known,
  })
}
