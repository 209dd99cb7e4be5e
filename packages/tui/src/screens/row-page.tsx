import type { CsvSheet, Problem } from '@wxcc-onboard/core'
import { useMemo } from 'react'
import { headingLine } from '../components/legend.ts'
import { type Block, blank, type Line, pad, sentence, tone, widthOf } from '../components/line.ts'
import { Page } from '../components/page.tsx'
import { nextText, problemText, problemTone } from '../components/problems.ts'
import { useShell, useWidth } from '../components/shell.ts'
import type { Texts } from '../i18n/texts.ts'
import type { Action } from '../keys/bindings.ts'
import type { Tone } from '../theme.ts'

export interface RowPageProps {
  readonly line: number
  /** Of all rows; those of this one are picked. */
  readonly problems: readonly Problem[]
  readonly sheet: CsvSheet
  onClose(): void
  onStep(step: 1 | -1): void
}

/** One row with all of its cells under their headers, and what is said of it with what to do next. */
export function RowPage({ line: number, problems, sheet, onClose, onStep }: RowPageProps) {
  const { texts } = useShell()
  const width = useWidth()
  const said = useMemo(() => problems.filter((problem) => lineOf(problem) === number), [problems, number])
  const cells = useMemo(
    () => cellLines(sheet, number, said, texts, width),
    [sheet, number, said, texts, width],
  )
  const body: Block[] = [
    [
      headingLine(texts.t('ui.file.row', { line: number })),
      ...said.flatMap((problem) => problemLines(problem, texts, width)),
      blank,
      headingLine(texts.t('ui.file.row.cells')),
    ],
    cells,
  ]
  const onAction = (action: Action) => {
    if (action === 'row.next') onStep(1)
    if (action === 'row.previous') onStep(-1)
  }
  return <Page body={body} scopes={['row']} onAction={onAction} onBack={onClose} />
}

/** Line of the file that a problem is about. */
export function lineOf({ facts }: Problem): number {
  return Number(facts['line'] ?? 0)
}

function problemLines(problem: Problem, texts: Texts, width: number): Line[] {
  const [name, symbol] = problemTone(problem)
  return [
    ...sentence(problemText(problem, texts), width, name, tone(name, `${symbol} `)),
    ...sentence(texts.t('ui.next', { text: nextText(problem, texts) }), width, 'plain', { text: '  ' }),
  ]
}

/** Every cell that has something in it, and those that are spoken of. */
function cellLines(
  sheet: CsvSheet,
  number: number,
  said: readonly Problem[],
  texts: Texts,
  width: number,
): Line[] {
  const { columns, table } = sheet
  const record = table.records.find((one) => one.line === number)
  const spoken = new Set(said.flatMap(({ facts }) => [facts['header'], facts['headers']].flat()))
  const shown = columns.all.filter(
    ({ index, header, kind }) =>
      (record?.cells[index] ?? '') !== '' || spoken.has(header) || kind === 'license',
  )
  const room = Math.min(Math.floor(width / 2), Math.max(...shown.map(({ header }) => widthOf(header)), 8))
  return shown.flatMap(({ index, header }) => {
    const text = record?.cells[index] ?? ''
    const value = text === '' ? texts.t('ui.file.row.empty') : text
    const [name, label]: readonly Tone[] = spoken.has(header)
      ? ['caution', 'caution']
      : [text === '' ? 'muted' : 'plain', 'muted']
    if (widthOf(header) <= room)
      return sentence(value, width, name, tone(label ?? 'muted', `  ${pad(header, room)}  `))
    return [
      ...sentence(header, width, label, { text: '  ' }),
      ...sentence(value, width, name, { text: ' '.repeat(room + 4) }),
    ]
  })
}
