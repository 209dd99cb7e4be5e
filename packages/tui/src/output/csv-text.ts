import { type CsvReading, importModeNames, type Plan } from '@wxcc-onboard/core'
import type { Judged } from '../csv/judge.ts'
import type { PlacedProblem } from '../exit.ts'
import { forecastLine } from './forecast.ts'
import type { Paint } from './paint.ts'
import { planCounts } from './plan-text.ts'
import { safe } from './safe.ts'
import type { Sentences } from './sentences.ts'
import { problemLines } from './text.ts'

/** What was understood of a file, as data. */
export function understood({ file, sheet, mode, reading }: Judged) {
  const { columns, table } = sheet
  return {
    file: file.path,
    sha256: file.sha256,
    bytes: file.bytes.length,
    encoding: file.encoding,
    hasBom: file.layout.hasBom,
    newline: file.layout.newline,
    delimiter: file.dialect.delimiter,
    delimiterReason: file.dialect.reason,
    headerLine: table.headerLine,
    columns: columns.all.map(({ index, header, kind, subscriptionId, isSuspended }) => ({
      number: index + 1,
      header,
      kind,
      ...(subscriptionId === undefined ? {} : { subscription: subscriptionId }),
      isSuspended,
    })),
    subscriptions: [...new Set(columns.licenses.flatMap(({ subscriptionId }) => subscriptionId ?? []))],
    mode,
    modeName: importModeNames[mode],
    rows: rowCounts(reading, table.records.length),
  }
}

export function rowCounts({ rows, rejected }: CsvReading, all: number) {
  return { in: all, understood: rows.length, rejected: rejected.length }
}

/** What was understood, line by line; license columns each, the others by their kind. */
export function understoodLines(judged: Judged, sentences: Sentences, paint: Paint): string[] {
  const { t } = sentences
  const found = understood(judged)
  const { columns } = judged.sheet
  const isCarried = judged.scope === 'all-columns'
  const kinds = [...Map.groupBy(columns.all, ({ kind }) => kind)].filter(([kind]) => kind !== 'license')
  return [
    paint('bold', safe(t('output.csv.title', { file: found.file, rows: found.rows.in }))),
    t('output.csv.bytes', {
      encoding: found.encoding,
      bom: found.hasBom,
      newline: found.newline,
      delimiter: found.delimiter,
      reason: found.delimiterReason,
    }),
    ...columns.licenses.map(({ header, license, subscriptionId, isSuspended }) =>
      safe(t('output.csv.license', { header, license, subscription: subscriptionId, isSuspended })),
    ),
    ...kinds.map(([kind, all]) =>
      safe(
        t('output.csv.columns', {
          kind,
          isCarried,
          headers: all.map(({ header }) => header),
          count: all.length,
        }),
      ),
    ),
    t('output.csv.mode', { name: found.modeName, mode: found.mode }),
  ]
}

/** A plan for more people than anybody reads, in numbers. */
export function csvPlanLines(plan: Plan, pace: number, sentences: Sentences, paint: Paint): string[] {
  const { t } = sentences
  const units = plan.units.map(({ name, subscriptionId, assignedBefore, assignedAfter, total }) =>
    t('output.plan.unit', {
      name,
      subscription: subscriptionId,
      before: assignedBefore,
      after: assignedAfter,
      total,
    }),
  )
  const { organization, platform, people, hash } = plan
  return [
    paint(
      'bold',
      t('output.plan.title', { organization: organization.name, platform, people: people.length }),
    ),
    planCounts(plan, sentences),
    paint('bold', t('output.plan.units')),
    ...units.map((unit) => `  ${unit}`),
    t('output.plan.invitations', { count: plan.invitations }),
    forecastLine(plan, pace, sentences),
    t('output.plan.hash', { hash }),
  ]
}

/** Whoever loses something is named with all of it, however many they are (CSV-10, NEW-20). */
function removalLine({ facts, rule }: PlacedProblem, { t }: Sentences, paint: Paint): string {
  const { line, email, headers, isHeld } = facts
  const all = Array.isArray(headers) ? headers.join(', ') : headers
  const text = safe(t('output.csv.loses', { line, email, isHeld, headers: all }))
  return `  ${paint('red', `− ${text}`)} ${paint('dim', `[${rule}]`)}`
}

function isRemoval({ code }: PlacedProblem): boolean {
  return code === 'csv.license-removed' || code === 'csv.service-removed'
}

/** More of one kind than anybody reads are counted. */
const mostOfAKind = 20

/** Problems in the order of the file, each with its place; of a kind that comes often the first ones. */
export function problemList(
  problems: readonly PlacedProblem[],
  sentences: Sentences,
  paint: Paint,
): readonly string[] {
  const seen = new Map<string, number>()
  const lines = problems.flatMap((problem) => {
    if (isRemoval(problem)) return [removalLine(problem, sentences, paint)]
    const count = (seen.get(problem.code) ?? 0) + 1
    seen.set(problem.code, count)
    return count > mostOfAKind ? [] : problemLines(problem, sentences, paint)
  })
  const more = [...seen]
    .filter(([, count]) => count > mostOfAKind)
    .map(([code, count]) => `  ${sentences.t('output.csv.more', { code, count: count - mostOfAKind })}`)
  return [...lines, ...more]
}
