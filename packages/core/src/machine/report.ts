import type { OperatorTask } from '../domain/operator-task.ts'
import { personKey } from '../domain/person.ts'
import type { Problem } from '../domain/problem.ts'
import type { Expectation } from '../plan/build.ts'
import { hasSucceeded, type StepOutcome, type StepResult, stepOutcomes } from '../plan/step.ts'
import { canRetry } from './onboarding.setup.ts'
import type { Context } from './onboarding.types.ts'
import { liveTasks, statusOf } from './tasks.ts'
import { holdsAsExpected } from './verify.ts'
import type { PersonReport, ReportView, SignIn, SignInReason, TaskView } from './view.types.ts'

/** What came of everyone: rows in = rows out, whatever happened. */
export function reportOf(context: Context): ReportView {
  const people = context.plan?.people.map((expectation) => personReport(expectation, context)) ?? []
  return {
    people,
    counts: countOutcomes(people.map(({ outcome }) => outcome)),
    tasks: taskViews(context),
    isComplete: people.every(({ outcome }) => outcome === 'done' || outcome === 'already'),
    canRetry: canRetry(context),
  }
}

export function taskViews(context: Context): readonly TaskView[] {
  return liveTasks(context).map((task) => ({ ...task, ...statusOf(context.tasks, task.id) }))
}

export function countOutcomes(outcomes: readonly StepOutcome[]): Readonly<Record<StepOutcome, number>> {
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
  'waiting',
  'invisible',
  'unchanged',
  'not-attempted',
  'skipped',
  'done',
  'already',
]

function personReport(expectation: Expectation, context: Context): PersonReport {
  const { email, row } = expectation
  const results = resultsOf(email, context)
  const why = signInReasonsOf(expectation, context)
  return {
    row,
    email,
    outcome: outcomeOf(expectation, results, context),
    signIn: signInOf(why),
    why,
    verifiedBy: verifiedBy(expectation, context),
    problems: results.flatMap(({ problem }): readonly Problem[] => (problem === undefined ? [] : [problem])),
  }
}

function resultsOf(email: string, { plan, results }: Context): readonly StepResult[] {
  return (plan?.steps ?? [])
    .filter((step) => step.email === email)
    .map(({ key }) => results[key] ?? { outcome: 'not-attempted' })
}

function outcomeOf(expectation: Expectation, results: readonly StepResult[], context: Context): StepOutcome {
  const ofTasks = tasksFor(expectation.email, context).map((task) => taskOutcome(task, context))
  const found = new Set([...results.map(({ outcome }) => outcome), ...ofTasks])
  const worst = precedence.find((outcome) => found.has(outcome)) ?? 'already'
  if (worst !== 'done' && worst !== 'already') return worst
  return isMissing(expectation, context) ? 'invisible' : worst
}

/** Synchronizing concerns everyone: that it was done says nothing of this person. */
function taskOutcome({ id, phase }: OperatorTask, { tasks }: Context): StepOutcome {
  const { state } = statusOf(tasks, id)
  if (state === 'open') return 'waiting'
  if (state === 'skipped') return 'skipped'
  return phase === 'syncing' || phase === 'verifying' ? 'already' : 'done'
}

/** Whether everything was done and reading back does not show it. */
function isMissing(expectation: Expectation, context: Context): boolean {
  const { verification } = context
  if (verification === undefined) return false
  const person = verification.people[personKey(expectation.email)]
  if (person === undefined) return true
  if (!holdsAsExpected(expectation, person)) return true
  const user = verification.users[personKey(expectation.email)]
  return (
    verification.canReadUsers && expectation.profile !== undefined && user?.profile !== expectation.profile
  )
}

function tasksFor(email: string, context: Context): readonly OperatorTask[] {
  return liveTasks(context).filter(({ people }) => people.includes(email))
}

/** What keeps a person from signing in to their work, as far as it was read back. */
function signInReasonsOf(expectation: Expectation, context: Context): readonly SignInReason[] {
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
  if (hasOpenRole(expectation.email, context)) reasons.push('role-open')
  return [...reasons, ...contactCenterReasons(expectation, context)]
}

function hasOpenRole(email: string, context: Context): boolean {
  return tasksFor(email, context).some(
    ({ id, phase }) =>
      phase === 'operator' && ['open', 'skipped'].includes(statusOf(context.tasks, id).state),
  )
}

function contactCenterReasons(expectation: Expectation, { verification }: Context): readonly SignInReason[] {
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

function verifiedBy(expectation: Expectation, context: Context): PersonReport['verifiedBy'] {
  const { verification } = context
  const states = tasksFor(expectation.email, context).map(({ id }) => statusOf(context.tasks, id).state)
  if (verification === undefined || !resultsOf(expectation.email, context).every(hasSucceeded))
    return 'nothing'
  if (isMissing(expectation, context) || states.some((state) => state === 'open' || state === 'skipped'))
    return 'nothing'
  return states.includes('claimed') ? 'claim' : 'reading'
}
