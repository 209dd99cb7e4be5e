import type { PersonReport, ReportView, SignIn, View } from '@wxcc-onboard/core'
import { useMemo } from 'react'
import { headingLine } from '../components/legend.ts'
import {
  type Block,
  blank,
  cell,
  type Line,
  line,
  lineWidth,
  sentence,
  tone,
  truncateMiddle,
  widthOf,
} from '../components/line.ts'
import { Page } from '../components/page.tsx'
import { problemsLines } from '../components/problems.ts'
import { useShell, useWidth } from '../components/shell.ts'
import type { Texts } from '../i18n/texts.ts'
import { symbols, type Tone } from '../theme.ts'
import type { FileOutcome } from './file-outcome.ts'
import type { FileShelf } from './file-shelf.ts'
import { outcomeLook } from './outcome.ts'
import { countLines } from './saving.tsx'
import type { ScreenProps } from './screen.ts'
import { WorkingPage } from './sign-in.tsx'
import { signInSteps } from './sign-in-steps.ts'

/** What came of it: who can sign in, what is left, and what to do next. */
export function ReportScreen({ view, send, resume, outcome, files }: ScreenProps) {
  const { texts } = useShell()
  const width = useWidth()
  const { report } = view
  const body = useMemo(
    (): Block[] =>
      report
        ? [
            headLines(report, texts, width),
            rowsLines(outcome, files, texts, width),
            ...reportBlocks(report, view, resume, texts, width),
          ]
        : [],
    [report, view, resume, outcome, files, texts, width],
  )
  if (!report) return <WorkingPage text="ui.working" />
  return (
    <Page
      body={body}
      scopes={view.can.retry === true ? ['report'] : []}
      onAction={(action) => action === 'report.retry' && send({ type: 'run.retry' })}
    />
  )
}

function reportBlocks(report: ReportView, view: View, resume: string, texts: Texts, width: number): Block[] {
  const { t } = texts
  const troubles = report.people.flatMap(({ problems }) => problems)
  return [
    [
      headingLine(t('ui.report.next')),
      ...nextTexts(report, view, resume, texts).flatMap((text) =>
        sentence(text, width, 'plain', { text: `  ${symbols.arrow} ` }),
      ),
      blank,
      ...(troubles.length > 0
        ? [headingLine(t('ui.report.trouble')), ...problemsLines(troubles, texts, width), blank]
        : []),
      headingLine(t('ui.report.outcomes')),
      ...countLines(report.counts, texts),
      line(tone('muted', `    ${t('ui.report.total', { count: report.people.length })}`)),
    ],
    taskLines(report, texts, width),
    [blank, headingLine(t('ui.report.people'))],
    worstFirst(report.people).flatMap((person) => personLines(person, texts, width)),
  ]
}

const rowKinds = ['done', 'already', 'failed', 'waiting', 'skipped', 'not-attempted', 'rejected'] as const

/** Every row of the file, and where those are that are to be tried again. */
function rowsLines(outcome: FileOutcome | undefined, files: FileShelf, { t }: Texts, width: number): Line[] {
  if (outcome === undefined) return []
  const { balance, unseen, failedFile, unwritten, agents } = outcome
  const parts = rowKinds.filter((kind) => balance[kind] > 0)
  const sum = parts.map((kind) => t(`ui.file.report.${kind}`, { count: balance[kind] })).join(' + ')
  const caution = tone('caution', `  ${symbols.caution} `)
  return [
    headingLine(t('ui.file.report')),
    ...sentence(`${t('ui.file.report.in', { count: balance.in })} = ${sum}`, width, 'plain', { text: '  ' }),
    ...(unseen === undefined
      ? []
      : [
          ...sentence(t('ui.file.report.unseen', { count: unseen.count }), width, 'plain', caution),
          ...sentence(unseen.command, width, 'accent', { text: '    ' }),
        ]),
    ...(failedFile === undefined
      ? []
      : sentence(t('ui.file.report.again', { path: files.shorten(failedFile) }), width, 'plain', caution)),
    ...(unwritten === undefined
      ? []
      : sentence(t('ui.file.report.unwritten', { reason: unwritten }), width, 'bad', caution)),
    ...(agents === undefined
      ? []
      : [
          ...sentence(
            t(agents.isInFile ? 'ui.file.report.agents' : 'ui.file.report.agents-people'),
            width,
            'plain',
            { text: `  ${symbols.arrow} ` },
          ),
          ...sentence(agents.command, width, 'accent', { text: '    ' }),
        ]),
    blank,
  ]
}

const signInLook: Readonly<Record<SignIn, readonly [Tone, string]>> = {
  yes: ['good', symbols.done],
  'after-invitation': ['caution', symbols.waiting],
  no: ['bad', symbols.failed],
}

function headLines(report: ReportView, texts: Texts, width: number): Line[] {
  const { t } = texts
  const kinds = ['yes', 'after-invitation', 'no'] as const
  const countOf = (kind: SignIn) => report.people.filter(({ signIn }) => signIn === kind).length
  return [
    ...headline(report, texts, width),
    blank,
    headingLine(t('ui.report.signIn')),
    ...kinds.map((kind) => {
      const [name, symbol] = signInLook[kind]
      const count = countOf(kind)
      return line(
        tone(count === 0 ? 'muted' : name, `  ${symbol} ${String(count).padStart(5)} `),
        tone(count === 0 ? 'muted' : 'plain', t(`signIn.${kind}`)),
      )
    }),
    blank,
  ]
}

/** Done as planned is one thing, being able to work another. */
function headline({ people, isComplete }: ReportView, { t }: Texts, width: number): Line[] {
  const waiting = people.filter(({ signIn }) => signIn !== 'yes').length
  if (!isComplete) return said(t('ui.report.incomplete'), 'caution', symbols.caution, width)
  if (waiting === 0) return said(t('ui.report.complete'), 'good', symbols.done, width)
  return said(t('ui.report.completeButWaiting', { people: waiting }), 'good', symbols.done, width)
}

function said(text: string, name: Tone, symbol: string, width: number): Line[] {
  return sentence(text, width, name, tone(name, `${symbol} `))
}

function nextTexts({ people, tasks }: ReportView, view: View, resume: string, { t }: Texts): string[] {
  const isOpen = tasks.some(({ state }) => state === 'open' || state === 'skipped')
  const part = view.importing?.turn?.number
  const retry = part === undefined ? t('ui.report.next.retry') : t('ui.import.next', { part })
  const texts = [
    view.can.retry === true ? retry : '',
    isOpen || view.can.retry === true ? t('ui.report.next.resume', { command: resume }) : '',
    ...signInSteps(people).map(({ step, people: count }) => t(`signIn.next.${step}`, { people: count })),
  ].filter(Boolean)
  return texts.length > 0 ? texts : [t('ui.report.next.none')]
}

function taskLines({ tasks }: ReportView, { t }: Texts, width: number): Line[] {
  if (tasks.length === 0) return []
  return [
    blank,
    headingLine(t('ui.report.tasks')),
    ...tasks.flatMap(({ kind, facts, state, people }) => {
      const title = t('ui.review.task', { title: t(`task.${kind}.title`, facts), count: people.length })
      const [name, symbol]: readonly [Tone, string] =
        state === 'verified' ? ['good', symbols.done] : ['caution', symbols.caution]
      const text = `${title}: ${t(`ui.task.state.${state}`)}`
      return sentence(text, width, 'plain', tone(name, `  ${symbol} `))
    }),
  ]
}

const urgency: Readonly<Record<SignIn, number>> = { no: 0, 'after-invitation': 1, yes: 2 }

function worstFirst(people: readonly PersonReport[]): PersonReport[] {
  return [...people].sort((a, b) => urgency[a.signIn] - urgency[b.signIn])
}

/** One line where it fits: who, what came of it, whether they can sign in and why not. */
function personLines(person: PersonReport, texts: Texts, width: number): Line[] {
  const { t } = texts
  const [name, symbol] = person.signIn === 'no' ? signInLook.no : outcomeLook[person.outcome]
  const details = [
    t(`outcome.${person.outcome}`),
    t(`ui.report.verified.${person.verifiedBy}`),
    signInText(person, texts),
  ].join(' · ')
  const head = [tone(name, `  ${symbol} `), { text: cell(person.email, Math.min(32, width - 4)) }]
  if (widthOf(person.email) <= 32 && lineWidth(line(...head)) + 1 + widthOf(details) <= width)
    return [line(...head, tone('muted', ` ${details}`))]
  return [
    line(tone(name, `  ${symbol} `), truncateMiddle(person.email, width - 4)),
    ...sentence(details, width, 'muted', { text: '      ' }),
  ]
}

function signInText({ signIn, why }: PersonReport, { t }: Texts): string {
  return t(`ui.report.signIn.${signIn}`, {
    lacks: why.map((reason) => t(`signIn.lacks.${reason}`)).join(', '),
  })
}
