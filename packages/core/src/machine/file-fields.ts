import type { Ambiguity } from '../intake/csv/columns.ts'
import { repairChoices } from '../intake/csv/file-answers.ts'
import type { ImportMode } from '../intake/csv/mode.ts'
import { csvRowLimits } from '../rules/bulk-limits.ts'
import { losingRows } from '../rules/check-file.ts'
import type { FileContext } from './file-route.ts'
import { importRefusal } from './import-route.ts'
import type { Context } from './onboarding.types.ts'
import { remembering, rememberingEach } from './remember.ts'
import type { FieldView, OptionView } from './view.types.ts'

/** One by one on the screen, or many with a file (ENTRY-3, CSV-5). */
export function routeField({ draft, file }: Context): FieldView {
  const csv: OptionView = { value: 'csv', labelKey: 'option.route.csv', rule: 'CSV-5' }
  return {
    id: 'route',
    kind: 'choice',
    labelKey: 'field.route',
    command: 'route.choose',
    value: draft.route,
    options: [
      { value: 'manual', labelKey: 'option.route.manual', rule: 'ENTRY-3' },
      file.isOffered ? csv : { ...csv, disabled: { code: 'no-csv-desk', facts: {} } },
    ],
  }
}

type FileQuestions = 'file' | 'rows'

/** The questions about a file, each in the stage where it can be judged. */
export const fileFields = rememberingEach<FileContext, FileQuestions, readonly FieldView[]>(makeFields)

function makeFields(stage: FileQuestions, file: FileContext): readonly FieldView[] {
  switch (stage) {
    case 'file':
      return repairFields(file)
    case 'rows':
      return [...bothTrueFields(file), ...payerFields(file)]
  }
}

/** Who carries the rows out, and what FALSE means. */
export const modeFields = remembering((file: FileContext, trialAccounts: number): readonly FieldView[] => [
  viaField(file, trialAccounts),
  modeField(file),
])

/** Asked where there is damage; what cannot be put right any more is told beside it (CSV-2 to CSV-4). */
function repairFields({ opened, answers }: FileContext): readonly FieldView[] {
  const damages = opened?.damages ?? []
  if (damages.length === 0) return []
  const repairable = damages.filter(({ proposed }) => proposed !== undefined).length
  return [
    {
      id: 'repair',
      kind: 'choice',
      labelKey: 'field.repair',
      command: 'repair.choose',
      value: answers.repair,
      options: repairChoices.map((value) => ({
        value,
        labelKey: `option.repair.${value}`,
        facts: { count: repairable, agreed: answers.agreed.length },
      })),
      rule: 'CSV-2',
    },
  ]
}

/** Two licenses in one row need a decision (C-8). */
function bothTrueFields({ alone, answers }: FileContext): readonly FieldView[] {
  const count = alone?.problems.filter(
    ({ code }) => code === 'csv.both-licenses' || code === 'csv.premium-kept',
  ).length
  if (!count) return []
  return [
    {
      id: 'bothTrue',
      kind: 'choice',
      labelKey: 'field.bothTrue',
      command: 'bothTrue.choose',
      value: answers.bothTrue,
      options: (['reject', 'keep-premium'] as const).map((value) => ({
        value,
        labelKey: `option.bothTrue.${value}`,
        facts: { count },
      })),
      rule: 'C-8',
    },
  ]
}

/** Which subscription pays, where a row has TRUE under several (C-14). */
function payerFields({ opened, alone, answers }: FileContext): readonly FieldView[] {
  const isAsked = ({ license }: Ambiguity) =>
    answers.payers[license] !== undefined ||
    alone?.problems.some(({ code }) => code === 'csv.subscription-several')
  const ambiguities = opened?.sheet.columns.ambiguities ?? []
  return ambiguities.filter(isAsked).map(({ license, headers, subscriptions }) => ({
    id: `payer.${license}`,
    kind: 'choice',
    labelKey: `field.payer.${license}`,
    command: 'payer.choose',
    value: answers.payers[license],
    options: subscriptions.map((value, index) => ({
      value,
      labelKey: 'option.payer',
      facts: { subscription: value, header: headers[index] ?? '' },
    })),
    rule: 'C-14',
  }))
}

/** There is no default: whether FALSE counts is for a person to say (CSV-13, C-15). */
function modeField({ answers, modes }: FileContext): FieldView {
  const losing = (mode: ImportMode) => (modes === undefined ? 0 : losingRows(modes[mode]).length)
  return {
    id: 'mode',
    kind: 'choice',
    labelKey: 'field.mode',
    command: 'mode.choose',
    value: answers.mode,
    options: [
      {
        value: 'add-only',
        labelKey: 'option.mode.add-only',
        rule: 'C-6',
        facts: { losing: losing('add-only') },
      },
      {
        value: 'add-and-remove',
        labelKey: 'option.mode.add-and-remove',
        rule: 'CSV-10',
        facts: { losing: losing('add-and-remove') },
      },
    ],
    rule: 'CSV-13',
  }
}

/** Through the public API, or as files that a person imports: both give the same plan. */
function viaField(file: FileContext, trialAccounts: number): FieldView {
  const { answers, alone, modes } = file
  const { rows } = ((answers.mode && modes?.[answers.mode]) ?? alone)?.reading ?? { rows: [] }
  const limit = csvRowLimits.contactCenter
  const disabled = importRefusal(file, trialAccounts)
  return {
    id: 'via',
    kind: 'choice',
    labelKey: 'field.via',
    command: 'via.choose',
    value: answers.via,
    options: [
      { value: 'api', labelKey: 'option.via.api' },
      {
        value: 'control-hub',
        labelKey: 'option.via.control-hub',
        rule: 'CSV-1',
        facts: { files: Math.ceil(rows.length / limit), limit },
        ...(disabled === undefined ? {} : { disabled }),
      },
    ],
  }
}
