import { describe, expect, it } from 'vitest'
import { journalChecks } from '../src/conformance.ts'
import { createMemoryJournal, createMemoryStore } from '../src/memory.ts'

describe('Memory as a journal', () => {
  const checks = journalChecks(async () => {
    const store = createMemoryStore()
    return {
      open: async (as) => createMemoryJournal({ store, ...as }),
      dispose: async () => undefined,
    }
  })
  it.each(checks)('$name', ({ run }) => run())

  it('is alone with its runs unless it is given a store', async () => {
    const opened = { at: 1, type: 'run.opened', format: 1, organization: { id: 'o', name: 'O' } } as const
    await createMemoryJournal().append('run', opened)
    expect(await createMemoryJournal().list()).toEqual([])
  })
})

describe('The conformance suite', () => {
  it('finds what a journal gets wrong', async () => {
    const forgetful = () => ({ ...createMemoryJournal(), load: async () => [] })
    const checks = journalChecks(async () => ({
      open: async () => forgetful(),
      dispose: async () => undefined,
    }))
    const outcomes = await Promise.allSettled(checks.map(({ run }) => run()))
    expect(outcomes.filter(({ status }) => status === 'rejected').length).toBeGreaterThan(5)
  })

  it('leaves leases out for journals without any', () => {
    const names = journalChecks(async () => Promise.reject(new Error('not run')), { leases: false }).map(
      ({ name }) => name,
    )
    expect(names.filter((name) => name.startsWith('LEASE'))).toEqual([])
    expect(names.length).toBeGreaterThan(5)
  })
})
