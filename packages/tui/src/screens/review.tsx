import {
  importModeNames,
  type Plan,
  type Problem,
  type Severity,
  secondsFor,
  type UnitForecast,
  type View,
} from '@wxcc-onboard/core'
import { useMemo } from 'react'
import type { FocusItem } from '../components/focus.ts'
import { headingLine } from '../components/legend.ts'
import { type Block, blank, type Line, line, sentence, tone } from '../components/line.ts'
import { Page } from '../components/page.tsx'
import { durationText, textFieldLine } from '../components/parts.ts'
import { groupsOf } from '../components/problems.ts'
import { useShell, useWidth } from '../components/shell.ts'
import { useTextFields } from '../components/use-text-fields.ts'
import type { Texts } from '../i18n/texts.ts'
import type { Action } from '../keys/bindings.ts'
import { symbols } from '../theme.ts'
import { planLines, planRows, removalsOf } from './plan-rows.ts'
import { poolName } from './pools.ts'
import type { ScreenProps } from './screen.ts'
import { FailedPage, WorkingPage } from './sign-in.tsx'
import { type StageForm, useStageForm } from './use-stage-form.ts'

/** The plan as a difference, and its approval by a typed word (SAVE-5). */
export function ReviewScreen(props: ScreenProps) {
  const { view, send } = props
  const placed = useMemo(() => placedByLine(view), [view])
  if (view.mode === 'failed') return <FailedPage view={view} onRetry={() => send({ type: 'plan.renew' })} />
  if (!view.plan || view.mode === 'working') return <WorkingPage text="ui.review.working" />
  return <PlanPage {...props} view={placed} plan={view.plan} />
}

/** People of a file are spoken of by their lines in it, as on the pages before. */
function placedByLine(view: View): View {
  const rows = view.file?.reading?.rows
  if (rows === undefined) return view
  const problems = view.problems.map((problem): Problem => {
    const { subject } = problem
    const line = subject.kind === 'person' && subject.row ? rows[subject.row - 1]?.line : undefined
    return line === undefined
      ? problem
      : { ...problem, subject: { ...subject, row: line } as Problem['subject'] }
  })
  return { ...view, problems }
}

interface PlanProps extends ScreenProps {
  readonly plan: Plan
}

const planItems: readonly FocusItem[] = [{ id: 'plan', group: 'plan', scopes: ['plan', 'review'] }]
const movedItems: readonly FocusItem[] = [{ id: 'plan', group: 'plan', scopes: ['plan', 'moved', 'review'] }]
const approveItem: FocusItem = {
  id: 'approve',
  group: 'approve',
  scopes: ['text', 'list', 'review'],
  isTyping: true,
}

/** The approved plan in review; while saving, rows that moved and would do something new. */
export function PlanPage(props: PlanProps) {
  const { plan, view, send } = props
  const isMoved = view.renewal === plan
  const { texts, notify } = useShell()
  const width = useWidth()
  const approval = useTextFields<'approve'>()
  // Rows that moved are numbered anew.
  const reading = isMoved ? undefined : view.file?.reading
  const rows = useMemo(() => planRows(plan, texts, reading), [plan, texts, reading])
  const form = useStageForm(props, isMoved ? movedItems : planItems, { initial: 'plan', last: approveItem })
  const { focus } = form
  const word = wordOf(plan, texts)

  const approve = () => {
    const typed = approval.value('approve').trim().toLowerCase()
    const { hash, removals } = plan
    if (typed === word && view.can.approve === true)
      return send({ type: 'plan.approve', hash, ...(removals > 0 ? { removals } : {}) })
    approval.reset()
    if (view.can.approve !== true) return form.next()
    notify(texts.t('ui.review.mistyped', { word }))
  }

  const onAction = (action: Action) => {
    if (action === 'review.renew') return send({ type: 'plan.renew' })
    if (action === 'moved.later') return send({ type: 'task.leave' })
    if (action === 'plan.approve') return focus.focusOn('approve')
    if (focus.id === 'approve' && action === 'text.submit') return approve()
    if (focus.id === 'approve' && approval.edit('approve', action)) return
    form.handle(action)
  }

  const lines = useMemo(() => planLines(rows, texts, width), [rows, texts, width])
  const body: Block[] = [
    [
      ...(isMoved ? movedLines(plan, texts, width) : summaryLines(plan, texts, width)),
      ...(isMoved ? [] : importLines(view.importing, texts, width)),
      ...form.errors,
      ...belowLines(form, view, texts, width),
      blank,
      headingLine(texts.t('ui.review.steps')),
    ],
    lines,
    [
      blank,
      ...unitLines(plan.units, texts, width),
      ...(isMoved ? [] : filesLines(view.importing, texts, width)),
      ...taskLines(plan, texts, width),
      ...planEnd(props, texts, width),
      ...(form.remarks.length > 0 ? [blank] : []),
      ...form.remarks,
      blank,
      ...form.questions,
      ...approvalLines(props, form, approval.field('approve'), texts, width),
    ],
  ]
  return (
    <Page
      body={body}
      focus={focus.id === 'plan' ? undefined : focus.id}
      scopes={focus.item?.scopes ?? []}
      isTyping={focus.item?.isTyping ?? false}
      onAction={onAction}
      onText={(text) => approval.insert('approve', text)}
    />
  )
}

/** What must be typed: a word, or where licenses are removed their number. */
function wordOf(plan: Plan, { t }: Texts): string {
  const removals = removalsOf(plan)
  return removals > 0 ? String(removals) : t('ui.review.word').toLowerCase()
}

function movedLines({ people }: Plan, { t }: Texts, width: number): Line[] {
  return [
    ...sentence(t('ui.moved.intro', { people: people.length }), width, 'strong'),
    ...sentence(t('ui.moved.what'), width),
  ]
}

function summaryLines(plan: Plan, texts: Texts, width: number): Line[] {
  const { t } = texts
  const touched = new Set(plan.steps.map(({ email }) => email))
  const created = plan.people.filter(({ isNew }) => isNew).length
  const changed = plan.people.filter(({ isNew, email }) => !isNew && touched.has(email)).length
  const facts = { people: plan.people.length, organization: plan.organization.name, platform: plan.platform }
  const counts = { created, changed, same: plan.people.length - created - changed }
  const removals = removalsOf(plan)
  return [
    ...sentence(t('ui.review.intro'), width, 'strong'),
    ...sentence(t('ui.review.for', facts), width),
    ...sentence(t('ui.review.counts', counts), width),
    ...(plan.invitations > 0 ? [] : [line(t('ui.review.noInvitations'))]),
    ...(removals > 0 ? sentence(t('ui.review.removals', { count: removals }), width, 'bad') : []),
  ]
}

/** That a person carries it out, and where. */
function importLines(importing: View['importing'], { t }: Texts, width: number): Line[] {
  if (importing === undefined) return []
  const facts = { count: importing.parts.length, mode: importModeNames[importing.mode] }
  return sentence(t('ui.import.plan', facts), width, 'strong')
}

const mostFiles = 5

function filesLines(importing: View['importing'], { t }: Texts, width: number): Line[] {
  if (importing === undefined) return []
  const { parts } = importing
  return [
    headingLine(t('ui.import.files', { count: parts.length })),
    ...parts
      .slice(0, mostFiles)
      .flatMap(({ path, rows }) =>
        sentence(`${fileName(path)}  ${t('ui.import.rows', { rows })}`, width, 'plain', { text: '  ' }),
      ),
    ...(parts.length > mostFiles
      ? [line('  ', t('ui.import.more', { count: parts.length - mostFiles }))]
      : []),
    blank,
  ]
}

function fileName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
}

/** The plan may be long: that there is something to look at below it. */
function belowLines(
  { remarks, questions }: StageForm,
  { problems }: View,
  texts: Texts,
  width: number,
): Line[] {
  if (remarks.length + questions.length === 0) return []
  const { t } = texts
  const count = (...severities: readonly Severity[]) =>
    groupsOf(problems.filter(({ severity }) => severities.includes(severity))).length
  const parts = [
    remarks.length > 0 ? t('ui.review.below.warnings', { count: count('warning', 'notice') }) : '',
    questions.length > 0 ? t('ui.review.below.questions', { count: count('question') }) : '',
  ].filter(Boolean)
  const text = t('ui.review.below', { parts })
  return sentence(text, width, 'caution', tone('caution', `${symbols.caution} `))
}

function unitLines(units: readonly UnitForecast[], texts: Texts, width: number): Line[] {
  const { t } = texts
  const used = units.filter(({ assignedBefore, assignedAfter }) => assignedBefore !== assignedAfter)
  if (used.length === 0) return []
  return [
    headingLine(t('ui.review.units')),
    ...used.flatMap((unit) => {
      const { assignedBefore, assignedAfter, total } = unit
      const facts = { before: assignedBefore, after: assignedAfter, total, short: assignedAfter - total }
      const row = t(facts.short > 0 ? 'ui.review.unitsShort' : 'ui.review.unitsRow', facts)
      const name = poolName(unit, units, texts)
      return sentence(`${name}: ${row}`, width, facts.short > 0 ? 'bad' : 'plain', { text: '  ' })
    }),
    blank,
  ]
}

function taskLines({ tasks }: Plan, { t }: Texts, width: number): Line[] {
  if (tasks.length === 0) return [line(t('ui.review.noTasks'))]
  return [
    headingLine(t('ui.review.tasks')),
    ...tasks.flatMap(({ kind, facts, people }) =>
      sentence(
        t('ui.review.task', { title: t(`task.${kind}.title`, facts), count: people.length }),
        width,
        'plain',
        { text: '  ○ ' },
      ),
    ),
  ]
}

function planEnd({ plan, view, pace, equivalent }: PlanProps, texts: Texts, width: number): Line[] {
  const { t } = texts
  const { calls } = plan.forecast
  const seconds = secondsFor(calls, pace)
  const time = seconds === 0 ? undefined : durationText(seconds, texts)
  return [
    blank,
    // The forecast is of what the program writes itself.
    ...(view.importing === undefined ? sentence(t('ui.review.forecast', { calls, time, pace }), width) : []),
    line(t('ui.review.hash', { hash: plan.hash.slice(0, 12) })),
    ...(equivalent.length > 0 ? [line(t('ui.review.command'))] : []),
    ...equivalent.flatMap((row) => sentence(row, width, 'accent', { text: '  ' })),
  ]
}

function approvalLines(
  { plan, view }: PlanProps,
  { focus }: StageForm,
  state: Parameters<typeof textFieldLine>[0],
  texts: Texts,
  width: number,
): Line[] {
  const { t } = texts
  const removals = removalsOf(plan)
  const ask =
    removals > 0
      ? t('ui.review.approveRemovals', { count: removals })
      : t(
          view.importing !== undefined && view.renewal === undefined
            ? 'ui.import.approve'
            : 'ui.review.approve',
          { word: wordOf(plan, texts) },
        )
  const refusal = view.can.approve
  const why =
    refusal === true
      ? []
      : sentence(t(`disabled.${refusal.code}`, refusal.facts), width, 'caution', { text: '  ' })
  return [
    ...sentence(ask, width, 'strong'),
    textFieldLine(state, {
      id: 'approve',
      isFocused: focus.id === 'approve',
      texts,
      width,
      label: '>',
      labelWidth: 1,
    }),
    ...why,
  ]
}
