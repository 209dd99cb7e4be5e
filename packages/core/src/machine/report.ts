import type { OperatorTask } from '../domain/operator-task.ts'
import { personKey } from '../domain/person.ts'
import type { Problem } from '../domain/problem.ts'
import { rowProblem } from '../plan/importing.ts'
import type { Expectation, Plan } from '../plan/plan.ts'
import { hasSucceeded, isOfImport, type StepOutcome, type StepResult, stepOutcomes } from '../plan/step.ts'
import { rowOutcomes } from './importing.ts'
import type { Context, Verification } from './onboarding.types.ts'
import { indexOf } from './plan-index.ts'
import { movedProblem } from './refusals.ts'
import { remembering } from './remember.ts'
import { type Results, resultOf } from './results.ts'
import { canRetry, liveTasks, statusOf } from './tasks.ts'
import { holdsAsExpected } from './verify.ts'
import type { PersonReport, ReportView, SignIn, SignInReason, TaskView } from './view.types.ts'

/** What a report is made of; all of it is in a run's record, but for what was read back. */
export type ReportGround = Pick<Context, 'plan' | 'results' | 'tasks' | 'verification'> &
  Partial<Pick<Context, 'renewal' | 'importing'>>

/** What came of everyone: rows in = rows out, whatever happened. */
export function reportOf(ground: ReportGround): ReportView {
  const { plan, results, tasks, verification, renewal, importing } = ground
  return plan === undefined
    ? report(ground)
    : reportOfPlan(plan, results, tasks, verification, renewal, importing)
}

const reportOfPlan = remembering(
  (
    plan: Plan,
    ...[results, tasks, verification, renewal, importing]: [
      Results,
      ReportGround['tasks'],
      Verification | undefined,
      Plan | undefined,
      ReportGround['importing'],
    ]
  ) => report({ plan, results, tasks, verification, renewal, importing }),
)

function report(context: ReportGround): ReportView {
  const books = openBooks(context)
  const people = context.plan?.people.map((expectation) => personReport(expectation, books)) ?? []
  return {
    people,
    counts: countOutcomes(people.map(({ outcome }) => outcome)),
    tasks: taskViews(context),
    isComplete: people.every(({ outcome }) => outcome === 'done' || outcome === 'already'),
    canRetry: canRetry(context),
  }
}

/** The run's results and tasks by address, so that thousands of people are not looked for one by one. */
interface Books {
  readonly context: ReportGround
  readonly results: ReadonlyMap<string, readonly StepResult[]>
  readonly tasks: ReadonlyMap<string, readonly OperatorTask[]>
  /** For whom each task was read back, by its id. */
  readonly readFor: ReadonlyMap<string, ReadonlySet<string>>
  /** Rows that wait for an approval of their own, as they were found. */
  readonly waiting: ReadonlyMap<string, Expectation>
}

function openBooks(context: ReportGround): Books {
  const { plan, results } = context
  const steps = plan === undefined ? [] : indexOf(plan).stepsOf
  const concerned = liveTasks(context).flatMap((task) => task.people.map((email) => ({ email, task })))
  const tasks = Map.groupBy(concerned, ({ email }) => email)
  return {
    context,
    results: new Map(
      [...steps].map(([email, own]) => [
        email,
        own.map(({ key }) => resultOf(results, key) ?? { outcome: 'not-attempted' }),
      ]),
    ),
    tasks: new Map([...tasks].map(([email, own]) => [email, own.map(({ task }) => task)])),
    readFor: new Map(
      Object.entries(context.tasks).map(([id, { verifiedFor }]) => [id, new Set(verifiedFor)]),
    ),
    waiting: new Map(context.renewal?.people.map((person) => [person.email, person])),
  }
}

export function taskViews(context: ReportGround): readonly TaskView[] {
  return liveTasks(context).map((task) => ({ ...task, ...statusOf(context.tasks, task.id) }))
}

function countOutcomes(outcomes: readonly StepOutcome[]): Readonly<Record<StepOutcome, number>> {
  const counts = Object.fromEntries(stepOutcomes.map((outcome) => [outcome, 0])) as Record<
    StepOutcome,
    number
  >
  for (const outcome of outcomes) counts[outcome] += 1
  return counts
}

/** Worst first: what a person's row is reported as when several things came of it. */
const precedence: readonly StepOutcome[] = [
  'failed',
  'unchanged',
  'waiting',
  'invisible',
  'not-attempted',
  'skipped',
  'done',
  'already',
]

function personReport(expectation: Expectation, books: Books): PersonReport {
  const { email, row } = expectation
  const results = books.results.get(email) ?? []
  const why = signInReasonsOf(expectation, books)
  const outcome = outcomeOf(expectation, results, books)
  return {
    row,
    email,
    outcome,
    signIn: signInOf(why),
    why,
    verifiedBy: verifiedBy(expectation, results, books),
    problems: [
      ...movedProblems(email, books),
      ...importProblems(expectation, books),
      ...results.flatMap(({ problem }): readonly Problem[] =>
        problem === undefined || isOfImport(problem) ? [] : [problem],
      ),
      ...(outcome === 'invisible' && results.every(hasSucceeded) ? [notShownProblem(expectation)] : []),
    ],
  }
}

/** Every step succeeded, and reading everything back does not show all of it (SYNC-3). */
function notShownProblem({ email, row }: Expectation): Problem {
  const subject = { kind: 'person', email, row } as const
  return { code: 'result.not-shown', severity: 'warning', subject, facts: {} }
}

function outcomeOf(expectation: Expectation, results: readonly StepResult[], books: Books): StepOutcome {
  const { context, tasks, waiting } = books
  const ofTasks = (tasks.get(expectation.email) ?? []).map((task) => taskOutcome(task, context))
  const held: readonly StepOutcome[] = waiting.has(expectation.email) ? ['not-attempted'] : []
  const found = new Set([
    ...results.map(({ outcome }) => outcome),
    ...ofTasks,
    ...held,
    ...importOutcome(expectation, books),
  ])
  const worst = precedence.find((outcome) => found.has(outcome)) ?? 'already'
  if (worst !== 'done' && worst !== 'already') return worst
  return isMissing(expectation, books) ? 'invisible' : worst
}

/** What came of the row in Control Hub; rows of which the plan has no step are imported as well. */
function importOutcome({ row }: Expectation, { context }: Books): readonly StepOutcome[] {
  const found = context.importing && rowOutcomes(context.importing).get(row)
  if (found === undefined) return []
  return [typeof found === 'string' ? found : found.outcome]
}

/** Said once of a row, however many of its steps failed with it. */
function importProblems(expectation: Expectation, { context }: Books): readonly Problem[] {
  const found = context.importing && rowOutcomes(context.importing).get(expectation.row)
  if (found === undefined || typeof found === 'string' || found.outcome !== 'failed') return []
  return [rowProblem(expectation, found)]
}

function movedProblems(email: string, { waiting }: Books): readonly Problem[] {
  const found = waiting.get(email)
  return found === undefined ? [] : [movedProblem(found)]
}

/** Synchronizing concerns everyone: that it was done says nothing of this person. */
function taskOutcome({ id, phase }: OperatorTask, { tasks }: ReportGround): StepOutcome {
  const { state } = statusOf(tasks, id)
  if (state === 'open') return 'waiting'
  if (state === 'skipped') return 'skipped'
  return phase === 'syncing' || phase === 'verifying' ? 'already' : 'done'
}

/** Whether everything was done and reading back does not show it. */
function isMissing(expectation: Expectation, books: Books): boolean {
  const { verification } = books.context
  if (verification === undefined) return false
  const person = verification.people[personKey(expectation.email)]
  if (expectation.isDeleted === true || person === undefined)
    return (person === undefined) !== (expectation.isDeleted === true)
  if (!holdsAsExpected(expectation, person) || lacksRole(expectation, books)) return true
  const user = verification.users[personKey(expectation.email)]
  return (
    verification.canReadUsers && expectation.profile !== undefined && user?.profile !== expectation.profile
  )
}

/** Whether a role that could once be read is not there; one that no API shows is not missed. */
function lacksRole({ email, administrator, before }: Expectation, books: Books): boolean {
  if (before.administrator === administrator) return false
  const { context, results, tasks, readFor } = books
  const task = tasks.get(email)?.find(({ kind }) => kind === 'administrator-role')
  const wasRead =
    task === undefined ? results.get(email)?.every(hasSucceeded) : readFor.get(task.id)?.has(email)
  const person = context.verification?.people[personKey(email)]
  return wasRead === true && person !== undefined && person.administrator !== administrator
}

/** What keeps a person from signing in to their work, as far as it was read back. */
function signInReasonsOf(expectation: Expectation, books: Books): readonly SignInReason[] {
  const { context } = books
  const { verification } = context
  const person = verification?.people[personKey(expectation.email)]
  if (verification === undefined || person === undefined) return ['person-missing']
  const reasons: SignInReason[] = []
  if (person.status === 'inactive') reasons.push('inactive')
  if (person.status === 'pending')
    reasons.push(
      context.plan?.invitations === 0 && expectation.isNew ? 'invitation-not-sent' : 'invitation-pending',
    )
  if (!holdsAsExpected(expectation, person)) reasons.push('license-missing')
  if (expectation.profile === undefined) return [...reasons, 'no-agent-license']
  if (hasOpenRole(expectation.email, books)) reasons.push('role-open')
  if (lacksRole(expectation, books)) reasons.push('role-not-verified')
  return [...reasons, ...contactCenterReasons(expectation, context)]
}

function hasOpenRole(email: string, { context, tasks }: Books): boolean {
  return (tasks.get(email) ?? []).some(
    ({ id, phase }) =>
      phase === 'operator' && ['open', 'skipped'].includes(statusOf(context.tasks, id).state),
  )
}

function contactCenterReasons(
  expectation: Expectation,
  { verification }: ReportGround,
): readonly SignInReason[] {
  if (verification === undefined) return []
  if (!verification.canReadUsers) return ['users-module-unread']
  const user = verification.users[personKey(expectation.email)]
  if (user === undefined) return ['not-synchronized']
  if (user.profile !== expectation.profile) return ['profile-differs']
  const reasons: SignInReason[] = []
  if (user.profile === 'administrator' || user.profile === 'administrator-only')
    return user.isActive ? [] : ['inactive']
  if (!user.isActive) reasons.push('inactive')
  if (!user.isContactCenterEnabled) reasons.push('not-enabled')
  if (!user.hasTeam) reasons.push('team-missing')
  if (!user.hasDesktopProfile) reasons.push('desktop-profile-missing')
  return reasons
}

/** Reasons that keep nobody out: they only say what was not looked at. */
const harmless: readonly SignInReason[] = ['users-module-unread']

function signInOf(why: readonly SignInReason[]): SignIn {
  const hindering = why.filter((reason) => !harmless.includes(reason))
  if (hindering.length === 0) return 'yes'
  return hindering.every((reason) => reason === 'invitation-pending') ? 'after-invitation' : 'no'
}

function verifiedBy(
  expectation: Expectation,
  results: readonly StepResult[],
  books: Books,
): PersonReport['verifiedBy'] {
  const { context, tasks, waiting } = books
  const states = (tasks.get(expectation.email) ?? []).map(({ id }) => statusOf(context.tasks, id).state)
  if (context.verification === undefined || !results.every(hasSucceeded) || waiting.has(expectation.email))
    return 'nothing'
  const isOpen = states.some((state) => state === 'open' || state === 'skipped')
  if (isMissing(expectation, books) || isOpen) return 'nothing'
  return states.includes('claimed') ? 'claim' : 'reading'
}
