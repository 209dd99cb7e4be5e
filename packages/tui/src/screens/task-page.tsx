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
  widthOf,
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
  const unseen = unseenOf(task, view)
  const body: Block[] = [
    taskLines(task, view, consoleUrl, texts, width),
    unseenLines(task, unseen, spin, texts, width),
    whoLines(task, unseen, texts, width),
    [...otherLines(task, view, texts, width), ...ruleLines(task, texts, width)],
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
  ]
}

/** Tasks that were said to be done and are not seen, as far as they concern people who are still missing here. */
function unseenOf(task: TaskView, { tasks }: View): readonly TaskView[] {
  const missing = new Set(task.people.filter((email) => !task.verifiedFor.includes(email)))
  return tasks.filter(
    (each) =>
      each.id !== task.id &&
      each.state === 'claimed' &&
      each.verifiedBy === 'reading' &&
      each.people.some((email) => missing.has(email) && !each.verifiedFor.includes(email)),
  )
}

/** How it is known that this is done, and what keeps it from being seen. */
function unseenLines(
  task: TaskView,
  unseen: readonly TaskView[],
  spin: string,
  texts: Texts,
  width: number,
): Line[] {
  const { t } = texts
  const lead = task.verifiedBy === 'reading' ? `${spin} ` : `${symbols.question} `
  return [
    blank,
    ...sentence(t(`ui.task.verified.${task.verifiedBy}`), width, 'plain', tone('accent', lead)),
    ...unseen.flatMap((each) => {
      const title = t('ui.review.task', titleFacts(each, texts))
      return sentence(
        t('ui.task.unseen', { title }),
        width,
        'caution',
        tone('caution', `${symbols.caution} `),
      )
    }),
  ]
}

function titleFacts({ kind, facts, people }: TaskView, { t }: Texts) {
  return { title: t(`task.${kind}.title`, facts), count: people.length }
}

/** For whom, and who of them was read back already. Made when looked at: there may be thousands. */
function whoLines(task: TaskView, unseen: readonly TaskView[], texts: Texts, width: number): Block {
  const { t } = texts
  const verified = new Set(task.verifiedFor)
  const held = new Set(
    unseen.flatMap(({ people, verifiedFor }) => people.filter((email) => !verifiedFor.includes(email))),
  )
  const state =
    task.verifiedBy === 'reading'
      ? ` · ${t('ui.task.checked', { count: verified.size, of: task.people.length })}`
      : ''
  const head = headingLine(`${t('ui.task.who')} ${task.people.length}${state}`)
  const stateOf = (email: string) =>
    t(
      verified.has(email)
        ? 'ui.task.state.verified'
        : held.has(email)
          ? 'ui.task.state.held'
          : 'ui.task.state.open',
    )
  return {
    size: 1 + task.people.length,
    indexOf: () => -1,
    at(index) {
      const email = task.people[index - 1]
      if (email === undefined) return index === 0 ? head : blank
      const isDone = verified.has(email)
      const word = stateOf(email)
      return line(
        tone(isDone ? 'good' : 'muted', `  ${isDone ? symbols.done : symbols.upcoming} `),
        truncateMiddle(email, Math.max(8, width - 6 - widthOf(word))),
        tone('muted', `  ${word}`),
      )
    },
  }
}

function otherLines(task: TaskView, { tasks }: View, texts: Texts, width: number): Line[] {
  const { t } = texts
  const open = tasks.filter(({ id, state }) => id !== task.id && state === 'open')
  return [
    ...(open.length > 0 ? [blank, headingLine(t('ui.task.others'))] : []),
    ...open.flatMap((each) =>
      sentence(t('ui.review.task', titleFacts(each, texts)), width, 'plain', {
        text: `  ${symbols.upcoming} `,
      }),
    ),
  ]
}

/** Last, for whoever wants to know; the help has the rules of the whole step. */
function ruleLines({ rule }: TaskView, texts: Texts, width: number): Line[] {
  const key = `rule.${rule}`
  return texts.has(key) ? [blank, ...sentence(`${rule}: ${texts.t(key)}`, width, 'muted')] : []
}
