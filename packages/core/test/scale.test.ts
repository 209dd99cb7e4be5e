import { describe, expect, it } from 'vitest'
import { createActor } from 'xstate'
import { draftOf } from '../src/intake/draft.ts'
import { onboardingMachine } from '../src/machine/onboarding.machine.ts'
import { personViewOf } from '../src/machine/person-view.ts'
import { type OnboardingSnapshot, viewOf } from '../src/machine/view.ts'
import { observationFor } from './samples.ts'
import { approve, createWorld, openRun, requestFor, resultsOf, viewWhen } from './world.ts'

const people = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ email: `p${index + 1}@acme.example`, license: 'premium' }))

describe('thousands of people', () => {
  it.each(['prerequisites', 'people', 'licenses', 'adminRoles', 'review'] as const)(
    'L2: are not looked at again for a view of "%s" in which nothing about them has changed',
    (stage) => {
      const { snapshot, looks } = watchedSnapshot(stage, 1_000)
      viewOf(snapshot)
      const before = looks()
      expect(viewOf({ ...snapshot, context: { ...snapshot.context, trouble: [] } }).people).toHaveLength(
        1_000,
      )
      expect(looks() - before).toBe(0)
    },
  )

  it('L2: cost one look each for those who are asked for', () => {
    const { snapshot, looks } = watchedSnapshot('licenses', 1_000)
    viewOf(snapshot)
    const before = looks()
    const seen = [500, 501].map((row) => personViewOf('licenses', snapshot.context, row)?.email)
    expect([seen, looks() - before]).toEqual([['p500@acme.example', 'p501@acme.example'], 2])
  })

  it('L1: stay the same array while licenses are chosen', async () => {
    const onboarding = openRun(createWorld(), requestFor({ people: people(3) }))
    for (const stage of ['platform', 'route', 'people', 'licenses']) {
      await viewWhen(onboarding, ({ mode }) => mode === 'asking')
      onboarding.send({ type: 'stage.next' })
      await viewWhen(onboarding, (view) => view.stage === stage && view.mode === 'asking')
    }
    const before = onboarding.getView().people
    onboarding.send({ type: 'license.choose', license: 'standard', email: 'p2@acme.example' })
    expect(onboarding.getView().people).toBe(before)
    expect([1, 2, 3, 4].map((row) => onboarding.getPerson(row)?.license)).toEqual([
      'premium',
      'standard',
      'premium',
      undefined,
    ])
    expect(onboarding.getPerson(2)?.fields.map(({ id, value }) => [id, value])).toEqual([
      ['license:p2@acme.example', 'standard'],
    ])
    await onboarding.stop()
  })

  it('L2: give their results by key, and their steps too', async () => {
    const onboarding = openRun(createWorld({ hasDesk: true }), requestFor({ people: people(2) }))
    await approve(onboarding)
    const { progress } = await onboarding.done
    expect(resultsOf(onboarding).map(([, { outcome }]) => outcome)).toEqual(Array(4).fill('done'))
    expect([progress?.settled, progress?.counts.done]).toEqual([4, 4])
    expect(onboarding.getStep('license:p2@acme.example')).toMatchObject({ kind: 'license.change', row: 2 })
    expect(onboarding.getStep('license:nobody@acme.example')).toBe(undefined)
  })
})

/** The machine in a stage, and how often single people were looked at so far. */
function watchedSnapshot(stage: string, count: number) {
  const draft = draftOf(requestFor({ people: people(count) }))
  const rest = createActor(onboardingMachine, { input: { runId: 'run-1', draft } }).getSnapshot()
  let looks = 0
  const watched = new Proxy(draft.people, {
    get(target, name, receiver) {
      if (typeof name === 'string' && /^\d+$/.test(name)) looks += 1
      return Reflect.get(target, name, receiver) as unknown
    },
  })
  const context = { ...rest.context, draft: { ...draft, people: watched }, observation: observationFor() }
  const value = { answering: stage === 'review' ? { review: 'ready' } : stage }
  const snapshot = { ...rest, value, context, hasTag: () => false } as unknown as OnboardingSnapshot
  return { snapshot, looks: () => looks }
}
