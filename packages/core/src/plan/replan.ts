import { licenseOf } from '../domain/entitlement.ts'
import type { Observation } from '../domain/organization.ts'
import { personKey } from '../domain/person.ts'
import type { Draft } from '../intake/draft.ts'
import { buildPlan } from './build.ts'
import type { Expectation, Plan } from './plan.ts'
import { hasSucceeded, isOver, type ResultOf, type Step, stepKinds } from './step.ts'
import { isSo } from './step-effect.ts'

/**
 * What is left of an approved row when the organization is looked at again: `holds` what was approved is what is to be
 * done · `less` a part of it, or nothing any more · `new` something that nobody approved.
 */
export type RowStanding = 'holds' | 'less' | 'new'

export interface Replan {
  readonly standings: Readonly<Record<RowStanding, number>>
  /** Rows that do less than was approved, as they are now; they need no approval of their own. */
  readonly covered: Omit<Plan, 'hash'> | undefined
  /** Rows that would do something new; nothing is written for them before this plan was approved. */
  readonly open: Omit<Plan, 'hash'> | undefined
  /** The organization as the rows of `open` will find it, when the others are done. */
  readonly observation: Observation
}

export interface ReplanGround {
  /** The approved plan. */
  readonly plan: Plan
  readonly resultOf: ResultOf
  readonly draft: Draft
}

/**
 * The people whom an approved plan has something left to do for, or never had: those that may have moved. Nobody of a
 * plan that undoes a run, which is made of that run and not of wishes: its steps look at each person themselves.
 */
export function draftOfOpenRows({ plan, resultOf, draft }: ReplanGround): Draft {
  if (plan.undo !== undefined) return { ...draft, people: [] }
  const over = new Set<string>()
  const open = new Set<string>()
  for (const { email, key } of plan.steps) (isOver(resultOf(key)) ? over : open).add(personKey(email))
  return among(draft, (key) => open.has(key) || !over.has(key))
}

/** Judges every open row of an approved plan by what was observed now: pure, row by row. */
export function replan(ground: ReplanGround, observation: Observation): Replan {
  const draft = draftOfOpenRows(ground)
  const now = buildPlan(draft, observation, payersOf(ground.plan.steps))
  const rows = rowsOf(ground, now, observation)
  const keysOf = (standing: RowStanding) =>
    new Set(rows.filter((row) => row.standing === standing).map(({ key }) => key))
  const lot = (standing: RowStanding) => lotOf(draft, observation, now, keysOf(standing))
  const covered = lot('less')
  return {
    standings: {
      holds: keysOf('holds').size,
      less: keysOf('less').size,
      new: keysOf('new').size,
    },
    covered: covered === undefined ? undefined : withShown(covered, rows),
    open: lot('new'),
    observation: observationBeside(observation, now.steps, keysOf('new')),
  }
}

/** The observation as it will be when the other rows are done, so that a lot states what it adds to them. */
function observationBeside(
  observation: Observation,
  steps: readonly Step[],
  keys: ReadonlySet<string>,
): Observation {
  const others = steps
    .filter((step) => step.kind === 'license.change')
    .filter(({ email }) => !keys.has(personKey(email)))
  return {
    ...observation,
    pools: observation.pools.map((pool) => ({
      ...pool,
      assigned:
        pool.assigned +
        others.filter(({ add }) => add.includes(pool.id)).length -
        others.filter(({ remove }) => remove.includes(pool.id)).length,
    })),
  }
}

/** Whether a step would write nothing but what another one does. */
export function isWithin(step: Step, approved: Step): boolean {
  if (personKey(step.email) !== personKey(approved.email)) return false
  if (step.kind === 'person.create' && approved.kind === 'person.create')
    return step.firstName === approved.firstName && step.lastName === approved.lastName
  if (step.kind === 'license.change' && approved.kind === 'license.change')
    return (
      step.add.every((id) => approved.add.includes(id)) &&
      step.remove.every((id) => approved.remove.includes(id))
    )
  if (step.kind === 'administrator.change' && approved.kind === 'administrator.change')
    return step.to === approved.to && (step.from === approved.from || step.from === 'none')
  return step.kind === 'person.delete' && approved.kind === 'person.delete'
}

interface Row {
  readonly key: string
  readonly standing: RowStanding
  /** Open steps whose effect is there already, whoever did it. */
  readonly shown: readonly Step[]
}

function rowsOf(
  { plan, resultOf }: ReplanGround,
  now: Omit<Plan, 'hash'>,
  observation: Observation,
): readonly Row[] {
  const steps = Map.groupBy(plan.steps, ({ email }) => personKey(email))
  const stepsNow = Map.groupBy(now.steps, ({ email }) => personKey(email))
  const approvals = new Map(plan.people.map((person) => [personKey(person.email), person]))
  return now.people.flatMap((expected) => {
    const key = personKey(expected.email)
    const approved = approvals.get(key)
    if (approved === undefined) return []
    const own = steps.get(key) ?? []
    const open = own.filter((step) => !hasSucceeded(resultOf(step.key)))
    const wanted = stepsNow.get(key) ?? []
    const gone = open.filter(({ kind }) => wanted.every((step) => step.kind !== kind))
    const shown = gone.filter((step) => isSo(step, observation.people[key]))
    const isSame = isSameEnd(expected, approved) && gone.length === shown.length
    return [
      {
        key,
        standing: isImpossible(expected) ? 'new' : standingOf(wanted, open, isSame),
        shown,
      },
    ]
  })
}

/** A license that the organization does not have any more: no step gives it, and nobody approved going without. */
function isImpossible({ entitlement, licenseIds }: Expectation): boolean {
  return licenseOf(entitlement.license) !== undefined && licenseIds.length === 0
}

/** A step that was done already is used up: to do it once more is something new. */
function standingOf(wanted: readonly Step[], open: readonly Step[], isSame: boolean): RowStanding {
  if (!wanted.every((step) => open.some((approved) => isWithin(step, approved)))) return 'new'
  const isAll = wanted.every((step) =>
    open.some((approved) => isWithin(step, approved) && isWithin(approved, step)),
  )
  return isAll && isSame ? 'holds' : 'less'
}

/** Whether a person ends as they were approved to. */
function isSameEnd(now: Expectation, approved: Expectation): boolean {
  const isHeld =
    now.licenseIds.length === approved.licenseIds.length &&
    now.licenseIds.every((id) => approved.licenseIds.includes(id))
  return (
    isHeld &&
    now.lostLicenseIds.every((id) => approved.lostLicenseIds.includes(id)) &&
    now.administrator === approved.administrator &&
    now.profile === approved.profile
  )
}

function lotOf(
  draft: Draft,
  observation: Observation,
  now: Omit<Plan, 'hash'>,
  keys: ReadonlySet<string>,
): Omit<Plan, 'hash'> | undefined {
  if (keys.size === 0) return undefined
  return buildPlan(
    among(draft, (key) => keys.has(key)),
    observationBeside(observation, now.steps, keys),
    payersOf(now.steps),
  )
}

/** Steps whose effect is there already stay in the row: they are looked at, and settled as they are found. */
function withShown(lot: Omit<Plan, 'hash'>, rows: readonly Row[]): Omit<Plan, 'hash'> {
  const shown = rows.filter(({ standing }) => standing === 'less').flatMap((row) => row.shown)
  return { ...lot, steps: inOrder([...shown, ...lot.steps], lot.people) }
}

/** Steps in the order of people, and of kinds within a person. */
export function inOrder(steps: readonly Step[], people: readonly Expectation[]): readonly Step[] {
  const own = Map.groupBy(steps, ({ email }) => personKey(email))
  return people.flatMap(({ email }) =>
    (own.get(personKey(email)) ?? []).toSorted(
      (a, b) => stepKinds.indexOf(a.kind) - stepKinds.indexOf(b.kind),
    ),
  )
}

function payersOf(steps: readonly Step[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    steps.flatMap((step) =>
      step.kind === 'license.change' && step.add[0] !== undefined
        ? [[personKey(step.email), step.add[0]]]
        : [],
    ),
  )
}

function among(draft: Draft, isOne: (key: string) => boolean): Draft {
  return { ...draft, people: draft.people.filter(({ email }) => isOne(personKey(email))) }
}
