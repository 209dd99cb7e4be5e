import type { OpenedFile } from '@wxcc-onboard/core'
import { blank, type Line, pad, sentence, tone, widthOf } from '../components/line.ts'
import type { TextKey, Texts } from '../i18n/texts.ts'

type Column = OpenedFile['sheet']['columns']['all'][number]

/** What was understood of a file: how it is written, and what each of its columns was taken for. */
export function understoodLines(opened: OpenedFile, path: string, texts: Texts, width: number): Line[] {
  const { t } = texts
  const { sheet, encoding, layout, dialect, baseline } = opened
  const facts = { file: path, rows: sheet.table.records.length, columns: sheet.columns.all.length }
  const age = baseline?.ageInHours === undefined ? {} : { hours: Math.floor(baseline.ageInHours) }
  const written = {
    encoding: encoding.toUpperCase(),
    bom: layout.hasBom,
    newline: layout.newline,
    delimiter: dialect.delimiter === '\t' ? 'Tab' : dialect.delimiter,
    reason: dialect.reason,
  }
  return [
    ...sentence(t('ui.file.title', facts), width, 'strong'),
    ...sentence(t('ui.file.written', written), width),
    ...(baseline === undefined ? [] : sentence(t('ui.file.baseline', age), width)),
    blank,
    ...columnLines(sheet.columns.all, texts, width),
  ]
}

interface Group {
  readonly label: TextKey
  is(column: Column): boolean
}

const groups: readonly Group[] = [
  { label: 'ui.file.column.email', is: ({ kind }) => kind === 'email' },
  { label: 'ui.file.column.names', is: ({ kind }) => kind === 'firstName' || kind === 'lastName' },
  { label: 'ui.file.column.premium', is: (column) => isLicense(column, 'premium') },
  { label: 'ui.file.column.standard', is: (column) => isLicense(column, 'standard') },
  { label: 'ui.file.column.role', is: ({ kind }) => kind === 'role' },
  { label: 'ui.file.column.service', is: ({ kind }) => kind === 'service' },
]

/** Those that matter each on a line of its own; the rest is left alone and told in one. */
function columnLines(columns: readonly Column[], texts: Texts, width: number): Line[] {
  const labels = [...groups.map(({ label }) => texts.t(label)), texts.t('ui.file.column.other')]
  const room = Math.max(...labels.map(widthOf))
  const grouped = groups.map(({ label, is }) => ({ label: texts.t(label), own: columns.filter(is) }))
  const told = new Set(grouped.flatMap(({ own }) => own))
  const others = columns.filter((column) => !told.has(column) && column.kind !== 'blank')
  return [...grouped, { label: texts.t('ui.file.column.other'), own: others }]
    .filter(({ own }) => own.length > 0)
    .flatMap(({ label, own }) =>
      sentence(listText(own, texts), width, 'plain', tone('muted', `  ${pad(label, room)}  `)),
    )
}

const mostNamed = 6

function listText(columns: readonly Column[], { t }: Texts): string {
  const named = columns.slice(0, mostNamed).map(({ header }) => header)
  const rest = columns.length - named.length
  return rest > 0 ? `${named.join(', ')} ${t('ui.file.column.more', { count: rest })}` : named.join(', ')
}

function isLicense({ kind, name }: Column, license: 'premium' | 'standard'): boolean {
  return kind === 'license' && /premium/i.test(name) === (license === 'premium')
}
