import { describe, expect, it } from 'vitest'
import type { FailureKind } from '../domain/outcome.ts'
import { nextPause, patienceAfter, pauses } from './patience.ts'

describe('looking again', () => {
  it.each(Object.entries(pauses))('of %s begins soon and settles at the longest pause', (_, own) => {
    const all: number[] = [own.first]
    for (let pause: number = own.first; pause < own.longest; pause = all.at(-1) ?? own.longest)
      all.push(nextPause(pause, own))
    expect(all.slice(0, 3)).toEqual([own.first, own.first * 2, own.first * 4])
    expect([all.at(-1), nextPause(own.longest, own)]).toEqual([own.longest, own.longest])
  })

  it('SAVE-1: has all the patience for what was accepted, little for what may have been done, none for a refusal', () => {
    const kinds: readonly (FailureKind | undefined)[] = [
      undefined,
      'conflict',
      'invalid',
      'unavailable',
      'timeout',
      'no-units',
      'forbidden',
    ]
    const after = (patience: number) =>
      kinds.map((kind) => patienceAfter(kind && { kind, operation: 'POST /people', message: '' }, patience))
    expect(after(120_000)).toEqual([120_000, 120_000, 3_000, 3_000, 3_000, 0, 0])
    expect(after(1_000)).toEqual([1_000, 1_000, 1_000, 1_000, 1_000, 0, 0])
  })
})
