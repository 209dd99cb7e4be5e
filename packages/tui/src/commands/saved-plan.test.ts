import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Plan, Request } from '@wxcc-onboard/core'
import { afterEach, describe, expect, it } from 'vitest'
import { plan } from '../../test/views.ts'
import { readSavedPlan, savedPlanText } from './saved-plan.ts'

const directory = mkdtempSync(join(tmpdir(), 'wxcc-plan-'))
afterEach(() => rmSync(directory, { recursive: true, force: true }))

const request: Request = {
  format: 1,
  platform: 'new',
  route: 'csv',
  entry: 'email',
  batchSize: 25,
  trialAccounts: [],
  sameForAll: { license: 'standard', administrator: 'keep' },
  people: [],
  subscriptions: {},
  acknowledge: [],
}

/** The plan with as many people, each with two steps. */
function longPlan(count: number): Plan {
  const [person] = plan.people
  const [create, license] = plan.steps
  if (!person || !create || !license) throw new Error('The sample plan is empty')
  const numbers = Array.from({ length: count }, (_, index) => index + 1)
  const email = (row: number) => `somebody.with.a.longer.name.${row}@department.example.com`
  return {
    ...plan,
    people: numbers.map((row) => ({ ...person, row, email: email(row) })),
    steps: numbers.flatMap((row) => [
      { ...create, row, email: email(row), key: `create:${email(row)}` },
      { ...license, row, email: email(row), key: `license:${email(row)}`, after: [`create:${email(row)}`] },
    ]),
  }
}

describe('a saved plan', () => {
  it('SAVE-5: of 40,000 people is read back as it was saved', () => {
    const path = join(directory, 'plan.json')
    const saved = longPlan(40_000)
    writeFileSync(path, savedPlanText(request, saved))
    const megabytes = statSync(path).size / 1_000_000
    expect(megabytes).toBeGreaterThan(16)
    expect(readSavedPlan({ files }, path)).toEqual({ request, plan: saved })
  })

  it('is indented where somebody may read it, and half as long where nobody will', () => {
    expect(savedPlanText(request, plan).split('\n').length).toBeGreaterThan(100)
    expect(savedPlanText(request, longPlan(1_001)).split('\n')).toHaveLength(2)
  })
})

const files = {
  read: (path: string) => readFileSync(path),
  stat: (path: string) => ({ size: statSync(path).size, isDirectory: false, modifiedAt: 0 }),
}
