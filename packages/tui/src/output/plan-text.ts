import type { Expectation, OperatorTask, Plan, Step, UnitForecast } from '@wxcc-onboard/core'
import { forecastLine } from './forecast.ts'
import { moreLines, mostInFull, mostNamed } from './most.ts'
import type { Paint } from './paint.ts'
import type { Sentences } from './sentences.ts'
import { taskLines } from './task-text.ts'

export interface PlanTextOptions {
  /** Requests a minute; `Infinity` for no limit. */
  readonly pace: number
  /** Whether nothing else is changed besides. @default true */
  readonly isAll?: boolean
}

/**
 * The plan as a diff that a person can approve: `+` adds, `−` takes away, `~` changes. Not `isAll`: something else is
 * changed besides.
 */
export function planLines(
  plan: Plan,
  sentences: Sentences,
  paint: Paint,
  { pace, isAll = true }: PlanTextOptions,
): string[] {
  const { t } = sentences
  const { organization, platform, people, hash } = plan
  const title = t('output.plan.title', { organization: organization.name, platform, people: people.length })
  return [
    paint('bold', title),
    ...(people.length <= mostInFull.plan ? [] : [planCounts(plan, sentences)]),
    '',
    ...peopleLines(plan, sentences, paint),
    '',
    paint('bold', t('output.plan.units')),
    ...plan.units.map((unit) => `  ${unitLine(unit, sentences)}`),
    '',
    ...tasksOf(plan, sentences, paint),
    '',
    t('output.plan.invitations', { count: plan.invitations }),
    forecastLine(plan, pace, sentences),
    ...(isAll && plan.steps.length + plan.tasks.length === 0 ? [t('output.plan.nothing')] : []),
    t('output.plan.hash', { hash }),
  ]
}

/** What a plan does, in numbers. */
export function planCounts(plan: Plan, { t }: Sentences): string {
  const count = (test: (step: Step) => boolean) => plan.steps.filter(test).length
  const losing = plan.people.filter(
    ({ licenseIds, lostLicenseIds, isDeleted }) =>
      isDeleted !== true && lostLicenseIds.length > 0 && licenseIds.length === 0,
  )
  const deleted = count(({ kind }) => kind === 'person.delete')
  return t('output.plan.counts', {
    create: count(({ kind }) => kind === 'person.create'),
    license: count((step) => step.kind === 'license.change' && step.add.length > 0),
    remove: losing.length,
    role: count(({ kind }) => kind === 'administrator.change'),
    deleted: deleted === 0 ? undefined : deleted,
    tasks: plan.tasks.length,
  })
}

/** Of many people the first are shown, before all others those who lose something. */
function peopleShown({ people }: Plan): Plan['people'] {
  if (people.length <= mostInFull.plan) return people
  const isLosing = ({ lostLicenseIds, isDeleted }: Expectation) =>
    isDeleted === true || lostLicenseIds.length > 0
  const others = people.filter((person) => !isLosing(person))
  return [...people.filter(isLosing), ...others].slice(0, mostNamed)
}

/** Steps and tasks by address, so that thousands of people are not looked for one by one. */
function peopleLines(plan: Plan, sentences: Sentences, paint: Paint): string[] {
  const steps = Map.groupBy(plan.steps, ({ email }) => email)
  const byHand = plan.tasks.filter(({ kind }) => kind.endsWith('-role'))
  const tasks = Map.groupBy(
    byHand.flatMap((task) => task.people.map((email) => ({ email, task }))),
    ({ email }) => email,
  )
  const shown = peopleShown(plan)
  const lines = shown.flatMap(({ row, email }) => {
    const changes = [
      ...(steps.get(email) ?? []).flatMap((step) => stepLines(step, plan, sentences, paint)),
      ...(tasks.get(email) ?? []).map(({ task }) => byHandLine(task, sentences, paint)),
    ]
    const diff = changes.length > 0 ? changes : [paint('dim', `= ${sentences.t('output.plan.unchanged')}`)]
    return [`${String(row).padStart(3)}  ${email}`, ...diff.map((line) => `       ${line}`)]
  })
  return [...lines, ...moreLines(plan.people.length - shown.length, sentences)]
}

function stepLines(step: Step, plan: Plan, sentences: Sentences, paint: Paint): string[] {
  const { t } = sentences
  const rule = paint('dim', `[${step.rule}]`)
  if (step.kind === 'person.create') {
    const name = [step.firstName, step.lastName].filter((part) => part !== undefined).join(' ')
    const text = t('output.plan.create', { name: name === '' ? undefined : name })
    return [`${paint('green', '+')} ${text} ${rule}`]
  }
  if (step.kind === 'license.change') {
    const named = (id: string) => licenseText(plan.units, id, sentences)
    return [
      ...step.remove.map((id) => `${paint('red', '−')} ${named(id)} ${rule}`),
      ...step.add.map((id) => `${paint('green', '+')} ${named(id)} ${rule}`),
    ]
  }
  if (step.kind === 'person.delete') return [`${paint('red', '−')} ${t('output.plan.delete')} ${rule}`]
  return [`${paint('yellow', '~')} ${roleText(step.from, step.to, sentences)} ${rule}`]
}

function licenseText(units: readonly UnitForecast[], id: string, { shared }: Sentences): string {
  const unit = units.find(({ poolId }) => poolId === id)
  if (unit === undefined) return id
  const license = shared.t(`ui.license.${unit.license}`)
  return unit.subscriptionId === undefined ? license : `${license} (${unit.subscriptionId})`
}

function roleText(
  from: Expectation['administrator'],
  to: Expectation['administrator'],
  all: Sentences,
): string {
  const role = (name: Expectation['administrator']) => all.shared.t(`ui.role.${name}`)
  return all.t('output.plan.role', { from: role(from), to: role(to) })
}

/** What a task changes for a person, so that the diff is whole. */
function byHandLine({ kind, facts, rule }: OperatorTask, sentences: Sentences, paint: Paint): string {
  const aside = paint('dim', `[${rule}, ${sentences.t('output.plan.by-hand')}]`)
  return `${paint('yellow', '~')} ${sentences.shared.t(`task.${kind}.title`, facts)} ${aside}`
}

function unitLine(unit: UnitForecast, { t }: Sentences): string {
  return t('output.plan.unit', {
    name: unit.name,
    subscription: unit.subscriptionId,
    before: unit.assignedBefore,
    after: unit.assignedAfter,
    total: unit.total,
  })
}

function tasksOf(plan: Plan, sentences: Sentences, paint: Paint): string[] {
  const { t } = sentences
  if (plan.tasks.length === 0) return [t('output.plan.no-tasks')]
  return [
    paint('bold', t('output.plan.tasks')),
    ...plan.tasks.flatMap((task, index) => taskLines(task, index + 1, sentences, paint)),
  ]
}
