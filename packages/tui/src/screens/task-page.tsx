import type { Stage, TaskView, View } from '@wxcc-onboard/core'
import { headingLine } from '../components/legend.ts'
import {
  type Block,
  blank,
  cell,
  type Line,
  line,
  type Segment,
  sentence,
  tone,
  truncateMiddle,
} from '../components/line.ts'
import { menuLines } from '../components/menu.ts'
import { Page } from '../components/page.tsx'
import { useShell, useWidth } from '../components/shell.ts'
import { useSpinner } from '../components/spinner.ts'
import type { Texts } from '../i18n/texts.ts'
import type { Action } from '../keys/bindings.ts'
import { symbols } from '../theme.ts'
import type { ScreenProps } from './screen.ts'

const phasesOf: Partial<Record<Stage, readonly TaskView['phase'][]>> = {
  operator: ['saving', 'operator'],
  syncing: ['syncing'],
  verifying: ['verifying'],
}

/** The task that is due: the first open one of the stage. */
export function openTask({ stage, tasks }: View): TaskView | undefined {
  return tasks.find(({ phase, state }) => state === 'open' && phasesOf[stage]?.includes(phase))
}

interface TaskPageProps extends ScreenProps {
  readonly task: TaskView
}

/** One thing that only a person in Control Hub can do: where, what, why, for whom, and how it is known. */
export function TaskPage({ view, send, task }: TaskPageProps) {
  const { texts, notify, consoleUrl } = useShell()
  const width = useWidth()
  const spin = useSpinner(task.verifiedBy === 'reading')
  const onAction = (action: Action) => {
    if (action === 'task.done') {
      send({ type: 'task.claim', id: task.id })
      notify(texts.t('ui.task.noted'))
    }
    if (action === 'task.skip') send({ type: 'task.skip', id: task.id })
    if (action === 'task.later') send({ type: 'task.leave' })
  }
  const body: Block[] = [
    taskLines(task, view, consoleUrl, texts, width),
    whoLines(task, spin, texts, width),
    otherLines(task, view, texts, width),
  ]
  return <Page body={body} scopes={['task']} onAction={onAction} />
}

const labelWidth = 7

function taskLines(
  task: TaskView,
  { tasks }: View,
  consoleUrl: string | undefined,
  texts: Texts,
  width: number,
): Line[] {
  const { t } = texts
  const { kind, facts, rule, url, where } = task
  const number = tasks.findIndex(({ id }) => id === task.id) + 1
  const position = t('ui.task.position', { number, of: tasks.length })
  const label = (text: string): Segment => tone('accent', `${cell(text, labelWidth)} `)
  const indent = ' '.repeat(labelWidth + 1)
  const ruleKey = `rule.${rule}`
  return [
    ...sentence(`${position} · ${t(`task.${kind}.title`, facts)} ${t('ui.rule', { rule })}`, width, 'strong'),
    blank,
    ...sentence(
      consoleUrl ? t('ui.task.sandbox', { url: consoleUrl }) : url,
      width,
      'strong',
      label(t('ui.task.where')),
    ),
    ...menuLines(where, texts, width, indent),
    ...sentence(t(`task.${kind}.do`, facts), width, 'plain', label(t('ui.task.what'))),
    ...sentence(t(`task.${kind}.why`, facts), width, 'muted', label(t('ui.task.why'))),
    ...(texts.has(ruleKey) ? sentence(`${rule}: ${t(ruleKey)}`, width, 'muted', { text: indent }) : []),
  ]
}

/** For whom, and who of them was read back already. Made when looked at: there may be thousands. */
function whoLines(task: TaskView, spin: string, texts: Texts, width: number): Block {
  const { t } = texts
  const isReading = task.verifiedBy === 'reading'
  const verified = new Set(task.verifiedFor)
  const state = t('ui.task.checked', { count: verified.size, of: task.people.length })
  const head: Line[] = [
    blank,
    ...sentence(
      t(`ui.task.verified.${task.verifiedBy}`),
      width,
      'plain',
      tone('accent', isReading ? `${spin} ` : `${symbols.question} `),
    ),
    headingLine(`${t('ui.task.who')} ${task.people.length}${isReading ? ` · ${state}` : ''}`),
  ]
  return {
    size: head.length + task.people.length,
    indexOf: () => -1,
    at(index) {
      const email = task.people[index - head.length]
      if (email === undefined) return head[index] ?? blank
      const isDone = verified.has(email)
      return line(
        tone(isDone ? 'good' : 'muted', `  ${isDone ? symbols.done : symbols.upcoming} `),
        truncateMiddle(email, width - 20),
        tone('muted', `  ${t(isDone ? 'ui.task.state.verified' : 'ui.task.state.open')}`),
      )
    },
  }
}

/** What comes next, and what was said to be done and is not seen: it may be why this one does not get done. */
function otherLines(task: TaskView, { tasks }: View, { t }: Texts, width: number): Line[] {
  const titled = ({ kind, facts, people }: TaskView) =>
    t('ui.review.task', { title: t(`task.${kind}.title`, facts), count: people.length })
  const open = tasks.filter(({ id, state }) => id !== task.id && state === 'open')
  const claimed = tasks.filter(({ state, verifiedBy }) => state === 'claimed' && verifiedBy === 'reading')
  return [
    ...(claimed.length > 0 ? [blank, headingLine(t('ui.task.unseen'))] : []),
    ...claimed.flatMap((each) =>
      sentence(titled(each), width, 'plain', tone('caution', `  ${symbols.caution} `)),
    ),
    ...(open.length > 0 ? [blank, headingLine(t('ui.task.others'))] : []),
    ...open.flatMap((each) => sentence(titled(each), width, 'plain', { text: `  ${symbols.upcoming} ` })),
  ]
}
