import type { Expectation, Plan, Step, UnitForecast } from '@wxcc-onboard/core'
import type { Paint } from './paint.ts'
import type { Sentences } from './sentences.ts'
import { taskLines } from './task-text.ts'

/**
 * The plan as a diff that a person can approve: `+` adds, `−` takes away, `~` changes. Not `isAll`: something else is
 * changed besides.
 */
export function planLines(
  plan: Plan,
  sentences: Sentences,
  paint: Paint,
  { isAll = true }: { readonly isAll?: boolean } = {},
): string[] {
  const { t } = sentences
  const { organization, platform, people, forecast, hash } = plan
  const title = t('output.plan.title', { organization: organization.name, platform, people: people.length })
  return [
    paint('bold', title),
    '',
    ...people.flatMap((person) => personLines(person, plan, sentences, paint)),
    '',
    paint('bold', t('output.plan.units')),
    ...plan.units.map((unit) => `  ${unitLine(unit, sentences)}`),
    '',
    ...tasksOf(plan, sentences, paint),
    '',
    t('output.plan.invitations', { count: plan.invitations }),
    t('output.plan.forecast', forecast),
    ...(isAll && plan.steps.length + plan.tasks.length === 0 ? [t('output.plan.nothing')] : []),
    t('output.plan.hash', { hash }),
  ]
}

function personLines(person: Expectation, plan: Plan, sentences: Sentences, paint: Paint): string[] {
  const mine = plan.steps.filter((step) => step.row === person.row)
  const changes = [
    ...mine.flatMap((step) => stepLines(step, plan, sentences, paint)),
    ...byHandLines(person, plan, sentences, paint),
  ]
  const lines = changes.length > 0 ? changes : [paint('dim', `= ${sentences.t('output.plan.unchanged')}`)]
  return [`${String(person.row).padStart(3)}  ${person.email}`, ...lines.map((line) => `       ${line}`)]
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

/** What a task changes for this person, so that the diff is whole. */
function byHandLines(person: Expectation, plan: Plan, sentences: Sentences, paint: Paint): string[] {
  return plan.tasks
    .filter(({ kind, people }) => kind.endsWith('-role') && people.includes(person.email))
    .map((task) => {
      const what = sentences.shared.t(`task.${task.kind}.title`, task.facts)
      const aside = paint('dim', `[${task.rule}, ${sentences.t('output.plan.by-hand')}]`)
      return `${paint('yellow', '~')} ${what} ${aside}`
    })
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
