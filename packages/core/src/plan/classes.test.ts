import { describe, expect, it } from 'vitest'
import { planFor } from '../../test/samples.ts'
import type { Problem } from '../domain/problem.ts'
import { classesOf, openClasses, peopleOfClasses } from './classes.ts'
import type { StepResult } from './step.ts'

const people = ['ada', 'grace', 'alan', 'edsger'].map((name) => `${name}@acme.example`)
const plan = {
  ...planFor({ people: people.map((email) => ({ email, license: 'premium' })) }),
  hash: 'f'.repeat(64),
}

const refused = (code: Problem['code'], status: number): StepResult => ({
  outcome: 'failed',
  problem: { code, severity: 'error', subject: { kind: 'stage' }, facts: { status } },
})

const results: Readonly<Record<string, StepResult>> = {
  [`create:${people[0]}`]: refused('failure.rate-limited', 429),
  [`create:${people[1]}`]: { outcome: 'done' },
  [`license:${people[1]}`]: refused('failure.no-units', 400),
  [`create:${people[2]}`]: { outcome: 'done' },
  [`license:${people[2]}`]: { outcome: 'already' },
}
const resultOf = (key: string) => results[key]

describe('classes of what is left', () => {
  it('M9: are outcomes, with the kind of failure and the status of the API', () => {
    expect(classesOf(refused('failure.rate-limited', 429))).toEqual([
      'failed',
      'failed:rate-limited',
      'failed:429',
    ])
    expect(classesOf({ outcome: 'invisible' })).toEqual(['invisible'])
    expect(classesOf(undefined)).toEqual(['not-attempted'])
  })

  it('M9: count people by what keeps them from being done, not by what comes after it', () => {
    expect(openClasses(plan, resultOf)).toEqual({
      failed: 2,
      'failed:rate-limited': 1,
      'failed:429': 1,
      'failed:no-units': 1,
      'failed:400': 1,
      'not-attempted': 1,
    })
  })

  it('M9: choose everyone of any of them', () => {
    expect([...peopleOfClasses(['failed:429', 'not-attempted'], plan, resultOf)]).toEqual([
      people[0],
      people[3],
    ])
    expect([...peopleOfClasses(['failed'], plan, resultOf)]).toEqual([people[0], people[1]])
    expect([...peopleOfClasses(['unchanged'], plan, resultOf)]).toEqual([])
  })
})
