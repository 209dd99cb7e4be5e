import { allocate, heldLicense, heldPools } from '../domain/allocation.ts'
import { type Entitlement, givesAdministrator, isSupervisor, licenseOf } from '../domain/entitlement.ts'
import type { DirectoryPerson, LicensePool, Observation } from '../domain/organization.ts'
import { type PersonEntry, personKey } from '../domain/person.ts'
import { type Platform, platformOffers } from '../domain/platform.ts'
import { defaultProfile, isSupervisorNow } from '../domain/profile.ts'
import { batchOf, type Draft, entitlementOf, licenseWishes } from '../intake/draft.ts'
import { forecastOf } from './forecast.ts'
import type { Expectation, Plan } from './plan.ts'
import type { ChangeAdministrator, ChangeLicenses, CreatePerson, Step } from './step.ts'
import { tasksOf } from './tasks.ts'
import { isRemoval, unitsOf } from './units.ts'

/** Ids of the pool that pays for a unit, and of those with the same license in other subscriptions. */
interface Paying {
  readonly add: readonly string[]
  readonly others: readonly string[]
}

/** One person on their way into the plan. */
interface Case {
  readonly key: string
  readonly email: string
  readonly row: number
  readonly batch: number
  readonly firstName: string | undefined
  readonly lastName: string | undefined
  readonly wanted: Entitlement
  readonly known: DirectoryPerson | undefined
  readonly held: readonly LicensePool[]
  /** Whether they are a supervisor today, as far as anything tells. */
  readonly wasSupervisor: boolean
  /** The pool that pays, where a new unit is needed. */
  readonly paying: Paying | undefined
}

/**
 * The plan without its hash: pure and deterministic. The platform must have been answered (PLAT-6). `payers` are the
 * pools that an approved plan charges, by `personKey`.
 */
export function buildPlan(
  draft: Draft,
  observation: Observation,
  payers: Readonly<Record<string, string>> = {},
): Omit<Plan, 'hash'> {
  const { platform } = observation
  const caseOf = caseReader(draft, observation, payers)
  const steps: Step[] = []
  const people: Expectation[] = []
  // One after the other: what is known of a person need not be kept for thousands at a time.
  for (const entry of draft.people) {
    const one = caseOf(entry)
    addSteps(steps, one, observation)
    people.push(expectationOf(one, observation))
  }
  const tasks = tasksOf(people, steps, draft, observation)
  return {
    format: 1,
    organization: observation.organization,
    platform,
    people,
    steps,
    tasks,
    units: unitsOf(people, steps, observation.pools),
    forecast: forecastOf({ route: draft.route, people, steps, tasks, observation }),
    invitations:
      observation.invitationEmails === false
        ? 0
        : steps.filter(({ kind }) => kind === 'person.create').length,
    removals: people.filter(isRemoval).length,
  }
}

function caseReader(
  draft: Draft,
  observation: Observation,
  payers: Readonly<Record<string, string>>,
): (entry: PersonEntry) => Case {
  const wishes = licenseWishes(draft, observation, payers)
  const { byPerson } = allocate(wishes, observation.pools, draft.subscriptions)
  const payingBy = new Map<string | undefined, Paying>(
    observation.pools.map(({ id, license }) => {
      const others = observation.pools.filter((pool) => pool.license === license && pool.id !== id)
      return [id, { add: [id], others: idsOf(others) }]
    }),
  )
  const hasNames = draft.entry !== 'email'
  return ({ email, row, firstName, lastName }) => {
    const key = personKey(email)
    const known = observation.people[key]
    return {
      key,
      email,
      row,
      batch: batchOf(draft, row),
      firstName: hasNames ? firstName : undefined,
      lastName: hasNames ? lastName : undefined,
      wanted: entitlementOf(draft, email),
      known,
      held: heldPools(known?.licenseIds ?? [], observation.pools),
      wasSupervisor: isSupervisorNow(known, observation.users[key], observation.pools),
      paying: payingBy.get(byPerson.get(key)),
    }
  }
}

function addSteps(steps: Step[], one: Case, observation: Observation): void {
  const create = createStep(one)
  const created = keysOf(create)
  const license = licenseStep(one, observation, created)
  const isBehindLicense = observation.platform === '1.0'
  const before = isBehindLicense && license !== undefined ? [...created, license.key] : created
  const administrator = administratorStep(one, observation, before)
  for (const step of [create, license, administrator]) if (step !== undefined) steps.push(step)
}

function createStep(one: Case): CreatePerson | undefined {
  if (one.known !== undefined) return undefined
  const { key, email, row, batch, firstName, lastName } = one
  return {
    kind: 'person.create',
    key: `create:${key}`,
    email,
    row,
    batch,
    rule: 'SAVE-1',
    after: none,
    ...(firstName ? { firstName } : {}),
    ...(lastName ? { lastName } : {}),
  }
}

function licenseStep(
  one: Case,
  { platform }: Observation,
  after: readonly string[],
): ChangeLicenses | undefined {
  const license = licenseOf(one.wanted.license)
  if (license === undefined && one.wanted.license !== 'remove') return undefined
  const { add, others } = one.paying ?? nobodyPays
  const remove = idsOf(one.held, (pool) => pool.license !== license)
  if (add.length + remove.length === 0) return undefined
  const offer = platformOffers[platform].licenses.find(({ choice }) => choice === one.wanted.license)
  const rule = offer?.rule ?? 'CSV-10'
  const { key, email, row, batch } = one
  return {
    kind: 'license.change',
    key: `license:${key}`,
    email,
    row,
    batch,
    rule,
    after,
    add,
    remove,
    ...(others.length === 0 ? {} : { otherPools: others }),
  }
}

/** Through the API where it has the role; otherwise the change becomes an operator task (`tasksOf`). */
function administratorStep(
  one: Case,
  observation: Observation,
  after: readonly string[],
): ChangeAdministrator | undefined {
  const from = one.known?.administrator ?? 'none'
  const to = administratorAfter(one)
  if (to === from || to === 'read-only') return undefined
  if (meansOf(from, observation) === 'operator' || meansOf(to, observation) === 'operator') return undefined
  const rule =
    one.wanted.administrator === 'remove' ? 'ADM10-10' : (givenRule(one, observation.platform) ?? 'ADMNEW-4')
  const { email, row, batch } = one
  const key = `administrator:${one.key}`
  return { kind: 'administrator.change', key, email, row, batch, rule, after, from, to }
}

function administratorAfter(one: Case): DirectoryPerson['administrator'] {
  const held = one.known?.administrator ?? 'none'
  const choice = one.wanted.administrator
  if (givesAdministrator(choice)) return choice
  return choice === 'remove' && held !== 'read-only' ? 'none' : held
}

function givenRule(one: Case, platform: Platform) {
  return platformOffers[platform].administrators.find(({ role }) => role === one.wanted.administrator)?.rule
}

function meansOf(role: DirectoryPerson['administrator'], { capabilities }: Observation): 'api' | 'operator' {
  if (role === 'cc-service') return capabilities.ccServiceAdministrator
  return role === 'none' ? 'api' : capabilities.fullAdministrator
}

function expectationOf(one: Case, { pools }: Observation): Expectation {
  const wantedLicense = licenseOf(one.wanted.license)
  const heldBefore = heldLicense(one.known?.licenseIds ?? none, pools)
  const license = one.wanted.license === 'remove' ? undefined : (wantedLicense ?? heldBefore)
  const isChosen = one.wanted.license !== 'none'
  const kept = idsOf(one.held, (pool) => pool.license === license)
  const administrator = administratorAfter(one)
  const profile = defaultProfile({
    license,
    isSupervisor: isSupervisor(one.wanted.license) || one.wasSupervisor,
    administrator: administrator === 'read-only' ? 'none' : administrator,
  })
  return {
    email: one.email,
    row: one.row,
    batch: one.batch,
    isNew: one.known === undefined,
    entitlement: one.wanted,
    before:
      one.known === undefined
        ? nothing
        : {
            license: heldBefore ?? 'none',
            administrator: one.known.administrator,
            ...(one.wasSupervisor ? { supervisor: true } : {}),
          },
    licenseIds: one.paying?.add ?? kept,
    lostLicenseIds: isChosen ? idsOf(one.held, ({ id }) => !kept.includes(id)) : none,
    administrator,
    ...(profile === undefined ? {} : { profile }),
  }
}

/** Most people hold nothing, and need no list of their own for it. */
const none: readonly string[] = []

/** What new people were before. */
const nothing: Expectation['before'] = { license: 'none', administrator: 'none' }

const nobodyPays: Paying = { add: none, others: none }

function idsOf(
  pools: readonly LicensePool[],
  isMeant: (pool: LicensePool) => boolean = () => true,
): readonly string[] {
  return pools.length === 0 ? none : pools.filter(isMeant).map(({ id }) => id)
}

function keysOf(step: Step | undefined): readonly string[] {
  return step === undefined ? none : [step.key]
}
