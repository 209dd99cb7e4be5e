import { allocate, freeUnits, heldPools, payingPools } from '../domain/allocation.ts'
import type { Disabled } from '../domain/disabled.ts'
import { type License, licenseOf, type OfferedLicense } from '../domain/entitlement.ts'
import type { LicensePool, Observation } from '../domain/organization.ts'
import { type PersonEntry, personKey } from '../domain/person.ts'
import { type Platform, platformOffers } from '../domain/platform.ts'
import type { Problem } from '../domain/problem.ts'
import { isSupervisorNow } from '../domain/profile.ts'
import type { RuleId } from '../domain/rule.ts'
import { type Draft, entitlementOf, licenseWishes } from '../intake/draft.ts'

/** A choice that a screen offers, with the rule behind it; disabled ones say why. */
export interface Offer<Value extends string> {
  readonly value: Value
  readonly rule?: RuleId
  readonly disabled?: Disabled
}

/** The licenses that a platform's screen offers (LIC10-2, LIC10-5, LICNEW-2). `pools` undefined: not looked up yet. */
export function licenseOffers(
  platform: Platform,
  pools: readonly LicensePool[] | undefined,
): readonly Offer<OfferedLicense>[] {
  return platformOffers[platform].licenses.map(({ choice, rule }) => {
    const license = licenseOf(choice)
    if (pools === undefined || license === undefined || pools.some((pool) => pool.license === license))
      return { value: choice, rule }
    return { value: choice, rule, disabled: { code: 'no-such-license', rule, facts: { license } } }
  })
}

/** What is to be said about the licenses chosen, against what people hold and what the organization has left. */
export function checkLicenses(draft: Draft, observation: Observation): readonly Problem[] {
  return [
    ...draft.people.flatMap((person) => checkPerson(person, draft, observation)),
    ...checkNothingGiven(draft),
    ...checkSubscriptions(draft, observation),
    ...checkUnits(draft, observation),
  ]
}

function checkPerson(person: PersonEntry, draft: Draft, observation: Observation): readonly Problem[] {
  const { license: choice } = entitlementOf(draft, person.email)
  const wanted = licenseOf(choice)
  const subject = { kind: 'person', email: person.email, row: person.row, field: 'license' } as const
  const held = heldPools(observation.people[personKey(person.email)]?.licenseIds ?? [], observation.pools)
  if (choice === 'remove') return checkRemoval(person, draft, held)
  const other = held.find((pool) => pool.license !== wanted)
  if (other === undefined) return choice === 'premium' ? checkSupervisorKept(person, observation) : []
  const facts = { row: person.row, held: other.license }
  if (wanted === undefined)
    return [
      { code: 'license.kept', severity: 'notice', rule: licenseRule(draft.platform, 'none'), subject, facts },
    ]
  return [
    {
      code: 'license.replaced',
      severity: 'warning',
      rule: 'NEW-4',
      subject,
      facts: { ...facts, wanted },
    },
  ]
}

/** Taking a license away is described for the CSV route alone, and never happens without being named (CSV-10, C-6). */
function checkRemoval(
  { email, row }: PersonEntry,
  { route }: Draft,
  held: readonly LicensePool[],
): readonly Problem[] {
  const subject = { kind: 'person', email, row, field: 'license' } as const
  const facts = { row, email, held: held.map(({ license }) => license) }
  if (route === 'manual')
    return [{ code: 'license.removal-not-offered', severity: 'error', rule: 'CSV-10', subject, facts }]
  if (held.length === 0)
    return [{ code: 'license.nothing-to-remove', severity: 'notice', rule: 'CSV-10', subject, facts }]
  return [{ code: 'license.removed', severity: 'warning', rule: 'CSV-10', subject, facts }]
}

/** No API takes the supervisor role away, and nobody is told to: whoever has it keeps it. */
function checkSupervisorKept({ email, row }: PersonEntry, observation: Observation): readonly Problem[] {
  const key = personKey(email)
  if (!isSupervisorNow(observation.people[key], observation.users[key], observation.pools)) return []
  const subject = { kind: 'person', email, row, field: 'license' } as const
  const rule = observation.platform === '1.0' ? 'LIC10-5' : 'LICNEW-2'
  return [{ code: 'license.supervisor-kept', severity: 'warning', rule, subject, facts: { row, email } }]
}

function checkNothingGiven(draft: Draft): readonly Problem[] {
  const isNothing = draft.people.every(({ email }) => {
    const { license, administrator } = entitlementOf(draft, email)
    return license === 'none' && administrator === 'keep'
  })
  if (!isNothing || draft.people.length === 0) return []
  return [
    {
      code: 'license.none-at-all',
      severity: 'warning',
      rule: licenseRule(draft.platform, 'none'),
      subject: { kind: 'stage' },
      facts: { people: draft.people.length },
    },
  ]
}

function checkSubscriptions(draft: Draft, observation: Observation): readonly Problem[] {
  return licensesNeeded(draft).flatMap((license): readonly Problem[] => {
    const pools = observation.pools.filter((pool) => pool.license === license)
    const subject = { kind: 'license' } as const
    if (pools.length === 0)
      return [
        {
          code: 'license.not-in-organization',
          severity: 'error',
          rule: draft.platform === '1.0' ? 'LIC10-2' : 'LICNEW-2',
          subject,
          facts: { license },
        },
      ]
    const chosen = draft.subscriptions[license]
    const paying = payingPools(observation.pools, license, chosen)
    const known = pools.map((pool) => pool.subscriptionId ?? '')
    if (paying.length === 0)
      return [
        {
          code: 'license.subscription-unknown',
          severity: 'error',
          subject,
          facts: { license, chosen: chosen ?? '', known },
        },
      ]
    if (pools.length === 1 || chosen !== undefined) return []
    const { byPerson } = allocate(licenseWishes(draft, observation), observation.pools, draft.subscriptions)
    const charged = new Set(byPerson.values())
    const payers = paying.filter(({ id }) => charged.has(id))
    if (payers.length === 0) return []
    return [
      {
        code: 'license.subscription-chosen',
        severity: 'notice',
        subject,
        facts: {
          license,
          chosen: payers.map(({ subscriptionId }) => subscriptionId ?? ''),
          subscriptions: known,
        },
      },
    ]
  })
}

function checkUnits(draft: Draft, observation: Observation): readonly Problem[] {
  const wishes = licenseWishes(draft, observation)
  const { short } = allocate(wishes, observation.pools, draft.subscriptions)
  const isShort = new Set(short)
  return (['standard', 'premium'] as const).flatMap((license) => {
    const without = wishes.filter((wish) => wish.license === license && isShort.has(wish.key))
    const payers = Map.groupBy(
      without,
      ({ subscriptionId }) => subscriptionId ?? draft.subscriptions[license],
    )
    return [...payers].map(([subscription, same]): Problem => {
      const pools = payingPools(observation.pools, license, subscription)
      return {
        code: 'license.units-short',
        severity: 'question',
        rule: 'C-17',
        subject: { kind: 'license' },
        facts: {
          license,
          ...(subscription === undefined ? {} : { subscription }),
          free: pools.reduce((sum, pool) => sum + freeUnits(pool), 0),
          short: same.length,
          people: same.map((wish) => wish.key),
        },
      }
    })
  })
}

function licensesNeeded(draft: Draft): readonly License[] {
  const needed = new Set(draft.people.map(({ email }) => licenseOf(entitlementOf(draft, email).license)))
  return (['standard', 'premium'] as const).filter((license) => needed.has(license))
}

function licenseRule(platform: Platform | undefined, choice: OfferedLicense): RuleId {
  const offer = platformOffers[platform ?? 'new'].licenses.find((one) => one.choice === choice)
  return offer?.rule ?? 'LICNEW-1'
}
