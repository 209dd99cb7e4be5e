import { type ImportView, importModeNames, type PartView, type TaskView } from '@wxcc-onboard/core'
import { headingLine } from '../components/legend.ts'
import { type Block, blank, cell, type Line, type Segment, sentence, tone } from '../components/line.ts'
import { menuLines } from '../components/menu.ts'
import { Page } from '../components/page.tsx'
import { problemsLines } from '../components/problems.ts'
import { useShell, useWidth } from '../components/shell.ts'
import { useSpinner } from '../components/spinner.ts'
import type { Texts } from '../i18n/texts.ts'
import type { Action } from '../keys/bindings.ts'
import { symbols, type Tone } from '../theme.ts'
import type { ScreenProps } from './screen.ts'
import { FailedPage, WorkingPage } from './sign-in.tsx'

/** Files that a person imports in Control Hub, one after another (CSV-1, CSV-12 to CSV-14). */
export function ImportingScreen(props: ScreenProps) {
  const { view, send } = props
  const { importing, tasks, mode } = view
  if (mode === 'failed') return <FailedPage view={view} onRetry={() => send({ type: 'connection.retry' })} />
  const [task] = tasks
  const part = importing?.parts.find(({ number }) => number === importing.turn?.number)
  const isReading = importing?.turn?.until !== undefined
  if (
    importing === undefined ||
    part === undefined ||
    task === undefined ||
    (mode === 'working' && !isReading)
  )
    return <WorkingPage text="ui.import.releasing" />
  return <PartPage {...props} importing={importing} part={part} task={task} />
}

interface PartProps extends ScreenProps {
  readonly importing: ImportView
  readonly part: PartView
  readonly task: TaskView
}

/** One file: where it is, what to do with it, and what has arrived of it. */
function PartPage({ view, send, importing, part, task }: PartProps) {
  const { texts, notify, consoleUrl } = useShell()
  const width = useWidth()
  const isReading = importing.turn?.until !== undefined
  const spin = useSpinner(isReading || task.verifiedBy === 'reading')
  const onAction = (action: Action) => {
    if (action === 'imported.done' || action === 'reading.enough') {
      send({ type: 'task.claim', id: task.id })
      notify(texts.t(isReading ? 'ui.import.enough' : 'ui.task.noted'))
    }
    if (action === 'reading.undo') send({ type: 'task.reopen', id: task.id })
    if (action === 'imported.later' || action === 'reading.later') send({ type: 'task.leave' })
  }
  const ground = { task, part, importing, consoleUrl, spin, texts, width }
  const body: Block[] = [
    [...headLines(ground), blank, ...(isReading ? readingLines(ground) : whatLines(ground))],
    view.problems.length > 0 ? [blank, ...problemsLines(view.problems, texts, width)] : [],
    partsLines(ground),
  ]
  return <Page body={body} scopes={[isReading ? 'reading' : 'imported']} onAction={onAction} />
}

interface Ground {
  readonly task: TaskView
  readonly part: PartView
  readonly importing: ImportView
  readonly consoleUrl: string | undefined
  readonly spin: string
  readonly texts: Texts
  readonly width: number
}

/** What came of the part before stands first: the page changed by itself. */
function headLines({ task, part, importing, spin, texts, width }: Ground): Line[] {
  const { t } = texts
  const { parts, turn } = importing
  const facts = { number: part.number, of: parts.length, rows: part.rows }
  const before = parts.find(({ number }) => number === part.number - 1)
  const seen = t('ui.import.seen', { seen: turn?.seen ?? 0, rows: part.rows })
  return [
    ...(before?.counts === undefined ? [] : [...partLines(before, false, texts, width), blank]),
    ...sentence(`${t('ui.import.head', facts)} ${t('ui.rule', { rule: 'CSV-12' })}`, width, 'strong'),
    ...(task.verifiedBy === 'reading' ? sentence(seen, width, 'plain', tone('accent', `${spin} `)) : []),
  ]
}

const labelWidth = 7

/** The clicks in their order, as the article has them. */
function whatLines({ task, part, importing, consoleUrl, texts, width }: Ground): Line[] {
  const { t } = texts
  const label = (text: string): Segment => tone('accent', `${cell(text, labelWidth)} `)
  const indent = ' '.repeat(labelWidth + 1)
  const { name, folder } = placeOf(part.path)
  const steps = [
    t('ui.import.step.open'),
    t('ui.import.step.mode', { mode: importModeNames[importing.mode] }),
    t('ui.import.step.close'),
  ]
  return [
    ...sentence(name, width, 'strong', label(t('ui.import.file'))),
    ...(folder === '' ? [] : sentence(folder, width, 'muted', { text: indent })),
    ...sentence(
      consoleUrl ? t('ui.task.sandbox', { url: consoleUrl }) : task.url,
      width,
      'strong',
      label(t('ui.task.where')),
    ),
    ...menuLines(task.where, texts, width, indent),
    ...steps.flatMap((step, index) => {
      const lead = cell(index === 0 ? t('ui.task.what') : '', labelWidth)
      return sentence(step, width, 'plain', tone('accent', `${lead} ${index + 1} `))
    }),
    blank,
    ...(task.verifiedBy === 'reading'
      ? [...sentence(t('ui.import.looking'), width), ...sentence(t('ui.import.done'), width, 'muted')]
      : sentence(t('ui.import.claim'), width, 'plain', tone('accent', `${symbols.question} `))),
  ]
}

function readingLines({ importing: { turn }, texts, width }: Ground): Line[] {
  const { t, locale } = texts
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' }).format(turn?.until)
  return [
    ...sentence(t('ui.import.reading'), width),
    ...sentence(t('ui.import.until', { time }), width),
    ...sentence(t('ui.import.undo'), width, 'muted'),
  ]
}

/** Every file and what came of it; the rows themselves are told in the report. */
function partsLines({ importing: { parts }, part, texts, width }: Ground): Line[] {
  if (parts.length === 1) return []
  return [
    blank,
    headingLine(texts.t('ui.import.parts', { count: parts.length })),
    ...parts.flatMap((each) => partLines(each, each.number === part.number, texts, width)),
  ]
}

function partLines(part: PartView, isCurrent: boolean, { t }: Texts, width: number): Line[] {
  const [name, symbol] = lookOf(part, isCurrent)
  const { done = 0, already = 0, failed = 0 } = part.counts ?? {}
  const facts = { done, already, failed, rows: part.rows }
  const what = part.counts === undefined ? t('ui.import.rows', facts) : t('ui.import.counts', facts)
  return sentence(`${placeOf(part.path).name}  ${what}`, width, 'plain', tone(name, `${symbol} `))
}

function lookOf({ counts }: PartView, isCurrent: boolean): readonly [Tone, string] {
  if (counts === undefined) return isCurrent ? ['accent', symbols.arrow] : ['muted', symbols.upcoming]
  return counts.failed > 0 ? ['bad', symbols.failed] : ['good', symbols.done]
}

/** Files are found by their folder first, and then by their name. */
function placeOf(path: string): { readonly name: string; readonly folder: string } {
  const slash = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'))
  return { name: path.slice(slash + 1), folder: path.slice(0, Math.max(slash, 0)) }
}
