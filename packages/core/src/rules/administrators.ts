import { heldLicense } from '../domain/allocation.ts'
import type { Disabled } from '../domain/disabled.ts'
import {
  type AdministratorChoice,
  givesAdministrator,
  isSupervisor,
  type License,
  type LicenseChoice,
  licenseOf,
} from '../domain/entitlement.ts'
import type { DirectoryPerson, Observation } from '../domain/organization.ts'
import { type PersonEntry, personKey } from '../domain/person.ts'
import { type Platform, platformOffers } from '../domain/platform.ts'
import type { Problem } from '../domain/problem.ts'
import { isSupervisorNow } from '../domain/profile.ts'
import { type Draft, entitlementOf } from '../intake/draft.ts'
import type { Offer } from './licenses.ts'

/** Whom an administrator choice is offered to; `known` is undefined for a person who does not exist yet. */
export interface AdministratorGround {
  readonly platform: Platform
  /** What they will hold: chosen now, or kept. */
  readonly license: LicenseChoice
  /** Whether the supervisor role is given now, and not held before. */
  readonly becomesSupervisor: boolean
  readonly administrator: DirectoryPerson['administrator']
}

/** The administrator choices of a platform; what it does not allow here is disabled with its rule (ADMNEW-2, ADM10-2). */
export function administratorOffers(ground: AdministratorGround): readonly Offer<AdministratorChoice>[] {
  const refusal = whyNoAdministrator(ground)
  return [
    { value: 'keep', rule: ground.platform === '1.0' ? 'ADM10-1' : 'ADMNEW-1' },
    ...platformOffers[ground.platform].administrators.map(({ role, rule }) => ({
      value: role,
      rule,
      ...(refusal === undefined ? {} : { disabled: refusal }),
    })),
    {
      value: 'remove',
      rule: 'ADM10-9',
      ...(isRemovable(ground.administrator) ? {} : { disabled: notAnAdministrator }),
    },
  ]
}

/** What is to be said about the administrator roles chosen. */
export function checkAdministrators(draft: Draft, observation: Observation): readonly Problem[] {
  const { platform } = draft
  if (platform === undefined) return []
  return draft.people.flatMap((person) => {
    const ground = administratorGround(person.email, draft, observation, platform)
    const choice = entitlementOf(draft, person.email).administrator
    return [...checkGiven(person, choice, ground), ...checkHeld(person, choice, ground)]
  })
}

export function administratorGround(
  email: string,
  draft: Draft,
  observation: Observation | undefined,
  platform: Platform,
): AdministratorGround {
  const key = personKey(email)
  const known = observation?.people[key]
  const held = heldLicense(known?.licenseIds ?? [], observation?.pools ?? [])
  const wasSupervisor = isSupervisorNow(known, observation?.users[key], observation?.pools ?? [])
  const { license } = entitlementOf(draft, email)
  return {
    platform,
    license: licenseAfter(license, held, wasSupervisor),
    becomesSupervisor: isSupervisor(license) && !wasSupervisor,
    administrator: known?.administrator ?? 'none',
  }
}

/** What a person holds in the end: nothing chosen keeps what is held, and nobody loses the supervisor role with Premium. */
function licenseAfter(
  choice: LicenseChoice,
  held: License | undefined,
  wasSupervisor: boolean,
): LicenseChoice {
  if (choice === 'remove') return 'none'
  const after = choice === 'none' ? (held ?? 'none') : choice
  return after === 'premium' && wasSupervisor ? 'premium-supervisor' : after
}

function whyNoAdministrator(ground: AdministratorGround): Disabled | undefined {
  const offer = platformOffers[ground.platform]
  if (isSupervisor(ground.license) && offer.supervisorAndAdministrator === 'refused')
    return { code: 'supervisor-excludes-administrator', rule: 'ADMNEW-2', facts: {} }
  if (offer.administratorNeeds === 'premium' && !willHoldPremium(ground))
    return { code: 'needs-premium', rule: 'ADM10-2', facts: {} }
  return undefined
}

const notAnAdministrator: Disabled = { code: 'not-an-existing-administrator', rule: 'ADM10-10', facts: {} }

/** Whether a role is held that a person can be given and rid of. */
export function isRemovable(administrator: DirectoryPerson['administrator']): boolean {
  return administrator === 'full' || administrator === 'cc-service'
}

function willHoldPremium({ license }: AdministratorGround): boolean {
  return licenseOf(license) === 'premium'
}

/** Whether the person is an administrator when everything is done. */
function willAdministrate(choice: AdministratorChoice, { administrator }: AdministratorGround): boolean {
  return givesAdministrator(choice) || (choice === 'keep' && isRemovable(administrator))
}

/** Whether the run itself brings both together; who holds both already is none of its business. */
function isChanging(
  choice: AdministratorChoice,
  { becomesSupervisor, administrator }: AdministratorGround,
): boolean {
  return becomesSupervisor || (givesAdministrator(choice) && choice !== administrator)
}

function checkGiven(
  person: PersonEntry,
  choice: AdministratorChoice,
  ground: AdministratorGround,
): readonly Problem[] {
  const offer = platformOffers[ground.platform]
  const subject = { kind: 'person', email: person.email, row: person.row, field: 'administrator' } as const
  const facts = { row: person.row, email: person.email, choice }
  if (isSupervisor(ground.license) && willAdministrate(choice, ground) && isChanging(choice, ground))
    return offer.supervisorAndAdministrator === 'refused'
      ? [
          {
            code: 'administrator.supervisor-excluded',
            severity: 'error',
            rule: 'ADMNEW-2',
            subject,
            facts: { ...facts, held: ground.administrator },
          },
        ]
      : [{ code: 'administrator.supervisor-unusual', severity: 'question', rule: 'C-5', subject, facts }]
  if (!givesAdministrator(choice)) return []
  if (offer.administratorNeeds === 'premium' && !willHoldPremium(ground))
    return [{ code: 'administrator.needs-premium', severity: 'error', rule: 'ADM10-2', subject, facts }]
  if (ground.license === 'standard')
    return [{ code: 'administrator.standard-useless', severity: 'warning', rule: 'C-11', subject, facts }]
  return []
}

function checkHeld(
  person: PersonEntry,
  choice: AdministratorChoice,
  ground: AdministratorGround,
): readonly Problem[] {
  const subject = { kind: 'person', email: person.email, row: person.row, field: 'administrator' } as const
  const facts = { row: person.row, email: person.email, held: ground.administrator, choice }
  if (choice === 'remove' && !isRemovable(ground.administrator))
    return [{ code: 'administrator.nothing-to-remove', severity: 'notice', rule: 'ADM10-10', subject, facts }]
  if (!givesAdministrator(choice) || ground.administrator === 'none' || ground.administrator === choice)
    return []
  const code =
    ground.administrator === 'read-only' ? 'administrator.read-only-held' : 'administrator.replaced'
  return [{ code, severity: 'warning', rule: 'NEW-25', subject, facts }]
}
