import { describe, expect, it } from 'vitest'
import { texts } from '../../test/show.tsx'
import { plan, supervisorTask } from '../../test/views.ts'
import type { Line } from '../components/line.ts'
import { planLines, planRows, removalsOf } from './plan-rows.ts'

describe('the plan as a difference', () => {
  it('M3: tells of each person with a word what is written, and what is left to do by hand', () => {
    const people = plan.people
      .filter(({ row }) => row <= 4)
      .map((person) => ({ ...person, isNew: person.isNew && person.row < 4 }))
    const steps = plan.steps
      .filter(({ row }) => row <= 2)
      .map((step) =>
        step.row === 1 && step.kind === 'person.create'
          ? { ...step, firstName: '太郎', lastName: '佐藤' }
          : step,
      )
    const rows = planRows({ ...plan, people, steps, tasks: [supervisorTask] }, texts)
    const frame = planLines(rows, texts, 100)
    expect(Array.from({ length: frame.size }, (_, index) => textOf(frame.at(index)))).toEqual([
      '  1 + new    sato@example.jp                             太郎 佐藤 + Standard Agent',
      '  2 ~ change bad@@example                                − Premium Agent + Standard Agent',
      '               ~ role: none → full administrator',
      '  3 + new    somebody.with.a.very.….company.example.com  ~ by hand: Give the supervisor role',
      '  4 = as is  person4@example.com                        ',
    ])
  })

  it('M5: counts those who lose a license', () => {
    expect(removalsOf(plan)).toBe(1)
  })
})

function textOf({ segments }: Line): string {
  return segments.map(({ text }) => text).join('')
}
