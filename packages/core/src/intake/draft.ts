import type { LicenseWish } from '../domain/allocation.ts'
import {
  type AdministratorChoice,
  type Entitlement,
  type LicenseChoice,
  licenseOf,
} from '../domain/entitlement.ts'
import type { Observation } from '../domain/organization.ts'
import { type EntryMode, type PersonEntry, personKey } from '../domain/person.ts'
import { csvRowLimit, manualBatchLimit, type Platform, type Route } from '../domain/platform.ts'
import type { ProblemCode } from '../domain/problem.ts'
import type { Request, RequestedPerson } from './request.ts'

/** The answers given so far: a request in the making. Everything the person typed survives going back. */
export interface Draft {
  /** The organization that the request is meant for, by id; undefined where any will do. */
  readonly organization?: string
  /** Addresses known to have been used for a trial account (PRE-1). */
  readonly trialAccounts: readonly string[]
  readonly platform: Platform | undefined
  readonly route: Route
  readonly entry: EntryMode
  /** 25, or 1 where the organization made an attribute required (C-12). */
  readonly batchSize: number
  readonly people: readonly PersonEntry[]
  readonly sameForAll: Entitlement
  /** What single people are given instead, by `personKey`. */
  readonly exceptions: Readonly<Record<string, Partial<Entitlement>>>
  /** The subscription that pays, by license; undefined lets the plan choose. */
  readonly subscriptions: Request['subscriptions']
  readonly acknowledged: readonly ProblemCode[]
}

/** An answer to a question of the procedure; changes the draft and nothing else. */
export type Answer =
  | { readonly type: 'trialAccounts.set'; readonly emails: readonly string[] }
  | { readonly type: 'platform.choose'; readonly platform: Platform }
  | { readonly type: 'route.choose'; readonly route: Route }
  | { readonly type: 'entry.choose'; readonly entry: EntryMode }
  | { readonly type: 'batchSize.choose'; readonly size: number }
  | { readonly type: 'people.add'; readonly people: readonly RequestedPerson[] }
  | { readonly type: 'people.edit'; readonly row: number; readonly person: RequestedPerson }
  | { readonly type: 'people.remove'; readonly row: number }
  | { readonly type: 'license.choose'; readonly license: LicenseChoice; readonly email?: string }
  | {
      readonly type: 'administrator.choose'
      readonly administrator: AdministratorChoice
      readonly email?: string
    }
  | { readonly type: 'exception.clear'; readonly email: string }
  | {
      readonly type: 'subscription.choose'
      readonly license: 'standard' | 'premium'
      readonly subscriptionId?: string
    }
  | { readonly type: 'problem.acknowledge'; readonly code: ProblemCode; readonly isAcknowledged: boolean }

export function emptyDraft(): Draft {
  return {
    trialAccounts: [],
    platform: undefined,
    route: 'manual',
    entry: 'email',
    batchSize: manualBatchLimit,
    people: [],
    sameForAll: { license: 'none', administrator: 'keep' },
    exceptions: {},
    subscriptions: {},
    acknowledged: [],
  }
}

/** The draft that a request amounts to: every question that it answers is answered. */
export function draftOf(request: Request): Draft {
  return {
    ...(request.organization === undefined ? {} : { organization: request.organization }),
    trialAccounts: request.trialAccounts,
    platform: request.platform,
    route: request.route,
    entry: request.entry,
    batchSize: request.batchSize,
    people: request.people.map(entryOf),
    sameForAll: request.sameForAll,
    exceptions: exceptionsOf(request.people),
    subscriptions: request.subscriptions,
    acknowledged: request.acknowledge,
  }
}

/** The request that a draft amounts to; `draftOf` of it plans the same. */
export function requestOf(draft: Draft): Request {
  return {
    format: 1,
    ...(draft.organization === undefined ? {} : { organization: draft.organization }),
    ...(draft.platform === undefined ? {} : { platform: draft.platform }),
    route: draft.route,
    entry: draft.entry,
    batchSize: draft.batchSize,
    trialAccounts: draft.trialAccounts,
    sameForAll: draft.sameForAll,
    people: draft.people.map(({ row: _, ...person }) => ({
      ...person,
      ...draft.exceptions[personKey(person.email)],
    })),
    subscriptions: draft.subscriptions,
    acknowledge: draft.acknowledged,
  }
}

/** What a person is to be given: the same as all, unless they are an exception. */
export function entitlementOf(draft: Draft, email: string): Entitlement {
  const exception = draft.exceptions[personKey(email)]
  const { license, administrator } = draft.sameForAll
  if (exception === undefined) return draft.sameForAll
  return {
    license: exception.license ?? license,
    administrator: exception.administrator ?? administrator,
  }
}

/**
 * Which license each person is to hold, in the order of entry; those who want none are left out. `payers` are the
 * pools that an approved plan charges, by `personKey`.
 */
export function licenseWishes(
  draft: Draft,
  observation: Observation,
  payers: Readonly<Record<string, string>> = {},
): readonly LicenseWish[] {
  const wishes: LicenseWish[] = []
  for (const { email, subscription } of draft.people) {
    const key = personKey(email)
    const license = licenseOf(draft.exceptions[key]?.license ?? draft.sameForAll.license)
    if (license === undefined) continue
    const heldIds = observation.people[key]?.licenseIds ?? noLicenses
    wishes.push({ key, license, heldIds, subscriptionId: subscription, payerId: payers[key] })
  }
  return wishes
}

const noLicenses: readonly string[] = []

/** How many people go into one batch: the manual screen's limit, or a CSV file's (ENTRY-7, C-12, C-13). */
export function batchLimitOf({ route, batchSize }: Draft): number {
  return route === 'csv' ? csvRowLimit : Math.max(1, batchSize)
}

/** Sizes of the batches that Control Hub would need. */
export function batchesOf(draft: Draft): readonly number[] {
  const size = batchLimitOf(draft)
  const full = Math.floor(draft.people.length / size)
  const rest = draft.people.length % size
  return [...Array<number>(full).fill(size), ...(rest > 0 ? [rest] : [])]
}

/** Which batch a row belongs to, from 1. */
export function batchOf(draft: Draft, row: number): number {
  return Math.ceil(row / batchLimitOf(draft))
}

/** The draft after an answer. Answers that it makes moot are kept, so that they can be named and taken up again. */
export function answer(draft: Draft, given: Answer): Draft {
  switch (given.type) {
    case 'trialAccounts.set':
      return { ...draft, trialAccounts: given.emails }
    case 'platform.choose':
      return { ...draft, platform: given.platform }
    case 'route.choose':
      return { ...draft, route: given.route }
    case 'entry.choose':
      return { ...draft, entry: given.entry }
    case 'batchSize.choose':
      return { ...draft, batchSize: given.size }
    case 'people.add':
      return {
        ...draft,
        people: numbered([...draft.people, ...given.people.map(entryOf)]),
        exceptions: { ...draft.exceptions, ...exceptionsOf(given.people) },
      }
    case 'people.edit':
      return edited(draft, given.row, given.person)
    case 'people.remove':
      return { ...draft, people: numbered(draft.people.filter((person) => person.row !== given.row)) }
    case 'license.choose':
      return entitled(draft, { license: given.license }, given.email)
    case 'administrator.choose':
      return entitled(draft, { administrator: given.administrator }, given.email)
    case 'exception.clear':
      return { ...draft, exceptions: without(draft.exceptions, personKey(given.email)) }
    case 'subscription.choose':
      return { ...draft, subscriptions: subscribed(draft.subscriptions, given.license, given.subscriptionId) }
    case 'problem.acknowledge':
      return { ...draft, acknowledged: acknowledged(draft.acknowledged, given.code, given.isAcknowledged) }
  }
}

function edited(draft: Draft, row: number, person: RequestedPerson): Draft {
  const before = draft.people.find((entry) => entry.row === row)
  if (before === undefined) return draft
  const exception = draft.exceptions[personKey(before.email)]
  const moved = exception === undefined ? {} : { [personKey(person.email)]: exception }
  const left = draft.people.some(
    (entry) => entry.row !== row && personKey(entry.email) === personKey(before.email),
  )
    ? draft.exceptions
    : without(draft.exceptions, personKey(before.email))
  return {
    ...draft,
    people: numbered(draft.people.map((entry) => (entry.row === row ? entryOf(person, row - 1) : entry))),
    exceptions: { ...left, ...moved, ...exceptionsOf([person]) },
  }
}

function entitled(draft: Draft, change: Partial<Entitlement>, email: string | undefined): Draft {
  if (email === undefined) return { ...draft, sameForAll: { ...draft.sameForAll, ...change } }
  const key = personKey(email)
  return { ...draft, exceptions: { ...draft.exceptions, [key]: { ...draft.exceptions[key], ...change } } }
}

function entryOf(person: RequestedPerson, index: number): PersonEntry {
  return {
    row: index + 1,
    email: person.email.trim(),
    ...(person.firstName === undefined ? {} : { firstName: person.firstName.trim() }),
    ...(person.lastName === undefined ? {} : { lastName: person.lastName.trim() }),
    ...(person.subscription === undefined ? {} : { subscription: person.subscription }),
  }
}

function exceptionsOf(people: readonly RequestedPerson[]): Draft['exceptions'] {
  const exceptions: [key: string, Partial<Entitlement>][] = []
  for (const { email, license, administrator } of people) {
    if (license !== undefined)
      exceptions.push([
        personKey(email),
        administrator === undefined ? { license } : { license, administrator },
      ])
    else if (administrator !== undefined) exceptions.push([personKey(email), { administrator }])
  }
  // Not by assignment: what somebody types as an address may be a name that objects have a meaning for.
  return Object.fromEntries(exceptions)
}

function numbered(people: readonly PersonEntry[]): readonly PersonEntry[] {
  return people.map((person, index) => ({ ...person, row: index + 1 }))
}

function without<T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key))
}

function subscribed(
  subscriptions: Request['subscriptions'],
  license: 'standard' | 'premium',
  subscriptionId: string | undefined,
): Request['subscriptions'] {
  const { [license]: _, ...others } = subscriptions
  return subscriptionId === undefined ? others : { ...others, [license]: subscriptionId }
}

function acknowledged(
  codes: readonly ProblemCode[],
  code: ProblemCode,
  isAcknowledged: boolean,
): readonly ProblemCode[] {
  const others = codes.filter((other) => other !== code)
  return isAcknowledged ? [...others, code] : others
}
