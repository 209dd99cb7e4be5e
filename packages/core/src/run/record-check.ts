import { readRequest } from '../intake/request.ts'
import { type StepOutcome, stepKinds, stepOutcomes } from '../plan/step.ts'
import type { JournalEvent } from '../ports/journal.ts'
import { isAgentPlan, isCatalog } from './agent-record-check.ts'
import { type Fields, isListOf, isObject, isOrganization, isText } from './record-shapes.ts'

/** What is wrong with a run's entries; `entry` counts from 1. */
export interface RecordFault {
  /** `damaged`: not as it was written · `format-unknown`: of a kind that this version does not know. */
  readonly kind: 'damaged' | 'format-unknown'
  readonly entry: number
  /** Steps that settled before it. */
  readonly settled: number
}

/**
 * The first entry that is not what its type says, or is of a type that nobody here knows. A journal's own chain finds
 * what its disk did to it; this finds what came from elsewhere: a later version, another journal, an edited export.
 */
export function faultOf(entries: readonly unknown[]): RecordFault | undefined {
  for (const [index, entry] of entries.entries()) {
    const kind = kindOfFault(entry)
    if (kind !== undefined) return { kind, entry: index + 1, settled: settledIn(entries.slice(0, index)) }
  }
  return undefined
}

function settledIn(entries: readonly unknown[]): number {
  const settled = (entries as readonly Fields[]).filter(({ type }) => type === 'step.settled')
  return new Set(settled.map(({ key }) => key)).size
}

type Check = (value: Fields) => boolean

function kindOfFault(entry: unknown): RecordFault['kind'] | undefined {
  if (!isObject(entry) || !isTime(entry['at']) || !isText(entry['type'])) return 'damaged'
  const { type, by, format } = entry
  if (type === 'run.opened' && typeof format === 'number' && format !== 1) return 'format-unknown'
  if (!Object.hasOwn(checks, type)) return 'format-unknown'
  if (by !== undefined && !isText(by)) return 'damaged'
  return checks[type as JournalEvent['type']](entry) ? undefined : 'damaged'
}

const checks: Readonly<Record<JournalEvent['type'], Check>> = {
  'run.opened': ({ format, organization }) => format === 1 && isOrganization(organization),
  'plan.made': ({ request, plan }) => isRequest(request) && isPlan(plan),
  'agents.planned': ({ plan, names }) => isAgentPlan(plan) && isCatalog(names),
  'import.planned': ({ import: plan }) => isImportPlan(plan),
  'part.released': ({ number, before }) => isCount(number) && isListOf(before, isCount),
  'part.settled': ({ number, rows }) => isCount(number) && isListOf(rows, isImportedRow),
  'import.canceled': () => true,
  'plan.approved': ({ hash }) => isText(hash),
  'plan.renewed': ({ covered, open }) => [covered, open].every((plan) => plan === undefined || isPlan(plan)),
  'step.intended': ({ key }) => isText(key),
  'step.settled': ({ key, result }) => isText(key) && isResult(result),
  'task.changed': ({ id, status }) => isText(id) && isStatus(status),
  'undo.approved': ({ runId }) => isText(runId),
  'run.stopped': () => true,
  'run.finished': () => true,
}

const isResult = (value: unknown): boolean =>
  isObject(value) &&
  stepOutcomes.includes(value['outcome'] as StepOutcome) &&
  (value['problem'] === undefined || isProblem(value['problem'])) &&
  (value['personId'] === undefined || isText(value['personId']))

const isProblem = (value: unknown): boolean =>
  isObject(value) && isText(value['code']) && isObject(value['subject']) && isObject(value['facts'])

const isStatus = (value: unknown): boolean =>
  isObject(value) &&
  ['open', 'claimed', 'verified', 'skipped'].includes(value['state'] as string) &&
  isListOf(value['verifiedFor'], isText)

const isRequest = (value: unknown): boolean => readRequest(value).ok

const isPlan = (value: unknown): boolean =>
  isObject(value) &&
  value['format'] === 1 &&
  isText(value['hash']) &&
  isOrganization(value['organization']) &&
  isObject(value['forecast']) &&
  isListOf(value['people'], isExpectation) &&
  isListOf(value['steps'], isStep) &&
  isListOf(value['tasks'], isTask) &&
  isListOf(value['units'], (unit) => isObject(unit) && isText(unit['poolId']))

const isExpectation = (value: unknown): boolean =>
  isObject(value) &&
  isText(value['email']) &&
  typeof value['row'] === 'number' &&
  isObject(value['entitlement']) &&
  isObject(value['before']) &&
  isListOf(value['licenseIds'], isText) &&
  isListOf(value['lostLicenseIds'], isText)

const isStep = (value: unknown): boolean =>
  isObject(value) &&
  stepKinds.includes(value['kind'] as (typeof stepKinds)[number]) &&
  isText(value['key']) &&
  isText(value['email']) &&
  typeof value['row'] === 'number' &&
  typeof value['batch'] === 'number' &&
  isListOf(value['after'], isText) &&
  hasNames(value) &&
  (value['kind'] !== 'license.change' ||
    (isListOf(value['add'], isText) && isListOf(value['remove'], isText)))

const isTask = (value: unknown): boolean =>
  isObject(value) &&
  isText(value['id']) &&
  isText(value['kind']) &&
  isText(value['phase']) &&
  isObject(value['facts']) &&
  isListOf(value['people'], isText) &&
  isListOf(value['where'], (place) => isObject(place) && isListOf(place['path'], isText))

const isImportPlan = (value: unknown): boolean =>
  isObject(value) &&
  ['add-only', 'add-and-remove'].includes(value['mode'] as string) &&
  ['licenses', 'all-columns'].includes(value['scope'] as string) &&
  isObject(value['source']) &&
  isText(value['source']['path']) &&
  isText(value['source']['sha256']) &&
  isListOf(value['losing'], isCount) &&
  isListOf(value['parts'], isPart)

const isPart = (value: unknown): boolean =>
  isObject(value) &&
  [value['number'], value['from'], value['to']].every(isCount) &&
  isText(value['path']) &&
  isListOf(value['records'], (record) => isListOf(record, isText))

const isImportedRow = (value: unknown): boolean =>
  isObject(value) &&
  isCount(value['row']) &&
  ['done', 'already', 'failed'].includes(value['outcome'] as string) &&
  [value['reason'], value['personId']].every((text) => text === undefined || isText(text))

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) > 0

const hasNames = ({ firstName, lastName }: Fields): boolean =>
  [firstName, lastName].every((name) => name === undefined || isText(name))

/** What a `Date` can hold. */
const isTime = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value <= 8.64e15
