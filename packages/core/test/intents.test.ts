import { describe, expect, it } from 'vitest'
import type { Ports } from '../src/ports/ports.ts'
import { approve, type Call, createWorld, openRun, requestFor, type World } from './world.ts'

const people = Array.from({ length: 8 }, (_, index) => ({
  email: `p${index + 1}@acme.example`,
  license: 'standard',
  administrator: index % 2 === 0 ? 'full' : 'keep',
}))

/** A journal that takes some time to bring an intent onto its disk. */
function slowJournal({ clock, ports: { journal } }: World, written: Set<string>): Ports['journal'] {
  let count = 0
  return {
    ...journal,
    append: async (runId, entry) => {
      await journal.append(runId, entry)
      if (entry.type !== 'step.intended') return
      count += 1
      await clock.wait(10 * (count % 4), new AbortController().signal)
      written.add(entry.key)
    },
  }
}

function keyOf(call: Call): string | undefined {
  if (call.type === 'createPerson') return `create:${call.person.email}`
  if (call.type === 'changeLicenses') return `license:${call.change.email}`
  return call.type === 'setAdministrator' ? `administrator:${call.email}` : undefined
}

/** A journal that brings nothing onto its disk before somebody is in a hurry. */
function holdingJournal({ ports: { journal } }: World): Ports['journal'] {
  let held: (() => void)[] = []
  return {
    ...journal,
    append: async (runId, entry) => {
      await new Promise<void>((go) => held.push(go))
      await journal.append(runId, entry)
    },
    hurry: () => {
      for (const go of held) go()
      held = []
    },
  }
}

describe('M8: an intent', () => {
  it.each(['manual', 'csv'] as const)(
    'is on the disk before its write goes out, on the %s route',
    async (route) => {
      const written = new Set<string>()
      const early: string[] = []
      const world = createWorld({
        hasDesk: true,
        disturb: (call) => {
          const key = keyOf(call)
          if (key !== undefined && !written.has(key)) early.push(key)
          return undefined
        },
      })
      const journal = slowJournal(world, written)
      const onboarding = openRun(world, requestFor({ route, people }), {
        ports: { ...world.ports, journal },
      })
      await approve(onboarding)
      await onboarding.done
      expect(world.writes()).toHaveLength(20)
      expect(early).toEqual([])
    },
  )

  it.each(['manual', 'csv'] as const)(
    'is waited for only in a hurry, on the %s route: a journal that holds everything back keeps nobody waiting',
    async (route) => {
      const world = createWorld({ hasDesk: true })
      const onboarding = openRun(world, requestFor({ route, people }), {
        ports: { ...world.ports, journal: holdingJournal(world) },
      })
      const { runId } = await approve(onboarding)
      const { report } = await onboarding.done
      await onboarding.stop()
      expect(report?.counts.failed).toBe(0)
      const types = world.entries(runId).map(({ type }) => type)
      expect(types.filter((type) => type === 'step.intended')).toHaveLength(20)
      expect(types.filter((type) => type === 'step.settled')).toHaveLength(20)
    },
  )
})
