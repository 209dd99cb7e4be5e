import {
  administratorBoxes,
  administratorBoxToClear,
  controlHubUrl,
  licenseBoxes,
  menuPaths,
} from '../domain/control-hub.ts'
import { isSupervisor } from '../domain/entitlement.ts'
import type { OperatorTask } from '../domain/operator-task.ts'
import type { Observation } from '../domain/organization.ts'
import { personKey } from '../domain/person.ts'
import { isSupervisorNow } from '../domain/profile.ts'
import type { RuleId } from '../domain/rule.ts'
import type { Expectation } from './plan.ts'
import type { Step } from './step.ts'

/** Whom tasks are about beside what people are to be. */
export interface TaskWishes {
  /** Addresses known to have been used for a trial account (PRE-1). */
  readonly trialAccounts: readonly string[]
  /** Addresses of those who are supervisor, are not to be one any more, and keep their license. */
  readonly formerSupervisors?: readonly string[]
}

/** What only a person can do, in the order in which it is due: trial organizations, roles, synchronize, Users module. */
export function tasksOf(
  all: readonly Expectation[],
  steps: readonly Step[],
  wishes: TaskWishes,
  observation: Observation,
): readonly OperatorTask[] {
  const people = all.filter(({ isDeleted }) => isDeleted !== true)
  const trials = trialTasks(people, wishes)
  const roles = [
    ...administratorTasks(people, steps, observation),
    ...supervisorTask(people, observation),
    ...formerSupervisorTask(wishes.formerSupervisors ?? [], observation),
  ]
  const isChanging = people.length > 0 && steps.length + roles.length > 0
  return [...trials, ...roles, ...synchronizeTasks(people, isChanging, observation)]
}

/** A person whose address is taken by an organization of their own, which they must delete first (PRE-1, PRE-2). */
export function trialOrganizationTask(email: string): OperatorTask {
  return {
    id: `trial-organization:${personKey(email)}`,
    kind: 'trial-organization',
    rule: 'PRE-1',
    people: [email],
    where: [{ vintage: 'documented', path: ['Account', 'Info', 'Delete'] }],
    url: controlHubUrl,
    verifiedBy: 'trying',
    phase: 'saving',
    facts: { blockers: trialBlockers },
  }
}

/** What keeps a trial organization from being deleted (C-18); the sentences are the catalog's. */
const trialBlockers = [
  'linked-sites',
  'subscriptions',
  'directory-synchronization',
  'more-users',
  'managed',
] as const

function trialTasks(people: readonly Expectation[], { trialAccounts }: TaskWishes): readonly OperatorTask[] {
  if (trialAccounts.length === 0) return []
  const trials = new Set(trialAccounts.map(personKey))
  return people
    .filter(({ email, isNew }) => isNew && trials.has(personKey(email)))
    .map(({ email }) => trialOrganizationTask(email))
}

function administratorTasks(
  people: readonly Expectation[],
  steps: readonly Step[],
  { platform }: Observation,
): readonly OperatorTask[] {
  const byApi = new Set(steps.filter(({ kind }) => kind === 'administrator.change').map(({ email }) => email))
  const byHand = people.filter(
    ({ email, before, administrator }) => before.administrator !== administrator && !byApi.has(email),
  )
  const given = (['full', 'cc-service'] as const).map((role) => ({
    id: `administrator-role:${role}`,
    who: byHand.filter(({ administrator }) => administrator === role),
    rule: givingRule(platform, role),
    facts: { role, boxes: administratorBoxes(platform, role) },
  }))
  const removed = (['full', 'cc-service'] as const).map((role) => ({
    id: `administrator-role:remove-${role}`,
    who: byHand.filter(
      ({ administrator, before }) => administrator === 'none' && before.administrator === role,
    ),
    rule: 'ADM10-10' as const,
    facts: { role: 'none', clear: administratorBoxToClear(platform, role) },
  }))
  return [...given, ...removed]
    .filter(({ who }) => who.length > 0)
    .map(({ id, who, rule, facts }) => ({
      id,
      kind: 'administrator-role',
      rule,
      people: who.map(({ email }) => email),
      where: menuPaths.administratorRoles,
      url: controlHubUrl,
      verifiedBy: 'reading',
      phase: 'operator',
      facts,
    }))
}

function givingRule(platform: Observation['platform'], role: 'full' | 'cc-service'): RuleId {
  if (platform === 'new') return role === 'full' ? 'ADMNEW-5' : 'ADMNEW-6'
  return role === 'full' ? 'ADM10-4' : 'ADM10-8'
}

function supervisorTask(people: readonly Expectation[], observation: Observation): readonly OperatorTask[] {
  const who = people.filter(({ email, entitlement }) => {
    if (!isSupervisor(entitlement.license)) return false
    const key = personKey(email)
    const { people: known, users, pools } = observation
    return !isSupervisorNow(known[key], users[key], pools)
  })
  if (who.length === 0) return []
  return [
    {
      id: 'supervisor-role',
      kind: 'supervisor-role',
      rule: observation.platform === '1.0' ? 'LIC10-7' : 'LICNEW-5',
      people: who.map(({ email }) => email),
      where: menuPaths.manageUsers,
      url: controlHubUrl,
      verifiedBy: 'reading',
      phase: 'operator',
      facts: { boxes: licenseBoxes(observation.platform, 'premium-supervisor') },
    },
  ]
}

function formerSupervisorTask(people: readonly string[], { platform }: Observation): readonly OperatorTask[] {
  if (people.length === 0) return []
  return [
    {
      id: 'supervisor-role:remove',
      kind: 'supervisor-role',
      rule: platform === '1.0' ? 'LIC10-6' : 'LICNEW-4',
      people,
      where: menuPaths.manageUsers,
      url: controlHubUrl,
      verifiedBy: 'reading',
      phase: 'operator',
      facts: { change: 'remove', boxes: licenseBoxes(platform, 'premium') },
    },
  ]
}

/** Required after every change, on every route (SYNC-1, C-3); then the Users module is looked at (SYNC-3, C-1). */
function synchronizeTasks(
  people: readonly Expectation[],
  isChanging: boolean,
  { capabilities, users }: Observation,
): readonly OperatorTask[] {
  const isReadable = capabilities.contactCenterUsers === 'api'
  const expected = people.filter(({ profile }) => profile !== undefined)
  const isBehind =
    isReadable && expected.some(({ email, profile }) => users[personKey(email)]?.profile !== profile)
  if (!isChanging && !isBehind) return []
  const emails = (expected.length > 0 ? expected : people).map(({ email }) => email)
  const synchronize: OperatorTask = {
    id: 'synchronize',
    kind: 'synchronize',
    rule: 'SYNC-1',
    people: emails,
    where: menuPaths.synchronize,
    url: controlHubUrl,
    // Where the module shows the same before and after, nothing that is read there proves a synchronization (SYNC-4).
    verifiedBy: isBehind ? 'reading' : 'claim',
    phase: 'syncing',
    facts: {},
  }
  if (isReadable) return [synchronize]
  return [
    synchronize,
    {
      id: 'users-module',
      kind: 'users-module',
      rule: 'SYNC-3',
      people: emails,
      where: menuPaths.usersModule,
      url: controlHubUrl,
      verifiedBy: 'claim',
      phase: 'verifying',
      facts: {},
    },
  ]
}
