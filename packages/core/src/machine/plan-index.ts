import { personKey } from '../domain/person.ts'
import type { Expectation, Plan } from '../plan/plan.ts'
import type { Step } from '../plan/step.ts'
import { remembering } from './remember.ts'

/** A plan by key, so that thousands of people are not looked for one by one. */
export interface PlanIndex {
  readonly steps: ReadonlyMap<string, Step>
  /** The steps of each person, by address as the plan has it. */
  readonly stepsOf: ReadonlyMap<string, readonly Step[]>
  /** By `personKey`. */
  readonly people: ReadonlyMap<string, Expectation>
}

export const indexOf: (plan: Plan) => PlanIndex = remembering(({ steps, people }: Plan) => ({
  steps: new Map(steps.map((step) => [step.key, step])),
  stepsOf: Map.groupBy(steps, ({ email }) => email),
  people: new Map(people.map((person) => [personKey(person.email), person])),
}))
