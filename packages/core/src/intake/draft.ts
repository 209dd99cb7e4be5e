import type { Entitlement } from '../domain/entitlement.ts'
import type { EntryMode, PersonEntry } from '../domain/person.ts'
import type { Platform } from '../domain/platform.ts'
import type { ProblemCode } from '../domain/problem.ts'

/** The answers given so far: a request in the making. Everything the person typed survives going back. */
export interface Draft {
  /** Addresses known to have been used for a trial account (PRE-1). */
  readonly trialAccounts: readonly string[]
  readonly platform: Platform | undefined
  readonly entry: EntryMode
  /** 25, or 1 where the organization made an attribute required (C-12). */
  readonly batchSize: number
  readonly people: readonly PersonEntry[]
  readonly sameForAll: Entitlement
  /** What single people are given instead, by `personKey`. */
  readonly exceptions: Readonly<Record<string, Partial<Entitlement>>>
  /** The subscription that pays, by license; undefined lets the plan choose. */
  readonly subscriptions: { readonly standard?: string; readonly premium?: string }
  readonly acknowledged: readonly ProblemCode[]
}
