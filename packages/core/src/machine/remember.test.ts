import { describe, expect, it } from 'vitest'
import { remembering } from './remember.ts'

describe('remembering', () => {
  const people = ['ada', 'grace']
  const others = ['joan']

  it('makes once what is asked for with the same objects', () => {
    let made = 0
    const count = remembering((list: readonly string[], more: readonly string[]) => {
      made += 1
      return list.length + more.length
    })
    expect([count(people, others), count(people, others), made]).toEqual([3, 3, 1])
  })

  it('makes anew when any of them is another', () => {
    const join = remembering((list: readonly string[], more: readonly string[]) => [...list, ...more])
    const first = join(people, others)
    expect(join(people, [])).toEqual(people)
    expect(join([...people], others)).not.toBe(first)
    expect(join(people, others)).toEqual(first)
  })
})
