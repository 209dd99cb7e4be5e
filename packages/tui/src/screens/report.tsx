import type { PersonReport, ReportView, SignIn, View } from '@wxcc-onboard/core'
import { useMemo } from 'react'
import { headingLine } from '../components/legend.ts'
import { type Block, blank, type Line, line, sentence, tone, truncateMiddle } from '../components/line.ts'
import { Page } from '../components/page.tsx'
import { problemLines } from '../components/parts.ts'
import { useShell, useWidth } from '../components/shell.ts'
import type { Texts } from '../i18n/texts.ts'
import { symbols, type Tone } from '../theme.ts'
import { outcomeLook } from './outcome.ts'
import { countLines } from './saving.tsx'
import type { ScreenProps } from './screen.ts'
import { WorkingPage } from './sign-in.tsx'

/** What came of it: who can sign in, what is left, and what to do next. */
export function ReportScreen({ view, send, resume }: ScreenProps) {
  const { texts } = useShell()
  const width = useWidth()
  const { report } = view
  const body = useMemo(
    (): Block[] => (report ? reportBlocks(report, view, resume, texts, width) : []),
    [report, view, resume, texts, width],
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
  return [
    headLines(report, texts, width),
    [
      headingLine(t('ui.report.next')),
      ...nextTexts(report, view, resume, texts).flatMap((text) =>
        sentence(text, width, 'plain', { text: `  ${symbols.arrow} ` }),
      ),
      blank,
      headingLine(t('ui.report.outcomes')),
      ...countLines(report.counts, texts),
      line(tone('muted', `    ${t('ui.report.total', { count: report.people.length })}`)),
    ],
    taskLines(report, texts, width),
    [blank, headingLine(t('ui.report.people'))],
    worstFirst(report.people).flatMap((person) => personLines(person, texts, width)),
  ]
}

const signInLook: Readonly<Record<SignIn, readonly [Tone, string]>> = {
  yes: ['good', symbols.done],
  'after-invitation': ['caution', symbols.waiting],
  no: ['bad', symbols.failed],
}

function headLines({ people, isComplete }: ReportView, { t }: Texts, width: number): Line[] {
  const kinds = ['yes', 'after-invitation', 'no'] as const
  return [
    ...sentence(
      t(isComplete ? 'ui.report.complete' : 'ui.report.incomplete'),
      width,
      isComplete ? 'good' : 'caution',
      tone(isComplete ? 'good' : 'caution', `${isComplete ? symbols.done : symbols.caution} `),
    ),
    blank,
    headingLine(t('ui.report.signIn')),
    ...kinds.map((kind) => {
      const [name, symbol] = signInLook[kind]
      const count = people.filter(({ signIn }) => signIn === kind).length
      return line(
        tone(count === 0 ? 'muted' : name, `  ${symbol} ${String(count).padStart(5)} `),
        tone(count === 0 ? 'muted' : 'plain', t(`signIn.${kind}`)),
      )
    }),
    blank,
  ]
}

function nextTexts({ people, tasks }: ReportView, view: View, resume: string, { t }: Texts): string[] {
  const isOpen = tasks.some(({ state }) => state === 'open' || state === 'skipped')
  const texts = [
    view.can.retry === true ? t('ui.report.next.retry') : '',
    isOpen || view.can.retry === true ? t('ui.report.next.resume', { command: resume }) : '',
    people.some(({ signIn }) => signIn === 'after-invitation') ? t('ui.report.next.invitations') : '',
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
      const isRead = state === 'verified'
      return sentence(
        `${title}: ${t(`ui.task.state.${state}`)}`,
        width,
        'plain',
        tone(isRead ? 'good' : 'caution', `  ${isRead ? symbols.done : symbols.caution} `),
      )
    }),
  ]
}

const urgency: Readonly<Record<SignIn, number>> = { no: 0, 'after-invitation': 1, yes: 2 }

function worstFirst(people: readonly PersonReport[]): PersonReport[] {
  return [...people].sort((a, b) => urgency[a.signIn] - urgency[b.signIn])
}

function personLines(person: PersonReport, texts: Texts, width: number): Line[] {
  const { t } = texts
  const [name, symbol] = person.signIn === 'no' ? signInLook.no : outcomeLook[person.outcome]
  const details = [
    t(`outcome.${person.outcome}`),
    t(`ui.report.verified.${person.verifiedBy}`),
    t(`signIn.${person.signIn}`),
  ].join(' · ')
  return [
    line(tone(name, `  ${symbol} `), truncateMiddle(person.email, width - 4)),
    ...sentence(details, width, 'muted', { text: '      ' }),
    ...person.why.flatMap((reason) =>
      sentence(t(`signIn.why.${reason}`), width, 'plain', { text: '      – ' }),
    ),
    ...person.problems.flatMap((problem) =>
      problemLines({ ...problem, subject: { kind: 'stage' } }, texts, width - 6).map((each) =>
        line('      ', ...each.segments),
      ),
    ),
  ]
}
