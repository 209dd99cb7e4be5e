import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block, Line } from './line.ts'
import { indexOfLine, windowOf } from './window.ts'

function numbered(size: number): Line[] {
  return Array.from({ length: size }, (_, index) => ({ id: `${index}`, segments: [{ text: `${index}` }] }))
}

describe('the window on a page', () => {
  it('shows everything where it fits', () => {
    expect(windowOf([numbered(3)], 3, 0)).toEqual({ lines: numbered(3), above: 0, below: 0 })
  })

  it('keeps a row free for saying how much is left out', () => {
    const { lines, above, below } = windowOf([numbered(10)], 5, 5)
    expect([lines.map(({ id }) => id), above, below]).toEqual([['4', '5', '6'], 4, 3])
  })

  it('M18: is never taller than it may be, loses no line and shows the one with the focus', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 3, max: 40 }),
        fc.nat(199),
        (size, height, wanted) => {
          const focus = Math.min(wanted, size - 1)
          const { lines, above, below } = windowOf([numbered(size)], height, focus)
          expect(lines.length + (above > 0 ? 1 : 0) + (below > 0 ? 1 : 0)).toBeLessThanOrEqual(height)
          expect(above + lines.length + below).toBe(size)
          expect(lines.map(({ id }) => id)).toContain(`${focus}`)
        },
      ),
    )
  })

  it('makes of twenty thousand rows only those that are seen', () => {
    let made = 0
    const block: Block = {
      size: 20_000,
      indexOf: (id: string) => Number(id),
      at: (index: number) => {
        made += 1
        return { id: `${index}`, segments: [] }
      },
    }
    const focus = indexOfLine([numbered(2), block], '12345')
    windowOf([numbered(2), block], 20, focus)
    expect([focus, made]).toEqual([12_347, 18])
  })
})
