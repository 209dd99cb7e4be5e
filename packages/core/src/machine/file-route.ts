import { personKey } from '../domain/person.ts'
import {
  answerFile,
  answersForAnother,
  consentOf,
  type FileAnswer,
  type FileAnswers,
  noFileAnswers,
} from '../intake/csv/file-answers.ts'
import type { ImportMode } from '../intake/csv/mode.ts'
import { type KnownPeople, requestOfRows } from '../intake/csv/request.ts'
import { type Answer, answer, type Draft, draftOf } from '../intake/draft.ts'
import type { ImportPlan } from '../plan/import.ts'
import type { Exported } from '../ports/csv-desk.ts'
import { type FilePolicy, type JudgedRows, judgeFile, type Mended, mendSheet } from '../rules/judge-file.ts'
import { importPlanOf, isByHand } from './import-route.ts'
import { type Context, routeStages, type Stage } from './onboarding.types.ts'
import type { OpenedFile } from './open-file.ts'

/** What a run knows of its file. What is undefined was not asked yet, or has to be asked again. */
export interface FileContext {
  /** Whether there is a desk that files come from. */
  readonly isOffered: boolean
  /** The rows came with the request: there is no file to ask about. */
  readonly hasRows: boolean
  readonly answers: FileAnswers
  readonly exported: Exported | undefined
  readonly opened: OpenedFile | undefined
  readonly mended: Mended | undefined
  /** Read as if services were only added, without the organization. */
  readonly alone: JudgedRows | undefined
  readonly known: KnownPeople | undefined
  /** Both modes beside what is known of the organization, so that each can be told before one is chosen. */
  readonly modes: Readonly<Record<ImportMode, JudgedRows>> | undefined
  /** The rows as answers: what is planned, approved and recorded. */
  readonly draft: Draft | undefined
  /** Whether files can be written for a person to import in Control Hub. */
  readonly canImport: boolean
  /** The files that a person imports, where that is the way. */
  readonly importPlan: ImportPlan | undefined
}

export function noFile(draft: Draft, isOffered: boolean, canImport = false): FileContext {
  return {
    isOffered,
    canImport,
    hasRows: draft.route === 'csv' && draft.people.length > 0,
    answers: noFileAnswers,
    exported: undefined,
    opened: undefined,
    ...unjudged,
  }
}

/** Whether people come from a file that is asked about here. */
export function isByFile({ draft, file }: Pick<Context, 'draft' | 'file'>): boolean {
  return draft.route === 'csv' && !file.hasRows
}

/** The stages that are walked, in their order. */
export function stagesOf(context: RouteGround): readonly Stage[] {
  const isFile = isByFile(context)
  const own: readonly Stage[] = routeStages[isFile ? 'csv' : 'manual']
  const { importing, importPlan, file } = context
  const isImport = isFile ? isByHand(context) : (importing ?? importPlan ?? file.importPlan) !== undefined
  return isImport ? withImporting[isFile ? 'csv' : 'manual'] : own
}

type RouteGround = Pick<Context, 'draft' | 'file' | 'importing' | 'importPlan'>

const withImporting = {
  manual: importingBeforeSaving(routeStages.manual),
  csv: importingBeforeSaving(routeStages.csv),
}

function importingBeforeSaving(own: readonly Stage[]): readonly Stage[] {
  return own.toSpliced(own.indexOf('saving'), 0, 'importing')
}

/** What a person imports in place of steps; undefined where the engine does everything itself. */
export function plannedImport(
  context: Pick<Context, 'draft' | 'file' | 'importPlan'>,
): ImportPlan | undefined {
  return isByFile(context) ? context.file.importPlan : context.importPlan
}

/** What is planned: the answers as given one by one, or the rows of the file in their place. */
export function plannedDraft(context: Pick<Context, 'draft' | 'file'>): Draft {
  if (!isByFile(context)) return context.draft
  return context.file.draft ?? { ...context.draft, people: [], exceptions: {} }
}

/** The answers after one more; what was confirmed about rows counts for them as well. */
export function answered(
  { draft, file }: Pick<Context, 'draft' | 'file'>,
  given: Answer,
): Pick<Context, 'draft' | 'file'> {
  const isConfirmation = given.type === 'problem.acknowledge' && file.draft !== undefined
  return {
    draft: answer(draft, given),
    file: isConfirmation ? { ...file, draft: answer(file.draft ?? draft, given) } : file,
  }
}

/** Another file, or the same once more: what was decided about single cells is forgotten. */
export function withOpened(file: FileContext, opened: OpenedFile): FileContext {
  const isSame = file.opened?.sha256 === opened.sha256 && file.opened.path === opened.path
  const answers = isSame ? file.answers : answersForAnother(file.answers)
  return { ...file, ...unjudged, opened, answers }
}

/** The file after an answer; what the answer changes is judged anew when it is needed. */
export function withAnswer(file: FileContext, given: FileAnswer): FileContext {
  const answers = answerFile(file.answers, given)
  if (given.type === 'mode.choose') return { ...file, answers, draft: undefined, importPlan: undefined }
  if (given.type === 'via.choose') return withModesAgain({ ...file, answers })
  const isRepair = given.type === 'repair.choose' || given.type === 'damage.choose'
  const kept = isRepair ? {} : { mended: file.mended }
  return { ...file, ...unjudged, ...kept, answers }
}

/** The file with its rows judged by themselves. */
export function withRowsJudged(file: FileContext): FileContext {
  if (file.opened === undefined || file.alone !== undefined) return file
  const mended = file.mended ?? mendedBy(file.opened, file.answers)
  return { ...file, mended, alone: judged(file.opened, mended, file.answers, 'add-only') }
}

/** The file with its rows judged beside the organization, in both modes. */
export function withModesJudged(before: FileContext, known: KnownPeople): FileContext {
  const file = withRowsJudged(before)
  const { opened, mended, answers } = file
  if (opened === undefined || mended === undefined) return file
  const modes = {
    'add-only': judged(opened, mended, answers, 'add-only', known),
    'add-and-remove': judged(opened, mended, answers, 'add-and-remove', known),
  }
  return { ...file, known, modes }
}

/** How many files there are depends on the way; what is known of the organization does not. */
function withModesAgain(file: FileContext): FileContext {
  const again = { ...file, draft: undefined, importPlan: undefined, modes: undefined }
  return file.known === undefined ? again : withModesJudged(again, file.known)
}

/** Who has to be looked up before it can be told what a mode would do. */
export function addressesOf({ alone }: FileContext): readonly string[] {
  const emails = alone?.reading.rows.map(({ email }) => email) ?? []
  return [...new Map(emails.map((email) => [personKey(email), email])).values()]
}

/** The rows of the chosen mode as answers, beside those that were not about people. */
export function withDraft(context: Pick<Context, 'draft' | 'file'>): FileContext {
  const { draft, file } = context
  const { modes, known, answers } = file
  const { platform, organization, acknowledged, trialAccounts } = draft
  const rows = answers.mode === undefined ? undefined : modes?.[answers.mode]
  if (rows === undefined || known === undefined || platform === undefined) return file
  const request = requestOfRows(rows.reading, known, {
    platform,
    ...(organization === undefined ? {} : { organization }),
    acknowledge: acknowledged,
  })
  return {
    ...file,
    draft: draftOf({ ...request, trialAccounts }),
    importPlan: isByHand(context) ? importPlanOf(file, rows.reading, known) : undefined,
  }
}

const unjudged = {
  mended: undefined,
  alone: undefined,
  known: undefined,
  modes: undefined,
  draft: undefined,
  importPlan: undefined,
} as const

function mendedBy({ sheet, damages }: OpenedFile, answers: FileAnswers): Mended {
  if (damages.length === 0) return { damages, repair: { table: sheet.table, repaired: [], left: [] }, sheet }
  return mendSheet(sheet, damages, consentOf(answers))
}

function judged(
  { baseline }: OpenedFile,
  mended: Mended,
  { bothTrue, payers, via }: FileAnswers,
  mode: ImportMode,
  observation?: KnownPeople,
): JudgedRows {
  const policy: FilePolicy = { isRepairDecided: true, bothTrue, subscriptions: payers }
  return judgeFile(mended, [], policy, {
    mode,
    via,
    ...(baseline === undefined ? {} : { baseline: baseline.sheet }),
    ...(baseline?.ageInHours === undefined ? {} : { exportAgeInHours: baseline.ageInHours }),
    ...(observation === undefined ? {} : { observation }),
  })
}
