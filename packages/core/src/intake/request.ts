import type { Entitlement } from '../domain/entitlement.ts'
import type { EntryMode } from '../domain/person.ts'
import type { Platform } from '../domain/platform.ts'
import type { ProblemCode } from '../domain/problem.ts'

export interface RequestedPerson extends Partial<Entitlement> {
  readonly email: string
  readonly firstName?: string
  readonly lastName?: string
}

export interface Request {
  readonly format: 1
  readonly organization?: string
  readonly platform?: Platform
  readonly entry: EntryMode
  readonly batchSize: number
  readonly trialAccounts: readonly string[]
  readonly sameForAll: Entitlement
  readonly people: readonly RequestedPerson[]
  readonly subscriptions: { readonly standard?: string; readonly premium?: string }
  readonly acknowledge: readonly ProblemCode[]
}
