import { heldLicense, heldPools } from '../domain/allocation.ts'
import type { AdministratorChoice, LicenseChoice } from '../domain/entitlement.ts'
import type { DirectoryPerson, Observation } from '../domain/organization.ts'
import { personKey } from '../domain/person.ts'
import { platformOffers } from '../domain/platform.ts'
import type { Problem } from '../domain/problem.ts'
import { defaultProfile, isSupervisorNow } from '../domain/profile.ts'
import type { RuleId } from '../domain/rule.ts'
import { batchOf, draftOf } from '../intake/draft.ts'
import type { Request } from '../intake/request.ts'
import { forecastOf } from './forecast.ts'
import type { Expectation, Plan } from './plan.ts'
import type { Step, StillSo } from './step.ts'
import { tasksOf } from './tasks.ts'
import type { UndoCase, UndoDecision, UndoneRun } from './undo.types.ts'
import { undoCases } from './undo-cases.ts'
import { undoPerson } from './undo-person.ts'
import { withinUnits } from './undo-units.ts'
import { isRemoval, unitsOf } from './units.ts'

/** A person whom undoing changes. */
interface Change {
  readonly one: UndoCase
  readonly person: DirectoryPerson
  readonly decision: UndoDecision
  readonly row: number
  readonly batch: number
}

/** An undo plan without its hash, and the request that stands for it in the record. */
export interface UndoPlan {
  readonly request: Request
  readonly plan: Omit<Plan, 'hash'>
}

/**
 * The plan that takes a run back, as far as it can be (L6): pure and deterministic. It is an ordinary plan, which names
 * the run that it undoes and what of it stays.
 */
export function buildUndo(run: UndoneRun, observation: Observation): UndoPlan {
  const cases = undoCases(run, observation)
  const decisions = withinUnits(
    cases.map((one) => ({ one, decision: undoPerson(one, observation.pools) })),
    observation.pools,
  )
  const changes = changesOf(decisions, run.request)
  const people = changes.map((change) => expectationOf(change, observation))
  const steps = changes.flatMap((change) => stepsOf(change, observation))
  const formerSupervisors = changes
    .filter(({ decision }) => decision.supervisor === 'remove')
    .map(({ person }) => person.email)
  const tasks = tasksOf(people, steps, { trialAccounts: [], formerSupervisors }, observation)
  const plan: UndoPlan['plan'] = {
    format: 1,
    organization: observation.organization,
    platform: observation.platform,
    people,
    steps,
    tasks,
    units: unitsOf(people, steps, observation.pools),
    forecast: forecastOf({ route: run.request.route, people, steps, tasks, observation }),
    invitations: 0,
    removals: people.filter(isRemoval).length,
    undo: {
      runId: run.runId,
      deletesCreated: run.deletesCreated,
      stays: [...irrevocable(run), ...decisions.flatMap(({ decision }) => decision.stays)],
    },
  }
  return { request: requestOf(run, people), plan }
}

/** What went out into the world and nobody can call back. */
function irrevocable({ plan, given, tasks }: UndoneRun): readonly Problem[] {
  const created = plan.steps.filter(({ kind, key }) => kind === 'person.create' && given.has(key)).length
  const trials = Object.entries(tasks).filter(
    ([id, { state }]) =>
      id.startsWith('trial-organization:') && (state === 'claimed' || state === 'verified'),
  ).length
  const lost = [
    { code: 'undo.invitation-sent', rule: 'SAVE-2', people: plan.invitations === 0 ? 0 : created },
    { code: 'undo.trial-deleted', rule: 'PRE-2', people: trials },
  ] as const
  return lost
    .filter(({ people }) => people > 0)
    .map(({ code, rule, people }) => ({
      code,
      severity: 'warning',
      rule,
      subject: { kind: 'stage' },
      facts: { people },
    }))
}

function changesOf(
  decisions: readonly { readonly one: UndoCase; readonly decision: UndoDecision }[],
  request: Request,
): readonly Change[] {
  const draft = draftOf(request)
  return decisions
    .filter(({ decision }) => isChange(decision))
    .flatMap(({ one, decision }) => (one.person === undefined ? [] : [{ one, decision, person: one.person }]))
    .map((change, index) => ({ ...change, row: index + 1, batch: batchOf(draft, index + 1) }))
}

function isChange({ license, administrator, supervisor, isDeleted }: UndoDecision): boolean {
  return [license, administrator, supervisor, isDeleted].some((change) => change !== undefined)
}

function expectationOf({ one, person, decision, row, batch }: Change, observation: Observation): Expectation {
  const { pools } = observation
  const held = heldPools(person.licenseIds, pools).map(({ id }) => id)
  const isDeleted = decision.isDeleted === true
  const lost = isDeleted ? held : (decision.license?.remove ?? [])
  const licenseIds = [...held.filter((id) => !lost.includes(id)), ...(decision.license?.add ?? [])]
  const license = heldLicense(licenseIds, pools)
  const administrator = isDeleted ? 'none' : (decision.administrator?.to ?? person.administrator)
  const isSo = isSupervisorNow(person, one.user, pools)
  const isSupervisor = supervisorAfter(isSo, decision)
  const profile = defaultProfile({
    license,
    isSupervisor,
    administrator: administrator === 'read-only' ? 'none' : administrator,
  })
  return {
    email: person.email,
    row,
    batch,
    isNew: false,
    entitlement: { license: choiceOf(license, isSupervisor), administrator: administratorChoice(decision) },
    before: {
      license: heldLicense(held, pools) ?? 'none',
      administrator: person.administrator,
      ...(isSo ? { supervisor: true } : {}),
    },
    ...(isDeleted ? { isDeleted: true } : {}),
    licenseIds,
    lostLicenseIds: lost,
    administrator,
    ...(isDeleted || profile === undefined ? {} : { profile }),
  }
}

function supervisorAfter(isSo: boolean, { supervisor }: UndoDecision): boolean {
  return supervisor === undefined ? isSo : supervisor === 'give'
}

function choiceOf(license: 'standard' | 'premium' | undefined, isSupervisor: boolean): LicenseChoice {
  if (license === undefined) return 'remove'
  return license === 'premium' && isSupervisor ? 'premium-supervisor' : license
}

function administratorChoice({ administrator }: UndoDecision): AdministratorChoice {
  if (administrator === undefined) return 'keep'
  return administrator.to === 'none' ? 'remove' : administrator.to
}

function stepsOf(change: Change, observation: Observation): readonly Step[] {
  const { person, decision, row, batch } = change
  const { license, administrator } = decision
  const { platform } = observation
  const key = personKey(person.email)
  const whose = { email: person.email, row, batch }
  const licenses = licensesNow(person, observation)
  if (decision.isDeleted) {
    const onlyIf = { ...licenses, administrator: person.administrator, personId: person.id }
    return [{ kind: 'person.delete', key: `delete:${key}`, ...whose, rule: 'NEW-8', after: [], onlyIf }]
  }
  const steps: Step[] = []
  if (license !== undefined)
    steps.push({
      kind: 'license.change',
      key: `license:${key}`,
      ...whose,
      rule: licenseRule(license.add, observation),
      after: [],
      onlyIf: { ...licenses, personId: person.id },
      ...license,
    })
  if (administrator !== undefined && isByApi(administrator, observation))
    steps.push({
      kind: 'administrator.change',
      key: `administrator:${key}`,
      ...whose,
      rule: roleRule(administrator.to, observation),
      // On 1.0 an administrator needs Premium first (C-10); taking a role away needs nothing.
      after: platform === '1.0' && administrator.to !== 'none' ? steps.map((step) => step.key) : [],
      onlyIf: { administrator: administrator.from, personId: person.id },
      ...administrator,
    })
  return steps
}

function licensesNow({ licenseIds }: DirectoryPerson, { pools }: Observation): StillSo {
  const ids = pools.map(({ id }) => id)
  return {
    holds: ids.filter((id) => licenseIds.includes(id)),
    lacks: ids.filter((id) => !licenseIds.includes(id)),
  }
}

function isByApi(
  { from, to }: NonNullable<UndoDecision['administrator']>,
  { capabilities }: Observation,
): boolean {
  const means = {
    full: capabilities.fullAdministrator,
    'cc-service': capabilities.ccServiceAdministrator,
    'read-only': capabilities.fullAdministrator,
    none: 'api',
  } as const
  return means[from] === 'api' && means[to] === 'api'
}

function licenseRule(added: readonly string[], { platform, pools }: Observation): RuleId {
  const license = heldLicense(added, pools)
  return platformOffers[platform].licenses.find(({ choice }) => choice === license)?.rule ?? 'CSV-10'
}

function roleRule(to: 'full' | 'cc-service' | 'none', { platform }: Observation): RuleId {
  return platformOffers[platform].administrators.find(({ role }) => role === to)?.rule ?? 'ADM10-10'
}

/** The run's record has a request; this one says in its words what the plan does. */
function requestOf({ request, plan }: UndoneRun, people: readonly Expectation[]): Request {
  return {
    format: 1,
    organization: plan.organization.id,
    platform: plan.platform,
    route: request.route,
    entry: 'email',
    batchSize: request.batchSize,
    trialAccounts: [],
    sameForAll: { license: 'none', administrator: 'keep' },
    people: people.map(({ email, entitlement }) => ({ email, ...entitlement })),
    subscriptions: {},
    acknowledge: [],
  }
}
