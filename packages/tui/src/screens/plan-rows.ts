import type { CsvReading, Expectation, OperatorTask, Plan, Step } from '@wxcc-onboard/core'
import {
  cell,
  type LazyLines,
  type Line,
  line,
  lineWidth,
  type Segment,
  sentence,
  tone,
  widthOf,
} from '../components/line.ts'
import type { TextKey, Texts } from '../i18n/texts.ts'
import { symbols, type Tone } from '../theme.ts'
import { poolName } from './pools.ts'

/** One thing that happens to a person. The sign stands beside the words, so that nothing is told by color alone. */
export interface PlanChange {
  readonly sign: string
  readonly tone: Tone
  readonly what: string
}

/** One person of the plan: created, changed or left as they are, and how. */
export interface PlanRow {
  readonly word: TextKey
  readonly tone: Tone
  readonly row: number
  readonly email: string
  readonly changes: readonly PlanChange[]
}

/** What the plan does, person by person in the order of entry; people of a file by its lines. */
export function planRows(plan: Plan, texts: Texts, reading?: CsvReading): PlanRow[] {
  const stepsOf = byEmail(plan.steps, ({ email }) => [email])
  const tasksOf = byEmail(plan.tasks.filter(isByHand), ({ people }) => people)
  const pools = new Map(plan.units.map((unit) => [unit.poolId, poolName(unit, plan.units, texts)]))
  return plan.people.map((person) => {
    const steps = stepsOf.get(person.email) ?? []
    const tasks = tasksOf.get(person.email) ?? []
    const changes = [
      ...steps.flatMap((step) => changesOf(step, pools, texts)),
      ...tasks.map((task) => byHand(task, texts)),
    ]
    return {
      ...wordOf(person, changes),
      row: reading?.rows[person.row - 1]?.line ?? person.row,
      email: person.email,
      changes,
    }
  })
}

/** The people as lines; where the changes do not fit beside the address, they go on below. */
export function planLines(rows: readonly PlanRow[], texts: Texts, width: number): LazyLines {
  const words = (['ui.review.new', 'ui.review.changed', 'ui.review.same'] as const).map((key) => texts.t(key))
  const place: Place = {
    number: String(rows.at(-1)?.row ?? 1).length,
    word: Math.max(...words.map(widthOf)),
    email: Math.min(
      Math.max(12, ...rows.map(({ email }) => widthOf(email))),
      Math.max(12, Math.floor(width * 0.42)),
    ),
    width,
  }
  const lines = rows.flatMap((row) => rowLines(row, texts, place))
  return { size: lines.length, indexOf: () => -1, at: (index) => lines[index] ?? line() }
}

/** How many people lose a license that they hold; what a typed confirmation asks for (M5). */
export function removalsOf(plan: Plan): number {
  return plan.steps.filter((step) => step.kind === 'license.change' && step.remove.length > 0).length
}

interface Place {
  readonly number: number
  readonly word: number
  readonly email: number
  readonly width: number
}

/** The changes beside the address as far as they fit, the rest below it: nothing of a plan is cut off. */
function rowLines(row: PlanRow, texts: Texts, place: Place): Line[] {
  const head = line(
    tone('muted', `  ${String(row.row).padStart(place.number)} `),
    tone(row.tone, cell(texts.t(row.word), place.word)),
    tone(row.changes.length > 0 ? 'plain' : 'muted', ` ${cell(row.email, place.email)} `),
  )
  const beside: Segment[] = []
  const below: PlanChange[] = []
  let room = place.width - lineWidth(head)
  for (const change of row.changes) {
    const text = ` ${changeText(change)}`
    if (below.length > 0 || widthOf(text) > room) below.push(change)
    else beside.push(tone(change.tone, text))
    room -= widthOf(text)
  }
  const indent = { text: ' '.repeat(place.number + place.word + 6) }
  return [
    line(...head.segments, ...beside),
    ...below.flatMap((change) => sentence(changeText(change), place.width, change.tone, indent)),
  ]
}

function changeText({ sign, what }: PlanChange): string {
  return sign === '' ? what : `${sign} ${what}`
}

function wordOf(
  { isNew }: Expectation,
  changes: readonly PlanChange[],
): { readonly word: TextKey; readonly tone: Tone } {
  if (isNew) return { word: 'ui.review.new', tone: 'good' }
  if (changes.length === 0) return { word: 'ui.review.same', tone: 'muted' }
  return { word: 'ui.review.changed', tone: 'caution' }
}

function changesOf(step: Step, pools: ReadonlyMap<string, string>, { t }: Texts): PlanChange[] {
  switch (step.kind) {
    case 'person.create': {
      const what = [step.firstName, step.lastName].filter(Boolean).join(' ')
      return what === '' ? [] : [{ sign: '', tone: 'muted', what }]
    }
    case 'person.delete':
      return [{ sign: symbols.remove, tone: 'bad', what: t('ui.saving.kind.delete') }]
    case 'license.change':
      return [
        ...step.remove.map(
          (id): PlanChange => ({ sign: symbols.remove, tone: 'bad', what: pools.get(id) ?? id }),
        ),
        ...step.add.map((id): PlanChange => ({ sign: symbols.add, tone: 'good', what: pools.get(id) ?? id })),
      ]
    case 'administrator.change': {
      const roles = { from: t(`ui.role.${step.from}`), to: t(`ui.role.${step.to}`) }
      return [{ sign: symbols.change, tone: 'caution', what: t('ui.review.roleChange', roles) }]
    }
  }
}

function byHand({ kind, facts }: OperatorTask, { t }: Texts): PlanChange {
  const what = t('ui.review.byHand', { title: t(`task.${kind}.title`, facts) })
  return { sign: symbols.change, tone: 'caution', what }
}

function isByHand({ kind }: OperatorTask): boolean {
  return kind === 'administrator-role' || kind === 'supervisor-role'
}

function byEmail<T>(all: readonly T[], emailsOf: (one: T) => readonly string[]): Map<string, T[]> {
  const found = new Map<string, T[]>()
  for (const one of all)
    for (const email of emailsOf(one)) {
      const same = found.get(email)
      if (same) same.push(one)
      else found.set(email, [one])
    }
  return found
}
