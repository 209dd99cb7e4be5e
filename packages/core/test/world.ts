import type { OperatorTask } from '../src/domain/operator-task.ts'
import type {
  Connection,
  ContactCenterUser,
  DirectoryPerson,
  LicensePool,
  Means,
  Operator,
  PlatformReading,
  ProfileType,
} from '../src/domain/organization.ts'
import type { Failure, FailureKind, Outcome } from '../src/domain/outcome.ts'
import { personKey } from '../src/domain/person.ts'
import type { Platform } from '../src/domain/platform.ts'
import { defaultProfile } from '../src/domain/profile.ts'
import { type Request, readRequest } from '../src/intake/request.ts'
import type { View } from '../src/machine/view.types.ts'
import type { StepResult } from '../src/plan/step.ts'
import type { LicenseChange, NewPerson } from '../src/ports/directory.ts'
import type { JournalEntry } from '../src/ports/journal.ts'
import type { Ports } from '../src/ports/ports.ts'
import { createOnboarding } from '../src/run/onboarding.ts'
import type { Onboarding, OnboardingOptions } from '../src/run/onboarding.types.ts'
import { walkToReview } from '../src/run/walk.ts'
import { createVirtualClock } from './clock.ts'

/** Everything that core asks of the world, in the order in which it asked. */
export type Call =
  | { readonly type: 'connect' | 'readLicensePools' | 'readInvitationEmails' | 'readPlatform' }
  | { readonly type: 'findPeople' | 'findUsers'; readonly emails: readonly string[] }
  | { readonly type: 'createPerson'; readonly person: NewPerson }
  | { readonly type: 'changeLicenses'; readonly change: LicenseChange }
  | { readonly type: 'deletePendingPerson'; readonly email: string }
  | {
      readonly type: 'setAdministrator'
      readonly email: string
      readonly role: 'full' | 'cc-service' | 'none'
    }
  | { readonly type: 'perform'; readonly id: string }
  | { readonly type: 'append'; readonly entry: JournalEntry }

/** What goes wrong with a call: refused, refused although it took effect, accepted without effect, or thrown. */
export type Disturbance =
  | { readonly kind: 'refused' | 'refused-after'; readonly failure: Failure }
  | { readonly kind: 'ignored' }
  /** Takes effect and is never answered, as for a program that was killed meanwhile. */
  | { readonly kind: 'unanswered' }
  | { readonly kind: 'thrown'; readonly error: Error }

export interface WorldOptions {
  readonly platform?: Platform
  readonly people?: readonly (Partial<DirectoryPerson> & {
    readonly email: string
    /** The default profile of their Contact Center user, where they have one already. */
    readonly profile?: ProfileType
  })[]
  readonly pools?: readonly LicensePool[]
  readonly administratorRoles?: Connection['administratorRoles']
  readonly operator?: Operator
  readonly reading?: PlatformReading
  /** `unknown` where the token may not read it. */
  readonly invitationEmails?: boolean | 'unknown'
  /** Addresses that belong to an organization of their own until its task is performed. */
  readonly foreign?: readonly string[]
  /** Milliseconds until a write shows. */
  readonly visibleAfter?: number
  /** Milliseconds until a synchronization shows in the Users module. */
  readonly synchronizedAfter?: number
  /** Somebody who carries out operator tasks without being asked. */
  readonly hasDesk?: boolean
  /** Asked before each call; `nth` counts the calls of this type, from 1. A promise holds the call up. */
  readonly disturb?: (call: Call, nth: number) => Disturbance | undefined | Promise<Disturbance | undefined>
}

export const organization = { id: 'b3a2f1c0-1111-4222-8333-944455556666', name: 'Acme' } as const

export const standardPool: LicensePool = {
  id: 'standard-a',
  license: 'standard',
  name: 'Contact center Standard Agent',
  subscriptionId: 'Sub-A',
  total: 100,
  assigned: 0,
}

export const premiumPool: LicensePool = {
  id: 'premium-a',
  license: 'premium',
  name: 'Contact Center Premium Agent',
  subscriptionId: 'Sub-A',
  total: 100,
  assigned: 0,
}

const byApi: Record<'full' | 'cc-service', Means> = { full: 'api', 'cc-service': 'api' }

export const byHand: Record<'full' | 'cc-service', Means> = { full: 'operator', 'cc-service': 'operator' }

/** A failure as a port would report it. */
export function failureOf(kind: FailureKind, more: Partial<Failure> = {}): Failure {
  return { kind, operation: 'TEST /world', message: kind, ...more }
}

/** A request as somebody might write it: format and what is left out are filled in. */
export function requestFor(written: object): Request {
  const reading = readRequest({ format: 1, platform: 'new', people: [], ...written })
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems))
  return reading.request
}

export type World = ReturnType<typeof createWorld>

/** An organization in memory that implements core's ports. What a person does in Control Hub are its methods. */
export function createWorld(options: WorldOptions = {}) {
  const { platform = 'new', visibleAfter = 0, synchronizedAfter = 0 } = options
  const clock = createVirtualClock()
  const truth = createDelayed<DirectoryPerson>(clock)
  const users = createDelayed<ContactCenterUser>(clock)
  const foreign = new Set((options.foreign ?? []).map(personKey))
  const assigned = new Map<string, number>()
  const journal = new Map<string, JournalEntry[]>()
  const calls: Call[] = []
  const ids = new Map<string, number>()
  let pools = options.pools ?? [standardPool, premiumPool]

  for (const { profile, ...given } of options.people ?? []) {
    const person = put(
      { id: nextId('person'), status: 'active', licenseIds: [], administrator: 'none', ...given },
      0,
    )
    if (profile !== undefined) users.put(personKey(person.email), userOf(person, profile), 0)
  }

  function nextId(kind: string): string {
    const number = (ids.get(kind) ?? 0) + 1
    ids.set(kind, number)
    return `${kind}-${number}`
  }

  function put(person: DirectoryPerson, delay = visibleAfter): DirectoryPerson {
    truth.put(personKey(person.email), person, delay)
    return person
  }

  function change(email: string, changed: Partial<DirectoryPerson>): void {
    const person = truth.latest(personKey(email))
    if (person === undefined) throw new Error(`nobody with the address ${email}`)
    put({ ...person, ...changed })
  }

  function remove({ email, licenseIds }: DirectoryPerson): void {
    truth.put(personKey(email), undefined, visibleAfter)
    users.remove(personKey(email))
    for (const id of licenseIds) if (assigned.has(id)) assigned.set(id, (assigned.get(id) ?? 0) - 1)
  }

  function byId(personId: string): DirectoryPerson | undefined {
    return truth.all().find(({ id }) => id === personId)
  }

  function userOf(person: DirectoryPerson, profile: ProfileType): ContactCenterUser {
    return {
      id: `user-of-${person.id}`,
      personId: person.id,
      email: person.email,
      isActive: true,
      isContactCenterEnabled: true,
      profile,
      hasTeam: true,
      hasDesktopProfile: true,
    }
  }

  /** What the button Synchronize Users does. */
  function synchronize(): void {
    for (const person of truth.all()) {
      const profile = defaultProfile({
        license: pools.find(({ id }) => person.licenseIds.includes(id))?.license,
        isSupervisor: person.supervisor === true,
        administrator: person.administrator === 'read-only' ? 'none' : person.administrator,
      })
      const key = personKey(person.email)
      if (profile === undefined) users.remove(key)
      else users.put(key, userOf(person, profile), synchronizedAfter)
    }
  }

  /** What a person in Control Hub does when they are given a task. */
  function perform(task: OperatorTask): void {
    switch (task.kind) {
      case 'trial-organization':
        for (const email of task.people) foreign.delete(personKey(email))
        return
      case 'administrator-role':
        for (const email of task.people) change(email, { administrator: roleOf(task) })
        return
      case 'supervisor-role':
        for (const email of task.people) change(email, { supervisor: task.facts['change'] !== 'remove' })
        return
      case 'synchronize':
        synchronize()
        return
      case 'users-module':
        return
    }
  }

  /** Logs a call, lets it be disturbed, and answers with what `effect` gives. */
  async function called<T>(call: Call, effect: (isIgnored: boolean) => Outcome<T>): Promise<Outcome<T>> {
    calls.push(call)
    const nth = calls.filter(({ type }) => type === call.type).length
    const disturbance = await options.disturb?.(call, nth)
    if (disturbance?.kind === 'thrown') throw disturbance.error
    if (disturbance?.kind === 'refused') return { ok: false, failure: disturbance.failure }
    const answer = effect(disturbance?.kind === 'ignored')
    if (disturbance?.kind === 'unanswered') return new Promise(() => undefined)
    return disturbance?.kind === 'refused-after' ? { ok: false, failure: disturbance.failure } : answer
  }

  function create(person: NewPerson, isIgnored: boolean): Outcome<{ readonly personId: string }> {
    const key = personKey(person.email)
    if (foreign.has(key)) return refused('another-organization', { status: 400 })
    if (truth.latest(key) !== undefined) return refused('conflict', { status: 409 })
    const id = nextId('person')
    if (!isIgnored) put({ id, ...person, status: 'pending', licenseIds: [], administrator: 'none' })
    return done({ personId: id })
  }

  function changeLicenses(
    { personId, add, remove }: LicenseChange,
    isIgnored: boolean,
  ): Outcome<{ readonly held: readonly string[] }> {
    const person = byId(personId)
    if (person === undefined) return refused('not-found', { status: 404 })
    const isShort = add.some((id) => {
      const pool = poolsNow().find((one) => one.id === id)
      return pool === undefined || pool.assigned >= pool.total
    })
    if (isShort) return refused('no-units', { status: 400 })
    const held = [...person.licenseIds.filter((id) => !remove.includes(id)), ...add]
    if (isIgnored) return done({ held })
    for (const id of add) assigned.set(id, (assigned.get(id) ?? 0) + 1)
    for (const id of remove) assigned.set(id, (assigned.get(id) ?? 0) - 1)
    const isPremium = pools.some(({ id, license }) => license === 'premium' && held.includes(id))
    // Where Premium goes, the supervisor role that lives under it goes with it (LIC10-7, LICNEW-5).
    const left = person.supervisor === true && !isPremium ? { supervisor: false } : {}
    change(person.email, { licenseIds: held, ...left })
    return done({ held })
  }

  function poolsNow(): readonly LicensePool[] {
    return pools.map((pool) => ({ ...pool, assigned: pool.assigned + (assigned.get(pool.id) ?? 0) }))
  }

  const connection: Connection = {
    organization,
    operator: options.operator ?? { email: 'operator@acme.example', administrator: 'full' },
    administratorRoles: options.administratorRoles ?? byApi,
  }
  const reading: PlatformReading =
    options.reading ??
    (platform === 'new'
      ? { suggestion: 'new', evidence: 'contact-center-api-answers' }
      : { suggestion: '1.0', evidence: 'contact-center-api-refuses' })

  const ports: Ports = {
    directory: {
      connect: () => called({ type: 'connect' }, () => done(connection)),
      readLicensePools: () => called({ type: 'readLicensePools' }, () => done(poolsNow())),
      readInvitationEmails: () =>
        called({ type: 'readInvitationEmails' }, () => {
          const { invitationEmails = true } = options
          return done(invitationEmails === 'unknown' ? undefined : invitationEmails)
        }),
      findPeople: (emails) =>
        called({ type: 'findPeople', emails }, () =>
          done(emails.flatMap((email) => truth.shown(personKey(email)) ?? [])),
        ),
      createPerson: (person) =>
        called({ type: 'createPerson', person }, (isIgnored) => create(person, isIgnored)),
      changeLicenses: (asked) =>
        called({ type: 'changeLicenses', change: asked }, (isIgnored) => changeLicenses(asked, isIgnored)),
      deletePendingPerson: ({ personId, email }) =>
        called({ type: 'deletePendingPerson', email }, (isIgnored) => {
          const person = byId(personId)
          if (person !== undefined && person.status !== 'pending') return refused('signed-in', {})
          if (person !== undefined && !isIgnored) remove(person)
          return done(null)
        }),
      setAdministrator: ({ personId, role }) => {
        const email = byId(personId)?.email ?? ''
        return called({ type: 'setAdministrator', email, role }, (isIgnored) => {
          if (email === '') return refused('not-found', { status: 404 })
          if (!isIgnored) change(email, { administrator: role })
          return done(null)
        })
      },
    },
    contactCenter: {
      readPlatform: () => called({ type: 'readPlatform' }, () => done(reading)),
      findUsers: (people) =>
        called({ type: 'findUsers', emails: people.map(({ email }) => email) }, () =>
          platform === '1.0'
            ? refused('forbidden', { status: 403 })
            : done(people.flatMap(({ email }) => users.shown(personKey(email)) ?? [])),
        ),
    },
    journal: {
      append: async (runId, entry) => {
        await called({ type: 'append', entry }, () => {
          journal.set(runId, [...(journal.get(runId) ?? []), entry])
          return done(null)
        })
      },
      load: async (runId) => journal.get(runId) ?? [],
      list: async () =>
        [...journal].map(([runId, entries]) => ({
          runId,
          organization,
          openedAt: entries[0]?.at ?? 0,
          changedAt: entries.at(-1)?.at ?? 0,
          people: 0,
          state: entries.some(({ type }) => type === 'run.finished') ? 'finished' : 'unfinished',
        })),
    },
    clock,
    ids: { next: () => nextId('run') },
    ...(options.hasDesk
      ? {
          operatorDesk: {
            perform: (task: OperatorTask) =>
              called({ type: 'perform', id: task.id }, (isIgnored) => {
                if (!isIgnored) perform(task)
                return done(null)
              }),
          },
        }
      : {}),
  }

  return {
    ports,
    clock,
    calls,
    /** Calls that change the organization. */
    writes: () => calls.filter(isWrite),
    /** What a run wrote into its journal. */
    entries: (runId: string): readonly JournalEntry[] => journal.get(runId) ?? [],
    /** People and users as they are, whether it shows already or not. */
    person: (email: string) => truth.latest(personKey(email)),
    user: (email: string) => users.latest(personKey(email)),
    pools: poolsNow,
    /** Somebody else changes the pools meanwhile. */
    setPools: (changed: readonly LicensePool[]) => {
      pools = changed
    },
    change,
    /** Somebody else adds a person, or deletes one. */
    add: (person: Partial<DirectoryPerson> & { readonly email: string }) =>
      put({ id: nextId('person'), status: 'active', licenseIds: [], administrator: 'none', ...person }, 0),
    remove: (email: string) => truth.remove(personKey(email)),
    synchronize,
    perform,
  }
}

/** A run in a world, without coalescing. */
export function openRun(
  world: World,
  request: Request | undefined,
  options: Partial<OnboardingOptions> = {},
): Onboarding {
  return createOnboarding({
    ports: world.ports,
    ...(request === undefined ? {} : { request }),
    visibilityDeadline: 30_000,
    pollInterval: 3_000,
    coalesce: 0,
    ...options,
  })
}

/** Resolves with the first view that is as wanted. */
export function viewWhen(onboarding: Onboarding, isWanted: (view: View) => boolean): Promise<View> {
  return new Promise((resolve) => {
    const look = () => {
      const view = onboarding.getView()
      if (!isWanted(view)) return
      stop()
      resolve(view)
    }
    const stop = onboarding.subscribe(look)
    look()
  })
}

/** Walks to the review and approves what is planned there. */
export async function approve(onboarding: Onboarding): Promise<View> {
  const view = await walkToReview(onboarding)
  if (view.plan === undefined) throw new Error(JSON.stringify(view.problems))
  onboarding.send({ type: 'plan.approve', hash: view.plan.hash })
  return view
}

/** What came of each settled step, in the order of the plan. */
export function resultsOf(onboarding: Onboarding): readonly (readonly [key: string, result: StepResult])[] {
  const results = onboarding.getResults()
  return (onboarding.getView().plan?.steps ?? []).flatMap(({ key }) => {
    const result = results[key]
    return result === undefined ? [] : [[key, result] as const]
  })
}

function roleOf({ facts: { role } }: OperatorTask): DirectoryPerson['administrator'] {
  return role === 'full' || role === 'cc-service' ? role : 'none'
}

function isWrite(call: Call): boolean {
  return ['createPerson', 'changeLicenses', 'setAdministrator', 'deletePendingPerson'].includes(call.type)
}

function done<T>(value: T): Outcome<T> {
  return { ok: true, value }
}

function refused(kind: FailureKind, more: Partial<Failure>): Outcome<never> {
  return { ok: false, failure: failureOf(kind, more) }
}

/** Things by key of which the latest shows only after a while. */
function createDelayed<T>(clock: { now(): number }) {
  const versions = new Map<string, { readonly from: number; readonly value: T | undefined }[]>()
  const latest = (key: string): T | undefined => versions.get(key)?.at(-1)?.value
  return {
    latest,
    put(key: string, value: T | undefined, delay: number): void {
      versions.set(key, [...(versions.get(key) ?? []), { from: clock.now() + delay, value }])
    },
    remove: (key: string) => versions.delete(key),
    shown: (key: string): T | undefined =>
      versions.get(key)?.findLast(({ from }) => from <= clock.now())?.value,
    all: (): readonly T[] => [...versions.keys()].flatMap((key) => latest(key) ?? []),
  }
}
