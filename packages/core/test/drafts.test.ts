import { describe, expect, it } from 'vitest'
import { emptyDraft, requestOf } from '../src/intake/draft.ts'
import type { KeptDraft } from '../src/ports/drafts.ts'
import type { Ports } from '../src/ports/ports.ts'
import { walkTo, walkToReview } from '../src/run/walk.ts'
import { createWorld, openRun, organization, requestFor, viewWhen } from './world.ts'

const ada = { email: 'ada@acme.example' }

/** A world whose journal keeps drafts, and remembers which. */
function createDraftWorld(isBroken = false) {
  const world = createWorld({ hasDesk: true })
  const kept = new Map<string, KeptDraft>()
  const drafts = {
    keep: async (draft: KeptDraft) => {
      if (isBroken) throw new Error('the disk is full')
      kept.set(draft.runId, draft)
    },
    list: async () => [...kept.values()],
    remove: async (runId: string) => void kept.delete(runId),
  }
  const ports: Ports = { ...world.ports, journal: { ...world.ports.journal, drafts } }
  return { world: { ...world, ports }, kept }
}

describe('the answers of a run that nobody approved', () => {
  it('M11: are kept with the stage that was on screen, when it is left', async () => {
    const { world, kept } = createDraftWorld()
    const onboarding = openRun(world, undefined, { keepsDraft: true })
    await viewWhen(onboarding, ({ stage }) => stage === 'prerequisites')
    await onboarding.stop()
    expect([...kept]).toEqual([])

    const second = openRun(world, undefined, { keepsDraft: true })
    await viewWhen(second, ({ stage }) => stage === 'prerequisites')
    second.send({ type: 'stage.next' })
    await viewWhen(second, ({ stage, mode }) => stage === 'platform' && mode === 'asking')
    second.send({ type: 'platform.choose', platform: 'new' })
    second.send({ type: 'stage.next' })
    await second.stop()
    const { runId, stage } = second.getView()
    expect([...kept.values()]).toEqual([
      {
        format: 1,
        runId,
        organization,
        changedAt: expect.any(Number),
        stage,
        request: requestOf({ ...emptyDraft(), platform: 'new' }),
      },
    ])
  })

  it('M11: are there a moment after they were given, though nobody leaves', async () => {
    const { world, kept } = createDraftWorld()
    const request = requestFor({ people: [ada] })
    const onboarding = openRun(world, request, { keepsDraft: true })
    await walkTo(onboarding, 'licenses')
    onboarding.send({ type: 'license.choose', license: 'premium' })
    await expect.poll(() => kept.size).toBe(1)
    const [draft] = kept.values()
    expect([draft?.stage, draft?.request.sameForAll.license]).toEqual(['licenses', 'premium'])
    await onboarding.stop()
  })

  it('M11: go on at the same stage with everything that was answered', async () => {
    const { world, kept } = createDraftWorld()
    const first = openRun(world, requestFor({ people: [ada] }), { keepsDraft: true })
    await walkTo(first, 'licenses')
    first.send({ type: 'license.choose', license: 'premium', email: ada.email })
    await first.stop()
    const [draft] = kept.values()
    const again = openRun(world, draft?.request, { keepsDraft: true, runId: draft!.runId })
    const view = await walkTo(again, 'licenses')
    expect([view.stage, view.runId, again.getRequest()]).toEqual([
      'licenses',
      first.getView().runId,
      first.getRequest(),
    ])
    await again.stop()
  })

  it('SAVE-5: are gone as soon as the approval is on record', async () => {
    const { world, kept } = createDraftWorld()
    const onboarding = openRun(world, requestFor({ people: [ada] }), { keepsDraft: true })
    await walkTo(onboarding, 'licenses')
    onboarding.send({ type: 'license.choose', license: 'premium' })
    const { plan } = await walkToReview(onboarding)
    await expect.poll(() => kept.size).toBe(1)
    onboarding.send({ type: 'plan.approve', hash: plan!.hash })
    await onboarding.done
    await onboarding.stop()
    expect([...kept]).toEqual([])
  })

  it('are no reason to stop where they cannot be kept, and are not kept unasked', async () => {
    const broken = createDraftWorld(true)
    const onboarding = openRun(broken.world, requestFor({ people: [ada] }), { keepsDraft: true })
    await walkTo(onboarding, 'licenses')
    onboarding.send({ type: 'license.choose', license: 'premium' })
    expect((await walkToReview(onboarding)).can.approve).toBe(true)
    await onboarding.stop()

    const { world, kept } = createDraftWorld()
    const unasked = openRun(world, requestFor({ people: [ada] }))
    await walkTo(unasked, 'licenses')
    unasked.send({ type: 'license.choose', license: 'premium' })
    await unasked.stop()
    expect([...kept]).toEqual([])
  })
})
