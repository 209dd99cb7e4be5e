import type { Capabilities } from '../domain/organization.ts'
import { personKey } from '../domain/person.ts'
import type { Step } from '../plan/step.ts'
import type { ExportOrder } from '../ports/csv-desk.ts'
import type { PlanInput } from './actors.ts'
import { addressesOf, plannedDraft, plannedImport } from './file-route.ts'
import type { ObserveInput } from './observe.ts'
import type { Command, Context, Progress } from './onboarding.types.ts'
import type { FileChoice } from './open-file.ts'
import type { ReplanInput } from './replan.ts'
import { resultOf } from './results.ts'
import type { SaveInput } from './save.ts'
import { liveTasks, openTasks, peopleWithout, statusOf } from './tasks.ts'
import type { VerifyInput } from './verify.ts'
import type { WatchInput } from './watch.ts'

/** Context → what each of the chart's actors is given. */
export function observeInput({ context }: { context: Context }): ObserveInput {
  const { connection, reading } = context
  return { draft: plannedDraft(context), connection, reading }
}

export function planInput({ context }: { context: Context }): PlanInput {
  return { ...observeInput({ context }), runId: context.runId, importPlan: plannedImport(context) }
}

export function saveInput({ context }: { context: Context }): SaveInput {
  return {
    runId: context.runId,
    route: plannedDraft(context).route,
    steps: approvedSteps(context),
    results: context.results,
    unrecorded: context.unrecorded,
  }
}

/** Those of the plan but for rows that wait for an approval of their own. */
function approvedSteps(context: Context): readonly Step[] {
  const waiting = new Set(context.renewal?.people.map(({ email }) => personKey(email)))
  const isChosen = chosenOf(context)
  return planOf(context).steps.filter(
    ({ email }) => !waiting.has(personKey(email)) && isChosen(personKey(email)),
  )
}

function chosenOf({ chosen }: Context): (key: string) => boolean {
  if (chosen === undefined) return () => true
  const keys = new Set(chosen)
  return (key) => keys.has(key)
}

export function replanInput({ context }: { context: Context }): ReplanInput {
  const { results, approval, observedAt } = context
  const input = observeInput({ context })
  const isChosen = chosenOf(context)
  const people = input.draft.people.filter(({ email }) => isChosen(personKey(email)))
  return {
    ...input,
    draft: { ...input.draft, people },
    plan: planOf(context),
    resultOf: (key) => resultOf(results, key),
    approval,
    observedAt,
  }
}

export function watchInput({ context }: { context: Context }): WatchInput {
  const tasks = openTasks(context, ['saving', 'operator', 'syncing', 'verifying'])
  const phase = tasks[0]?.phase
  const isRole = phase === 'saving' || phase === 'operator'
  return {
    tasks: tasks.filter((task) =>
      isRole ? task.phase === 'saving' || task.phase === 'operator' : task.phase === phase,
    ),
    plan: planOf(context),
    capabilities: capabilitiesOf(context),
  }
}

export function verifyInput({ context }: { context: Context }): VerifyInput {
  const unsettled = peopleWithout(context)
  const synchronize = liveTasks(context).find(({ kind }) => kind === 'synchronize')
  const plan = planOf(context)
  return {
    plan,
    capabilities: capabilitiesOf(context),
    expected: plan.people.map(({ email }) => email).filter((email) => !unsettled.has(email)),
    isWorthWaiting:
      synchronize !== undefined &&
      ['claimed', 'verified'].includes(statusOf(context.tasks, synchronize.id).state),
  }
}

export function orderInput({ event }: { event: Command | Progress }): ExportOrder {
  if (event.type !== 'export.write') throw new Error(`${event.type} orders no export`)
  return event.order
}

export function choiceInput({ event }: { event: Command | Progress }): FileChoice {
  if (event.type !== 'file.open') throw new Error(`${event.type} chooses no file`)
  return event.file
}

export function holdersInput({ context }: { context: Context }): readonly string[] {
  return addressesOf(context.file)
}

function planOf({ plan }: Context) {
  if (plan === undefined) throw new Error('no plan in this stage')
  return plan
}

function capabilitiesOf({ reading }: Context): Pick<Capabilities, 'contactCenterUsers'> {
  return { contactCenterUsers: reading?.evidence === 'contact-center-api-answers' ? 'api' : 'operator' }
}
