import type { AdministratorRole } from '../domain/entitlement.ts'
import type { Problem } from '../domain/problem.ts'
import type { RuleId } from '../domain/rule.ts'

interface StepBase {
  /** Stable across plans of the same request: kind and person, for example `license:ada@example.com`. */
  readonly key: string
  readonly email: string
  readonly row: number
  /** Which batch of the manual screen the person is in, from 1 (ENTRY-7). */
  readonly batch: number
  readonly rule: RuleId
  /** Keys of the steps that must have succeeded before this one. */
  readonly after: readonly string[]
  /** What the person must still be for the step to be taken; whoever is not is left alone. Only while undoing. */
  readonly onlyIf?: StillSo
}

/** What a plan found of a person, and what a step would overwrite if somebody changed it since. */
export interface StillSo {
  /** Ids of license pools that are held. */
  readonly holds?: readonly string[]
  /** Ids of license pools that are not held. */
  readonly lacks?: readonly string[]
  readonly administrator?: AdministratorRole | 'read-only' | 'none'
  /** Who it is: an address may be another person's by now. */
  readonly personId?: string
}

export interface CreatePerson extends StepBase {
  readonly kind: 'person.create'
  readonly firstName?: string
  readonly lastName?: string
}

export interface ChangeLicenses extends StepBase {
  readonly kind: 'license.change'
  /** Ids of license pools. */
  readonly add: readonly string[]
  readonly remove: readonly string[]
  /** Pools of the same license in other subscriptions: whoever holds a unit of one by now needs no second one. */
  readonly otherPools?: readonly string[]
}

export interface ChangeAdministrator extends StepBase {
  readonly kind: 'administrator.change'
  readonly from: AdministratorRole | 'read-only' | 'none'
  readonly to: AdministratorRole | 'none'
}

/** Only while undoing, only of people who have not signed in yet, and only where it was asked for. */
export interface DeletePerson extends StepBase {
  readonly kind: 'person.delete'
}

/** One write for one person. Steps of a person follow each other in the order of the plan. */
export type Step = CreatePerson | ChangeLicenses | ChangeAdministrator | DeletePerson

/** Kinds of step in the order in which waves of them follow each other. */
export const stepKinds: readonly Step['kind'][] = [
  'person.create',
  'license.change',
  'administrator.change',
  'person.delete',
]

/**
 * `done` read back as wanted · `already` it was so before · `unchanged` the API accepted it and nothing changed ·
 * `invisible` accepted, not visible before the deadline · `waiting` an operator task comes first ·
 * `skipped` a person said so · `failed` · `not-attempted` a step before it did not succeed, or the run was stopped.
 */
export type StepOutcome =
  | 'done'
  | 'already'
  | 'unchanged'
  | 'invisible'
  | 'waiting'
  | 'skipped'
  | 'failed'
  | 'not-attempted'

export interface StepResult {
  readonly outcome: StepOutcome
  readonly problem?: Problem
  /** Of creating: the id of the person whom looking shows, else the one that the API answered. */
  readonly personId?: string
}

export const stepOutcomes: readonly StepOutcome[] = [
  'done',
  'already',
  'unchanged',
  'invisible',
  'waiting',
  'skipped',
  'failed',
  'not-attempted',
]

/** What came of steps, by key. */
export type StepResults = ReadonlyMap<string, StepResult>

export type ResultOf = (key: string) => StepResult | undefined

/** Whether later steps of the same person may go on. */
export function hasSucceeded(result: StepResult | undefined): boolean {
  return result?.outcome === 'done' || result?.outcome === 'already'
}

/**
 * Whether trying again leaves a step alone: it succeeded, a person skipped it, or its row failed in an import, which
 * the file with those rows is for.
 */
export function isOver(result: StepResult | undefined): boolean {
  return hasSucceeded(result) || result?.outcome === 'skipped' || isOfImport(result?.problem)
}

/** Whether a row failed in Control Hub, where a file was imported. */
export function isOfImport(problem: Problem | undefined): boolean {
  return problem?.code === 'import.row-unseen' || problem?.code === 'import.row-refused'
}
