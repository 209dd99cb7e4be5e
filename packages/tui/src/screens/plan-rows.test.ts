import { describe, expect, it } from 'vitest'
import { texts } from '../../test/show.tsx'
import { plan, supervisorTask } from '../../test/views.ts'
import { planRows, removalsOf } from './plan-rows.ts'

describe('the plan as a difference', () => {
  it('M3: tells each write with a word, and what is left to a person', () => {
    const steps = plan.steps.filter(({ row }) => row <= 2)
    const rows = planRows({ ...plan, steps, tasks: [supervisorTask] }, texts)
    expect(rows.map(({ word, email, what }) => `${texts.t(word)} ${email} ${what}`)).toEqual([
      '+ create sato@example.jp ',
      '+ license sato@example.jp Contact Center Standard Agent',
      '+ license bad@@example Contact Center Standard Agent',
      '− license bad@@example Contact Center Premium Agent',
      '~ role bad@@example none → full administrator',
      '~ by hand somebody.with.a.very.long.name.indeed.and.more@department.of.a.large.company.example.com Give the supervisor role',
    ])
  })

  it('M5: counts those who lose a license', () => {
    expect(removalsOf(plan)).toBe(1)
  })
})
